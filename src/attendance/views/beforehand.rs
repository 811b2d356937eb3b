//! Places and notices as sheets and schedules say them.

use super::{Telling, reason_key};
use crate::attendance::actions::{Planned, Sheet};
use crate::attendance::rules::beforehand::told_until;
use crate::attendance::rules::{Door, Notice, ReasonCode, Standing, Status};
use crate::attendance::store::beforehand::Taken;
use crate::kernel::{EnrolmentId, Moment, SessionId, dates};
use crate::web::paths;
use serde::Serialize;

/// A reason with the words beside it: «Болезнь: справка будет завтра».
pub fn reason_line(reason: &str, words: Option<&str>) -> String {
    words.map_or_else(|| reason.to_owned(), |words| format!("{reason}: {words}"))
}

/// How many places of a session are taken, for its sheet.
#[derive(Debug, Serialize)]
pub(super) struct PlacesLine {
    confirmed: i64,
    capacity: i32,
    waiting: i64,
}

impl PlacesLine {
    pub(super) fn of(taken: &Taken) -> PlacesLine {
        PlacesLine { confirmed: taken.confirmed, capacity: taken.places.capacity, waiting: taken.waiting }
    }

    pub(super) fn sample() -> PlacesLine {
        PlacesLine { confirmed: 20, capacity: 20, waiting: 3 }
    }
}

/// The excuse that a sheet proposes for somebody without a mark, because they told so in time (L5). Their own words stay
/// in the notice, which only those who teach read: a mark is read by coordinators and printed in journals. Where a mark
/// cannot do without words, it says no more than that there is a notice.
pub(super) fn proposed(
    sheet: &Sheet,
    who: EnrolmentId,
    telling: Telling<'_>,
) -> Option<(ReasonCode, String)> {
    let notice = sheet.beforehand.notices.get(&who).filter(|notice| notice.excuses())?;
    let code = notice.reason;
    let words = if code.needs_words() { telling.say("absences-mark-words") } else { String::new() };
    Some((code, words))
}

fn told(notice: &Notice, telling: Telling<'_>) -> String {
    reason_line(&telling.say(reason_key(notice.reason)), notice.words.as_deref())
}

/// What is known of somebody beforehand, and whether the trainer should look at it.
pub(super) fn notes(sheet: &Sheet, who: EnrolmentId, telling: Telling<'_>) -> Vec<(String, bool)> {
    let known = &sheet.beforehand;
    let mut notes = Vec::new();
    if known.taken.is_some() {
        notes.push(match known.standings.get(&who) {
            Some(Standing::Confirmed) => (telling.say("sign-ups-note-confirmed"), false),
            Some(Standing::Waiting(place)) => {
                (format!("{} {place}", telling.say("sign-ups-note-waiting")), false)
            }
            None => (telling.say("sign-ups-note-none"), false),
        });
    }
    if let Some(notice) = known.notices.get(&who) {
        let key = match (notice.late, notice.accepted) {
            (false, _) if notice.moved => "absences-note-moved",
            (false, _) => "absences-note-early",
            (true, None) => "absences-note-late",
            (true, Some(true)) => "absences-note-accepted",
            (true, Some(false)) => "absences-note-refused",
        };
        notes.push((format!("{} {}", telling.say(key), told(notice, telling)), true));
    }
    notes
}

/// The places of a session on a trainee's card.
#[derive(Debug, Serialize)]
pub(super) struct PlaceCard {
    url: String,
    sign_up_url: String,
    release_url: String,
    left: i64,
    capacity: i32,
    waiting: i64,
    confirmed: bool,
    position: Option<usize>,
    can_sign_up: bool,
    can_wait: bool,
    can_release: bool,
    /// When it opens, while that is ahead.
    opens: Option<String>,
    /// Until when one can sign up.
    closes: Option<String>,
    /// Until when one can give a place up.
    cancel_by: Option<String>,
    closed: bool,
}

