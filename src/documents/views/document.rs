//! One document for administrators: what it prints, what it rests on, its chain, its replacement and its revocation.

use super::unprinted::{Reprint, Unprinted, reprint, unprinted};
use super::{ConditionLine, kind_key};
use crate::documents::actions::reading::Shown;
use crate::documents::rules::conditions::Decided;
use crate::documents::rules::snapshot::{CourseFacts, Replaced, Snapshot};
use crate::documents::rules::{Relation, Standing};
use crate::documents::store::{DocumentRow, SuccessorRow};
use crate::kernel::{Language, Problem, Word as _, dates};
use crate::render::Words;
use crate::web::{Field, Form, Reader, Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    pub(super) number: String,
    pub(super) kind_key: String,
    pub(super) status_key: String,
    pub(super) valid: bool,
    pub(super) holder: String,
    pub(super) record_url: String,
    pub(super) spelling: Option<String>,
    pub(super) issuer: String,
    pub(super) course: Option<CourseView>,
    pub(super) valid_for: Option<String>,
    pub(super) issued_on: String,
    pub(super) issued_at: String,
    pub(super) issued_by: Option<String>,
    pub(super) snapshot_sha256: String,
    /// The hash of the paper; nothing while it is being printed.
    pub(super) pdf_sha256: Option<String>,
    /// Why it cannot be printed, and what to do.
    pub(super) unprinted: Option<Unprinted>,
    /// With what it is printed instead of its own version of the template.
    pub(super) reprint: Option<Reprint>,
    pub(super) blank: Option<String>,
    /// Blanks it stood on before.
    pub(super) spoiled: Vec<String>,
    pub(super) retention: Option<String>,
    pub(super) despite: Option<Despite>,
    pub(super) template: Option<String>,
    pub(super) papers: Vec<Paper>,
    pub(super) pdf_url: String,
    pub(super) credential_url: String,
    pub(super) entry_url: String,
    pub(super) signatures_url: String,
    pub(super) verify_url: String,
    pub(super) verify_address: String,
    pub(super) register_url: &'static str,
    pub(super) revoked: Option<Revoked>,
    pub(super) replaces: Option<Tie>,
    pub(super) replaced: Option<Tie>,
    pub(super) chain: Vec<Link>,
    pub(super) replacement_url: Option<String>,
    pub(super) revocation: Option<RevocationForm>,
}

/// The course it attests.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CourseView {
    pub(super) programme: String,
    pub(super) version: i32,
    pub(super) content_hash: String,
    pub(super) hours: i32,
    pub(super) edition: String,
    pub(super) edition_url: Option<String>,
    pub(super) period: String,
    pub(super) mark: Option<String>,
    pub(super) qualification: Option<String>,
    pub(super) left: Option<String>,
    pub(super) conditions: Vec<ConditionLine>,
}

/// An order or a protocol it rests on.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Paper {
    pub(super) key: &'static str,
    pub(super) number: String,
    pub(super) dated: String,
}

/// Why it was issued although less was held than its programme has.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Despite {
    pub(super) reason: String,
    pub(super) held: i32,
    pub(super) planned: i32,
    pub(super) at: String,
    pub(super) by: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Revoked {
    pub(super) reason: String,
    pub(super) at: String,
    pub(super) by: Option<String>,
    pub(super) issue_url: Option<String>,
}

/// The document before or after this one.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tie {
    pub(super) number: String,
    pub(super) url: String,
    pub(super) issued_on: String,
    pub(super) relation_key: String,
    pub(super) grounds: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) number: String,
    pub(super) url: String,
    pub(super) issued_on: String,
    pub(super) current: bool,
    pub(super) valid: bool,
    pub(super) status_key: String,
    /// As what it was issued, where it came in the place of another.
    pub(super) relation_key: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RevocationForm {
    url: String,
    reason: Field,
    fields: Vec<Field>,
}

