//! What is wrong with what was typed into a draft, whatever the group: nothing said, too much said, what contradicts itself.

use super::{Content, Entry, LONGEST_TOPIC, Member, MemberRole, Outcome, ground_of};
use crate::kernel::Fault;
use crate::orders::rules::grades::verdict;
use crate::orders::rules::{LONGEST_NAME, LONGEST_REASON, SHORTEST_REASON};
use std::collections::BTreeSet;

impl Content {
    /// What is wrong with what was typed, whatever the group: nothing said, too much said.
    pub fn faults(&self) -> Vec<Fault> {
        match self {
            Content::Enrolment { responsible_post, responsible_name, people } => {
                let mut faults: Vec<Fault> =
                    needed("responsible_post", responsible_post, LONGEST_NAME).into_iter().collect();
                faults.extend(needed("responsible_name", responsible_name, LONGEST_NAME));
                faults.extend(nobody("people", people.len()));
                let grounds = people
                    .iter()
                    .flat_map(|one| needed(&ground_of(one.enrolment), &one.ground, LONGEST_NAME));
                faults.extend(grounds);
                faults
            }
            Content::Commission { members } => commission_faults(members),
            Content::AssessmentSheet { assessment, entries } => {
                let mut faults: Vec<Fault> =
                    needed("assessment", assessment, LONGEST_NAME).into_iter().collect();
                faults.extend(nobody("entries", entries.len()));
                faults.extend(entries.iter().flat_map(entry_faults));
                faults
            }
            Content::Protocol { topic, questions, opinions, .. } => {
                let mut faults: Vec<Fault> = needed("topic", topic, LONGEST_REASON).into_iter().collect();
                let all: usize = questions.iter().map(|question| question.chars().count()).sum();
                faults.extend((all > 4 * LONGEST_REASON).then(|| too_long("questions", 4 * LONGEST_REASON)));
                let said = opinions.as_deref().map_or(0, |said| said.chars().count());
                faults.extend((said > LONGEST_REASON).then(|| too_long("opinions", LONGEST_REASON)));
                faults
            }
            Content::Closing { people } => nobody("people", people.len()).into_iter().collect(),
            Content::Expulsion { reason, ground, .. } => {
                let mut faults = explained("reason", reason);
                faults.extend(explained("ground", ground));
                faults
            }
            Content::Correction { change, ground } => {
                let mut faults = explained("change", change);
                faults.extend(explained("ground", ground));
                faults
            }
            Content::Cancellation { ground } => explained("ground", ground),
        }
    }
}

fn too_long(field: &str, limit: usize) -> Fault {
    Fault::new(field, "too-long").with("limit", limit)
}

fn needed(field: &str, text: &str, limit: usize) -> Option<Fault> {
    let length = text.trim().chars().count();
    if length == 0 {
        Some(Fault::new(field, "required"))
    } else {
        (length > limit).then(|| too_long(field, limit))
    }
}

/// What is wrong with a reason: not said, said in too few letters, or in too many.
pub fn explained(field: &str, text: &str) -> Vec<Fault> {
    let length = text.trim().chars().count();
    if length > 0 && length < SHORTEST_REASON {
        return vec![Fault::new(field, "order-reason-short").with("limit", SHORTEST_REASON)];
    }
    needed(field, text, LONGEST_REASON).into_iter().collect()
}

fn nobody(field: &str, count: usize) -> Option<Fault> {
    (count == 0).then(|| Fault::new(field, "order-nobody"))
}

fn entry_faults(entry: &Entry) -> Vec<Fault> {
    let mut faults = Vec::new();
    if entry.percent.is_some_and(|percent| !(0..=100).contains(&percent)) {
        let field = format!("percent-{}", entry.enrolment);
        faults.push(Fault::new(field, "out-of-range").with("low", 0).with("high", 100));
    }
    if entry.grade.as_deref().is_some_and(|grade| grade.chars().count() > 100) {
        faults.push(too_long(&format!("grade-{}", entry.enrolment), 100));
    }
    if entry.topic.as_deref().is_some_and(|topic| topic.chars().count() > LONGEST_TOPIC) {
        faults.push(too_long(&format!("topic-{}", entry.enrolment), LONGEST_TOPIC));
    }
    faults.extend(entry.outcome.into_iter().flat_map(|outcome| contradictions(entry, outcome)));
    faults
}

/// Where the percent or the grade says something else than the outcome: nobody fails with «отлично», passes with nothing,
/// or has a mark without having been there.
fn contradictions(entry: &Entry, outcome: Outcome) -> Vec<Fault> {
    let (percent, grade) = (format!("percent-{}", entry.enrolment), format!("grade-{}", entry.enrolment));
    let said = entry.grade.as_deref().map(str::trim).filter(|grade| !grade.is_empty());
    let judged = said.and_then(verdict);
    let wrong = match outcome {
        Outcome::Absent => [
            entry.percent.map(|_| (percent, "order-percent-absent")),
            judged.map(|_| (grade, "order-grade-absent")),
        ],
        Outcome::Passed => [
            entry.percent.filter(|percent| *percent == 0).map(|_| (percent, "order-percent-passed")),
            judged.filter(|passes| !passes).map(|_| (grade, "order-grade-passed")),
        ],
        Outcome::Failed => [
            entry.percent.filter(|percent| *percent == 100).map(|_| (percent, "order-percent-failed")),
            judged.filter(|passes| *passes).map(|_| (grade, "order-grade-failed")),
        ],
    };
    let fault = |(field, code): (String, &'static str)| {
        let fault = Fault::new(field, code);
        said.map_or(fault.clone(), |grade| fault.with("grade", grade))
    };
    wrong.into_iter().flatten().map(fault).collect()
}

/// A commission has one chair, at most one deputy, at least one member more, and one secretary; nobody is in it twice.
fn commission_faults(members: &[Member]) -> Vec<Fault> {
    let count = |role| members.iter().filter(|member| member.role == role).count();
    let mut faults = Vec::new();
    if count(MemberRole::Chair) != 1 {
        faults.push(Fault::new("members", "order-commission-chair"));
    }
    if count(MemberRole::DeputyChair) > 1 {
        faults.push(Fault::new("members", "order-commission-deputy"));
    }
    if count(MemberRole::Member) == 0 {
        faults.push(Fault::new("members", "order-commission-members"));
    }
    if count(MemberRole::Secretary) != 1 {
        faults.push(Fault::new("members", "order-commission-secretary"));
    }
    let mut seen = BTreeSet::new();
    for (place, member) in members.iter().enumerate() {
        let number = place + 1;
        faults.extend(needed(&format!("post-{number}"), &member.post, LONGEST_NAME));
        let field = format!("person-{number}");
        let full = member.name.full();
        if member.name.surname.is_empty() || member.name.given_name.is_empty() {
            faults.push(Fault::new(field, "order-member-name"));
        } else if !seen.insert(crate::kernel::name::fold(&full)) {
            faults.push(Fault::new(field, "order-member-twice").with("name", full));
        }
    }
    faults
}
