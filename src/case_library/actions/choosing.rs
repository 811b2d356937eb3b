//! Choosing an answer: a copy of its text that names nobody.

use crate::audit::{self, Entry};
use crate::case_library::rules::{self, Consent, consent};
use crate::case_library::store::{self, AnswerRow, ExampleRow};
use crate::cases::store as cases;
use crate::db::{Read, Write};
use crate::editions::store::{EditionRow, chosen};
use crate::kernel::{
    ActivityId, Actor, EnrolmentId, Localised, Moment, PersonId, Problem, ProblemCode, SubmissionId,
};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions as progress;
use serde_json::json;

/// A version that is shown, or may be.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The version.
    pub submission: SubmissionId,
    /// Its text as it was handed in.
    pub original: String,
    /// The copy, shown or taken out.
    pub answer: Option<AnswerRow>,
    /// The newest question to those who had a part in it.
    pub example: Option<ExampleRow>,
    /// What those who had a part in it have answered so far.
    pub answers: Vec<Option<bool>>,
    /// Who had a part in it, by place and account: for questions and letters, never for a page.
    pub(super) authors: Vec<(EnrolmentId, PersonId)>,
}

impl Prepared {
    /// The copy while it is shown.
    pub fn shown(&self) -> Option<&AnswerRow> {
        self.answer.as_ref().filter(|row| row.taken_out_at.is_none())
    }

    /// Where their consent stands.
    pub fn consent(&self) -> Consent {
        consent(self.example.as_ref().map(|row| (row.agreed, row.ended_at)))
    }
}

/// A version for those who teach its edition.
///
/// # Errors
/// `NotFound` for anybody else, and for a version that was hidden; `Forbidden` for one's own.
pub fn prepared(r: &mut Read, actor: &Actor, id: SubmissionId) -> Result<Prepared, Problem> {
    let row = cases::submission(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.enrolment_id)?;
    let edition = &standing.edition;
    if !actor.teaches(edition.id, edition.organisation_id) || !cases::hidings(r, &[id])?.is_empty() {
        return Err(Problem::not_found());
    }
    let author = (row.enrolment_id, standing.enrolment.person_id);
    let members = cases::shares(r, &[id])?;
    let wrote = |person| actor.person == Some(person);
    if wrote(author.1) || members.iter().any(|share| wrote(share.person)) {
        return Err(Problem::forbidden());
    }
    let present = members.iter().filter(|share| share.present);
    let mut authors: Vec<_> = present.map(|share| (share.enrolment, share.person)).collect();
    if members.is_empty() {
        authors.push(author);
    }
    let title = standing.activity(row.activity_id, ActivityKind::Case)?.title.clone();
    let answer = store::answer_of(r, id)?;
    let example = answer.as_ref().map(|answer| store::newest(r, answer.id)).transpose()?.flatten();
    let answers = match &example {
        Some(row) => store::members_of(r, row.id)?.into_iter().map(|one| one.agreed).collect(),
        None => Vec::new(),
    };
    Ok(Prepared {
        case: row.activity_id,
        title,
        submission: id,
        original: row.text,
        answer,
        example,
        answers,
        authors,
        edition: standing.edition,
    })
}

/// Shows a version by a nameless copy, or shows another copy of it.
///
/// # Errors
/// As [`prepared`]; `Invalid` for a copy that is empty, too long, or has the surname of anybody of the edition in it, of
/// those who were withdrawn too.
pub fn show(
    w: &mut Write,
    actor: &Actor,
    id: SubmissionId,
    typed: &str,
    now: Moment,
) -> Result<AnswerRow, Problem> {
    let found = prepared(w, actor, id)?;
    let people = chosen::everybody(w, found.edition.id)?;
    let text = rules::copy(typed, &people).map_err(|fault| Problem::invalid(vec![fault]))?;
    let at = (found.edition.id, found.case);
    let row = store::put_answer(w, at, (id, &text), (actor.person, now))?;
    let before = found.shown().map(|row| json!({ "number": row.number, "text": row.text }));
    let after = Some(json!({ "number": row.number, "text": row.text }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "answer-shown", subject, before, after })?;
    Ok(row)
}

/// Shows a version no more. What was said about it goes with it; an example that its author agreed to stays.
///
/// # Errors
/// As [`prepared`]; `Conflict` when it is not shown.
pub fn take_out(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let row = found.shown().ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    store::take_out(w, row.id, now)?;
    let before = Some(json!({ "number": row.number, "text": row.text }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "answer-taken-out", subject, before, after: None })
}
