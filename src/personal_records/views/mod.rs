//! The page of a record, and its paper.

mod paper;

use super::rules::{Course, Document, Record, State, Status};
use crate::attendance_papers::rules::PaperFormat;
use crate::attendance_papers::views::Wording;
use crate::documents::views::kind_key;
use crate::kernel::{AcademicHours, Language, Word as _, dates};
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

pub use paper::record_paper;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct RecordPage {
    own: bool,
    /// Whether nothing is left out.
    whole: bool,
    name: String,
    crumbs: Vec<Crumb>,
    figures: Vec<Figure>,
    courses: Vec<CourseLine>,
    documents: Vec<Card>,
    offers: Vec<Offer>,
    home_url: &'static str,
    verification_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// A number that matters.
#[derive(Debug, Clone, Serialize)]
struct Figure {
    label: String,
    value: String,
}

/// A course.
#[derive(Debug, Clone, Serialize)]
struct CourseLine {
    programme: String,
    edition: String,
    organisation: String,
    period: String,
    state_key: String,
    good: bool,
    attention: bool,
    stop: bool,
    planned: i32,
    earned: i32,
    /// Where it is looked at in detail.
    url: Option<String>,
}

/// A document, as `document_card` takes it.
#[derive(Debug, Clone, Serialize)]
struct Card {
    title: String,
    number: String,
    facts: String,
    status: String,
    revoked: bool,
    pdf_url: Option<String>,
    badge_url: Option<String>,
    verify_url: String,
    verify_address: String,
}

/// A file of the record with the ways to take it away.
#[derive(Debug, Clone, Serialize)]
struct Offer {
    title: String,
    note: Option<String>,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    label: String,
    language: &'static str,
    tag: &'static str,
    url: String,
}

/// The message that names how a course stands.
pub fn state_key(state: State) -> String {
    format!("personal-records-state-{}", state.as_str())
}

/// The message that names how a document stands.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Valid => "documents-status-valid",
        Status::Expired => "personal-records-status-expired",
        Status::Replaced => "documents-status-replaced",
        Status::Revoked => "documents-status-revoked",
    }
}

/// The numbers at the top, each with its name: the same on the page and on paper. Most programmes have no self-study.
fn figures(record: &Record, wording: Wording<'_>) -> Vec<(String, String)> {
    let figures = record.figures();
    let mut named = vec![
        ("personal-records-finished", figures.finished.to_string()),
        ("personal-records-hours", figures.hours.0.to_string()),
        ("personal-records-theory", figures.theory.0.to_string()),
        ("personal-records-practice", figures.practice.0.to_string()),
    ];
    let alone = (figures.self_study != AcademicHours(0)).then(|| figures.self_study.0.to_string());
    named.extend(alone.map(|hours| ("personal-records-self-study", hours)));
    named.push(("personal-records-valid", figures.valid.to_string()));
    named.into_iter().map(|(key, value)| (wording.say(key), value)).collect()
}

impl RecordPage {
    /// A record for its reader, who is its person or an administrator.
    pub fn new(record: &Record, own: bool, reader: &Reader, words: &Words) -> RecordPage {
        let wording = Wording { words, language: reader.language };
        let crumb = |key: &str, url: &str| Crumb { label: wording.say(key), url: url.to_owned() };
        RecordPage {
            own,
            whole: record.whole,
            name: record.name.full(),
            crumbs: if own {
                vec![crumb("documents-own-title", paths::MY_DOCUMENTS)]
            } else {
                vec![crumb("people-list-title", paths::PEOPLE)]
            },
            figures: figures(record, wording)
                .into_iter()
                .map(|(label, value)| Figure { label, value })
                .collect(),
            courses: record.courses.iter().map(|one| CourseLine::new(one, own, reader.language)).collect(),
            documents: record.documents.iter().map(|one| Card::new(one, wording)).collect(),
            offers: offers(record, own, wording),
            home_url: paths::HOME,
            verification_url: paths::CREDENTIAL_VERIFICATION,
        }
    }
}

impl CourseLine {
    fn new(course: &Course, own: bool, language: Language) -> CourseLine {
        CourseLine {
            programme: course.programme.for_reader(language).to_owned(),
            edition: course.title.clone(),
            organisation: course.organisation.clone(),
            period: dates::period(language, course.starts_on, course.ends_on),
            state_key: state_key(course.state),
            good: course.state == State::WithDocument,
            attention: course.state == State::WithoutDocument,
            stop: course.state == State::Withdrawn,
            planned: course.planned().0,
            earned: course.earned().0,
            url: if own {
                (!course.left).then(|| paths::course(course.enrolment))
            } else {
                course.readable.then(|| paths::person_hours(course.enrolment))
            },
        }
    }
}

