//! Asking those who wrote an answer whether later editions may read it. Of a team each is asked: one who does not agree
//! is enough.

use super::choosing::prepared;
use super::letters;
use crate::audit::{self, Entry};
use crate::case_library::rules::{Consent, agreed_by_all, consent};
use crate::case_library::store::{self, ExampleRow, MemberAnswer};
use crate::cases::actions::Which;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Moment, PersonName, Problem, ProblemCode, SubmissionId};
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

/// What an author was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The question, with the text that would be shown.
    pub row: ExampleRow,
    /// Everybody who is asked, the reader among them.
    pub members: Vec<MemberAnswer>,
}

impl Asked {
    /// Where it stands with everybody.
    pub fn consent(&self) -> Consent {
        consent(Some((self.row.agreed, self.row.ended_at)))
    }

    /// What the reader has answered.
    pub fn own(&self) -> Option<bool> {
        let own = self.members.iter().find(|one| one.enrolment == self.standing.enrolment.id);
        own.and_then(|one| one.agreed)
    }

    /// The others who have not answered yet; nobody once somebody does not agree, as nothing waits for them then.
    pub fn awaited(&self) -> Vec<&PersonName> {
        let open = self.consent() == Consent::Asked;
        let others = self.members.iter().filter(|one| open && one.enrolment != self.standing.enrolment.id);
        others.filter(|one| one.agreed.is_none()).map(|one| &one.name).collect()
    }
}

/// What the actor was asked about their own answer.
///
/// # Errors
/// `NotFound` unless it is theirs and they are asked.
pub fn asked(r: &mut Read, actor: &Actor, which: Which) -> Result<Asked, Problem> {
    let standing = progress::own_standing(r, actor, which.enrolment)?;
    let fact = standing.activity(which.activity, ActivityKind::Case)?.clone();
    let row = store::question(r, (which.enrolment, which.activity))?.ok_or_else(Problem::not_found)?;
    let members = store::members_of(r, row.id)?;
    Ok(Asked { standing, fact, row, members })
}

/// Agrees or does not; whoever agreed may take it back at any time, and the other way round.
///
/// # Errors
/// As [`asked`].
pub fn answer_question(
    w: &mut Write,
    actor: &Actor,
    which: Which,
    agrees: bool,
    now: Moment,
) -> Result<(), Problem> {
    let found = asked(w, actor, which)?;
    let before = found.own();
    if before == Some(agrees) {
        return Ok(());
    }
    store::answer(w, (found.row.id, which.enrolment), agrees, now)?;
    let answers: Vec<Option<bool>> =
        store::members_of(w, found.row.id)?.into_iter().map(|one| one.agreed).collect();
    store::conclude(w, found.row.id, (agreed_by_all(&answers), now))?;
    let entry = Entry {
        action: "example-answered",
        subject: ("library-example", found.row.id.0),
        before: before.map(|agreed| json!({ "enrolment": which.enrolment, "agreed": agreed })),
        after: Some(json!({ "enrolment": which.enrolment, "agreed": agrees })),
    };
    audit::record(w, actor, now, entry)
}
