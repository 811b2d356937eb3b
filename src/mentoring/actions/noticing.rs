//! Letters to those who accompany mentors: of a new application, of a paper that has expired while a pair meets, of a pair
//! whose planned end is near or over. A paper that expired while the program stood still is told of when it runs again.

use super::reminding::Reminder;
use crate::db::{Read, Write};
use crate::kernel::{
    Language, MentorCheckId, MentorId, MentorPairId, Moment, OrganisationId, PersonId, Problem, Word as _,
    dates,
};
use crate::mail::{self, Letter};
use crate::mentoring::rules::contacts::{self, End};
use crate::mentoring::store::pairs::{self, PairRow, Which};
use crate::mentoring::store::records::{self, CheckRow};
use crate::mentoring::store::settings::{self, SettingRow};
use crate::mentoring::store::{self, CandidacyRow, reminders as rows};
use crate::people::store::addressees::{self, Addressee};
use crate::web::paths;
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Tells those who coordinate an organisation that somebody has applied on the site.
///
/// # Errors
/// The database's.
pub(super) fn tell_of_application(
    w: &mut Write,
    (id, organisation, person): (MentorId, OrganisationId, PersonId),
    now: Moment,
) -> Result<(), Problem> {
    let Some(row) = store::find(w, id)? else { return Ok(()) };
    let names = store::organisation_names(w, &[organisation])?;
    let people = coordinators(w, (organisation, person))?;
    to_coordinators(
        w,
        people,
        ("candidacy_new", &row),
        now,
        |_| json!({ "organisation": names.get(&organisation) }),
    )
}

/// Those who coordinate, with where to write to them.
fn coordinators(
    r: &mut Read,
    (organisation, mentor): (OrganisationId, PersonId),
) -> Result<Vec<Addressee>, Problem> {
    let found = rows::coordinators(r, organisation, mentor)?;
    addressees::of(r, &found)
}

/// One letter about a mentor to each of those who coordinate.
fn to_coordinators(
    w: &mut Write,
    people: Vec<Addressee>,
    (name, row): (&'static str, &CandidacyRow),
    now: Moment,
    more: impl Fn(Language) -> Value,
) -> Result<(), Problem> {
    for to in people {
        let mut data = json!({
            "name": to.name.address(),
            "mentor": row.name.full(),
            "path": paths::mentor(row.id),
        });
        if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more(to.language)) {
            data.extend(more);
        }
        mail::send(w, now, &Letter { name, to: to.recipient(), data })?;
    }
    Ok(())
}

/// The pairs among these that nobody has closed.
fn open(r: &mut Read, which: Which<'_>) -> Result<Vec<PairRow>, Problem> {
    let mut open = pairs::pairs(r, which)?;
    open.retain(|pair| pair.closure.is_none());
    Ok(open)
}

/// What the organisations of some mentors ask for.
pub(super) fn settings_of(
    r: &mut Read,
    mentors: &[MentorId],
) -> Result<HashMap<MentorId, SettingRow>, Problem> {
    let organisations = rows::organisations_of(r, mentors)?;
    let mut asking: Vec<OrganisationId> =
        organisations.iter().map(|(_, organisation)| *organisation).collect();
    asking.sort_unstable();
    asking.dedup();
    let settings = settings::of(r, &asking)?;
    let of = |organisation| settings.get(organisation).cloned().unwrap_or_else(SettingRow::usual);
    Ok(organisations.iter().map(|(mentor, organisation)| (*mentor, of(organisation))).collect())
}

