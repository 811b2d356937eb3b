//! A body that each route of the API understands: without one, what is wrong with the body would be said before
//! anybody asks who sends it, and the walk would prove nothing.

use crate::support::app::TestApp;
use crate::support::routes::Route;
use crate::support::world::World;
use serde_json::{Value, json};

/// What a form cannot do without: what it is about. Everything else may be missing.
pub fn fields(pattern: &str, world: &World) -> Vec<(&'static str, String)> {
    match pattern {
        "/questions" | "/questions/previews" | "/questions/{question}/versions" => {
            vec![("kind", "true_false".to_owned())]
        }
        "/editions/{edition}/quizzes/{activity}/regrades" => {
            let question = world.fill("{question}");
            vec![("question", question), ("version", "full-marks".to_owned())]
        }
        "/editions/{edition}/teams" => vec![("name", "Игра".to_owned()), ("teams", "1".to_owned())],
        "/team-sets/{set}/members" => {
            vec![("enrolment", world.fill("{enrolment}")), ("team", world.fill("{team}"))]
        }
        "/programmes/{slug}/cases" => vec![("case", "case".to_owned())],
        "/case-copies/{copy}/texts" => vec![("language", "kk".to_owned())],
        "/case-copies/{copy}/texts/{language}/parts" => vec![("sort", "step".to_owned())],
        "/case-copies/{copy}/texts/{language}/parts/{part}" => vec![("kind", "plain".to_owned())],
        "/site-cases/{site_case}/consent" => {
            vec![("number", "1".to_owned()), ("group", "on".to_owned()), ("course", "on".to_owned())]
        }
        "/site-cases/{site_case}/hiding" => vec![("number", "1".to_owned())],
        "/here/{session}/answers" => vec![("prompt", "1".to_owned())],
        "/sessions/{session}/check-in/dismissals" => {
            vec![("enrolment", world.fill("{enrolment}")), ("flag", "device".to_owned())]
        }
        "/sessions/{session}/sign-ups/releases" => vec![("who", world.fill("{enrolment}"))],
        "/sessions/{session}/make-up-withdrawals" => vec![("make_up", "1".to_owned())],
        "/editions/{edition}/orders" => vec![("kind", "commission".to_owned())],
        "/live-quizzes/{live_quiz}/steps" => vec![("kind", "opened".to_owned()), ("seen", "0".to_owned())],
        _ => Vec::new(),
    }
}

/// The address of a page, with what it cannot be asked without.
pub fn address(pattern: &str, world: &World) -> String {
    let address = world.fill(pattern);
    match pattern {
        "/editions/{edition}/documents/preview" | "/api/v1/editions/{edition}/documents/preview" => {
            format!("{address}?enrolment={}", world.fill("{enrolment}"))
        }
        "/team-sets/{set}/balance" => format!("{address}?teams=1"),
        "/editions/{edition}/quizzes/{activity}/regrades/new" => {
            format!("{address}?question={}", world.fill("{question}"))
        }
        _ => address,
    }
}

/// Everything that the walk sends along.
pub struct Asked {
    /// What the quiz of the world is set to, to be set again.
    setup: Value,
    /// The draft of the world's question, to be saved again.
    draft: Value,
}

impl Asked {
    /// Looks up what has to be sent back as it was read.
    pub async fn of(app: &TestApp, world: &World) -> Asked {
        let administrator = app.api(&world.administrator).await;
        let setup = world.fill("/api/v1/editions/{edition}/quizzes/{activity}/setup");
        let setup = administrator.get(&setup).await.json();
        let draft = administrator.get(&world.fill("/api/v1/questions/{question}")).await.json();
        Asked { setup: json!({ "settings": setup["settings"] }), draft: draft["draft"].clone() }
    }

