use super::*;
use proptest::prelude::*;

fn attested(document: i64, edition: i64, on: &str) -> Attested {
    Attested {
        document: DocumentId(document),
        person: PersonId(1),
        organisation: OrganisationId(1),
        kind: DocumentKind::ParticipationCertificate,
        number: document.to_string(),
        issued_on: on.parse().unwrap(),
        edition: EditionId(edition),
        title: format!("{edition}-й поток"),
        programme: ProgrammeId(1),
    }
}

fn levels(rule: &LevelRule, cycles: &[usize]) -> Vec<Option<Level>> {
    cycles.iter().map(|cycles| Reached::of(rule, *cycles).level).collect()
}

fn codes(rule: &LevelRule) -> Vec<(String, String)> {
    let known = HashSet::from([ProgrammeId(1)]);
    rule.faults(&known).into_iter().map(|fault| (fault.field, fault.code)).collect()
}

#[test]
fn m9_the_level_changes_after_one_two_and_three_cycles() {
    let rule = LevelRule::usual();
    assert!(codes(&rule).is_empty());
    let (trainee, mentor, master) = (Some(Level::Trainee), Some(Level::Mentor), Some(Level::Master));
    assert_eq!(levels(&rule, &[0, 1, 2, 3, 9]), [None, trainee, mentor, master, master]);
    assert_eq!(Reached::of(&rule, 1).next, Some((Level::Mentor, 1)));
    assert_eq!(Reached::of(&rule, 3).next, None);
}

#[test]
fn m9_thresholds_and_names_are_those_of_the_organisation() {
    let mut rule = LevelRule::usual();
    (rule.trainee.cycles, rule.mentor.cycles, rule.master.cycles) = (0, 4, 10);
    rule.mentor.name = Localised::only(Language::Kk, "Ұстаз");
    assert_eq!(levels(&rule, &[0, 3, 4, 10])[1..3], [Some(Level::Trainee), Some(Level::Mentor)]);
    assert_eq!(Reached::of(&rule, 1).next, Some((Level::Mentor, 3)));
    assert_eq!(rule.name(Level::Mentor, Language::Kk), "Ұстаз");
}

#[test]
fn several_papers_of_one_edition_are_one_cycle_and_only_chosen_ones_count() {
    let mut rule = LevelRule::usual();
    let mut papers =
        [attested(3, 2, "2026-05-01"), attested(1, 1, "2026-03-01"), attested(2, 1, "2026-02-01")];
    let found: Vec<i64> = cycles(&rule, &papers).iter().map(|one| one.document.0).collect();
    assert_eq!(found, [2, 3]);
    papers[0].programme = ProgrammeId(2);
    rule.programmes = vec![ProgrammeId(1)];
    assert_eq!(cycles(&rule, &papers).len(), 1);
    rule.kinds = vec![DocumentKind::MentorCertificate];
    assert!(cycles(&rule, &papers).is_empty());
}

#[test]
fn a_rule_says_everything_that_is_wrong_with_it_at_once() {
    let mut rule = LevelRule::usual();
    (rule.trainee.cycles, rule.mentor.cycles, rule.master.cycles) = (-1, 100, 100);
    rule.trainee.name.kk = Some("  ".into());
    rule.master.name.en = Some("М".repeat(LONGEST_NAME + 1));
    rule.kinds = vec![DocumentKind::ThankYouLetter];
    rule.programmes = vec![ProgrammeId(2)];
    let found = codes(&rule);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
    let expected = [
        ("trainee_cycles", "level-cycles"),
        ("trainee_name_kk", "required"),
        ("master_cycles", "level-cycles"),
        ("master_name_en", "level-name-long"),
        ("kinds", "level-kinds"),
        ("programmes", "level-programme"),
    ];
    assert_eq!(found, expected);
}

proptest! {
    #[test]
    fn more_cycles_never_lower_a_level(first in 0i32..30, second in 1i32..30, third in 1i32..30, have in 0usize..100) {
        let mut rule = LevelRule::usual();
        (rule.trainee.cycles, rule.mentor.cycles, rule.master.cycles) =
            (first, first + second, first + second + third);
        prop_assert!(codes(&rule).is_empty());
        let (now, then) = (Reached::of(&rule, have), Reached::of(&rule, have + 1));
        prop_assert!(now.level <= then.level);
        if let Some((next, missing)) = now.next {
            prop_assert!(missing > 0);
            let there = Reached::of(&rule, have + usize::try_from(missing).unwrap());
            prop_assert_eq!(there.level, Some(next));
        }
    }

    #[test]
    fn the_order_of_papers_never_matters(editions in proptest::collection::vec(0i64..5, 0..12)) {
        let mut papers: Vec<Attested> =
            (0i64..).zip(&editions).map(|(number, edition)| attested(number, *edition, "2026-03-01")).collect();
        let rule = LevelRule::usual();
        let before: Vec<Attested> = cycles(&rule, &papers).into_iter().cloned().collect();
        papers.reverse();
        let after: Vec<Attested> = cycles(&rule, &papers).into_iter().cloned().collect();
        prop_assert_eq!(before, after);
    }
}
