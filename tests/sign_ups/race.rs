//! Two hundred people want twenty places at the same moment.

use super::*;
use reqwest::Method;
use std::collections::{BTreeMap, BTreeSet};

/// Twenty have a place and a hundred and eighty wait as the first to the last, each once, in the order of arrival (L5);
/// what everybody was told is what stands.
#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_at_once_for_twenty_places_are_twenty_and_a_queue() {
    let class = Class::with(200, 20).await;
    let app = &class.ground.app;
    let address = format!("{}/api/v1/sessions/{}/sign-up", app.url, class.session);
    let client = reqwest::Client::new();
    let mut tries = Vec::new();
    for (person, enrolment) in &class.ground.people {
        let (token, client, address) = (app.api_token(person).await, client.clone(), address.clone());
        let who = *enrolment;
        tries.push(async move {
            // A server with more to do than it can says so, and is asked again.
            for _ in 0..200 {
                let request = client.request(Method::POST, &address).bearer_auth(&token);
                let answer = request.send().await.unwrap();
                let status = answer.status().as_u16();
                if status == 503 {
                    continue;
                }
                let told: serde_json::Value = answer.json().await.unwrap();
                assert_eq!(status, 201, "{told}");
                return (who, told["position"].as_u64());
            }
            panic!("{who} was never let in");
        });
    }
    let tries: Vec<_> = tries.into_iter().map(tokio::spawn).collect();
    let mut told = BTreeMap::new();
    for one in tries {
        let (who, position) = one.await.unwrap();
        assert!(told.insert(who, position).is_none());
    }
    let with_a_place = told.values().filter(|position| position.is_none()).count();
    let positions: BTreeSet<u64> = told.values().copied().flatten().collect();
    assert_eq!(with_a_place, 20);
    assert_eq!(positions, (1..=180).collect(), "every position once");

    let standing = class.standing().await;
    assert_eq!(standing.len(), 200, "each once");
    let states: Vec<bool> = standing.iter().map(|(_, confirmed)| *confirmed).collect();
    let in_order: Vec<bool> = (0..200).map(|place| place < 20).collect();
    assert_eq!(states, in_order, "the first twenty who came, and nobody passed them");
    let queue = standing.iter().filter(|(_, confirmed)| !confirmed);
    for (position, (who, _)) in (1..).zip(queue) {
        assert_eq!(told[who], Some(position));
    }
}

/// Twenty places become free at once while forty wait: twenty are promoted, the first ones, each with one letter.
#[tokio::test(flavor = "multi_thread")]
async fn twenty_who_give_up_at_once_make_place_for_the_next_twenty() {
    let class = Class::with(60, 20).await;
    for place in 0..60 {
        let api = class.ground.app.api(&class.ground.people[place].0).await;
        let path = format!("/api/v1/sessions/{}/sign-up", class.session);
        assert_eq!(api.post(&path, serde_json::json!({})).await.status, 201);
    }
    let address = format!("{}/api/v1/sessions/{}/sign-up", class.ground.app.url, class.session);
    let mut leaving = Vec::new();
    for (person, _) in &class.ground.people[..20] {
        let (token, address) = (class.ground.app.api_token(person).await, address.clone());
        leaving.push(tokio::spawn(async move {
            let client = reqwest::Client::new();
            for _ in 0..200 {
                let status = client.delete(&address).bearer_auth(&token).send().await.unwrap().status();
                if status.as_u16() != 503 {
                    return status.as_u16();
                }
            }
            503
        }));
    }
    for one in leaving {
        assert_eq!(one.await.unwrap(), 200);
    }
    let wanted: Vec<(EnrolmentId, bool)> =
        (20..60).map(|place| (class.enrolment(place), place < 40)).collect();
    assert_eq!(class.standing().await, wanted);
    let mut letters = class.written("place_promoted").await;
    letters.sort();
    let promoted: Vec<_> = (20..40).map(|place| Some(class.ground.people[place].0.id)).collect();
    assert_eq!(letters, promoted);
}
