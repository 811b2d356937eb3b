//! An edition as somebody typed it, and the plan it becomes when nothing is wrong with it.

use super::{AttendanceBase, CompletionRule, Term};
use crate::kernel::name::tidy;
use crate::kernel::{
    Fault, Moment, OrganisationId, Permille, PersonId, Problem, ProgrammeVersionId, ZoneName,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The fewest and the most people of an edition.
pub const CAPACITY: (i32, i32) = (1, 5000);
/// The fewest and the most months for which a certificate holds.
pub const VALID_MONTHS: (i32, i32) = (1, 120);
const TITLE_LIMIT: usize = 200;

/// Every field as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The id of the programme version.
    pub version: String,
    /// The id of the organisation that runs it and issues its papers.
    pub organisation: String,
    /// Its own title.
    pub title: String,
    /// The first day, `2026-09-01` or `01.09.2026`.
    pub starts_on: String,
    /// The last day.
    pub ends_on: String,
    /// The IANA name of its zone.
    pub time_zone: String,
    /// How many people fit.
    pub capacity: String,
    /// The ids of its trainers.
    pub trainers: Vec<String>,
    /// Percent of the session time that must be attended.
    pub attendance: String,
    /// Of what that is a share: `planned` or `held`; nothing typed is `planned`.
    pub attendance_of: String,
    /// Percent of the other hours that must be credited.
    pub hours: String,
    /// Whether every quiz that counts must be passed.
    pub every_quiz: bool,
    /// Whether every case must be passed.
    pub every_case: bool,
    /// One pass mark for all quizzes in percent, or nothing.
    pub quiz_pass: String,
    /// One pass mark for all cases in percent, or nothing.
    pub case_pass: String,
    /// For how many months its certificates hold, or nothing for ever.
    pub valid_months: String,
}

/// An edition with nothing wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The programme version.
    pub version: ProgrammeVersionId,
    /// The organisation that runs it and issues its papers.
    pub organisation: OrganisationId,
    /// Its own title.
    pub title: String,
    /// When it runs.
    pub term: Term,
    /// How many people fit.
    pub capacity: i32,
    /// Who teaches it.
    pub trainers: Vec<PersonId>,
    /// What it asks of its trainees.
    pub rule: CompletionRule,
}

impl Draft {
    /// A draft that begins with a version's own rule, today in a zone.
    pub fn starting(rule: &CompletionRule, zone: ZoneName, now: Moment) -> Draft {
        Draft {
            starts_on: now.date_in(zone).to_string(),
            time_zone: zone.name().to_owned(),
            capacity: "40".to_owned(),
            ..Draft::default()
        }
        .with_rule(rule)
    }

    /// The draft with another rule.
    pub fn with_rule(self, rule: &CompletionRule) -> Draft {
        let percent = |share: Option<Permille>| share.map(|p| p.as_percent().to_string()).unwrap_or_default();
        Draft {
            attendance: percent(Some(rule.attendance)),
            attendance_of: rule.attendance_of.as_str().to_owned(),
            hours: percent(Some(rule.hours)),
            every_quiz: rule.every_quiz,
            every_case: rule.every_case,
            quiz_pass: percent(rule.quiz_pass),
            case_pass: percent(rule.case_pass),
            valid_months: rule.valid_months.map(|months| months.to_string()).unwrap_or_default(),
            ..self
        }
    }

    /// The draft of a plan, for its form.
    pub fn of(plan: &Plan) -> Draft {
        Draft {
            version: plan.version.to_string(),
            organisation: plan.organisation.to_string(),
            title: plan.title.clone(),
            starts_on: plan.term.starts_on.to_string(),
            ends_on: plan.term.ends_on.to_string(),
            time_zone: plan.term.zone.name().to_owned(),
            capacity: plan.capacity.to_string(),
            trainers: plan.trainers.iter().map(ToString::to_string).collect(),
            ..Draft::default()
        }
        .with_rule(&plan.rule)
    }

