//! Which kinds of paper an edition may end with, and which of them somebody of it may get: the country's table is asked,
//! here is only what it is asked. Pure.

use crate::countries::rules::deciding::{self, Assessment, Case, Education};
use crate::countries::rules::{AssessmentNeed, Profile};
use crate::documents::rules::relation::attests_a_course;
use crate::identities::rules::{Basics, EducationLevel};
use crate::kernel::{AcademicHours, Fault};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use chrono::{NaiveDate, TimeDelta};

/// What of the table an edition decides, the same for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CourseCase {
    /// What the programme is before the law.
    pub programme: ProgrammeKind,
    /// Its volume.
    pub hours: AcademicHours,
    /// Whether the organisation has a licence.
    pub licensed: bool,
}

impl CourseCase {
    fn with(self, education: Education, assessment: Assessment) -> Case {
        let CourseCase { programme, hours, licensed } = self;
        Case { programme, hours, licensed, education, assessment }
    }

    /// What stands against a kind of paper for somebody.
    pub fn faults(
        self,
        profile: &Profile,
        kind: DocumentKind,
        (education, assessment): (Education, Assessment),
        field: &str,
    ) -> Vec<Fault> {
        deciding::faults(profile, kind, &self.with(education, assessment), field)
    }

    /// What stands against a kind whoever asks for it: the fewest faults that any person would meet.
    pub fn against(self, profile: &Profile, kind: DocumentKind) -> Vec<Fault> {
        let ends = |need: Option<AssessmentNeed>| match need {
            Some(AssessmentNeed::NotPassed) => [Assessment::Failed, Assessment::Unfinished],
            _ => [Assessment::Passed, Assessment::None],
        };
        let need = profile.kind(kind).map(|rule| rule.assessment);
        let possible = ends(need).map(|end| self.faults(profile, kind, (Education::Confirmed, end), "kind"));
        possible.into_iter().min_by_key(Vec::len).unwrap_or_default()
    }
}

/// A kind of paper at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindChoice {
    /// The kind.
    pub kind: DocumentKind,
    /// Why it cannot be chosen: the rules, each named. Empty where it can.
    pub faults: Vec<Fault>,
}

/// Every kind the country knows that attests a course, with what stands against it.
pub fn choices(profile: &Profile, course: CourseCase) -> Vec<KindChoice> {
    let kinds = profile.kinds.iter().map(|rule| rule.kind).filter(|kind| attests_a_course(*kind));
    kinds.map(|kind| KindChoice { kind, faults: course.against(profile, kind) }).collect()
}

/// The kind a desk opens with: the programme's own where it may be issued, else the first that is for those who finish, else
/// the programme's own with its faults.
pub fn usual(profile: &Profile, choices: &[KindChoice], own: DocumentKind) -> DocumentKind {
    let may =
        |kind: DocumentKind| choices.iter().any(|choice| choice.kind == kind && choice.faults.is_empty());
    if may(own) || !choices.iter().any(|choice| choice.faults.is_empty()) {
        return own;
    }
    let finishes = |kind: DocumentKind| {
        profile.kind(kind).is_some_and(|rule| rule.assessment != AssessmentNeed::NotPassed)
    };
    let first = choices.iter().find(|choice| choice.faults.is_empty() && finishes(choice.kind));
    first.map_or(own, |choice| choice.kind)
}

/// What is recorded of somebody's own education.
pub fn education(basics: Option<&Basics>) -> Education {
    let Some((proof, seen)) =
        basics.and_then(|known| Some((known.education.as_ref()?, known.education_seen)))
    else {
        return Education::Unknown;
    };
    match proof.level {
        EducationLevel::Studying => Education::Studying,
        _ if seen => Education::Confirmed,
        _ => Education::Unseen,
    }
}

/// How the course ended for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// What the protocol says of this person.
    pub result: Option<bool>,
    /// Whether there is a protocol at all.
    pub assessed: bool,
    /// Whether the paper asked for needs the protocol: then the rules of orders say that it is missing, or this
    /// person in it, and the table does not say it again.
    pub trail: bool,
    /// Whether the rule of the edition is met.
    pub met: bool,
    /// Withdrawn before the end.
    pub withdrawn: bool,
}

impl Ending {
    /// The final assessment as the table asks for it. Whoever has met the rule while nobody has been assessed yet may still
    /// pass, and so gets no paper about a part.
    pub fn assessment(self) -> Assessment {
        match (self.withdrawn, self.result) {
            (true, _) => Assessment::Unfinished,
            (false, Some(true)) => Assessment::Passed,
            (false, Some(false)) => Assessment::Failed,
            (false, None) if self.trail || (self.met && !self.assessed) => Assessment::Passed,
            (false, None) => Assessment::Unfinished,
        }
    }
}

/// Whether papers of a kind go into the federal register: those that attest a qualification, where the country has one.
pub fn federal(profile: &Profile, kind: DocumentKind) -> bool {
    profile.federal.is_some() && qualification(kind)
}

/// Whether a kind attests a qualification before the state.
pub fn qualification(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::AdvancedTrainingCertificate | DocumentKind::RetrainingDiploma)
}