    /// The address and the body for a route; no body for what is only read.
    pub fn request(&self, route: &Route, world: &World) -> (String, Option<Value>) {
        let address = world.fill(&route.pattern);
        let question = world.fill("{question}").parse::<i64>().unwrap();
        if route.pattern.ends_with("/regrade-preview") {
            return (format!("{address}?question={question}"), None);
        }
        if route.method == "get" {
            return (address, None);
        }
        if route.pattern == "/api/v1/files" {
            return (format!("{address}?name=plan.pdf"), Some(json!({})));
        }
        let pattern = route.pattern.strip_prefix("/api/v1").unwrap();
        let body = self
            .learning(&route.method, pattern, world, question)
            .or_else(|| self.teaching(&route.method, pattern, world, question))
            .or_else(|| self.keeping(&route.method, pattern, world))
            .or_else(|| administering(&route.method, pattern, world));
        (address, Some(body.unwrap_or_else(|| json!({}))))
    }

    /// What trainees and players send.
    fn learning(&self, method: &str, pattern: &str, world: &World, question: i64) -> Option<Value> {
        let body = match (method, pattern) {
            ("post", "/attempts/{attempt}/answers") => {
                json!({ "question_id": question, "sequence": 0, "response": null })
            }
            ("put", "/attempts/{attempt}/holder") => json!({ "holder": "walk" }),
            ("post", "/attempts/{attempt}/questions/{question}/appeal") => json!({ "text": "Верны оба" }),
            ("put", "/learn/{enrolment}/cases/{activity}/draft") => {
                json!({ "text": "Позвоню", "revision": 0 })
            }
            ("post", "/learn/{enrolment}/cases/{activity}/steps") => json!({ "sequence": 1 }),
            ("put", "/learn/{enrolment}/cases/{activity}/steps/{step}/draft") => {
                json!({ "text": "Сначала спрошу", "revision": 0 })
            }
            ("put", "/learn/{enrolment}/teams/{set}") => json!({ "team_id": null }),
            ("put", "/learn/{enrolment}/cases/{activity}/ratings/{submission}") => json!({ "ratings": [] }),
            ("post", "/learn/{enrolment}/lessons/{activity}/place") => json!({ "permille": 500 }),
            ("post", "/learn/{enrolment}/declarations/{declaration}/answers") => {
                json!({ "experienced": false })
            }
            ("post", "/learn/{enrolment}/cases/{activity}/discussion/remarks") => {
                json!({ "answer": 1, "remark": "Кому?" })
            }
            ("post", "/peer-reviews/{review}") | ("put", "/peer-reviews/{review}/draft") => {
                json!({ "points": {}, "revision": 0 })
            }
            ("put", "/learn/{enrolment}/cases/{activity}/consent") => json!({ "agrees": false }),
            ("put", "/site-cases/{site_case}/draft") | ("post", "/site-cases/{site_case}/texts") => {
                let text = json!({ "title": "", "institution": "", "happened": "", "question": "" });
                json!({ "revision": 0, "text": text })
            }
            ("post", "/site-cases/{site_case}/messages") => json!({ "text": "Спросите семью" }),
            ("put", "/site-cases/{site_case}/consent") => {
                json!({ "number": 1, "group": true, "course": true })
            }
            ("post", "/live/{code}/answers") => json!({ "question_id": question, "response": null }),
            ("post", "/sessions/{id}/arrivals") => json!({ "code": "000000" }),
            ("post", "/sessions/{id}/answers") => json!({ "prompt": 1 }),
            ("post", "/sessions/{id}/absence") => json!({ "reason": "work" }),
            ("put", "/calendar-invitations") => json!({ "by_mail": true }),
            ("put", "/me/letters") => json!({ "digest_at": "09:00", "quiet_from": null, "quiet_to": null }),
            ("post", "/messages/readings") => json!({ "until": 0 }),
            ("put", "/me") => json!({ "language": "ru", "zone": "Europe/Moscow" }),
            ("put", "/me/password") => json!({ "old": "не тот", "password": "новый длинный пароль" }),
            ("post", "/tokens") => json!({ "email": world.trainee.email, "password": "не тот" }),
            _ => return None,
        };
        Some(body)
    }

