//! The members of a team as of the day a version was handed in: who was present, and what each of them gets.

use crate::db::schema::{
    enrolments, people, submission_members as table, team_adjustments as adjustments, team_ratings as ratings,
};
use crate::db::{Read, Write, each};
use crate::kernel::{EnrolmentId, Moment, OrganisationId, PersonId, PersonName, Problem, SubmissionId};
use diesel::prelude::*;

/// A member of the team whose version it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareRow {
    /// Which version.
    pub submission: SubmissionId,
    /// The place in the edition.
    pub enrolment: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// Who sent them.
    pub organisation: Option<OrganisationId>,
    /// Whether they had a part in it: nobody else gets its grade.
    pub present: bool,
    /// The points that a trainer has added, or taken off where they are below zero.
    pub points: i32,
    /// Their own total, once the grade is released.
    pub total: Option<i32>,
    /// Whether that passes.
    pub passed: Option<bool>,
}

type Columns = (
    (SubmissionId, EnrolmentId, bool, i32, Option<i32>, Option<bool>),
    (PersonId, String, String, Option<String>),
    Option<OrganisationId>,
);

/// The members of versions, by name.
pub fn shares(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<ShareRow>, Problem> {
    let rows: Vec<Columns> = table::table
        .inner_join(enrolments::table.on(enrolments::id.eq(table::enrolment_id)))
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(table::submission_id.eq_any(ids.to_vec()))
        .order((table::submission_id, people::sort_ru, table::enrolment_id))
        .select((
            (
                table::submission_id,
                table::enrolment_id,
                table::present,
                table::points,
                table::total,
                table::passed,
            ),
            (people::id, people::surname, people::given_name, people::patronymic),
            enrolments::organisation_id,
        ))
        .load(r.conn())?;
    let share = |((submission, enrolment, present, points, total, passed), who, organisation): Columns| {
        let (person, surname, given_name, patronymic) = who;
        let name = PersonName { surname, given_name, patronymic };
        ShareRow { submission, enrolment, person, name, organisation, present, points, total, passed }
    };
    Ok(rows.into_iter().map(share).collect())
}

/// Writes down who was in the team when it handed a version in, and who was present.
pub fn insert_shares(
    w: &mut Write,
    id: SubmissionId,
    members: &[(EnrolmentId, bool)],
) -> Result<(), Problem> {
    for (enrolment, present) in members {
        diesel::insert_into(table::table)
            .values((
                table::submission_id.eq(id),
                table::enrolment_id.eq(enrolment),
                table::present.eq(present),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Copies a grade to a member, or takes it away from one who was absent.
pub fn put_grade(
    w: &mut Write,
    (id, enrolment): (SubmissionId, EnrolmentId),
    grade: Option<(i32, bool)>,
) -> Result<(), Problem> {
    let (total, passed) = grade.unzip();
    diesel::update(table::table.find((id, enrolment)))
        .set((table::total.eq(total), table::passed.eq(passed)))
        .execute(w.conn())?;
    Ok(())
}

/// What a trainer changed for one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustmentRow {
    /// For whom.
    pub enrolment: EnrolmentId,
    /// Of which version.
    pub submission: SubmissionId,
    /// Whether they had a part in it from then on.
    pub present: bool,
    /// The points added or taken off.
    pub points: i32,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Option<PersonName>,
    /// When.
    pub at: Moment,
}

type AdjustmentColumns =
    ((EnrolmentId, SubmissionId, bool, i32), (String, Moment), Option<(String, String, Option<String>)>);

/// What was changed for members of versions, the latest first.
pub fn adjustments(r: &mut Read, ids: &[SubmissionId]) -> Result<Vec<AdjustmentRow>, Problem> {
    let rows: Vec<AdjustmentColumns> = adjustments::table
        .left_join(people::table)
        .filter(adjustments::submission_id.eq_any(ids.to_vec()))
        .order(adjustments::id.desc())
        .select((
            (
                adjustments::enrolment_id,
                adjustments::submission_id,
                adjustments::present,
                adjustments::points,
            ),
            (adjustments::reason, adjustments::made_at),
            (people::surname, people::given_name, people::patronymic).nullable(),
        ))
        .load(r.conn())?;
    let row = |((enrolment, submission, present, points), (reason, at), by): AdjustmentColumns| {
        let name = |(surname, given_name, patronymic)| PersonName { surname, given_name, patronymic };
        AdjustmentRow { enrolment, submission, present, points, reason, by: by.map(name), at }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes a change for one member down; it holds from now on.
pub fn insert_adjustment(
    w: &mut Write,
    (id, enrolment): (SubmissionId, EnrolmentId),
    (present, points, reason): (bool, i32, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(adjustments::table)
        .values((
            adjustments::submission_id.eq(id),
            adjustments::enrolment_id.eq(enrolment),
            adjustments::present.eq(present),
            adjustments::points.eq(points),
            adjustments::reason.eq(reason),
            adjustments::made_by.eq(by),
            adjustments::made_at.eq(now),
        ))
        .execute(w.conn())?;
    diesel::update(table::table.find((id, enrolment)))
        .set((table::present.eq(present), table::points.eq(points)))
        .execute(w.conn())?;
    Ok(())
}

/// How one member sees the share of another one.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct RatingRow {
    /// Of which version.
    pub submission: SubmissionId,
    /// Who says so.
    pub rater: EnrolmentId,
    /// Of whom.
    pub rated: EnrolmentId,
    /// From 1 to 4.
    pub rating: i32,
    /// What they say about it; may be empty.
    pub remark: String,
}

/// The ratings inside the teams of versions; `rater` asks for those of one member.
pub fn ratings(
    r: &mut Read,
    ids: &[SubmissionId],
    rater: Option<EnrolmentId>,
) -> Result<Vec<RatingRow>, Problem> {
    let mut query = ratings::table
        .filter(ratings::submission_id.eq_any(ids.to_vec()))
        .order((ratings::submission_id, ratings::rated_id, ratings::rater_id))
        .select((
            ratings::submission_id,
            ratings::rater_id,
            ratings::rated_id,
            ratings::rating,
            ratings::remark,
        ))
        .into_boxed();
    if let Some(rater) = rater {
        query = query.filter(ratings::rater_id.eq(rater));
    }
    Ok(query.load(r.conn())?)
}

/// Writes a rating, in the place of an earlier one.
pub fn put_rating(w: &mut Write, row: &RatingRow, now: Moment) -> Result<(), Problem> {
    let values = (
        ratings::submission_id.eq(row.submission),
        ratings::rater_id.eq(row.rater),
        ratings::rated_id.eq(row.rated),
        ratings::rating.eq(row.rating),
        ratings::remark.eq(&row.remark),
        ratings::rated_at.eq(now),
    );
    let insert = diesel::insert_into(ratings::table).values(values);
    each!(w.conn(), c => {
        insert
            .on_conflict((ratings::submission_id, ratings::rater_id, ratings::rated_id))
            .do_update()
            .set((ratings::rating.eq(row.rating), ratings::remark.eq(&row.remark), ratings::rated_at.eq(now)))
            .execute(c)?
    });
    Ok(())
}