    /// The typed texts as a plan.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn check(&self) -> Result<Plan, Problem> {
        let mut read = Reading::default();
        let version = read.chosen("version", &self.version);
        let organisation = read.chosen("organisation", &self.organisation);
        let title = read.title(&self.title);
        let starts_on = read.date("starts_on", &self.starts_on);
        let ends_on = read.date("ends_on", &self.ends_on);
        if starts_on.zip(ends_on).is_some_and(|(starts, ends)| ends < starts) {
            read.fault("ends_on", "end-before-start");
        }
        let zone = read.zone(&self.time_zone);
        let capacity = read.number("capacity", &self.capacity, CAPACITY);
        let trainers: Option<BTreeSet<PersonId>> = self.trainers.iter().map(|id| id.parse().ok()).collect();
        if trainers.is_none() {
            read.fault("trainers", "unknown");
        }
        let rule = self.rule(&mut read);
        let plan = || {
            Some(Plan {
                version: ProgrammeVersionId(version?),
                organisation: OrganisationId(organisation?),
                title,
                term: Term { starts_on: starts_on?, ends_on: ends_on?, zone: zone? },
                capacity: capacity?,
                trainers: trainers?.into_iter().collect(),
                rule: rule?,
            })
        };
        match plan() {
            Some(plan) if read.faults.is_empty() => Ok(plan),
            _ => Err(Problem::invalid(read.faults)),
        }
    }

    fn rule(&self, read: &mut Reading) -> Option<CompletionRule> {
        let attendance = read.percent("attendance", &self.attendance);
        let attendance_of = read.base(&self.attendance_of);
        let hours = read.percent("hours", &self.hours);
        let quiz_pass = read.optional_percent("quiz_pass", &self.quiz_pass);
        let case_pass = read.optional_percent("case_pass", &self.case_pass);
        let valid_months = read.months("valid_months", &self.valid_months);
        let (every_quiz, every_case) = (self.every_quiz, self.every_case);
        Some(CompletionRule {
            attendance: attendance?,
            attendance_of: attendance_of?,
            hours: hours?,
            every_quiz,
            every_case,
            quiz_pass: quiz_pass?,
            case_pass: case_pass?,
            valid_months: valid_months?,
        })
    }
}

