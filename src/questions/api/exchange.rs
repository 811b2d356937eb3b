//! Questions from files of other systems and as such files, and a question as trainees see it.

use super::GATE;
use crate::api::{self, Api, ApiError, ApiErrors, RawBody};
use crate::kernel::{
    Fault as WireFault, Language, Problem, ProblemCode, QuestionCategoryId, QuestionEntryId, Word as _,
};
use crate::questions::actions::imports::{self, Arrival};
use crate::questions::actions::{entries, exports};
use crate::questions::pages::exports::file;
use crate::questions::pages::imports::read;
use crate::questions::rules::exchange::{Fault, Format, Imported, Reading};
use crate::questions::rules::filter::Filter;
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a file is taken.
#[derive(Debug, Deserialize)]
pub struct Wish {
    category: Option<QuestionCategoryId>,
    #[serde(default)]
    file_name: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    dry_run: bool,
    #[serde(default)]
    good_only: bool,
}

/// What a file brings, or has brought.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionImport {
    /// The format it was read as: `gift`, `moodle-xml`, `aiken` or `table`.
    pub format: String,
    /// Whether its questions were taken.
    pub taken: bool,
    /// Questions that are new in the bank; 0 after a dry run.
    pub new: usize,
    /// Questions that stood there already, word by word; 0 after a dry run.
    pub known: usize,
    /// The questions without faults.
    pub questions: Vec<ImportedQuestion>,
    /// What stops an import; the field is the line.
    pub faults: Vec<ApiError>,
    /// What is told and stops nothing; the field is the line.
    pub warnings: Vec<ApiError>,
}

/// A question out of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportedQuestion {
    /// The line it begins on, from 1.
    pub line: u32,
    /// `one`, `many`, `true_false`, `number`, `order`, `match`, `scale`, `text`, `gaps` or `essay`.
    pub kind: String,
    /// What it is called there.
    pub name: String,
    /// What is asked, without markup.
    pub text: String,
    /// Its category, the topmost first.
    pub category: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// Takes the questions of a file, the body of the request: all of them or, with faults, none. `dry_run=true` only
/// says what it would bring; `good_only=true` takes the questions without faults. The same file again adds nothing.
#[utoipa::path(post, path = "/api/v1/question-imports", tag = "questions",
    params(("category" = i64, Query), ("file_name" = Option<String>, Query),
        ("format" = Option<String>, Query, description = "`gift`, `moodle-xml`, `aiken` or `table`; told by the content otherwise"),
        ("language" = Option<String>, Query, description = "of its texts; the bearer's otherwise"),
        ("dry_run" = Option<bool>, Query), ("good_only" = Option<bool>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = QuestionImport), (status = 201, body = QuestionImport),
        (status = 404, body = ApiErrors), (status = 413, body = ApiErrors), (status = 422, body = QuestionImport)))]
pub async fn import(api: Api, wish: Query<Wish>, body: RawBody) -> Reply {
    let Wish { category, file_name, format, language, dry_run, good_only } = wish.into_inner();
    let destination = move |r: &mut _, me: &_| {
        let category =
            category.ok_or_else(|| Problem::invalid(vec![WireFault::new("category", "choose-one")]))?;
        imports::destination(r, me, category)?;
        Ok(category)
    };
    let (me, category) = api.read(GATE, destination).await?;
    let reader = me.actor.language;
    let language = Language::from_tag(&language).unwrap_or(reader);
    let reading = read(body.0, file_name.clone(), Format::parse(&format), language).await?;
    let mut said = QuestionImport::new(&reading, reader, &api);
    if dry_run {
        return Ok(api::ok(&said));
    }
    let stopped = !said.faults.is_empty() && (!good_only || reading.questions.is_empty());
    if stopped {
        return Ok(actix_web::HttpResponse::UnprocessableEntity().json(&said));
    }
    imports::lay_away(&api.web.kit.files, &reading).await?;
    let taking = move |w: &mut _, me: &_, now| {
        let arrival = Arrival { reading: &reading, file_name: &file_name, category, good_only };
        imports::take(w, me, &arrival, now)
    };
    let (_, arrived) = api.write(GATE, taking).await?;
    (said.taken, said.new, said.known) = (true, arrived.new, arrived.known);
    Ok(api::created(&said))
}

