//! Warnings about missed sessions (L10), and what trainers are told of them.

use super::Class;
use crate::support::queries::asked;
use birge::db::Engine;
use birge::db::schema::absence_warnings;
use birge::kernel::{AbsenceWarningId, SessionId};
use birge::reminders::actions;
use birge::reminders::store::marks;
use birge::web::paths;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::{Value, json};

const WARNING: &str = "absence_warning";
const SUMMARY: &str = "absence_summary";

impl Class {
    /// Two people and four lectures from Tuesday on; the first missed the first two, the second was there. It is half past
    /// eight on Thursday.
    async fn with_two_missed() -> (Class, Vec<SessionId>) {
        let class = Class::with(2).await;
        let lectures = class.lectures(&[15, 16, 17, 18]).await;
        class.at("2026-09-15T04:00:00Z");
        class.mark(lectures[0], &["absent", "present"]).await;
        class.at("2026-09-16T04:00:00Z");
        class.mark(lectures[1], &["absent", "present"]).await;
        class.at("2026-09-17T00:30:00Z");
        (class, lectures)
    }

    /// The warning of somebody over the API, as that person asks for it.
    async fn own(&self, place: usize) -> Value {
        let to = format!("/api/v1/learn/{}/absence-warning", self.who(place));
        self.app().api(self.person(place)).await.get(&to).await.json()
    }

    /// Where the warnings of the edition stand, the newest first.
    async fn states(&self) -> Vec<String> {
        let to = format!("/api/v1/editions/{}/reminders", self.ground.edition);
        let sheet = self.app().api(&self.ground.trainer).await.get(&to).await.json();
        let warnings = sheet["warnings"].as_array().unwrap();
        warnings.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect()
    }
}

#[actix_web::test]
async fn two_missed_in_a_row_are_named_on_the_next_morning_and_once() {
    let (class, lectures) = Class::with_two_missed().await;
    assert_eq!(class.letters(WARNING).await, [], "it is not yet nine in Irkutsk");
    class.at("2026-09-17T01:00:00Z");
    let letters = class.letters(WARNING).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    let (address, subject, text) = &letters[0];
    assert_eq!((address, subject.as_str()), (&class.person(0).email, "2 пропущенных занятия: что делать"));
    assert!(text.contains("вы пропустили 2 занятия:"), "{text}");
    assert!(text.contains("Занятие lecture, 15 сентября 2026 г."), "{text}");
    assert!(text.contains("Занятие lecture, 16 сентября 2026 г."), "{text}");
    assert!(text.contains("Сейчас вы посетили 0 % проведённого времени."), "{text}");
    assert!(text.contains("не меньше 80 % всего запланированного"), "{text}");
    assert!(text.contains("Больше пропускать нельзя: нужны все оставшиеся занятия (впереди: 2)."), "{text}");
    assert!(text.contains("договоритесь с преподавателем об отработке"), "{text}");
    class.at("2026-09-17T05:00:00Z");
    assert_eq!(class.letters(WARNING).await.len(), 1, "the same absences are said once");

    class.mark(lectures[2], &["absent", "present"]).await;
    assert_eq!(class.letters(WARNING).await.len(), 1, "the sheet of today may still be put right");
    class.at("2026-09-18T01:00:00Z");
    let letters = class.letters(WARNING).await;
    assert_eq!(letters.len(), 2, "a third one is news");
    assert!(letters[1].2.contains("вы пропустили 3 занятия:"), "{}", letters[1].2);
    class.at("2026-09-18T12:00:00Z");
    assert_eq!(class.letters(WARNING).await.len(), 2);
    class.at("2026-09-18T13:30:00Z");
    assert_eq!(class.letters(WARNING).await.len(), 2, "nor at night");
}

#[actix_web::test]
async fn what_is_corrected_before_the_letter_goes_drops_it_and_may_be_found_anew() {
    let (class, lectures) = Class::with_two_missed().await;
    class.at("2026-09-17T01:00:00Z");
    class.look().await;
    assert_eq!(class.states().await, ["planned"]);
    class.correct(lectures[1], 0, ("excused", 1)).await;
    class.app().run_jobs().await;
    assert_eq!((class.sent(WARNING).await, class.states().await), (vec![], vec!["dropped".to_owned()]));
    assert_eq!(class.letters(WARNING).await, [], "one absence is left, and that is no row");
    class.correct(lectures[1], 0, ("absent", 2)).await;
    assert_eq!(class.letters(WARNING).await.len(), 1, "the same set of absences, of which no letter went");
    assert_eq!(class.states().await, ["sent", "dropped"]);
    class.correct(lectures[1], 0, ("present", 3)).await;
    class.correct(lectures[1], 0, ("absent", 4)).await;
    assert_eq!(class.letters(WARNING).await.len(), 1, "it was said already");
}