/// Whether a kind is for those who did not finish: it needs no rule met.
pub fn of_a_part(profile: &Profile, kind: DocumentKind) -> bool {
    profile.kind(kind).is_some_and(|rule| rule.assessment == AssessmentNeed::NotPassed)
}

/// The last day on which a certificate of study is given in time: so many days after the order by which the learner left
/// or, without an order, after they left. Days of the calendar, days off among them: the law says «в трехдневный срок», not
/// working days (273-ФЗ, ст. 61, ч. 5; how many is a setting of the country). Nothing for other kinds.
pub fn study_due(profile: &Profile, kind: DocumentKind, left: NaiveDate) -> Option<NaiveDate> {
    if kind != DocumentKind::StudyCertificate {
        return None;
    }
    left.checked_add_signed(TimeDelta::days(profile.study_certificate_days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::countries::rules::{Country, shipped};

    #[test]
    fn a_certificate_of_study_has_the_days_of_the_profile_and_other_papers_have_none() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut profile = shipped::profile(Country::Ru);
        let due = |profile: &Profile, kind| study_due(profile, kind, day("2026-12-30"));
        assert_eq!(due(&profile, DocumentKind::StudyCertificate), Some(day("2027-01-02")));
        assert_eq!(due(&profile, DocumentKind::RetrainingDiploma), None);
        profile.study_certificate_days = 10;
        assert_eq!(due(&profile, DocumentKind::StudyCertificate), Some(day("2027-01-09")));
    }

    #[test]
    fn who_left_or_failed_did_not_finish_and_a_missing_protocol_is_not_their_fault() {
        let ending = Ending { result: None, assessed: false, trail: false, met: true, withdrawn: false };
        assert!(matches!(ending.assessment(), Assessment::Passed));
        assert!(matches!(Ending { met: false, ..ending }.assessment(), Assessment::Unfinished));
        assert!(matches!(Ending { assessed: true, ..ending }.assessment(), Assessment::Unfinished));
        let asked = Ending { trail: true, met: false, ..ending };
        assert!(matches!(asked.assessment(), Assessment::Passed), "the orders say what is missing");
        assert!(matches!(Ending { result: Some(false), ..asked }.assessment(), Assessment::Failed));
        let withdrawn = Ending { result: Some(true), withdrawn: true, ..ending };
        assert!(matches!(withdrawn.assessment(), Assessment::Unfinished));
    }

    fn course(programme: ProgrammeKind, hours: i32, licensed: bool) -> CourseCase {
        CourseCase { programme, hours: AcademicHours(hours), licensed }
    }

    fn open(course: CourseCase) -> Vec<DocumentKind> {
        let profile = shipped::profile(Country::Ru);
        let open = choices(&profile, course).into_iter().filter(|choice| choice.faults.is_empty());
        open.map(|choice| choice.kind).collect()
    }

    #[test]
    fn row_02_the_desk_offers_what_the_table_allows_and_names_the_rule_of_the_rest() {
        use DocumentKind::{
            AdvancedTrainingCertificate, MentorCertificate, ParticipationCertificate, RetrainingDiploma,
            StudyCertificate,
        };
        use ProgrammeKind::{AdvancedTraining, Retraining, ShortCourse};
        assert!(open(course(AdvancedTraining, 16, true)).contains(&AdvancedTrainingCertificate));
        assert!(!open(course(AdvancedTraining, 15, true)).contains(&AdvancedTrainingCertificate));
        assert!(!open(course(AdvancedTraining, 16, false)).contains(&AdvancedTrainingCertificate));
        assert!(open(course(Retraining, 250, true)).contains(&RetrainingDiploma));
        assert!(!open(course(Retraining, 249, true)).contains(&RetrainingDiploma));
        assert!(open(course(AdvancedTraining, 60, true)).contains(&StudyCertificate));
        let seminar = open(course(ShortCourse, 6, false));
        assert!(seminar.contains(&ParticipationCertificate) && seminar.contains(&MentorCertificate));
        assert!(!seminar.contains(&AdvancedTrainingCertificate) && !seminar.contains(&StudyCertificate));
        let profile = shipped::profile(Country::Ru);
        for choice in choices(&profile, course(ShortCourse, 6, false)) {
            let named = choice.faults.iter().all(|fault| fault.field == "kind" && !fault.code.is_empty());
            assert!(named && choice.faults.is_empty() == seminar.contains(&choice.kind), "{choice:?}");
        }
    }

    #[test]
    fn the_desk_opens_with_the_programmes_own_paper_or_the_next_right_one() {
        use DocumentKind::{AdvancedTrainingCertificate, ParticipationCertificate};
        let profile = shipped::profile(Country::Ru);
        let usual = |licensed| {
            let choices = choices(&profile, course(ProgrammeKind::AdvancedTraining, 60, licensed));
            super::usual(&profile, &choices, AdvancedTrainingCertificate)
        };
        assert_eq!(usual(true), AdvancedTrainingCertificate);
        assert_eq!(usual(false), ParticipationCertificate);
    }
}
