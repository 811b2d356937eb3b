//! Letters about sessions: everybody whom one concerns is told at once, in the transaction that changed it (T3).

use super::events::{Occasion, event};
use crate::attendance::store::concerned::{self, Told};
use crate::attendance::store::revisions::{self, Revision};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::attendance::store::{beforehand, co_trainers};
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    Actor, EnrolmentId, Language, Localised, Moment, PersonId, Problem, SessionId, ZoneName, dates,
};
use crate::mail::{self, Brought, Letter};
use crate::programmes::store::ActivityRow;
use crate::progress::store::assignment::{self, Among};
use crate::web::paths;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// Everybody whom a session concerns: those of whom it is asked, where one signs up those who did, and who teaches it;
/// where nobody is named, the trainers of its edition.
///
/// # Errors
/// The database's.
pub fn concerned(r: &mut Read, row: &SessionRow) -> Result<Vec<Told>, Problem> {
    let outside = assignment::outside(r, Among::Editions(&[row.edition_id]))?;
    let mut told = concerned::learners(r, row.edition_id)?;
    told.retain(|one| {
        one.enrolment.is_some_and(|who| !outside.contains(row.edition_id, row.activity_id, who))
    });
    if beforehand::places(r, row.id)?.is_some() {
        let signed_up = beforehand::signed_up(r, &[row.id])?.into_iter();
        let seated: HashMap<EnrolmentId, bool> =
            signed_up.map(|one| (one.enrolment, one.confirmed_at.is_some())).collect();
        told.retain(|one| one.enrolment.is_some_and(|who| seated.contains_key(&who)));
        // Who waits is told, but has nothing in the calendar.
        for one in &mut told {
            one.invited &= one.enrolment.is_some_and(|who| seated.get(&who) == Some(&true));
        }
    }
    let together = co_trainers::of_session(r, row.id)?;
    let named: Vec<PersonId> = row.trainer_id.into_iter().chain(together).collect();
    let staff =
        if named.is_empty() { concerned::trainers(r, row.edition_id)? } else { concerned::these(r, &named)? };
    let besides: Vec<Told> =
        staff.into_iter().filter(|one| told.iter().all(|other| other.person != one.person)).collect();
    told.extend(besides);
    Ok(told)
}

/// Where a session leads the one who is told of it.
pub fn path_of(told: &Told, row: &SessionRow) -> String {
    match told.enrolment {
        Some(enrolment) => paths::meeting(enrolment, row.activity_id),
        None => paths::session(row.id),
    }
}

/// A session as its letters tell it.
struct Subject {
    row: SessionRow,
    edition: String,
    title: Localised,
    revision: Revision,
}

impl Subject {
    fn new((row, edition, activity): (SessionRow, EditionRow, ActivityRow), revision: Revision) -> Subject {
        Subject { row, edition: edition.title, title: activity.title.0, revision }
    }

    fn invitation(&self, told: &Told) -> Value {
        json!({
            "name": told.name.address(),
            "title": self.title.for_reader(told.language),
            "edition": self.edition,
            "held": held(&self.row, told.language, told.zone),
            "path": path_of(told, &self.row),
        })
    }

    fn brought(&self, told: &Told, cancels: bool) -> Brought {
        let (session, title, edition, revision) =
            (&self.row, &self.title, self.edition.as_str(), self.revision);
        let occasion = Occasion { session, title, edition, revision };
        Brought { event: event(&occasion, told.language, path_of(told, session)), cancels }
    }

    /// Sends a letter, with the event for those who want invitations.
    fn tell(&self, w: &mut Write, told: &Told, letter: &Letter, cancels: bool) -> Result<(), Problem> {
        let now = self.revision.at;
        if told.invited {
            mail::send_with(w, now, letter, &self.brought(told, cancels))?;
        } else {
            mail::send(w, now, letter)?;
        }
        Ok(())
    }
}

/// Whoever acted knows already; a letter goes to them only to keep their calendar right.
fn is_news(told: &Told, actor: &Actor) -> bool {
    actor.person != Some(told.person) || told.invited
}

/// Invites those who want invitations to a session that was booked.
pub(super) fn booked(w: &mut Write, id: SessionId, now: Moment) -> Result<(), Problem> {
    let Some(found) = sessions::session(w, id)?.filter(|(row, ..)| row.ends_at > now) else { return Ok(()) };
    let told = concerned(w, &found.0)?;
    let subject = Subject::new(found, Revision { number: 0, at: now });
    for one in told.iter().filter(|one| one.invited) {
        let data = subject.invitation(one);
        subject.tell(w, one, &Letter { name: "session_invitation", to: one.recipient(), data }, false)?;
    }
    Ok(())
}

