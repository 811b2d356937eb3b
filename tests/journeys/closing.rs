//! The last day of a group in a real Chromium: an administrator signs the closing order, issues thirty documents at once
//! and takes the whole file of the group away. What came before, the learning and the papers up to the protocol of the
//! commission, is arranged behind the pages.

use crate::browser::chrome::Chrome;
use crate::documents::centre::Centre;
use crate::support::PASSWORD;
use crate::support::orders::{begin, edit, filled, number_group, sign, term};
use crate::support::paper::words;
use serde_json::json;
use std::io::{Cursor, Read as _};
use thirtyfour::By;

const PEOPLE: usize = 30;

/// Thirty people who have learnt everything and passed: all but the closing order is signed.
async fn examined() -> Centre {
    let centre = Centre::new().await;
    for number in 1..=PEOPLE {
        let (person, _) = centre.ready(&format!("Слушатель-{number:02}")).await;
        centre.app.record_diploma(&centre.administrator, person.id).await;
        centre.app.spell_in_russian(&centre.administrator, person.id).await;
    }
    let client = centre.api().await;
    number_group(&client, centre.edition).await;
    let (starts, ends) = term(&centre.app, centre.edition).await;
    for (kind, dated) in
        [("enrolment", &starts), ("commission", &starts), ("assessment_sheet", &ends), ("protocol", &ends)]
    {
        let draft = begin(&client, centre.edition, json!({ "kind": kind })).await;
        let draft = edit(&client, &draft, filled(&draft)).await;
        sign(&client, &draft, json!({ "dated": dated })).await;
    }
    centre.app.give_password(&centre.administrator).await;
    centre
}

async fn signed_in(centre: &Centre) -> Chrome {
    let chrome = Chrome::open("ru").await;
    chrome.go(&format!("{}/sign-in", centre.app.url)).await;
    chrome.fill("email", &centre.administrator.email).await;
    chrome.fill("password", PASSWORD).await;
    chrome.press("Войти").await;
    chrome.arrives(|path| path != "/sign-in").await;
    chrome
}

/// From «Документы группы» to the signed order, dated by the last day of the course.
async fn signs_the_closing_order(centre: &Centre, chrome: &Chrome) {
    chrome.go(&format!("{}/editions/{}/orders", centre.app.url, centre.edition)).await;
    chrome.sees("Приказ о завершении обучения и отчислении").await;
    let prepare = By::Css("form:has([name=kind][value=closing]) button");
    chrome.driver.find(prepare).await.unwrap().click().await.unwrap();
    chrome.arrives(|path| path.ends_with("/edit")).await;
    chrome.sees("Слушатель-30").await;
    chrome.press("Сохранить проект").await;
    chrome.sees("Проект сохранён").await;
    let (_, ends) = term(&centre.app, centre.edition).await;
    chrome.fill("dated", &ends).await;
    chrome.press("Отметить как подписанный").await;
    chrome.confirm("Отметить как подписанный").await;
    chrome.sees("Документ подписан, номер").await;
}

/// Everybody is chosen already: one press.
async fn issues_to_everybody(centre: &Centre, chrome: &Chrome) {
    chrome.go(&format!("{}/editions/{}/orders", centre.app.url, centre.edition)).await;
    chrome.press("выдаче").await;
    chrome.sees(&format!("Готовы получить документ: {PEOPLE}")).await;
    chrome.press(&format!("Выдать документы ({PEOPLE})")).await;
    chrome.sees(&format!("Выдано документов: {PEOPLE}.")).await;
    chrome.sees("УПК-2026/0030").await;
    centre.app.run_jobs().await;
}

/// The archive, taken from the page as a browser takes it.
async fn takes_the_group_file(centre: &Centre, chrome: &Chrome) -> Vec<u8> {
    chrome.go(&format!("{}/editions/{}/orders", centre.app.url, centre.edition)).await;
    chrome.press("Дело группы").await;
    chrome.press("Собрать дело группы").await;
    chrome.sees("Дело собирается").await;
    centre.app.run_jobs().await;
    // The page looks for itself how far it is.
    chrome.sees("Скачать дело").await;
    let address = centre.app.stranger().absolute(&chrome.link_to("Скачать дело").await);
    let cookie = format!("birge_session={}", chrome.cookie("birge_session").await);
    let answer = reqwest::Client::new().get(address).header("cookie", cookie).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    answer.bytes().await.unwrap().to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn m4_row_07_from_the_closing_order_to_thirty_documents_and_the_group_file() {
    let centre = examined().await;
    let chrome = signed_in(&centre).await;
    signs_the_closing_order(&centre, &chrome).await;
    issues_to_everybody(&centre, &chrome).await;
    let archive = takes_the_group_file(&centre, &chrome).await;
    chrome.close().await;

    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut papers = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        papers.push((name, bytes));
    }
    let documents = papers.iter().filter(|(name, _)| name.starts_with("Документы/"));
    let documents: Vec<String> = documents.map(|(_, pdf)| words(pdf)).collect();
    assert_eq!(documents.len(), PEOPLE);
    for number in 1..=PEOPLE {
        let theirs = documents.iter().filter(|text| text.contains(&format!("Слушатель-{number:02}")));
        assert_eq!(theirs.count(), 1, "one document for the learner {number}");
        let named = documents.iter().filter(|text| text.contains(&format!("УПК-2026/{number:04}")));
        assert_eq!(named.count(), 1, "the number {number} stands on one document");
    }
    for part in ["Приказ", "Ведомость", "Протокол", "Выписка", "Опись"] {
        assert!(papers.iter().any(|(name, _)| name.contains(part)), "{part} is in the file of the group");
    }
}
