use super::super::settings::Settings;
use super::super::template::sample;
use super::*;
use crate::identities::rules::EducationProof;
use crate::kernel::PersonName;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn facts() -> Facts {
    let some = |text: &str| Some(text.to_owned());
    Facts {
        kind: DocumentKind::AdvancedTrainingCertificate,
        relation: None,
        blank: None,
        number: "УПК-2026/0042".into(),
        issued_on: day("2026-09-01"),
        programme: "Эффективное партнёрство".into(),
        programme_kind: ProgrammeKind::AdvancedTraining,
        settings: Settings {
            area: some("Социальное обслуживание"),
            group: some("Социология и социальная работа"),
            qualification: some("Специалист"),
            form: some("Очно-заочная"),
            funding: some("Бюджетное обучение"),
            way: some("в образовательной организации"),
        },
        period: Some((day("2026-06-01"), day("2026-08-31"))),
        hours: Some(72),
        fewest_hours: 16,
        name: PersonName::new("Ахметова", "Алия", Some("Сериковна")),
        spelled: true,
        education: Some(EducationProof {
            level: EducationLevel::Higher,
            surname: some("Иванова"),
            series: some("ВСГ"),
            number: "1234567".into(),
        }),
        born_on: Some(day("1990-02-03")),
        sex: Some(Sex::Female),
        snils: some("11223344595"),
        citizenship: some("643"),
        original: None,
    }
}

fn made(facts: &Facts) -> Row {
    row(facts, &sample(), day("2026-09-10"))
}

fn codes(row: &Row) -> Vec<(String, String)> {
    row.issues.iter().map(|issue| (issue.fault.field.clone(), issue.fault.code.clone())).collect()
}

