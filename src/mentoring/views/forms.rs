//! The forms of a mentor's page: each is there when it can be used.

use super::{Typed, check_key, consent_key, field, key, reason_key, way_key};
use crate::kernel::{MentorPairId, Problem, Word as _};
use crate::mentoring::actions::Path;
use crate::mentoring::actions::deciding::DECIDED;
use crate::mentoring::rules::words::{CONSENTS, REASONS, WAYS};
use crate::mentoring::rules::{CheckKind, ClosureReason, ConsentBy, ContactWay, StepKind};
use crate::web::{Choice, Field, Form, Say, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// Which form of the page was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A step.
    Step,
    /// A paper.
    Check,
    /// A conversation.
    Interview,
    /// A pair.
    Pair,
    /// A contact.
    Contact,
    /// A later end of a pair.
    Extension,
    /// A closure.
    Closure,
}

/// What was typed into which form, and what is wrong with it.
pub type Sent<'a> = Option<(Refused, &'a Form, &'a Problem)>;

/// The step that nothing is in the way of.
#[derive(Debug, Clone, Serialize)]
pub struct StepForm {
    url: String,
    step: &'static str,
    label_key: String,
}

/// A refusal.
#[derive(Debug, Clone, Serialize)]
pub struct RefusalForm {
    url: String,
    reason: Field,
}

/// A paper.
#[derive(Debug, Clone, Serialize)]
pub struct CheckForm {
    url: String,
    kind: Field,
    kinds: Vec<Choice>,
    number: Field,
    dated: Field,
    valid_until: Field,
}

/// A conversation.
#[derive(Debug, Clone, Serialize)]
pub struct InterviewForm {
    url: String,
    held_on: Field,
    in_person: Field,
    is_in_person: bool,
    recommended: Field,
    recommendations: Vec<Choice>,
    notes: Field,
}

/// A pair.
#[derive(Debug, Clone, Serialize)]
pub struct PairForm {
    url: String,
    mentee_code: Field,
    mentee_born_in: Field,
    starts_on: Field,
    planned_end: Field,
    consent_by: Field,
    consents: Vec<Choice>,
    consent_paper: Field,
    consent_on: Field,
}

/// A contact.
#[derive(Debug, Clone, Serialize)]
pub struct ContactForm {
    url: String,
    held_on: Field,
    way: Field,
    ways: Vec<Choice>,
    note: Field,
}

/// A later end of a pair.
#[derive(Debug, Clone, Serialize)]
pub struct ExtensionForm {
    url: String,
    planned_end: Field,
    reason: Field,
}

/// A closure.
#[derive(Debug, Clone, Serialize)]
pub struct ClosureForm {
    url: String,
    closed_on: Field,
    reason: Field,
    reasons: Vec<Choice>,
    exit_interview: Field,
}

/// All of them.
#[derive(Debug, Clone, Serialize)]
pub struct Forms {
    step: Option<StepForm>,
    start_url: Option<String>,
    refusal: Option<RefusalForm>,
    check: Option<CheckForm>,
    interview: Option<InterviewForm>,
    pair: Option<PairForm>,
    contact: Option<ContactForm>,
    extension: Option<ExtensionForm>,
    closure: Option<ClosureForm>,
}

impl Forms {
    /// Those that can be used, with what was typed into the one that was refused.
    pub fn new(path: &Path, today: NaiveDate, sent: Sent<'_>, say: Say<'_>) -> Forms {
        let of = |wanted: Refused| match sent {
            Some((refused, form, problem)) if refused == wanted => Some((form, problem)),
            _ => None,
        };
        let (next, missing) = path.next(today).unzip();
        let clear = missing.is_some_and(|missing| missing.is_empty());
        let decided = next.filter(|step| clear && DECIDED.contains(step));
        let asks = |step| next == Some(step);
        let can_refuse = path.lacks(StepKind::Refused, today).is_empty();
        let talks = matches!(path.state(), StepKind::Trained | StepKind::Interviewed);
        let pair = path.open_pair().map(|pair| pair.id);
        let steps_url = paths::mentor_steps(path.row.id);
        Forms {
            step: decided.map(|step| StepForm {
                url: steps_url.clone(),
                step: step.as_str(),
                label_key: key("take", step.as_str()),
            }),
            start_url: pair.filter(|_| clear && asks(StepKind::Active)).map(paths::mentor_pair_start),
            refusal: can_refuse.then(|| RefusalForm {
                url: steps_url,
                reason: field(of(Refused::Step), "refusal", "reason"),
            }),
            check: path.row.is_open.then(|| CheckForm::new(path, of(Refused::Check), say)),
            interview: talks.then(|| InterviewForm::new(path, of(Refused::Interview), say)),
            pair: asks(StepKind::Matched).then(|| PairForm::new(path, of(Refused::Pair), say)),
            contact: pair.map(|id| ContactForm::new(paths::mentor_contacts(id), of(Refused::Contact), say)),
            extension: pair.map(|id| ExtensionForm::new(id, of(Refused::Extension))),
            closure: pair
                .map(|id| ClosureForm::new(paths::mentor_pair_closure(id), of(Refused::Closure), say)),
        }
    }

