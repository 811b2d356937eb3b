//! Who may get what: kind of programme, its hours, the licence, the learner's education and the final assessment against
//! the rules of a profile (the table of 273-ФЗ ст. 60, 61 and 76, and of приказ № 266).

use super::{AssessmentNeed, KindRule, Profile};
use crate::kernel::{AcademicHours, Fault};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};

/// What is known of a learner's own education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Education {
    /// Higher or secondary vocational, with the number of its document.
    Confirmed,
    /// Still a student: the document of the course waits for the diploma (273-ФЗ, ст. 76, ч. 16).
    Studying,
    /// Said by the learner alone: nobody has compared it with the document.
    Unseen,
    /// Nothing is recorded.
    Unknown,
}

/// How the final assessment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assessment {
    /// Passed.
    Passed,
    /// Failed.
    Failed,
    /// The learner left before it, or did a part of the programme.
    Unfinished,
    /// The programme has none.
    None,
}

/// A learner of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// The kind of programme.
    pub programme: ProgrammeKind,
    /// Its volume.
    pub hours: AcademicHours,
    /// Whether the organisation holds a licence.
    pub licensed: bool,
    /// The learner's own education.
    pub education: Education,
    /// The final assessment.
    pub assessment: Assessment,
}

/// Everything that stands against a kind of document, each with the rule it rests on; nothing when it may be issued. A
/// certificate in the organisation's own form is in nobody's way, though another paper may be due.
pub fn faults(profile: &Profile, kind: DocumentKind, case: &Case, field: &str) -> Vec<Fault> {
    let Some(rule) = profile.kind(kind) else {
        return vec![Fault::new(field, "country-kind-none")];
    };
    let fault = |code| Fault::new(field, code).with("rule", &rule.basis);
    if rule.programmes.is_empty() {
        return vec![fault("country-kind-no-course")];
    }
    let mut faults = Vec::new();
    if !rule.programmes.contains(&case.programme) {
        faults.push(fault("country-kind-programme"));
    }
    let hours = case.hours.0;
    if let Some(fewest) = rule.fewest_hours.filter(|fewest| hours < *fewest) {
        faults.push(fault("country-kind-hours-few").with("hours", hours).with("limit", fewest));
    }
    if let Some(most) = rule.most_hours.filter(|most| hours > *most) {
        faults.push(fault("country-kind-hours-many").with("hours", hours).with("limit", most));
    }
    if rule.licence && !case.licensed {
        faults.push(fault("country-kind-licence"));
    }
    match case.education {
        Education::Confirmed => {}
        Education::Studying if rule.education => faults.push(fault("country-kind-studying")),
        Education::Unseen if rule.education => faults.push(fault("country-kind-education-unseen")),
        Education::Unknown if rule.education => faults.push(fault("country-kind-education")),
        Education::Studying | Education::Unseen | Education::Unknown => {}
    }
    faults.extend(assessment_code(rule, case).map(fault));
    faults
}

/// What the final assessment has against a kind. A student who passed gets a certificate of study until the diploma is
/// there.
fn assessment_code(rule: &KindRule, case: &Case) -> Option<&'static str> {
    let left = matches!(case.assessment, Assessment::Failed | Assessment::Unfinished);
    let waits = case.education == Education::Studying && case.assessment == Assessment::Passed;
    match rule.assessment {
        AssessmentNeed::Passed if case.assessment != Assessment::Passed => Some("country-kind-not-passed"),
        AssessmentNeed::NotPassed if !left && !waits => Some("country-kind-passed"),
        _ => None,
    }
}

