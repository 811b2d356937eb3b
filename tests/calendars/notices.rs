//! Force majeure: everybody concerned is told at once, and what was told is kept (T3).

use super::{book, on};
use crate::attendance::ground::Ground;
use birge::db::schema::{mails, session_notices};
use birge::kernel::PersonId;
use birge::web::paths;
use diesel::prelude::*;

const TEXT: &str = "Мост закрыт.\n\nВстречаемся у входа в парк.";

async fn told(ground: &Ground) -> Vec<(String, String)> {
    ground.app.run_jobs().await;
    let load = |r: &mut birge::db::Read| {
        Ok(mails::table
            .filter(mails::name.eq("session_notice"))
            .order(mails::id)
            .select((mails::to_address, mails::body_text))
            .load(r.conn())?)
    };
    ground.app.db.read(load).await.unwrap()
}

#[tokio::test]
async fn everybody_of_a_session_is_told_at_once_and_it_stays_written_down() {
    let ground = Ground::with(2).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let page = trainer.get(&paths::session(id)).await;
    assert!(page.html.contains(&paths::session_notices(id)), "the sheet leads there");
    let form = trainer.get(&paths::session_notices(id)).await;
    assert!(form.text().contains("Письмо сразу получат 2 человека"), "{}", form.text());
    let sent = trainer.post(&paths::session_notices(id), &[("text", TEXT)]).await;
    assert!(sent.text().contains("Письмо отправляется 2 людям"), "{}", sent.text());
    assert!(sent.text().contains("Встречаемся у входа в парк") && sent.text().contains("2 получателя"));

    let letters = told(&ground).await;
    let whom: Vec<&str> = letters.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(whom, [ground.people[0].0.email.as_str(), ground.people[1].0.email.as_str()]);
    for said in ["Мост закрыт.", "Встречаемся у входа в парк.", "10:00–11:30 по Иркутску", "Сообщает Ким"]
    {
        assert!(letters[0].1.contains(said), "{said}: {}", letters[0].1);
    }
    let kept: Vec<(String, i32, Option<PersonId>)> = ground
        .app
        .db
        .read(|r| {
            let columns = (session_notices::text, session_notices::recipients, session_notices::sent_by);
            Ok(session_notices::table.select(columns).load(r.conn())?)
        })
        .await
        .unwrap();
    assert_eq!(kept, [(TEXT.to_owned(), 2, Some(ground.trainer.id))]);
    assert_eq!(ground.app.audited("session-notice-sent").await, 1);
}

#[tokio::test]
async fn an_edition_is_told_with_its_other_trainers() {
    let ground = Ground::with(1).await;
    let second = ground.app.trainer("Второй").await;
    ground.app.teach(ground.edition, &second).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let path = paths::edition_notices(ground.edition);
    assert!(trainer.get(&paths::edition_sessions(ground.edition)).await.html.contains(&path));
    trainer.post(&path, &[("text", TEXT)]).await;
    let whom: Vec<String> = told(&ground).await.into_iter().map(|(to, _)| to).collect();
    assert_eq!(whom, [ground.people[0].0.email.clone(), second.email.clone()]);
}

#[tokio::test]
async fn a_message_needs_words_readers_and_the_right_sender() {
    let ground = Ground::with(1).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let (trainer, trainee) =
        (ground.app.sign_in(&ground.trainer).await, ground.app.sign_in(&ground.people[0].0).await);
    let path = paths::session_notices(id);
    let empty = trainer.post(&path, &[("text", " \r\n ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Заполните это поле"), "{}", empty.text());
    let long = "я".repeat(1001);
    let refused = trainer.post(&path, &[("text", &long)]).await;
    assert!(refused.status == 422 && refused.html.contains(&long), "nothing typed is lost");
    assert_eq!(trainee.post(&path, &[("text", TEXT)]).await.status, 403);
    let other = ground.app.sign_in(&ground.app.trainer("Чужой").await).await;
    assert_eq!(other.post(&path, &[("text", TEXT)]).await.status, 404);
    assert_eq!(other.get(&paths::edition_notices(ground.edition)).await.status, 404);
    assert!(told(&ground).await.is_empty());

    let lonely = Ground::with(0).await;
    let trainer = lonely.app.sign_in(&lonely.trainer).await;
    let path = paths::edition_notices(lonely.edition);
    assert!(trainer.get(&path).await.text().contains("Сообщать пока некому"));
    assert_eq!(trainer.post(&path, &[("text", TEXT)]).await.status, 422);
}
