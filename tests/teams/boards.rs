//! Making teams: by hand, and balanced.

use super::{NAMES, TeamRoom};
use birge::db::schema::people;
use birge::teams::store;
use diesel::prelude::*;

#[tokio::test]
async fn a_trainer_makes_names_and_empties_teams() {
    let room = TeamRoom::new().await;
    let set = format!("/team-sets/{}", room.set);
    let page = room.grader.get(&set).await.text();
    assert!(
        page.contains("Команда 1") && page.contains("Команда 2") && page.contains("Без команды"),
        "{page}"
    );
    assert!(NAMES.iter().all(|name| page.contains(name)), "{page}");
    let list = room.grader.get(&format!("/editions/{}/teams", room.edition)).await.text();
    assert!(list.contains("без команды: 4") && list.contains("В команде от 2 до 3 человек"), "{list}");

    room.place(0, Some(0)).await;
    let taken = room.grader.post(&format!("/teams/{}", room.teams[1]), &[("name", "команда 1")]).await;
    assert_eq!(taken.status, 422);
    assert!(
        taken.text().contains("Команда с таким названием уже есть")
            && taken.html.contains("value=\"команда 1\"")
    );
    let renamed = room.grader.post(&format!("/teams/{}", room.teams[1]), &[("name", "Ветер степи")]).await;
    assert!(renamed.text().contains("Ветер степи"), "{}", renamed.text());
    assert_eq!(room.grader.post(&format!("{set}/teams"), &[("name", " ")]).await.status, 422);
    assert!(room.grader.post(&format!("{set}/teams"), &[("name", "Третья")]).await.text().contains("Третья"));

    let full = room.grader.post(&format!("/teams/{}/removal", room.teams[0]), &[]).await;
    assert_eq!(full.status, 409, "a team with people is not removed");
    let gone = room.grader.post(&format!("/teams/{}/removal", room.teams[1]), &[]).await;
    assert!(!gone.text().contains("Ветер степи"), "{}", gone.text());
    room.place(0, None).await;
    let stranger = [("enrolment", "999999"), ("team", "")];
    assert_eq!(room.grader.post(&format!("{set}/members"), &stranger).await.status, 422);
    for action in ["team-set-made", "team-made", "team-renamed", "team-removed"] {
        assert_eq!(room.app.audited(action).await, 1, "{action}");
    }
}

#[tokio::test]
async fn a_preview_changes_nothing_until_it_is_taken() {
    let room = TeamRoom::new().await;
    let balance = format!("/team-sets/{}/balance", room.set);
    let look = room.grader.get(&format!("{balance}?teams=2&seed=5")).await;
    let text = look.text();
    assert!(text.contains("Пока ничего не изменилось") && text.contains("2 чел."), "{text}");
    let unplaced = |room: &TeamRoom| {
        let (edition, set) = (room.edition, room.set);
        let db = room.app.db.clone();
        async move {
            let read = db.read(move |r| store::people(r, (edition, set), birge::kernel::Language::Ru));
            read.await.unwrap().into_iter().filter(|one| one.team.is_none()).count()
        }
    };
    assert_eq!(unplaced(&room).await, 4);
    let wrong = room.grader.get(&format!("{balance}?teams=9")).await;
    assert_eq!(wrong.status, 422);

    let of = look.value_of("of").unwrap();
    let seen = [("teams", "2"), ("seed", "5"), ("of", of.as_str())];
    let newcomer = room.app.person("Новенькая").await;
    room.app.enrol(room.edition, &newcomer).await;
    let changed = room.grader.post(&balance, &seen).await;
    assert_eq!(changed.status, 409);
    assert!(changed.text().contains("Состав потока изменился"), "{}", changed.text());
    assert_eq!(unplaced(&room).await, 5, "what nobody has seen is not taken");
    let of = changed.value_of("of").unwrap();
    let taken = room.grader.post(&balance, &[("teams", "2"), ("seed", "5"), ("of", &of)]).await;
    assert_eq!(taken.status, 200, "{}", taken.text());
    assert_eq!(unplaced(&room).await, 0);
}

#[tokio::test]
async fn once_a_team_has_handed_in_nobody_is_dealt_anew() {
    let room = TeamRoom::filled().await;
    room.handed_in().await;
    let page = room.grader.get(&format!("/team-sets/{}", room.set)).await.text();
    assert!(
        page.contains("Команды уже сдали работы") && !page.contains("Посмотреть, что получится"),
        "{page}"
    );
    let look = room.grader.get(&format!("/team-sets/{}/balance?teams=2", room.set)).await;
    assert_eq!(look.status, 409);
    let take =
        room.grader.post(&format!("/team-sets/{}/balance", room.set), &[("teams", "2"), ("of", "0")]).await;
    assert_eq!(take.status, 409);
    room.place(3, Some(0)).await;
}

#[tokio::test]
async fn a_case_uses_one_set_and_keeps_it_once_it_was_handed_in() {
    let room = TeamRoom::filled().await;
    let made = [("name", "Другие"), ("teams", "1")];
    let page = room.grader.post(&format!("/editions/{}/teams", room.edition), &made).await;
    let other = page.path.clone();
    let case = room.case.to_string();
    let chosen = [("cases", case.as_str())];
    assert_eq!(room.grader.post(&format!("{other}/cases"), &chosen).await.status, 200);
    assert!(room.open(0).await.text().contains("Вы пока не в команде"), "another set, another team");
    assert_eq!(room.grader.post(&format!("/team-sets/{}/cases", room.set), &chosen).await.status, 200);
    room.handed_in().await;
    let late = room.grader.post(&format!("{other}/cases"), &chosen).await;
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Команды другого набора уже сдали этот кейс"), "{}", late.text());
}

#[tokio::test]
async fn a_balance_spreads_positions_and_says_so() {
    let room = TeamRoom::new().await;
    for (who, position) in [(0, "Педагог"), (1, "педагог"), (2, "Методист"), (3, "Методист")]
    {
        let id = room.people[who].person.id;
        let write = move |w: &mut birge::db::Write| {
            diesel::update(people::table.find(id)).set(people::position.eq(position)).execute(w.conn())?;
            Ok(())
        };
        room.app.db.write(write).await.unwrap();
    }
    let page = room.grader.get(&format!("/team-sets/{}/balance?teams=2&seed=5", room.set)).await;
    let text = page.text();
    assert_eq!(text.matches("Методист – 1").count(), 2, "one in each team: {text}");
    assert!(text.contains("Должности:"), "{text}");
    let api = room.app.api(&room.trainer).await;
    let balances = format!("/api/v1/team-sets/{}/balances", room.set);
    let told = api.post(&balances, serde_json::json!({ "teams": 2, "seed": 5 })).await.json();
    let positions = |team: usize| {
        let members = told["teams"][team]["members"].as_array().unwrap().clone();
        let fold = |one: &serde_json::Value| one["position"].as_str().unwrap().to_lowercase();
        members.iter().map(fold).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!((positions(0), positions(1)), (2, 2), "{told}");
}
