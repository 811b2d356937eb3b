//! Contents of drafts.

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
    use MemberRole::{Chair, DeputyChair, Member as Ordinary, Secretary};
    let whole = vec![member(Chair, "Ким"), member(Ordinary, "Ли"), member(Secretary, "Цой")];
    assert!(codes(&Content::Commission { members: whole.clone() }).is_empty());
    assert_eq!(codes(&Content::Commission { members: Vec::new() }).len(), 3);
    let twice = [whole.clone(), vec![member(Ordinary, "КИМ")]].concat();
    assert_eq!(codes(&Content::Commission { members: twice }), ["order-member-twice"]);
    let deputies = vec![member(DeputyChair, "Пак"), member(DeputyChair, "Тен")];
    let two = [whole.clone(), deputies].concat();
    assert_eq!(codes(&Content::Commission { members: two }), ["order-commission-deputy"]);
    let one = [whole, vec![member(DeputyChair, "Пак")]].concat();
    assert!(codes(&Content::Commission { members: one }).is_empty());
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
        outcome: Some(Outcome::Passed),
        percent,
        grade: grade.map(str::to_owned),
        topic: None,
    };
    assert_eq!(entry(Some("отлично"), Some(92)).mark().unwrap(), "отлично (92 %)");
    assert_eq!(entry(None, Some(92)).mark().unwrap(), "92 %");
    assert_eq!(entry(Some(""), None).mark(), None);
}

#[test]
fn percent_and_grade_say_what_the_outcome_says() {
    let said = |outcome, percent: Option<i32>, grade: &str| {
        let grade = Some(grade.to_owned()).filter(|grade| !grade.is_empty());
        let entry = Entry { enrolment: EnrolmentId(7), outcome, percent, grade, topic: None };
        let faults = Content::AssessmentSheet { assessment: "зачёт".into(), entries: vec![entry] }.faults();
        faults.into_iter().map(|fault| format!("{}:{}", fault.field, fault.code)).collect::<Vec<_>>()
    };
    use Outcome::{Absent, Failed, Passed};
    assert_eq!(said(Some(Failed), Some(40), "Отлично"), ["grade-7:order-grade-failed"]);
    assert_eq!(said(Some(Failed), Some(100), ""), ["percent-7:order-percent-failed"]);
    assert_eq!(said(Some(Passed), Some(0), "не зачтено").len(), 2);
    assert_eq!(said(Some(Absent), Some(40), "зачтено").len(), 2);
    assert!(said(Some(Absent), None, "неявка").is_empty());
    assert!(said(Some(Passed), Some(92), "сынақтан өтті").is_empty());
    assert!(said(Some(Failed), Some(40), "4 из 10").is_empty(), "a scale nobody has told us is not judged");
    assert!(said(None, Some(100), "отлично").is_empty(), "what is not decided contradicts nothing");
}

#[test]
fn who_is_not_decided_is_named_as_nothing() {
    let entry =
        |id, outcome| Entry { enrolment: EnrolmentId(id), outcome, percent: None, grade: None, topic: None };
    let entries = vec![entry(1, Some(Outcome::Passed)), entry(2, None)];
    let sheet = Content::AssessmentSheet { assessment: "зачёт".into(), entries };
    assert_eq!(sheet.people(), [(EnrolmentId(1), Part::Passed, None)]);
    assert_eq!(sheet.undecided(), [EnrolmentId(2)]);
    let kept: Content = serde_json::from_str(
        r#"{"kind":"assessment_sheet","assessment":"","entries":[{"enrolment":1,"outcome":"passed"}]}"#,
    )
    .unwrap();
    assert!(kept.undecided().is_empty(), "sheets of before read as they did");
}

#[test]
fn without_a_final_assessment_only_the_rule_of_completion_proposes_anything() {
    assert_eq!(proposed(None, true), Some(Outcome::Passed));
    assert_eq!(proposed(None, false), None, "nobody has passed because nothing was asked");
    assert_eq!(proposed(Some((true, Some(92))), false), Some(Outcome::Passed));
    assert_eq!(proposed(Some((false, Some(40))), true), Some(Outcome::Failed));
    assert_eq!(proposed(Some((false, Some(100))), true), None);
    assert_eq!(proposed(Some((false, None)), true), Some(Outcome::Absent));
}
