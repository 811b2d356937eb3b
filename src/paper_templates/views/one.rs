//! A template: its versions, the one at work, a new one, and what can stand in it.

use super::{kind_key, languages_key};
use crate::kernel::{
    Fault, Moment, OrganisationId, PaperTemplateId, PaperTemplateVersionId, PersonId, PersonName, Problem,
    Word as _, dates,
};
use crate::paper_templates::actions::Opened;
use crate::paper_templates::rules::{Languages, millimetres};
use crate::paper_templates::store::{TemplateRow, VersionRow};
use crate::printing::PaperFields;
use crate::printing::custom::STARTER;
use crate::printing::pictures::PictureUse;
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The fields of the form.
const FIELDS: [&str; 7] = ["source", "file", "shift_x", "shift_y", "logo", "signature", "background"];
/// What a template calls beside the fields, each with a sentence about it.
const HELPERS: [(&str, &str); 10] = [
    ("#show: page-of.with(landscape: true, margin: 20mm)", "paper-templates-helper-page"),
    ("#logo(width: 30mm)", "paper-templates-helper-logo"),
    ("#signature-picture(width: 40mm)", "paper-templates-helper-signature"),
    ("#code(size: 25mm)", "paper-templates-helper-code"),
    ("#verify-address", "paper-templates-helper-address"),
    ("#fitted(120mm, 30mm, fields.holder.full)", "paper-templates-helper-fitted"),
    ("#modules-table()", "paper-templates-helper-modules"),
    ("#labelled(words.number, fields.document.number)", "paper-templates-helper-labelled"),
    ("#quoted(fields.programme.title, fields.language)", "paper-templates-helper-quoted"),
    ("#second.holder.full", "paper-templates-helper-second"),
];

/// A template with its versions.
#[derive(Debug, Serialize)]
pub struct TemplatePage {
    index_url: &'static str,
    versions_url: String,
    choice_url: String,
    name: String,
    kind_key: String,
    languages_key: String,
    organisation: Option<String>,
    may_change: bool,
    at_work: Option<i32>,
    versions: Vec<Version>,
    source: Field,
    file: Field,
    shift_x: Field,
    shift_y: Field,
    on_blank: Field,
    on_blank_checked: bool,
    pictures: Vec<Picture>,
    most_bytes: usize,
    most_megabytes: usize,
    groups: Vec<Group>,
    helpers: Vec<Line>,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Version {
    id: i64,
    url: String,
    preview_url: String,
    number: i32,
    when: String,
    who: Option<String>,
    hash: String,
    at_work: bool,
}

#[derive(Debug, Serialize)]
struct Picture {
    field: Field,
    label_key: String,
    kept: Option<String>,
    removal: Field,
    removed: bool,
}

#[derive(Debug, Serialize)]
struct Group {
    title_key: String,
    lines: Vec<Line>,
}

/// What can be copied into a template, and what it says.
#[derive(Debug, Serialize)]
struct Line {
    code: String,
    text_key: String,
}

impl TemplatePage {
    /// A template for a reader, with the form as it was typed.
    pub fn new(
        opened: &Opened,
        typed: Option<(&Form, &Problem)>,
        most_bytes: usize,
        reader: &Reader,
    ) -> TemplatePage {
        let row = &opened.row;
        let form = filled(opened);
        let fine = Problem::invalid(Vec::new());
        let (form, problem) = typed.unwrap_or((&form, &fine));
        let field = |name| Field::typed(name, form, problem);
        let at_work = opened.versions.iter().find(|version| Some(version.id) == opened.at_work);
        TemplatePage {
            index_url: paths::PAPER_TEMPLATES,
            versions_url: paths::paper_template_versions(row.id),
            choice_url: paths::paper_template_choice(row.id),
            name: row.name.clone(),
            kind_key: kind_key(row.kind),
            languages_key: languages_key(row.languages),
            organisation: opened.organisation.clone(),
            may_change: opened.may_change,
            at_work: at_work.map(|version| version.number),
            versions: opened.versions.iter().map(|version| line(version, opened, reader)).collect(),
            source: field("source"),
            file: field("file"),
            shift_x: field("shift_x"),
            shift_y: field("shift_y"),
            on_blank: field("on_blank"),
            on_blank_checked: form.ticked("on_blank"),
            pictures: PictureUse::WORDS.iter().map(|word| picture(word, opened, (form, problem))).collect(),
            most_bytes,
            most_megabytes: most_bytes / (1024 * 1024),
            groups: groups(),
            helpers: helpers(),
            fields: FIELDS.map(field).into_iter().filter(|one| !one.faults.is_empty()).collect(),
        }
    }
}

/// The form before anybody typed: the newest version, or what a template begins with.
fn filled(opened: &Opened) -> Form {
    let Some(newest) = &opened.newest else { return Form::of(&[("source", STARTER)]) };
    let settings = &newest.settings;
    let (x, y) = (millimetres(settings.shift_x), millimetres(settings.shift_y));
    let mut fields =
        vec![("source", settings.source.as_str()), ("shift_x", x.as_str()), ("shift_y", y.as_str())];
    if settings.on_blank {
        fields.push(("on_blank", "on"));
    }
    Form::of(&fields)
}

fn line(version: &VersionRow, opened: &Opened, reader: &Reader) -> Version {
    let who = version.created_by.and_then(|who| opened.names.get(&who));
    Version {
        id: version.id.0,
        url: paths::paper_template_version(opened.row.id, version.id),
        preview_url: paths::paper_template_preview(opened.row.id, version.id),
        number: version.number,
        when: dates::date_and_time(reader.language, version.created_at, reader.zone),
        who: who.map(PersonName::surname_and_initials),
        hash: version.sha256.chars().take(16).collect(),
        at_work: opened.at_work == Some(version.id),
    }
}

fn picture(word: &str, opened: &Opened, (form, problem): (&Form, &Problem)) -> Picture {
    let pictures = opened.newest.iter().flat_map(|newest| &newest.pictures);
    let removal = format!("remove_{word}");
    Picture {
        field: Field::typed(word, form, problem),
        label_key: format!("paper-templates-picture-{word}"),
        kept: pictures.filter(|row| row.of.as_str() == word).map(|row| row.name.clone()).next(),
        removed: form.ticked(&removal),
        removal: Field::empty(&removal),
    }
}

/// What a template can print, by source.
fn groups() -> Vec<Group> {
    let group = |(name, paths): (String, Vec<String>)| Group {
        title_key: format!("paper-templates-fields-{name}"),
        lines: paths.iter().map(|path| Line { code: format!("#{path}"), text_key: text_key(path) }).collect(),
    };
    PaperFields::paths().into_iter().map(group).collect()
}

/// The Fluent key of what a field says: `fields.holder.given_name` → `paper-templates-field-holder-given-name`.
fn text_key(path: &str) -> String {
    path.replacen("fields.", "paper-templates-field-", 1).replace(['.', '_'], "-")
}

fn helpers() -> Vec<Line> {
    let line = |(code, key): (&str, &str)| Line { code: code.to_owned(), text_key: key.to_owned() };
    HELPERS.map(line).into()
}

impl View for TemplatePage {
    const TEMPLATE: &'static str = "pages/paper_templates/show";