impl Card {
    fn new(document: &Document, wording: Wording<'_>) -> Card {
        let date = dates::date(wording.language, document.issued_on);
        let holds = document.status == Status::Valid;
        let taken = document.readable && holds;
        let address = document.verify_url.clone().unwrap_or_default();
        Card {
            title: wording.say(&kind_key(document.kind)),
            number: wording.with("documents-number-of", &[("number", &document.number), ("date", &date)]),
            facts: match (&document.programme, document.hours) {
                (Some(programme), Some(hours)) => {
                    let (programme, hours) = (programme.for_reader(wording.language), hours.0.to_string());
                    let said = [("programme", programme), ("hours", hours.as_str())];
                    format!("{}. {}", wording.with("documents-card-facts", &said), document.issuer)
                }
                _ => document.issuer.clone(),
            },
            status: wording.say(status_key(document.status)),
            revoked: !holds,
            pdf_url: taken.then(|| paths::document_pdf(document.id)),
            badge_url: taken.then(|| paths::credential(document.id)),
            verify_url: paths::verification(&document.public_id),
            verify_address: address.split_once("://").map_or(address.clone(), |(_, rest)| rest.to_owned()),
        }
    }
}

/// The files: papers for every reader, and what the installation signs for the person alone.
fn offers(record: &Record, own: bool, wording: Wording<'_>) -> Vec<Offer> {
    let url = |paper: &str| {
        if own { paths::own_record_file(paper) } else { paths::personal_record_file(record.person, paper) }
    };
    let link = |language: Language, (label, paper): (String, &str)| Link {
        label,
        language: language.own_name(),
        tag: language.tag(),
        url: paths::record_in(&url(paper), language.tag()),
    };
    let papers = |language: Language| {
        PaperFormat::ALL.map(|format| {
            let label = match format {
                PaperFormat::Pdf => "attendance-papers-as-pdf",
                PaperFormat::Xlsx => "attendance-papers-as-xlsx",
            };
            link(language, (wording.say(label), format.as_str()))
        })
    };
    let mut offers = vec![Offer {
        title: wording.say("personal-records-paper"),
        note: None,
        links: Language::ALL.into_iter().flat_map(papers).collect(),
    }];
    offers.extend(own.then(|| {
        Offer {
            title: wording.say("personal-records-signed"),
            note: Some(wording.say("personal-records-signed-note")),
            links: Language::ALL
                .into_iter()
                .map(|language| link(language, (wording.say("personal-records-as-json"), "json")))
                .collect(),
        }
    }));
    offers
}

impl View for RecordPage {
    const TEMPLATE: &'static str = "pages/personal_records/show";

    fn title(&self) -> Title {
        if self.own { Title::key("personal-records-title") } else { Title::text(self.name.clone()) }
    }

    fn samples() -> Vec<Self> {
        let text = str::to_owned;
        let record = Record::sample();
        let figure = |label: &str, value: &str| Figure { label: text(label), value: text(value) };
        let card = |document: &Document| Card {
            title: text("Удостоверение о повышении квалификации"),
            number: text("№ УПК-2026/0042 от 21 ноября 2026 г."),
            facts: text("«Эффективное партнёрство», 60 академических часов. Учебный центр «Бірге»"),
            status: text("Действителен"),
            revoked: document.status != Status::Valid,
            pdf_url: document.readable.then(|| paths::document_pdf(document.id)),
            badge_url: document.readable.then(|| paths::credential(document.id)),
            verify_url: paths::verification(&document.public_id),
            verify_address: text("birge.example/v/k3xw9"),
        };
        let link = |language: Language| Link {
            label: text("PDF"),
            language: language.own_name(),
            tag: language.tag(),
            url: paths::record_in(&paths::own_record_file("pdf"), language.tag()),
        };
        let offer = Offer {
            title: text("Карточка обучения"),
            note: Some(text("Подпись проверит любой")),
            links: Language::ALL.into_iter().map(link).collect(),
        };
        let page = |own: bool| RecordPage {
            own,
            whole: own,
            name: record.name.full(),
            crumbs: vec![Crumb { label: text("Мои документы"), url: paths::MY_DOCUMENTS.into() }],
            figures: vec![figure("Завершено курсов", "2"), figure("Зачтено часов", "66")],
            courses: record.courses.iter().map(|one| CourseLine::new(one, own, Language::Ru)).collect(),
            documents: record.documents.iter().map(card).collect(),
            offers: vec![offer.clone()],
            home_url: paths::HOME,
            verification_url: paths::CREDENTIAL_VERIFICATION,
        };
        let empty = |own: bool| RecordPage { courses: Vec::new(), documents: Vec::new(), ..page(own) };
        vec![page(true), page(false), empty(true), empty(false)]
    }
}
