//! What belongs to one trainee and to the trainer of one edition, made through the pages, so that a walk through
//! all routes tells the owner from the others.

use super::app::TestApp;
use super::fixtures::Person;
use birge::db::Read;
use birge::db::schema::{
    documents, edition_shifts, live_quizzes, mails, organisations, programmes, quiz_appeals, quiz_marks,
    stored_files, submissions, teams,
};
use birge::kernel::{ActivityId, DocumentId, EditionId, EnrolmentId, Problem, ShiftId};
use birge::programmes::rules::ActivityKind;
use birge::web::paths;
use diesel::prelude::*;

/// Where it happens, and who learns and teaches there.
pub struct Place<'a> {
    /// The edition.
    pub edition: EditionId,
    /// The trainee's place in it.
    pub enrolment: EnrolmentId,
    /// Who learns.
    pub trainee: &'a Person,
    /// Who teaches.
    pub trainer: &'a Person,
    /// Somebody else who learns there, and their place.
    pub other: (&'a Person, EnrolmentId),
}

/// Values for the parameters of routes.
pub struct Things(Vec<(&'static str, String)>);

impl Things {
    /// Learns, hands in, appeals, regrades and plays.
    pub async fn make(
        app: &TestApp,
        place: &Place<'_>,
        activities: &[(ActivityKind, ActivityId)],
        paper: DocumentId,
    ) -> Things {
        let of_kind = |kind| activities.iter().find(|(other, _)| *other == kind).unwrap().1;
        let (quiz, case) = (of_kind(ActivityKind::Quiz), of_kind(ActivityKind::Case));
        let (trainee, trainer) = (app.sign_in(place.trainee).await, app.sign_in(place.trainer).await);

        let attempt = trainee.post(&paths::quiz_attempts(place.enrolment, quiz), &[]).await.path;
        assert!(attempt.starts_with("/attempts/"), "{attempt}");
        trainee.post(&format!("{attempt}/submission"), &[]).await;
        let question = one(app, |r| {
            Ok(quiz_marks::table
                .select(quiz_marks::question_id)
                .order(quiz_marks::question_id)
                .first::<birge::kernel::QuestionId>(r.conn())?
                .to_string())
        })
        .await;
        trainee
            .post(&format!("{attempt}/questions/{question}/appeal"), &[("text", "Верны оба ответа")])
            .await;
        let regrade = [("question", question.as_str()), ("version", "full-marks"), ("reason", "Опечатка")];
        let regrade = trainer.post(&paths::quiz_regrades(place.edition, quiz), &regrade).await.path;
        assert!(regrade.starts_with("/regrades/"), "{regrade}");

        let steps = paths::case_steps(place.enrolment, case);
        trainee.post(&steps, &[("sequence", "1")]).await;
        for step in 1..=2 {
            trainee.post(&paths::case_decision(place.enrolment, case, step), &[("choice", "2")]).await;
        }
        let files = [("files", "plan.pdf", b"%PDF-1.7\nplan".to_vec())];
        let fields = [("text", "Сначала позвоню"), ("revision", "0")];
        let work = paths::case_submissions(place.enrolment, case);
        let handed_in = trainee.post_multipart(&work, &fields, &files).await;
        assert_eq!(handed_in.status, 200, "{}", handed_in.text());

        let work = one(app, |r| {
            Ok(submissions::table
                .order(submissions::id)
                .select(submissions::id)
                .first::<birge::kernel::SubmissionId>(r.conn())?
                .to_string())
        })
        .await;
        let remark = [("quote", "позвоню"), ("comment", "Кому?")];
        let commented = trainer.post(&format!("/submissions/{work}/comments"), &remark).await.html;
        let (_, comment) = commented.split_once("/passage-comments/").unwrap();
        let comment = comment.split('/').next().unwrap().to_owned();
        let shown = format!("/submissions/{work}/shown-answer");
        trainer.post(&shown, &[("text", "Сначала позвоню")]).await;
        trainer.post(&paths::case_board(place.edition, case), &[("early", "on")]).await;
        trainer.post(&format!("/submissions/{work}/example"), &[]).await;
        let said = [("answer", "1"), ("remark", "Кому?")];
        trainee.post(&paths::case_talk_remarks(place.enrolment, case), &said).await;
        let board = trainer.get(&paths::case_board(place.edition, case)).await.html;
        let (_, remark) = board.split_once("/discussion-remarks/").unwrap();
        let remark = remark.split('/').next().unwrap().to_owned();
        let fellow = app.sign_in(place.other.0).await;
        fellow.post(&paths::case_steps(place.other.1, case), &[("sequence", "1")]).await;
        for step in 1..=2 {
            fellow.post(&paths::case_decision(place.other.1, case, step), &[("choice", "2")]).await;
        }
        let text = [("text", "Сначала подумаю"), ("revision", "0")];
        fellow.post(&paths::case_submissions(place.other.1, case), &text).await;
        let peers = paths::peer_round(place.edition, case);
        trainer.post(&peers, &[("reviewers", "1"), ("days", "7"), ("points", "10")]).await;
        trainer.post(&paths::peer_allotment(place.edition, case), &[("early", "on")]).await;
        let asked = fellow.get(&paths::own_reviews(place.other.1, case)).await.html;
        let (_, review) = asked.split_once("href=\"/peer-reviews/").unwrap();
        let review = review.split('"').next().unwrap().to_owned();
        let exception = app.except(place.edition, place.trainer).await;

        let activity = quiz.to_string();
        let fields = [
            ("activity", activity.as_str()),
            ("seconds", "600"),
            ("right", "500"),
            ("quick", "500"),
            ("guests", "on"),
        ];
        let live = trainer.post(&paths::live_quizzes(place.edition), &fields).await.path;
        assert!(live.starts_with("/live-quizzes/"), "{live}");
        let code =
            one(app, |r| Ok(live_quizzes::table.select(live_quizzes::code).first::<String>(r.conn())?)).await;
        let joined = trainee.post(paths::JOIN, &[("code", &code)]).await.path;
        assert_eq!(joined, paths::live_play(&code));

        let (set, team) = teams_of(app, place).await;
        let (site_case, entry) = site_case_of(app, place).await;
        let shift = shift_of(app, place).await;
        app.stranger().post(paths::PASSWORD_RESET, &[("email", &place.trainee.email)]).await;
        let message = app.write_to(place.trainee, "enrolment").await;
        app.run_jobs().await;
        let signature = app.leave_signature(place.trainee.id, paper).await;
        Things(vec![
            ("attempt", last(&attempt)),
            ("question", question),
            ("regrade", last(&regrade)),
            ("live_quiz", last(&live)),
            ("code", code),
            ("document", paper.to_string()),
            (
                "appeal",
                one(app, |r| {
                    Ok(quiz_appeals::table
                        .select(quiz_appeals::id)
                        .first::<birge::kernel::AppealId>(r.conn())?
                        .to_string())
                })
                .await,
            ),
            (
                "submission",
                one(app, |r| {
                    Ok(submissions::table
                        .order(submissions::id)
                        .select(submissions::id)
                        .first::<birge::kernel::SubmissionId>(r.conn())?
                        .to_string())
                })
                .await,
            ),
            (
                "file",
                one(app, |r| {
                    Ok(stored_files::table
                        .filter(stored_files::name.eq("plan.pdf"))
                        .select(stored_files::id)
                        .first::<birge::kernel::StoredFileId>(r.conn())?
                        .to_string())
                })
                .await,
            ),
            (
                "mail",
                one(app, |r| {
                    Ok(mails::table.select(mails::id).first::<birge::kernel::MailId>(r.conn())?.to_string())
                })
                .await,
            ),
            (
                "public_id",
                one(app, |r| {
                    Ok(documents::table
                        .select(documents::public_id)
                        .first::<birge::kernel::PublicId>(r.conn())?
                        .to_string())
                })
                .await,
            ),
            (
                "organisation",
                one(app, |r| {
                    Ok(organisations::table
                        .order(organisations::id)
                        .select(organisations::id)
                        .first::<birge::kernel::OrganisationId>(r.conn())?
                        .to_string())
                })
                .await,
            ),
            (
                "slug",
                one(app, |r| Ok(programmes::table.select(programmes::slug).first::<String>(r.conn())?)).await,
            ),
            ("format", "csv".to_owned()),
            ("document_kind", "participation_certificate".to_owned()),
            ("signature", signature),
            ("paper", "xlsx".to_owned()),
            ("key", "press_tour".to_owned()),
            ("exception", exception.to_string()),
            ("comment", comment),
            ("remark", remark),
            ("review", review),
            ("place", "1".to_owned()),
            ("step", "1".to_owned()),
            ("set", set),
            ("team", team),
            ("site_case", site_case),
            ("entry", entry),
            ("shift", shift),
            ("message", message.to_string()),
        ])
    }

    /// The same and a value more.
    pub fn with(mut self, name: &'static str, value: String) -> Things {
        self.0.push((name, value));
        self
    }

    /// Puts what there is into an address.
    pub fn fill(&self, address: String) -> String {
        self.0.iter().fold(address, |address, (name, value)| address.replace(&format!("{{{name}}}"), value))
    }
}

/// A case that the trainee has raised and the trainer has answered; the edition reads it.
async fn site_case_of(app: &TestApp, place: &Place<'_>) -> (String, String) {
    let (trainee, trainer) = (app.sign_in(place.trainee).await, app.sign_in(place.trainer).await);
    let form = trainee.post(&paths::own_site_cases(place.enrolment), &[]).await.path;
    let case = form.strip_suffix("/edit").unwrap().to_owned();
    let text = [
        ("title", "Отказ"),
        ("institution", "Центр"),
        ("happened", "Семья отказалась"),
        ("question", "Что дальше?"),
        ("revision", "0"),
    ];
    trainee.post(&format!("{case}/texts"), &text).await;
    let answered = trainer.post(&format!("{case}/messages"), &[("message", "Спросите семью")]).await.html;
    let (_, entry) = answered.split_once("/site-case-entries/").unwrap();
    let entry = entry.split('/').next().unwrap().to_owned();
    let copy = [("title", "Отказ"), ("situation", "Семья отказалась"), ("task", "Что дальше?")];
    trainer.post(&format!("{case}/copy"), &copy).await;
    trainer.post(&format!("{case}/consent-request"), &[]).await;
    let agrees = [("number", "1"), ("group", "on"), ("course", "on")];
    trainee.post(&format!("{case}/consent"), &agrees).await;
    trainer.post(&format!("{case}/opening"), &[]).await;
    (last(&case), entry)
}

/// A day away from home.
async fn shift_of(app: &TestApp, place: &Place<'_>) -> String {
    let trainer = app.sign_in(place.trainer).await;
    let edition = place.edition;
    let term = move |r: &mut Read| Ok(birge::editions::store::edition(r, edition)?.unwrap().starts_on);
    let day = app.db.read(term).await.unwrap().to_string();
    let shift = [("first_on", day.as_str()), ("last_on", day.as_str()), ("place", "с. Еланцы")];
    trainer.post(&paths::edition_shifts(edition), &shift).await;
    one(app, |r| Ok(edition_shifts::table.select(edition_shifts::id).first::<ShiftId>(r.conn())?.to_string()))
        .await
}

/// A set of one team, open for the trainee.
async fn teams_of(app: &TestApp, place: &Place<'_>) -> (String, String) {
    let trainer = app.sign_in(place.trainer).await;
    let made = [("name", "Команды хакатона"), ("teams", "1")];
    let set = trainer.post(&paths::team_sets(place.edition), &made).await.path;
    let open = [("until", "2026-11-01"), ("time", "18:00"), ("places", "5")];
    trainer.post(&format!("{set}/sign-up"), &open).await;
    let team = one(app, |r| {
        Ok(teams::table.select(teams::id).first::<birge::kernel::TeamId>(r.conn())?.to_string())
    });
    (last(&set), team.await)
}

impl TestApp {
    /// Lets a trainer of an edition grade colleagues.
    pub async fn except(&self, edition: EditionId, trainer: &Person) -> birge::kernel::GradingExceptionId {
        let (person, now) = (trainer.id, self.now());
        let except = move |w: &mut birge::db::Write| {
            let who = (edition, person);
            birge::grading::actions::except(w, &birge::kernel::Actor::program(), who, "Один в городе", now)
        };
        self.db.write(except).await.unwrap()
    }
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

async fn one(
    app: &TestApp,
    load: impl FnOnce(&mut Read) -> Result<String, Problem> + Send + 'static,
) -> String {
    app.db.read(load).await.unwrap()
}
