//! Papers as PDF. What a signed paper says comes from its snapshot and nothing else: the same bytes each time, printed once
//! and kept. The table papers of a group (title page, study plan, calendar plan, list of trainees) are made anew whenever
//! they are asked for. Everything here is busy for milliseconds: keep it off the threads that serve requests and out of the
//! writer.

mod plan;
mod tables;

pub use plan::Plan;
pub use tables::{GroupPaper, group_pdf};

use super::Tools;
use super::reading::Shown;
use super::signing::lines;
use super::texts::{Composing, compose, file_title};
use crate::kernel::{Language, Moment};
use crate::orders::rules::snapshot::{Signatory, Snapshot};
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use crate::printing::{DocumentStamp, PrintError, Template, Typesetter};

fn template(kind: OrderKind) -> Template {
    match kind {
        OrderKind::AssessmentSheet => Template::AssessmentSheet,
        OrderKind::Protocol => Template::Protocol,
        _ => Template::Order,
    }
}

/// A signed paper as PDF, the same bytes each time.
///
/// # Errors
/// A snapshot that the typesetter refuses.
pub fn pdf(typesetter: &Typesetter, row: &OrderRow, snapshot: &Snapshot) -> Result<Vec<u8>, PrintError> {
    let language = snapshot.paper.texts.first().map_or(Language::Ru, |text| text.language);
    let stamp = DocumentStamp {
        title: snapshot.title.clone(),
        language,
        moment: row.signed.signed_at.unwrap_or(row.drafted_at),
        ident: format!("order-{}-{}", row.id, row.signed.snapshot_sha256.as_deref().unwrap_or_default()),
        verify_url: row.signed.code.clone(),
    };
    typesetter.pdf(template(row.kind), &snapshot.paper, &stamp)
}

/// What a draft would look like, with the word for that across it; nothing is kept.
///
/// # Errors
/// A text that the typesetter refuses.
pub fn draft_pdf(tools: &Tools<'_>, shown: &Shown, now: Moment) -> Result<Vec<u8>, PrintError> {
    let (desk, row) = (&shown.desk, &shown.row);
    let organisation = &desk.group.organisation;
    let signatory = Signatory {
        post: organisation.head_post.clone().unwrap_or_default(),
        name: organisation.head_name.clone().unwrap_or_default(),
    };
    let (people, exceptions) = (lines(desk, row), desk.certifying(&row.content.0, row.about_id).1);
    let grounds = crate::orders::rules::steps::grounds(&row.content.0, row.about_id, &desk.group.standing);
    let composing = Composing {
        desk,
        content: &row.content.0,
        about: row.about_id,
        number: None,
        dated: None,
        signatory: &signatory,
        despite: None,
        people: &people,
        grounds: &grounds,
        exceptions: &exceptions,
    };
    let paper = compose(&composing, tools.words);
    let stamp = DocumentStamp {
        title: file_title(&composing, tools.words),
        language: desk.group.language(),
        moment: now,
        ident: format!("draft-{}", row.id),
        verify_url: None,
    };
    tools.typesetter.pdf(template(row.kind), &paper, &stamp)
}

/// The file name of a paper, without its ending: «Приказ № 12-ОД от 05.11.2026».
pub fn file_name(snapshot: &Snapshot) -> String {
    let named = snapshot.title.split(". ").next().unwrap_or_default();
    let date = snapshot.dated.format("%d.%m.%Y").to_string();
    let whole = if named.contains(&date) { named.to_owned() } else { format!("{named} {date}") };
    whole.replace(['/', '\\', ':'], "-")
}