/// The message that names how a document stands.
pub(super) fn status_key(standing: Standing) -> String {
    format!("documents-status-{}", standing.as_str())
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
        let moment = |at| dates::date_and_time(language, at, reader.zone);
        let valid = row.standing() == Standing::Valid;
        Document {
            number: row.number.clone(),
            kind_key: kind_key(row.kind),
            status_key: status_key(row.standing()),
            valid,
            holder: snapshot.holder.full(),
            record_url: paths::personal_record(row.person_id),
            spelling: snapshot.spelling.as_ref().map(|name| name.full()),
            issuer: snapshot.issuer.name.clone(),
            course: snapshot.course.as_ref().map(|course| CourseView::new(course, row, words, language)),
            valid_for: snapshot.valid.map(|(from, until)| dates::period(language, from, until)),
            issued_on: dates::date(language, row.issued_on),
            issued_at: moment(row.issued_at),
            issued_by: row.issued_by.and_then(name),
            snapshot_sha256: row.snapshot_sha256.clone(),
            pdf_sha256: row.pdf_sha256.clone(),
            unprinted: unprinted(shown, None, (reader, words)),
            reprint: reprint(shown, reader),
            blank: shown.blanks.stands.clone(),
            spoiled: shown.blanks.spoiled.clone(),
            retention: shown.retention.clone(),
            despite: shown.shortfall.as_ref().map(|short| Despite {
                reason: short.reason.clone(),
                held: short.held.0,
                planned: short.planned.0,
                at: moment(short.accepted_at),
                by: short.accepted_by.and_then(name),
            }),
            template: snapshot.template.as_ref().map(|used| format!("{} ({})", used.name, used.number)),
            papers: papers(snapshot, language),
            pdf_url: paths::document_pdf(row.id),
            credential_url: paths::credential(row.id),
            entry_url: paths::document_entry(row.id),
            signatures_url: paths::document_signatures(row.id),
            verify_url: paths::verification(&row.public_id),
            verify_address: snapshot.verify_url.clone().unwrap_or_default(),
            register_url: paths::REGISTER,
            revoked: row.revocation.as_ref().map(|revocation| Revoked {
                reason: revocation.reason.clone(),
                at: moment(revocation.revoked_at),
                by: revocation.revoked_by.and_then(name),
                issue_url: row.edition_id.map(|edition| paths::issue_kind(edition, row.kind.as_str())),
            }),
            replaces: snapshot.replaces.as_ref().map(|replaced| Tie::before(replaced, language)),
            replaced: shown.successors.get(&row.id).and_then(|next| Tie::after(next, language)),
            chain: shown.chain.iter().map(|link| Link::new(link, row, language)).collect(),
            replacement_url: valid.then(|| paths::new_document_replacement(row.id)),
            revocation: valid.then(|| RevocationForm::new(row, refused)),
        }
    }
}

impl Tie {
    fn before(replaced: &Replaced, language: Language) -> Tie {
        Tie {
            number: replaced.number.clone(),
            url: paths::document(replaced.document),
            issued_on: dates::date(language, replaced.issued_on),
            relation_key: relation_key(replaced.relation),
            grounds: Some(replaced.grounds.clone()),
        }
    }

    fn after(next: &SuccessorRow, language: Language) -> Option<Tie> {
        Some(Tie {
            number: next.number.clone(),
            url: paths::document(next.id),
            issued_on: dates::date(language, next.issued_on),
            relation_key: relation_key(next.relation?),
            grounds: None,
        })
    }
}

/// The message that says as what a document came in the place of another.
pub(super) fn relation_key(relation: Relation) -> String {
    format!("documents-relation-{}", relation.as_str())
}

fn papers(snapshot: &Snapshot, language: Language) -> Vec<Paper> {
    let Some(trail) = &snapshot.trail else { return Vec::new() };
    let paper = |key, one: &Option<(String, NaiveDate)>| {
        let (number, dated) = one.as_ref()?;
        Some(Paper { key, number: number.clone(), dated: dates::date(language, *dated) })
    };
    let papers = [
        paper("documents-paper-enrolment", &trail.enrolment),
        paper("documents-paper-protocol", &trail.protocol),
        paper("documents-paper-closing", &trail.closing),
    ];
    papers.into_iter().flatten().collect()
}

impl CourseView {
    fn new(course: &CourseFacts, row: &DocumentRow, words: &Words, language: Language) -> CourseView {
        let (run, taught) = (&course.run, &course.taught);
        let line = |decided: &Decided| ConditionLine::new(decided, words, language);
        CourseView {
            programme: taught.title.for_reader(language).to_owned(),
            version: taught.number,
            content_hash: taught.content_hash.clone(),
            hours: taught.hours.0,
            edition: run.title.clone(),
            edition_url: row.edition_id.map(paths::edition),
            period: dates::period(language, run.starts_on, run.ends_on),
            mark: course.mark.clone(),
            qualification: course.qualification.clone(),
            left: course.left.as_ref().and_then(|left| left.reason.clone()),
            conditions: course.conditions.iter().map(line).collect(),
        }
    }
}

impl Link {
    fn new(row: &DocumentRow, current: &DocumentRow, language: Language) -> Link {
        Link {
            number: row.number.clone(),
            url: paths::document(row.id),
            issued_on: dates::date(language, row.issued_on),
            current: row.id == current.id,
            valid: row.standing() == Standing::Valid,
            status_key: status_key(row.standing()),
            relation_key: row.relation.map(relation_key),
        }
    }
}

impl RevocationForm {
    fn new(row: &DocumentRow, refused: Option<(&Form, &Problem)>) -> RevocationForm {
        RevocationForm::at(paths::document_revocation(row.id), refused)
    }

    pub(super) fn at(url: String, refused: Option<(&Form, &Problem)>) -> RevocationForm {
        let reason = match refused {
            Some((form, problem)) => Field::typed("reason", form, problem),
            None => Field::empty("reason"),
        };
        let fields = if reason.faults.is_empty() { Vec::new() } else { vec![reason.clone()] };
        RevocationForm { url, fields, reason }
    }
}

impl View for Document {
    const TEMPLATE: &'static str = "pages/documents/show";

    fn title(&self) -> Title {
        Title::text(&self.number)
    }

    fn samples() -> Vec<Self> {
        super::document_samples::all()
    }
}
