//! What somebody writes into a draft: one form for each kind of paper. Everything else comes from the group.

mod faults;

pub use faults::explained;

use super::words::{OrderKind, Part};
use crate::kernel::name::tidy;
use crate::kernel::{EnrolmentId, PersonId, PersonName, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

words! {
    /// What somebody is in a commission.
    MemberRole {
        /// Председатель.
        Chair = "chair",
        /// Заместитель председателя: certifies as a member does, and chairs when the chair is not there.
        DeputyChair = "deputy_chair",
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
pub(super) const LONGEST_TOPIC: usize = 300;

/// How somebody's final assessment went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who.
    pub enrolment: EnrolmentId,
    /// How; nothing while nobody has decided it. Then the sheet cannot be signed.
    #[serde(default)]
    pub outcome: Option<Outcome>,
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

    /// Whom it names itself, as what, and with which mark. A protocol names those of its sheet; whose assessment is not
    /// decided is among [`Content::undecided`].
    pub fn people(&self) -> Vec<(EnrolmentId, Part, Option<String>)> {
        match self {
            Content::Enrolment { people, .. } => {
                people.iter().map(|one| (one.enrolment, Part::Enrolled, None)).collect()
            }
            Content::AssessmentSheet { entries, .. } => entries
                .iter()
                .filter_map(|one| Some((one.enrolment, part_of(one.outcome?), one.mark())))
                .collect(),
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

    /// The topics of final works that a sheet says.
    pub fn topics(&self) -> BTreeMap<EnrolmentId, String> {
        let Content::AssessmentSheet { entries, .. } = self else { return BTreeMap::new() };
        entries.iter().filter_map(|one| Some((one.enrolment, one.topic.clone()?))).collect()
    }

    /// The people of the commission it names.
    pub fn members(&self) -> &[Member] {
        match self {
            Content::Commission { members } => members,
            _ => &[],
        }
    }

    /// Whose assessment nobody has decided yet.
    pub fn undecided(&self) -> Vec<EnrolmentId> {
        let Content::AssessmentSheet { entries, .. } = self else { return Vec::new() };
        entries.iter().filter(|one| one.outcome.is_none()).map(|one| one.enrolment).collect()
    }
}

/// The outcome that is proposed for somebody: by the final assessment (whether it is passed, with its percent) where the
/// course has one, else by the rule of completion. Nothing where the data do not say it: somebody decides then.
pub fn proposed(last: Option<(bool, Option<i32>)>, complete: bool) -> Option<Outcome> {
    match last {
        Some((true, _)) => Some(Outcome::Passed),
        // All of it right and yet not passed: something else is missing, and that is no matter of a percent.
        Some((false, Some(100))) => None,
        Some((false, Some(_))) => Some(Outcome::Failed),
        Some((false, None)) => Some(Outcome::Absent),
        None => complete.then_some(Outcome::Passed),
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

#[cfg(test)]
mod tests;
