//! The pages: the rule and its history, the matrix for each who may see it, one person, and what is refused.

use super::School;
use crate::attendance::ground::Sheet;
use birge::db::schema::enrolments;
use birge::people::Role;
use birge::web::paths;
use diesel::prelude::*;

#[actix_web::test]
async fn a_rule_is_set_by_an_administrator_and_its_history_is_kept() {
    let school = School::open().await;
    school.mentor("Абаева").await;
    let administrator = school.app.sign_in(&school.administrator).await;
    let edition = administrator.get(&paths::edition(school.edition)).await;
    assert_eq!(edition.link_to("Очная учёба"), paths::edition_training(school.edition));
    let empty = administrator.get(&paths::edition_training(school.edition)).await;
    assert!(empty.text().contains("Очная учёба в этом потоке не задана"), "{}", empty.text());
    assert_eq!(empty.link_to("Задать правило"), paths::training_rule(school.edition));

    let form = Sheet::open(&administrator, &paths::training_rule(school.edition)).await;
    assert_eq!((form.value("initial_minutes"), form.value("quarterly")), ("120", "on"));
    let page = form.send(&administrator, &paths::training_rule(school.edition)).await;
    assert!(page.text().contains("Правило сохранено"), "{}", page.text());
    assert!(page.text().contains("не меньше 2 часов очно"), "{}", page.text());
    assert_eq!(school.app.audited("training-rule-set").await, 1);
    form.send(&administrator, &paths::training_rule(school.edition)).await;
    let again = Sheet::open(&administrator, &paths::training_rule(school.edition)).await;
    again.send(&administrator, &paths::training_rule(school.edition)).await;
    assert_eq!(school.app.audited("training-rule-set").await, 1, "the same rule is no new one");

    let changed = [("initial_minutes", "90"), ("quarterly", "on"), ("least_minutes", "45")];
    school.set_rule(&changed).await;
    let page = administrator.get(&paths::training_rule(school.edition)).await.text();
    for said in [
        "Правило 2 действует",
        "не меньше 1,5 часа очно",
        "не меньше 45 минут",
        "Правило 1",
        "не меньше 2 часов",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for who in [&school.trainer, &school.app.person("Чужой").await] {
        let refused =
            school.app.sign_in(who).await.post(&paths::training_rule(school.edition), &changed).await;
        assert_eq!(refused.status, 403);
    }
}

#[actix_web::test]
async fn a_faulty_rule_names_every_field_and_loses_nothing() {
    let school = School::open().await;
    let wrong = [("initial_minutes", "много"), ("least_minutes", "0"), ("activities", "999999")];
    let page = school.set_rule(&wrong).await;
    assert_eq!(page.status, 422);
    for field in ["field-initial_minutes", "field-least_minutes"] {
        assert!(page.html.contains(&format!("href=\"#{field}\"")), "{field}: {}", page.text());
    }
    assert!(page.html.contains("value=\"много\""), "{}", page.html);
    let reading = school.lesson.to_string();
    let wrong = [("initial_minutes", "120"), ("least_minutes", "1"), ("activities", reading.as_str())];
    let page = school.set_rule(&wrong).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Такого очного занятия в программе потока нет"), "{}", page.text());
}

#[actix_web::test]
async fn the_matrix_shows_reasons_and_is_narrowed_to_those_who_need_training() {
    let school = School::with_rule().await;
    let (came, missed) = (school.mentor("Абаева").await, school.mentor("Борисова").await);
    let meeting = school.session(school.meeting, "2026-03-10", "in_person").await;
    school.noon("2026-03-10");
    school.mark(meeting, &[(&came, "present"), (&missed, "absent")]).await;
    school.noon("2026-04-02");
    let desk = school.desk().await;
    let board = desk.get(&paths::edition_training(school.edition)).await;
    let text = board.text();
    for said in ["очное занятие 10 марта 2026 г.", "не закрыт I квартал 2026 г.", "Не закрыт", "0 из 2 часов"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    // The activity is planned for eight hours, but the session lasted two.
    assert!(text.contains("2 из 2 часов"), "{text}");
    assert!(
        board.html.contains("title=\"было 1 очное занятие, отметки о присутствии нет\""),
        "{}",
        board.html
    );
    let needs = desk.get(&paths::edition_training_showing(school.edition, "needs", 0)).await.text();
    assert!(needs.contains("Борисова") && !needs.contains("Абаева"), "{needs}");
    let csv = desk.get(&paths::edition_training_table(school.edition, "csv")).await;
    assert!(
        csv.html.contains("\"Борисова Анна Сергеевна\"") && csv.html.contains("Не закрыт; было 1"),
        "{}",
        csv.html
    );
    let xlsx = desk.get(&paths::edition_training_table(school.edition, "xlsx")).await;
    assert!(xlsx.status == 200 && xlsx.header("content-type").contains("spreadsheetml"));
    assert_eq!(desk.get(&paths::edition_training_table(school.edition, "pdf")).await.status, 404);
}

#[actix_web::test]
async fn coordinators_see_their_own_people_and_strangers_nobody() {
    let school = School::with_rule().await;
    let (own, other) = (school.mentor("Абаева").await, school.mentor("Борисова").await);
    let organisation = school.app.organisation("Школа № 5").await;
    let enrolment = own.enrolment;
    let send = move |w: &mut birge::db::Write| {
        diesel::update(enrolments::table.filter(enrolments::id.eq(enrolment)))
            .set(enrolments::organisation_id.eq(organisation))
            .execute(w.conn())?;
        Ok(())
    };
    school.app.db.write(send).await.unwrap();
    let coordinator = school.app.person("Координатор").await;
    school.app.grant_in(&coordinator, Role::Coordinator, organisation).await;
    let browser = school.app.sign_in(&coordinator).await;
    let board = browser.get(&paths::edition_training(school.edition)).await.text();
    assert!(board.contains("Абаева") && !board.contains("Борисова"), "{board}");
    assert_eq!(browser.get(&paths::own_training(own.enrolment)).await.status, 200);
    assert_eq!(browser.get(&paths::own_training(other.enrolment)).await.status, 404);
    let credit = [("quarter", "2026-1"), ("done_on", "2026-01-12"), ("minutes", "60"), ("about", "Разбор")];
    let refused = browser.post(&paths::training_credits(own.enrolment), &credit).await;
    assert_eq!(refused.status, 403, "a coordinator only looks");

    let trainee = school.app.sign_in(&own.person).await;
    assert_eq!(trainee.get(&paths::edition_training(school.edition)).await.status, 404);
    assert_eq!(trainee.get(&paths::own_training(other.enrolment)).await.status, 404);
    let foreign = school.app.trainer("Соседний").await;
    let foreign = school.app.sign_in(&foreign).await;
    assert_eq!(foreign.get(&paths::edition_training(school.edition)).await.status, 404);
    assert_eq!(foreign.post(&paths::training_credits(own.enrolment), &credit).await.status, 404);
}

#[actix_web::test]
async fn a_make_up_that_cannot_be_is_refused_with_what_to_do() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let meeting = school.session(school.meeting, "2026-03-10", "in_person").await;
    school.noon("2026-03-10");
    school.mark(meeting, &[(&mentor, "present")]).await;
    let meeting = school.session(school.meeting, "2026-07-10", "in_person").await;
    school.noon("2026-07-10");
    school.mark(meeting, &[(&mentor, "present")]).await;
    let (desk, to) = (school.desk().await, paths::training_credits(mentor.enrolment));
    let credit = |quarter, done_on| {
        [("quarter", quarter), ("done_on", done_on), ("minutes", "60"), ("about", "Разбор с куратором")]
    };
    let refused = [
        (credit("2026-1", "2026-07-09"), "Этот квартал уже закрыт"),
        (credit("2026-4", "2026-07-09"), "За этот квартал занятие не требуется"),
        (credit("2026-2", "2026-07-11"), "Эта дата ещё не наступила"),
        (credit("2026-2", "2026-03-31"), "Эта дата раньше начала квартала"),
        (credit("2026-2", "2026-07-10"), "оно уже засчитано своему кварталу"),
        (credit("", "2026-07-09"), "Выберите один из вариантов"),
    ];
    for (fields, why) in refused {
        let page = desk.post(&to, &fields).await;
        assert_eq!(page.status, 422, "{why}");
        assert!(page.text().contains(why), "{why}: {}", page.text());
        assert!(page.html.contains("Разбор с куратором"), "nothing typed is lost");
    }
    let own = school.app.sign_in(&mentor.person).await;
    assert_eq!(own.post(&to, &credit("2026-2", "2026-07-09")).await.status, 403, "nobody credits themselves");

    let twice = credit("2026-2", "2026-07-09");
    assert_eq!(desk.post_as(&to, &twice, "once").await.status, 200);
    assert_eq!(desk.post_as(&to, &twice, "once").await.status, 200, "the same form once more");
    assert_eq!(school.app.audited("training-credited").await, 1);
    let page = own.get(&paths::own_training(mentor.enrolment)).await.text();
    assert!(page.contains("Закрыт отработкой") && page.contains("Разбор с куратором"), "{page}");
    assert!(page.contains("Зачёт: Ким А. С."), "who credited it: {page}");
    assert!(!page.contains("Отменить зачёт"), "not their own to take back: {page}");
}

#[actix_web::test]
async fn a_credit_is_taken_back_with_a_reason_and_stays_on_the_page() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let credit = school.app.credit_training(school.edition, mentor.enrolment).await;
    assert_eq!(school.matrix().await, ["Абаева needs_training: made_up"]);
    let (desk, to) = (school.desk().await, paths::training_credit_revocation(credit));
    let page = desk.post(&to, &[("reason", " ")]).await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains(&format!("href=\"#field-reason-{credit}\"")), "{}", page.text());
    let page = desk.post(&to, &[("reason", "Отработка была онлайн")]).await;
    assert!(page.text().contains("Причина: Отработка была онлайн"), "{}", page.text());
    assert_eq!(school.matrix().await, ["Абаева needs_training: due"]);
    let again = school.app.credit_training(school.edition, mentor.enrolment).await;
    assert_ne!(again, credit, "the quarter can be made up once more");
    let own = school.app.sign_in(&mentor.person).await;
    assert_eq!(own.post(&paths::training_credit_revocation(again), &[("reason", "x")]).await.status, 403);
}

