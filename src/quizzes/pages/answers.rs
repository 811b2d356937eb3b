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
            let retry = Retry { form, faults: &faults, disputed: &disputed, page: page_of(form) };
            show_again(web, &me, id, retry).await
        }
        PageSaved::Saved { .. } => then(web, id, form, check),
        PageSaved::TooLate => too_late(web, &me, id, form).await,
    }
}

/// Where a saved page leads: to the last look, to another question, to the one that was checked, or back.
fn then(web: &Web, id: AttemptId, form: &Form, check: Option<QuestionId>) -> Reply {
    let wanted = form.raw("then").parse().ok().map(QuestionId).or(check);
    match (form.raw("then"), wanted) {
        ("submission", _) => web.redirect(paths::attempt_submission(id)),
        (_, Some(question)) => web.redirect(paths::attempt_question(id, question)),
        _ => {
            let page = page_of(form).map(|question| paths::attempt_question(id, question));
            let page = page.unwrap_or_else(|| paths::attempt(id));
            web.see_other(page, Flash::good("quizzes-flash-saved"))
        }
    }
}

/// The question that a form has the fields of, where each has its own page.
fn page_of(form: &Form) -> Option<QuestionId> {
    form.text("page").parse().ok().map(QuestionId)
}

/// What was typed, to be read once more: nothing of it can be taken.
async fn too_late(web: &Web, me: &Me, id: AttemptId, form: &Form) -> Reply {
    let (_, reading) = super::read(web, id).await?;
    let retry = Retry { form, faults: &[], disputed: &[], page: page_of(form) };
    let view = views::During::again(&reading, &web.reader(me), retry).too_late();
    web.conflict(me, &view)
}

/// The answers on the page. What cannot be read is a fault; the rest is saved nevertheless.
fn read_page(reading: &Reading, form: &Form) -> (PageInput, Vec<Fault>) {
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    let mut check = form.text("check").parse().ok().map(QuestionId);
    let page = page_of(form);
    let here = |asked: &&Asked| !asked.state.locked && page.is_none_or(|page| page == asked.id);
    for asked in reading.asked.iter().filter(here) {
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
    let flags = read_flags(form);
    (PageInput { attempt: reading.attempt.id, sequence, answers, check, flags }, faults)
}

/// The flags that were changed on the page: those it was served with come back beside those that are ticked now.
fn read_flags(form: &Form) -> Vec<(QuestionId, bool)> {
    let ids = |name: &str| -> BTreeSet<QuestionId> {
        form.all(name).iter().filter_map(|id| id.parse().ok()).map(QuestionId).collect()
    };
    let (before, now) = (ids("flagged"), ids("flag"));
    let put = now.difference(&before).map(|id| (*id, true));
    put.chain(before.difference(&now).map(|id| (*id, false))).collect()
}

async fn show_again(web: &Web, me: &Me, id: AttemptId, retry: Retry<'_>) -> Reply {
    let (_, reading) = super::read(web, id).await?;
    web.invalid(Some(me), &views::During::again(&reading, &web.reader(me), retry))
}
