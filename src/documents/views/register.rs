//! The register book as a page.

use super::kind_key;
use crate::documents::actions::register::{Line, Page};
use crate::documents::rules::Standing;
use crate::documents::rules::book::{MOST_IN_WORKBOOK, MOST_ON_PAPER, too_long};
use crate::documents::store::listing::Filter;
use crate::kernel::{DocumentId, EditionId, OrganisationId, Word as _, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::settings::kinds;
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
    standing: Field,
    standings: Vec<Choice>,
    handed: Field,
    handings: Vec<Choice>,
    organisation: Field,
    organisations: Option<Vec<Choice>>,
    /// Its title.
    edition: Option<String>,
    edition_id: Option<String>,
    handing_url: Option<String>,
    filtered: bool,
    total: Option<i64>,
    rows: Vec<Row>,
    /// Nothing where the book would be longer than a file may be.
    xlsx_url: Option<String>,
    pdf_url: Option<String>,
    /// The most entries, where there are more.
    xlsx_most: Option<usize>,
    pdf_most: Option<usize>,
    numbers_url: Option<String>,
    first_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    number: String,
    url: String,
    entry_url: String,
    issued_on: String,
    kind_key: String,
    holder: String,
    programme: Option<String>,
    edition: Option<String>,
    edition_url: Option<String>,
    blank: Option<String>,
    handed_on: Option<String>,
    lost: bool,
    valid: bool,
    standing_key: String,
}

/// What was asked for, as it stands in the address.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What was searched for, as typed.
    pub search: String,
    /// Everything that narrows the list.
    pub filter: Filter,
}

/// What the address says of handing over.
pub const HANDINGS: [(&str, bool); 2] = [("yes", true), ("no", false)];

/// The message that names a standing.
pub fn standing_key(standing: Standing) -> String {
    format!("documents-status-{}", standing.as_str())
}

impl Asked {
    /// The address of the same list, after a document.
    pub fn address(&self, before: Option<DocumentId>) -> String {
        self.address_of(paths::REGISTER, before)
    }

    /// The same question at another address.
    pub fn address_of(&self, path: &str, before: Option<DocumentId>) -> String {
        let filter = &self.filter;
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let organisation = filter.organisations.as_ref().and_then(|all| all.first());
        let pairs = [
            ("q", Some(self.search.clone()).filter(|text| !text.is_empty())),
            ("year", filter.year.map(|year| year.to_string())),
            ("kind", filter.kind.map(|kind| kind.as_str().to_owned())),
            ("status", filter.standing.map(|standing| standing.as_str().to_owned())),
            ("handed", self.handed().map(str::to_owned)),
            ("organisation", organisation.map(OrganisationId::to_string)),
            ("edition", filter.edition.map(|id| id.to_string())),
            ("after", before.map(|id| id.to_string())),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    fn handed(&self) -> Option<&'static str> {
        let handed = self.filter.handed_over?;
        HANDINGS.iter().find(|(_, value)| *value == handed).map(|(word, _)| *word)
    }

    fn narrows(&self) -> bool {
        Asked { filter: Filter { before: None, ..self.filter.clone() }, ..self.clone() }.address(None)
            != paths::REGISTER
    }
}

impl Register {
    /// A page of the register.
    pub fn new(asked: &Asked, page: &Page, reader: &Reader, words: &Words) -> Register {
        let say = |key: &str| words.text(reader.language, key);
        let filter = &asked.filter;
        let year = filter.year.map(|year| year.to_string()).unwrap_or_default();
        let kind = filter.kind.map(|kind| kind.as_str()).unwrap_or_default();
        let standing = filter.standing.map(|standing| standing.as_str()).unwrap_or_default();
        let handed = asked.handed().unwrap_or_default();
        let chosen = filter.organisations.as_ref().and_then(|all| all.first());
        let organisation = chosen.map(OrganisationId::to_string).unwrap_or_default();
        let standings = [Standing::Valid, Standing::Revoked, Standing::Replaced];
        let organisations = page.issuers.iter().map(|(id, name)| Choice::new(id, name, &organisation));
        let fits = |most: usize| !too_long(page.total, most);
        let edition = filter.edition.map(|id| {
            let titled = page.lines.iter().find(|line| line.row.edition_id == Some(id));
            let course = titled.and_then(|line| line.snapshot.course.as_ref());
            course.map_or_else(|| id.to_string(), |course| course.run.title.clone())
        });
        Register {
            url: paths::REGISTER,
            search: Field::filled("q", &asked.search),
            years: page.years.iter().map(|one| Choice::new(one, one.to_string(), &year)).collect(),
            kinds: kinds().map(|one| Choice::new(one.as_str(), say(&kind_key(one)), kind)).collect(),
            standings: standings
                .map(|one| Choice::new(one.as_str(), say(&standing_key(one)), standing))
                .into(),
            handings: HANDINGS
                .map(|(word, _)| Choice::new(word, say(&format!("register-book-handed-{word}")), handed))
                .into(),
            organisations: (page.issuers.len() > 1).then(|| organisations.collect()),
            year: Field::filled("year", &year),
            kind: Field::filled("kind", kind),
            standing: Field::filled("status", standing),
            handed: Field::filled("handed", handed),
            organisation: Field::filled("organisation", &organisation),
            edition,
            edition_id: filter.edition.map(|id| id.to_string()),
            // Every line is of an organisation that the reader administers: a group of another has none here.
            handing_url: filter.edition.filter(|_| !page.lines.is_empty()).map(paths::edition_handovers),
            filtered: asked.narrows(),
            total: page.total,
            rows: page.lines.iter().map(|line| Row::new(line, reader)).collect(),
            xlsx_url: fits(MOST_IN_WORKBOOK).then(|| asked.address_of(&paths::register_book("xlsx"), None)),
            pdf_url: fits(MOST_ON_PAPER).then(|| asked.address_of(&paths::register_book("pdf"), None)),
            xlsx_most: (!fits(MOST_IN_WORKBOOK)).then_some(MOST_IN_WORKBOOK),
            pdf_most: (!fits(MOST_ON_PAPER)).then_some(MOST_ON_PAPER),
            numbers_url: chosen.copied().or_else(|| only(page)).map(paths::registers),
            first_url: filter.before.map(|_| asked.address(None)),
            next_url: page.go_on.map(|before| asked.address(Some(before))),
        }
    }
}

/// The organisation whose book this is, where there is no other.
fn only(page: &Page) -> Option<OrganisationId> {
    match page.issuers.as_slice() {
        [(id, _)] => Some(*id),
        _ => None,
    }
}

impl Row {
    fn new(line: &Line, reader: &Reader) -> Row {
        let (row, snapshot) = (&line.row, &line.snapshot);
        let course = snapshot.course.as_ref();
        let handed = line.handover.as_ref();
        let blank = line.blank.as_ref();
        let standing = row.standing();
        Row {
            number: row.number.clone(),
            url: paths::document(row.id),
            entry_url: paths::document_entry(row.id),
            issued_on: dates::date(reader.language, row.issued_on),
            kind_key: kind_key(row.kind),
            holder: row.holder.clone(),
            programme: snapshot.programme().map(|title| title.for_reader(reader.language).to_owned()),
            edition: course.map(|course| course.run.title.clone()),
            edition_url: row.edition_id.map(paths::edition),
            blank: blank.map(|(series, number)| crate::registers::actions::stock::said(Some(series), number)),
            handed_on: handed.map(|row| dates::date(reader.language, row.on)),
            lost: !line.losses.is_empty(),
            valid: standing == Standing::Valid,
            standing_key: standing_key(standing),
        }
    }