/// The papers that the table names for a learner, in the order of the profile. Where the organisation may issue the
/// programme's own papers and the learner came to the assessment, a certificate of participation is not among them.
pub fn right_kinds(profile: &Profile, case: &Case) -> Vec<DocumentKind> {
    let own = |rule: &&KindRule| {
        rule.assessment != AssessmentNeed::Any
            && rule.programmes.contains(&case.programme)
            && (case.licensed || !rule.licence)
    };
    let formal = case.assessment != Assessment::None && profile.kinds.iter().any(|rule| own(&rule));
    let due = profile.kinds.iter().filter(|rule| !formal || rule.assessment != AssessmentNeed::Any);
    let due = due.map(|rule| rule.kind);
    due.filter(|kind| faults(profile, *kind, case, "kind").is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Country, shipped};
    use super::*;
    use DocumentKind::{
        AdvancedTrainingCertificate as Udostoverenie, MentorCertificate, ParticipationCertificate,
        RetrainingDiploma as Diploma, StudyCertificate as Spravka, ThankYouLetter,
    };
    use ProgrammeKind::{AdvancedTraining, Retraining, ShortCourse};
    use proptest::prelude::*;

    fn case(programme: ProgrammeKind, hours: i32) -> Case {
        Case {
            programme,
            hours: AcademicHours(hours),
            licensed: true,
            education: Education::Confirmed,
            assessment: Assessment::Passed,
        }
    }

    fn codes(country: Country, kind: DocumentKind, case: &Case) -> Vec<String> {
        let found = faults(&shipped::profile(country), kind, case, "kind");
        found.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn row_03_what_a_learner_alone_has_said_of_their_education_is_no_proof() {
        let unseen = Case { education: Education::Unseen, ..case(AdvancedTraining, 60) };
        assert_eq!(codes(Country::Ru, Udostoverenie, &unseen), ["country-kind-education-unseen"]);
        assert!(codes(Country::Ru, ParticipationCertificate, &unseen).is_empty());
        let unknown = Case { education: Education::Unknown, ..unseen };
        assert_eq!(codes(Country::Ru, Udostoverenie, &unknown), ["country-kind-education"]);
    }

    #[test]
    fn row_02_the_six_rows_of_the_table() {
        let russia = shipped::profile(Country::Ru);
        let right = |case: Case| right_kinds(&russia, &case);
        // 1. Advanced training of 16 to 249 hours, passed.
        for hours in [16, 60, 249] {
            assert_eq!(right(case(AdvancedTraining, hours)), [Udostoverenie], "{hours}");
        }
        // 2. Retraining from 250 hours on, passed.
        for hours in [250, 520] {
            assert_eq!(right(case(Retraining, hours)), [Diploma], "{hours}");
        }
        for programme in [AdvancedTraining, Retraining] {
            // 3. Failed, left early, a part: whatever the hours and the education.
            for assessment in [Assessment::Failed, Assessment::Unfinished] {
                for education in
                    [Education::Confirmed, Education::Studying, Education::Unseen, Education::Unknown]
                {
                    for hours in [8, 72, 300] {
                        let left = Case { assessment, education, ..case(programme, hours) };
                        assert_eq!(right(left), [Spravka], "{left:?}");
                    }
                }
            }
            // 4. Still a student: the document waits, meanwhile a certificate of study.
            let hours = if programme == Retraining { 256 } else { 72 };
            let student = Case { education: Education::Studying, ..case(programme, hours) };
            assert_eq!(right(student), [Spravka]);
        }
        // 5. Without a licence nothing but the certificate of participation.
        for (programme, hours) in [(AdvancedTraining, 72), (Retraining, 256)] {
            for assessment in [Assessment::Passed, Assessment::Failed, Assessment::None] {
                let unlicensed = Case { licensed: false, assessment, ..case(programme, hours) };
                assert_eq!(right(unlicensed), [ParticipationCertificate], "{unlicensed:?}");
            }
        }
        // 6. A seminar, a webinar, a school of mentors: the certificate, for the last in the form for mentors.
        for licensed in [true, false] {
            let seminar = Case {
                licensed,
                education: Education::Unknown,
                assessment: Assessment::None,
                ..case(ShortCourse, 6)
            };
            assert_eq!(right(seminar), [ParticipationCertificate, MentorCertificate]);
        }
    }

    #[test]
    fn row_01_fifteen_and_two_hundred_and_forty_nine_hours_are_too_few() {
        let few = ["country-kind-hours-few"];
        assert_eq!(codes(Country::Ru, Udostoverenie, &case(AdvancedTraining, 15)), few);
        assert_eq!(codes(Country::Ru, Udostoverenie, &case(AdvancedTraining, 16)), [""; 0]);
        assert_eq!(codes(Country::Ru, Diploma, &case(Retraining, 249)), few);
        assert_eq!(codes(Country::Ru, Diploma, &case(Retraining, 250)), [""; 0]);
        let many = codes(Country::Ru, Udostoverenie, &case(AdvancedTraining, 250));
        assert_eq!(many, ["country-kind-hours-many"]);
        let found = faults(&shipped::profile(Country::Ru), Diploma, &case(Retraining, 249), "kind");
        let rule = found[0].args.iter().find(|(name, _)| name == "rule").unwrap();
        assert!(rule.1.contains("№ 266"), "the rule is named: {}", rule.1);
    }

    #[test]
    fn row_03_without_proof_of_education_there_is_no_document_of_qualification() {
        let unknown = Case { education: Education::Unknown, ..case(AdvancedTraining, 72) };
        assert_eq!(codes(Country::Ru, Udostoverenie, &unknown), ["country-kind-education"]);
        assert_eq!(right_kinds(&shipped::profile(Country::Ru), &unknown), [], "nor another in its place");
    }

    #[test]
    fn everything_that_is_in_the_way_is_named_at_once() {
        let wrong = Case {
            licensed: false,
            education: Education::Studying,
            assessment: Assessment::Failed,
            ..case(ShortCourse, 8)
        };
        assert_eq!(
            codes(Country::Ru, Udostoverenie, &wrong),
            [
                "country-kind-programme",
                "country-kind-hours-few",
                "country-kind-licence",
                "country-kind-studying",
                "country-kind-not-passed"
            ]
        );
        assert_eq!(codes(Country::Ru, Spravka, &case(AdvancedTraining, 72)), ["country-kind-passed"]);
        assert_eq!(codes(Country::Ru, ThankYouLetter, &case(ShortCourse, 8)), ["country-kind-no-course"]);
    }

    #[test]
    fn kazakhstan_has_hours_of_its_own_and_asks_for_no_licence() {
        let unlicensed = |programme, hours| Case {
            licensed: false,
            education: Education::Unknown,
            ..case(programme, hours)
        };
        for hours in [8, 80] {
            assert_eq!(codes(Country::Kz, Udostoverenie, &unlicensed(AdvancedTraining, hours)), [""; 0]);
        }
        assert_eq!(
            codes(Country::Kz, Udostoverenie, &unlicensed(AdvancedTraining, 81)),
            ["country-kind-hours-many"]
        );
        assert_eq!(codes(Country::Kz, Diploma, &unlicensed(Retraining, 119)), ["country-kind-hours-few"]);
        assert_eq!(codes(Country::Kz, Diploma, &unlicensed(Retraining, 120)), [""; 0]);
    }

    #[test]
    fn a_kind_that_the_country_does_not_have_cannot_be_issued() {
        let mut profile = shipped::profile(Country::Ru);
        profile.kinds.retain(|rule| rule.kind != Diploma);
        let found = faults(&profile, Diploma, &case(Retraining, 300), "kind");
        assert_eq!(found, [Fault::new("kind", "country-kind-none")]);
    }

    proptest! {
        #[test]
        fn what_the_table_names_may_be_issued(
            programme in prop::sample::select(vec![AdvancedTraining, Retraining, ShortCourse]),
            hours in 0..600i32,
            licensed in any::<bool>(),
            education in prop::sample::select(vec![
                Education::Confirmed, Education::Studying, Education::Unseen, Education::Unknown,
            ]),
            assessment in prop::sample::select(vec![
                Assessment::Passed, Assessment::Failed, Assessment::Unfinished, Assessment::None,
            ]),
        ) {
            let case = Case { programme, hours: AcademicHours(hours), licensed, education, assessment };
            for country in Country::ALL {
                let profile = shipped::profile(country);
                for kind in right_kinds(&profile, &case) {
                    prop_assert_eq!(faults(&profile, kind, &case, "kind"), vec![]);
                    let rule = profile.kind(kind).unwrap();
                    prop_assert!(licensed || !rule.licence);
                    prop_assert!(rule.fewest_hours.is_none_or(|fewest| fewest <= hours));
                }
            }
        }
    }
}