/// Faults found so far.
#[derive(Default)]
struct Reading {
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, field: &str, code: &'static str) {
        self.faults.push(Fault::new(field, code));
    }

    fn chosen(&mut self, field: &str, text: &str) -> Option<i64> {
        let text = text.trim();
        let id = text.parse().ok();
        if id.is_none() {
            self.fault(field, if text.is_empty() { "choose-one" } else { "unknown" });
        }
        id
    }

    fn title(&mut self, text: &str) -> String {
        let title = tidy(text);
        if title.is_empty() {
            self.fault("title", "required");
        } else if title.chars().count() > TITLE_LIMIT {
            self.faults.push(Fault::new("title", "too-long").with("limit", TITLE_LIMIT));
        }
        title
    }

    fn date(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        let read = |form: &&str| NaiveDate::parse_from_str(text, form).ok();
        let date = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(read);
        if date.is_none() {
            self.fault(field, if text.is_empty() { "required" } else { "not-a-date" });
        }
        date
    }

    fn zone(&mut self, text: &str) -> Option<ZoneName> {
        let zone = ZoneName::parse(text.trim());
        if zone.is_none() {
            self.fault("time_zone", "unknown-zone");
        }
        zone
    }

    fn number(&mut self, field: &str, text: &str, (low, high): (i32, i32)) -> Option<i32> {
        let text = text.trim();
        match text.parse::<i32>() {
            Ok(number) if (low..=high).contains(&number) => return Some(number),
            Ok(_) => self.faults.push(Fault::new(field, "out-of-range").with("low", low).with("high", high)),
            Err(_) => self.fault(field, if text.is_empty() { "required" } else { "not-a-number" }),
        }
        None
    }

    fn percent(&mut self, field: &str, text: &str) -> Option<Permille> {
        self.number(field, text.trim().trim_end_matches('%'), (0, 100)).map(Permille::percent)
    }

    fn base(&mut self, text: &str) -> Option<AttendanceBase> {
        let text = text.trim();
        let base = if text.is_empty() { Some(AttendanceBase::Planned) } else { AttendanceBase::parse(text) };
        if base.is_none() {
            self.fault("attendance_of", "unknown");
        }
        base
    }

    /// Nothing when nothing was typed; the outer nothing is a fault.
    fn optional_percent(&mut self, field: &str, text: &str) -> Option<Option<Permille>> {
        if text.trim().is_empty() { Some(None) } else { self.percent(field, text).map(Some) }
    }

    /// Nothing when nothing was typed; the outer nothing is a fault.
    fn months(&mut self, field: &str, text: &str) -> Option<Option<u16>> {
        if text.trim().is_empty() {
            return Some(None);
        }
        let months = self.number(field, text, VALID_MONTHS)?;
        Some(u16::try_from(months).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Draft {
        Draft {
            version: "3".into(),
            organisation: "1".into(),
            title: "2-й поток".into(),
            starts_on: "01.09.2026".into(),
            ends_on: "2026-11-30".into(),
            time_zone: "Asia/Irkutsk".into(),
            capacity: "40".into(),
            trainers: vec!["7".into(), "7".into()],
            attendance: "80 %".into(),
            attendance_of: "held".into(),
            hours: "100".into(),
            every_quiz: true,
            every_case: true,
            quiz_pass: "60".into(),
            case_pass: String::new(),
            valid_months: "36".into(),
        }
    }

    #[test]
    fn a_typed_edition_becomes_a_plan_and_back() {
        let plan = typed().check().unwrap();
        assert_eq!(plan.rule.attendance, Permille::percent(80));
        assert_eq!(plan.rule.attendance_of, AttendanceBase::Held);
        let silent = Draft { attendance_of: String::new(), ..typed() }.check().unwrap();
        assert_eq!(silent.rule.attendance_of, AttendanceBase::Planned);
        assert_eq!((plan.rule.quiz_pass, plan.rule.case_pass), (Some(Permille(600)), None));
        assert_eq!(plan.rule.valid_months, Some(36));
        assert_eq!(Draft { valid_months: " ".into(), ..typed() }.check().unwrap().rule.valid_months, None);
        assert_eq!(plan.trainers, [PersonId(7)]);
        assert_eq!(Draft::of(&plan).check().unwrap(), plan);
    }

    #[test]
    fn every_fault_names_its_field() {
        let wrong = Draft {
            version: String::new(),
            title: "  ".into(),
            ends_on: "31.08.2026".into(),
            time_zone: "Mars/Olympus".into(),
            capacity: "5001".into(),
            attendance: "101".into(),
            attendance_of: "taken".into(),
            hours: "много".into(),
            case_pass: "-1".into(),
            valid_months: "0".into(),
            trainers: vec!["x".into()],
            ..typed()
        };
        let problem = wrong.check().unwrap_err();
        let faults: Vec<_> = problem.faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        let expected = [
            ("version", "choose-one"),
            ("title", "required"),
            ("ends_on", "end-before-start"),
            ("time_zone", "unknown-zone"),
            ("capacity", "out-of-range"),
            ("trainers", "unknown"),
            ("attendance", "out-of-range"),
            ("attendance_of", "unknown"),
            ("hours", "not-a-number"),
            ("case_pass", "out-of-range"),
            ("valid_months", "out-of-range"),
        ];
        assert_eq!(faults, expected);
    }

    #[test]
    fn one_day_is_a_term() {
        let day = Draft { starts_on: "01.09.2026".into(), ends_on: "01.09.2026".into(), ..typed() };
        assert!(day.check().is_ok());
    }
}
