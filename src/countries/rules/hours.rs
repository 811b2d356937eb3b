//! The fewest hours of programmes by the profiles of countries. Pure.

use super::{AssessmentNeed, KindRule, Profile};
use crate::kernel::{AcademicHours, Fault};
use crate::programmes::rules::Limits;
use crate::programmes::rules::words::ProgrammeKind;

/// The fewest hours with which a kind of programme ends with a paper that asks for a passed assessment, and the rule of
/// that paper.
fn fewest(profile: &Profile, programme: ProgrammeKind) -> Option<(i32, &KindRule)> {
    let ends =
        |rule: &&KindRule| rule.assessment == AssessmentNeed::Passed && rule.programmes.contains(&programme);
    let rules = profile.kinds.iter().filter(ends);
    rules.filter_map(|rule| Some((rule.fewest_hours?, rule))).min_by_key(|(hours, _)| *hours)
}

/// The fewest hours that any of these profiles asks for: a programme belongs to no organisation, and may be taught by one
/// of each country. Which of them may open an edition of it, [`too_few`] decides.
pub fn limits<'p>(profiles: impl Iterator<Item = &'p Profile> + Clone) -> Limits {
    let of = |programme| {
        let asked = profiles.clone().map(|profile| match fewest(profile, programme) {
            Some((hours, rule)) => (hours, rule.basis.clone()),
            None => (0, String::new()),
        });
        asked.min_by_key(|(hours, _)| *hours).unwrap_or_default()
    };
    Limits {
        advanced_training: of(ProgrammeKind::AdvancedTraining),
        retraining: of(ProgrammeKind::Retraining),
    }
}

/// What stands against an edition of a programme in a country: it has too few hours for its kind there.
pub fn too_few(
    profile: &Profile,
    (programme, hours): (ProgrammeKind, AcademicHours),
    field: &str,
) -> Option<Fault> {
    let (limit, rule) = fewest(profile, programme).filter(|(limit, _)| hours.0 < *limit)?;
    let fault = Fault::new(field, "country-programme-hours-few").with("rule", &rule.basis);
    Some(fault.with("hours", hours.0).with("limit", limit))
}

#[cfg(test)]
mod tests {
    use super::super::{Country, shipped};
    use super::*;
    use ProgrammeKind::{AdvancedTraining, Retraining, ShortCourse};

    #[test]
    fn row_01_kazakh_courses_of_eight_and_a_hundred_and_twenty_hours_pass_there_and_not_in_russia() {
        let code = |country, kind, hours| {
            too_few(&shipped::profile(country), (kind, AcademicHours(hours)), "version")
                .map(|fault| fault.code)
        };
        let few = Some("country-programme-hours-few".to_owned());
        for (kind, kazakh, russian) in [(AdvancedTraining, 8, 16), (Retraining, 120, 250)] {
            assert_eq!(code(Country::Kz, kind, kazakh - 1), few);
            assert_eq!(code(Country::Kz, kind, kazakh), None);
            assert_eq!(code(Country::Ru, kind, russian - 1), few);
            assert_eq!(code(Country::Ru, kind, russian), None);
        }
        assert_eq!(code(Country::Ru, ShortCourse, 1), None);
    }

    #[test]
    fn row_01_the_checker_follows_the_profiles_that_are_in_use() {
        let (russia, kazakhstan) = (shipped::profile(Country::Ru), shipped::profile(Country::Kz));
        let of = |profiles: &[&Profile]| {
            let limits = limits(profiles.iter().copied());
            (limits.fewest(AdvancedTraining).0, limits.fewest(Retraining).0, limits.fewest(ShortCourse).0)
        };
        assert_eq!(of(&[&russia]), (16, 250, 0));
        assert_eq!(of(&[&kazakhstan]), (8, 120, 0));
        assert_eq!(of(&[&russia, &kazakhstan]), (8, 120, 0));
        let (hours, rule) = limits([&russia].into_iter()).advanced_training;
        assert!(hours == Limits::russia().advanced_training.0 && rule.contains("№ 266"), "{rule}");
    }
}
