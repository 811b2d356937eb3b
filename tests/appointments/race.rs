//! Many want one time at the same moment.

use super::*;

/// One of sixty has it, and what everybody was told is what stands (S2).
#[tokio::test(flavor = "multi_thread")]
async fn sixty_at_once_for_one_time_are_one_booking() {
    let told = rush(60, "1").await;
    assert_eq!(told.iter().filter(|status| **status == 201).count(), 1);
    assert_eq!(told.iter().filter(|status| **status == 422).count(), 59);
}

/// A group of fifteen is fifteen.
#[tokio::test(flavor = "multi_thread")]
async fn forty_at_once_for_fifteen_places_are_fifteen() {
    let told = rush(40, "15").await;
    assert_eq!(told.iter().filter(|status| **status == 201).count(), 15);
    assert_eq!(told.iter().filter(|status| **status == 422).count(), 25);
}

async fn rush(people: usize, places: &str) -> Vec<u16> {
    let class = Class::open(people, ("14:00", "14:30"), "", places).await;
    let app = &class.ground.app;
    let slot = class.slots().await[0];
    let address = format!("{}/api/v1/appointments/{slot}/bookings", app.url);
    let client = reqwest::Client::new();
    let mut tries = Vec::new();
    for (person, _) in &class.ground.people {
        let (token, client, address) = (app.api_token(person).await, client.clone(), address.clone());
        tries.push(async move {
            // A server with more to do than it can says so, and is asked again.
            for _ in 0..200 {
                let request = client.post(&address).bearer_auth(&token).json(&serde_json::json!({}));
                let status = request.send().await.unwrap().status().as_u16();
                if status != 503 {
                    return status;
                }
            }
            503
        });
    }
    let tries: Vec<_> = tries.into_iter().map(tokio::spawn).collect();
    let mut told = Vec::new();
    for one in tries {
        told.push(one.await.unwrap());
    }
    let standing = class.standing().await;
    assert_eq!(standing.len(), told.iter().filter(|status| **status == 201).count());
    let mut people: Vec<_> = standing.iter().map(|one| one.2).collect();
    people.sort();
    people.dedup();
    assert_eq!(people.len(), standing.len(), "each once");
    told
}

/// Two swap for the same free time at once: one has it, the other keeps their own.
#[tokio::test(flavor = "multi_thread")]
async fn two_swap_for_one_time_and_nobody_is_left_with_nothing() {
    let class = Class::open(2, ("14:00", "15:30"), "30", "1").await;
    let slots = class.slots().await;
    class.book(0, slots[0]).await;
    class.book(1, slots[1]).await;
    let mut tries = Vec::new();
    for (place, (booking, ..)) in class.standing().await.into_iter().enumerate() {
        let app = &class.ground.app;
        let token = app.api_token(&class.ground.people[place].0).await;
        let address = format!("{}/api/v1/appointment-bookings/{booking}/swap", app.url);
        let body = serde_json::json!({ "appointment_id": slots[2] });
        tries.push(tokio::spawn(async move {
            let client = reqwest::Client::new();
            client.post(&address).bearer_auth(&token).json(&body).send().await.unwrap().status().as_u16()
        }));
    }
    let mut told = Vec::new();
    for one in tries {
        told.push(one.await.unwrap());
    }
    told.sort_unstable();
    assert_eq!(told, [201, 422]);
    let standing = class.standing().await;
    assert_eq!(standing.len(), 2);
    assert_eq!(standing.iter().filter(|one| one.1 == slots[2]).count(), 1);
}
