//! Saving answers: one at a time for the page's script, all of them for a page without scripts.

use crate::db::{Read, Write};
use crate::kernel::{Actor, AttemptId, Fault, Gate, Problem, ProblemCode, QuestionId, dates};
use crate::questions::rules::response::{Response, Shape, field_name};
use crate::quizzes::actions::{self, AnswerInput, Answered, Asked, PageInput, PageSaved, Reading};
use crate::quizzes::views::{self, Retry};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use serde::Serialize;
use std::collections::BTreeSet;

/// `POST /attempts/{attempt}/answers`. With a field `question` it is one answer, and the reply is JSON.
pub async fn create(web: Web, path: Path<AttemptId>, form: Form) -> Reply {
    let id = path.into_inner();
    if !form.ticked("question") {
        return save_page(&web, id, &form).await;
    }
    let said = save_one(&web, id, &form).await.or_else(Said::of_failure)?;
    let status = StatusCode::from_u16(said.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok(HttpResponse::build(status).insert_header((header::CACHE_CONTROL, "private, no-store")).json(said))
}

/// What the page's script is told.
#[derive(Debug, Default, Serialize)]
struct Said {
    #[serde(skip)]
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sequence: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved_at: Option<String>,
    /// Why an answer does not fit, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change>,
}

/// A question that was answered elsewhere since, as its fields and in words.
#[derive(Debug, Serialize)]
struct Change {
    question: QuestionId,
    fields: Vec<(String, String)>,
    words: String,
}

impl Said {
    fn problem(code: ProblemCode) -> Said {
        Said { status: code.status(), code: Some(code.as_str()), ..Said::default() }
    }

    fn of_failure(failure: Failure) -> Result<Said, Failure> {
        failure.code().map(Said::problem).ok_or(failure)
    }
}

fn read_response(shape: &Shape, question: QuestionId, form: &Form) -> Result<Response, Fault> {
    let name = field_name(question);
    Response::from_fields(shape, &name, &|field| form.all(field).to_vec())
        .map_err(|code| Fault::new(name, code))
}

async fn save_one(web: &Web, attempt: AttemptId, form: &Form) -> Result<Said, Failure> {
    let whole = |name: &str| form.text(name).parse().map_err(|_| Problem::new(ProblemCode::BadRequest));
    let question = QuestionId(whole("question")?);
    let sequence = i32::try_from(whole("sequence")?).map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let shape = move |r: &mut Read, me: &Actor| actions::shape(r, me.person_id()?, attempt, question);
    let (me, shape) = web.read(Gate::SignedIn, shape).await?;
    let response = match read_response(&shape, question, form) {
        Ok(response) => response,
        Err(fault) => {
            let reason = Some(web.say(&me)(&format!("fault-{}", fault.code)));
            return Ok(Said { reason, ..Said::problem(ProblemCode::Invalid) });
        }
    };
    let holder = Some(form.text("holder")).filter(|holder| !holder.is_empty());
    let check = form.ticked("check");
    let input = AnswerInput { attempt, question, sequence, response, check, holder };
    let (person, now) = (me.actor.person_id()?, web.now());
    match web.kit.db.write(move |w| actions::answer(w, person, &input, now)).await? {
        Answered::Saved(sequence) => {
            let saved_at = dates::time(now.local(me.actor.zone).time());
            Ok(Said { status: 200, sequence: Some(sequence), saved_at: Some(saved_at), ..Said::default() })
        }
        Answered::TooLate => Ok(Said::problem(ProblemCode::DeadlinePassed)),
        Answered::Elsewhere => Ok(Said::problem(ProblemCode::AttemptElsewhere)),
        Answered::Stale { current, changed } => {
            let changes = changes(web, attempt, &changed).await?;
            Ok(Said { sequence: Some(current), changes, ..Said::problem(ProblemCode::Conflict) })
        }
    }
}

/// What was answered elsewhere, so that the page can show it.
async fn changes(
    web: &Web,
    attempt: AttemptId,
    changed: &BTreeSet<QuestionId>,
) -> Result<Vec<Change>, Failure> {
    let (me, reading) = super::read(web, attempt).await?;
    let language = me.actor.language;
    let change = |asked: &Asked| {
        let fields = asked.response.to_fields(&field_name(asked.id));
        let words = views::describe(&asked.question.public(language)?, &asked.response, language);
        Some(Change { question: asked.id, fields, words })
    };
    Ok(reading.asked.iter().filter(|asked| changed.contains(&asked.id)).filter_map(change).collect())
}

async fn save_page(web: &Web, id: AttemptId, form: &Form) -> Reply {
    let now = web.now();
    // Not through `super::read`: it would hand in what may still come within the grace.
    let (me, reading) = web.read(Gate::SignedIn, move |r, me| actions::attempt(r, me, id, now)).await?;
    let (page, faults) = read_page(&reading, form);
    let check = page.check;
    if reading.attempt.submitted_at.is_some() {
        return too_late(web, &me, id, form).await;
    }
    let save = move |w: &mut Write, me: &Actor, now| actions::answer_page(w, me, &page, now);
    let (me, saved) = web.write(Gate::SignedIn, &super::repeatable(), save).await?;
    match saved {
        PageSaved::Saved { disputed, .. } if !(disputed.is_empty() && faults.is_empty()) => {
            show_again(web, &me, id, Retry { form, faults: &faults, disputed: &disputed }).await
        }
        PageSaved::Saved { .. } if form.raw("then") == "submission" => {
            web.redirect(paths::attempt_submission(id))
        }
        PageSaved::Saved { .. } => match check {
            Some(question) => web.redirect(format!("{}#question-{question}", paths::attempt(id))),
            None => web.see_other(paths::attempt(id), Flash::good("quizzes-flash-saved")),
        },
        PageSaved::TooLate => too_late(web, &me, id, form).await,
    }
}

/// What was typed, to be read once more: nothing of it can be taken.
async fn too_late(web: &Web, me: &Me, id: AttemptId, form: &Form) -> Reply {
    let (_, reading) = super::read(web, id).await?;
    let retry = Retry { form, faults: &[], disputed: &[] };
    let view = views::During::new(&reading, &web.reader(me), Some(retry)).too_late();
    web.conflict(me, &view)
}

/// The answers on the page. What cannot be read is a fault; the rest is saved nevertheless.
fn read_page(reading: &Reading, form: &Form) -> (PageInput, Vec<Fault>) {
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    let mut check = form.text("check").parse().ok().map(QuestionId);
    for asked in reading.asked.iter().filter(|asked| !asked.state.locked) {
        match read_response(&Shape::of(&asked.question), asked.id, form) {
            Ok(response) if response.is_blank() && check == Some(asked.id) => {
                check = None;
                faults.push(Fault::new(field_name(asked.id), "answer-first"));
            }
            Ok(response) => answers.push((asked.id, response)),
            Err(fault) => faults.push(fault),
        }
    }
    let sequence = form.text("sequence").parse().unwrap_or(0);
    (PageInput { attempt: reading.attempt.id, sequence, answers, check }, faults)
}

async fn show_again(web: &Web, me: &Me, id: AttemptId, retry: Retry<'_>) -> Reply {
    let (_, reading) = super::read(web, id).await?;
    web.invalid(Some(me), &views::During::new(&reading, &web.reader(me), Some(retry)))
}