#[actix_web::test]
async fn whoever_is_marked_otherwise_between_deciding_and_writing_is_decided_of_again() {
    let (class, lectures) = Class::with_two_missed().await;
    class.at("2026-09-17T01:00:00Z");
    class.look().await;
    let (edition, now) = (class.ground.edition, class.app().now());
    let decide = move |r: &mut birge::db::Read| {
        let ids: Vec<AbsenceWarningId> =
            absence_warnings::table.select(absence_warnings::id).load(r.conn())?;
        actions::decide_warnings(r, (edition, &ids), now)
    };
    let parts = class.app().db.read(decide).await.unwrap();
    assert_eq!(parts.len(), 1);
    class.correct(lectures[1], 0, ("excused", 1)).await;
    let part = parts[0].clone();
    class.app().db.write(move |w| actions::send_warnings(w, (edition, &part), now)).await.unwrap();
    assert_eq!((class.sent(WARNING).await, class.states().await), (vec![], vec!["planned".to_owned()]));
    class.app().run_jobs().await;
    assert_eq!((class.sent(WARNING).await, class.states().await), (vec![], vec!["dropped".to_owned()]));
}

#[actix_web::test]
async fn what_was_made_up_for_or_excused_or_not_marked_is_not_missed() {
    let class = Class::with(4).await;
    let lectures = class.lectures(&[15, 16, 17]).await;
    // The fourth tells in time that they will not come to the second one; the trainer marks «absent» all the same.
    let told = class.app().sign_in(class.person(3)).await;
    let (absence, work) = (paths::own_absence(lectures[1]), [("reason", "work"), ("words", "")]);
    assert_eq!(told.post_multipart(&absence, &work, &[]).await.status, 200);
    class.at("2026-09-15T04:00:00Z");
    class.mark(lectures[0], &["absent", "absent", "absent", "absent"]).await;
    class.at("2026-09-16T04:00:00Z");
    // The third is not on the sheet: `mark` says nothing of the fourth either.
    class.mark(lectures[1], &["absent", "excused"]).await;
    class.correct(lectures[1], 3, ("absent", 0)).await;
    let api = class.app().api(&class.ground.trainer).await;
    let made_up = json!({ "enrolment_id": class.who(0), "form": "task", "made_on": "2026-09-16", "mode": "distance",
        "minutes": 60, "note": "Разбор случая письменно" });
    let entered = api.post(&format!("/api/v1/sessions/{}/make-ups", lectures[0]), made_up).await;
    assert_eq!(entered.status, 200, "{}", entered.html);
    class.at("2026-09-17T02:00:00Z");
    assert_eq!(class.letters(WARNING).await, []);
    for place in 0..4 {
        assert_eq!(class.own(place).await["warned"], json!(false), "{place}");
    }
}

#[actix_web::test]
async fn one_of_several_to_choose_from_is_not_missed_while_there_is_a_place_in_a_later_one() {
    let class = Class::with(2).await;
    let lectures = class.lectures(&[15, 17]).await;
    let trainer = class.app().sign_in(&class.ground.trainer).await;
    for lecture in &lectures {
        let set = trainer.post(&paths::session_places(*lecture), &[("capacity", "2")]).await;
        assert_eq!(set.status, 200, "{}", set.text());
    }
    // The first has a place in both, the second in the earlier one only.
    for (place, wanted) in [(0, &lectures[..]), (1, &lectures[..1])] {
        let person = class.app().sign_in(class.person(place)).await;
        for lecture in wanted {
            assert_eq!(person.post(&paths::own_sign_up(*lecture), &[]).await.status, 200);
        }
    }
    assert_eq!(class.set_rule(&[("lead_1", "24"), ("in_a_row", "1")]).await.status, 200);
    class.at("2026-09-15T04:00:00Z");
    class.mark(lectures[0], &["absent", "absent"]).await;
    class.at("2026-09-16T02:00:00Z");
    assert_eq!(class.own(0).await["warned"], json!(false), "the later one makes up for it");
    assert_eq!(class.own(1).await["warned"], json!(true));
    class.at("2026-09-17T04:00:00Z");
    class.mark(lectures[1], &["absent"]).await;
    class.at("2026-09-18T02:00:00Z");
    let own = class.own(0).await;
    assert_eq!((&own["warned"], own["missed"].as_array().unwrap().len()), (&json!(true), 2));
}

