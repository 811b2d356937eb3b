//! A trainee at the steps of a case: looking, opening the next one, writing, deciding.

use crate::cases::actions::Which;
use crate::cases::views::Closed;
use crate::kernel::{ActivityId, EnrolmentId, Gate, Problem, ProblemCode, dates};
use crate::staged_cases::actions::{self, DecisionInput, Kept, Opened, Outcome, StepInput};
use crate::staged_cases::rules::Made;
use crate::staged_cases::store::DraftRow;
use crate::staged_cases::views::{StepsPage, Typed};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Form, Me, Reply, Web, paths};
use actix_web::web::Path;
use serde_json::{Value, json};

fn which(enrolment: i64, activity: i64) -> Which {
    Which { enrolment: EnrolmentId(enrolment), activity: ActivityId(activity) }
}

fn step(path: (i64, i64, i32), form: &Form) -> StepInput {
    let (enrolment, activity, sequence) = path;
    StepInput { which: which(enrolment, activity), run: form.text("run").parse().ok(), sequence }
}

/// `GET /learn/{enrolment}/cases/{activity}/steps`.
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (enrolment, activity) = path.into_inner();
    page(&web, which(enrolment, activity), &Typed::default(), None).await
}

/// `POST /learn/{enrolment}/cases/{activity}/steps`: opens the next stage.
pub async fn open(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (enrolment, activity) = path.into_inner();
    let sequence = form.text("sequence").parse().unwrap_or(1);
    let input = step((enrolment, activity, sequence), &form);
    let job = move |w: &mut _, me: &_, now| actions::open_step(w, me, input, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) | Err(Failure::Repeated) => web.redirect(here(input)),
        Err(failure) => refused(&web, input.which, &form, failure).await,
    }
}

/// `POST /learn/{enrolment}/cases/{activity}/steps/{step}/decision`.
pub async fn decide(web: Web, path: Path<(i64, i64, i32)>, form: Form) -> Reply {
    let input = DecisionInput { step: step(path.into_inner(), &form), made: made(&form) };
    let at = input.step;
    let job = move |w: &mut _, me: &_, now| actions::decide(w, me, &input, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok((_, Outcome::Recorded)) | Err(Failure::Repeated) => web.redirect(here(at)),
        Ok((_, Outcome::TooLate)) => {
            let typed = Typed::refused(&form, &Problem::new(ProblemCode::StepOver));
            page(&web, at.which, &typed, Some(ProblemCode::StepOver)).await
        }
        Err(failure) => refused(&web, at.which, &form, failure).await,
    }
}

/// `POST /learn/{enrolment}/cases/{activity}/steps/{step}/draft`; with a field `script` the answer is JSON.
pub async fn save_draft(web: Web, path: Path<(i64, i64, i32)>, form: Form) -> Reply {
    let input = step(path.into_inner(), &form);
    let (text, revision) = (form.raw("text").to_owned(), form.text("revision").parse().unwrap_or(0));
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, input, (&text, revision), now);
    let kept = web.write(Gate::SignedIn, &form, job).await;
    if form.ticked("script") {
        return quietly(&web, kept);
    }
    match kept {
        Ok((_, Kept::Saved(_))) | Err(Failure::Repeated) => web.redirect(here(input)),
        Ok((_, Kept::Stale(theirs))) => {
            let text = Some(form.raw("text").to_owned());
            let typed = Typed { text, theirs: Some(theirs), ..Typed::default() };
            page(&web, input.which, &typed, Some(ProblemCode::Conflict)).await
        }
        Err(failure) => refused(&web, input.which, &form, failure).await,
    }
}

/// The place on the page where it goes on.
fn here(input: StepInput) -> String {
    paths::case_steps_now(input.which.enrolment, input.which.activity)
}

fn made(form: &Form) -> Made {
    match form.text("choice").parse() {
        Ok(number) => Made::Choice(number),
        Err(_) => Made::Text(form.raw("text").to_owned()),
    }
}

/// The page after nothing was done: why, and what was typed.
async fn refused(web: &Web, which: Which, form: &Form, failure: Failure) -> Reply {
    const SHOWN: [ProblemCode; 4] =
        [ProblemCode::Invalid, ProblemCode::EditionClosed, ProblemCode::StepDecided, ProblemCode::StepOver];
    match failure {
        Failure::Problem(problem) if SHOWN.contains(&problem.code) => {
            page(web, which, &Typed::refused(form, &problem), Some(problem.code)).await
        }
        other => Err(other),
    }
}

async fn page(web: &Web, which: Which, typed: &Typed, code: Option<ProblemCode>) -> Reply {
    let now = web.now();
    let (me, opened) = web.read(Gate::SignedIn, move |r, me| actions::open(r, me, which, now)).await?;
    let reader = web.reader(&me);
    match opened {
        Opened::Play(play) => {
            let view = StepsPage::new(&play, &reader, typed)?;
            match code {
                Some(code) => web.refused(&me, code, &view),
                None => web.page(&me, &view),
            }
        }
        Opened::Locked(standing, fact) => web.page(&me, &Closed::locked(&standing, &fact, &reader)),
        Opened::Ahead(standing, fact) => web.page(&me, &Closed::ahead(&standing, &fact, &reader)),
    }
}

/// What the page's script is told: the new revision, or what another device has saved.
fn quietly(web: &Web, kept: Result<(Me, Kept), Failure>) -> Reply {
    match kept {
        Ok((me, Kept::Saved(draft))) => Ok(said(200, &told(web, &me, &draft))),
        Ok((me, Kept::Stale(theirs))) => Ok(said(ProblemCode::Conflict.status(), &told(web, &me, &theirs))),
        Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
        Err(other) => Err(other),
    }
}

fn told(web: &Web, me: &Me, draft: &DraftRow) -> Value {
    let at = draft.saved_at.local(web.reader(me).zone).time();
    json!({ "revision": draft.revision, "saved_at": dates::time(at), "text": draft.text })
}
