//! How documents of both formats are read. Pure.

use super::conditions::Decided;
use super::snapshot::{CourseFacts, Issuer, Replaced, Run, Snapshot, Taught, TemplateUsed, TrailFacts};
use crate::editions::rules::CompletionRule;
use crate::kernel::{Language, PersonName, ZoneName};
use crate::printing::fields::PaperFields;
use crate::printing::papers::CompletionPaper;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use serde::Deserialize;

/// What is kept of a document, in either format: the first one had the course beside everything else and its paper
/// whole.
#[derive(Deserialize)]
pub struct Kept {
    format: i32,
    kind: DocumentKind,
    language: Language,
    number: String,
    issued_on: NaiveDate,
    verify_url: Option<String>,
    title: String,
    #[serde(default)]
    fields: Vec<PaperFields>,
    holder: PersonName,
    #[serde(default)]
    spelling: Option<PersonName>,
    issuer: Issuer,
    #[serde(default)]
    course: Option<CourseFacts>,
    #[serde(default)]
    trail: Option<TrailFacts>,
    #[serde(default)]
    blank: Option<(Option<String>, String)>,
    #[serde(default)]
    template: Option<TemplateUsed>,
    #[serde(default)]
    replaces: Option<Replaced>,
    #[serde(default)]
    valid: Option<(NaiveDate, NaiveDate)>,
    #[serde(default)]
    time_zone: Option<ZoneName>,
    #[serde(default)]
    paper: Option<CompletionPaper>,
    #[serde(default)]
    taught: Option<Taught>,
    #[serde(default)]
    run: Option<Run>,
    #[serde(default)]
    rule: Option<CompletionRule>,
    #[serde(default)]
    conditions: Vec<Decided>,
}

impl From<Kept> for Snapshot {
    fn from(kept: Kept) -> Snapshot {
        let modules = kept.paper.as_ref().map(|paper| paper.modules.clone()).unwrap_or_default();
        let first = match (kept.taught, kept.run, kept.rule) {
            (Some(taught), Some(run), Some(rule)) => Some(CourseFacts {
                taught,
                run,
                rule,
                conditions: kept.conditions,
                mark: None,
                kind: None,
                modules,
                left: None,
                qualification: None,
                form: None,
                topic: None,
                marks: Vec::new(),
            }),
            _ => None,
        };
        Snapshot {
            format: kept.format,
            kind: kept.kind,
            language: kept.language,
            number: kept.number,
            issued_on: kept.issued_on,
            verify_url: kept.verify_url,
            title: kept.title,
            fields: kept.fields,
            holder: kept.holder,
            spelling: kept.spelling,
            issuer: kept.issuer,
            course: kept.course.or(first),
            trail: kept.trail,
            blank: kept.blank,
            template: kept.template,
            replaces: kept.replaces,
            valid: kept.valid,
            time_zone: kept.time_zone,
            paper: kept.paper,
        }
    }
}
