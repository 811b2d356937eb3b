//! One document for administrators: what it prints, what it rests on, its chain, and its revocation.

use super::{ConditionLine, kind_key};
use crate::documents::actions::reading::Shown;
use crate::documents::rules::conditions::Decided;
use crate::documents::store::DocumentRow;
use crate::kernel::{DocumentId, EditionId, Problem, PublicId, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::render::Words;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    number: String,
    kind_key: String,
    holder: String,
    issuer: String,
    programme: String,
    version: i32,
    content_hash: String,
    hours: i32,
    edition: String,
    edition_url: Option<String>,
    period: String,
    issued_on: String,
    issued_at: String,
    issued_by: Option<String>,
    snapshot_sha256: String,
    conditions: Vec<ConditionLine>,
    pdf_url: String,
    verify_url: String,
    verify_address: String,
    register_url: &'static str,
    revoked: Option<Revoked>,
    chain: Vec<Link>,
    revocation: Option<RevocationForm>,
}

#[derive(Debug, Clone, Serialize)]
struct Revoked {
    reason: String,
    at: String,
    by: Option<String>,
    issue_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    number: String,
    url: String,
    issued_on: String,
    current: bool,
    revoked: bool,
}

#[derive(Debug, Clone, Serialize)]
struct RevocationForm {
    url: String,
    reason: Field,
    fields: Vec<Field>,
}

impl Document {
    /// A document for a reader; with what was typed into the form of revocation, when it was refused.
    pub fn new(
        shown: &Shown,
        refused: Option<(&Form, &Problem)>,
        reader: &Reader,
        words: &Words,
    ) -> Document {
        let (row, snapshot, language) = (&shown.row, &shown.snapshot, reader.language);
        let name = |id| shown.names.get(&id).map(crate::kernel::PersonName::full);
        let line = |decided: &Decided| ConditionLine::new(decided, words, language);
        let moment = |at| dates::date_and_time(language, at, reader.zone);
        let address = snapshot.verify_url.clone().unwrap_or_default();
        Document {
            number: row.number.clone(),
            kind_key: kind_key(row.kind),
            holder: snapshot.holder.full(),
            issuer: snapshot.issuer.name.clone(),
            programme: snapshot.taught.title.for_reader(language).to_owned(),
            version: snapshot.taught.number,
            content_hash: snapshot.taught.content_hash.clone(),
            hours: snapshot.taught.hours.0,
            edition: snapshot.run.title.clone(),
            edition_url: row.edition_id.map(paths::edition),
            period: dates::period(language, snapshot.run.starts_on, snapshot.run.ends_on),
            issued_on: dates::date(language, row.issued_on),
            issued_at: moment(row.issued_at),
            issued_by: row.issued_by.and_then(name),
            snapshot_sha256: row.snapshot_sha256.clone(),
            conditions: snapshot.conditions.iter().map(line).collect(),
            pdf_url: paths::document_pdf(row.id),
            verify_url: paths::verification(&row.public_id),
            verify_address: address,
            register_url: paths::REGISTER,
            revoked: row.revocation.as_ref().map(|revocation| Revoked {
                reason: revocation.reason.clone(),
                at: moment(revocation.revoked_at),
                by: revocation.revoked_by.and_then(name),
                issue_url: row.edition_id.map(paths::issue),
            }),
            chain: shown.chain.iter().map(|link| Link::new(link, row.id, reader)).collect(),
            revocation: row.revocation.is_none().then(|| RevocationForm::new(row.id, refused)),
        }
    }
}

impl Link {
    fn new(row: &DocumentRow, current: DocumentId, reader: &Reader) -> Link {
        Link {
            number: row.number.clone(),
            url: paths::document(row.id),
            issued_on: dates::date(reader.language, row.issued_on),
            current: row.id == current,
            revoked: row.revocation.is_some(),
        }
    }
}

impl RevocationForm {
    fn new(document: DocumentId, refused: Option<(&Form, &Problem)>) -> RevocationForm {
        let reason = match refused {
            Some((form, problem)) => Field::typed("reason", form, problem),
            None => Field::empty("reason"),
        };
        let fields = if reason.faults.is_empty() { Vec::new() } else { vec![reason.clone()] };
        RevocationForm { url: paths::document_revocation(document), fields, reason }
    }
}

impl View for Document {
    const TEMPLATE: &'static str = "pages/documents/show";

    fn title(&self) -> Title {
        Title::text(&self.number)
    }

    fn samples() -> Vec<Self> {
        let link = |number: &str, current, revoked| Link {
            number: number.into(),
            url: paths::document(DocumentId(1)),
            issued_on: "21 ноября 2026 г.".into(),
            current,
            revoked,
        };
        let valid = Document {
            number: "УПК-2026/0042".into(),
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            issuer: "Учебный центр «Бірге»".into(),
            programme: "Эффективное партнёрство".into(),
            version: 3,
            content_hash: "9f".repeat(32),
            hours: 60,
            edition: "2-й поток, осень 2026".into(),
            edition_url: Some(paths::edition(EditionId(1))),
            period: "1 сентября – 20 ноября 2026 г.".into(),
            issued_on: "21 ноября 2026 г.".into(),
            issued_at: "21 ноября 2026 г., 14:00".into(),
            issued_by: Some("Рябинина Ирина Павловна".into()),
            snapshot_sha256: "a1".repeat(32),
            conditions: vec![ConditionLine::sample(true)],
            pdf_url: paths::document_pdf(DocumentId(1)),
            verify_url: paths::verification(&PublicId::from_random([1; 20])),
            verify_address: "https://birge.example/v/k3xw9".into(),
            register_url: paths::REGISTER,
            revoked: None,
            chain: vec![link("УПК-2026/0042", true, false), link("УПК-2026/0007", false, true)],
            revocation: Some(RevocationForm::new(DocumentId(1), None)),
        };
        let revoked = Revoked {
            reason: "Ошибка в отчестве".into(),
            at: "22 ноября 2026 г., 10:00".into(),
            by: None,
            issue_url: Some(paths::issue(EditionId(1))),
        };
        let problem = Problem::invalid(vec![crate::kernel::Fault::new("reason", "required")]);
        let refused = RevocationForm::new(DocumentId(1), Some((&Form::of(&[("reason", "")]), &problem)));
        vec![
            Document { revocation: Some(refused), issued_by: None, ..valid.clone() },
            Document { revoked: Some(revoked), revocation: None, ..valid.clone() },
            valid,
        ]
    }
}
