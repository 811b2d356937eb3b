//! Every route as every role and as a stranger, against one snapshot: who gets in, who is sent to sign in,
//! who is told that there is no such thing.

mod asked;

use crate::support::Person;
use crate::support::app::TestApp;
use crate::support::browser::{ApiClient, Browser};
use crate::support::routes::{Route, routes};
use crate::support::world::World;
use asked::Asked;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Routes that are meant for whoever comes; everything else must turn a stranger away.
const OPEN: &[&str] = &[
    "/",
    "/.well-known/did.json",
    "/api/v1/credentials/keys",
    "/api/v1/credentials/verifications",
    "/api/v1/openapi.json",
    "/api/v1/tokens",
    "/api/v1/verification-checks",
    "/api/v1/verifications/{public_id}",
    "/assets/{version}/{name:.*}",
    "/credentials/keys.json",
    "/credentials/status-lists/{status_list}",
    "/credentials/verification",
    "/health/live",
    "/health/ready",
    "/here",
    "/join",
    "/language/{language}",
    "/links/{token}",
    "/organisations/{public_id}/did.json",
    "/password-reset",
    "/sheet-worker.js",
    "/sight",
    "/sign-in",
    "/sign-out",
    "/styleguide",
    "/v/{public_id}",
    "/verify",
];

impl World {
    /// Everybody who comes, the least trusted first.
    fn visitors(&self) -> [(&'static str, Option<&Person>); 7] {
        [
            ("stranger", None),
            ("trainee", Some(&self.trainee)),
            ("other trainee", Some(&self.other_trainee)),
            ("trainer", Some(&self.trainer)),
            ("other trainer", Some(&self.other_trainer)),
            ("coordinator", Some(&self.coordinator)),
            ("administrator", Some(&self.administrator)),
        ]
    }
}

async fn browser_of(app: &TestApp, who: Option<&Person>) -> Browser {
    match who {
        Some(person) => app.sign_in(person).await,
        None => app.stranger(),
    }
}

#[actix_web::test]
async fn every_page_as_every_role() {
    let app = TestApp::builder().demo().spawn().await;
    let world = World::build(&app).await;
    let mut visitors = Vec::new();
    for (who, person) in world.visitors() {
        visitors.push((who, browser_of(&app, person).await));
    }
    let mut table = String::new();
    let mut open_doors = Vec::new();
    for route in routes().into_iter().filter(|route| !route.is_api() && route.method == "get") {
        let address = asked::address(&route.pattern, &world);
        let mut line = String::new();
        for (who, browser) in &visitors {
            let page = browser.status_of(&address).await;
            write!(line, " {who}={page}").unwrap();
            let let_in = page == 200 && *who == "stranger";
            if let_in && !OPEN.contains(&route.pattern.as_str()) {
                open_doors.push(route.pattern.clone());
            }
        }
        writeln!(table, "{} {}:{line}", route.method, route.pattern).unwrap();
    }
    assert!(open_doors.is_empty(), "a stranger gets in: {open_doors:?}");
    insta::assert_snapshot!("pages", table);
}

/// A form with next to nothing in it tells who may send it: 422 and 303 are answers to the form, 403 and 404 to the
/// sender.
#[actix_web::test]
async fn every_form_as_every_role() {
    let app = TestApp::builder().demo().spawn().await;
    let world = World::build(&app).await;
    let mut table = String::new();
    for route in routes().into_iter().filter(|route| !route.is_api() && route.method == "post") {
        let address = world.fill(&route.pattern);
        write!(table, "{} {}:", route.method, route.pattern).unwrap();
        for (who, person) in world.visitors() {
            // Everybody comes anew each time: some forms end the session.
            let browser = browser_of(&app, person).await;
            let status = browser.status_of_post(&address, &asked::fields(&route.pattern, &world)).await;
            write!(table, " {who}={status}").unwrap();
        }
        table.push('\n');
    }
    insta::assert_snapshot!("forms", table);
}

/// Bodies are of the right shape, so that what is told is told to the sender: 401, 403 and 404 are answers to who
/// it is.
#[actix_web::test]
async fn every_route_of_the_api_as_every_role() {
    let app = TestApp::builder().demo().spawn().await;
    let world = World::build(&app).await;
    let asked = Asked::of(&app, &world).await;
    let (mut table, mut blind) = (String::new(), Vec::new());
    for route in routes().into_iter().filter(Route::is_api) {
        let method: reqwest::Method = route.method.to_uppercase().parse().unwrap();
        let (address, body) = asked.request(&route, &world);
        write!(table, "{} {}:", route.method, route.pattern).unwrap();
        for (who, person) in world.visitors() {
            let client = match person {
                Some(person) => app.api(person).await,
                None => ApiClient::new(&app.url, None),
            };
            let status = client.status_of(method.clone(), &address, body.clone()).await;
            write!(table, " {who}={status}").unwrap();
            if person.is_none() && status != 401 && !OPEN.contains(&route.pattern.as_str()) {
                blind.push(format!("{} {}", route.method, route.pattern));
            }
        }
        table.push('\n');
    }
    assert!(blind.is_empty(), "the walk proves nothing about these: {blind:#?}");
    insta::assert_snapshot!("api", table);
}

#[actix_web::test]
async fn no_form_is_taken_without_its_token() {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    let administrator = app.sign_in(&world.administrator).await;
    let mut taken = Vec::new();
    for route in routes().into_iter().filter(|route| !route.is_api() && route.method == "post") {
        let page = administrator.post_raw(&world.fill(&route.pattern), &[]).await;
        // The places where answers and drafts are saved by scripts answer the same way.
        if page.status != 403 {
            taken.push(format!("{} answered {}", route.pattern, page.status));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

#[actix_web::test]
async fn the_api_turns_strangers_away() {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    let asked = Asked::of(&app, &world).await;
    let mut table = BTreeMap::new();
    let client = reqwest::Client::new();
    for route in routes().into_iter().filter(Route::is_api) {
        let method: reqwest::Method = route.method.to_uppercase().parse().unwrap();
        let (address, body) = asked.request(&route, &world);
        let answer =
            client.request(method, format!("{}{address}", app.url)).json(&body).send().await.unwrap();
        if !OPEN.contains(&route.pattern.as_str()) {
            table.insert(format!("{} {}", route.method, route.pattern), answer.status().as_u16());
        }
    }
    let let_in: Vec<_> = table.iter().filter(|(_, status)| **status != 401).collect();
    assert!(let_in.is_empty(), "not turned away: {let_in:#?}");
    assert!(table.len() > 20, "the route table could not be read");
}

/// Every address in the paths has a route, and every route an address of the paths.
#[test]
fn the_table_and_the_paths_agree() {
    let routes = routes();
    let patterns: Vec<&str> = routes.iter().map(|route| route.pattern.as_str()).collect();
    for fixed in birge::web::paths::FIXED {
        assert!(patterns.contains(fixed), "{fixed} is an address without a route");
    }
}
