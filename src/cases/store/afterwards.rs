//! What stands about a case when it is over; the rooms to the right write it.

use super::setups::CaseAt;
use crate::db::schema::{
    activities, case_discussions, case_extensions, case_hidings, editions, enrolments, example_answers,
    grading_works, library_examples, peer_reviews, programme_versions, shown_answers, submission_members,
    submissions,
};
use crate::db::{Read, Write};
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EnrolmentId, LibraryExampleId, Moment, PersonId, Problem, ProgrammeId, SubmissionId, TeamId,
};
use chrono::NaiveDate;
use diesel::dsl::{exists, max};
use diesel::prelude::*;
use std::collections::HashSet;

/// The last version of somebody's work that was not hidden.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LastWork {
    /// The version.
    pub submission: SubmissionId,
    /// Whose place in the edition.
    pub enrolment: EnrolmentId,
    /// Whose.
    pub author: PersonId,
    /// The text.
    pub text: String,
    /// When it came.
    pub submitted_at: Moment,
    /// The team whose work it is.
    pub team: Option<TeamId>,
}

/// The last works at a case of an edition, of whoever was not withdrawn, in the order of their versions.
pub fn last_works(r: &mut Read, (edition, case): CaseAt) -> Result<Vec<LastWork>, Problem> {
    let rows: Vec<LastWork> = grading_works::table
        .inner_join(submissions::table.inner_join(enrolments::table))
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(grading_works::submission_id)))
        .filter(grading_works::edition_id.eq(edition))
        .filter(grading_works::activity_id.eq(case))
        .filter(case_hidings::submission_id.is_null())
        .filter(enrolments::withdrawn_at.is_null().or(submissions::team_id.is_not_null()))
        .order(submissions::id)
        .select((
            submissions::id,
            submissions::enrolment_id,
            enrolments::person_id,
            submissions::text,
            submissions::submitted_at,
            submissions::team_id,
        ))
        .load(r.conn())?;
    let mut last: Vec<LastWork> = Vec::with_capacity(rows.len());
    for row in rows {
        // A team's versions come from whoever of it hands them in.
        let of_one = |before: &LastWork| match row.team {
            None => before.team.is_none() && before.enrolment == row.enrolment,
            team => before.team == team,
        };
        last.retain(|before| !of_one(before));
        last.push(row);
    }
    Ok(last)
}

/// The latest day that an extension of a case gives anybody.
pub fn latest_extension(r: &mut Read, (edition, case): CaseAt) -> Result<Option<NaiveDate>, Problem> {
    Ok(case_extensions::table
        .filter(case_extensions::edition_id.eq(edition))
        .filter(case_extensions::activity_id.eq(case))
        .filter(case_extensions::revoked_at.is_null())
        .select(max(case_extensions::due_on))
        .first(r.conn())?)
}

/// Whether the talk about a case was opened.
pub fn is_discussed(r: &mut Read, at: CaseAt) -> Result<bool, Problem> {
    Ok(diesel::select(exists(case_discussions::table.find(at))).get_result(r.conn())?)
}

/// Whether somebody was asked to let later editions read their answer, and may still answer or take back what they
/// said.
pub fn is_asked(r: &mut Read, (enrolment, case): (EnrolmentId, ActivityId)) -> Result<bool, Problem> {
    let questions = library_examples::table
        .inner_join(shown_answers::table)
        .inner_join(example_answers::table)
        .filter(example_answers::enrolment_id.eq(enrolment))
        .filter(shown_answers::activity_id.eq(case))
        .filter(library_examples::ended_at.is_null());
    Ok(diesel::select(exists(questions)).get_result(r.conn())?)
}

/// Whether somebody reviews works of others at a case, or is reviewed there.
pub fn is_reviewing(r: &mut Read, (enrolment, case): (EnrolmentId, ActivityId)) -> Result<bool, Problem> {
    let reviews = peer_reviews::table
        .inner_join(submissions::table)
        .filter(submissions::activity_id.eq(case))
        .filter(submissions::enrolment_id.eq(enrolment).or(peer_reviews::reviewer_id.eq(enrolment)));
    Ok(diesel::select(exists(reviews)).get_result(r.conn())?)
}