    /// What trainers send.
    fn teaching(&self, method: &str, pattern: &str, world: &World, question: i64) -> Option<Value> {
        let enrolment = || world.fill("{enrolment}").parse::<i64>().unwrap();
        let quiz = || world.fill("/quizzes/{activity}").replace("/quizzes/", "").parse::<i64>().unwrap();
        let body = match (method, pattern) {
            ("post", "/appeals/{appeal}/decision") => json!({ "accepted": false, "answer": "Ключ верен" }),
            ("post", "/attempts/{attempt}/questions/{question}/override") => {
                json!({ "points": "1", "reason": "Опечатка" })
            }
            ("post", "/editions/{edition}/live-quizzes") => json!({ "activity_id": quiz(), "seconds": 600,
                "right_points": 500, "quick_points": 500, "show_names": true, "guests": true }),
            ("post", "/editions/{edition}/cases/{activity}/extensions") => {
                json!({ "enrolment_id": enrolment(), "due_on": "2026-11-01", "reason": "Болезнь" })
            }
            ("post", "/editions/{edition}/team-sets") => json!({ "name": "Игра", "teams": 1 }),
            ("post", "/team-sets/{set}/teams") => json!({ "name": "Ещё одна" }),
            ("put", "/team-sets/{set}/sign-up") => {
                json!({ "until": "2026-11-01T15:00:00Z", "places": 5 })
            }
            ("put", "/team-sets/{set}/cases") => json!({ "cases": [] }),
            ("post", "/team-sets/{set}/balances") => json!({ "teams": 1, "seed": 1 }),
            // Whoever is in it keeps the team from being removed before the routes after this one.
            ("put", "/team-sets/{set}/members/{enrolment}") => {
                json!({ "team_id": world.fill("{team}").parse::<i64>().unwrap() })
            }
            ("post", "/sessions/{id}/notices") | ("post", "/editions/{edition}/notices") => {
                json!({ "text": "Мост закрыт" })
            }
            ("put", "/teams/{team}") => json!({ "name": "Ветер степи" }),
            ("put", "/submissions/{submission}/members/{enrolment}") => {
                json!({ "present": true, "points": -1, "reason": "Опоздал" })
            }
            ("put", "/editions/{edition}/cases/{activity}/discussion") => {
                json!({ "open": true, "early": true })
            }
            ("post", "/editions/{edition}/cases/{activity}/discussion/remarks") => {
                json!({ "answer": 1, "remark": "Кому?" })
            }
            ("put", "/editions/{edition}/cases/{activity}/peer-reviews") => json!({ "reviewers": 1 }),
            ("post", "/editions/{edition}/cases/{activity}/peer-reviews/allotment") => {
                json!({ "early": true })
            }
            ("post", "/peer-reviews/{review}/dropping") => json!({ "reason": "" }),
            ("post", "/discussion-remarks/{remark}/hiding") => json!({ "reason": "" }),
            // Closed or hidden for real, the case would stand otherwise for the routes after these.
            ("post", "/site-cases/{site_case}/closure" | "/site-cases/{site_case}/reopening") => {
                json!({ "text": "" })
            }
            ("post", "/site-cases/{site_case}/course-cases") => {
                json!({ "slug": world.fill("{slug}"), "language": "ru", "new": {
                    "module": "01-first", "behind": null, "title_ru": "Отказ", "title_kk": "Бас тарту",
                    "title_en": "Refusal", "hours": 2, "nature": "practice", "mode": "distance" } })
            }
            ("post", "/site-cases/{site_case}/hiding") => json!({ "number": 1, "reason": "" }),
            ("post", "/site-case-entries/{entry}/hiding") => json!({ "reason": "" }),
            ("put", "/site-cases/{site_case}/copy") => {
                json!({ "title": "Отказ", "situation": "Семья отказалась", "task": "Что дальше?" })
            }
            ("put", "/submissions/{submission}/shown-answer") => json!({ "text": "Сначала позвоню" }),
            // Hidden for real, the work would be gone for the routes after this one.
            ("post", "/submissions/{submission}/hiding") => json!({ "reason": "" }),
            ("put", "/editions/{edition}/quizzes/{activity}/blind-marking") => json!({ "blind": true }),
            ("post", "/editions/{edition}/quizzes/{activity}/exceptions") => {
                json!({ "enrolment_id": enrolment(), "attempts": 5, "reason": "Болезнь" })
            }
            ("post", p) if p.ends_with("/answers/{answer}/mark") => json!({ "points": "1" }),
            ("post", "/editions/{edition}/quizzes/{activity}/regrades") => {
                json!({ "question_id": question, "reason": "Опечатка" })
            }
            ("put", "/editions/{edition}/quizzes/{activity}/setup") => self.setup.clone(),
            ("post", "/live-quizzes/{live_quiz}/steps") => json!({ "kind": "opened", "seen": 0 }),
            ("post", "/marking/phrases") => json!({ "text": "Хорошая мысль" }),
            ("post", "/editions/{id}/sessions") => session(world, "2026-09-17"),
            ("put", "/sessions/{id}") => session(world, "2026-09-16"),
            ("post", "/editions/{id}/session-plans") => {
                json!({ "weekdays": ["mon", "tue"], "starts": "10:00",
                "ends": "18:00", "from": "2026-09-18", "place": "Ауд. 7", "link": "https://meet.example.org/7" })
            }
            ("put", "/editions/{edition}/reminder-rule") => json!({ "leads": [24], "in_a_row": 2 }),
            ("put", "/editions/{edition}/days-off") => json!({ "country": null }),
            ("post", "/editions/{edition}/closed-hours") => {
                json!({ "weekdays": ["sun"], "starts": "08:00", "ends": "09:00", "what": "Уборка",
                "from": "2026-09-01", "to": "2026-11-30" })
            }
            // Nothing is chosen: booked for real, the dates would be taken for the next one.
            ("post", p) if p.contains("/session-series") => series(world),
            ("post", p) if p.contains("/schedule-copies") => json!({ "source_id": 999_999 }),
            ("post", "/sessions/{id}/cancellation") => json!({ "reason": "Болезнь" }),
            ("post", "/sessions/{id}/sheet-closing") => json!({}),
            ("post", "/sessions/{id}/sheet-reopening") => json!({ "reason": "Второй лист" }),
            ("put", "/sessions/{id}/guests") => json!({ "guests": [] }),
            ("post", "/sessions/{id}/head-counts") => json!({ "people": 1 }),
            ("post", "/sessions/{id}/make-ups") => {
                json!({ "enrolment_id": 1, "form": "task", "minutes": 1 })
            }
            ("post", "/sessions/{id}/make-up-withdrawals") => json!({ "make_up_id": 1, "reason": "Ошибка" }),
            ("put", "/sessions/{id}/webinar-lists/{webinar}/columns") => json!({ "name": 1 }),
            ("put", "/sessions/{id}/webinar-lists/{webinar}/clock") => {
                json!({ "time_zone": "Europe/Moscow" })
            }
            ("put", "/sessions/{id}/webinar-lists/{webinar}/decisions") => json!({ "decisions": [] }),
            ("post", "/sessions/{id}/webinar-lists/{webinar}/applications") => json!({}),
            ("put", "/sessions/{id}/marks") => json!({ "marks": [] }),
            ("put", "/sessions/{id}/agenda") => json!({ "questions": [] }),
            ("put", "/sessions/{id}/blocks") => json!({ "blocks": [] }),
            ("put", "/sessions/{id}/access") => json!({ "access": [] }),
            ("put", "/sessions/{id}/visit") => json!({ "host": "Школа № 5", "address": "Иркутск" }),
            ("put", "/sessions/{id}/visit-report") => json!({ "report": "Были" }),
            ("put", "/shifts/{shift}") | ("post", "/editions/{edition}/shifts") => {
                json!({ "first_on": "2020-01-01", "last_on": "2020-01-01", "place": "с. Еланцы" })
            }
            ("post", "/learn/{enrolment}/training/credits") => {
                json!({ "quarter": "2026-3", "done_on": "2026-09-15", "minutes": 60, "about": "Разбор" })
            }
            // Taken back for real, it would be gone for the routes after this one.
            ("post", "/training-credits/{credit}/revocation") => json!({ "reason": "" }),
            ("put", "/sessions/{id}/check-in") => json!({ "in_person": true }),
            ("put", "/sessions/{id}/places") => json!({ "capacity": 5, "waiting_list": true }),
            ("post", "/sessions/{id}/sign-ups" | "/sessions/{id}/sign-ups/releases") => {
                json!({ "enrolment_id": enrolment(), "reason": "По телефону" })
            }
            ("post", "/absences/{notice}/decision") => json!({ "accepted": true }),
            // In the past: opened for real, the time would be taken for the next one.
            ("post", p) if p.starts_with("/editions/{edition}/appointments") => {
                json!({ "consultant_id": 1, "held_on": "2026-09-01", "starts": "06:00", "ends": "07:00",
                    "capacity": 1, "mode": "online" })
            }
            ("post", "/editions/{edition}/appointment-requests") => {
                json!({ "consultant_id": 1, "held_on": "2026-09-01", "starts": "06:00", "minutes": 30,
                    "mode": "online", "question": "Площадка" })
            }
            ("put", "/editions/{edition}/appointment-setting") => json!({ "cancel_hours": 24 }),
            ("put", "/appointments/{appointment}/marks") => json!({ "marks": [] }),
            // In the past, and so refused: it stays where it is for the routes after this one.
            ("post", "/appointments/{appointment}/changes") => {
                json!({ "held_on": "2026-09-01", "starts": "06:00", "ends": "07:00", "capacity": 1,
                    "mode": "online" })
            }
            // Withdrawn or declined for real, it would be gone for the routes after this one.
            (
                "post",
                "/appointments/{appointment}/withdrawal" | "/appointment-requests/{request}/refusal",
            ) => {
                json!({ "reason": "" })
            }
            ("post", "/appointment-bookings/{booking}/swap") => json!({ "appointment_id": 999_999 }),
            ("post", "/sessions/{id}/check-in/dismissals") => {
                json!({ "enrolment_id": enrolment(), "flag": "device" })
            }
            _ => return None,
        };
        Some(body)
    }