/// Papers that have expired, of those of these mentors whose pair meets, as far as they are asked for and nobody was told.
pub(super) fn expired(r: &mut Read, which: Which<'_>, today: NaiveDate) -> Result<Vec<Reminder>, Problem> {
    let mentors: Vec<MentorId> = open(r, which)?.iter().map(|pair| pair.candidacy).collect();
    let settings = settings_of(r, &mentors)?;
    let every = records::checks(r, &mentors)?;
    let asked = |row: &CheckRow| {
        settings.get(&row.candidacy).is_some_and(|setting| setting.asked.checks().contains(&row.kind))
    };
    let over = |row: &&CheckRow| row.valid_until.is_some_and(|until| until < today);
    let found = every.iter().filter(over).filter(|row| asked(row) && is_latest(row, &every));
    let found: Vec<MentorCheckId> = found.map(|row| row.id).collect();
    let told = rows::checks_noticed(r, &found)?;
    Ok(found.into_iter().filter(|id| !told.contains(id)).map(Reminder::Expired).collect())
}

/// Whether no paper of its kind has taken its place: none has a later date, and none of its date was seen later.
pub(super) fn is_latest(row: &CheckRow, every: &[CheckRow]) -> bool {
    let newer = |one: &CheckRow| (one.dated, one.id) > (row.dated, row.id);
    !every.iter().any(|one| one.candidacy == row.candidacy && one.kind == row.kind && newer(one))
}

/// Pairs whose planned end is near or over, as far as nobody was told of that day.
pub(super) fn ending(r: &mut Read, which: Which<'_>, today: NaiveDate) -> Result<Vec<Reminder>, Problem> {
    let mut near = open(r, which)?;
    near.retain(|pair| contacts::end(pair.ends_on(), today) != End::Far);
    let ids: Vec<MentorPairId> = near.iter().map(|pair| pair.id).collect();
    let told = rows::ends_noticed(r, &ids)?;
    let days = near.iter().map(|pair| (pair.id, pair.ends_on()));
    Ok(days.filter(|one| !told.contains(one)).map(|(pair, day)| Reminder::End(pair, day)).collect())
}

/// Tells those who coordinate of a paper that has expired; it is told of when somebody is there to read it.
pub(super) fn of_expired(w: &mut Write, check: MentorCheckId, now: Moment) -> Result<(), Problem> {
    let Some(id) = rows::of_check(w, check)? else { return Ok(()) };
    let Some(row) = store::find(w, id)? else { return Ok(()) };
    let papers = records::checks(w, &[id])?;
    let Some(paper) = papers.into_iter().find(|paper| paper.id == check) else { return Ok(()) };
    let people = coordinators(w, (row.organisation, row.person))?;
    let Some(until) = paper.valid_until else { return Ok(()) };
    if people.is_empty() || !rows::notice_check(w, check, now)? {
        return Ok(());
    }
    to_coordinators(
        w,
        people,
        ("mentor_paper_over", &row),
        now,
        |language| json!({ "check": paper.kind.as_str(), "until": dates::date(language, until) }),
    )
}

/// Tells the mentor and those who coordinate that the planned end of a pair is near or over.
pub(super) fn of_end(
    w: &mut Write,
    (id, ends_on): (MentorPairId, NaiveDate),
    now: Moment,
) -> Result<(), Problem> {
    let Some(pair) = pairs::pairs(w, Which::One(id))?.pop() else { return Ok(()) };
    let Some(row) = store::find(w, pair.candidacy)? else { return Ok(()) };
    let people = coordinators(w, (row.organisation, row.person))?;
    if people.is_empty() || !rows::notice_end(w, (id, ends_on), now)? {
        return Ok(());
    }
    let code = &pair.agreement.mentee_code;
    to_coordinators(
        w,
        people,
        ("mentor_pair_ends", &row),
        now,
        |language| json!({ "mentee": code, "until": dates::date(language, ends_on) }),
    )?;
    for to in addressees::of(w, &[row.person])? {
        let data = json!({
            "name": to.name.address(),
            "mentee": code,
            "until": dates::date(to.language, ends_on),
            "path": paths::MY_MENTORING,
        });
        mail::send(w, now, &Letter { name: "mentor_pair_ends_own", to: to.recipient(), data })?;
    }
    Ok(())
}
