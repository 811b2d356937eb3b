//! A small training centre with somebody in every role, for tests that walk all routes.

use super::app::TestApp;
use super::federal::LookAlike;
use super::fixtures::Person;
use super::learning::NewEdition;
use super::things::{Place, Things};
use crate::content::Course;
use birge::attendance::actions as attendance;
use birge::attendance::rules::{Booking, Presence, SessionMode};
use birge::check_in;
use birge::check_in::rules::Opening;
use birge::check_in::rules::flags::Arrived;
use birge::db::schema::{credential_issuers, credential_keys, question_entries, stored_files};
use birge::db::{Read, Write};
use birge::kernel::{
    AbsenceNoticeId, ActivityId, CredentialIssuerId, DocumentId, EditionId, EnrolmentId, FederalTemplateId,
    ModuleId, ProgrammeVersionId, QuestionCategoryId, QuestionEntryId, SessionId,
};
use birge::people::Role;
use birge::programmes::rules::ActivityKind;
use birge::programmes::store;
use birge::web::paths;
use diesel::prelude::*;

/// The centre.
pub struct World {
    /// Administrator of the site.
    pub administrator: Person,
    /// Coordinator of an organisation that sends nobody here.
    pub coordinator: Person,
    /// Trainer of the edition.
    pub trainer: Person,
    /// Trainer of nothing here.
    pub other_trainer: Person,
    /// Trainee of the edition.
    pub trainee: Person,
    /// Somebody else of the edition.
    pub other_trainee: Person,
    /// Somebody with an account, whose account others may change.
    pub bystander: Person,
    /// Somebody whose account others may close.
    pub leaver: Person,
    edition: EditionId,
    enrolment: EnrolmentId,
    session: SessionId,
    question: QuestionEntryId,
    category: QuestionCategoryId,
    activities: Vec<(ActivityKind, ActivityId)>,
    module: ModuleId,
    things: Things,
}

impl World {
    /// Builds it.
    pub async fn build(app: &TestApp) -> World {
        let course = Course::staged().replace("01-first/module.toml", "after = [\"lesson\"]\n", "");
        let course = course.with_extra_module();
        let version = app.import(course.programme()).await;
        let edition = app.edition(version).await;
        let administrator = app.administrator().await;
        let (coordinator, organisation) =
            (app.person("Координатор").await, app.organisation("Школа № 5").await);
        app.grant_in(&coordinator, Role::Coordinator, organisation).await;
        let (trainer, other_trainer) = (app.trainer("Преподаватель").await, app.trainer("Соседний").await);
        app.teach(edition, &trainer).await;
        let (trainee, other_trainee) = (app.person("Слушатель").await, app.person("Сосед").await);
        let enrolment = app.enrol(edition, &trainee).await;
        let other = (&other_trainee, app.enrol(edition, &other_trainee).await);
        let rows = app.db.read(move |r| store::activities(r, version)).await.unwrap();
        let activities: Vec<_> = rows.iter().map(|row| (row.kind, row.id)).collect();
        let last = rows.last().unwrap().module_id;
        let attended = activities.iter().find(|(kind, _)| *kind == ActivityKind::Session).unwrap().1;
        let session = app.book(&administrator, edition, attended).await;
        app.let_in(&trainer, session, enrolment).await;
        let (question, category) = app.db.read(first_question).await.unwrap();
        let paper = paper(app, &administrator, version, &trainee).await;
        let place = Place { edition, enrolment, trainee: &trainee, trainer: &trainer, other };
        let things = Things::make(app, &place, &activities, paper).await;
        let author = app.sign_in(&administrator).await;
        let copy = author.post(&things.fill(paths::case_desk("{slug}")), &[("case", "case")]).await.path;
        let copy = copy.strip_prefix("/case-copies/").expect("a working copy").to_owned();
        let things = things.with("country", "ru".to_owned());
        let things = things.with("copy", copy).with("language", "ru".to_owned()).with("part", "1".to_owned());
        let notice = app.absence_notice(session, enrolment).await;
        let things = things.with("notice", notice.to_string());
        let things = things.with("credit", app.credit_training(edition, other.1).await.to_string());
        // The walk enrols people: the edition asks for nothing any more.
        app.ask_before(edition, Some(version)).await;
        let proof = app.show_proof(edition, other.0).await;
        app.ask_before(edition, None).await;
        let things = things.with("proof", proof.to_string());
        let (slot, booking, request) = app.appointment(edition, (&trainer, &trainee)).await;
        let things = things.with("appointment", slot.to_string()).with("booking", booking.to_string());
        let things = things.with("request", request.to_string());
        let made = app
            .sign_in(&trainer)
            .await
            .post(paths::CALENDAR_FEEDS, &[("edition", &edition.to_string())])
            .await
            .html;
        let (_, feed) = made.split_once("/calendar/feeds/").expect("an address of a calendar");
        let things = things.with("feed", feed.split('/').next().unwrap().to_owned());
        let (list, closed) = free_days(app, &administrator, edition).await;
        let things = things.with("list", list).with("closed", closed);
        let (template, version) = paper_template(app, &administrator).await;
        let things = things.with("paper_template", template).with("paper_version", version);
        let things = things.with("form", "json".to_owned()).with("status_list", "1".to_owned());
        let things = things.with("issuer", app.credential_of(&trainee, paper).await.to_string());
        let things = things.with("credential_key", credential_key(app).await);
        let (webinar_session, webinar) = app.webinar(&trainer, edition, attended).await;
        let things = things.with("webinar_session", webinar_session).with("webinar", webinar);
        let order = app.draft_order(&administrator, edition).await;
        let things = things.with("order", order.to_string()).with("sheet", "trainees".to_owned());
        let things = federal(app, &administrator, things).await;
        let [batch, group_file, asked] = gathered(app, &administrator, (edition, enrolment), &trainee).await;
        let things =
            things.with("batch", batch).with("group_file", group_file).with("service_request", asked);
        let (mentor, pair) = mentor(app, &trainee).await;
        let things = things.with("mentor", mentor).with("mentor_pair", pair);
        let (bystander, leaver) = (app.person("Прохожий").await, app.person("Уходящий").await);
        World {
            administrator,
            coordinator,
            trainer,
            other_trainer,
            trainee,
            other_trainee,
            bystander,
            leaver,
            edition,
            enrolment,
            session,
            question,
            category,
            activities,
            module: last,
            things,
        }
    }

