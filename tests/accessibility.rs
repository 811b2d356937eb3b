//! Every kind of page in a real Chromium, in three languages and at three widths: the accessibility checker finds
//! nothing, nothing scrolls sideways, and in the dark everything can be read as well.

use crate::browser::chrome::{Chrome, PATIENCE, WIDTHS};
use crate::support::database::engine;
use crate::support::routes::routes;
use crate::support::{Person, TestApp};
use actix_web::web::Data;
use birge::access::SessionKind;
use birge::db::schema::{activities, editions, people};
use birge::db::{Engine, Read};
use birge::kernel::{ActivityId, EditionId, PersonId, Problem};
use birge::web::paths;
use diesel::prelude::*;
use thirtyfour::{By, Cookie};

mod batches;
mod errors;
mod learners;
mod places;
mod quizzes;
mod sessions;
mod staff;
mod templates;
mod works;

/// When the demonstration is looked at.
const NOW: &str = "2026-09-15T06:00:00Z";

/// Addresses that answer with no page: they lead elsewhere, or give a file or a stream.
const NO_PAGES: &[&str] = &[
    "/",
    "/absences/{notice}/file",
    "/my-mentoring/data",
    "/assets/{version}/{name:.*}",
    "/authority-documents/{document}/pdf",
    "/calendar-feeds/{token}.ics",
    "/case-copies/{copy}/texts/{language}/file",
    "/.well-known/did.json",
    "/credentials/keys.json",
    "/credentials/status-lists/{status_list}",
    "/documents/{document}/credential/{form}",
    "/countries/{country}/profile",
    "/document-batches/{batch}/archive",
    "/documents/{document}/pdf",
    "/documents/{document}/signatures/{signature}",
    "/orders/{order}/signatures/{signature}",
    "/organisations/{organisation}/federal-register/exports/{federal_export}/file",
    "/organisations/{organisation}/federal-register/plain",
    "/organisations/{organisation}/federal-register/templates/{federal_template}/file",
    "/register/{paper}",
    "/editions/{edition}/attendance/journal/{paper}",
    "/editions/{edition}/attendance/schedule/{paper}",
    "/editions/{edition}/documents/preview",
    "/editions/{edition}/enrolment-imports/template",
    "/editions/{edition}/group-papers/{sheet}",
    "/editions/{edition}/enrolments",
    "/editions/{edition}/quizzes/{activity}/questions/{question}/answers",
    "/editions/{edition}/quizzes/{activity}/statistics/{format}",
    "/editions/{edition}/training-tables/{format}",
    "/mentor-tables/{format}",
    "/outside-proofs/{proof}/file",
    "/files/{file}",
    "/files/{file}/preview",
    "/group-files/{group_file}/archive",
    "/health/live",
    "/here/{session}/meeting",
    "/here/{session}/{code}",
    "/health/ready",
    // Leads to the page of whoever is signed in.
    "/identity",
    "/language/{tag}",
    "/learn/{enrolment}/attendance/certificate/{paper}",
    "/learn/{enrolment}/hours/transcript/{paper}",
    "/learn/{enrolment}/media/{path:.*}",
    "/organisations/{public_id}/did.json",
    "/lessons/{activity}/media/{path:.*}",
    "/live-quizzes/{live_quiz}/events",
    "/live/{code}/events",
    "/live/{code}/images/{name:.*}",
    "/paper-templates/{paper_template}/versions/{paper_version}/preview",
    "/paper-templates/{paper_template}/versions/{paper_version}/source",
    "/orders/{order}/pdf",
    "/peer-reviews/{review}/files/{place}",
    "/people/{person}/record/{paper}",
    "/people/{person}/identity/scan",
    "/question-exports",
    "/question-images/{name}",
    "/questions/imports/example.csv",
    "/sessions/{session}/sign-in-sheet/{paper}",
    "/sessions/{session}/webinar-lists/{webinar}/file",
    "/record/{paper}",
    "/site-cases/{site_case}/course-case/{language}",
    "/sheet-worker.js",
    // The form of a new case, which is looked at in the programme; here its author would have to agree first.
    "/site-cases/{site_case}/course-cases/{slug}/{language}",
];

