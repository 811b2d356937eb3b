//! What an edition decides about its quizzes (G3, G5, F16): setups, windows, exceptions, extra time, what counts.

use super::*;
use birge::quizzes::actions as quizzes;

/// The fields of a setup like the sample's, with others in their place.
pub(super) fn fields<'f>(others: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("pass_percent", "70"),
        ("attempts", "2"),
        ("time_limit_minutes", "20"),
        ("grace_seconds", "0"),
        ("tries", "3"),
        ("counting", "best"),
        ("release", "after_submit"),
        ("behaviour", "deferred"),
    ];
    fields.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    fields.extend_from_slice(others);
    fields
}

impl Desk {
    pub(super) async fn trainer(&self) -> Browser {
        static TRAINERS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(1);
        let number = TRAINERS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let trainer = self.app.trainer(&format!("Орлова{number}")).await;
        self.app.teach(self.attempt_edition().await, &trainer).await;
        self.app.sign_in(&trainer).await
    }

    /// Sets the quiz up as its trainer.
    pub(super) async fn set_up(&self, others: &[(&str, &str)]) -> Page {
        let (trainer, edition) = (self.trainer().await, self.attempt_edition().await);
        let page = send(&trainer, &paths::quiz_setup(edition, self.quiz), &fields(others)).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("Настройки сохранены"), "{}", page.text());
        page
    }

    async fn refused(&self) -> Page {
        let page = send(&self.browser, &paths::quiz_attempts(self.enrolment, self.quiz), &[]).await;
        assert_eq!(page.status, 409, "{}", page.text());
        page
    }
}

#[tokio::test]
async fn a_change_reaches_the_next_attempt_and_not_the_one_under_way() {
    let desk = Desk::of(course()).await;
    let first = desk.start().await;
    let page = desk.set_up(&[("time_limit_minutes", "5"), ("attempts", "3"), ("shuffle", "on")]).await;
    assert!(page.text().contains("Сейчас идёт 1 попытка"), "for whom is said: {}", page.text());
    let begun = desk.app.now();
    assert_eq!(desk.row(first).await.due_at, Some(begun.plus_minutes(20)));
    desk.submit(first).await;
    let second = desk.start().await;
    assert_eq!(desk.row(second).await.due_at, Some(begun.plus_minutes(5)));
    assert_eq!(desk.row(second).await.plan.unwrap().0.setup, Some(1));
    assert!(desk.browser.get(&desk.page()).await.text().contains("осталось 1 из 3"));
    let list = desk.trainer().await.get(&paths::quiz_setups(desk.attempt_edition().await)).await;
    assert!(list.text().contains("Действуют настройки потока"), "{}", list.text());
    desk.submit(second).await;
}