    /// An address of a route's pattern, with the ids of this world. What the world has nothing of gets an id
    /// that nobody has.
    pub fn fill(&self, pattern: &str) -> String {
        let of_kind =
            |kind| self.activities.iter().find(|(other, _)| *other == kind).map_or(0, |(_, id)| id.0);
        let activity = match pattern {
            p if p.contains("/lessons/") => of_kind(ActivityKind::Lesson),
            p if p.contains("/quizzes/") => of_kind(ActivityKind::Quiz),
            p if p.contains("/cases/") => of_kind(ActivityKind::Case),
            _ => of_kind(ActivityKind::Session),
        };
        let edition_first = pattern.starts_with("/editions/{") || pattern.contains("/api/v1/editions/{");
        // A session of the reader's own is another thing than a session of the timetable.
        let pattern = pattern.replace("/me/sessions/{session}", "/me/sessions/999999");
        // The other session is held in a room.
        let pattern = match pattern.contains("/webinar-lists") {
            true => pattern.replace("{session}", "{webinar_session}").replace("{id}", "{webinar_session}"),
            false => pattern,
        };
        let mut address = pattern
            .replace("{edition}", &self.edition.to_string())
            .replace("{activity}", &activity.to_string())
            .replace("{session}", &self.session.to_string());
        address = address.replace("{enrolment}", &self.enrolment.to_string());
        address = address.replace("{module}", &self.module.to_string());
        address = address.replace("{declaration}", "orphan-care");
        if edition_first {
            address = address.replacen("{id}", &self.edition.to_string(), 1);
        }
        if pattern.starts_with("/questions/") || pattern.starts_with("/api/v1/questions/") {
            address = address.replace("{question}", &self.question.to_string());
        }
        if pattern.contains("/question-categories/") {
            address = address.replace("{category}", &self.category.to_string());
        }
        if pattern.starts_with("/api/v1/sessions/") {
            address = address.replace("{id}", &self.session.to_string());
        }
        let closes = pattern.ends_with("/deactivation") || pattern.ends_with("/reactivation");
        let person = if closes { self.leaver.id } else { self.bystander.id };
        address = address.replace("{person}", &person.to_string());
        address = self.things.fill(address);
        while let Some((from, rest)) = address.split_once('{') {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            address = format!("{from}999999{after}");
        }
        address
    }
}

