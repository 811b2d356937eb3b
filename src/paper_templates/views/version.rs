//! One version: its text, its settings, its pictures, and what it prints.

use super::{kind_key, languages_key};
use crate::kernel::{
    Fault, Moment, PaperTemplateId, PaperTemplateVersionId, Problem, StoredFileId, Word as _, dates,
};
use crate::paper_templates::actions::Opened;
use crate::paper_templates::rules::{Settings, millimetres};
use crate::paper_templates::store::{ChosenTemplate, PictureRow};
use crate::printing::custom::STARTER;
use crate::printing::pictures::PictureUse;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// One version.
#[derive(Debug, Serialize)]
pub struct VersionPage {
    template_url: String,
    preview_url: String,
    source_url: String,
    name: String,
    kind_key: String,
    languages_key: String,
    number: i32,
    when: String,
    hash: String,
    source: String,
    shift_x: String,
    shift_y: String,
    on_blank: bool,
    at_work: bool,
    pictures: Vec<Picture>,
    document: Field,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Picture {
    label_key: String,
    name: String,
    hash: String,
}

impl VersionPage {
    /// A version for a reader; the number of a document as it was typed, where it was not found.
    pub fn new(
        (opened, version): (&Opened, &ChosenTemplate),
        typed: Option<(&Form, &Problem)>,
        reader: &Reader,
    ) -> VersionPage {
        let picture = |row: &PictureRow| Picture {
            label_key: format!("paper-templates-picture-{}", row.of.as_str()),
            name: row.name.clone(),
            hash: row.sha256.clone(),
        };
        let document = match typed {
            Some((form, problem)) => Field::typed("document", form, problem),
            None => Field::empty("document"),
        };
        let (template, settings) = (opened.row.id, &version.settings);
        VersionPage {
            template_url: paths::paper_template(template),
            preview_url: paths::paper_template_preview(template, version.version),
            source_url: paths::paper_template_source(template, version.version),
            name: opened.row.name.clone(),
            kind_key: kind_key(opened.row.kind),
            languages_key: languages_key(opened.row.languages),
            number: version.number,
            when: dates::date_and_time(reader.language, version.created_at, reader.zone),
            hash: version.sha256.clone(),
            source: settings.source.clone(),
            shift_x: millimetres(settings.shift_x),
            shift_y: millimetres(settings.shift_y),
            on_blank: settings.on_blank,
            at_work: opened.at_work == Some(version.version),
            pictures: version.pictures.iter().map(picture).collect(),
            fields: Some(document.clone()).filter(|field| !field.faults.is_empty()).into_iter().collect(),
            document,
        }
    }
}

/// A version with a picture.
pub(super) fn sample() -> ChosenTemplate {
    ChosenTemplate {
        version: PaperTemplateVersionId(2),
        template: PaperTemplateId(1),
        name: "Алғыс хат с гербом".into(),
        number: 2,
        sha256: "9f".repeat(32),
        settings: Settings { source: STARTER.to_owned(), shift_x: 25, shift_y: -3, on_blank: true },
        pictures: vec![PictureRow {
            of: PictureUse::Logo,
            file: StoredFileId(1),
            storage_key: "9f/9f".into(),
            sha256: "9f".repeat(32),
            name: "герб.png".into(),
        }],
        created_at: Moment::from_utc(Default::default()),
    }
}

impl View for VersionPage {
    const TEMPLATE: &'static str = "pages/paper_templates/version";

    fn title(&self) -> Title {
        Title::with("paper-templates-version-title", vec![("number", self.number.to_string())])
    }

    fn samples() -> Vec<VersionPage> {
        let (opened, version, reader) = (Opened::sample(), sample(), Reader::sample());
        let bare = ChosenTemplate {
            pictures: Vec::new(),
            version: PaperTemplateVersionId(1),
            settings: Settings { on_blank: false, ..version.settings.clone() },
            ..version.clone()
        };
        let form = Form::of(&[("document", "УПК-2026/9999")]);
        let wrong = Problem::invalid(vec![Fault::new("document", "paper-template-no-document")]);
        vec![
            VersionPage::new((&opened, &version), None, &reader),
            VersionPage::new((&opened, &bare), Some((&form, &wrong)), &reader),
        ]
    }
}