fn one(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

fn text(row: &Row, column: usize) -> String {
    match row.cell(column) {
        Value::Text(text) => text.clone(),
        Value::Number(number) => format!("#{number}"),
        Value::Empty => String::new(),
    }
}

#[test]
fn row_16_numbers_are_three_and_everything_else_is_text() {
    let row = made(&facts());
    assert_eq!(codes(&row), []);
    let whole: Vec<String> = (1..=COLUMNS).map(|column| text(&row, column)).collect();
    assert_eq!(
        whole[..31],
        [
            "Удостоверение о повышении квалификации",
            "Оригинал",
            "Нет",
            "Нет",
            "Нет",
            "Нет",
            "УПК-2026/0042",
            "01.09.2026",
            "УПК-2026/0042",
            "Повышение квалификации",
            "Эффективное партнёрство",
            "Социальное обслуживание",
            "Социология и социальная работа",
            "",
            "Высшее образование",
            "Иванова",
            "ВСГ",
            "1234567",
            "#2026",
            "#2026",
            "#72",
            "Ахметова",
            "Алия",
            "Сериковна",
            "03.02.1990",
            "Жен",
            "112-233-445 95",
            "Очно-заочная",
            "Бюджетное обучение",
            "в образовательной организации",
            "643",
        ]
    );
    assert!(whole[31..].iter().all(String::is_empty), "an original says nothing of an original: {whole:?}");
}

#[test]
fn row_12_the_diploma_has_the_surname_of_then_and_the_holder_that_of_today() {
    let row = made(&facts());
    assert_eq!((text(&row, 16), text(&row, 22)), ("Иванова".into(), "Ахметова".into()));
    let education = EducationProof { surname: None, ..facts().education.unwrap() };
    let row = made(&Facts { education: Some(education), ..facts() });
    assert_eq!(text(&row, 16), "Ахметова");
}

#[test]
fn row_18_kazakh_letters_need_a_russian_spelling() {
    let kazakh =
        Facts { name: PersonName::new("Ахметова", "Әлия", None), spelled: false, ..facts() };
    assert_eq!(codes(&made(&kazakh)), one("W", "federal-spelling-missing"));
    assert_eq!(made(&kazakh).issues[0].source(), Source::Holder);
    let russian = Facts { name: PersonName::new("Ахметова", "Алия", None), ..facts() };
    assert!(made(&russian).is_fine());
    let latin = Facts { name: PersonName::new("Ахметoва", "Алия", None), ..facts() };
    assert_eq!(codes(&made(&latin)), one("V", "federal-look-alike"));
    assert!(!made(&latin).is_fine(), "in a name that keeps it out of the file");
}

#[test]
fn row_17_every_defect_is_one_issue_of_its_cell() {
    let dirty = Facts {
        programme: "Эффективное — партнёрство".into(),
        number: "УПК\u{a0}2026/0042".into(),
        name: PersonName {
            surname: " Ахметова".into(), given_name: "Алия".into(), patronymic: None
        },
        ..facts()
    };
    let row = made(&dirty);
    let mended = |field: &str| (field.to_owned(), "federal-mended".to_owned());
    assert_eq!(codes(&row), [mended("G"), mended("I"), mended("K"), mended("V")]);
    assert!(row.is_fine(), "what was mended keeps nothing out");
    assert_eq!(text(&row, 11), "Эффективное - партнёрство");
    let warned = made(&Facts { programme: "Шкoла".into(), ..facts() });
    assert_eq!((codes(&warned), warned.is_fine()), (one("K", "federal-look-alike"), true));
}

#[test]
fn what_is_missing_is_told_by_its_cell() {
    let missing = |change: &dyn Fn(&mut Facts)| {
        let mut facts = facts();
        change(&mut facts);
        codes(&made(&facts))
    };
    assert_eq!(missing(&|facts: &mut Facts| facts.snils = None), one("AA", "federal-snils-missing"));
    assert_eq!(
        missing(&|facts: &mut Facts| facts.snils = Some("11223344500".into())),
        one("AA", "federal-snils")
    );
    assert_eq!(missing(&|facts: &mut Facts| facts.education = None), one("O", "federal-education-missing"));
    assert_eq!(missing(&|facts: &mut Facts| facts.born_on = None), one("Y", "federal-born-missing"));
    assert_eq!(missing(&|facts: &mut Facts| facts.sex = None), one("Z", "federal-sex-missing"));
    assert_eq!(missing(&|facts: &mut Facts| facts.settings.funding = None), one("AC", "federal-not-chosen"));
    assert_eq!(
        missing(&|facts: &mut Facts| facts.settings.form = Some("очная".into())),
        one("AB", "federal-cell-not-in-list"),
        "case counts"
    );
    assert_eq!(missing(&|facts: &mut Facts| facts.hours = Some(15)), one("U", "federal-hours"));
    let late = Some((day("2026-06-01"), day("2027-01-10")));
    assert_eq!(missing(&|facts: &mut Facts| facts.period = late), one("T", "federal-year"));
    let foreign = |facts: &mut Facts| {
        facts.citizenship = Some("398".into());
        facts.snils = None;
    };
    assert_eq!(missing(&foreign), [], "foreigners may have no СНИЛС");
    let diploma = |facts: &mut Facts| {
        facts.kind = DocumentKind::RetrainingDiploma;
        facts.programme_kind = ProgrammeKind::Retraining;
        (facts.hours, facts.fewest_hours) = (Some(250), 250);
        facts.settings.qualification = None;
    };
    assert_eq!(missing(&diploma), one("N", "federal-not-chosen"));
    let differs = |facts: &mut Facts| facts.kind = DocumentKind::RetrainingDiploma;
    assert_eq!(missing(&differs), one("J", "federal-kinds-differ"), "column 10 has to fit column 1");
    let few = |facts: &mut Facts| facts.hours = Some(15);
    assert_eq!(missing(&few), one("U", "federal-hours"));
    let of_the_profile = |facts: &mut Facts| (facts.hours, facts.fewest_hours) = (Some(8), 8);
    assert_eq!(missing(&of_the_profile), [], "the fewest hours are those of the country's profile");
    let bare = |facts: &mut Facts| facts.blank = Some((Some(" ".to_owned()), "0042".to_owned()));
    assert_eq!(missing(&bare), []);
}

#[test]
fn row_15_a_list_of_the_template_without_our_word_is_told() {
    let mut lists = sample();
    lists.lists.iter_mut().find(|list| list.column == at::STATUS).unwrap().values = vec!["Подлинник".into()];
    let row = row(&facts(), &lists, day("2026-09-10"));
    assert_eq!(codes(&row), one("B", "federal-cell-not-in-list"));
    assert!(row.issues[0].fault.args.contains(&("list".into(), "Список2".into())), "{:?}", row.issues);
}

#[test]
fn row_23_a_duplicate_tells_of_its_original_and_column_40_is_empty() {
    let original = Original {
        kind: DocumentKind::AdvancedTrainingCertificate,
        blank: Some((Some("ПК".into()), "000017".into())),
        number: "УПК-2026/0007".into(),
        issued_on: day("2026-03-01"),
        name: PersonName::new("Иванова", "Алия", Some("Сериковна")),
    };
    let duplicate = Facts { relation: Some(Relation::Duplicate), original: Some(original), ..facts() };
    let row = made(&duplicate);
    assert_eq!(codes(&row), []);
    let block: Vec<String> = (32..=40).map(|column| text(&row, column)).collect();
    assert_eq!(
        block,
        [
            "Удостоверение о повышении квалификации",
            "ПК",
            "000017",
            "УПК-2026/0007",
            "01.03.2026",
            "Иванова",
            "Алия",
            "Сериковна",
            ""
        ]
    );
    assert_eq!([2, 3, 4, 5].map(|column| text(&row, column)), ["Дубликат", "Да", "Нет", "Нет"]);
    let changed = made(&Facts { relation: Some(Relation::NameChange), ..duplicate.clone() });
    assert_eq!([2, 3, 4, 5].map(|column| text(&changed, column)), ["Дубликат", "Нет", "Да", "Да"]);
    let lost = made(&Facts { original: None, ..duplicate });
    assert_eq!(codes(&lost), one("AF", "federal-original-missing"));
}
