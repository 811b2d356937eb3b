//! What a new draft says before anybody has written into it.

use super::drafting::Begin;
use super::group::{Desk, Group, numbered};
use crate::db::Read;
use crate::kernel::{Actor, EnrolmentId, Language, Moment, Problem};
use crate::orders::rules::content::{
    Content, Ending, Entry, Leaver, Listed, Outcome, initials_and_surname, proposed,
};
use crate::orders::rules::standing::Own;
use crate::orders::rules::words::OrderKind;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::held_of;
use crate::progress::rules::{ActivityFact, all_met, evaluate};
use crate::progress::store as progress;
use crate::render::Words;

/// The proposal for a draft.
pub(super) fn propose(
    r: &mut Read,
    actor: &Actor,
    (desk, words): (&Desk, &Words),
    (wanted, now): (&Begin, Moment),
) -> Result<Content, Problem> {
    let group = &desk.group;
    let language = group.language();
    Ok(match wanted.kind {
        OrderKind::Enrolment => Content::Enrolment {
            responsible_post: String::new(),
            responsible_name: initials_and_surname(&actor.name).trim().to_owned(),
            people: group.unenrolled().into_iter().map(|id| listed(group, id, (words, language))).collect(),
        },
        OrderKind::Commission => Content::Commission { members: desk.commission.clone() },
        OrderKind::AssessmentSheet => sheet(r, group, (words, language), now)?,
        OrderKind::Protocol => Content::Protocol {
            present: numbered(&desk.commission).map(|(place, _)| place).collect(),
            topic: words.text_with(
                language,
                "orders-print-topic",
                &[("group", group.number.as_deref().unwrap_or_default())],
            ),
            questions: Vec::new(),
            opinions: None,
        },
        OrderKind::Closing => Content::Closing { people: leavers(group) },
        OrderKind::Expulsion => Content::Expulsion {
            enrolment: wanted.enrolment.ok_or_else(Problem::not_found)?,
            reason: String::new(),
            ground: String::new(),
        },
        OrderKind::Correction => Content::Correction { change: String::new(), ground: String::new() },
        OrderKind::Cancellation => Content::Cancellation { ground: String::new() },
    })
}

/// A letter of the sender, where somebody was sent, else an application.
fn listed(group: &Group, enrolment: EnrolmentId, (words, language): (&Words, Language)) -> Listed {
    let sent = group.trainees.iter().find(|one| one.enrolment == enrolment);
    let ground = match sent.and_then(|one| one.sent_by.as_deref()) {
        Some(sender) => words.text_with(language, "orders-print-ground-sent", &[("organisation", sender)]),
        None => words.text(language, "orders-print-ground-own"),
    };
    Listed { enrolment, ground }
}

/// The last quiz or case that counts is the final assessment: its result is the proposal for each. In a course without one,
/// whoever has met the rule of completion is proposed to have passed; of everybody else somebody has to decide.
fn sheet(
    r: &mut Read,
    group: &Group,
    (words, language): (&Words, Language),
    now: Moment,
) -> Result<Content, Problem> {
    let facts = progress::facts_of_edition(r, group.edition.version_id, group.edition.id)?;
    let held = held_of(r, &group.edition, now)?;
    let own = group.standing.own();
    let assessed = group.trainees.iter().filter(|one| {
        own.get(&one.enrolment).is_some_and(|own| own.studies() && !own.passed() && own.pending.is_none())
    });
    let mut assessment = None;
    let mut entries = Vec::new();
    for one in assessed {
        let own = facts.get(&one.enrolment).map(Vec::as_slice).unwrap_or_default();
        let last = own.iter().rev().find(|fact| is_final(fact));
        if let (None, Some(fact)) = (&assessment, last) {
            assessment = Some(fact.title.for_reader(language).to_owned());
        }
        let complete =
            !own.is_empty() && all_met(&evaluate(&group.edition.rule.0, own, &held.of(one.enrolment)));
        entries.push(entry(one.enrolment, (last, complete), (words, language)));
    }
    let assessment = assessment.unwrap_or_else(|| words.text(language, "orders-print-assessment-usual"));
    Ok(Content::AssessmentSheet { assessment, entries })
}

fn is_final(fact: &ActivityFact) -> bool {
    fact.counts && matches!(fact.kind, ActivityKind::Quiz | ActivityKind::Case)
}

fn entry(
    enrolment: EnrolmentId,
    (last, complete): (Option<&ActivityFact>, bool),
    (words, language): (&Words, Language),
) -> Entry {
    let percent = last.and_then(|fact| fact.result).map(|result| result.as_percent());
    let outcome = proposed(last.map(|fact| (fact.completed, percent)), complete);
    let grade = match outcome {
        Some(Outcome::Passed) => Some(words.text(language, "orders-print-grade-passed")),
        Some(Outcome::Failed) => Some(words.text(language, "orders-print-grade-failed")),
        Some(Outcome::Absent) | None => None,
    };
    Entry { enrolment, outcome, percent, grade, topic: None }
}

/// Everybody who studies: with the document who has passed, else with a справка.
fn leavers(group: &Group) -> Vec<Leaver> {
    let own = group.standing.own();
    let leaver = |enrolment: EnrolmentId| {
        let own: &Own = own.get(&enrolment).filter(|own| own.studies() && own.pending.is_none())?;
        let ending = if own.passed() { Ending::Document } else { Ending::StudyCertificate };
        Some(Leaver { enrolment, ending })
    };
    group.trainees.iter().filter_map(|one| leaver(one.enrolment)).collect()
}
