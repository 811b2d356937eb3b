//! Paper: what a document says of people, teaching and issuer comes from its snapshot and nothing else. Its standing
//! sentences and its look are those of the templates in the program.

use super::desk::Desk;
use crate::documents::rules;
use crate::documents::rules::snapshot::{Particulars, Snapshot};
use crate::documents::store::DocumentRow;
use crate::kernel::{EnrolmentId, Language, Moment, Problem};
use crate::printing::{DocumentStamp, PrintError, Template, Typesetter};
use crate::programmes::rules::words::DocumentKind;
use crate::secrets::sha256_hex;
use chrono::NaiveDate;

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

/// The paper of a document as PDF, the same bytes each time. Busy for milliseconds: keep it off the threads that
/// serve requests.
///
/// # Errors
/// A snapshot that was changed, or that the typesetter refuses.
pub fn pdf(typesetter: &Typesetter, row: &DocumentRow) -> Result<Vec<u8>, Problem> {
    Ok(print(typesetter, &snapshot(row)?, row.public_id.as_str(), row.issued_at)?)
}

/// What the paper of somebody would look like: with real data, without number, code or any trace, and with the
/// word for "sample" across it.
///
/// # Errors
/// `NotFound` for an enrolment of another edition.
pub fn sample(desk: &Desk, enrolment: EnrolmentId, issued_on: NaiveDate) -> Result<Snapshot, Problem> {
    let candidate = desk.candidate(enrolment)?;
    Ok(desk.grounds.snapshot(Particulars {
        holder: candidate.trainee.name.clone(),
        number: rules::sample_number(desk.grounds.kind, rules::register_year(issued_on)),
        issued_on,
        verify_url: None,
        conditions: candidate.conditions.clone(),
    }))
}

/// Prints a snapshot.
///
/// # Errors
/// Letters without glyph, or a text that does not fit.
pub fn print(
    typesetter: &Typesetter,
    snapshot: &Snapshot,
    ident: &str,
    moment: Moment,
) -> Result<Vec<u8>, PrintError> {
    let template = match snapshot.kind {
        DocumentKind::AdvancedTrainingCertificate => Template::Qualification,
        DocumentKind::RetrainingDiploma => Template::Qualification,
        _ => Template::Certificate,
    };
    let stamp = DocumentStamp {
        title: snapshot.title.clone(),
        language: snapshot.language,
        moment,
        ident: ident.to_owned(),
        verify_url: snapshot.verify_url.clone(),
    };
    typesetter.pdf(template, &snapshot.paper, &stamp)
}

/// Prints so many different documents one after another, for benchmarks; answers the bytes written.
///
/// # Errors
/// As [`print`].
pub fn print_batch(typesetter: &Typesetter, kind: DocumentKind, count: i32) -> Result<usize, PrintError> {
    (1..=count).try_fold(0, |bytes, number| {
        let mut snapshot = Snapshot::sample(kind, Language::Ru, number);
        for text in &mut snapshot.paper.texts {
            text.holder = format!("{} {number}", text.holder);
        }
        let pdf = print(typesetter, &snapshot, &snapshot.number, Moment::from_utc(Default::default()))?;
        Ok(bytes + pdf.len())
    })
}
