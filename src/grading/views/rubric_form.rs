//! The form that makes another version of a rubric. Works by ordinary posts: every button sends what was typed.

use crate::cases::actions::ChangingRubric;
use crate::cases::rules::{
    CriterionDraft, MOST_CRITERIA, MOST_LEVELS, RubricDraft, field_of_criterion, field_of_level,
};
use crate::cases::views::Link;
use crate::kernel::{Fault, Language};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// What was typed and what stands against it.
#[derive(Debug, Clone, Copy)]
pub struct TypedRubric<'a> {
    /// The rubric.
    pub draft: &'a RubricDraft,
    /// Why it is changed.
    pub reason: &'a str,
    /// The version it is made of.
    pub based_on: i32,
    /// What is wrong.
    pub faults: &'a [Fault],
    /// The version that somebody else has made meanwhile.
    pub overtaken: Option<i32>,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct RubricForm {
    crumbs: Vec<Link>,
    case: String,
    url: String,
    rubric_url: String,
    based_on: i32,
    overtaken: Option<i32>,
    /// The pass mark; nothing where the edition's share decides.
    pass_points: Option<Field>,
    reason: Field,
    criteria: Vec<CriterionForm>,
    /// Whether there is room for another criterion.
    has_room: bool,
    /// What is wrong, in the order of the page.
    wrong: Vec<Field>,
}

/// A criterion.
#[derive(Debug, Clone, Serialize)]
struct CriterionForm {
    number: usize,
    is_first: bool,
    key: Field,
    weight: Field,
    titles: Vec<Worded>,
    levels: Vec<LevelForm>,
    has_room: bool,
    remove: String,
    raise: String,
    add_level: String,
}

/// A level.
#[derive(Debug, Clone, Serialize)]
struct LevelForm {
    number: usize,
    points: Field,
    texts: Vec<Worded>,
    remove: String,
}

/// A text in one language.
#[derive(Debug, Clone, Serialize)]
struct Worded {
    tag: &'static str,
    /// The language in its own words; nothing where there is only one.
    language: Option<&'static str>,
    field: Field,
}

/// What the fields are made of.
struct Maker<'a> {
    languages: &'a [Language],
    faults: &'a [Fault],
}

impl Maker<'_> {
    fn field(&self, name: &str, value: &str) -> Field {
        Field::with_faults(name, value, self.faults)
    }

    fn worded(
        &self,
        texts: &std::collections::BTreeMap<Language, String>,
        name: &dyn Fn(&str) -> String,
    ) -> Vec<Worded> {
        let several = self.languages.len() > 1;
        let one = |language: &Language| Worded {
            tag: language.tag(),
            language: several.then(|| language.own_name()),
            field: self.field(&name(language.tag()), texts.get(language).map_or("", String::as_str)),
        };
        self.languages.iter().map(one).collect()
    }

    fn criterion(&self, place: usize, typed: &CriterionDraft) -> CriterionForm {
        let level = |(number, level): (usize, &crate::cases::rules::LevelDraft)| LevelForm {
            number: number + 1,
            points: self.field(&field_of_level(place, number, "points"), &level.points),
            texts: self.worded(&level.text, &|tag| field_of_level(place, number, &format!("text.{tag}"))),
            remove: format!("remove-level.{place}.{number}"),
        };
        let titles = self.worded(&typed.title, &|tag| field_of_criterion(place, &format!("title.{tag}")));
        CriterionForm {
            number: place + 1,
            is_first: place == 0,
            key: self.field(&field_of_criterion(place, "key"), &typed.key),
            weight: self.field(&field_of_criterion(place, "weight"), &typed.weight),
            titles,
            levels: typed.levels.iter().enumerate().map(level).collect(),
            has_room: typed.levels.len() < MOST_LEVELS,
            remove: format!("remove.{place}"),
            raise: format!("raise.{place}"),
            add_level: format!("add-level.{place}"),
        }
    }
}