#[tokio::test]
async fn a_setup_is_its_editions_trainers_and_says_what_is_wrong() {
    let desk = Desk::of(course()).await;
    let address = paths::quiz_setup(desk.attempt_edition().await, desk.quiz);
    let stranger = desk.app.sign_in(&desk.app.trainer("Соседний").await).await;
    assert_eq!(stranger.get(&address).await.status, 404);
    assert_eq!(desk.browser.get(&address).await.status, 404, "a trainee");
    assert_eq!(send(&stranger, &address, &fields(&[])).await.status, 404);
    let wrong = [("pass_percent", ""), ("closes_on", "вчера"), ("release", "after_each"), ("draw", "9")];
    let page = send(&desk.trainer().await, &address, &fields(&wrong)).await;
    assert_eq!(page.status, 422);
    for words in ["Показ после каждого вопроса", "Заполните это поле"]
    {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    assert!(page.html.contains("value=\"вчера\""), "what was typed stays");
    let few = send(&desk.trainer().await, &address, &fields(&[("draw", "9")])).await;
    assert!(few.text().contains("есть только вопросов: 7"), "{}", few.text());
}

/// One choice sets what belongs together, whatever stands in the fields of one's own settings (G5).
#[tokio::test]
async fn what_a_quiz_is_for_is_one_choice() {
    let desk = Desk::of(course()).await;
    let page = desk.set_up(&[("preset", "practice"), ("release", "after_close")]).await;
    assert!(page.html.contains("value=\"practice\" checked"), "{}", page.html);
    let first = desk.start().await;
    let during = desk.browser.get(&paths::attempt(first)).await.text();
    assert!(during.contains("Проверить"), "each question on its own: {during}");
    desk.submit(first).await;
    desk.set_up(&[("preset", "attestation"), ("behaviour", "immediate")]).await;
    let second = desk.start().await;
    desk.answer_all(second).await;
    let after = desk.submit(second).await.text();
    assert!(
        after.contains("Результат и правильные ответы откроются") && !after.contains("Тест сдан"),
        "{after}"
    );
    let address = paths::quiz_setup(desk.attempt_edition().await, desk.quiz);
    let own = [("preset", "own"), ("release", "after_each")];
    let refused = send(&desk.trainer().await, &address, &fields(&own)).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Показ после каждого вопроса"), "{}", refused.text());
}

#[tokio::test]
async fn a_window_opens_and_closes_and_attempts_keep_their_pause() {
    let desk = Desk::of(course()).await;
    let day =
        |days: i64| desk.app.now().plus_minutes(days * 24 * 60).date_in(birge::kernel::ZoneName::MOSCOW);
    let (opens, closes) = (day(1).to_string(), day(2).to_string());
    desk.set_up(&[("opens_on", &opens), ("closes_on", &closes), ("delay_minutes", "60"), ("attempts", "")])
        .await;
    assert!(desk.refused().await.text().contains("Тест ещё не открыт"));
    let begins = birge::kernel::ZoneName::MOSCOW.instant(day(1), chrono::NaiveTime::MIN);
    desk.app.clock.set(begins);
    let first = desk.start().await;
    desk.submit(first).await;
    assert!(desk.refused().await.text().contains("Следующая попытка"));
    let page = desk.browser.get(&desk.page()).await.text();
    assert!(page.contains("Начать можно будет"), "{page}");
    desk.app.clock.set(begins.plus_minutes(60));
    let second = desk.start().await;
    desk.submit(second).await;
    desk.app.clock.set(begins.plus_minutes(24 * 60));
    assert!(desk.refused().await.text().contains("Тест уже закрыт"));
    desk.app.run_jobs().await;
}

#[tokio::test]
async fn a_password_opens_an_attempt_and_is_never_shown() {
    let desk = Desk::of(course()).await;
    let page = desk.set_up(&[("password", "Ключ-42")]).await;
    assert!(!page.html.contains("Ключ-42"));
    let address = paths::quiz_attempts(desk.enrolment, desk.quiz);
    for typed in ["", "ключ-42"] {
        let refused = send(&desk.browser, &address, &[("password", typed)]).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains("Пароль не подошёл"));
    }
    let begun = send(&desk.browser, &address, &[("password", "Ключ-42")]).await;
    assert!(begun.path.starts_with("/attempts/"), "{}", begun.text());
    let attempt: AttemptId = begun.path.strip_prefix("/attempts/").unwrap().parse().unwrap();
    desk.submit(attempt).await;
    desk.set_up(&[("no_password", "on")]).await;
    let second = desk.start().await;
    desk.submit(second).await;
}

#[tokio::test]
async fn guesses_at_a_password_are_slowed_down_for_whoever_makes_them_and_for_nobody_else() {
    let desk = Desk::on(TestApp::builder().limited_once().spawn().await, course(), |_| {}).await;
    desk.set_up(&[("password", "Ключ-42")]).await;
    let address = paths::quiz_attempts(desk.enrolment, desk.quiz);
    for guess in 0..50 {
        let status = send(&desk.browser, &address, &[("password", &format!("ключ-{guess}"))]).await.status;
        if status == 429 {
            break;
        }
        assert_eq!(status, 422);
    }
    let right = send(&desk.browser, &address, &[("password", "Ключ-42")]).await;
    assert_eq!(right.status, 429, "not for the right one either: {}", right.text());
    let (neighbour, enrolment) = desk.neighbour("Петрова").await;
    let theirs = paths::quiz_attempts(enrolment, desk.quiz);
    let begun = send(&neighbour, &theirs, &[("password", "Ключ-42")]).await;
    assert!(begun.path.starts_with("/attempts/"), "{}", begun.text());
}