/// What is looked at.
enum Stop {
    /// A page as it is opened.
    Page(String),
    /// A page again, after its form was sent with nothing in it.
    Refused(String),
    /// What the form of a page shows after a file was chosen and sent.
    Sent(String, &'static str),
    /// A form that is shown again with what it would bring, as without scripts.
    Preview(String),
}

impl From<String> for Stop {
    fn from(page: String) -> Stop {
        Stop::Page(page)
    }
}

impl Stop {
    fn address(&self) -> &str {
        match self {
            Stop::Page(page) | Stop::Refused(page) | Stop::Sent(page, _) | Stop::Preview(page) => page,
        }
    }
}

/// Who looks, and at what.
struct Visit {
    who: Option<Person>,
    stops: Vec<Stop>,
}

impl Visit {
    fn of(who: Option<Person>, pages: Vec<String>) -> Visit {
        Visit { who, stops: pages.into_iter().map(Stop::Page).collect() }
    }

    /// These forms as well, sent with nothing in them.
    fn refused(mut self, pages: Vec<String>) -> Visit {
        self.stops.extend(pages.into_iter().map(Stop::Refused));
        self
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_russian() {
    look_at_everything("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_kazakh() {
    look_at_everything("kk").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_in_english() {
    look_at_everything("en").await;
}

async fn look_at_everything(language: &str) {
    let app = TestApp::builder().at(NOW).demo().spawn().await;
    birge::demo::furnish(&Data::from(app.kit.clone())).await.unwrap();
    app.run_jobs().await;
    let visits = visits(&app).await;
    let forgotten = forgotten(&visits);
    assert!(forgotten.is_empty(), "pages that nobody looks at: {forgotten:#?}");
    let chrome = Chrome::open(language).await;
    let mut found = Vec::new();
    for visit in visits {
        enter(&app, &chrome, visit.who.as_ref(), language).await;
        for stop in visit.stops {
            chrome.go(&format!("{}{}", app.url, stop.address())).await;
            let opened = stop.address().split('?').next().unwrap();
            assert_eq!(chrome.path().await, opened, "somebody is sent away");
            let name = go_on(&chrome, &stop).await;
            let mut faults = Vec::new();
            for width in widths() {
                chrome.width(*width).await;
                faults.extend(chrome.violations().await.into_iter().map(|fault| format!("{width}: {fault}")));
            }
            // Colours are the same in every language.
            if language == "en" && engine() == Engine::Sqlite {
                chrome.darken(true).await;
                faults.extend(chrome.pale().await.into_iter().map(|fault| format!("dark: {fault}")));
                chrome.darken(false).await;
            }
            found.extend(faults.into_iter().map(|fault| format!("{name} {language} {fault}")));
        }
    }
    chrome.close().await;
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// A page is drawn alike whatever its rows come from: on the second database every page is looked at once, the narrowest,
/// where most goes wrong. All widths and the dark there as well would be a third of the whole run.
fn widths() -> &'static [u32] {
    match engine() {
        Engine::Sqlite => &WIDTHS,
        Engine::Postgres => &WIDTHS[..1],
    }
}

async fn visits(app: &TestApp) -> Vec<Visit> {
    let mut visits = vec![learners::strangers(app).await, learners::trainees(app).await];
    visits.extend(quizzes::live(app).await);
    visits.extend(learners::others(app).await);
    visits.push(staff::trainers(app).await);
    visits.push(staff::administrators(app).await);
    visits.push(batches::visit(app).await);
    visits.push(staff::coordinators(app).await);
    visits.push(templates::visit(app).await);
    visits.push(quizzes::authors(app).await);
    visits.push(quizzes::terms(app).await);
    visits.extend(learners::asked(app).await);
    visits.push(works::overseers(app).await);
    visits.extend(works::hall(app).await);
    visits.extend(places::visits(app).await);
    visits.push(works::authors(app).await);
    visits.extend(works::takers(app).await);
    visits.extend(works::sites(app).await);
    visits.extend(sessions::composed(app).await);
    visits
}

/// Signs somebody in, or out, and chooses the language.
async fn enter(app: &TestApp, chrome: &Chrome, who: Option<&Person>, language: &str) {
    chrome.go(&format!("{}{}", app.url, paths::HEALTH_LIVE)).await;
    chrome.driver.delete_all_cookies().await.unwrap();
    if let Some(person) = who {
        let token = app.open_session(person, SessionKind::Browser).await;
        chrome.driver.add_cookie(Cookie::new("birge_session", token)).await.unwrap();
    }
    chrome.go(&format!("{}/language/{language}?back={}", app.url, paths::SIGN_IN)).await;
}

/// Does with the form of a page what is to be done there; answers what is looked at now.
async fn go_on(chrome: &Chrome, stop: &Stop) -> String {
    let (wanted, preview) = match stop {
        Stop::Page(page) => return page.clone(),
        Stop::Refused(_) => (422, false),
        Stop::Sent(_, file) => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("questions.gift");
            std::fs::write(&path, file).unwrap();
            let field = chrome.driver.find(By::Css("main input[type=file]")).await.unwrap();
            field.send_keys(path.to_str().unwrap()).await.unwrap();
            let script = "const form = document.querySelector('main form[method=post]');
                for (const list of form.querySelectorAll('select[required]')) list.selectedIndex = list.options.length - 1;
                form.submit()";
            return sent(chrome, stop, 200, script, false).await;
        }
        Stop::Preview(_) => (200, true),
    };
    let script = "const form = document.querySelector('main form[method=post]');
        const typed = ['text', 'email', 'number', 'date', 'time', 'textarea', 'password', 'select-one', 'search'];
        for (const field of form.elements) if (!arguments[0] && typed.includes(field.type)) field.value = '';
        if (arguments[0]) form.insertAdjacentHTML('beforeend', '<input type=hidden name=do value=preview>');
        HTMLFormElement.prototype.submit.call(form)";
    sent(chrome, stop, wanted, script, preview).await
}

/// Runs a script that sends the form of the page, and waits for the answer.
async fn sent(chrome: &Chrome, stop: &Stop, wanted: u16, script: &str, preview: bool) -> String {
    chrome.driver.execute("window.onbeforeunload = null; window.before = true", vec![]).await.unwrap();
    chrome.driver.execute(script, vec![preview.into()]).await.unwrap();
    let status = "return window.before || document.readyState !== 'complete' ? 0
        : performance.getEntriesByType('navigation')[0].responseStatus";
    let mut seen = serde_json::Value::Null;
    for _ in 0..PATIENCE {
        seen = chrome.driver.execute(status, vec![]).await.unwrap().json().clone();
        if seen == wanted {
            return format!("{} after its form was sent", stop.address());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the form of {} was answered {seen} instead of {wanted}", stop.address());
}

/// Patterns of the route table that no visit stops at.
fn forgotten(visits: &[Visit]) -> Vec<String> {
    let pages: Vec<String> = routes()
        .into_iter()
        .filter(|route| route.method == "get" && !route.is_api())
        .map(|route| route.pattern)
        .collect();
    let strange: Vec<_> = NO_PAGES.iter().filter(|known| !pages.iter().any(|page| page == **known)).collect();
    assert!(strange.is_empty(), "there are no such addresses any more: {strange:?}");
    let seen: Vec<&String> = visits
        .iter()
        .flat_map(|visit| &visit.stops)
        .filter_map(|stop| pattern_of(stop.address(), &pages))
        .collect();
    pages.iter().filter(|page| !NO_PAGES.contains(&page.as_str()) && !seen.contains(page)).cloned().collect()
}

/// The pattern an address belongs to: among those that fit, the one that spells most of it.
fn pattern_of<'p>(address: &str, pages: &'p [String]) -> Option<&'p String> {
    let address = address.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = address.split('/').collect();
    let fits = |page: &&String| {
        let wanted: Vec<&str> = page.split('/').collect();
        wanted.len() == parts.len()
            && wanted.iter().zip(&parts).all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
    };
    pages.iter().filter(fits).min_by_key(|page| page.matches('{').count())
}

async fn person(app: &TestApp, email: &str) -> Person {
    let email = email.to_owned();
    let wanted = email.clone();
    let load = move |r: &mut Read| -> Result<PersonId, Problem> {
        Ok(people::table.filter(people::email.eq(wanted)).select(people::id).first(r.conn())?)
    };
    Person { id: app.db.read(load).await.unwrap(), email }
}

/// Activities of a kind in the programme of an edition, in order.
/// The case of an edition that has stages.
fn staged(r: &mut Read, edition: EditionId) -> Result<ActivityId, Problem> {
    for case in of_kind(r, edition, "case")? {
        if birge::cases::store::definition(r, case)?.is_some_and(|definition| definition.stages.is_some()) {
            return Ok(case);
        }
    }
    panic!("no case of the edition has stages")
}

fn of_kind(r: &mut Read, edition: EditionId, kind: &str) -> Result<Vec<ActivityId>, Problem> {
    Ok(activities::table
        .inner_join(editions::table.on(editions::version_id.eq(activities::version_id)))
        .filter(editions::id.eq(edition))
        .filter(activities::kind.eq(kind.to_owned()))
        .order(activities::id)
        .select(activities::id)
        .load(r.conn())?)
}