    /// What keepers of the bank send.
    fn keeping(&self, method: &str, pattern: &str, world: &World) -> Option<Value> {
        let category =
            || world.fill("/question-categories/{category}").rsplit('/').next().unwrap().parse::<i64>();
        let body = match (method, pattern) {
            ("post", "/questions") => {
                json!({ "category_id": category().unwrap(), "state": "draft", "draft": self.draft })
            }
            ("post", "/questions/{question}/versions") => {
                json!({ "based_on": 1, "state": "ready", "draft": self.draft })
            }
            ("put", "/questions/{question}/name") => json!({ "name": "Партнёры 1" }),
            ("put", "/questions/{question}/tags") => json!({ "tags": ["право"] }),
            ("put", "/questions/{question}/category") => json!({ "category_id": category().unwrap() }),
            ("post", "/question-categories") => json!({ "name": "Новая" }),
            ("put", "/question-categories/{category}") => json!({ "name": "Иначе" }),
            _ => return None,
        };
        Some(body)
    }
}

/// What administrators send. Where a body without anything is understood, and its faults are told to those only
/// who may send it, there is none here.
fn administering(method: &str, pattern: &str, world: &World) -> Option<Value> {
    let person = |email: &str| {
        json!({ "email": email, "surname": "Прохожая", "given_name": "Анна", "language": "ru",
            "zone": "Europe/Moscow" })
    };
    let body = match (method, pattern) {
        ("post", "/countries/{country}/dry-runs" | "/countries/{country}/versions") => json!({ "toml": "" }),
        ("post", "/people/{person}/public-name") => json!({ "version": "2026-11" }),
        ("post", "/editions/{edition}/orders") => json!({ "kind": "commission" }),
        ("put", "/editions/{edition}/group-number") => json!({ "number": "" }),
        ("post", "/editions/{edition}/certifying-exceptions") => json!({ "name": "", "reason": "" }),
        ("put", "/orders/{order}") => json!({ "revision": 0, "content": {} }),
        ("post", "/orders/{order}/signature") => json!({ "revision": -1 }),
        ("put", "/organisations/{organisation}/order-numbers") => json!({ "orders": "", "protocols": "" }),
        ("post", "/organisations/{organisation}/federal-register/outcomes") => {
            json!({ "state": "accepted", "documents": [] })
        }
        ("post", "/editions/{edition}/document-batches") => json!({ "enrolments": [] }),
        ("post", "/letters") => {
            json!({ "organisation_id": 1, "kind": "thank_you_letter", "people": [] })
        }
        ("post", "/my/service-records") => json!({ "organisation_id": 1 }),
        ("post", "/authority-documents") => json!({ "person_id": 1, "organisation_id": 1 }),
        ("put", "/editions/{edition}/entry-condition") => json!({ "programme_id": null }),
        ("post", "/editions/{edition}/entry") => json!({ "issuer": "МГУ" }),
        // Decided for real, it would be gone for the routes after this one.
        ("post", "/outside-proofs/{proof}/decisions") => json!({ "decision": "refuse", "reason": "" }),
        ("put", "/organisations/{organisation}/level-rule") => {
            let step = json!({ "cycles": 1 });
            json!({ "trainee": step, "mentor": step, "master": step, "kinds": [] })
        }
        ("put", "/editions/{edition}/training-rule") => {
            json!({ "initial_minutes": 120, "quarterly": true })
        }
        ("put", "/learn/{enrolment}/training/start") => json!({ "starts_on": "2026-09-02" }),
        ("post", "/learn/{enrolment}/extra-modules/{module}/decisions") => {
            json!({ "decision": "assigned", "note": "Опыт давний" })
        }
        ("post", "/editions/{edition}/documents") => {
            json!({ "enrolments": [world.fill("{enrolment}").parse::<i64>().unwrap()] })
        }
        ("post", "/people") => person("new@test.example"),
        ("put", "/people/{person}") => person(&world.bystander.email),
        ("put", "/people/{person}/accommodation") => {
            json!({ "extra_time_percent": 25, "reason": "Справка" })
        }
        ("post", "/people/{person}/roles") => json!({ "role": "trainer" }),
        ("put", "/formats/{key}") => json!({ "ru": "пресс-тур" }),
        ("post", "/programmes/{slug}/cases") => json!({ "case": "case" }),
        ("put", "/case-copies/{copy}/plan") => {
            json!({ "title_ru": "План", "title_kk": "Жоспар", "title_en": "Plan", "hours": 2 })
        }
        ("post", "/case-copies/{copy}/texts") => json!({ "language": "kk" }),
        ("put", "/case-copies/{copy}/texts/{language}") => json!({ "text": "## {task}", "revision": 0 }),
        ("post", "/holidays") => {
            json!({ "country": "KZ", "year": 2026, "source": "Закон", "csv": "date;ru\n2026-12-16;День" })
        }
        ("post", "/paper-templates") => {
            json!({ "kind": "service_record", "languages": "ru", "name": "Стаж" })
        }
        ("post", "/paper-templates/{paper_template}/versions") => json!({ "source": "= Стаж" }),
        ("put", "/paper-templates/{paper_template}/choice") => json!({ "version_id": null }),
        ("post", "/programmes/imports") => json!({ "folder": "nothing-of-this-name" }),
        _ => return None,
    };
    Some(body)
}

fn session(world: &World, day: &str) -> Value {
    let activity = world.fill("{activity}").parse::<i64>().unwrap();
    json!({ "activity_id": activity, "held_on": day, "starts": "10:00", "ends": "11:30", "mode": "in_person",
        "place": "Ауд. 6" })
}

fn series(world: &World) -> Value {
    let activity = world.fill("{activity}").parse::<i64>().unwrap();
    json!({ "activity_id": activity, "first": "2026-09-20", "starts": "10:00", "ends": "11:30", "mode": "in_person",
        "place": "Ауд. 8", "rhythm": "weekly", "weekdays": ["fri"], "times": 3 })
}