/// Puts a session into the calendars of those of these people who want invitations, because they have a place in it now;
/// or takes it out of them, because they have none.
///
/// # Errors
/// The database's.
pub fn seats_changed(
    w: &mut Write,
    id: SessionId,
    (who, seated): (&[EnrolmentId], bool),
    now: Moment,
) -> Result<(), Problem> {
    let told = if who.is_empty() { Vec::new() } else { concerned::invited(w, who)? };
    let found = if told.is_empty() { None } else { sessions::session(w, id)? };
    let ahead =
        |(row, ..): &(SessionRow, EditionRow, ActivityRow)| row.cancelled_at.is_none() && row.ends_at > now;
    let Some(found) = found.filter(ahead) else { return Ok(()) };
    // The session itself is as it was: what came before is told from this by its moment.
    let number = revisions::of(w, &[id])?.get(&id).map_or(0, |known| known.number);
    let subject = Subject::new(found, Revision { number, at: now });
    let name = if seated { "session_invitation" } else { "session_left" };
    for one in &told {
        let data = subject.invitation(one);
        subject.tell(w, one, &Letter { name, to: one.recipient(), data }, !seated)?;
    }
    Ok(())
}

/// Tells everybody whom it concerns that a session was moved, or is held elsewhere or by somebody else. Those who learn
/// are not told who teaches. Whatever is over is nobody's news.
pub(super) fn changed(w: &mut Write, actor: &Actor, old: &SessionRow, now: Moment) -> Result<(), Problem> {
    let Some(found) = sessions::session(w, old.id)? else { return Ok(()) };
    let differs = differs(old, &found.0);
    if !differs && old.trainer_id == found.0.trainer_id {
        return Ok(());
    }
    let revision = revisions::insert(w, old.id, now)?;
    if old.ends_at <= now && found.0.ends_at <= now {
        return Ok(());
    }
    let all = before_and_after(concerned(w, old)?, concerned(w, &found.0)?);
    let subject = Subject::new(found, revision);
    for (one, before, after) in all {
        if !is_news(&one, actor) || (!differs && before && after) {
            continue;
        }
        let data = json!({
            "name": one.name.address(),
            "title": subject.title.for_reader(one.language),
            "was": held(old, one.language, one.zone),
            "held": held(&subject.row, one.language, one.zone),
            "joins": !before,
            "leaves": !after,
            "path": path_of(&one, &subject.row),
        });
        subject.tell(w, &one, &Letter { name: "session_changed", to: one.recipient(), data }, !after)?;
    }
    Ok(())
}

/// Everybody once, with whether the session concerned them before and does now: those who learn first.
fn before_and_after(before: Vec<Told>, after: Vec<Told>) -> Vec<(Told, bool, bool)> {
    let was: HashSet<PersonId> = before.iter().map(|one| one.person).collect();
    let is: HashSet<PersonId> = after.iter().map(|one| one.person).collect();
    let left = before.into_iter().filter(|one| !is.contains(&one.person)).map(|one| (one, true, false));
    let mut all: Vec<_> = left.collect();
    all.extend(
        after.into_iter().map(|one| (was.contains(&one.person), one)).map(|(was, one)| (one, was, true)),
    );
    all.sort_by_key(|(one, ..)| (one.enrolment.is_none(), one.enrolment, one.person));
    all
}

/// What is held, when or where is another.
fn differs(old: &SessionRow, new: &SessionRow) -> bool {
    let seen = |row: &SessionRow| (row.activity_id, row.starts_at, row.ends_at, row.mode);
    seen(old) != seen(new) || old.place != new.place || old.link != new.link
}

/// Tells everybody whom it concerns that a session will not be held, and why, each in their own language.
pub(super) fn cancelled(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    let revision = revisions::insert(w, id, now)?;
    let Some(found) = sessions::session(w, id)? else { return Ok(()) };
    let told = concerned(w, &found.0)?;
    let subject = Subject::new(found, revision);
    for one in told.iter().filter(|one| is_news(one, actor)) {
        let (when, own) = clock(&subject.row, one.language, one.zone);
        let data = json!({
            "name": one.name.address(),
            "title": subject.title.for_reader(one.language),
            "when": when,
            "city": dates::zone_city(one.language, subject.row.time_zone),
            "own": own,
            "reason": subject.row.cancellation_reason,
        });
        subject.tell(w, one, &Letter { name: "session_cancelled", to: one.recipient(), data }, true)?;
    }
    Ok(())
}

/// When and where a session is held, for the templates of letters.
pub fn held(row: &SessionRow, language: Language, zone: ZoneName) -> Value {
    let (when, own) = clock(row, language, zone);
    let city = dates::zone_city(language, row.time_zone);
    json!({ "when": when, "city": city, "own": own, "place": row.place, "link": row.link })
}

/// The time of a session by the clock on its wall, and by the reader's where that shows another.
fn clock(row: &SessionRow, language: Language, zone: ZoneName) -> (String, Option<String>) {
    let hours = |from, to| format!("{}–{}", dates::time(from), dates::time(to));
    let when = format!("{}, {}", dates::day(language, row.held_on), hours(row.starts_local, row.ends_local));
    let (from, to) = (row.starts_at.local(zone), row.ends_at.local(zone));
    let own = (from != row.held_on.and_time(row.starts_local)).then(|| {
        let own = hours(from.time(), to.time());
        let same_day = from.date() == row.held_on;
        if same_day { own } else { format!("{}, {own}", dates::day(language, from.date())) }
    });
    (when, own)
}