    fn sample(standing: Standing, full: bool) -> Row {
        Row {
            number: "УПК-2026/0042".into(),
            url: paths::document(DocumentId(1)),
            entry_url: paths::document_entry(DocumentId(1)),
            issued_on: "21 ноября 2026 г.".into(),
            kind_key: kind_key(DocumentKind::ParticipationCertificate),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            programme: full.then(|| "Эффективное партнёрство".into()),
            edition: full.then(|| "2-й поток".into()),
            edition_url: full.then(|| paths::edition(EditionId(1))),
            blank: full.then(|| "АБ 000007".into()),
            handed_on: full.then(|| "22 ноября 2026 г.".into()),
            lost: full,
            valid: standing == Standing::Valid,
            standing_key: standing_key(standing),
        }
    }
}

impl View for Register {
    const TEMPLATE: &'static str = "pages/documents/register";

    fn title(&self) -> Title {
        Title::key("documents-register-title")
    }

    fn samples() -> Vec<Self> {
        let full = Register {
            url: paths::REGISTER,
            search: Field::empty("q"),
            year: Field::filled("year", "2026"),
            years: vec![Choice::new(2026, "2026", "2026")],
            kind: Field::empty("kind"),
            kinds: vec![Choice::new("participation_certificate", "Сертификат участника", "")],
            standing: Field::empty("status"),
            standings: vec![Choice::new("valid", "Действителен", "")],
            handed: Field::empty("handed"),
            handings: vec![Choice::new("no", "Не выданы на руки", "")],
            organisation: Field::empty("organisation"),
            organisations: Some(vec![Choice::new(1, "УЦ", "")]),
            edition: Some("2-й поток".into()),
            edition_id: Some("1".into()),
            handing_url: Some(paths::edition_handovers(EditionId(1))),
            filtered: true,
            total: Some(1204),
            rows: vec![
                Row::sample(Standing::Valid, true),
                Row::sample(Standing::Revoked, false),
                Row::sample(Standing::Replaced, true),
            ],
            xlsx_url: Some("/register/xlsx?year=2026".into()),
            pdf_url: Some("/register/pdf?year=2026".into()),
            xlsx_most: None,
            pdf_most: None,
            numbers_url: Some(paths::registers(OrganisationId(1))),
            first_url: Some("/register?year=2026".into()),
            next_url: Some("/register?year=2026&after=7".into()),
        };
        let empty = Register {
            rows: Vec::new(),
            total: None,
            organisations: None,
            edition: None,
            edition_id: None,
            handing_url: None,
            numbers_url: None,
            first_url: None,
            next_url: None,
            ..full.clone()
        };
        let long = Register {
            total: Some(100_000),
            xlsx_url: None,
            pdf_url: None,
            xlsx_most: Some(MOST_IN_WORKBOOK),
            pdf_most: Some(MOST_ON_PAPER),
            ..full.clone()
        };
        vec![full, long, Register { filtered: false, years: Vec::new(), ..empty.clone() }, empty]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_carries_the_whole_question_and_only_that() {
        let filter = Filter {
            year: Some(2026),
            standing: Some(Standing::Revoked),
            handed_over: Some(false),
            ..Filter::default()
        };
        let asked = Asked { search: "Ли & Ко".into(), filter };
        let address = asked.address(Some(DocumentId(7)));
        assert_eq!(
            address,
            "/register?q=%D0%9B%D0%B8+%26+%D0%9A%D0%BE&year=2026&status=revoked&handed=no&after=7"
        );
        assert!(asked.narrows());
        let next =
            Asked { filter: Filter { before: Some(DocumentId(7)), ..Filter::default() }, ..Asked::default() };
        assert!(!next.narrows(), "the second page is not a narrower list");
        assert_eq!(next.address(None), "/register");
    }
}