#[actix_web::test]
async fn the_share_is_the_one_of_the_ledger_and_warns_by_itself() {
    let class = Class::with(2).await;
    let lectures = class.lectures(&[15, 16, 17, 18]).await;
    let rule = class.set_rule(&[("lead_1", "24"), ("share_percent", "70")]).await;
    assert_eq!(rule.status, 200, "{}", rule.text());
    class.at("2026-09-15T04:00:00Z");
    class.mark(lectures[0], &["present", "present"]).await;
    class.at("2026-09-16T04:00:00Z");
    class.mark(lectures[1], &["absent", "present"]).await;
    class.at("2026-09-17T02:00:00Z");
    let letters = class.letters(WARNING).await;
    assert_eq!(letters.len(), 1, "half is below 70 %: {letters:?}");
    assert!(letters[0].2.contains("посетили 50 % проведённого"), "{}", letters[0].2);
    let own = class.own(0).await;
    assert_eq!((own["warned"].clone(), own["share_permille"].clone()), (json!(true), json!(500)));
    assert_eq!((own["attended_minutes"].clone(), own["held_minutes"].clone()), (json!(45), json!(90)));
    let to = format!("/api/v1/editions/{}/progress", class.ground.edition);
    let progress = class.app().api(&class.ground.trainer).await.get(&to).await.html;
    assert!(progress.contains("\"attended_percent\":50"), "the same number: {progress}");

    assert_eq!(class.set_rule(&[("lead_1", "24"), ("share_percent", "50")]).await.status, 200);
    assert_eq!(class.own(0).await["warned"], json!(false), "50 % is not less than 50 %");
    assert_eq!(class.set_rule(&[("lead_1", "24")]).await.status, 200);
    class.at("2026-09-18T02:00:00Z");
    class.mark(lectures[2], &["absent", "absent"]).await;
    class.at("2026-09-19T02:00:00Z");
    assert_eq!(class.letters(WARNING).await.len(), 1, "warnings are switched off");
}

#[actix_web::test]
async fn an_absence_of_today_lowers_the_share_and_waits_for_the_morning() {
    let class = Class::with(1).await;
    let lectures = class.lectures(&[15, 16, 17]).await;
    assert_eq!(class.set_rule(&[("share_percent", "50")]).await.status, 200);
    for (place, status) in ["present", "absent", "absent"].into_iter().enumerate() {
        class.at(&format!("2026-09-{}T04:00:00Z", 15 + place));
        class.mark(lectures[place], &[status]).await;
    }
    assert_eq!(class.letters(WARNING).await, [], "one letter tomorrow, not one today and another tomorrow");
    class.at("2026-09-18T02:00:00Z");
    let letters = class.letters(WARNING).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].2.contains("вы пропустили 2 занятия:"), "{}", letters[0].2);
    assert!(letters[0].2.contains("посетили 33 % проведённого"), "{}", letters[0].2);
}

#[actix_web::test]
async fn trainers_get_one_letter_a_day_about_those_who_were_warned() {
    let (class, lectures) = Class::with_two_missed().await;
    class.at("2026-09-17T01:00:00Z");
    assert_eq!(class.letters(SUMMARY).await, [], "the warnings go first");
    class.at("2026-09-17T01:10:00Z");
    let letters = class.letters(SUMMARY).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    let (address, subject, text) = &letters[0];
    assert_eq!(address, &class.ground.trainer.email);
    assert_eq!(subject, "Пропуски в потоке «2-й поток»: 1 предупреждение");
    assert!(text.contains("Слушатель0000 Анна Сергеевна: 2 пропуска, посещено 0 % проведённого"), "{text}");
    assert!(text.contains("Занятие lecture, 15 сентября 2026 г."), "{text}");
    assert!(text.contains(&paths::edition_reminders(class.ground.edition)), "{text}");
    class.at("2026-09-17T09:00:00Z");
    assert_eq!(class.letters(SUMMARY).await.len(), 1, "and none while nobody else was warned");

    class.mark(lectures[2], &["absent", "absent"]).await;
    class.at("2026-09-18T01:00:00Z");
    assert_eq!(class.letters(SUMMARY).await.len(), 1);
    class.at("2026-09-18T01:10:00Z");
    assert_eq!(class.letters(SUMMARY).await.len(), 2);
}

