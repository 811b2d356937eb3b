//! Papers without a course: thanks, records of service, documents of authority.

use super::centre::Centre;
use crate::support::Person;
use crate::support::paper::words;
use birge::documents::actions::{LetterAsk, Tools, issue_letter};
use birge::documents::rules::letters::LetterText;
use birge::kernel::{DocumentId, Language, Problem, ProblemCode, ZoneName};
use birge::printing::fields::{LetterFields, ServiceFields};
use birge::programmes::rules::words::DocumentKind;

fn asked(centre: &Centre, person: &Person, kind: DocumentKind, letter: LetterFields) -> LetterAsk {
    LetterAsk {
        organisation: centre.organisation,
        person: person.id,
        kind,
        texts: vec![LetterText { language: Language::Ru, letter, service: ServiceFields::default() }],
        valid: None,
        issued_on: None,
        zone: ZoneName::MOSCOW,
        number: None,
        public_id: centre.app.kit.secrets.public_id(),
    }
}

async fn issue(centre: &Centre, by: &Person, ask: LetterAsk) -> Result<DocumentId, Problem> {
    let (actor, now, kit) = (centre.app.actor(by).await, centre.app.now(), centre.app.kit.clone());
    let done = centre.app.db.write(move |w| issue_letter(w, &actor, &Tools::of(&kit), &ask, now));
    done.await.map(|row| row.id)
}

fn thanks() -> LetterFields {
    LetterFields {
        paragraphs: vec!["Благодарим за помощь в проведении форума.".into()],
        ..Default::default()
    }
}

fn faults(problem: &Problem) -> Vec<(&str, &str)> {
    problem.faults.iter().map(|fault| (fault.field.as_str(), fault.code.as_str())).collect()
}

#[tokio::test]
async fn a_letter_of_thanks_has_a_number_a_paper_and_a_place_among_ones_own() {
    let centre = Centre::new().await;
    let person = centre.app.person("Ахметова").await;
    let ask = asked(&centre, &person, DocumentKind::ThankYouLetter, thanks());
    let id = issue(&centre, &centre.administrator, ask).await.unwrap();
    centre.app.run_jobs().await;
    let document = centre.document(id).await;
    assert_eq!((document["kind"].as_str(), document["programme"].as_str()), (Some("thank_you_letter"), None));
    assert!(document["pdf_sha256"].is_string(), "{document}");
    let browser = centre.app.sign_in(&person).await;
    let own = browser.get("/documents").await.text();
    assert!(own.contains("Благодарственное письмо") && own.contains("Действителен"), "{own}");
    let path = browser.absolute(&format!("/documents/{id}/pdf"));
    let paper = browser.client().get(path).send().await.unwrap().bytes().await.unwrap();
    let text = words(&paper);
    assert!(text.contains("Благодарим за помощь") && text.contains("Ахметова"), "{text}");
    let page = centre.browser().await.get(&format!("/documents/{id}")).await;
    assert!(page.status == 200 && page.text().contains("Благодарственное письмо"), "{}", page.text());
    let again = asked(&centre, &person, DocumentKind::ThankYouLetter, thanks());
    assert!(issue(&centre, &centre.administrator, again).await.is_ok(), "somebody is thanked twice");
}

#[tokio::test]
async fn each_paper_says_what_it_has_to_and_a_course_has_papers_of_its_own() {
    let centre = Centre::new().await;
    let person = centre.app.person("Ахметова").await;
    let by = &centre.administrator;
    let record = asked(&centre, &person, DocumentKind::ServiceRecord, LetterFields::default());
    let problem = issue(&centre, by, record).await.unwrap_err();
    let fields: Vec<&str> = faults(&problem).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["nature", "quality", "volume", "level", "length"]);
    let authority = asked(&centre, &person, DocumentKind::AuthorityDocument, LetterFields::default());
    let problem = issue(&centre, by, authority).await.unwrap_err();
    let codes: Vec<&str> = faults(&problem).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["document-authority-tasks", "document-authority-place", "document-authority-period"]);
    let day = |text: &str| text.parse().unwrap();
    let reversed = LetterAsk {
        valid: Some((day("2026-12-31"), day("2026-12-01"))),
        ..asked(&centre, &person, DocumentKind::ThankYouLetter, thanks())
    };
    let problem = issue(&centre, by, reversed).await.unwrap_err();
    assert_eq!(faults(&problem), [("valid_until", "document-authority-order")]);
    let course = asked(&centre, &person, DocumentKind::AdvancedTrainingCertificate, thanks());
    let problem = issue(&centre, by, course).await.unwrap_err();
    assert_eq!(faults(&problem), [("kind", "document-letter-kind")]);
}

#[tokio::test]
async fn others_do_not_issue_in_the_name_of_an_organisation() {
    let centre = Centre::new().await;
    let person = centre.app.person("Ахметова").await;
    let other = centre.app.organisation("Чужая организация").await;
    let foreign = centre.app.administrator_of("Чужой", other).await;
    let ask = asked(&centre, &person, DocumentKind::ThankYouLetter, thanks());
    assert_eq!(issue(&centre, &foreign, ask).await.unwrap_err().code, ProblemCode::NotFound);
}
