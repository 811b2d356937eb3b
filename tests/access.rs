//! Every route as every role and as a stranger, against one snapshot: who gets in, who is sent to sign in,
//! who is told that there is no such thing.

use crate::support::app::TestApp;
use crate::support::browser::Browser;
use crate::support::world::World;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A route as the table declares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    pattern: String,
    method: String,
}

/// Routes that are meant for whoever comes; everything else must turn a stranger away.
const OPEN: &[&str] = &[
    "/",
    "/api/v1/openapi.json",
    "/api/v1/tokens",
    "/api/v1/verifications/{public_id}",
    "/assets/{version}/{name:.*}",
    "/health/live",
    "/health/ready",
    "/join",
    "/language/{language}",
    "/links/{token}",
    "/password-reset",
    "/sight",
    "/sign-in",
    "/sign-out",
    "/styleguide",
    "/v/{public_id}",
];

#[actix_web::test]
async fn every_route_as_every_role() {
    let app = TestApp::builder().demo().spawn().await;
    let world = World::build(&app).await;
    let visitors: Vec<(&str, Browser)> = vec![
        ("stranger", app.stranger()),
        ("trainee", app.sign_in(&world.trainee).await),
        ("other trainee", app.sign_in(&world.other_trainee).await),
        ("trainer", app.sign_in(&world.trainer).await),
        ("other trainer", app.sign_in(&world.other_trainer).await),
        ("coordinator", app.sign_in(&world.coordinator).await),
        ("administrator", app.sign_in(&world.administrator).await),
    ];
    let mut table = String::new();
    let mut open_doors = Vec::new();
    for route in
        routes().into_iter().filter(|route| !route.pattern.starts_with("/api/") && route.method == "get")
    {
        let address = world.fill(&route.pattern);
        let mut line = String::new();
        for (who, browser) in &visitors {
            let page = bare_get(browser, &address).await;
            write!(line, " {who}={page}").unwrap();
            let let_in = page == "200" && *who == "stranger";
            if let_in && !OPEN.contains(&route.pattern.as_str()) {
                open_doors.push(route.pattern.clone());
            }
        }
        writeln!(table, "{} {}:{line}", route.method, route.pattern).unwrap();
    }
    assert!(open_doors.is_empty(), "a stranger gets in: {open_doors:?}");
    insta::assert_snapshot!("pages", table);
}

#[actix_web::test]
async fn no_form_is_taken_without_its_token() {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    let administrator = app.sign_in(&world.administrator).await;
    let mut taken = Vec::new();
    for route in
        routes().into_iter().filter(|route| !route.pattern.starts_with("/api/") && route.method == "post")
    {
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
    let mut table = BTreeMap::new();
    let client = reqwest::Client::new();
    for route in routes().into_iter().filter(|route| route.pattern.starts_with("/api/")) {
        let method: reqwest::Method = route.method.to_uppercase().parse().unwrap();
        let answer = client
            .request(method, format!("{}{}", app.url, world.fill(&route.pattern)))
            .json(&serde_json::json!({}))
            .send()
            .await
            .unwrap();
        if !OPEN.contains(&route.pattern.as_str()) {
            table.insert(format!("{} {}", route.method, route.pattern), answer.status().as_u16());
        }
    }
    // A body that is no JSON of the right shape may be refused before anybody asks who sends it.
    let let_in: Vec<_> = table.iter().filter(|(_, status)| ![400, 401, 422].contains(*status)).collect();
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

/// The status of a page before any redirect is followed.
async fn bare_get(browser: &Browser, path: &str) -> String {
    let status = browser.status_of(path).await;
    status.to_string()
}

/// The route table, read from its source.
fn routes() -> Vec<Route> {
    let table = crate::support::route_table();
    let paths = std::fs::read_to_string("src/web/paths.rs").unwrap();
    let constant = |name: &str| {
        let start = paths.find(&format!("    {name} = \"")).unwrap_or_else(|| panic!("no path {name}"));
        paths[start..].split('"').nth(1).unwrap().to_owned()
    };
    let flat = table.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut routes = Vec::new();
    for (at, _) in flat.match_indices(".route(") {
        let call = &flat[at + 7..];
        let (target, rest) = call.split_once(',').unwrap();
        let target = target.trim();
        let pattern = match target.strip_prefix("paths::") {
            Some(name) => constant(name),
            None => target.trim_matches('"').to_owned(),
        };
        let method = rest.trim().split('(').next().unwrap().rsplit("::").next().unwrap().to_owned();
        routes.push(Route { pattern, method });
    }
    routes.sort();
    routes
}
