//! Whom to remind, and of what that was done.

use super::records::{CHECK, CheckRow};
use crate::db::schema::{
    mentor_candidacies, mentor_checks, mentor_notices as notices, mentor_reminders as rows, role_grants,
};
use crate::db::{Read, Write, each};
use crate::kernel::{MentorCheckId, MentorId, MentorPairId, Moment, OrganisationId, PersonId, Problem};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// The papers of open candidacies that end within a span, those that were told of left out; all of them, or only this one.
pub fn ending(
    r: &mut Read,
    (from, until): (NaiveDate, NaiveDate),
    only: Option<MentorCheckId>,
) -> Result<Vec<CheckRow>, Problem> {
    let mut query = mentor_checks::table
        .inner_join(mentor_candidacies::table)
        .filter(mentor_candidacies::is_open.eq(true))
        .filter(mentor_checks::valid_until.ge(from))
        .filter(mentor_checks::valid_until.le(until))
        .order(mentor_checks::id)
        .select(CHECK)
        .into_boxed();
    if let Some(id) = only {
        query = query.filter(mentor_checks::id.eq(id));
    }
    let found: Vec<CheckRow> = query.load(r.conn())?;
    let ids: Vec<MentorCheckId> = found.iter().map(|row| row.id).collect();
    let told: Vec<Option<MentorCheckId>> =
        rows::table.filter(rows::check_id.eq_any(ids)).select(rows::check_id).load(r.conn())?;
    let told: HashSet<MentorCheckId> = told.into_iter().flatten().collect();
    Ok(found.into_iter().filter(|row| !told.contains(&row.id)).collect())
}

/// The overdue contacts of some pairs that were told of.
pub fn told(r: &mut Read, pairs: &[MentorPairId]) -> Result<HashSet<(MentorPairId, NaiveDate)>, Problem> {
    let told: Vec<(Option<MentorPairId>, Option<NaiveDate>)> = rows::table
        .filter(rows::pair_id.eq_any(pairs.to_vec()))
        .select((rows::pair_id, rows::due_on))
        .load(r.conn())?;
    Ok(told.into_iter().filter_map(|(pair, due)| pair.zip(due)).collect())
}

/// Writes down that a mentor was told of a paper; `false` when that was done before.
pub fn note_check(w: &mut Write, check: MentorCheckId, now: Moment) -> Result<bool, Problem> {
    let insert =
        diesel::insert_into(rows::table).values((rows::check_id.eq(Some(check)), rows::sent_at.eq(now)));
    let noted: usize = each!(w.conn(), c => {
        insert.on_conflict(rows::check_id).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// Writes down that coordinators were told of an overdue contact; `false` when that was done before.
pub fn note_contact(
    w: &mut Write,
    (pair, due_on): (MentorPairId, NaiveDate),
    now: Moment,
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(rows::table).values((
        rows::pair_id.eq(Some(pair)),
        rows::due_on.eq(Some(due_on)),
        rows::sent_at.eq(now),
    ));
    let noted: usize = each!(w.conn(), c => {
        insert.on_conflict((rows::pair_id, rows::due_on)).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// The papers among these of which those who coordinate were told that they have expired.
pub fn checks_noticed(r: &mut Read, these: &[MentorCheckId]) -> Result<HashSet<MentorCheckId>, Problem> {
    let told: Vec<Option<MentorCheckId>> = notices::table
        .filter(notices::check_id.eq_any(these.to_vec()))
        .select(notices::check_id)
        .load(r.conn())?;
    Ok(told.into_iter().flatten().collect())
}

/// The ends of these pairs that were told of.
pub fn ends_noticed(
    r: &mut Read,
    these: &[MentorPairId],
) -> Result<HashSet<(MentorPairId, NaiveDate)>, Problem> {
    let told: Vec<(Option<MentorPairId>, Option<NaiveDate>)> = notices::table
        .filter(notices::pair_id.eq_any(these.to_vec()))
        .select((notices::pair_id, notices::ends_on))
        .load(r.conn())?;
    Ok(told.into_iter().filter_map(|(pair, day)| pair.zip(day)).collect())
}

/// Writes down that those who coordinate were told of a paper that has expired; `false` when that was done before.
pub fn notice_check(w: &mut Write, check: MentorCheckId, now: Moment) -> Result<bool, Problem> {
    let insert = diesel::insert_into(notices::table)
        .values((notices::check_id.eq(Some(check)), notices::sent_at.eq(now)));
    let noted: usize = each!(w.conn(), c => {
        insert.on_conflict(notices::check_id).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// Writes down that the end of a pair on a day was told of; `false` when that was done before.
pub fn notice_end(
    w: &mut Write,
    (pair, ends_on): (MentorPairId, NaiveDate),
    now: Moment,
) -> Result<bool, Problem> {
    let insert = diesel::insert_into(notices::table).values((
        notices::pair_id.eq(Some(pair)),
        notices::ends_on.eq(Some(ends_on)),
        notices::sent_at.eq(now),
    ));
    let noted: usize = each!(w.conn(), c => {
        insert.on_conflict((notices::pair_id, notices::ends_on)).do_nothing().execute(c)?
    });
    Ok(noted > 0)
}

/// Whose paper it is.
pub fn of_check(r: &mut Read, check: MentorCheckId) -> Result<Option<MentorId>, Problem> {
    Ok(mentor_checks::table
        .filter(mentor_checks::id.eq(check))
        .select(mentor_checks::candidacy_id)
        .first(r.conn())
        .optional()?)
}

/// The organisations of some candidacies.
pub fn organisations_of(
    r: &mut Read,
    among: &[MentorId],
) -> Result<Vec<(MentorId, OrganisationId)>, Problem> {
    Ok(mentor_candidacies::table
        .filter(mentor_candidacies::id.eq_any(among.to_vec()))
        .select((mentor_candidacies::id, mentor_candidacies::organisation_id))
        .load(r.conn())?)
}

/// Who coordinates an organisation; where nobody does, who administers it. A mentor does not accompany themselves.
pub fn coordinators(
    r: &mut Read,
    organisation: OrganisationId,
    mentor: PersonId,
) -> Result<Vec<PersonId>, Problem> {
    for role in ["coordinator", "administrator"] {
        let mut found: Vec<PersonId> = role_grants::table
            .filter(role_grants::role.eq(role))
            .filter(role_grants::organisation_id.eq(organisation))
            .filter(role_grants::revoked_at.is_null())
            .filter(role_grants::person_id.ne(mentor))
            .order(role_grants::person_id)
            .select(role_grants::person_id)
            .load(r.conn())?;
        found.dedup();
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}
