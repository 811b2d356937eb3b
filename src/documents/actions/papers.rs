//! Paper: what a document says of people, teaching and issuer comes from its snapshot and nothing else.

use super::desk::Desk;
use crate::documents::rules::Particulars;
use crate::documents::rules::snapshot::Snapshot;
use crate::documents::store::DocumentRow;
use crate::kernel::{EnrolmentId, Language, Moment, Problem, Word as _};
use crate::printing::{CustomTemplate, DocumentStamp, PrintError, Template, Typesetter};
use crate::programmes::rules::words::DocumentKind;
use crate::secrets::sha256_hex;

/// The snapshot of a document, proved by its hash.
///
/// # Errors
/// `Internal` when the kept text is not what was issued.
pub fn snapshot(row: &DocumentRow) -> Result<Snapshot, Problem> {
    if sha256_hex(row.snapshot.as_bytes()) != row.snapshot_sha256 {
        return Err(Problem::internal(anyhow::anyhow!("the snapshot of document {} was changed", row.id)));
    }
    serde_json::from_str(&row.snapshot).map_err(Problem::internal)
}

/// What the paper of somebody would look like: with real data, without number, code or any trace, and with the
/// word for "sample" across it.
///
/// # Errors
/// `NotFound` for an enrolment of another edition.
pub fn sample(desk: &Desk, enrolment: EnrolmentId) -> Result<Snapshot, Problem> {
    let candidate = desk.candidate(enrolment)?;
    let particulars = Particulars {
        number: desk.sample_number.clone(),
        issued_on: desk.issued_on,
        ..Particulars::default()
    };
    Ok(desk.grounds.snapshot(candidate.bearer(None), particulars))
}

/// Prints a snapshot: a document of the first format as it always was, another with the organisation's template where it
/// has one, else with that of the program. Busy for milliseconds: keep it off the threads that serve requests.
///
/// # Errors
/// Letters without glyph, or a text that does not fit.
pub fn print(
    typesetter: &Typesetter,
    (snapshot, custom): (&Snapshot, Option<&CustomTemplate>),
    ident: &str,
    moment: Moment,
) -> Result<Vec<u8>, PrintError> {
    let stamp = DocumentStamp {
        title: snapshot.title.clone(),
        language: snapshot.language,
        moment,
        ident: ident.to_owned(),
        verify_url: snapshot.verify_url.clone(),
    };
    match (&snapshot.paper, custom) {
        (Some(paper), _) => {
            let qualification = snapshot.kind == DocumentKind::AdvancedTrainingCertificate;
            let template = if qualification { Template::Qualification } else { Template::Certificate };
            typesetter.pdf(template, paper, &stamp)
        }
        (None, Some(custom)) => typesetter.custom_pdf(custom, &snapshot.fields, &stamp),
        (None, None) => typesetter.kind_pdf(snapshot.kind.as_str(), &snapshot.fields, &stamp),
    }
}

/// Prints so many different documents one after another, for benchmarks; answers the bytes written.
///
/// # Errors
/// As [`print`].
pub fn print_batch(typesetter: &Typesetter, kind: DocumentKind, count: i32) -> Result<usize, PrintError> {
    (1..=count).try_fold(0, |bytes, number| {
        let mut snapshot = Snapshot::sample(kind, Language::Ru, number);
        for text in &mut snapshot.fields {
            text.holder.full = format!("{} {number}", text.holder.full);
        }
        let moment = Moment::from_utc(Default::default());
        let pdf = print(typesetter, (&snapshot, None), &snapshot.number, moment)?;
        Ok(bytes + pdf.len())
    })
}