impl QuestionImport {
    fn new(reading: &Reading, reader: Language, api: &Api) -> QuestionImport {
        let finding = |fault: &Fault| {
            let (words, arguments) = (&api.web.kit.words, fault.arguments());
            let told = words.text_with(reader, &fault.message_key(), &arguments);
            let remedy = words.text_with(reader, &fault.remedy_key(), &arguments);
            ApiError {
                code: fault.code.as_str().to_owned(),
                field: Some(fault.line.to_string()),
                detail: format!("{told}. {remedy}"),
            }
        };
        let question = |one: &Imported| ImportedQuestion {
            line: one.line,
            kind: one.question.kind.as_str().to_owned(),
            name: one.name.clone(),
            text: one.plain_text(),
            category: one.category.clone(),
            tags: one.tags.clone(),
        };
        QuestionImport {
            format: reading.format.as_str().to_owned(),
            taken: false,
            new: 0,
            known: 0,
            questions: reading.questions.iter().map(question).collect(),
            faults: reading.faults().map(finding).collect(),
            warnings: reading.warnings().map(finding).collect(),
        }
    }
}

/// In which format, and what of the bank.
#[derive(Debug, Default, Deserialize)]
pub struct Leaving {
    #[serde(default)]
    format: String,
}

/// Questions as a file for other systems. What cannot go along is named in comments at its end.
#[utoipa::path(get, path = "/api/v1/question-exports", tag = "questions",
    params(("format" = Option<String>, Query, description = "`gift` or `moodle-xml`"),
        ("q" = Option<String>, Query), ("category" = Option<i64>, Query), ("owner" = Option<String>, Query),
        ("kind" = Option<String>, Query), ("tag" = Option<String>, Query), ("state" = Option<String>, Query),
        ("missing" = Option<String>, Query), ("archived" = Option<String>, Query)),
    responses((status = 200, body = String, content_type = "application/xml"), (status = 403, body = ApiErrors)))]
pub async fn export(api: Api, filter: Query<Filter>, wish: Query<Leaving>) -> Reply {
    let filter = filter.into_inner();
    let (me, leaving) = api.read(GATE, move |r, me| exports::leaving(r, me, &filter)).await?;
    file(&api.web, me.actor.language, leaving, &wish.format).await
}

/// Which version in which language.
#[derive(Debug, Default, Deserialize)]
pub struct Look {
    version: Option<i32>,
    language: Option<String>,
}

/// A question as trainees see it before they answer: without what is right. Choices stand in the author's order.
#[utoipa::path(get, path = "/api/v1/questions/{question}/preview", tag = "questions",
    params(("question" = i64, Path), ("version" = Option<i32>, Query), ("language" = Option<String>, Query)),
    responses((status = 200, body = Object), (status = 404, body = ApiErrors)))]
pub async fn preview(api: Api, path: Path<i64>, look: Query<Look>) -> Reply {
    let (id, look) = (QuestionEntryId(path.into_inner()), look.into_inner());
    let (me, shown) = api.read(GATE, move |r, me| entries::show(r, me, id)).await?;
    let number = look.version.or_else(|| shown.newest().map(|version| version.number));
    let version = shown.versions.iter().find(|version| Some(version.number) == number);
    let version = version.ok_or_else(|| Problem::new(ProblemCode::NotFound))?;
    let language = look.language.as_deref().and_then(Language::from_tag).unwrap_or(me.actor.language);
    let public = version.question.public(language).ok_or_else(Problem::not_found)?;
    Ok(api::ok(&public))
}

/// What the API says about files of questions.
#[derive(utoipa::OpenApi)]
#[openapi(paths(import, export, preview))]
pub struct Doc;
