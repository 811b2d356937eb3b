//! The register as a page.

use super::kind_key;
use crate::documents::store::listing::{Filter, ListedRow};
use crate::kernel::{DocumentId, EditionId, dates};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::render::Words;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Register {
    url: &'static str,
    search: Field,
    year: Field,
    years: Vec<Choice>,
    kind: Field,
    kinds: Vec<Choice>,
    status: Field,
    statuses: Vec<Choice>,
    filtered: bool,
    rows: Vec<Row>,
    first_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    number: String,
    url: String,
    issued_on: String,
    kind_key: String,
    holder: String,
    programme: String,
    edition: String,
    edition_url: String,
    revoked: bool,
}

/// What was asked for, as it stands in the address.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What was searched for, as typed.
    pub search: String,
    /// Everything that narrows the list.
    pub filter: Filter,
}

/// What the address says of a status.
pub const STATUSES: [(&str, bool); 2] = [("valid", false), ("revoked", true)];

impl Asked {
    /// The address of the same list, after a document.
    pub fn address(&self, before: Option<DocumentId>) -> String {
        let filter = &self.filter;
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let pairs = [
            ("q", Some(self.search.clone()).filter(|text| !text.is_empty())),
            ("year", filter.year.map(|year| year.to_string())),
            ("kind", filter.kind.map(|kind| kind.as_str().to_owned())),
            ("status", self.status().map(str::to_owned)),
            ("after", before.map(|id| id.to_string())),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        let query = query.finish();
        if query.is_empty() { paths::REGISTER.to_owned() } else { format!("{}?{query}", paths::REGISTER) }
    }

    fn status(&self) -> Option<&'static str> {
        let revoked = self.filter.revoked?;
        STATUSES.iter().find(|(_, value)| *value == revoked).map(|(word, _)| *word)
    }

    fn narrows(&self) -> bool {
        Asked { filter: Filter { before: None, ..self.filter.clone() }, ..self.clone() }.address(None)
            != paths::REGISTER
    }
}

impl Register {
    /// A page of the register; `more` says that it goes on.
    pub fn new(
        asked: &Asked,
        (rows, more): (&[ListedRow], bool),
        years: &[i32],
        reader: &Reader,
        words: &Words,
    ) -> Register {
        let say = |key: &str| words.text(reader.language, key);
        let year = asked.filter.year.map(|year| year.to_string()).unwrap_or_default();
        let kind = asked.filter.kind.map(|kind| kind.as_str()).unwrap_or_default();
        let status = asked.status().unwrap_or_default();
        let status_choice =
            |(word, _): &(&str, bool)| Choice::new(word, say(&format!("documents-status-{word}")), status);
        Register {
            url: paths::REGISTER,
            search: Field::filled("q", &asked.search),
            years: years.iter().map(|one| Choice::new(one, one.to_string(), &year)).collect(),
            kinds: KINDS.iter().map(|one| Choice::new(one.as_str(), say(&kind_key(*one)), kind)).collect(),
            statuses: STATUSES.iter().map(status_choice).collect(),
            year: Field::filled("year", &year),
            kind: Field::filled("kind", kind),
            status: Field::filled("status", status),
            filtered: asked.narrows(),
            rows: rows.iter().map(|row| Row::new(row, reader)).collect(),
            first_url: asked.filter.before.map(|_| asked.address(None)),
            next_url: rows.last().filter(|_| more).map(|last| asked.address(Some(last.id))),
        }
    }
}

const KINDS: [DocumentKind; 2] =
    [DocumentKind::AdvancedTrainingCertificate, DocumentKind::ParticipationCertificate];

impl Row {
    fn new(row: &ListedRow, reader: &Reader) -> Row {
        Row {
            number: row.number.clone(),
            url: paths::document(row.id),
            issued_on: dates::date(reader.language, row.issued_on),
            kind_key: kind_key(row.kind),
            holder: row.holder.clone(),
            programme: row.programme.0.for_reader(reader.language).to_owned(),
            edition: row.edition.clone(),
            edition_url: paths::edition(row.edition_id),
            revoked: row.revoked_at.is_some(),
        }
    }
}

impl View for Register {
    const TEMPLATE: &'static str = "pages/documents/register";

    fn title(&self) -> Title {
        Title::key("documents-register-title")
    }

    fn samples() -> Vec<Self> {
        let row = |revoked| Row {
            number: "УПК-2026/0042".into(),
            url: paths::document(DocumentId(1)),
            issued_on: "21 ноября 2026 г.".into(),
            kind_key: kind_key(DocumentKind::ParticipationCertificate),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            programme: "Эффективное партнёрство".into(),
            edition: "2-й поток".into(),
            edition_url: paths::edition(EditionId(1)),
            revoked,
        };
        let full = Register {
            url: paths::REGISTER,
            search: Field::empty("q"),
            year: Field::filled("year", "2026"),
            years: vec![Choice::new(2026, "2026", "2026")],
            kind: Field::empty("kind"),
            kinds: vec![Choice::new("participation_certificate", "Сертификат участника", "")],
            status: Field::empty("status"),
            statuses: vec![Choice::new("valid", "Действителен", "")],
            filtered: true,
            rows: vec![row(false), row(true)],
            first_url: Some("/register?year=2026".into()),
            next_url: Some("/register?year=2026&after=7".into()),
        };
        let empty = Register { rows: Vec::new(), first_url: None, next_url: None, ..full.clone() };
        vec![full, Register { filtered: false, years: Vec::new(), ..empty.clone() }, empty]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_carries_the_whole_question_and_only_that() {
        let filter = Filter { year: Some(2026), revoked: Some(true), ..Filter::default() };
        let asked = Asked { search: "Ли & Ко".into(), filter };
        let address = asked.address(Some(DocumentId(7)));
        assert_eq!(address, "/register?q=%D0%9B%D0%B8+%26+%D0%9A%D0%BE&year=2026&status=revoked&after=7");
        assert!(asked.narrows());
        let next =
            Asked { filter: Filter { before: Some(DocumentId(7)), ..Filter::default() }, ..Asked::default() };
        assert!(!next.narrows(), "the second page is not a narrower list");
        assert_eq!(next.address(None), "/register");
    }
}
