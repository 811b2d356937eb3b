//! Beginning an attempt, and the page of one: its questions while it runs, its result afterwards.

use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, AttemptId, EnrolmentId, Fault, Gate, Problem, ProblemCode, QuestionId,
};
use crate::quizzes::actions::{self, Opening};
use crate::quizzes::views;
use crate::web::{Form, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /learn/{enrolment}/quizzes/{activity}/attempts`. Sent twice, it leads to the same attempt.
pub async fn create(web: Web, path: Path<(EnrolmentId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let hash = move |r: &mut Read, me: &Actor| actions::password_hash(r, me, at);
    let (_, hash) = web.read(Gate::SignedIn, hash).await?;
    let proven = actions::prove(&web.kit, at, hash, form.raw("password")).await?;
    let opening = Opening { enrolment: at.0, quiz: at.1, seed: web.kit.secrets.number(), proven };
    let open = move |w: &mut Write, me: &Actor, now| actions::open(w, me, &opening, now);
    match web.write(Gate::SignedIn, &super::repeatable(), open).await {
        Ok((_, id)) => web.redirect(paths::attempt(id)),
        Err(failure) if failure.code() == Some(ProblemCode::QuizPasswordWrong) => {
            let faults = [Fault::new("password", "quiz-password")];
            let now = web.now();
            let (me, entrance) =
                web.read(Gate::SignedIn, move |r, me| actions::entrance(r, me, at, now)).await?;
            web.invalid(Some(&me), &views::Before::again(&entrance, &web.reader(&me), &faults))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /attempts/{attempt}`. Where each question has its own page, it leads to the first without an answer.
pub async fn show(web: Web, path: Path<AttemptId>) -> Reply {
    let (me, reading) = super::read(&web, path.into_inner()).await?;
    let reader = web.reader(&me);
    if reading.attempt.submitted_at.is_some() {
        return web.page(&me, &views::After::new(&reading, &reader));
    }
    match reading.place(None).and_then(|place| reading.asked.get(place)) {
        Some(asked) => web.redirect(paths::attempt_question(reading.attempt.id, asked.id)),
        None => web.page(&me, &views::During::new(&reading, &reader, None)),
    }
}

/// `GET /attempts/{attempt}/questions/{question}`: its page, or its place on the page of all or in the result.
pub async fn question(web: Web, path: Path<(AttemptId, QuestionId)>) -> Reply {
    let (id, question) = path.into_inner();
    let (me, reading) = super::read(&web, id).await?;
    if !reading.asked.iter().any(|asked| asked.id == question) {
        return Err(Problem::not_found().into());
    }
    if reading.attempt.submitted_at.is_some() || reading.place(Some(question)).is_none() {
        return web.redirect(format!("{}#question-{question}", paths::attempt(id)));
    }
    web.page(&me, &views::During::new(&reading, &web.reader(&me), Some(question)))
}
