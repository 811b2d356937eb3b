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
use std::collections::{BTreeMap, HashMap};

/// Everybody whom a session concerns: those of whom it is asked, where one signs up those who did, and who teaches it;
/// where nobody is named who still teaches in its edition, all of its trainers.
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
    // Who was taken out of the edition does not learn any more where it meets.
    let mut staff = concerned::trainers(r, row.edition_id)?;
    if staff.iter().any(|one| named.contains(&one.person)) {
        staff.retain(|one| named.contains(&one.person));
    }
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
pub(super) struct Subject {
    pub(super) row: SessionRow,
    edition: String,
    pub(super) title: Localised,
    revision: Revision,
}

impl Subject {
    pub(super) fn new(
        (row, edition, activity): (SessionRow, EditionRow, ActivityRow),
        revision: Revision,
    ) -> Subject {
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
        let event = event(&occasion, told.language, path_of(told, session));
        Brought { event, more: Vec::new(), cancels }
    }

    /// Sends a letter, with the event for those who want invitations.
    pub(super) fn tell(
        &self,
        w: &mut Write,
        told: &Told,
        letter: &Letter,
        (cancels, now): (bool, Moment),
    ) -> Result<(), Problem> {
        if told.invited {
            mail::send_with(w, now, letter, &self.brought(told, cancels))?;
        } else {
            mail::send(w, now, letter)?;
        }
        Ok(())
    }

    fn invite(&self, w: &mut Write, told: &Told, now: Moment) -> Result<(), Problem> {
        let data = self.invitation(told);
        let letter = Letter { name: "session_invitation", to: told.recipient(), data };
        self.tell(w, told, &letter, (false, now))
    }
}

/// Whoever acted knows already; a letter goes to them only to keep their calendar right.
fn is_news(told: &Told, actor: &Actor) -> bool {
    actor.person != Some(told.person) || told.invited
}

/// Invites those who want invitations to a session that was booked.
pub(super) fn booked(w: &mut Write, id: SessionId, now: Moment) -> Result<(), Problem> {
    let Some((subject, invited)) = news(w, id, now)? else { return Ok(()) };
    for one in &invited {
        subject.invite(w, one, now)?;
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
        subject.tell(w, one, &Letter { name, to: one.recipient(), data }, (!seated, now))?;
    }
    Ok(())
}

/// The same for sessions that were booked at once: each person gets one letter, with all that concern them (T1).
pub(super) fn booked_together(w: &mut Write, these: &[SessionId], now: Moment) -> Result<(), Problem> {
    let mut subjects = Vec::with_capacity(these.len());
    let mut letters: BTreeMap<PersonId, (Told, Vec<usize>)> = BTreeMap::new();
    for id in these {
        let Some((subject, invited)) = news(w, *id, now)? else { continue };
        for one in invited {
            letters.entry(one.person).or_insert_with(|| (one, Vec::new())).1.push(subjects.len());
        }
        subjects.push(subject);
    }
    for (told, which) in letters.values() {
        let mut about: Vec<&Subject> = which.iter().filter_map(|at| subjects.get(*at)).collect();
        about.sort_by_key(|subject| (subject.row.starts_at, subject.row.id));
        match about.as_slice() {
            [] => {}
            [one] => one.invite(w, told, now)?,
            [first, rest @ ..] => invite_to_all(w, told, (*first, rest), now)?,
        }
    }
    Ok(())
}

/// A session that is still to be held, with those who want an invitation to it.
fn news(w: &mut Write, id: SessionId, now: Moment) -> Result<Option<(Subject, Vec<Told>)>, Problem> {
    let Some(found) = sessions::session(w, id)?.filter(|(row, ..)| row.ends_at > now) else {
        return Ok(None);
    };
    let mut invited = concerned(w, &found.0)?;
    invited.retain(|one| one.invited);
    Ok(Some((Subject::new(found, Revision { number: 0, at: now }), invited)))
}

fn invite_to_all(
    w: &mut Write,
    told: &Told,
    (first, rest): (&Subject, &[&Subject]),
    now: Moment,
) -> Result<(), Problem> {
    let line = |subject: &Subject| {
        json!({
            "title": subject.title.for_reader(told.language),
            "held": held(&subject.row, told.language, told.zone),
        })
    };
    let lines: Vec<Value> = std::iter::once(first).chain(rest.iter().copied()).map(line).collect();
    let path = match told.enrolment {
        Some(_) => paths::SCHEDULE.to_owned(),
        None => paths::edition_sessions(first.row.edition_id),
    };
    let data = json!({
        "name": told.name.address(),
        "edition": first.edition,
        "count": lines.len(),
        "sessions": lines,
        "path": path,
    });
    let letter = Letter { name: "sessions_invitation", to: told.recipient(), data };
    let more = rest.iter().map(|subject| subject.brought(told, false).event).collect();
    mail::send_with(w, now, &letter, &Brought { more, ..first.brought(told, false) })?;
    Ok(())
}

/// Tells everybody whom it concerns that a session will not be held, and why, each in their own language: at once, and
/// when it was to be held by what they know, a change that nobody was told of yet among it.
pub(super) fn cancelled(w: &mut Write, actor: &Actor, id: SessionId, now: Moment) -> Result<(), Problem> {
    let revision = revisions::insert(w, id, now)?;
    let untold = revisions::untold(w, id)?;
    revisions::forget_untold(w, id)?;
    let Some(found) = sessions::session(w, id)? else { return Ok(()) };
    let mut told = concerned(w, &found.0)?;
    if let Some(known) = &untold {
        let besides = concerned(w, known)?;
        let new = besides.into_iter().filter(|one| told.iter().all(|other| other.person != one.person));
        let new: Vec<Told> = new.collect();
        told.extend(new);
    }
    let subject = Subject::new(found, revision);
    for one in told.iter().filter(|one| is_news(one, actor)) {
        let (when, own) = clock(untold.as_ref().unwrap_or(&subject.row), one.language, one.zone);
        let data = json!({
            "name": one.name.address(),
            "title": subject.title.for_reader(one.language),
            "when": when,
            "city": dates::zone_city(one.language, subject.row.time_zone),
            "own": own,
            "reason": subject.row.cancellation_reason,
        });
        let letter = Letter { name: "session_cancelled", to: one.recipient(), data };
        subject.tell(w, one, &letter, (true, now))?;
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
