//! «Мои документы»: cards, and what stands between a trainee and the next one.

use super::document::status_key;
use crate::documents::actions::reading::{Renewal, Whole};
use crate::documents::rules::{Holds, Snapshot, Standing};
use crate::kernel::{DocumentId, EnrolmentId, Language, PublicId, dates};
use crate::progress::actions::Course;
use crate::progress::rules::all_met;
use crate::progress::views::conditions::{ConditionView, Wording};
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Own {
    cards: Vec<Card>,
    /// What to do about certificates whose time is over or nearly so.
    renewals: Vec<String>,
    courses: Vec<Unfinished>,
    nothing: bool,
    record_url: &'static str,
    identity_url: &'static str,
    home_url: &'static str,
    service_url: &'static str,
}

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

/// A programme that has not led to a document yet.
#[derive(Debug, Clone, Serialize)]
struct Unfinished {
    programme: String,
    edition: String,
    url: String,
    all_met: bool,
    ends_on: String,
    conditions: Vec<ConditionView>,
}

impl Own {
    /// The page for its reader.
    pub fn new(
        (documents, renewals): (&[Whole], &[Renewal]),
        courses: &[Course],
        reader: &Reader,
        words: &Words,
    ) -> Own {
        Own {
            cards: documents.iter().map(|document| Card::new(document, reader, words)).collect(),
            renewals: renewals.iter().map(|one| renewal(one, reader.language, words)).collect(),
            courses: courses.iter().map(|course| Unfinished::new(course, reader, words)).collect(),
            nothing: documents.is_empty() && courses.is_empty(),
            record_url: paths::OWN_RECORD,
            identity_url: paths::IDENTITY,
            home_url: paths::HOME,
            service_url: paths::SERVICE_RECORDS,
        }
    }
}

/// Editions are joined by those who run them, so the sentence says when the next one is and whom to ask.
fn renewal(one: &Renewal, language: Language, words: &Words) -> String {
    let (number, issuer) = (("number", one.number.as_str()), ("issuer", one.issuer.as_str()));
    match &one.next {
        Some((edition, starts_on)) => {
            let date = dates::date(language, *starts_on);
            let args = [number, issuer, ("edition", edition.as_str()), ("date", date.as_str())];
            words.text_with(language, "documents-own-renew-next", &args)
        }
        None => words.text_with(language, "documents-own-renew-ask", &[number, issuer]),
    }
}

impl Card {
    fn new((row, snapshot): &Whole, reader: &Reader, words: &Words) -> Card {
        let say = |key: &str, args: &[(&str, &str)]| words.text_with(reader.language, key, args);
        let date = dates::date(reader.language, row.issued_on);
        let standing = row.standing();
        let expired = Holds::on(reader.now.date_in(snapshot.zone()), snapshot.valid) == Holds::NoLonger;
        let address = snapshot.verify_url.clone().unwrap_or_default();
        Card {
            title: say(&super::kind_key(row.kind), &[]),
            number: say("documents-number-of", &[("number", &row.number), ("date", &date)]),
            facts: facts(snapshot, reader.language, &say),
            status: match &row.revocation {
                None if standing == Standing::Valid && expired => say("verification-expired", &[]),
                None => say(&status_key(standing), &[]),
                Some(revocation) => {
                    let at = dates::date(reader.language, revocation.revoked_at.date_in(snapshot.zone()));
                    say("documents-status-revoked-on", &[("date", &at)])
                }
            },
            revoked: standing != Standing::Valid || expired,
            pdf_url: (standing == Standing::Valid).then(|| paths::document_pdf(row.id)),
            badge_url: (standing == Standing::Valid).then(|| paths::credential(row.id)),
            verify_url: paths::verification(&row.public_id),
            verify_address: address.split_once("://").map_or(address.clone(), |(_, rest)| rest.to_owned()),
        }
    }
}

/// One line: the course with its hours, the time a paper about authority holds, or who issued it.
/// A message with its arguments, in the reader's language.
type Say<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

fn facts(snapshot: &Snapshot, language: Language, say: Say<'_>) -> String {
    if let (Some(programme), Some(hours)) = (snapshot.programme(), snapshot.hours()) {
        let (programme, hours) = (programme.for_reader(language), hours.0.to_string());
        let course = say("documents-card-facts", &[("programme", programme), ("hours", &hours)]);
        let Some((_, until)) = snapshot.valid else { return course };
        let until = dates::date(language, until);
        return say("documents-card-until", &[("course", &course), ("date", &until)]);
    }
    match snapshot.valid {
        Some((from, until)) => {
            let period = dates::period(language, from, until);
            say("documents-card-valid", &[("issuer", &snapshot.issuer.name), ("period", &period)])
        }
        None => snapshot.issuer.name.clone(),
    }
}

impl Unfinished {
    fn new(course: &Course, reader: &Reader, words: &Words) -> Unfinished {
        let wording = Wording { words, language: reader.language, academic_hour: course.row.academic_hour };
        let conditions = course.conditions(reader.now);
        Unfinished {
            programme: course.row.title.0.for_reader(reader.language).to_owned(),
            edition: course.row.edition.title.clone(),
            url: paths::course(course.row.enrolment.id),
            all_met: all_met(&conditions),
            ends_on: dates::date(reader.language, course.row.edition.ends_on),
            conditions: wording.all(&conditions, course.row.enrolment.id, &course.works),
        }
    }
}

impl View for Own {
    const TEMPLATE: &'static str = "pages/documents/own";

    fn title(&self) -> Title {
        Title::key("documents-own-title")
    }

    fn samples() -> Vec<Self> {
        let card = |revoked: bool| Card {
            title: "Удостоверение о повышении квалификации".into(),
            number: "№ УПК-2026/0042 от 21 ноября 2026 г.".into(),
            facts: "«Эффективное партнёрство», 60 часов".into(),
            status: "Действителен".into(),
            revoked,
            pdf_url: (!revoked).then(|| paths::document_pdf(DocumentId(1))),
            badge_url: (!revoked).then(|| paths::credential(DocumentId(1))),
            verify_url: paths::verification(&PublicId::from_random([1; 20])),
            verify_address: "birge.example/v/k3xw9".into(),
        };
        let condition = ConditionView {
            met: false,
            text: "Посещаемость не ниже 80 %".into(),
            numbers: "30 из 41 ч, 73 %".into(),
            beside: "От проведённого на сегодня: 30 из 32 ч, 93 %".into(),
            percent: Some(73),
            note: "Отработайте пропущенное занятие".into(),
            url: None,
        };
        let course = |all_met: bool| Unfinished {
            programme: "Эффективное партнёрство".into(),
            edition: "2-й поток".into(),
            url: paths::course(EnrolmentId(1)),
            all_met,
            ends_on: "30 ноября 2026 г.".into(),
            conditions: vec![ConditionView { met: all_met, ..condition.clone() }],
        };
        let page = |cards: Vec<Card>, courses: Vec<Unfinished>| Own {
            nothing: cards.is_empty() && courses.is_empty(),
            record_url: paths::OWN_RECORD,
            identity_url: paths::IDENTITY,
            renewals: cards.iter().map(|_| "Срок сертификата № 7 заканчивается или истёк.".into()).collect(),
            cards,
            courses,
            home_url: paths::HOME,
            service_url: paths::SERVICE_RECORDS,
        };
        vec![
            page(vec![card(false), card(true)], Vec::new()),
            page(Vec::new(), vec![course(false), course(true)]),
            page(Vec::new(), Vec::new()),
        ]
    }
}
