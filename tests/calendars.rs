//! Calendars to look at and to subscribe to, invitations by mail, and telling everybody concerned (T1, T3).

use crate::attendance::ground::Ground;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use birge::attendance::actions;
use birge::attendance::rules::{Booking, SessionMode};
use birge::kernel::{EditionId, SessionId};
use birge::web::paths;

mod by_api;
mod feeds;
mod invitations;
mod letters;
mod notices;
mod pages;
mod parsers;

/// A session of the ground's edition, booked by its trainer on a day of its own.
async fn book(ground: &Ground, edition: EditionId, booking: Booking) -> SessionId {
    let (actor, now) = (ground.app.actor(&ground.trainer).await, ground.app.now());
    ground.app.db.write(move |w| actions::book(w, &actor, edition, &booking, now)).await.unwrap()
}

/// A booking of the practicum on another day.
fn on(ground: &Ground, day: &str, hours: (&str, &str)) -> Booking {
    Booking { held_on: day.parse().unwrap(), ..ground.booking(ground.practicum, hours, SessionMode::Mixed) }
}

/// Changes a session as its trainer.
async fn change(ground: &Ground, id: SessionId, booking: Booking) {
    let (actor, now) = (ground.app.actor(&ground.trainer).await, ground.app.now());
    ground.app.db.write(move |w| actions::change(w, &actor, id, &booking, now)).await.unwrap();
}

/// Cancels a session as its trainer.
async fn cancel(ground: &Ground, id: SessionId, reason: &'static str) {
    let (actor, now) = (ground.app.actor(&ground.trainer).await, ground.app.now());
    ground.app.db.write(move |w| actions::cancel(w, &actor, id, reason, now)).await.unwrap();
}

/// Makes an address and answers its path.
async fn subscribe(browser: &Browser, fields: &[(&str, &str)]) -> String {
    let page = browser.post(paths::CALENDAR_FEEDS, fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    path_on(&page)
}

fn path_on(page: &Page) -> String {
    let (_, rest) = page.html.split_once("/calendar-feeds/").expect("an address on the page");
    format!("/calendar-feeds/{}", rest.split('"').next().unwrap())
}

/// What a program without any cookie is given.
async fn fetched(ground: &Ground, path: &str) -> Page {
    ground.app.stranger().get(path).await
}

/// Lets the five minutes pass that letters about changes wait for.
async fn wait(ground: &Ground) {
    ground.app.clock.set(ground.app.now().plus_minutes(5));
    ground.app.run_jobs().await;
}

/// What a letter's file says, its lines put together: letters go to the folder of the test.
async fn files(ground: &Ground, name: &str) -> Vec<String> {
    wait(ground).await;
    let folder = ground.app.kit.settings.data_dir.join("mail");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<std::path::PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(&format!("-{name}.eml")))
        .collect();
    found.sort();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    found.iter().map(|path| read(path).replace("\r\n", "\n").replace("\n ", "")).collect()
}

/// Asks for invitations by mail.
async fn invite(ground: &Ground, person: &Person) {
    let browser = ground.app.sign_in(person).await;
    let page = browser.post(paths::CALENDAR_INVITATIONS, &[("invited", "on")]).await;
    assert_eq!(page.path, paths::CALENDAR_FEEDS, "{}", page.text());
}