/// An imported list of days off, and closed hours of the edition on a day without sessions.
async fn free_days(app: &TestApp, administrator: &Person, edition: EditionId) -> (String, String) {
    let client = app.api(administrator).await;
    let list = serde_json::json!({ "country": "RU", "region": "TA", "year": 2026, "source": "Указ",
        "csv": "date;ru\n2026-08-30;День Республики" });
    let list = client.post("/api/v1/holidays", list).await.json()["id"].to_string();
    let hours = serde_json::json!({ "weekdays": ["sun"], "starts": "08:00", "ends": "09:00", "what": "Уборка",
        "from": "2026-09-01", "to": "2026-11-30" });
    let closed = client.post(&format!("/api/v1/editions/{edition}/closed-hours"), hours).await;
    (list, closed.json()["ids"][0].to_string())
}

/// A template of the centre's papers, with a version.
async fn paper_template(app: &TestApp, administrator: &Person) -> (String, String) {
    let client = app.api(administrator).await;
    let template = serde_json::json!({ "organisation_id": app.centre().await, "kind": "thank_you_letter",
        "languages": "ru", "name": "Благодарность" });
    let template = client.post("/api/v1/paper-templates", template).await.json()["id"].to_string();
    let version = serde_json::json!({ "source": birge::printing::custom::STARTER });
    let made = client.post(&format!("/api/v1/paper-templates/{template}/versions"), version).await;
    (template, made.json()["versions"][0]["id"].to_string())
}

/// A key that has signed a credential.
async fn credential_key(app: &TestApp) -> String {
    let key = credential_keys::table.order(credential_keys::id).select(credential_keys::id);
    let key = app.db.read(move |r| Ok(key.first::<birge::kernel::CredentialKeyId>(r.conn())?)).await;
    key.unwrap().to_string()
}

/// A question of the programme's quiz.
fn first_question(r: &mut Read) -> Result<(QuestionEntryId, QuestionCategoryId), birge::kernel::Problem> {
    Ok(question_entries::table
        .order(question_entries::id)
        .select((question_entries::id, question_entries::category_id))
        .first(r.conn())?)
}

/// A batch of documents, a group's file and a request for a record of service, all only begun.
async fn gathered(
    app: &TestApp,
    by: &Person,
    (edition, enrolment): (EditionId, EnrolmentId),
    whose: &Person,
) -> [String; 3] {
    let (by, whose, now, organisation) = (by.id, whose.id, app.now(), app.centre().await);
    let begin = move |w: &mut Write| {
        let new = birge::document_batches::store::NewBatch {
            organisation,
            edition: Some(edition),
            kind: birge::programmes::rules::words::DocumentKind::ParticipationCertificate,
            issued_on: now.date_in(birge::kernel::ZoneName::MOSCOW),
            qualification: None,
            despite: None,
            letter: None,
            people: vec![(whose, Some(enrolment))],
        };
        let batch = birge::document_batches::store::insert(w, &new, by, now)?;
        let asked = (edition, birge::kernel::Language::Ru, 7);
        let file = birge::group_files::store::insert(w, asked, by, now)?;
        let record = birge::letters::store::service::ask(w, (whose, organisation), None, now)?;
        Ok([batch.to_string(), file.to_string(), record.to_string()])
    };
    app.db.write(begin).await.unwrap()
}

/// A mentor of the centre with a pair that has not begun to meet.
async fn mentor(app: &TestApp, whose: &Person) -> (String, String) {
    use birge::mentoring::rules::{ConsentBy, StepKind};
    use birge::mentoring::store::{self as mentors, pairs};
    let (whose, now, organisation) = (whose.id, app.now(), app.centre().await);
    let match_them = move |w: &mut Write| {
        let mentor = mentors::insert(w, (organisation, whose), "Хочу помогать", now)?.unwrap();
        mentors::step(w, mentor, (StepKind::Applied, None, None), (Some(whose), now))?;
        let agreement = pairs::Agreement {
            mentee_code: "А.К.".into(),
            mentee_born_in: 2013,
            starts_on: "2026-09-20".parse().unwrap(),
            planned_end: "2027-09-20".parse().unwrap(),
            consent_by: ConsentBy::Guardian,
            consent_paper: "Согласие № 4".into(),
            consent_on: "2026-09-10".parse().unwrap(),
        };
        let pair = pairs::insert(w, mentor, &agreement, (None, now))?;
        mentors::step(w, mentor, (StepKind::Matched, Some(pair), None), (None, now))?;
        Ok((mentor.to_string(), pair.to_string()))
    };
    app.db.write(match_them).await.unwrap()
}