#[actix_web::test]
async fn the_start_is_a_day_of_the_edition_and_moves_the_quarters() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    school.noon("2026-07-01");
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed missed due"]);
    let administrator = school.app.sign_in(&school.administrator).await;
    let to = paths::training_starts(mentor.enrolment);
    for wrong in ["2025-12-31", "2027-01-01", "завтра", ""] {
        let page = administrator.post(&to, &[("starts_on", wrong)]).await;
        assert_eq!(page.status, 422, "{wrong}");
        assert!(page.html.contains("href=\"#field-starts_on\""), "{wrong}: {}", page.text());
    }
    let page = administrator.post(&to, &[("starts_on", "2026-05-04")]).await.text();
    assert!(page.contains("Кварталы считаются с 4 мая 2026 г. (дату указал:"), "{page}");
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed due"]);
    let trainer = school.desk().await.post(&to, &[("starts_on", "2026-05-04")]).await;
    assert_eq!(trainer.status, 403, "a trainer does not move it");
}

#[actix_web::test]
async fn one_day_in_person_makes_up_for_one_quarter_only() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    school.noon("2026-07-10");
    let (desk, to) = (school.desk().await, paths::training_credits(mentor.enrolment));
    let credit = |quarter, done_on| {
        [("quarter", quarter), ("done_on", done_on), ("minutes", "60"), ("about", "Разбор с куратором")]
    };
    assert_eq!(desk.post(&to, &credit("2026-1", "2026-07-09")).await.status, 200);
    let page = desk.post(&to, &credit("2026-2", "2026-07-09")).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.text().contains("уже засчитана отработка за 1 квартал 2026 г."), "{}", page.text());
    assert_eq!(desk.post(&to, &credit("2026-2", "2026-07-08")).await.status, 200);
    assert_eq!(school.matrix().await, ["Абаева needs_training: made_up made_up due"]);
}

