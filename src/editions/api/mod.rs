//! Editions over the API.

pub mod enrolments;
pub mod imports;

use super::actions;
use super::rules::draft::Draft;
use super::rules::{AttendanceBase, CompletionRule};
use super::store::EditionRow;
use super::store::enrolments::trainees;
use super::store::trainers::of_edition;
use crate::api::{self, Api, ApiErrors, Body, Listing};
use crate::db::Write;
use crate::kernel::{Actor, EditionId, Gate, Permille, PersonId, PersonName, ProgrammeVersionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edition {
    /// The row id.
    pub id: i64,
    /// Its own title.
    pub title: String,
    /// The programme version it is pinned to.
    pub version_id: i64,
    /// The organisation that runs it.
    pub organisation_id: i64,
    /// The first day.
    pub starts_on: String,
    /// The last day.
    pub ends_on: String,
    /// The IANA name of its zone.
    pub time_zone: String,
    /// `ahead`, `running` or `over`.
    pub stage: String,
    /// How many people fit.
    pub capacity: i32,
    /// How many people the caller sees in it.
    pub people: i64,
    /// What it asks of its trainees.
    pub rule: Rule,
}

/// An edition with who teaches it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionDetails {
    /// The edition.
    #[serde(flatten)]
    pub edition: Edition,
    /// Its trainers, by name.
    pub trainers: Vec<Trainer>,
}

/// A trainer of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Trainer {
    /// The person.
    pub id: i64,
    /// Surname, first name, patronymic.
    pub name: String,
}

/// The completion rule; percent throughout.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Rule {
    /// Of the session time that must be attended.
    pub attendance_percent: i32,
    /// Of which session time: `planned`, or `held` by now (sessions that are over and were not cancelled). `planned`
    /// when it is left out.
    #[serde(default = "planned")]
    pub attendance_of: String,
    /// Of the other hours that must be credited.
    pub hours_percent: i32,
    /// Whether every quiz that counts must be passed.
    #[serde(default = "yes")]
    pub every_quiz: bool,
    /// Whether every case must be passed.
    #[serde(default = "yes")]
    pub every_case: bool,
    /// One pass mark for all quizzes; each its own when it is left out.
    pub quiz_pass_percent: Option<i32>,
    /// One pass mark for all cases; each its own when it is left out.
    pub case_pass_percent: Option<i32>,
    /// For how many months certificates of the edition hold, 1 to 120; for ever when it is left out.
    pub valid_months: Option<u16>,
}

fn planned() -> String {
    AttendanceBase::Planned.as_str().to_owned()
}

fn yes() -> bool {
    true
}

/// Everything that the form of an edition says.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewEdition {
    /// The programme version.
    pub version_id: Option<i64>,
    /// The organisation that runs it and issues its papers.
    pub organisation_id: Option<i64>,
    /// Its own title.
    #[serde(default)]
    pub title: String,
    /// The first day, `2026-09-01`.
    #[serde(default)]
    pub starts_on: String,
    /// The last day.
    #[serde(default)]
    pub ends_on: String,
    /// The IANA name of its zone.
    #[serde(default)]
    pub time_zone: String,
    /// How many people fit, 1–5000.
    pub capacity: Option<i32>,
    /// Ids of its trainers, all of the teaching staff. When it is left out, a new edition has none, and one that is
    /// there keeps its own.
    pub trainers: Option<Vec<i64>>,
    /// The rule. When it is left out, a new edition gets the version's own, and one that is there keeps its own.
    pub rule: Option<Rule>,
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// The row id.
    pub id: i64,
}

/// Where a list of editions goes on.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The last id of the page before.
    #[serde(default)]
    pub after: i64,
    /// How many, 1–200.
    pub limit: Option<i64>,
}

