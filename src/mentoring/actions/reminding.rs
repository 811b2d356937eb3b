//! Letters: of a paper that expires within thirty days to the mentor, of an overdue contact, a paper that has expired and a
//! pair that ends to those who coordinate. Looked
//! for every few minutes, put into the outbox once, checked again before they go; what went is told by its own row.

use super::{noticing, path};
use crate::db::{Read, Write};
use crate::jobs::{self, NewJob};
use crate::kernel::{MentorCheckId, MentorPairId, Moment, Problem, Word as _, ZoneName, dates};
use crate::mail::{self, Letter};
use crate::mentoring::rules::EXPIRY_NOTICE_DAYS;
use crate::mentoring::rules::contacts;
use crate::mentoring::store::pairs::{self, PairRow, Which};
use crate::mentoring::store::{self, reminders as rows};
use crate::people::store::addressees;
use crate::web::paths;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;

/// The kind of the job that writes the letters about one thing.
pub const REMINDER_JOB: &str = "mentor-reminder";

/// What is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// This paper expires.
    Check(MentorCheckId),
    /// This paper has expired while a pair meets.
    Expired(MentorCheckId),
    /// The planned end of this pair on this day is near or over.
    End(MentorPairId, NaiveDate),
    /// The contact with this pair that was due on this day was not made.
    Contact(MentorPairId, NaiveDate),
}

fn today(now: Moment) -> NaiveDate {
    now.date_in(ZoneName::MOSCOW)
}

/// What is to be told now and was not.
///
/// # Errors
/// The database's.
pub fn due(r: &mut Read, now: Moment) -> Result<Vec<Reminder>, Problem> {
    let today = today(now);
    let mut found = checks_due(r, None, today)?;
    found.extend(contacts_due(r, Which::Open, today)?);
    found.extend(noticing::expired(r, Which::Open, today)?);
    found.extend(noticing::ending(r, Which::Open, today)?);
    Ok(found)
}

/// Papers that end soon; all of them, or only this one.
fn checks_due(r: &mut Read, only: Option<MentorCheckId>, today: NaiveDate) -> Result<Vec<Reminder>, Problem> {
    let notice = u64::try_from(EXPIRY_NOTICE_DAYS).unwrap_or_default();
    let until = today.checked_add_days(Days::new(notice)).unwrap_or(today);
    let ending = rows::ending(r, (today, until), only)?;
    let whose: Vec<_> = ending.iter().map(|row| row.candidacy).collect();
    let every = store::records::checks(r, &whose)?;
    let holds = ending.iter().filter(|row| noticing::is_latest(row, &every));
    Ok(holds.map(|row| Reminder::Check(row.id)).collect())
}

/// Contacts that were not made, of those of these pairs that are not closed.
fn contacts_due(r: &mut Read, which: Which<'_>, today: NaiveDate) -> Result<Vec<Reminder>, Problem> {
    let mut open = pairs::pairs(r, which)?;
    open.retain(|pair| pair.closure.is_none());
    let ids: Vec<MentorPairId> = open.iter().map(|pair| pair.id).collect();
    let told = rows::told(r, &ids)?;
    let of = contacts_of(r, &ids)?;
    let mentors: Vec<_> = open.iter().map(|pair| pair.candidacy).collect();
    let settings = noticing::settings_of(r, &mentors)?;
    let overdue = |pair: &PairRow| {
        let setting = settings.get(&pair.candidacy)?;
        let made = of.get(&pair.id).map(Vec::as_slice).unwrap_or_default();
        let span = (pair.agreement.starts_on, contacts::last_day(pair.ends_on(), today));
        let dues = contacts::schedule(span, &setting.asked, made, today);
        // Of several only the last is told: one contact settles them all.
        let due = dues.iter().rev().find(|due| due.kept == contacts::Kept::Overdue)?;
        Some((pair.id, due.on)).filter(|one| !told.contains(one))
    };
    Ok(open.iter().filter_map(overdue).map(|(pair, on)| Reminder::Contact(pair, on)).collect())
}

fn contacts_of(
    r: &mut Read,
    pairs: &[MentorPairId],
) -> Result<HashMap<MentorPairId, Vec<NaiveDate>>, Problem> {
    let mut of: HashMap<MentorPairId, Vec<NaiveDate>> = HashMap::new();
    for contact in pairs::contacts(r, pairs)? {
        of.entry(contact.pair).or_default().push(contact.held_on);
    }
    Ok(of)
}

