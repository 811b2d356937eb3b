//! The signatures of a document or an order.

use super::actions::Shelf;
use super::rules::MAX_BYTES;
use super::store::Of;
use crate::kernel::{DocumentId, Fault, Problem, SignatureFileId, Word as _, dates};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct SignaturesPage {
    number: String,
    back_url: String,
    files: Vec<Line>,
    may_attach: bool,
    url: String,
    file: Field,
    fields: Vec<Field>,
    most_bytes: usize,
    most_megabytes: usize,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    name: String,
    url: String,
    format_key: String,
    finding_key: String,
    fits: bool,
    sha256: String,
    by: String,
    at: String,
}

impl SignaturesPage {
    /// The page; with what is wrong with a file that was refused.
    pub fn new(shelf: &Shelf, refused: Option<&Problem>, reader: &Reader) -> SignaturesPage {
        let faults = refused.map(|problem| problem.faults.as_slice()).unwrap_or_default();
        let file = Field::with_faults("file", "", faults);
        let (url, back_url) = match shelf.of {
            // A holder has no page of the document: only the list of one's own.
            Of::Document(id) if shelf.may_attach => (paths::document_signatures(id), paths::document(id)),
            Of::Document(id) => (paths::document_signatures(id), paths::MY_DOCUMENTS.to_owned()),
            Of::Order(id) => (paths::order_signatures(id), paths::order(id)),
        };
        let file_url = |id: SignatureFileId| match shelf.of {
            Of::Document(document) => paths::document_signature(document, id),
            Of::Order(order) => paths::order_signature_file(order, id),
        };
        let line = |row: &super::store::SignatureRow| Line {
            name: row.name.clone(),
            url: file_url(row.id),
            format_key: format!("signatures-format-{}", row.format.as_str()),
            finding_key: format!("signatures-digest-{}", row.finding.as_str()),
            fits: row.finding == super::rules::Finding::Fits,
            sha256: row.sha256.clone(),
            by: shelf.names.get(&row.by).map(crate::kernel::PersonName::full).unwrap_or_default(),
            at: dates::date_and_time(reader.language, row.at, reader.zone),
        };
        SignaturesPage {
            number: shelf.number.clone(),
            back_url,
            files: shelf.files.iter().map(line).collect(),
            may_attach: shelf.may_attach,
            url,
            fields: if file.faults.is_empty() { Vec::new() } else { vec![file.clone()] },
            file,
            most_bytes: MAX_BYTES,
            most_megabytes: MAX_BYTES / (1024 * 1024),
        }
    }
}

impl View for SignaturesPage {
    const TEMPLATE: &'static str = "pages/signatures/index";

    fn title(&self) -> Title {
        Title::key("signatures-title")
    }

    fn samples() -> Vec<SignaturesPage> {
        let line = |format: &str, finding: &str| Line {
            name: "УПК-2026-0042.pdf.sig".into(),
            url: paths::document_signature(DocumentId(1), SignatureFileId(1)),
            format_key: format!("signatures-format-{format}"),
            finding_key: format!("signatures-digest-{finding}"),
            fits: finding == "fits",
            sha256: "a1".repeat(32),
            by: "Рябинина Ирина Павловна".into(),
            at: "21 ноября 2026 г., 14:00".into(),
        };
        let faults = ["signature-kind", "signature-unsigned", "signature-other"];
        let file = Field::with_faults("file", "", &faults.map(|code| Fault::new("file", code)));
        let full = SignaturesPage {
            number: "УПК-2026/0042".into(),
            back_url: paths::document(DocumentId(1)),
            files: vec![
                line("cms", "fits"),
                line("cms", "unknown_algorithm"),
                line("cms", "no_digest"),
                line("pdf", "no_paper"),
            ],
            may_attach: true,
            url: paths::document_signatures(DocumentId(1)),
            fields: vec![file.clone()],
            file,
            most_bytes: MAX_BYTES,
            most_megabytes: 5,
        };
        let bare = SignaturesPage {
            files: Vec::new(),
            may_attach: false,
            fields: Vec::new(),
            file: Field::empty("file"),
            ..full.clone()
        };
        vec![full, bare]
    }
}