#[tokio::test]
async fn an_answer_within_the_grace_is_taken_and_noted_and_later_ones_stay_on_the_page() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("grace_seconds", "30")]).await;
    let attempt = desk.start().await;
    let due = desk.row(attempt).await.due_at.unwrap();
    desk.app.clock.set(due.plus_seconds(29));
    desk.app.run_jobs().await;
    assert_eq!(desk.save(attempt, "truth", 0, &[("", "1")]).await.status, 200, "on its way");
    desk.app.clock.set(due.plus_seconds(30));
    let (number, _) = desk.question("number").await;
    let mut form = vec![("sequence".to_owned(), "1".to_owned())];
    form.extend(named(number, &[("", "12345")]));
    let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let late = send(&desk.browser, &paths::attempt_answers(attempt), &pairs).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("эти ответы уже не приняты"), "{}", late.text());
    assert!(
        late.html.contains("value=\"12345\"") && !late.html.contains("data-quiz "),
        "to be read and copied"
    );
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.submitted_by_clock), (Some(due), true), "as of the deadline");
    assert_eq!(desk.steps(attempt).await.len(), 1);
    let result = desk.browser.get(&paths::attempt(attempt)).await.text();
    assert!(result.contains("1 ответ пришёл сразу после срока"), "{result}");
    desk.app.run_jobs().await;
}

#[tokio::test]
async fn an_exception_and_extra_time_hold_for_their_people_and_say_so() {
    let desk = Desk::of(course()).await;
    let edition = desk.attempt_edition().await;
    let trainer = desk.trainer().await;
    let address = paths::quiz_exceptions(edition, desk.quiz);
    let whom = format!("trainee-{}", desk.enrolment);
    let empty = send(&trainer, &address, &[("whom", whom.as_str())]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("хотя бы одно изменение"), "{}", empty.text());
    let made = [("whom", whom.as_str()), ("time_limit_minutes", "40"), ("reason", "болезнь, справка 7")];
    assert!(send(&trainer, &address, &made).await.text().contains("болезнь, справка 7"));
    let administrator = desk.app.sign_in(&desk.app.administrator().await).await;
    let time = [("extra_percent", "25"), ("extra_reason", "заключение 12")];
    let accommodations = paths::accommodations(desk.person.id);
    assert_eq!(send(&trainer, &accommodations, &time).await.status, 403, "administrators only");
    assert_eq!(send(&administrator, &accommodations, &time).await.status, 200);
    let page = desk.browser.get(&desk.page()).await.text();
    for words in ["50 минут", "25 % времени", "болезнь, справка 7"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("заключение 12"), "the grounds stay with the administrators");
    let attempt = desk.start().await;
    assert_eq!(desk.row(attempt).await.due_at, Some(desk.app.now().plus_minutes(50)));
    desk.submit(attempt).await;
    let (neighbour, enrolment) = desk.neighbour("Соседова").await;
    assert!(neighbour.get(&paths::quiz(enrolment, desk.quiz)).await.text().contains("20 минут"));
    let url = trainer.get(&address).await.html;
    let revocation = url.split("action=\"").find(|part| part.contains("/revocation\"")).unwrap();
    let revocation = revocation.split('"').next().unwrap().to_owned();
    assert_eq!(send(&desk.browser, &revocation, &[]).await.status, 404, "a trainee takes nothing back");
    assert!(send(&trainer, &revocation, &[]).await.text().contains("Исключений нет"));
    assert!(desk.browser.get(&desk.page()).await.text().contains("25 минут"), "extra time goes on");
}

