//! Formats in words.

use super::actions::Formats;
use super::rules::{self, Added, Called, Draft};
use crate::kernel::{Actor, Fault, Language, Localised};
use crate::web::{Field, Title, View, paths};
use serde::Serialize;

/// The name of a format in a reader's language; one that nobody has named stands as its authors wrote it.
pub fn name(say: impl Fn(&str) -> String, language: Language, format: &Called) -> String {
    match &format.name {
        _ if rules::is_known(&format.key) => say(&key_of(&format.key)),
        Some(name) => name.for_reader(language).to_owned(),
        None => format.key.replace('_', " "),
    }
}

fn key_of(format: &str) -> String {
    format!("formats-{}", format.replace('_', "-"))
}

/// The list of formats.
#[derive(Debug, Serialize)]
pub struct Index {
    known: Vec<Known>,
    added: Vec<AddedLine>,
    nameless: Vec<Nameless>,
    may_add: bool,
    url: &'static str,
    programmes_url: &'static str,
    form: Names,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Known {
    key: &'static str,
    name_key: String,
}

#[derive(Debug, Serialize)]
struct AddedLine {
    key: String,
    name: String,
    /// Languages that have no name of their own.
    missing: String,
    used: bool,
    url: String,
}

#[derive(Debug, Serialize)]
struct Nameless {
    key: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Names {
    key: Field,
    ru: Field,
    kk: Field,
    en: Field,
    key_limit: usize,
    limit: usize,
}

impl Names {
    fn new(draft: &Draft, faults: &[Fault]) -> Names {
        let field = |name: &str, value: &str| Field::with_faults(name, value, faults);
        Names {
            key: field("key", &draft.key),
            ru: field("ru", &draft.ru),
            kk: field("kk", &draft.kk),
            en: field("en", &draft.en),
            key_limit: rules::LONGEST_KEY,
            limit: rules::LONGEST_NAME,
        }
    }

    fn faulty(&self) -> Vec<Field> {
        let all = [&self.key, &self.ru, &self.kk, &self.en];
        all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
    }
}

impl Index {
    /// The list for its reader, with a format as typed so far.
    pub fn new(formats: &Formats, draft: &Draft, faults: &[Fault], me: &Actor) -> Index {
        let language = me.language;
        let added = |(key, name): (&String, &Localised)| AddedLine {
            url: paths::format(key),
            name: name.for_reader(language).to_owned(),
            missing: missing(name),
            used: formats.used.contains(key),
            key: key.clone(),
        };
        let known = |key: &&'static str| Known { key, name_key: key_of(key) };
        let nameless = |key: &String| Nameless { key: key.clone(), url: paths::format(key) };
        let form = Names::new(draft, faults);
        Index {
            known: rules::KNOWN.iter().map(known).collect(),
            added: formats.added.0.iter().map(added).collect(),
            nameless: formats.nameless.iter().map(nameless).collect(),
            may_add: me.roles.site_administrator,
            url: paths::FORMATS,
            programmes_url: paths::PROGRAMMES,
            fields: form.faulty(),
            form,
        }
    }
}

fn missing(name: &Localised) -> String {
    let lacking = Language::ALL.into_iter().filter(|language| name.exact(*language).is_none());
    lacking.map(Language::own_name).collect::<Vec<_>>().join(", ")
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/formats/index";

    fn title(&self) -> Title {
        Title::key("formats-index-title")
    }

    fn samples() -> Vec<Index> {
        let me = Actor::program();
        let formats = Formats {
            added: Added([("press_tour".to_owned(), Localised::only(Language::Ru, "пресс-тур"))].into()),
            nameless: vec!["night_watch".into()],
            used: vec!["press_tour".into(), "night_watch".into()],
        };
        let faults = [Fault::new("key", "format-taken"), Fault::new("ru", "format-nameless")];
        let draft = Draft { key: "press_tour".into(), ..Draft::default() };
        let mut reader = Actor::program();
        reader.roles.site_administrator = false;
        vec![
            Index::new(&formats, &draft, &faults, &me),
            Index::new(&Formats::default(), &Draft::default(), &[], &me),
            Index::new(&formats, &Draft::default(), &[], &reader),
        ]
    }
}

/// The names of one format.
#[derive(Debug, Serialize)]
pub struct FormatPage {
    key: String,
    may_change: bool,
    url: String,
    formats_url: &'static str,
    form: Names,
    fields: Vec<Field>,
}

impl FormatPage {
    /// The names as typed so far.
    pub fn new(draft: &Draft, faults: &[Fault], me: &Actor) -> FormatPage {
        let form = Names::new(draft, faults);
        FormatPage {
            key: draft.key.clone(),
            may_change: me.roles.site_administrator,
            url: paths::format(&draft.key),
            formats_url: paths::FORMATS,
            fields: form.faulty(),
            form,
        }
    }
}

impl View for FormatPage {
    const TEMPLATE: &'static str = "pages/formats/show";

    fn title(&self) -> Title {
        Title::with("formats-show-title", vec![("key", self.key.clone())])
    }

    fn samples() -> Vec<FormatPage> {
        let (me, mut reader) = (Actor::program(), Actor::program());
        reader.roles.site_administrator = false;
        let draft = Draft { key: "press_tour".into(), ru: "пресс-тур".into(), ..Draft::default() };
        let reader = FormatPage::new(&draft, &[], &reader);
        let faults = [Fault::new("ru", "format-nameless")];
        vec![FormatPage::new(&draft, &[], &me), FormatPage::new(&Draft::default(), &faults, &me), reader]
    }
}