/// Puts letters into the outbox. Those that found nobody to go to are tried again on another day; what went is told by its
/// own row, so no letter goes twice.
///
/// # Errors
/// The database's.
pub fn plan(w: &mut Write, these: &[Reminder], now: Moment) -> Result<(), Problem> {
    let today = today(now);
    for reminder in these {
        let which = match reminder {
            Reminder::Check(check) => format!("check-{check}"),
            Reminder::Expired(check) => format!("expired-{check}"),
            Reminder::End(pair, on) => format!("end-{pair}-{on}"),
            Reminder::Contact(pair, on) => format!("contact-{pair}-{on}"),
        };
        let unique_key = Some(format!("{REMINDER_JOB}-{which}-{today}"));
        jobs::enqueue(w, now, NewJob { kind: REMINDER_JOB, payload: json!(reminder), unique_key })?;
    }
    Ok(())
}

/// Writes the letters about one thing, unless that was done or its reason is gone. Only that thing is looked at: it is done
/// under the writer, once for each letter.
///
/// # Errors
/// The database's.
pub fn remind(w: &mut Write, reminder: Reminder, now: Moment) -> Result<(), Problem> {
    let today = today(now);
    let still = match reminder {
        Reminder::Check(check) => checks_due(w, Some(check), today)?,
        Reminder::Expired(check) => match rows::of_check(w, check)? {
            Some(mentor) => noticing::expired(w, Which::Of(&[mentor]), today)?,
            None => Vec::new(),
        },
        Reminder::End(pair, _) => noticing::ending(w, Which::One(pair), today)?,
        Reminder::Contact(pair, _) => contacts_due(w, Which::One(pair), today)?,
    };
    if !still.contains(&reminder) {
        return Ok(());
    }
    match reminder {
        Reminder::Check(check) => of_check(w, check, now),
        Reminder::Expired(check) => {
            noticing::of_expired(w, check, now)?;
            of_check(w, check, now)
        }
        Reminder::End(pair, on) => noticing::of_end(w, (pair, on), now),
        Reminder::Contact(pair, on) => of_contact(w, (pair, on), now),
    }
}

fn of_check(w: &mut Write, check: MentorCheckId, now: Moment) -> Result<(), Problem> {
    let Some(candidacy) = rows::of_check(w, check)? else { return Ok(()) };
    let Some(row) = store::find(w, candidacy)? else { return Ok(()) };
    let known = path::one(w, row)?;
    let Some(paper) = known.checks.iter().find(|row| row.id == check) else { return Ok(()) };
    let (Some(until), Some(to)) = (paper.valid_until, addressees::of(w, &[known.row.person])?.pop()) else {
        return Ok(());
    };
    if !rows::note_check(w, check, now)? {
        return Ok(());
    }
    let data = json!({
        "name": to.name.address(),
        "organisation": known.organisation,
        "check": paper.kind.as_str(),
        "until": dates::date(to.language, until),
        "path": paths::MY_MENTORING,
    });
    mail::send(w, now, &Letter { name: "mentor_check_expires", to: to.recipient(), data })?;
    Ok(())
}

fn of_contact(w: &mut Write, (id, on): (MentorPairId, NaiveDate), now: Moment) -> Result<(), Problem> {
    let Some(pair) = pairs::pairs(w, Which::One(id))?.pop() else { return Ok(()) };
    let Some(row) = store::find(w, pair.candidacy)? else { return Ok(()) };
    let coordinators = rows::coordinators(w, row.organisation, row.person)?;
    let people = addressees::of(w, &coordinators)?;
    if people.is_empty() || !rows::note_contact(w, (id, on), now)? {
        return Ok(());
    }
    for to in people {
        let data = json!({
            "name": to.name.address(),
            "mentor": row.name.full(),
            "mentee": pair.agreement.mentee_code,
            "due": dates::date(to.language, on),
            "path": paths::mentor(row.id),
        });
        mail::send(w, now, &Letter { name: "mentor_contact_due", to: to.recipient(), data })?;
    }
    Ok(())
}
