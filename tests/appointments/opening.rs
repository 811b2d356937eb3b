//! Opening consultations, one and many, and what speaks against them.

use super::*;
use birge::attendance::rules::SessionMode;

#[tokio::test]
async fn a_row_is_looked_at_first_and_opened_then() {
    let class = Class::with(0).await;
    let edition = class.ground.edition;
    let row = [
        ("held_on", "2026-09-16"),
        ("starts", "14:00"),
        ("ends", "17:00"),
        ("every", "30"),
        ("weekday", "wed"),
        ("weeks", "2"),
    ];
    let seen = class.send(&paths::appointment_dry_runs(edition), &row).await;
    assert_eq!(seen.status, 200);
    assert!(seen.text().contains("Можно открыть 12 консультаций"), "{}", seen.text());
    assert!(seen.text().contains("ср, 23 сентября"), "{}", seen.text());
    assert!(class.slots().await.is_empty(), "nothing is opened by looking");
    let opened = class.open_more(&row).await;
    assert!(opened.text().contains("Открыто 12 консультаций"), "{}", opened.text());
    assert_eq!(class.slots().await.len(), 12);
    let new = class.trainer.get(&paths::new_appointments(edition)).await;
    assert!(
        new.html.contains(&format!("value=\"{}\" selected", class.ground.trainer.id)),
        "one's own at first"
    );
    let page = class.trainer.get(&paths::edition(edition)).await;
    assert!(page.html.contains(&paths::edition_appointments(edition)), "found from the edition");
}

#[tokio::test]
async fn what_is_in_the_way_is_named_and_the_rest_can_be_opened() {
    let class = Class::with(0).await;
    let ground = &class.ground;
    ground.session(ground.practicum, ("14:00", "15:30"), SessionMode::InPerson).await;
    let row = [("held_on", "2026-09-15"), ("starts", "15:00"), ("ends", "16:30"), ("every", "30")];
    let refused = class.open_more(&row).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Занятие practicum"), "{}", refused.text());
    assert!(refused.text().contains("Часть времени занята"), "{}", refused.text());
    assert!(refused.html.contains("value=\"15:00\""), "what was typed is not lost");
    assert!(class.slots().await.is_empty());
    let rest: Vec<_> = row.into_iter().chain([("skip", "on")]).collect();
    let opened = class.open_more(&rest).await;
    assert!(opened.text().contains("Открыты 2 консультации"), "{}", opened.text());

    let over = class.open_more(&[("held_on", "2026-09-15"), ("starts", "16:15"), ("ends", "16:45")]).await;
    assert_eq!(over.status, 422);
    assert!(over.text().contains("консультация: 2-й поток, вт, 15 сентября, 16:00–16:30"), "{}", over.text());
    let after = [("held_on", "2026-09-15"), ("starts", "16:30"), ("ends", "17:00")];
    assert_eq!(class.open_more(&after).await.status, 200, "back to back is no overlap");
    // Whoever consults at the time does not stop a colleague.
    let other = ground.app.trainer("Ли").await;
    ground.app.teach(ground.edition, &other).await;
    let who = other.id.to_string();
    let same = [("held_on", "2026-09-15"), ("starts", "16:00"), ("ends", "16:30"), ("trainer", who.as_str())];
    assert_eq!(class.open_more(&same).await.status, 200);
}

#[tokio::test]
async fn every_fault_is_named_with_its_field() {
    let class = Class::with(0).await;
    let wrong: [(&[(&str, &str)], &str); 10] = [
        (&[("starts", "25:00")], "field-starts"),
        (&[("starts", "15:00"), ("ends", "14:00")], "field-ends"),
        (&[("held_on", "2026-09-14")], "field-held_on"),
        (&[("held_on", "2027-01-15")], "field-held_on"),
        (&[("every", "45")], "field-every"),
        (&[("capacity", "51")], "field-capacity"),
        (&[("capacity", "0")], "field-capacity"),
        (&[("mode", "in_person"), ("link", "")], "field-place"),
        (&[("link", "javascript:alert(1)")], "field-link"),
        (&[("minutes", "30")], "field-activity"),
    ];
    for (fields, at) in wrong {
        let page = class.open_more(fields).await;
        assert_eq!(page.status, 422, "{fields:?}: {}", page.text());
        assert!(page.html.contains(&format!("href=\"#{at}\"")), "{fields:?}: {}", page.text());
    }
    let foreign = class.ground.app.trainer("Чужой").await.id.to_string();
    let page = class.open_more(&[("trainer", foreign.as_str())]).await;
    assert!(page.html.contains("href=\"#field-trainer\""), "{}", page.text());
    let practicum = class.ground.practicum.to_string();
    let long = [("activity", practicum.as_str()), ("minutes", "31")];
    let page = class.open_more(&long).await;
    assert!(page.html.contains("href=\"#field-minutes\""), "{}", page.text());
    assert!(class.slots().await.is_empty());
}

#[tokio::test]
async fn closed_hours_are_closed_for_consultations_too() {
    let class = Class::with(0).await;
    let api = class.ground.app.api(&class.ground.trainer).await;
    let hours = serde_json::json!({ "weekdays": ["fri"], "starts": "13:00", "ends": "15:00", "what": "Совещание",
        "from": "2026-09-01", "to": "2026-11-30" });
    let closed = api.post(&format!("/api/v1/editions/{}/closed-hours", class.ground.edition), hours).await;
    assert_eq!(closed.status, 201, "{}", closed.html);
    let refused = class.open_more(&[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Совещание"), "{}", refused.text());
}
