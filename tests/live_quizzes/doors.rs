//! Coming in: by code, as a trainee, as a guest, late, again, with a code of nothing.

use super::*;

#[tokio::test]
async fn a_code_of_nothing_says_so_and_guessing_is_stopped() {
    let app = TestApp::builder().limited().spawn().await;
    let hall = Hall::with(app, Course::sample()).await;
    let live = hall.start(&[]).await;
    let wrong = if live.code == "000000" { "000001" } else { "000000" };
    let browser = hall.app.stranger();
    let page = browser.get(&paths::live_door(wrong)).await;
    assert_eq!(page.status, 404);
    assert!(page.text().contains("Квиза с таким кодом нет"), "{}", page.text());
    // Right codes cost nothing: a hall comes in from behind one address.
    for _ in 0..60 {
        assert_eq!(browser.get(&paths::live_door(&live.code)).await.status, 200);
    }
    let mut tries = 0;
    while browser.get(&paths::live_door(wrong)).await.status != 429 {
        tries += 1;
        assert!(tries < 1000, "nobody stops the guessing");
    }
    let right = browser.get(&paths::live_door(&live.code)).await;
    assert_eq!(right.status, 429, "then a right one is not told from a wrong one either");
    assert_ne!(right.header("retry-after"), "");
}

#[tokio::test]
async fn the_code_is_read_with_its_space_and_leads_in() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let browser = hall.app.stranger();
    let spoken = format!("{}%20{}", &live.code[..3], &live.code[3..]);
    let page = browser.get(&format!("{}?code={spoken}", paths::JOIN)).await;
    assert!(page.text().contains("Как вас зовут"), "{}", page.text());
    let unknown = browser.get(&paths::live_play(&live.code)).await;
    assert_eq!(unknown.path, paths::JOIN, "whoever does not play is led to the door");
    let events = Events::ask(&browser, &paths::live_events(&live.code), "").await;
    assert_eq!(events.status().as_u16(), 404);
}

#[tokio::test]
async fn a_guest_comes_back_as_the_same_player_and_two_cannot_share_a_name() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    let phone = live.guest("Айгүл").await;
    let back = phone.browser.get(&paths::live_door(&live.code)).await;
    assert_eq!(back.path, paths::live_play(&live.code));
    assert_eq!(live.picture().await.players.len(), 1);
    let other = hall.app.stranger();
    let csrf = other.get(paths::JOIN).await.value_of("csrf");
    let csrf = match csrf {
        Some(csrf) => csrf,
        None => other.get(&paths::live_door(&live.code)).await.value_of("csrf").unwrap(),
    };
    let fields = [("csrf", csrf.as_str()), ("code", &live.code), ("name", " айгүл ")];
    let taken = other.post_raw(paths::JOIN, &fields).await;
    assert_eq!(taken.status, 422);
    assert!(taken.text().contains("Это имя уже занято"), "{}", taken.text());
    let forged = hall.app.stranger().with_cookie("birge_live", "1.AAAA");
    assert_eq!(
        forged.get(&paths::live_play(&live.code)).await.path,
        paths::JOIN,
        "a forged cookie is nobody"
    );
    let second = hall.start(&[]).await;
    let elsewhere = phone.browser.get(&paths::live_play(&second.code)).await;
    assert_eq!(elsewhere.path, paths::JOIN, "a player of one live quiz is nobody in another");
}

#[tokio::test]
async fn trainees_are_known_by_their_account_on_every_device() {
    let hall = Hall::open().await;
    let live = hall.start(&[("guests", "")]).await;
    let person = hall.app.person("Серикова").await;
    hall.app.enrol(hall.edition, &person).await;
    let phone = live.known(&hall.app.sign_in(&person).await).await;
    assert!(phone.look().await.text().contains("Серикова А. С."));
    let tablet = hall.app.sign_in(&person).await;
    let page = tablet.get(&paths::live_door(&live.code)).await;
    assert_eq!(page.path, paths::live_play(&live.code));
    assert_eq!(live.picture().await.players.len(), 1);
    let outsider = hall.app.person("Посторонний").await;
    let outsider = hall.app.sign_in(&outsider).await;
    for browser in [&outsider, &hall.app.stranger()] {
        let page = browser.get(&paths::live_door(&live.code)).await.text();
        assert!(page.contains("участвуют только слушатели потока"), "{page}");
    }
    outsider.post(paths::JOIN, &[("code", &live.code), ("name", "Я")]).await;
    assert_eq!(live.picture().await.players.len(), 1);
}

#[tokio::test]
async fn late_is_fine_and_after_the_end_the_door_is_shut() {
    let hall = Hall::open().await;
    let live = hall.start(&[]).await;
    live.step("opened").await;
    live.step("closed").await;
    live.step("opened").await;
    let late = live.guest("Опоздал").await;
    assert!(late.look().await.text().contains("Несколько ответов?"), "a late comer answers what is on show");
    live.step("ended").await;
    let page = hall.app.stranger().get(&paths::live_door(&live.code)).await.text();
    assert!(page.contains("Этот квиз закончился"), "{page}");
    assert!(late.look().await.text().contains("Квиз завершён"), "who played sees the end");
}
