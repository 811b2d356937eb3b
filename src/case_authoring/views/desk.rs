//! The cases of a programme, and the form of a new one.

use crate::case_authoring::actions::{Desk, DeskCase};
use crate::cases::views::Link;
use crate::kernel::{Language, Problem};
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// The cases of a programme.
#[derive(Debug, Clone, Serialize)]
pub struct DeskPage {
    pub(super) number: i32,
    pub(super) has_texts: bool,
    pub(super) cases: Vec<CaseLine>,
    pub(super) crumbs: Vec<Link>,
    pub(super) begin_url: String,
    pub(super) new_url: String,
    pub(super) imports_url: &'static str,
}

/// One case.
#[derive(Debug, Clone, Serialize)]
pub struct CaseLine {
    pub(super) title: String,
    pub(super) module: String,
    pub(super) key: String,
    pub(super) hours: i32,
    pub(super) is_new: bool,
    /// The page of its working copy; empty when there is none.
    pub(super) copy_url: String,
}

impl DeskPage {
    /// The cases of a programme.
    pub fn new(desk: &Desk, reader: &Reader) -> DeskPage {
        let slug = &desk.version.slug;
        let known = |one: &DeskCase| CaseLine {
            title: one.case.title.for_reader(reader.language).to_owned(),
            module: one.case.module.for_reader(reader.language).to_owned(),
            key: one.case.key.clone(),
            hours: one.case.hours.0,
            is_new: false,
            copy_url: one.copy.as_ref().map(|copy| paths::case_copy(copy.id)).unwrap_or_default(),
        };
        let new = desk.new.iter().filter_map(|copy| {
            let plan = &copy.plan.as_ref()?.0;
            let module = desk.modules.iter().find(|module| module.key == plan.module);
            let module = module.map(|module| module.title.0.for_reader(reader.language).to_owned());
            Some(CaseLine {
                title: plan.title.for_reader(reader.language).to_owned(),
                module: module.unwrap_or_default(),
                key: plan.key.clone(),
                hours: plan.hours,
                is_new: true,
                copy_url: paths::case_copy(copy.id),
            })
        });
        let programme = desk.version.title.0.for_reader(reader.language).to_owned();
        DeskPage {
            cases: desk.cases.iter().map(known).chain(new).collect(),
            crumbs: vec![Link { label: programme, url: paths::programme(slug) }],
            number: desk.version.number,
            has_texts: desk.has_texts,
            begin_url: paths::case_desk(slug),
            new_url: paths::new_case(slug),
            imports_url: paths::PROGRAMME_IMPORTS,
        }
    }
}

impl View for DeskPage {
    const TEMPLATE: &'static str = "pages/case_authoring/desk";

    fn title(&self) -> Title {
        Title::key("authoring-desk-title")
    }

    fn samples() -> Vec<DeskPage> {
        super::samples::desks()
    }
}

/// The form of a case that the programme does not have yet.
#[derive(Debug, Clone, Serialize)]
pub struct NewCasePage {
    pub(super) crumbs: Vec<Link>,
    pub(super) url: String,
    pub(super) desk_url: String,
    pub(super) titles: Vec<Field>,
    pub(super) place: Field,
    pub(super) places: Vec<Choice>,
    pub(super) hours: Field,
    pub(super) nature: Field,
    pub(super) natures: Vec<Choice>,
    pub(super) mode: Field,
    pub(super) modes: Vec<Choice>,
    pub(super) staged: Field,
    pub(super) is_staged: bool,
    /// Whether the text is there already, and only its place is asked for.
    pub(super) has_text: bool,
    pub(super) lead_key: &'static str,
    pub(super) fields: Vec<Field>,
}

impl NewCasePage {
    /// The form, empty or as it was typed.
    pub fn new(
        desk: &Desk,
        typed: Option<(&Form, &Problem)>,
        (reader, say): (&Reader, Say<'_>),
    ) -> NewCasePage {
        let empty =
            (Form::of(&[("hours", "2"), ("nature", "practice"), ("mode", "distance")]), Problem::not_found());
        let (form, problem) = typed.unwrap_or((&empty.0, &empty.1));
        let field = |name: &str| Field::typed(name, form, problem);
        let language = |language: Language| field(&format!("title-{}", language.tag()));
        let titles: Vec<Field> = [Language::Ru, Language::Kk, Language::En].map(language).to_vec();
        let choice =
            |key: &str, word: &str, chosen: &str| Choice::new(word, say(&format!("{key}{word}")), chosen);
        let natures = ["theory", "practice", "self_study"]
            .map(|word| choice("programmes-nature-", word, form.raw("nature")));
        let modes = ["in_person", "online", "distance"];
        let modes = modes.map(|word| choice("programmes-mode-", word, form.raw("mode")));
        let fields = titles.iter().cloned().chain([field("place"), field("hours")]).collect();
        let programme = desk.version.title.0.for_reader(reader.language).to_owned();
        NewCasePage {
            crumbs: vec![Link { label: programme, url: paths::case_desk(&desk.version.slug) }],
            url: paths::new_case(&desk.version.slug),
            desk_url: paths::case_desk(&desk.version.slug),
            place: field("place"),
            places: places(desk, form.raw("place"), (reader, say)),
            hours: field("hours"),
            nature: field("nature"),
            natures: natures.to_vec(),
            mode: field("mode"),
            modes: modes.to_vec(),
            staged: Field::filled("staged", "on"),
            is_staged: form.ticked("staged"),
            has_text: false,
            lead_key: "authoring-new-lead",
            titles,
            fields,
        }
    }

    /// The same for a text that is there already: where the form goes, and the page to go back to.
    pub fn for_text(self, url: String, back: String) -> NewCasePage {
        NewCasePage { url, desk_url: back, has_text: true, lead_key: "authoring-new-lead-text", ..self }
    }
}

/// Every place that a case can come at: `module` for the first of a module, `module/activity` behind an activity.
fn places(desk: &Desk, chosen: &str, (reader, say): (&Reader, Say<'_>)) -> Vec<Choice> {
    let mut places = Vec::new();
    for module in &desk.modules {
        let title = module.title.0.for_reader(reader.language);
        places.push(Choice::new(&module.key, format!("{title}: {}", say("authoring-place-first")), chosen));
        for one in desk.outline.iter().filter(|one| one.module == module.title.0) {
            let value = format!("{}/{}", module.key, one.key);
            let behind = one.title.for_reader(reader.language);
            places.push(Choice::new(
                value,
                format!("{title}: {} «{behind}»", say("authoring-place-behind")),
                chosen,
            ));
        }
    }
    places
}

impl View for NewCasePage {
    const TEMPLATE: &'static str = "pages/case_authoring/new";

    fn title(&self) -> Title {
        Title::key("authoring-new-title")
    }

    fn samples() -> Vec<NewCasePage> {
        super::samples::new_cases()
    }
}