/// The paper of an edition that is over, for somebody who learned in it.
async fn paper(app: &TestApp, by: &Person, version: ProgrammeVersionId, whose: &Person) -> DocumentId {
    let past = NewEdition {
        starts_on: "2026-06-01".parse().unwrap(),
        ends_on: "2026-08-31".parse().unwrap(),
        ..NewEdition::of(version)
    };
    let edition = app.open_edition(past).await;
    app.let_issue(app.centre().await).await;
    let enrolment = app.enrol(edition, whose).await;
    app.issue(by, edition, enrolment).await
}

impl TestApp {
    /// Downloads the digital credential of a document, and answers who signed it.
    pub async fn credential_of(&self, holder: &Person, document: DocumentId) -> CredentialIssuerId {
        let file = paths::credential_file(document, "json");
        assert_eq!(self.sign_in(holder).await.get(&file).await.status, 200);
        let issuers = credential_issuers::table.filter(credential_issuers::organisation_id.is_not_null());
        let issuer = issuers.select(credential_issuers::id);
        self.db.read(move |r| Ok(issuer.first::<CredentialIssuerId>(r.conn())?)).await.unwrap()
    }

    /// Opens the check-in of a session, at which somebody has arrived already.
    pub async fn let_in(&self, by: &Person, session: SessionId, enrolment: EnrolmentId) {
        let (actor, now) = (self.actor(by).await, self.now());
        let opening = Opening::usual(SessionMode::InPerson);
        let arrived = Arrived {
            enrolment,
            presence: Presence::InPerson,
            at: now,
            recorded_at: now,
            device: None,
            address: "seal".into(),
            network: "203.0.113.0/24".into(),
            made_mark: false,
        };
        let open = move |w: &mut Write| {
            check_in::actions::open(w, &actor, session, (&opening, "42"), now)?;
            check_in::store::arrivals::insert(w, session, &arrived)
        };
        assert!(self.db.write(open).await.unwrap());
    }

    /// What somebody told after the start of a session, with a file.
    pub async fn absence_notice(&self, session: SessionId, enrolment: EnrolmentId) -> AbsenceNoticeId {
        let now = self.now();
        let tell = move |w: &mut Write| {
            let plan = stored_files::table.filter(stored_files::name.eq("plan.pdf"));
            let file = plan.select(stored_files::id).first(w.conn())?;
            let reason = birge::attendance::rules::ReasonCode::Illness;
            let new = birge::absences::store::NewNotice {
                session,
                enrolment,
                reason,
                words: None,
                file: Some(file),
                late: true,
            };
            birge::absences::store::insert(w, &new, (None, now))
        };
        self.db.write(tell).await.unwrap()
    }

    /// A session by a link on an evening when nothing else is, and a list that somebody has loaded there.
    pub async fn webinar(&self, by: &Person, edition: EditionId, activity: ActivityId) -> (String, String) {
        let (actor, now) = (self.actor(by).await, self.now());
        let booking = Booking {
            activity,
            held_on: "2026-09-20".parse().unwrap(),
            starts: "20:00:00".parse().unwrap(),
            ends: "21:00:00".parse().unwrap(),
            mode: SessionMode::Online,
            place: None,
            link: Some("https://meet.example.org/evening".into()),
            trainer: None,
        };
        let book = move |w: &mut Write| attendance::book(w, &actor, edition, &booking, now);
        let session = self.db.write(book).await.unwrap();
        let list = crate::webinars::leave_list(self, session, by.id).await;
        (session.to_string(), list.to_string())
    }

    /// A session on the day after [`super::app::START`], from ten till half past eleven.
    pub async fn book(&self, by: &Person, edition: EditionId, activity: ActivityId) -> SessionId {
        let (actor, now) = (self.actor(by).await, self.now());
        let booking = Booking {
            activity,
            held_on: "2026-09-16".parse().unwrap(),
            starts: "10:00:00".parse().unwrap(),
            ends: "11:30:00".parse().unwrap(),
            mode: SessionMode::InPerson,
            place: Some("Ауд. 5".into()),
            link: None,
            trainer: None,
        };
        self.db.write(move |w| attendance::book(w, &actor, edition, &booking, now)).await.unwrap()
    }
}

/// A template of the federal register, and a file that was made with it.
async fn federal(app: &TestApp, administrator: &Person, things: Things) -> Things {
    let organisation = things.fill("{organisation}".to_owned()).parse().unwrap();
    let look_alike = LookAlike { prepared: 2, ..LookAlike::new() };
    let path = app.federal_template(administrator, organisation, &look_alike).await;
    let template: FederalTemplateId = path.rsplit('/').next().unwrap().parse().unwrap();
    let export = app.federal_file(organisation, template).await;
    things.with("federal_template", template.to_string()).with("federal_export", export.to_string())
}