    /// Every field, for the error summary.
    pub fn fields(&self) -> Vec<&Field> {
        let mut all: Vec<&Field> = Vec::new();
        all.extend(self.refusal.iter().map(|form| &form.reason));
        all.extend(
            self.check.iter().flat_map(|form| [&form.kind, &form.number, &form.dated, &form.valid_until]),
        );
        let interview = self.interview.iter();
        all.extend(interview.flat_map(|form| [&form.held_on, &form.recommended, &form.notes]));
        all.extend(self.pair.iter().flat_map(|form| {
            let child = [&form.mentee_code, &form.mentee_born_in, &form.starts_on, &form.planned_end];
            child.into_iter().chain([&form.consent_by, &form.consent_paper, &form.consent_on])
        }));
        all.extend(self.contact.iter().flat_map(|form| [&form.held_on, &form.way, &form.note]));
        all.extend(self.extension.iter().flat_map(|form| [&form.planned_end, &form.reason]));
        all.extend(
            self.closure.iter().flat_map(|form| [&form.closed_on, &form.reason, &form.exit_interview]),
        );
        all
    }
}

impl CheckForm {
    fn new(path: &Path, typed: Typed<'_>, say: Say<'_>) -> CheckForm {
        let field = |name| field(typed, "check", name);
        let kind = field("kind");
        let choice = |one: CheckKind| Choice::new(one.as_str(), say(&check_key(one)), &kind.value);
        CheckForm {
            url: paths::mentor_checks(path.row.id),
            kinds: CheckKind::ALL.into_iter().map(choice).collect(),
            kind,
            number: field("number"),
            dated: field("dated"),
            valid_until: field("valid_until"),
        }
    }
}

impl InterviewForm {
    fn new(path: &Path, typed: Typed<'_>, say: Say<'_>) -> InterviewForm {
        let field = |name| field(typed, "interview", name);
        let recommended = field("recommended");
        let choice = |word: &str| Choice::new(word, say(&key("advice", word)), &recommended.value);
        InterviewForm {
            url: paths::mentor_interviews(path.row.id),
            held_on: field("held_on"),
            in_person: field("in_person"),
            is_in_person: typed.is_none_or(|(form, _)| form.ticked("in_person")),
            recommendations: ["yes", "no"].map(choice).into(),
            recommended,
            notes: field("notes"),
        }
    }
}

impl PairForm {
    fn new(path: &Path, typed: Typed<'_>, say: Say<'_>) -> PairForm {
        let field = |name| field(typed, "pair", name);
        let consent_by = field("consent_by");
        let choice = |one: ConsentBy| Choice::new(one.as_str(), say(&consent_key(one)), &consent_by.value);
        PairForm {
            url: paths::mentor_pairs(path.row.id),
            mentee_code: field("mentee_code"),
            mentee_born_in: field("mentee_born_in"),
            starts_on: field("starts_on"),
            planned_end: field("planned_end"),
            consents: CONSENTS.into_iter().map(choice).collect(),
            consent_by,
            consent_paper: field("consent_paper"),
            consent_on: field("consent_on"),
        }
    }
}

impl ContactForm {
    fn new(url: String, typed: Typed<'_>, say: Say<'_>) -> ContactForm {
        let field = |name| field(typed, "contact", name);
        let way = field("way");
        let choice = |one: ContactWay| Choice::new(one.as_str(), say(&way_key(one)), &way.value);
        ContactForm {
            url,
            held_on: field("held_on"),
            ways: WAYS.into_iter().map(choice).collect(),
            way,
            note: field("note"),
        }
    }
}

impl ExtensionForm {
    fn new(pair: MentorPairId, typed: Typed<'_>) -> ExtensionForm {
        let field = |name| field(typed, "extension", name);
        ExtensionForm {
            url: paths::mentor_extensions(pair),
            planned_end: field("planned_end"),
            reason: field("reason"),
        }
    }
}

impl ClosureForm {
    fn new(url: String, typed: Typed<'_>, say: Say<'_>) -> ClosureForm {
        let field = |name| field(typed, "closure", name);
        let reason = field("reason");
        let choice = |one: ClosureReason| Choice::new(one.as_str(), say(&reason_key(one)), &reason.value);
        ClosureForm {
            url,
            closed_on: field("closed_on"),
            reasons: REASONS.into_iter().map(choice).collect(),
            reason,
            exit_interview: field("exit_interview"),
        }
    }
}