impl RubricForm {
    /// The form with what was typed.
    pub fn new(found: &ChangingRubric, typed: TypedRubric<'_>, reader: &Reader) -> RubricForm {
        let maker = Maker { languages: &found.languages, faults: typed.faults };
        let at = (found.edition.id, found.case);
        let title = found.title.for_reader(reader.language).to_owned();
        let criteria: Vec<CriterionForm> =
            typed.draft.criteria.iter().enumerate().map(|(place, one)| maker.criterion(place, one)).collect();
        let own_mark = found.edition.rule.0.case_pass.is_none();
        let mut form = RubricForm {
            crumbs: vec![
                Link { label: found.edition.title.clone(), url: paths::edition(at.0) },
                Link { label: title.clone(), url: paths::case_rubric(at.0, at.1) },
            ],
            case: title,
            url: paths::case_rubric(at.0, at.1),
            rubric_url: paths::case_rubric(at.0, at.1),
            based_on: typed.based_on,
            overtaken: typed.overtaken,
            pass_points: own_mark.then(|| maker.field("pass_points", &typed.draft.pass_points)),
            reason: maker.field("reason", typed.reason),
            has_room: criteria.len() < MOST_CRITERIA,
            criteria,
            wrong: Vec::new(),
        };
        form.wrong = form.wrong(maker.field("criteria", ""));
        form
    }

    /// Every field that something is wrong with; `whole` is about all criteria together.
    fn wrong(&self, whole: Field) -> Vec<Field> {
        let of_criterion = |one: &CriterionForm| {
            let levels = one.levels.iter().flat_map(|level| {
                std::iter::once(level.points.clone()).chain(level.texts.iter().map(|text| text.field.clone()))
            });
            let titles = one.titles.iter().map(|title| title.field.clone());
            [one.key.clone()]
                .into_iter()
                .chain(titles)
                .chain([one.weight.clone()])
                .chain(levels)
                .collect::<Vec<_>>()
        };
        let rows = self.criteria.iter().flat_map(of_criterion);
        let rest = self.pass_points.iter().cloned().chain([self.reason.clone()]);
        [whole].into_iter().chain(rows).chain(rest).filter(|field| !field.faults.is_empty()).collect()
    }
}

impl View for RubricForm {
    const TEMPLATE: &'static str = "pages/grading/rubric_form";

    fn title(&self) -> Title {
        Title::with("rubrics-form-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<RubricForm> {
        let text = |text: &str| {
            Language::ALL
                .into_iter()
                .map(|one| (one, text.to_owned()))
                .collect::<std::collections::BTreeMap<_, _>>()
        };
        let level = |points: &str| crate::cases::rules::LevelDraft {
            points: points.into(),
            text: text("уровень"),
        };
        let typed = CriterionDraft {
            key: "grasp".into(),
            title: text("Понимание вопроса"),
            weight: "2".into(),
            levels: vec![level("0"), level("x")],
        };
        let faults = [
            Fault::new("criteria", "rubric-same"),
            Fault::new("criteria.0.key", "unknown"),
            Fault::new("criteria.0.levels.1.points", "not-a-number"),
            Fault::new("reason", "required"),
        ];
        let form = |languages: &[Language], faults: &[Fault], overtaken: Option<i32>| {
            let maker = Maker { languages, faults };
            let mut form = RubricForm {
                crumbs: vec![Link { label: "2-й поток".into(), url: "/editions/1".into() }],
                case: "Волонтёры не пришли".into(),
                url: "/editions/1/cases/2/rubric".into(),
                rubric_url: "/editions/1/cases/2/rubric".into(),
                based_on: 2,
                overtaken,
                pass_points: overtaken.is_none().then(|| maker.field("pass_points", "12")),
                reason: maker.field("reason", ""),
                criteria: vec![maker.criterion(0, &typed), maker.criterion(1, &CriterionDraft::default())],
                has_room: overtaken.is_none(),
                wrong: Vec::new(),
            };
            form.wrong = form.wrong(maker.field("criteria", ""));
            form
        };
        vec![form(&[Language::Ru], &[], None), form(&Language::ALL, &faults, Some(3))]
    }
}