/// Notes who sent a trainee.
async fn sent_by(desk: &Desk, enrolment: EnrolmentId, organisation: birge::kernel::OrganisationId) {
    use birge::db::schema::enrolments;
    use diesel::prelude::*;
    desk.app
        .db
        .write(move |w| {
            diesel::update(enrolments::table.filter(enrolments::id.eq(enrolment)))
                .set(enrolments::organisation_id.eq(organisation))
                .execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn an_exception_gives_more_time_to_who_is_writing_and_is_never_less() {
    // G3: the alarm rang in the middle of the quiz.
    let desk = Desk::of(course()).await;
    let (edition, trainer) = (desk.attempt_edition().await, desk.trainer().await);
    let (browser, theirs) = desk.neighbour("Соседова").await;
    let attempt = desk.start().await;
    let other = browser.post(&paths::quiz_attempts(theirs, desk.quiz), &[]).await.path;
    assert!(other.starts_with("/attempts/"), "{other}");
    let began = desk.app.now();
    let untouched = desk.row(attempt).await;
    assert_eq!(untouched.due_at, Some(began.plus_minutes(20)));
    let address = paths::quiz_exceptions(edition, desk.quiz);
    let whom = format!("trainee-{}", desk.enrolment);
    let minutes = |minutes: &'static str| {
        [("whom", whom.clone()), ("time_limit_minutes", minutes.to_owned()), ("reason", "тревога".to_owned())]
    };
    for (given, due) in [("5", 20), ("45", 45), ("30", 45)] {
        let fields = minutes(given);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&trainer, &address, &fields).await;
        assert_eq!(desk.row(attempt).await.due_at, Some(began.plus_minutes(due)), "{given} minutes");
    }
    // What was drawn stays, and the job of the old deadline hands nothing in.
    desk.app.set_clock(&began.plus_minutes(30).rfc3339());
    desk.app.run_jobs().await;
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.question_ids.0), (None, untouched.question_ids.0));
    let other = AttemptId(other.rsplit('/').next().unwrap().parse().unwrap());
    assert!(desk.row(other).await.submitted_by_clock, "the neighbour's time was over");
    // Its own deadline hands it in without anybody looking.
    desk.app.set_clock(&began.plus_minutes(50).rfc3339());
    desk.app.run_jobs().await;
    let row = desk.row(attempt).await;
    assert_eq!((row.submitted_at, row.submitted_by_clock), (Some(began.plus_minutes(45)), true));
}

#[tokio::test]
async fn an_exception_for_an_organisation_holds_for_those_it_sent_and_for_nobody_else() {
    // G3: two organisations sent people, one of them asked for another limit.
    let desk = Desk::of(course()).await;
    let (edition, trainer) = (desk.attempt_edition().await, desk.trainer().await);
    let (school, museum) = (desk.app.organisation("Школа").await, desk.app.organisation("Музей").await);
    let (other, others) = desk.neighbour("Соседова").await;
    sent_by(&desk, desk.enrolment, school).await;
    sent_by(&desk, others, museum).await;
    let address = paths::quiz_exceptions(edition, desk.quiz);
    let form = trainer.get(&address).await;
    assert!(form.text().contains("Школа") && form.text().contains("Музей"), "{}", form.text());
    let group = format!("sender-{school}");
    let made = [("whom", group.as_str()), ("time_limit_minutes", "35"), ("reason", "дорога из района")];
    let page = send(&trainer, &address, &made).await;
    assert!(
        page.text().contains("Исключение сохранено") && page.text().contains("35 минут"),
        "{}",
        page.text()
    );
    assert!(desk.browser.get(&desk.page()).await.text().contains("35 минут"));
    assert!(
        other.get(&paths::quiz(others, desk.quiz)).await.text().contains("20 минут"),
        "not those of the museum"
    );
    // An own exception is stronger than the organisation's.
    let own = format!("trainee-{}", desk.enrolment);
    send(&trainer, &address, &[("whom", &own), ("time_limit_minutes", "50"), ("reason", "болезнь")]).await;
    let attempt = desk.start().await;
    assert_eq!(desk.row(attempt).await.due_at, Some(desk.app.now().plus_minutes(50)));
    desk.submit(attempt).await;
    // Over the API, for the other organisation; and none for an organisation that sent nobody.
    let person = desk.app.trainer("Программист").await;
    desk.app.teach(edition, &person).await;
    let api = desk.app.api(&person).await;
    let exceptions = format!("/api/v1{address}");
    let body = |organisation| serde_json::json!({ "organisation_id": organisation, "attempts": 7, "reason": "договор" });
    let made = api.post(&exceptions, body(museum)).await;
    assert_eq!(
        (made.status, made.json()["organisation_id"].as_i64()),
        (201, Some(museum.0)),
        "{}",
        made.html
    );
    assert!(other.get(&paths::quiz(others, desk.quiz)).await.text().contains("из 7"));
    let nobody = desk.app.organisation("Театр").await;
    assert_eq!(api.post(&exceptions, body(nobody)).await.status, 422);
    let id = made.json()["id"].as_i64().unwrap();
    let revocation = paths::quiz_exception_revocation(edition, desk.quiz, birge::kernel::QuizOverrideId(id));
    assert_eq!(send(&trainer, &revocation, &[]).await.status, 200);
    assert!(
        other.get(&paths::quiz(others, desk.quiz)).await.text().contains("из 2"),
        "the common settings again"
    );
}

