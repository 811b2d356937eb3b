//! Many at once: the same person, and a whole hall within a minute.

use super::*;
use birge::db::schema::{check_ins, completions, ledger_entries};
use reqwest::Method;
use serde_json::json;
use std::collections::BTreeMap;

async fn rows(hall: &Hall) -> [i64; 4] {
    let load = |r: &mut birge::db::Read| {
        Ok([
            check_in_arrivals::table.count().get_result(r.conn())?,
            attendance_marks::table.count().get_result(r.conn())?,
            ledger_entries::table.count().get_result(r.conn())?,
            completions::table.count().get_result(r.conn())?,
        ])
    };
    hall.ground.app.db.read(load).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_check_ins_of_one_person_at_once_are_one() {
    let hall = Hall::open(1).await;
    let token = hall.ground.app.api_token(hall.person(0).0).await;
    let address = format!("{}/api/v1/sessions/{}/arrivals", hall.ground.app.url, hall.session);
    let (client, code) = (reqwest::Client::new(), hall.code());
    let mut tries = Vec::new();
    for _ in 0..200 {
        let request =
            client.request(Method::POST, &address).bearer_auth(&token).json(&json!({ "code": code }));
        tries.push(tokio::spawn(async move {
            let answer = request.send().await.unwrap();
            let status = answer.status().as_u16();
            (status, answer.json::<serde_json::Value>().await.unwrap()["first"].as_bool())
        }));
    }
    let mut told: BTreeMap<(u16, Option<bool>), usize> = BTreeMap::new();
    for one in tries {
        *told.entry(one.await.unwrap()).or_default() += 1;
    }
    assert_eq!(told.get(&(200, Some(true))), Some(&1), "{told:?}");
    assert_eq!(told.values().sum::<usize>(), 200);
    assert!(told.keys().all(|(status, _)| matches!(status, 200 | 503)), "{told:?}");
    assert_eq!(rows(&hall).await, [1, 1, 1, 1]);
}

/// A thousand people within one minute of the server's clock, each with the code that the projector shows in the
/// second they come (L1).
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_people_within_a_minute_are_each_marked_once() {
    let hall = Hall::open(1000).await;
    let app = &hall.ground.app;
    let address = format!("{}/api/v1/sessions/{}/arrivals", app.url, hall.session);
    let client = reqwest::Client::new();
    let mut tokens = Vec::new();
    for (person, _) in &hall.ground.people {
        tokens.push(app.api_token(person).await);
    }
    for (second, coming) in (0i64..).zip(tokens.chunks(17)) {
        hall.clock(second);
        let code = hall.code();
        let come = |token: &String| {
            let body = json!({ "code": code });
            let request = client.request(Method::POST, &address).bearer_auth(token).json(&body);
            tokio::spawn(async move { request.send().await.unwrap().status().as_u16() })
        };
        let answers: Vec<_> = coming.iter().map(come).collect();
        for answer in answers {
            assert_eq!(answer.await.unwrap(), 200, "in second {second}");
        }
        assert!(second < 60, "that was within a minute");
    }
    assert_eq!(rows(&hall).await, [1000; 4]);
    let opened: i64 = app.db.read(|r| Ok(check_ins::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(opened, 1);
    let screen = hall.trainer.get(&paths::check_in_screen(hall.session)).await;
    assert!(screen.text().contains("1000 / 1000 отметились"), "{}", screen.text());
}
