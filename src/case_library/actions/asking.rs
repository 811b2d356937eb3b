//! Asking those who wrote an answer whether later editions may read it. Of a team each is asked: one who does not agree
//! is enough.

use super::choosing::prepared;
use super::letters;
use crate::audit::{self, Entry};
use crate::case_library::rules::{Consent, agreed_by_all, consent};
use crate::case_library::store::{self, ExampleRow, MemberAnswer};
use crate::cases::actions::Which;
use crate::db::{Read, Write};
use crate::kernel::{
    Actor, EnrolmentId, Fault, LibraryExampleId, Moment, PersonName, Problem, ProblemCode, SubmissionId,
};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use serde_json::json;

/// Asks everybody who had a part in it, with the copy as it is now. What was asked before ends, an older text is not shown any more.
///
/// # Errors
/// As [`prepared`]; `Invalid` while no copy was made; `Conflict` when they were asked about this very text.
pub fn ask(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let Some(answer) = found.shown() else {
        return Err(Problem::invalid(vec![Fault::new("text", "shown-first")]));
    };
    if let Some(before) = found.example.as_ref().filter(|row| row.ended_at.is_none()) {
        if before.text == answer.text {
            return Err(Problem::new(ProblemCode::Conflict));
        }
        store::end(w, before.id, (actor.person, now))?;
    }
    let asked: Vec<EnrolmentId> = found.authors.iter().map(|(enrolment, _)| *enrolment).collect();
    store::ask(w, (answer.id, &answer.text), &asked, (actor.person, now))?;
    let after = Some(json!({ "text": answer.text }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "example-asked", subject, before: None, after })?;
    letters::ask_authors(w, &found, now)
}

/// Asks no more, and shows the answer to later editions no more.
///
/// # Errors
/// As [`prepared`]; `Conflict` when nothing is asked.
pub fn stop_asking(w: &mut Write, actor: &Actor, id: SubmissionId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let row = found.example.filter(|row| row.ended_at.is_none());
    let row = row.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    store::end(w, row.id, (actor.person, now))?;
    let before = Some(json!({ "agreed": row.agreed }));
    let subject = ("submission", id.0);
    audit::record(w, actor, now, Entry { action: "example-ended", subject, before, after: None })
}

/// What an author was asked at a case.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The question that was asked last.
    pub newest: Question,
    /// Those before it that staff still ask, the newest first: about works of other teams that the reader was in.
    pub earlier: Vec<Question>,
}

impl Asked {
    /// Every question, the newest first.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        std::iter::once(&self.newest).chain(&self.earlier)
    }
}

/// A question to those who wrote an answer, in front of one of them.
#[derive(Debug, Clone)]
pub struct Question {
    /// The question, with the text that would be shown.
    pub row: ExampleRow,
    /// Everybody who is asked, the reader among them.
    pub members: Vec<MemberAnswer>,
    /// The reader's place in the edition.
    pub reader: EnrolmentId,
}

impl Question {
    /// Where it stands with everybody.
    pub fn consent(&self) -> Consent {
        consent(Some((self.row.agreed, self.row.ended_at)))
    }

    /// What the reader has answered.
    pub fn own(&self) -> Option<bool> {
        let own = self.members.iter().find(|one| one.enrolment == self.reader);
        own.and_then(|one| one.agreed)
    }

    /// The others who have not answered yet; nobody once somebody does not agree, as nothing waits for them then.
    pub fn awaited(&self) -> Vec<&PersonName> {
        let open = self.consent() == Consent::Asked;
        let others = self.members.iter().filter(|one| open && one.enrolment != self.reader);
        others.filter(|one| one.agreed.is_none()).map(|one| &one.name).collect()
    }
}

/// What the actor was asked about their own answers.
///
/// # Errors
/// `NotFound` unless they are theirs and they are asked.
pub fn asked(r: &mut Read, actor: &Actor, which: Which) -> Result<Asked, Problem> {
    let standing = progress::own_standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    let mut questions = Vec::new();
    for row in store::questions(r, (which.enrolment, which.activity))? {
        let members = store::members_of(r, row.id)?;
        questions.push(Question { row, members, reader: which.enrolment });
    }
    let mut questions = questions.into_iter();
    let newest = questions.next().ok_or_else(Problem::not_found)?;
    Ok(Asked { standing, fact, newest, earlier: questions.collect() })
}

/// Agrees or does not; whoever agreed may take it back at any time, and the other way round. Where no question is named
/// the newest is meant.
///
/// # Errors
/// As [`asked`]; `NotFound` for a question that the actor is not asked.
pub fn answer_question(
    w: &mut Write,
    actor: &Actor,
    which: Which,
    (example, agrees): (Option<LibraryExampleId>, bool),
    now: Moment,
) -> Result<(), Problem> {
    let found = asked(w, actor, which)?;
    let meant = found.questions().find(|one| example.is_none_or(|example| one.row.id == example));
    let question = meant.ok_or_else(Problem::not_found)?;
    let (id, before) = (question.row.id, question.own());
    if before == Some(agrees) {
        return Ok(());
    }
    store::answer(w, (id, which.enrolment), agrees, now)?;
    let answers: Vec<Option<bool>> = store::members_of(w, id)?.into_iter().map(|one| one.agreed).collect();
    store::conclude(w, id, (agreed_by_all(&answers), now))?;
    let entry = Entry {
        action: "example-answered",
        subject: ("library-example", id.0),
        before: before.map(|agreed| json!({ "enrolment": which.enrolment, "agreed": agreed })),
        after: Some(json!({ "enrolment": which.enrolment, "agreed": agrees })),
    };
    audit::record(w, actor, now, entry)
}
