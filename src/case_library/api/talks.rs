//! What a trainee reads of others, says about it, and is asked.

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::case_library::actions::{self, Answer, Question, Shut};
use crate::case_library::rules::Consent;
use crate::case_library::store::DiscussionRow;
use crate::cases::actions::Which;
use crate::kernel::{ActivityId, EnrolmentId, Gate, LibraryExampleId, PersonName, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

type At = (EnrolmentId, ActivityId);

fn which((enrolment, activity): At) -> Which {
    Which { enrolment, activity }
}

/// A talk about answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct TalkDto {
    /// Why nothing is shown: `hand_in_first`, `locked` or `nothing`; `null` where something is.
    shut: Option<&'static str>,
    /// Whether something can be said now.
    open: bool,
    /// Whether remarks stand without the names of their writers.
    nameless: bool,
    /// The answers, none of which says whose it is.
    answers: Vec<AnswerDto>,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerDto {
    /// What it is called by.
    number: i32,
    /// The nameless copy.
    text: String,
    /// What was said about it, the oldest first.
    remarks: Vec<RemarkDto>,
}

/// A remark.
#[derive(Debug, Serialize, ToSchema)]
pub struct RemarkDto {
    /// The remark.
    id: i64,
    /// Who wrote it; `null` where remarks stand without names.
    author: Option<String>,
    /// Whether somebody wrote it who teaches the edition.
    by_staff: bool,
    /// What it says; empty once it was hidden.
    text: String,
    /// When.
    made_at: String,
    /// Why it was hidden.
    hidden_reason: Option<String>,
}

impl AnswerDto {
    pub(super) fn new(answer: &Answer) -> AnswerDto {
        let remark = |row: &crate::case_library::store::RemarkRow| RemarkDto {
            id: row.id.0,
            author: row.name.as_ref().map(PersonName::full),
            by_staff: row.by_staff,
            text: row.text.clone(),
            made_at: row.made_at.rfc3339(),
            hidden_reason: row.hidden.clone(),
        };
        AnswerDto {
            number: answer.row.number,
            text: answer.row.text.clone(),
            remarks: answer.remarks.iter().map(remark).collect(),
        }
    }
}

fn shut(shut: Shut) -> &'static str {
    match shut {
        Shut::HandInFirst => "hand_in_first",
        Shut::Locked => "locked",
        Shut::Nothing => "nothing",
    }
}

/// The talk about a case, once the trainee has handed a work in or cannot any more.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}/discussion", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = TalkDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<At>) -> Reply {
    let (which, now) = (which(path.into_inner()), api.web.now());
    let (_, talk) = api.read(Gate::SignedIn, move |r, me| actions::talk(r, me, which, now)).await?;
    let why = talk.reading.as_ref().err().map(|why| shut(*why));
    let (row, answers): (Option<DiscussionRow>, Vec<Answer>) =
        talk.reading.map_or((None, Vec::new()), |(row, answers)| (Some(row), answers));
    Ok(ok(&TalkDto {
        shut: why,
        open: row.is_some_and(|row| row.is_open()),
        nameless: row.is_some_and(|row| row.nameless),
        answers: answers.iter().map(AnswerDto::new).collect(),
    }))
}

/// A remark to make.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRemark {
    /// The number of the answer it is about.
    pub(super) answer: i32,
    /// What it says, at most 2000 characters.
    pub(super) remark: String,
}

/// A remark that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// The remark.
    pub(super) id: i64,
}

/// Says something about an answer.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/cases/{activity}/discussion/remarks", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = NewRemark,
    responses((status = 201, body = Made), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn say(api: Api, path: Path<At>, body: Body<NewRemark>) -> Reply {
    let (which, new) = (which(path.into_inner()), body.0);
    let job = move |w: &mut _, me: &_, now| actions::say(w, me, which, (new.answer, &new.remark), now);
    let (_, id) = api.write(Gate::SignedIn, job).await?;
    Ok(created(&Made { id: id.0 }))
}

/// Answers of earlier editions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamplesDto {
    /// Why nothing is shown, as in a talk.
    shut: Option<&'static str>,
    /// The texts, the newest first.
    examples: Vec<String>,
}

/// Answers of earlier editions that their authors let others read.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}/examples", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = ExamplesDto), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn examples(api: Api, path: Path<At>) -> Reply {
    let (which, now) = (which(path.into_inner()), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::examples(r, me, which, now)).await?;
    let why = found.reading.as_ref().err().map(|why| shut(*why));
    Ok(ok(&ExamplesDto { shut: why, examples: found.reading.unwrap_or_default() }))
}

/// What an author is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsentDto {
    /// What they were asked last.
    #[serde(flatten)]
    newest: ConsentQuestionDto,
    /// What they were asked before and may still answer, the newest first: about works of other teams they were in.
    earlier: Vec<ConsentQuestionDto>,
}

/// A question about one work.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsentQuestionDto {
    /// The question, to be named in an answer.
    example: i64,
    /// What the bearer has answered: `asked`, `agreed` or `refused`.
    consent: &'static str,
    /// What has come of it with everybody who had a part in it: `asked` until all have agreed, `refused` as soon as one
    /// does not.
    everybody: &'static str,
    /// Who of the team has not answered yet.
    awaited: Vec<String>,
    /// The very text that would be shown, and nothing else.
    text: String,
}

impl ConsentQuestionDto {
    fn new(question: &Question) -> ConsentQuestionDto {
        let own = match question.own() {
            None => Consent::Asked,
            Some(true) => Consent::Agreed,
            Some(false) => Consent::Refused,
        };
        ConsentQuestionDto {
            example: question.row.id.0,
            consent: own.as_str(),
            everybody: question.consent().as_str(),
            awaited: question.awaited().into_iter().map(PersonName::full).collect(),
            text: question.row.text.clone(),
        }
    }
}

/// What the bearer is asked about their own answers.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/cases/{activity}/consent", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = ConsentDto), (status = 404, body = ApiErrors)))]
pub async fn consent(api: Api, path: Path<At>) -> Reply {
    let which = which(path.into_inner());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::asked(r, me, which)).await?;
    Ok(ok(&ConsentDto {
        newest: ConsentQuestionDto::new(&found.newest),
        earlier: found.earlier.iter().map(ConsentQuestionDto::new).collect(),
    }))
}

/// What an author answers.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewConsent {
    /// Which question; without it the one that was asked last.
    #[serde(default)]
    example: Option<i64>,
    /// Whether later editions may read the text.
    agrees: bool,
}

/// Agrees, refuses, or takes either back.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/cases/{activity}/consent", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path)), request_body = NewConsent,
    responses((status = 204), (status = 404, body = ApiErrors)))]
pub async fn answer(api: Api, path: Path<At>, body: Body<NewConsent>) -> Reply {
    let (which, said) = (which(path.into_inner()), (body.0.example.map(LibraryExampleId), body.0.agrees));
    api.write(Gate::SignedIn, move |w, me, now| actions::answer_question(w, me, which, said, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
