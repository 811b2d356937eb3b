//! Exceptions from setups, for one trainee or for everybody whom an organisation sent, and extra time.

use crate::db::schema::{enrolments, quiz_attempts, quiz_overrides};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Moment, OrganisationId, PersonId, Problem, QuizOverrideId,
};
use crate::quizzes::rules::setup::Changes;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// For whom an exception is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// One trainee.
    Trainee(EnrolmentId),
    /// Everybody in the edition whom this organisation sent.
    SentBy(OrganisationId),
}

/// An exception that holds.
#[derive(Debug, Clone, Queryable)]
pub struct OverrideRow {
    /// The exception.
    pub id: QuizOverrideId,
    /// For one trainee,
    pub enrolment_id: Option<EnrolmentId>,
    /// or for those of an organisation.
    pub organisation_id: Option<OrganisationId>,
    /// What it changes.
    pub changes: Json<Changes>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub set_by: Option<PersonId>,
    /// When.
    pub set_at: Moment,
}

/// The exceptions of a quiz that hold, the oldest first.
pub fn of_quiz(r: &mut Read, edition: EditionId, quiz: ActivityId) -> Result<Vec<OverrideRow>, Problem> {
    Ok(quiz_overrides::table
        .filter(quiz_overrides::edition_id.eq(edition))
        .filter(quiz_overrides::activity_id.eq(quiz))
        .filter(quiz_overrides::revoked_at.is_null())
        .order(quiz_overrides::id)
        .select((
            quiz_overrides::id,
            quiz_overrides::enrolment_id,
            quiz_overrides::organisation_id,
            quiz_overrides::changes,
            quiz_overrides::reason,
            quiz_overrides::set_by,
            quiz_overrides::set_at,
        ))
        .load(r.conn())?)
}

/// The exceptions of an edition that hold for one trainee: those of the sending organisation, then their own, the oldest
/// first.
pub fn of_trainee(
    r: &mut Read,
    edition: EditionId,
    (enrolment, sent_by): (EnrolmentId, Option<OrganisationId>),
) -> Result<Vec<(ActivityId, Changes)>, Problem> {
    type Row = (ActivityId, Option<EnrolmentId>, Option<OrganisationId>, Json<Changes>);
    let rows: Vec<Row> = quiz_overrides::table
        .filter(quiz_overrides::edition_id.eq(edition))
        .filter(quiz_overrides::revoked_at.is_null())
        .order(quiz_overrides::id)
        .select((
            quiz_overrides::activity_id,
            quiz_overrides::enrolment_id,
            quiz_overrides::organisation_id,
            quiz_overrides::changes,
        ))
        .load(r.conn())?;
    let group =
        rows.iter().filter(|(_, _, organisation, _)| organisation.is_some() && *organisation == sent_by);
    let own = rows.iter().filter(|(_, whose, _, _)| *whose == Some(enrolment));
    Ok(group.chain(own).map(|(quiz, _, _, changes)| (*quiz, changes.0)).collect())
}

/// How many exceptions hold in an edition, by quiz.
pub fn counts(r: &mut Read, edition: EditionId) -> Result<HashMap<ActivityId, i64>, Problem> {
    let counts: Vec<(ActivityId, i64)> = quiz_overrides::table
        .filter(quiz_overrides::edition_id.eq(edition))
        .filter(quiz_overrides::revoked_at.is_null())
        .group_by(quiz_overrides::activity_id)
        .select((quiz_overrides::activity_id, count_star()))
        .load(r.conn())?;
    Ok(counts.into_iter().collect())
}

/// An exception about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewOverride<'o> {
    /// In which edition.
    pub edition: EditionId,
    /// From which quiz's setup.
    pub activity: ActivityId,
    /// For whom.
    pub whom: Whom,
    /// What it changes.
    pub changes: Changes,
    /// Why.
    pub reason: &'o str,
}

/// Writes an exception.
pub fn insert(
    w: &mut Write,
    new: &NewOverride<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<QuizOverrideId, Problem> {
    let (enrolment, organisation) = match new.whom {
        Whom::Trainee(enrolment) => (Some(enrolment), None),
        Whom::SentBy(organisation) => (None, Some(organisation)),
    };
    Ok(diesel::insert_into(quiz_overrides::table)
        .values((
            quiz_overrides::edition_id.eq(new.edition),
            quiz_overrides::activity_id.eq(new.activity),
            quiz_overrides::enrolment_id.eq(enrolment),
            quiz_overrides::organisation_id.eq(organisation),
            quiz_overrides::changes.eq(Json(new.changes)),
            quiz_overrides::reason.eq(new.reason),
            quiz_overrides::set_by.eq(by),
            quiz_overrides::set_at.eq(now),
        ))
        .returning(quiz_overrides::id)
        .get_result(w.conn())?)
}

/// Takes an exception back; `false` when there is none such that still holds.
pub fn revoke(
    w: &mut Write,
    (edition, quiz): (EditionId, ActivityId),
    id: QuizOverrideId,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let standing = quiz_overrides::table
        .filter(quiz_overrides::id.eq(id))
        .filter(quiz_overrides::edition_id.eq(edition))
        .filter(quiz_overrides::activity_id.eq(quiz))
        .filter(quiz_overrides::revoked_at.is_null());
    let changed = diesel::update(standing)
        .set((quiz_overrides::revoked_at.eq(now), quiz_overrides::revoked_by.eq(by)))
        .execute(w.conn())?;
    Ok(changed > 0)
}

/// How many attempts are under way in an edition, by quiz.
pub fn under_way(r: &mut Read, edition: EditionId) -> Result<HashMap<ActivityId, i64>, Problem> {
    let counts: Vec<(ActivityId, i64)> = quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::submitted_at.is_null())
        .group_by(quiz_attempts::activity_id)
        .select((quiz_attempts::activity_id, count_star()))
        .load(r.conn())?;
    Ok(counts.into_iter().collect())
}

/// The attempts at a quiz that are under way for a trainee, or for everybody whom an organisation sent.
pub fn open_attempts(
    r: &mut Read,
    (edition, quiz): (EditionId, ActivityId),
    whom: Whom,
) -> Result<Vec<AttemptId>, Problem> {
    let open = quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .filter(quiz_attempts::submitted_at.is_null())
        .order(quiz_attempts::id)
        .select(quiz_attempts::id);
    Ok(match whom {
        Whom::Trainee(enrolment) => open.filter(enrolments::id.eq(enrolment)).load(r.conn())?,
        Whom::SentBy(organisation) => {
            open.filter(enrolments::organisation_id.eq(organisation)).load(r.conn())?
        }
    })
}

/// The attempts of a person that are under way, at any quiz of any edition.
pub fn open_attempts_of(r: &mut Read, person: PersonId) -> Result<Vec<AttemptId>, Problem> {
    Ok(quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::person_id.eq(person))
        .filter(quiz_attempts::submitted_at.is_null())
        .order(quiz_attempts::id)
        .select(quiz_attempts::id)
        .load(r.conn())?)
}

/// Until when the last of the attempts at a quiz that are under way in an edition takes answers.
pub fn last_taken_until(
    r: &mut Read,
    edition: EditionId,
    quiz: ActivityId,
) -> Result<Option<Moment>, Problem> {
    Ok(quiz_attempts::table
        .inner_join(enrolments::table)
        .filter(enrolments::edition_id.eq(edition))
        .filter(quiz_attempts::activity_id.eq(quiz))
        .filter(quiz_attempts::submitted_at.is_null())
        .select(diesel::dsl::max(quiz_attempts::taken_until))
        .first(r.conn())?)
}