/// Asks somebody who turns out to have had a part in a version what the others were asked about it. What these have agreed
/// to waits for the newcomer's word; a refusal stays one.
pub fn ask_newcomer(w: &mut Write, (id, enrolment): (SubmissionId, EnrolmentId)) -> Result<(), Problem> {
    let open: Vec<(LibraryExampleId, Option<bool>)> = library_examples::table
        .inner_join(shown_answers::table)
        .filter(shown_answers::submission_id.eq(id))
        .filter(library_examples::ended_at.is_null())
        .select((library_examples::id, library_examples::agreed))
        .load(w.conn())?;
    for (example, agreed) in open {
        let known = example_answers::table.find((example, enrolment));
        let is_asked: bool = diesel::select(exists(known)).get_result(w.conn())?;
        if is_asked {
            continue;
        }
        diesel::insert_into(example_answers::table)
            .values((example_answers::example_id.eq(example), example_answers::enrolment_id.eq(enrolment)))
            .execute(w.conn())?;
        if agreed == Some(true) {
            diesel::update(library_examples::table.find(example))
                .set((
                    library_examples::agreed.eq(None::<bool>),
                    library_examples::answered_at.eq(None::<Moment>),
                ))
                .execute(w.conn())?;
        }
    }
    Ok(())
}

/// The answers of earlier editions of the same programme at the case of this key, which their authors let this one
/// read, the newest first.
pub fn examples(r: &mut Read, edition: &EditionRow, key: &str) -> Result<Vec<LibraryExampleId>, Problem> {
    let programme: ProgrammeId = programme_versions::table
        .find(edition.version_id)
        .select(programme_versions::programme_id)
        .first(r.conn())?;
    let same_day = editions::starts_on.eq(edition.starts_on).and(editions::id.lt(edition.id));
    let mut agreed: Vec<(LibraryExampleId, SubmissionId)> = library_examples::table
        .inner_join(
            shown_answers::table
                .inner_join(editions::table.inner_join(programme_versions::table))
                .inner_join(activities::table),
        )
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(shown_answers::submission_id)))
        .filter(library_examples::agreed.eq(true))
        .filter(library_examples::ended_at.is_null())
        .filter(programme_versions::programme_id.eq(programme))
        .filter(activities::key.eq(key))
        .filter(editions::starts_on.lt(edition.starts_on).or(same_day))
        .filter(case_hidings::submission_id.is_null())
        .order(library_examples::id.desc())
        .select((library_examples::id, shown_answers::submission_id))
        .load(r.conn())?;
    let lacking = lacking(r, &agreed)?;
    agreed.retain(|(_, of)| !lacking.contains(of));
    Ok(agreed.into_iter().map(|(id, _)| id).collect())
}

/// The versions of which somebody who had a part in them has not agreed to the example. Who had a part may change after the
/// question, so what was agreed then is no consent of everybody now.
fn lacking(
    r: &mut Read,
    agreed: &[(LibraryExampleId, SubmissionId)],
) -> Result<HashSet<SubmissionId>, Problem> {
    if agreed.is_empty() {
        return Ok(HashSet::new());
    }
    let (examples, versions): (Vec<LibraryExampleId>, Vec<SubmissionId>) = agreed.iter().copied().unzip();
    let present: Vec<(SubmissionId, EnrolmentId)> = submission_members::table
        .filter(submission_members::submission_id.eq_any(versions))
        .filter(submission_members::present)
        .select((submission_members::submission_id, submission_members::enrolment_id))
        .load(r.conn())?;
    let said: Vec<(SubmissionId, EnrolmentId)> = example_answers::table
        .inner_join(library_examples::table.inner_join(shown_answers::table))
        .filter(example_answers::example_id.eq_any(examples))
        .filter(example_answers::agreed.eq(true))
        .select((shown_answers::submission_id, example_answers::enrolment_id))
        .load(r.conn())?;
    let said: HashSet<(SubmissionId, EnrolmentId)> = said.into_iter().collect();
    Ok(present.into_iter().filter(|one| !said.contains(one)).map(|(id, _)| id).collect())
}
