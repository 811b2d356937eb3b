//! What somebody writes into a draft: one form for each kind of paper. Everything else comes from the group.

use super::words::{OrderKind, Part};
use super::{LONGEST_NAME, LONGEST_REASON, SHORTEST_REASON};
use crate::kernel::name::tidy;
use crate::kernel::{EnrolmentId, Fault, PersonId, PersonName, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// What somebody is in a commission.
    MemberRole {
        /// Председатель.
        Chair = "chair",
        /// Член комиссии.
        Member = "member",
        /// Секретарь: keeps the minutes and certifies nobody.
        Secretary = "secretary",
    }
}

words! {
    /// How the final assessment of somebody went.
    Outcome {
        /// Passed.
        Passed = "passed",
        /// Not passed.
        Failed = "failed",
        /// Not there.
        Absent = "absent",
    }
}

words! {
    /// With which paper somebody leaves.
    Ending {
        /// The document of the programme.
        Document = "document",
        /// Справка об обучении или о периоде обучения (273-ФЗ, ст. 60, ч. 12).
        StudyCertificate = "study_certificate",
    }
}

/// Somebody to be enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Who.
    pub enrolment: EnrolmentId,
    /// On which ground: an application, a contract, a letter of the sender.
    #[serde(default)]
    pub ground: String,
}

/// Somebody of a commission, with the name of the day of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// As what.
    pub role: MemberRole,
    /// The account, where it is somebody of the site.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The name.
    pub name: PersonName,
    /// The post.
    pub post: String,
}

impl Member {
    /// Whether this one certifies; the secretary does not.
    pub fn certifies(&self) -> bool {
        self.role != MemberRole::Secretary
    }
}

/// The longest topic of a final work, in characters.
const LONGEST_TOPIC: usize = 300;

/// How somebody's final assessment went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who.
    pub enrolment: EnrolmentId,
    /// How.
    pub outcome: Outcome,
    /// The result in percent.
    #[serde(default)]
    pub percent: Option<i32>,
    /// The grade in words or figures.
    #[serde(default)]
    pub grade: Option<String>,
    /// The topic of the final work, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

impl Entry {
    /// The mark as papers write it: «зачтено», «87 %», «отлично (92 %)».
    pub fn mark(&self) -> Option<String> {
        let percent = self.percent.map(|percent| format!("{percent} %"));
        match (self.grade.clone().filter(|grade| !grade.is_empty()), percent) {
            (Some(grade), Some(percent)) => Some(format!("{grade} ({percent})")),
            (grade, percent) => grade.or(percent),
        }
    }
}

/// Somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaver {
    /// Who.
    pub enrolment: EnrolmentId,
    /// With which paper.
    pub ending: Ending,
}

/// What a draft says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Who is enrolled, and who answers for the course.
    Enrolment {
        /// The post of who answers for the course.
        #[serde(default)]
        responsible_post: String,
        /// Their name, in the nominative.
        #[serde(default)]
        responsible_name: String,
        /// Who is enrolled.
        #[serde(default)]
        people: Vec<Listed>,
    },
    /// Who certifies.
    Commission {
        /// The chair, the members, the secretary.
        #[serde(default)]
        members: Vec<Member>,
    },
    /// How the assessment went.
    AssessmentSheet {
        /// Which kind of assessment: «зачёт», «защита проекта».
        #[serde(default)]
        assessment: String,
        /// How it went for each.
        #[serde(default)]
        entries: Vec<Entry>,
    },
    /// What the commission has decided. The marks are those of the sheet it is about.
    Protocol {
        /// Who was there: places in the list of the commission, from 1.
        #[serde(default)]
        present: BTreeSet<usize>,
        /// What was on the agenda.
        #[serde(default)]
        topic: String,
        /// Which questions or topics were given.
        #[serde(default)]
        questions: Vec<String>,
        /// Special opinions of members.
        #[serde(default)]
        opinions: Option<String>,
    },
    /// Who leaves, with which paper.
    Closing {
        /// Everybody named.
        #[serde(default)]
        people: Vec<Leaver>,
    },
    /// Somebody who leaves before the end.
    Expulsion {
        /// Who.
        enrolment: EnrolmentId,
        /// Why.
        #[serde(default)]
        reason: String,
        /// On which ground: an application, a memo.
        #[serde(default)]
        ground: String,
    },
    /// What is to be read instead in an earlier paper.
    Correction {
        /// What is changed.
        #[serde(default)]
        change: String,
        /// On which ground.
        #[serde(default)]
        ground: String,
    },
    /// An earlier paper that is void.
    Cancellation {
        /// Why.
        #[serde(default)]
        ground: String,
    },
}

