//! «Проверка документа»: a verdict in words, then the few facts, and nothing else.

use super::kind_key;
use crate::documents::actions::reading::Verified;
use crate::kernel::dates;
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page of a document that exists.
#[derive(Debug, Clone, Serialize)]
pub struct Verification {
    revoked_on: Option<String>,
    kind_key: String,
    holder: String,
    programme: String,
    hours: i32,
    period: String,
    issued_on: String,
    issuer: String,
}

impl Verification {
    /// What a reader may know.
    pub fn new(verified: &Verified, reader: &Reader) -> Verification {
        let (snapshot, language) = (&verified.snapshot, reader.language);
        let run = &snapshot.run;
        Verification {
            revoked_on: verified.revoked_at.map(|at| dates::date(language, at.date_in(run.time_zone))),
            kind_key: kind_key(snapshot.kind),
            holder: snapshot.holder.surname_and_initials(),
            programme: snapshot.taught.title.for_reader(language).to_owned(),
            hours: snapshot.taught.hours.0,
            period: dates::period(language, run.starts_on, run.ends_on),
            issued_on: dates::date(language, snapshot.issued_on),
            issuer: snapshot.issuer.name.clone(),
        }
    }
}

impl View for Verification {
    const TEMPLATE: &'static str = "pages/documents/verification";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("documents-verify-title")
    }

    fn samples() -> Vec<Self> {
        let valid = Verification {
            revoked_on: None,
            kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
            holder: "Құрманғазы Ә. С.".into(),
            programme: "Эффективное партнёрство".into(),
            hours: 60,
            period: "1 сентября – 20 ноября 2026 г.".into(),
            issued_on: "21 ноября 2026 г.".into(),
            issuer: "Учебный центр «Бірге»".into(),
        };
        vec![Verification { revoked_on: Some("3 декабря 2026 г.".into()), ..valid.clone() }, valid]
    }
}

/// The page of an address that belongs to no document.
#[derive(Debug, Clone, Serialize)]
pub struct Unknown {
    home_url: &'static str,
}

impl Unknown {
    /// The page.
    pub fn new() -> Unknown {
        Unknown { home_url: paths::HOME }
    }
}

impl Default for Unknown {
    fn default() -> Unknown {
        Unknown::new()
    }
}

impl View for Unknown {
    const TEMPLATE: &'static str = "pages/documents/unknown";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("documents-unknown-title")
    }

    fn samples() -> Vec<Self> {
        vec![Unknown::new()]
    }
}