#[actix_web::test]
async fn a_start_set_by_hand_outlives_a_withdrawal_by_mistake() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    school.noon("2026-02-02");
    let administrator = school.app.sign_in(&school.administrator).await;
    let page = administrator.get(&paths::own_training(mentor.enrolment)).await.text();
    assert!(page.contains("Кварталы считаются с 12 января 2026 г. — со дня зачисления"), "{page}");
    let to = paths::training_starts(mentor.enrolment);
    assert_eq!(administrator.post(&to, &[("starts_on", "2026-05-04")]).await.status, 200);
    school.noon("2026-07-01");
    let withdrawal = paths::withdrawal(school.edition, mentor.enrolment);
    assert_eq!(administrator.post(&withdrawal, &[("reason", "Ошибка")]).await.status, 200);
    let (now, id) = (school.app.now(), mentor.enrolment);
    let back =
        move |w: &mut birge::db::Write| birge::editions::store::enrolments::reopen(w, id, None, None, now);
    school.app.db.write(back).await.unwrap();
    assert_eq!(school.matrix().await, ["Абаева needs_training: missed due"]);
}

#[actix_web::test]
async fn the_first_page_of_a_trainee_names_the_open_quarter_until_it_is_closed() {
    let school = School::with_rule().await;
    let mentor = school.mentor("Абаева").await;
    let meeting = school.session(school.meeting, "2026-03-10", "in_person").await;
    school.noon("2026-03-02");
    let own = school.app.sign_in(&mentor.person).await;
    let next = own.get(paths::NEXT).await;
    assert!(next.text().contains("нужно до 31 марта 2026 г."), "{}", next.text());
    assert_eq!(next.link_to("Очное занятие за I квартал 2026 г."), paths::own_training(mentor.enrolment));
    let place = own.get(&paths::own_training(mentor.enrolment)).await.text();
    assert!(place.contains("вт, 10 марта, 10:00 по Иркутску") && place.contains("ул. Ленина, 5"), "{place}");
    school.noon("2026-03-10");
    school.mark(meeting, &[(&mentor, "present")]).await;
    let next = own.get(paths::NEXT).await;
    assert!(!next.text().contains("Очное занятие за I квартал"), "{}", next.text());
    assert_eq!(next.link_to("Очная учёба по кварталам"), paths::own_training(mentor.enrolment));
}