    fn title(&self) -> Title {
        Title::text(self.name.clone())
    }

    fn samples() -> Vec<TemplatePage> {
        let (opened, reader) = (Opened::sample(), Reader::sample());
        let form =
            Form::of(&[("source", "#fields.holder.fullname"), ("shift_x", "2,55"), ("on_blank", "on")]);
        let page = |opened: &Opened, problem: Option<&Problem>| {
            TemplatePage::new(opened, problem.map(|problem| (&form, problem)), 1 << 25, &reader)
        };
        let wrong = Problem::invalid(faults());
        let bare = Opened {
            versions: Vec::new(),
            newest: None,
            at_work: None,
            organisation: None,
            ..opened.clone()
        };
        let foreign = Opened { may_change: false, ..opened.clone() };
        vec![page(&opened, None), page(&bare, None), page(&foreign, None), page(&opened, Some(&wrong))]
    }
}

/// One of each fault, for the sample.
fn faults() -> Vec<Fault> {
    let at = |code| Fault::new("source", code).with("place", "template.typ:12");
    let named = |code| at(code).with("name", "fullname");
    let text = |code| at(code).with("page", 1).with("text", "Нурмухаметжанова");
    let mut faults = vec![
        named("paper-template-unknown-field"),
        named("paper-template-unknown-word"),
        named("paper-template-no-file"),
        at("paper-template-packages"),
        at("paper-template-glyphs").with("letters", "明"),
        at("paper-template-data-glyphs").with("letters", "明"),
        named("paper-template-font"),
        text("paper-template-beyond-page"),
        text("paper-template-overlapping"),
        at("paper-template-too-tall"),
        at("paper-template-pages").with("pages", 26),
        at("paper-template-slow").with("seconds", 10),
        at("paper-template-busy"),
        at("paper-template-memory"),
        at("paper-template-crashed"),
        at("paper-template-no-title"),
        at("paper-template-set-page"),
        at("paper-template-no-alt"),
        at("paper-template-engine").with("said", "expected content, found integer"),
        Fault::new("source", "paper-template-source-long").with("limit", 100),
        Fault::new("source", "paper-template-source-text"),
    ];
    faults.push(Fault::new("shift_x", "paper-template-shift").with("most", 50));
    faults.push(Fault::new("logo", "paper-template-picture-kind"));
    faults.push(Fault::new("signature", "paper-template-picture-size").with("megabytes", 4));
    faults.push(Fault::new("background", "paper-template-picture-pixels"));
    faults
}

impl Opened {
    /// A template with two versions, the first one at work.
    pub(super) fn sample() -> Opened {
        let at = Moment::from_utc(Default::default());
        let version = |number: i32| VersionRow {
            id: PaperTemplateVersionId(number.into()),
            template: PaperTemplateId(1),
            number,
            sha256: "9f".repeat(32),
            created_at: at,
            created_by: Some(PersonId(1)),
        };
        Opened {
            row: TemplateRow {
                id: PaperTemplateId(1),
                organisation: Some(OrganisationId(1)),
                kind: DocumentKind::ThankYouLetter,
                languages: Languages::KkRu,
                name: "Алғыс хат с гербом".into(),
                created_at: at,
            },
            organisation: Some("Учебный центр «Бірге»".into()),
            versions: vec![version(2), version(1)],
            newest: Some(super::version::sample()),
            at_work: Some(PaperTemplateVersionId(1)),
            may_change: true,
            names: [(PersonId(1), PersonName::new("Ахметова", "Динара", None))].into(),
        }
    }
}
