//! Papers as PDF, read back by another program: they say what the matrix and the ledger say.

use super::{Course, in_language, paper, take};
use crate::attendance::ground::Ground;
use crate::support::paper::{pages, words_in_order};
use birge::attendance::rules::SessionMode;
use birge::web::paths;

#[tokio::test]
async fn the_journal_says_what_the_matrix_says() {
    let course = Course::marked().await;
    let path = in_language(&paths::journal_paper(course.ground.edition, "pdf"), "ru");
    let taken = take(&course.trainer, &path).await;
    assert_eq!((taken.status, taken.media_type.as_str()), (200, "application/pdf"));
    assert!(taken.name.starts_with("attachment; filename=\"") && taken.name.is_ascii(), "{}", taken.name);
    assert!(!taken.name.contains('\n') && taken.name.contains(".pdf"), "{}", taken.name);
    let words = words_in_order(&taken.bytes);
    for part in [
        "Учебный центр Журнал учёта посещаемости Программа «Эффективное партнёрство». 2-й поток",
        "Время Иркутск, UTC+8",
        "1 15.09 10:00 2 15.09 14:00",
        "1 Слушатель0000 Анна Сергеевна V оп 20 онл 250 180 70 92 %",
        "2 Слушатель0001 Анна Сергеевна н у 0 0 0 0 %",
        "3 Слушатель0002 Анна Сергеевна ух 60 1) ? 120 120 0 44 %",
        "Присутствовали 2 1",
        "Отсутствовали 1 1",
        "1 15.09.2026 10:00–13:00 Занятие lecture Очно 180 2 / 3 Ким А. С.",
        "1) Слушатель0002 А. С., занятие № 1 от 15.09.2026: было «есть, очно», стало «уход раньше на 60 мин, очно»",
        "Исправление: Ким А. С., 16.09.2026 11:00. Причина: Сверили с журналом на входе. Внесено после дня занятия.",
        "V — был(а) всё время; н — не был(а);",
        "? — отметки нет",
        "Исправления верны",
        "Директор И. П. Рябинина",
        "Лист 1 из",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    let raw = String::from_utf8_lossy(&taken.bytes);
    let metadata = raw.split_whitespace().collect::<String>();
    for part in ["<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>"] {
        assert!(metadata.contains(part), "{part}");
    }
    let api = course.ground.app.api(&course.ground.trainer).await;
    assert_eq!(api.get(&format!("/api/v1{path}")).await.status, 200);
}

#[tokio::test]
async fn a_journal_in_kazakh_has_kazakh_words() {
    let course = Course::marked().await;
    let path = in_language(&paths::journal_paper(course.ground.edition, "pdf"), "kk");
    let words = words_in_order(&paper(&course.trainer, &path).await);
    for part in [
        "Қатысуды есепке алу журналы «Тиімді әріптестік» бағдарламасы.",
        "1 Слушатель0000 Анна Сергеевна V кеш 20 онл 250 180 70 92 %",
        "2 Слушатель0001 Анна Сергеевна ж с 0 0 0 0 %",
        "Себебі: Сверили с журналом на входе. Кездесу күнінен кейін енгізілді.",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    for word in ["Присутствовали", "Журнал", "занятие"] {
        assert!(!words.replace("журналы", "").contains(word), "{word} is in:\n{words}");
    }
}

#[tokio::test]
async fn many_sessions_go_on_below_with_the_names_again() {
    let ground = Ground::with(2).await;
    for day in 1..=3 {
        for hour in 0..10 {
            let time = |minutes: i32| format!("{:02}:{minutes:02}", 8 + hour);
            let booking = birge::attendance::rules::Booking {
                held_on: format!("2026-09-{:02}", 20 + day).parse().unwrap(),
                ..ground.booking(ground.game, (&time(0), &time(30)), SessionMode::InPerson)
            };
            let (actor, edition, now) =
                (ground.app.actor(&ground.trainer).await, ground.edition, ground.app.now());
            let book = move |w: &mut birge::db::Write| {
                birge::attendance::actions::book(w, &actor, edition, &booking, now)
            };
            ground.app.db.write(book).await.unwrap();
        }
    }
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let path = in_language(&paths::journal_paper(ground.edition, "pdf"), "ru");
    let pdf = paper(&trainer, &path).await;
    let words = words_in_order(&pdf);
    assert_eq!(words.matches("1 Слушатель0000 Анна Сергеевна").count(), 3, "{words}");
    for number in 1..=30 {
        let (day, hour) = (21 + (number - 1) / 10, 8 + (number - 1) % 10);
        assert!(words.contains(&format!("{number} {day}.09 {hour:02}:00")), "{number}: {words}");
    }
    assert_eq!(words.matches("Зачтено, мин").count(), 1, "sums stand once: {words}");
}

#[tokio::test]
async fn a_sign_in_sheet_has_names_room_to_sign_and_room_for_guests() {
    let course = Course::marked().await;
    course.sent_by(0, "Школа № 5").await;
    let path = |language: &str| in_language(&paths::sign_in_paper(course.practicum, "pdf"), language);
    let words = words_in_order(&paper(&course.trainer, &path("ru")).await);
    for part in [
        "Лист регистрации участников Занятие practicum",
        "Когда 15.09.2026, 14:00–15:30",
        "№ Фамилия, имя, отчество Организация Подпись 1 Слушатель0000 Анна Сергеевна Школа № 5 2 Слушатель0001",
        "Гости № Фамилия, имя, отчество Организация Подпись 1 2 3 4 5",
        "Всего подписей",
        "Преподаватель Ким А. С.",
        "Лист 1 из 1",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    let kazakh = words_in_order(&paper(&course.trainer, &path("kk")).await);
    assert!(kazakh.contains("Қатысушыларды тіркеу парағы") && kazakh.contains("Қонақтар"), "{kazakh}");
}

#[tokio::test]
async fn a_sheet_of_many_pages_repeats_its_head() {
    let ground = Ground::with(45).await;
    let session = ground.session(ground.practicum, ("10:00", "11:30"), SessionMode::InPerson).await;
    let trainer = ground.app.sign_in(&ground.trainer).await;
    let pdf = paper(&trainer, &in_language(&paths::sign_in_paper(session, "pdf"), "ru")).await;
    let (pages, words) = (pages(&pdf), words_in_order(&pdf));
    assert!(pages > 1, "{pages}");
    let running = "Лист регистрации участников · Занятие practicum · 15.09.2026, 10:00–11:30";
    assert_eq!(words.matches(running).count(), pages - 1, "{words}");
    assert!(words.matches("Фамилия, имя, отчество").count() > pages - 1, "{words}");
    assert!(words.contains(&format!("Лист {pages} из {pages}")), "{words}");
}

#[tokio::test]
async fn the_schedule_has_days_times_topics_and_trainers() {
    let course = Course::marked().await;
    let path = in_language(&paths::schedule_paper(course.ground.edition, "pdf"), "ru");
    let words = words_in_order(&paper(&course.trainer, &path).await);
    for part in [
        "Расписание занятий",
        "Время Иркутск, UTC+8",
        "1 15.09.2026, вт 10:00–13:00 Занятие lecture Зачем партнёры 180 Очно. Иркутск, ул. Ленина, 5, ауд. 12 Ким А. С.",
        "2 15.09.2026, вт 14:00–15:30 Занятие practicum Зачем партнёры 90 Очно и онлайн.",
        "Академический час — 45 минут.",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
}

#[tokio::test]
async fn a_certificate_for_an_employer_names_what_was_attended_and_nothing_else() {
    let course = Course::marked().await;
    let own = course.ground.app.sign_in(course.person(0)).await;
    let path = |place: usize, language: &str| {
        in_language(&paths::attendance_certificate(course.id(place), "pdf"), language)
    };
    let words = words_in_order(&paper(&own, &path(0, "ru")).await);
    for part in [
        "Справка об участии в занятиях",
        "Слушатель Слушатель0000 Анна Сергеевна",
        "1 15.09.2026 10:00–13:00 Занятие lecture Очно 180",
        "2 15.09.2026 14:00–15:30 Занятие practicum Онлайн 70",
        // 180 minutes are four academic hours; 70 are one, and 250 are five: nothing is rounded up.
        "Очно 180 4 Онлайн 70 1 Всего 250 5",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    let english = words_in_order(&paper(&own, &path(0, "en")).await);
    assert!(english.contains("Certificate of attendance") && english.contains("Total 250 5"), "{english}");
    // Somebody who was at none: the paper says so, and nothing of why.
    let none = words_in_order(&paper(&course.trainer, &path(1, "ru")).await);
    assert!(none.contains("отметок об участии в занятиях нет") && !none.contains("службу"), "{none}");
}

#[tokio::test]
async fn the_transcript_adds_the_ledger_up_and_rounds_down() {
    let course = Course::marked().await;
    let own = course.ground.app.sign_in(course.person(0)).await;
    let path = in_language(&paths::hours_transcript(course.id(0), "pdf"), "ru");
    let words = words_in_order(&paper(&own, &path).await);
    assert_eq!(course.ground.minutes(0).await, 250, "what the ledger says");
    for part in [
        "Выписка об учебных часах",
        "Зачем партнёры Занятие lecture теория очно 180 180 4 Занятие practicum практика онлайн 90 70 1",
        "Занятие game практика очно 360 0 0 Занятие reading теория очно 45 0 0",
        "Итого по модулю 675 250 5 Всего 675 250 5",
        "теория 180 4 практика 70 1 очно 180 4 онлайн 70 1 заочно 0 0 Всего 250 5",
        "неполный час отбрасывается в каждой строке отдельно",
    ] {
        assert!(words.contains(part), "{part:?} is not in:\n{words}");
    }
    let kazakh = in_language(&paths::hours_transcript(course.id(0), "pdf"), "kk");
    let kazakh = words_in_order(&paper(&own, &kazakh).await);
    assert!(kazakh.contains("Оқу сағаттары туралы үзінді") && kazakh.contains("Барлығы 250 5"), "{kazakh}");
}

#[tokio::test]
async fn a_name_with_letters_that_no_font_has_is_printed_all_the_same() {
    let course = Course::marked().await;
    let who = course.person(0).id;
    let rename = move |w: &mut birge::db::Write| {
        use birge::db::schema::people;
        use diesel::prelude::*;
        diesel::update(people::table.filter(people::id.eq(who)))
            .set(people::surname.eq("Ли 李 <b>#strong[x]"))
            .execute(w.conn())?;
        Ok(())
    };
    course.ground.app.db.write(rename).await.unwrap();
    let path = in_language(&paths::journal_paper(course.ground.edition, "pdf"), "ru");
    let words = words_in_order(&paper(&course.trainer, &path).await);
    assert!(words.contains("1 Ли ? <b>#strong[x] Анна Сергеевна V"), "{words}");
}