/// The editions the caller has a part in, by id.
#[utoipa::path(get, path = "/api/v1/editions", tag = "editions",
    params(("after" = Option<i64>, Query), ("limit" = Option<i64>, Query)),
    responses((status = 200, body = Listing<Edition>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, page: Query<Page>) -> Reply {
    let now = api.web.now();
    let (_, mut listed) = api.read(Gate::SignedIn, actions::list).await?;
    listed.retain(|one| one.row.edition.id.0 > page.after);
    listed.sort_by_key(|one| one.row.edition.id);
    let stage = |row: &EditionRow| row.term().stage(now).as_str();
    let items = listed.iter().map(|one| edition(&one.row.edition, one.people, stage(&one.row.edition)));
    let limit = page.limit.unwrap_or(50).clamp(1, 200);
    Ok(api::ok(&Listing::of(items.collect(), limit, |item| item.id)))
}

/// Opens an edition.
#[utoipa::path(post, path = "/api/v1/editions", tag = "editions", request_body = NewEdition,
    responses((status = 201, body = Made), (status = 403, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, body: Body<NewEdition>) -> Reply {
    let new = body.0;
    let (_, id) = api
        .write(Gate::Administrator, move |w, me, now| {
            let version = new.version_id.map(|id| actions::version_of(w, ProgrammeVersionId(id)));
            let shares = version.and_then(Result::ok).map(|version| version.rule.0);
            let usual = shares.as_ref().map(actions::usual_rule);
            actions::open(w, me, &draft(&new, usual.as_ref()).check()?, now)
        })
        .await?;
    Ok(api::created(&Made { id: id.0 }))
}

/// An edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}", tag = "editions", params(("edition" = i64, Path)),
    responses((status = 200, body = EditionDetails), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, (row, people, trainers)) = api
        .read(Gate::SignedIn, move |r, me| {
            let (row, scope) = actions::visible(r, me, id)?;
            let people = trainees(r, id, &scope, me.language)?.len();
            Ok((row, people, of_edition(r, id)?))
        })
        .await?;
    let stage = row.term().stage(now).as_str();
    let trainer = |(id, name): (PersonId, PersonName)| Trainer { id: id.0, name: name.full() };
    Ok(api::ok(&EditionDetails {
        edition: edition(&row, i64::try_from(people).unwrap_or(i64::MAX), stage),
        trainers: trainers.into_iter().map(trainer).collect(),
    }))
}

/// Changes an edition: all fields, as in opening it; rule and trainers that are left out stay as they are. The
/// rule's old and new values are kept in the journal; the version stays once anybody was enrolled.
#[utoipa::path(put, path = "/api/v1/editions/{edition}", tag = "editions", params(("edition" = i64, Path)),
    request_body = NewEdition,
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, body: Body<NewEdition>) -> Reply {
    let (id, new) = (EditionId(path.into_inner()), body.0);
    let change = move |w: &mut Write, me: &Actor, now| {
        let present = actions::editing(w, me, id)?;
        let mut wanted = draft(&new, Some(&present.edition.rule.0));
        if new.trainers.is_none() {
            wanted.trainers = present.draft.trainers;
        }
        actions::change(w, me, id, &wanted.check()?, now)
    };
    api.write(Gate::Administrator, change).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn edition(row: &EditionRow, people: i64, stage: &str) -> Edition {
    let rule = &row.rule.0;
    Edition {
        id: row.id.0,
        title: row.title.clone(),
        version_id: row.version_id.0,
        organisation_id: row.organisation_id.0,
        starts_on: row.starts_on.to_string(),
        ends_on: row.ends_on.to_string(),
        time_zone: row.time_zone.name().to_owned(),
        stage: stage.to_owned(),
        capacity: row.capacity,
        people,
        rule: Rule {
            attendance_percent: rule.attendance.as_percent(),
            attendance_of: rule.attendance_of.as_str().to_owned(),
            hours_percent: rule.hours.as_percent(),
            every_quiz: rule.every_quiz,
            every_case: rule.every_case,
            quiz_pass_percent: rule.quiz_pass.map(Permille::as_percent),
            case_pass_percent: rule.case_pass.map(Permille::as_percent),
            valid_months: rule.valid_months,
        },
    }
}

fn draft(new: &NewEdition, usual: Option<&CompletionRule>) -> Draft {
    let text = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let draft = Draft {
        version: text(new.version_id),
        organisation: text(new.organisation_id),
        title: new.title.clone(),
        starts_on: new.starts_on.clone(),
        ends_on: new.ends_on.clone(),
        time_zone: new.time_zone.clone(),
        capacity: text(new.capacity.map(i64::from)),
        trainers: new.trainers.iter().flatten().map(ToString::to_string).collect(),
        ..Draft::default()
    };
    match (&new.rule, usual) {
        (Some(rule), _) => Draft {
            attendance: rule.attendance_percent.to_string(),
            attendance_of: rule.attendance_of.clone(),
            hours: rule.hours_percent.to_string(),
            every_quiz: rule.every_quiz,
            every_case: rule.every_case,
            quiz_pass: text(rule.quiz_pass_percent.map(i64::from)),
            case_pass: text(rule.case_pass_percent.map(i64::from)),
            valid_months: text(rule.valid_months.map(i64::from)),
            ..draft
        },
        (None, Some(usual)) => draft.with_rule(usual),
        (None, None) => draft,
    }
}

/// What the API says about editions.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, update))]
pub struct Doc;