impl Content {
    /// Of which kind of paper.
    pub fn kind(&self) -> OrderKind {
        match self {
            Content::Enrolment { .. } => OrderKind::Enrolment,
            Content::Commission { .. } => OrderKind::Commission,
            Content::AssessmentSheet { .. } => OrderKind::AssessmentSheet,
            Content::Protocol { .. } => OrderKind::Protocol,
            Content::Closing { .. } => OrderKind::Closing,
            Content::Expulsion { .. } => OrderKind::Expulsion,
            Content::Correction { .. } => OrderKind::Correction,
            Content::Cancellation { .. } => OrderKind::Cancellation,
        }
    }

    /// Whom it names itself, as what, and with which mark. A protocol names those of its sheet.
    pub fn people(&self) -> Vec<(EnrolmentId, Part, Option<String>)> {
        match self {
            Content::Enrolment { people, .. } => {
                people.iter().map(|one| (one.enrolment, Part::Enrolled, None)).collect()
            }
            Content::AssessmentSheet { entries, .. } => {
                entries.iter().map(|one| (one.enrolment, part_of(one.outcome), one.mark())).collect()
            }
            Content::Closing { people } => people
                .iter()
                .map(|one| match one.ending {
                    Ending::Document => (one.enrolment, Part::Document, None),
                    Ending::StudyCertificate => (one.enrolment, Part::StudyCertificate, None),
                })
                .collect(),
            Content::Expulsion { enrolment, .. } => vec![(*enrolment, Part::Expelled, None)],
            Content::Commission { .. }
            | Content::Protocol { .. }
            | Content::Correction { .. }
            | Content::Cancellation { .. } => Vec::new(),
        }
    }

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

fn part_of(outcome: Outcome) -> Part {
    match outcome {
        Outcome::Passed => Part::Passed,
        Outcome::Failed => Part::Failed,
        Outcome::Absent => Part::Absent,
    }
}

/// The field of somebody's ground in a form.
pub fn ground_of(enrolment: EnrolmentId) -> String {
    format!("ground-{enrolment}")
}

/// A full name in one line as surname, name and the rest; nothing where there are not two words.
pub fn split_name(text: &str) -> Option<PersonName> {
    let text = tidy(text);
    let mut words = text.splitn(3, ' ');
    let (surname, given_name) = (words.next()?, words.next()?);
    Some(PersonName::new(surname, given_name, words.next()))
}

/// «И. О. Фамилия», as names stand beside a signature (ГОСТ Р 7.0.97-2025, реквизит «подпись»).
pub fn initials_and_surname(name: &PersonName) -> String {
    let initial = |text: &str| text.chars().next().map(|letter| format!("{letter}. ")).unwrap_or_default();
    let patronymic = name.patronymic.as_deref().map(initial).unwrap_or_default();
    format!("{}{patronymic}{}", initial(&name.given_name), name.surname)
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
    faults
}

/// A commission has one chair, at least one member more, and one secretary; nobody is in it twice.
fn commission_faults(members: &[Member]) -> Vec<Fault> {
    let count = |role| members.iter().filter(|member| member.role == role).count();
    let mut faults = Vec::new();
    if count(MemberRole::Chair) != 1 {
        faults.push(Fault::new("members", "order-commission-chair"));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn member(role: MemberRole, surname: &str) -> Member {
        let name = PersonName::new(surname, "Анна", None);
        Member { role, person: None, name, post: "методист".into() }
    }

    fn codes(content: &Content) -> Vec<String> {
        content.faults().into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_commission_has_a_chair_a_member_and_a_secretary_each_once() {
        use MemberRole::{Chair, Member as Ordinary, Secretary};
        let whole = vec![member(Chair, "Ким"), member(Ordinary, "Ли"), member(Secretary, "Цой")];
        assert!(codes(&Content::Commission { members: whole.clone() }).is_empty());
        assert_eq!(codes(&Content::Commission { members: Vec::new() }).len(), 3);
        let twice = [whole, vec![member(Ordinary, "КИМ")]].concat();
        assert_eq!(codes(&Content::Commission { members: twice }), ["order-member-twice"]);
    }

    #[test]
    fn a_name_in_one_line_is_split_and_never_declined() {
        let name = split_name(" Ахметова  Динара Серікқызы ").unwrap();
        assert_eq!(name.full(), "Ахметова Динара Серікқызы");
        assert_eq!(initials_and_surname(&name), "Д. С. Ахметова");
        assert_eq!(split_name("Ахметова"), None);
    }

    #[test]
    fn a_mark_joins_grade_and_percent() {
        let entry = |grade: Option<&str>, percent| Entry {
            enrolment: EnrolmentId(1),
            outcome: Outcome::Passed,
            percent,
            grade: grade.map(str::to_owned),
            topic: None,
        };
        assert_eq!(entry(Some("отлично"), Some(92)).mark().unwrap(), "отлично (92 %)");
        assert_eq!(entry(None, Some(92)).mark().unwrap(), "92 %");
        assert_eq!(entry(Some(""), None).mark(), None);
    }
}
