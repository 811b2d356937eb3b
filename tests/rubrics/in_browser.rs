//! With scripts: what is chosen for the own work is kept without a button, and a grader is told at once that the rubric
//! was changed.

use super::{change, room_with};
use crate::browser::chrome::Chrome;
use crate::cases::Room;
use crate::support::Person;
use crate::support::fixtures::PASSWORD;
use birge::web::paths;
use std::time::Duration;

async fn enter(chrome: &Chrome, room: &Room, person: &Person) {
    room.app.give_password(person).await;
    chrome.go(&format!("{}{}", room.app.url, paths::SIGN_IN)).await;
    let script = format!(
        "document.querySelector('[name=email]').value = '{}';
        document.querySelector('[name=password]').value = '{PASSWORD}';
        document.querySelector('main form').requestSubmit();",
        person.email
    );
    run(chrome, &script).await;
    until(chrome, "!document.querySelector('[name=password]')").await;
}

async fn run(chrome: &Chrome, script: &str) {
    chrome.driver.execute(script, vec![]).await.unwrap();
}

/// Waits until something holds on the page.
async fn until(chrome: &Chrome, what: &str) {
    for _ in 0..200 {
        let holds = chrome.driver.execute(&format!("return Boolean({what})"), vec![]).await;
        if holds.is_ok_and(|holds| holds.json() == true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it never comes to {what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_for_the_own_work_is_kept_by_itself() {
    let room = room_with("submissions = 3", "submissions = 3\nself_assessment = \"required\"").await;
    let chrome = Chrome::open("ru").await;
    enter(&chrome, &room, &room.trainee).await;
    chrome.go(&format!("{}{}", room.app.url, room.path())).await;
    chrome.wakes().await;
    run(&chrome, "document.querySelector('[name=\"own.grasp\"][value=\"4\"]').click()").await;
    until(&chrome, "document.querySelector('[data-state=saved]:not([hidden])')").await;
    let kept = room.open().await;
    let grasp = kept.html.split("name=\"own.grasp\" value=\"4\"").nth(1).unwrap();
    assert!(grasp.split('>').next().unwrap().contains("checked"), "{}", kept.html);
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_rubric_is_told_while_marks_are_typed() {
    let room = Room::new().await;
    room.hand_in("Решение", &[]).await;
    let id = room.last().await;
    let chrome = Chrome::open("ru").await;
    enter(&chrome, &room, &room.trainer).await;
    chrome.go(&format!("{}/submissions/{id}", room.app.url)).await;
    chrome.wakes().await;
    change(&room, "1", false).await;
    run(&chrome, "document.querySelector('[name=\"points.tone\"][value=\"3\"]').click()").await;
    until(&chrome, "document.querySelector('[data-rubric-changed]:not([hidden])')").await;
    let page = super::desk(&room.grader, id).await.text();
    assert!(page.contains("Из версии 1 не перенесено: Тон: 3"), "{page}");
    chrome.close().await;
}
