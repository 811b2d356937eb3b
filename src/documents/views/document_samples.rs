//! The page of a document as it could be.

use super::document::{
    CourseView, Despite, Document, Link, Paper, RevocationForm, Revoked, Tie, relation_key, status_key,
};
use super::unprinted::{Reprint, Unprinted};
use super::{ConditionLine, kind_key};
use crate::documents::rules::{Relation, Standing};
use crate::kernel::{DocumentId, EditionId, Fault, PersonId, Problem, PublicId};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Form, paths};

/// Valid, refused, revoked, a duplicate, and a paper without a course.
pub(super) fn all() -> Vec<Document> {
    let valid = valid();
    let problem = Problem::invalid(vec![Fault::new("reason", "required")]);
    let url = paths::document_revocation(DocumentId(1));
    let refused = RevocationForm::at(url, Some((&Form::of(&[("reason", "")]), &problem)));
    let revoked = Revoked {
        reason: "Ошибка в отчестве".into(),
        at: "22 ноября 2026 г., 10:00".into(),
        by: None,
        issue_url: Some(paths::issue(EditionId(1))),
    };
    let closed = |standing| Document {
        valid: false,
        status_key: status_key(standing),
        replacement_url: None,
        revocation: None,
        ..valid.clone()
    };
    let tie = |grounds: Option<&str>| Tie {
        number: "УПК-2026/0007".into(),
        url: paths::document(DocumentId(2)),
        issued_on: "20 ноября 2026 г.".into(),
        relation_key: relation_key(Relation::Duplicate),
        grounds: grounds.map(str::to_owned),
    };
    let unprinted = |one| Document { pdf_sha256: None, unprinted: Some(one), ..valid.clone() };
    let [failed, twice, chosen] = Unprinted::samples();
    vec![
        unprinted(failed),
        unprinted(twice),
        Document { reprint: Some(Reprint::sample(None)), ..unprinted(chosen) },
        Document { reprint: Some(Reprint::sample(Some("С гербом (3)"))), ..valid.clone() },
        Document { revocation: Some(refused), issued_by: None, pdf_sha256: None, ..valid.clone() },
        Document { revoked: Some(revoked), ..closed(Standing::Revoked) },
        Document { replaced: Some(tie(None)), ..closed(Standing::Replaced) },
        Document {
            replaces: Some(tie(Some("Заявление об утрате от 20 ноября 2026 г."))), ..valid.clone()
        },
        Document {
            kind_key: kind_key(DocumentKind::AuthorityDocument),
            course: None,
            valid_for: Some("1–30 ноября 2026 г.".into()),
            spelling: None,
            blank: None,
            spoiled: Vec::new(),
            template: None,
            papers: Vec::new(),
            ..valid.clone()
        },
        valid,
    ]
}

fn link(number: &str, current: bool, standing: Standing) -> Link {
    Link {
        number: number.into(),
        url: paths::document(DocumentId(1)),
        issued_on: "21 ноября 2026 г.".into(),
        current,
        valid: standing == Standing::Valid,
        status_key: status_key(standing),
        relation_key: current.then(|| relation_key(Relation::Correction)),
    }
}

fn valid() -> Document {
    Document {
        number: "УПК-2026/0042".into(),
        kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
        status_key: status_key(Standing::Valid),
        valid: true,
        holder: "Құрманғазы Әлия Серікқызы".into(),
        record_url: paths::personal_record(PersonId(1)),
        spelling: Some("Курмангазы Алия Сериккызы".into()),
        issuer: "Учебный центр «Бірге»".into(),
        course: Some(course()),
        valid_for: None,
        issued_on: "21 ноября 2026 г.".into(),
        issued_at: "21 ноября 2026 г., 14:00".into(),
        issued_by: Some("Рябинина Ирина Павловна".into()),
        snapshot_sha256: "a1".repeat(32),
        pdf_sha256: Some("b2".repeat(32)),
        unprinted: None,
        reprint: None,
        blank: Some("УЦ 000123".into()),
        spoiled: vec!["УЦ 000122".into()],
        retention: Some("75 лет".into()),
        despite: Some(Despite {
            reason: "Занятия проведены выездом, журнал на бумаге".into(),
            held: 180,
            planned: 630,
            at: "21 ноября 2026 г., 14:00".into(),
            by: Some("Рябинина Ирина Павловна".into()),
        }),
        template: Some("Бланк с гербом (2)".into()),
        papers: vec![Paper {
            key: "documents-paper-closing",
            number: "31-у".into(),
            dated: "20 ноября 2026 г.".into(),
        }],
        pdf_url: paths::document_pdf(DocumentId(1)),
        credential_url: paths::credential(DocumentId(1)),
        entry_url: paths::document_entry(DocumentId(1)),
        signatures_url: paths::document_signatures(DocumentId(1)),
        verify_url: paths::verification(&PublicId::from_random([1; 20])),
        verify_address: "https://birge.example/v/k3xw9".into(),
        register_url: paths::REGISTER,
        revoked: None,
        replaces: None,
        replaced: None,
        chain: vec![
            link("УПК-2026/0042", true, Standing::Valid),
            link("УПК-2026/0007", false, Standing::Replaced),
        ],
        replacement_url: Some(paths::new_document_replacement(DocumentId(1))),
        revocation: Some(RevocationForm::at(paths::document_revocation(DocumentId(1)), None)),
    }
}

fn course() -> CourseView {
    CourseView {
        programme: "Эффективное партнёрство".into(),
        version: 3,
        content_hash: "9f".repeat(32),
        hours: 60,
        edition: "2-й поток, осень 2026".into(),
        edition_url: Some(paths::edition(EditionId(1))),
        period: "1 сентября – 20 ноября 2026 г.".into(),
        mark: Some("зачтено".into()),
        qualification: Some("Менеджер социальных проектов".into()),
        left: Some("Перевод в другой город".into()),
        conditions: vec![ConditionLine::sample(true)],
    }
}
