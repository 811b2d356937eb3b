//! What was written down of candidates: papers that were seen, and conversations.

use crate::db::schema::{mentor_checks, mentor_interviews};
use crate::db::{Read, Write};
use crate::kernel::{MentorCheckId, MentorId, Moment, PersonId, Problem};
use crate::mentoring::rules::{Check, CheckKind, Interview};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A paper that was seen. What it says is nowhere kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct CheckRow {
    /// The row.
    pub id: MentorCheckId,
    /// Whose.
    pub candidacy: MentorId,
    /// Which paper.
    pub kind: CheckKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
    /// The last day on which it holds.
    pub valid_until: Option<NaiveDate>,
    /// When somebody saw it.
    pub seen_at: Moment,
    /// Who.
    pub seen_by: Option<PersonId>,
}

impl CheckRow {
    /// What the rules know of it.
    pub fn fact(&self) -> Check {
        Check { kind: self.kind, dated: self.dated, valid_until: self.valid_until }
    }
}

/// The columns of a [`CheckRow`].
pub(super) const CHECK: (
    mentor_checks::id,
    mentor_checks::candidacy_id,
    mentor_checks::kind,
    mentor_checks::number,
    mentor_checks::dated,
    mentor_checks::valid_until,
    mentor_checks::seen_at,
    mentor_checks::seen_by,
) = (
    mentor_checks::id,
    mentor_checks::candidacy_id,
    mentor_checks::kind,
    mentor_checks::number,
    mentor_checks::dated,
    mentor_checks::valid_until,
    mentor_checks::seen_at,
    mentor_checks::seen_by,
);

/// The papers of some candidates, in the order in which they were seen.
pub fn checks(r: &mut Read, among: &[MentorId]) -> Result<Vec<CheckRow>, Problem> {
    Ok(mentor_checks::table
        .filter(mentor_checks::candidacy_id.eq_any(among.to_vec()))
        .order((mentor_checks::candidacy_id, mentor_checks::id))
        .select(CHECK)
        .load(r.conn())?)
}

/// A paper that somebody holds in their hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheck {
    /// Which.
    pub kind: CheckKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
    /// The last day on which it holds.
    pub valid_until: Option<NaiveDate>,
}

/// Writes down that a paper was seen.
pub fn insert_check(
    w: &mut Write,
    candidacy: MentorId,
    new: &NewCheck,
    (by, now): (Option<PersonId>, Moment),
) -> Result<MentorCheckId, Problem> {
    Ok(diesel::insert_into(mentor_checks::table)
        .values((
            mentor_checks::candidacy_id.eq(candidacy),
            mentor_checks::kind.eq(new.kind),
            mentor_checks::number.eq(&new.number),
            mentor_checks::dated.eq(new.dated),
            mentor_checks::valid_until.eq(new.valid_until),
            mentor_checks::seen_at.eq(now),
            mentor_checks::seen_by.eq(by),
        ))
        .returning(mentor_checks::id)
        .get_result(w.conn())?)
}

/// A conversation with a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct InterviewRow {
    /// With whom.
    pub candidacy: MentorId,
    /// On which day.
    pub held_on: NaiveDate,
    /// Face to face.
    pub in_person: bool,
    /// Whether whoever held it speaks for an admission.
    pub recommended: bool,
    /// For those who decide; the candidate does not read them.
    pub notes: String,
    /// Who wrote it down.
    pub by: Option<PersonId>,
}

impl InterviewRow {
    /// What the rules know of it.
    pub fn fact(&self) -> Interview {
        Interview { held_on: self.held_on, in_person: self.in_person, recommended: self.recommended }
    }
}

/// The conversations with some candidates, in the order in which they were written down.
pub fn interviews(r: &mut Read, among: &[MentorId]) -> Result<Vec<InterviewRow>, Problem> {
    Ok(mentor_interviews::table
        .filter(mentor_interviews::candidacy_id.eq_any(among.to_vec()))
        .order((mentor_interviews::candidacy_id, mentor_interviews::id))
        .select((
            mentor_interviews::candidacy_id,
            mentor_interviews::held_on,
            mentor_interviews::in_person,
            mentor_interviews::recommended,
            mentor_interviews::notes,
            mentor_interviews::recorded_by,
        ))
        .load(r.conn())?)
}

/// A conversation to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInterview {
    /// On which day.
    pub held_on: NaiveDate,
    /// Face to face.
    pub in_person: bool,
    /// Whether whoever held it speaks for an admission.
    pub recommended: bool,
    /// For those who decide.
    pub notes: String,
}

/// Writes a conversation down.
pub fn insert_interview(
    w: &mut Write,
    candidacy: MentorId,
    new: &NewInterview,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(mentor_interviews::table)
        .values((
            mentor_interviews::candidacy_id.eq(candidacy),
            mentor_interviews::held_on.eq(new.held_on),
            mentor_interviews::in_person.eq(new.in_person),
            mentor_interviews::recommended.eq(new.recommended),
            mentor_interviews::notes.eq(&new.notes),
            mentor_interviews::recorded_at.eq(now),
            mentor_interviews::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