#[actix_web::test]
async fn the_trainee_sees_it_on_the_first_page_whatever_letters_went() {
    let (class, lectures) = Class::with_two_missed().await;
    let next = class.app().sign_in(class.person(0)).await.get(paths::NEXT).await.text();
    assert!(next.contains("У вас 2 пропущенных занятия"), "{next}");
    assert!(next.contains("Занятие lecture, 16 сентября 2026 г.") && next.contains("впереди: 2"), "{next}");
    let other = class.app().sign_in(class.person(1)).await.get(paths::NEXT).await.text();
    assert!(!other.contains("пропущенных"), "{other}");
    class.correct(lectures[0], 0, ("excused", 1)).await;
    let next = class.app().sign_in(class.person(0)).await.get(paths::NEXT).await.text();
    assert!(!next.contains("пропущенных"), "it is gone with its reason: {next}");
}

#[actix_web::test]
async fn a_warning_is_told_to_the_person_and_to_those_who_teach_and_to_nobody_else() {
    let (class, _) = Class::with_two_missed().await;
    let to = format!("/api/v1/learn/{}/absence-warning", class.who(0));
    let own = class.own(0).await;
    assert_eq!(own["missed"].as_array().unwrap().len(), 2);
    assert_eq!((own["can_miss"].clone(), own["ahead"].clone()), (json!(0), json!(2)));
    let trainer = class.app().api(&class.ground.trainer).await;
    assert_eq!(trainer.get(&to).await.json(), own);
    assert_eq!(class.app().api(class.person(1)).await.get(&to).await.status, 404);
    let stranger = class.app().trainer("Соседний").await;
    assert_eq!(class.app().api(&stranger).await.get(&to).await.status, 404);
}

#[actix_web::test]
async fn whoever_sleeps_is_warned_when_they_are_awake_unless_the_mark_was_corrected_at_night() {
    for corrected in [true, false] {
        let (class, lectures) = Class::with_two_missed().await;
        class.sleeps_at_night(0).await;
        // Nine in Irkutsk, four in Moscow.
        class.at("2026-09-17T01:00:00Z");
        assert_eq!(class.letters(WARNING).await, []);
        assert_eq!(class.states().await, ["planned"]);
        if corrected {
            class.correct(lectures[1], 0, ("excused", 1)).await;
        }
        class.at("2026-09-17T04:59:59Z");
        assert_eq!(class.letters(WARNING).await, []);
        class.at("2026-09-17T05:00:00Z");
        let letters = class.letters(WARNING).await;
        assert_eq!(letters.len(), usize::from(!corrected), "{letters:?}");
        assert_eq!(class.states().await, [if corrected { "dropped" } else { "sent" }]);
        class.at("2026-09-17T06:00:00Z");
        assert_eq!(class.letters(WARNING).await.len(), letters.len(), "once");
    }
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// It is asked every few minutes, and sheets are kept for ever.
#[actix_web::test]
async fn looking_for_absences_does_not_read_the_sheets_of_years() {
    let (class, _) = Class::with_two_missed().await;
    let days = ("2026-09-16".parse().unwrap(), "2026-09-18".parse().unwrap());
    let db = &class.app().db;
    let found = db.read(move |r| marks::with_absences(r, days)).await.unwrap();
    assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), [class.ground.edition]);
    let queries = asked(db, move |r| marks::with_absences(r, days)).await;
    let [query] = queries.try_into().unwrap();
    assert!(query.contains("EXISTS"), "{query}");
    if db.engine() == Engine::Sqlite {
        let query = query.split(" -- binds").next().unwrap().to_owned();
        let explain = format!("EXPLAIN QUERY PLAN {query}");
        let steps: Vec<Step> =
            db.read(move |r| Ok(diesel::sql_query(explain).load(r.conn())?)).await.unwrap();
        let plan: Vec<&str> = steps.iter().map(|step| step.detail.as_str()).collect();
        assert!(!plan.iter().any(|step| step.contains("SCAN attendance_marks")), "{plan:?}");
    }
}