#[tokio::test]
async fn one_exception_is_made_for_several_people_at_once_or_for_none() {
    let desk = Desk::of(course()).await;
    let (edition, trainer) = (desk.attempt_edition().await, desk.trainer().await);
    let (other, others) = desk.neighbour("Соседова").await;
    let address = paths::quiz_exceptions(edition, desk.quiz);
    let ids = [format!("trainee-{}", desk.enrolment), format!("trainee-{others}")];
    let empty = send(&trainer, &address, &[("attempts", "4"), ("reason", "сбой связи")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Отметьте хотя бы одного"), "{}", empty.text());
    let stranger =
        [("whom", ids[0].as_str()), ("whom", "trainee-999999"), ("attempts", "4"), ("reason", "сбой")];
    let refused = send(&trainer, &address, &stranger).await;
    assert_eq!(refused.status, 422, "all or none");
    assert!(refused.html.contains(&format!("value=\"{}\" checked", ids[0])), "who was ticked stays ticked");
    assert!(desk.browser.get(&desk.page()).await.text().contains("из 2"));
    let both =
        [("whom", ids[0].as_str()), ("whom", ids[1].as_str()), ("attempts", "4"), ("reason", "сбой связи")];
    let page = send(&trainer, &address, &both).await.text();
    assert!(page.contains("Исключения сохранены: 2"), "{page}");
    for (browser, enrolment) in [(&desk.browser, desk.enrolment), (&other, others)] {
        let page = browser.get(&paths::quiz(enrolment, desk.quiz)).await.text();
        assert!(page.contains("из 4") && page.contains("сбой связи"), "{page}");
    }
    assert_eq!(desk.app.audited("quiz-exception-made").await, 2, "each is written down by itself");
}

#[tokio::test]
async fn an_attestation_hides_its_result_until_the_quiz_closes_and_counts_from_then() {
    let desk = Desk::of(course()).await;
    let day =
        |days: i64| desk.app.now().plus_minutes(days * 24 * 60).date_in(birge::kernel::ZoneName::MOSCOW);
    desk.set_up(&[("release", "marks_after_close"), ("closes_on", &day(3).to_string())]).await;
    let attempt = desk.start().await;
    desk.answer_all(attempt).await;
    let after = desk.submit(attempt).await.text();
    assert!(after.contains("Результат и правильные ответы откроются"), "{after}");
    let result = after.split("Выйти").last().unwrap();
    assert!(!result.contains("100 %") && !result.contains("потому что так делят"), "{after}");
    let api = desk.app.api(&desk.person).await;
    let json = api.get(&format!("/api/v1/attempts/{attempt}")).await.json();
    assert_eq!((json["result_permille"].is_null(), json["passed"].is_null()), (true, true), "{json}");
    assert!(!desk.fact().await.completed);
    let closes = birge::kernel::ZoneName::MOSCOW.instant(day(3), chrono::NaiveTime::MIN);
    desk.app.clock.set(closes);
    desk.app.run_jobs().await;
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
    assert!(desk.browser.get(&paths::attempt(attempt)).await.text().contains("100 %"));
}

#[tokio::test]
async fn the_attempt_that_counts_is_the_one_the_edition_says() {
    let desk = Desk::of(course()).await;
    desk.set_up(&[("counting", "last"), ("pass_percent", "10")]).await;
    let first = desk.start().await;
    desk.answer_all(first).await;
    desk.submit(first).await;
    assert_eq!(desk.fact().await.result, Some(Permille(1000)));
    let second = desk.start().await;
    desk.save(second, "truth", 0, &[("", "2")]).await;
    desk.submit(second).await;
    let fact = desk.fact().await;
    assert_eq!((fact.completed, fact.result), (true, Some(Permille(142))), "what is completed stays so");
}

#[tokio::test]
async fn an_edition_makes_a_quiz_diagnostic_and_it_counts_for_nothing() {
    let desk = Desk::of(course()).await;
    assert!(desk.fact().await.counts);
    desk.set_up(&[("diagnostic", "on"), ("pass_percent", "")]).await;
    assert!(!desk.fact().await.counts);
    let attempt = desk.start().await;
    let after = desk.submit(attempt).await.text();
    assert!(after.contains("Ответы приняты"), "{after}");
    assert!(desk.fact().await.completed);
}

#[tokio::test]
async fn a_mock_test_is_repeated_at_will_and_shows_its_sections_over_time() {
    let desk = Desk::of(course()).await;
    let edition = desk.attempt_edition().await;
    let trainer = desk.trainer().await;
    let form = trainer.get(&paths::quiz_setup(edition, desk.quiz)).await.html;
    let select = form.split("id=\"field-section-1-category\"").nth(1).unwrap();
    let category =
        select.split("<option value=\"").find(|part| !part.starts_with('"') && part.contains("(7)"));
    let category = category.unwrap().split('"').next().unwrap().to_owned();
    desk.set_up(&[
        ("drill", "on"),
        ("attempts", ""),
        ("section-1-title", "Одиночный выбор"),
        ("section-1-from", "fixed"),
        ("section-1-kind", "one"),
        ("section-1-category", &category),
        ("section-2-title", "Остальное"),
        ("section-2-from", "random"),
        ("section-2-count", "3"),
        ("section-2-category", &category),
    ])
    .await;
    for round in 0..3 {
        let attempt = desk.start().await;
        let row = desk.row(attempt).await;
        assert_eq!(row.question_ids.0.len(), 4, "one fixed and three drawn, none twice");
        let page = desk.browser.get(&paths::attempt(attempt)).await.text();
        assert!(page.contains("Одиночный выбор") && page.contains("Остальное"), "{page}");
        if round > 0 {
            let (id, question) = desk.question("one").await;
            save(&desk.browser, attempt, id, 0, &right(id, &question)).await;
        }
        desk.submit(attempt).await;
    }
    let page = desk.browser.get(&desk.page()).await;
    assert!(
        page.html.contains("<polyline") && !page.html.contains("style="),
        "a picture without inline style"
    );
    let row = page.html.split("Одиночный выбор").nth(1).unwrap().split("</tr>").next().unwrap();
    let shares: Vec<&str> =
        row.split("class=\"number\">").skip(1).map(|cell| cell.split(" %").next().unwrap()).collect();
    assert_eq!(shares, ["0", "100", "100"], "the same as a table");
}

#[tokio::test]
async fn setups_and_exceptions_over_the_api() {
    let desk = Desk::of(course()).await;
    let edition = desk.attempt_edition().await;
    let trainer = desk.app.trainer("Орлова").await;
    desk.app.teach(edition, &trainer).await;
    let api = desk.app.api(&trainer).await;
    let address = format!("/api/v1{}", paths::quiz_setup(edition, desk.quiz));
    let mut setup = api.get(&address).await.json();
    assert_eq!((setup["number"].is_null(), setup["settings"]["time_limit"].as_i64()), (true, Some(20)));
    setup["settings"]["time_limit"] = 30.into();
    setup["opens"] = "2026-09-02T09:00:00".into();
    let body = serde_json::json!({ "settings": setup["settings"], "opens": setup["opens"], "closes": null, "password": "x" });
    let set = api.put(&address, body.clone()).await.json();
    assert_eq!((set["number"].as_i64(), set["password"].as_bool()), (Some(1), Some(true)), "{set}");
    let mut wrong = body;
    wrong["settings"]["drill"] = true.into();
    wrong["settings"]["grace_seconds"] = 5000.into();
    let refused = api.put(&address, wrong).await;
    assert_eq!(refused.status, 422, "{}", refused.html);
    let exceptions = format!("/api/v1{}", paths::quiz_exceptions(edition, desk.quiz));
    let made = api
        .post(
            &exceptions,
            serde_json::json!({ "enrolment_id": desk.enrolment, "attempts": 5, "reason": "командировка" }),
        )
        .await;
    assert_eq!(made.status, 201, "{}", made.html);
    let id = made.json()["id"].as_i64().unwrap();
    assert_eq!(api.get(&exceptions).await.json()[0]["attempts"], 5);
    let gone = api.send(reqwest::Method::DELETE, &format!("{exceptions}/{id}"), None).await;
    assert_eq!(gone.status, 204);
    assert_eq!(api.get(&exceptions).await.json(), serde_json::json!([]));
    let trainee = desk.app.api(&desk.person).await;
    assert_eq!(trainee.get(&address).await.status, 404);
    let seen = trainee.get(&format!("/api/v1{}", desk.page())).await.json();
    assert_eq!((seen["password"].as_bool(), seen["minutes"].as_i64()), (Some(true), Some(30)));
    let actor = desk.app.actor(&desk.person).await;
    let (at, now) = ((desk.enrolment, desk.quiz), desk.app.now().plus_minutes(60 * 24 * 14));
    let direct = desk.app.db.write(move |w| quizzes::start(w, &actor, at, 1, now)).await;
    assert_eq!(direct.unwrap_err().code.as_str(), "quiz-password-wrong", "no way around the password");
}

#[tokio::test]
async fn who_may_get_an_exception_is_listed_by_the_alphabet() {
    let desk = Desk::of(course()).await;
    for surname in ["Ёлкина", "Абаева"] {
        desk.neighbour(surname).await;
    }
    let address = paths::quiz_exceptions(desk.attempt_edition().await, desk.quiz);
    let text = desk.trainer().await.get(&address).await.text();
    let place = |surname: &str| text.find(surname).unwrap_or_else(|| panic!("no {surname} in {text}"));
    assert!(place("Абаева") < place("Ёлкина") && place("Ёлкина") < place("Иванова"), "{text}");
}

/// The first category that a section may ask from with so many questions.
pub(super) async fn category_of(desk: &Desk, count: &str) -> String {
    let form =
        desk.trainer().await.get(&paths::quiz_setup(desk.attempt_edition().await, desk.quiz)).await.html;
    let select = form.split("id=\"field-section-1-category\"").nth(1).unwrap();
    let found = select.split("<option value=\"").find(|part| !part.starts_with('"') && part.contains(count));
    found.unwrap_or_else(|| panic!("{count}: {select}")).split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn sections_that_share_questions_have_enough_together_or_are_refused() {
    let desk = Desk::of(course()).await;
    let address = paths::quiz_setup(desk.attempt_edition().await, desk.quiz);
    let category = category_of(&desk, "(7)").await;
    let random = |place: &str, count: &str| {
        [("title", ""), ("from", "random"), ("count", count), ("category", category.as_str())]
            .map(|(name, value)| (format!("section-{place}-{name}"), value.to_owned()))
    };
    let sent = async |sections: Vec<(String, String)>| {
        let others: Vec<(&str, &str)> =
            sections.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        send(&desk.trainer().await, &address, &fields(&others)).await
    };
    let page = sent([random("1", "5"), random("2", "5")].concat()).await;
    assert_eq!(page.status, 422, "seven are no ten");
    assert!(page.text().contains("Без вопросов других разделов остаётся только: 2"), "{}", page.text());
    let page = sent([random("1", "4"), random("2", "3")].concat()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let row = desk.row(desk.start().await).await;
    let asked: BTreeSet<QuestionId> = row.question_ids.0.iter().copied().collect();
    assert_eq!((row.question_ids.0.len(), asked.len()), (7, 7));
}

/// A filter means the categories under the one it names, and tags whatever their case.
#[tokio::test]
async fn a_random_section_finds_what_stands_under_its_category_and_tags_in_any_case() {
    use birge::db::schema::{question_categories, question_entries};
    use diesel::prelude::*;
    let desk = Desk::of(course()).await;
    let category: i64 = category_of(&desk, "(7)").await.parse().unwrap();
    let now = desk.app.now();
    let above = desk.app.db.write(move |w| {
        let programme: Option<i64> = question_categories::table
            .find(category)
            .select(question_categories::programme_id)
            .first(w.conn())?;
        let above: i64 = diesel::insert_into(question_categories::table)
            .values((
                question_categories::programme_id.eq(programme),
                question_categories::key.eq("above"),
                question_categories::name.eq("Сверху"),
                question_categories::created_at.eq(now),
            ))
            .returning(question_categories::id)
            .get_result(w.conn())?;
        diesel::update(question_categories::table.find(category))
            .set(question_categories::parent_id.eq(above))
            .execute(w.conn())?;
        let entries: Vec<birge::kernel::QuestionEntryId> = question_entries::table
            .filter(question_entries::category_id.eq(category))
            .order(question_entries::id)
            .limit(2)
            .select(question_entries::id)
            .load(w.conn())?;
        for entry in entries {
            birge::questions::store::set_tags(w, entry, &["право".to_owned()])?;
        }
        Ok(above)
    });
    let above = above.await.unwrap().to_string();
    desk.set_up(&[
        ("section-1-from", "random"),
        ("section-1-count", "2"),
        ("section-1-category", &above),
        ("section-1-tags", "Право"),
    ])
    .await;
    assert_eq!(desk.row(desk.start().await).await.question_ids.0.len(), 2);
}