impl PlaceCard {
    /// The places of a session that is not over.
    pub(super) fn of(one: &Planned, telling: Telling<'_>) -> Option<PlaceCard> {
        let (row, now) = (&one.listed.session, telling.reader.now);
        let taken = one.taken.as_ref().filter(|_| row.cancelled_at.is_none() && now < row.ends_at)?;
        let places = &taken.places;
        let said = |at: Moment| dates::day_and_time(telling.reader.language, at, row.time_zone);
        let door = places.door(row.starts_at, now);
        let signed_up = one.standing.is_some();
        let open = door == Door::Open && !signed_up;
        let confirmed = one.standing == Some(Standing::Confirmed);
        let in_time = places.can_be_given_up(row.starts_at, one.confirmed_at, now);
        Some(PlaceCard {
            left: taken.left(),
            capacity: places.capacity,
            waiting: taken.waiting,
            confirmed,
            position: match one.standing {
                Some(Standing::Waiting(place)) => Some(place),
                _ => None,
            },
            can_sign_up: open && taken.left() > 0,
            can_wait: open && taken.left() == 0 && places.waiting_list,
            can_release: signed_up && (in_time || !confirmed) && now < row.starts_at,
            opens: match door {
                Door::Ahead(at) if !signed_up => Some(said(at)),
                _ => None,
            },
            closes: open.then(|| said(places.closes(row.starts_at))),
            cancel_by: (confirmed && in_time)
                .then(|| said(places.cancel_by(row.starts_at, one.confirmed_at))),
            closed: door == Door::Closed && !signed_up,
            ..PlaceCard::at(row.id)
        })
    }

    fn at(session: SessionId) -> PlaceCard {
        PlaceCard {
            url: paths::own_sign_up(session),
            sign_up_url: paths::own_sign_up(session),
            release_url: paths::own_sign_up_release(session),
            left: 0,
            capacity: 20,
            waiting: 0,
            confirmed: false,
            position: None,
            can_sign_up: false,
            can_wait: false,
            can_release: false,
            opens: None,
            closes: None,
            cancel_by: None,
            closed: false,
        }
    }

    /// The states of a card.
    pub(super) fn samples() -> Vec<PlaceCard> {
        let day = || Some("сб, 21 ноября, 10:00".to_owned());
        let card = || PlaceCard::at(SessionId(1));
        vec![
            PlaceCard { left: 5, can_sign_up: true, closes: day(), ..card() },
            PlaceCard { waiting: 3, can_wait: true, closes: day(), ..card() },
            PlaceCard { confirmed: true, can_release: true, cancel_by: day(), ..card() },
            PlaceCard { confirmed: true, ..card() },
            PlaceCard { position: Some(3), waiting: 3, can_release: true, ..card() },
            PlaceCard { left: 20, opens: day(), ..card() },
            PlaceCard { closed: true, ..card() },
        ]
    }
}

/// Telling that one misses a session, on a trainee's card.
#[derive(Debug, Serialize)]
pub(super) struct AbsenceCard {
    url: String,
    action_key: &'static str,
    told_key: Option<&'static str>,
}

impl AbsenceCard {
    /// Where the session is not over for long, and nobody is marked as having been there.
    pub(super) fn of(one: &Planned, telling: Telling<'_>) -> Option<AbsenceCard> {
        let (row, now) = (&one.listed.session, telling.reader.now);
        let there = matches!(one.mark, Some((Status::Present | Status::Late | Status::LeftEarly, _)));
        let excused = matches!(one.mark, Some((Status::Excused, _)));
        let over = now >= told_until(row.held_on, row.time_zone);
        if row.cancelled_at.is_some() || there || (one.notice.is_none() && (excused || over)) {
            return None;
        }
        let told_key = one.notice.as_ref().map(|notice| match (notice.late, notice.accepted) {
            (false, _) if notice.moved => "absences-told-moved",
            (false, _) => "absences-told-early",
            (true, None) => "absences-told-late",
            (true, Some(true)) => "absences-told-accepted",
            (true, Some(false)) => "absences-told-refused",
        });
        let action_key = match (&one.notice, now < row.starts_at) {
            (Some(_), _) => "absences-open",
            (None, true) => "absences-tell",
            (None, false) => "absences-explain",
        };
        Some(AbsenceCard { url: paths::own_absence(row.id), action_key, told_key })
    }

    /// The states of a card.
    pub(super) fn samples() -> Vec<AbsenceCard> {
        let card = |action_key, told_key| AbsenceCard {
            url: paths::own_absence(SessionId(1)),
            action_key,
            told_key,
        };
        vec![
            card("absences-tell", None),
            card("absences-explain", None),
            card("absences-open", Some("absences-told-early")),
            card("absences-open", Some("absences-told-moved")),
            card("absences-open", Some("absences-told-late")),
            card("absences-open", Some("absences-told-accepted")),
            card("absences-open", Some("absences-told-refused")),
        ]
    }
}
