//! Setups of quizzes and exceptions from them, for those who teach or administer an edition.

use crate::api::{Api, Body, created, ok};
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Fault, Gate, Minutes, Moment, OrganisationId, Problem,
    QuizOverrideId, ZoneName,
};
use crate::programmes::rules::quiz::QuizSettings;
use crate::quizzes::actions::{self, Desk};
use crate::quizzes::rules::draft::{self, ExceptionInput, Password, SectionInput, SetupInput};
use crate::quizzes::rules::setup::{Changes, Edge, Section, Settings, Window};
use crate::quizzes::store::overrides::{OverrideRow, Whom};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The paths of setups.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, update, exceptions, except, take_back))]
pub struct Doc;

/// A setup.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetupDto {
    /// Its number; `null` while the programme's own settings hold.
    number: Option<i32>,
    /// Since when.
    set_at: Option<String>,
    /// How the quiz is taken: the settings of a course file, shares in thousandths.
    #[schema(value_type = Object)]
    settings: QuizSettings,
    /// From when, on the clocks of the edition's zone.
    #[schema(value_type = Option<String>)]
    opens: Option<NaiveDateTime>,
    /// Until when.
    #[schema(value_type = Option<String>)]
    closes: Option<NaiveDateTime>,
    /// The zone of the edition.
    zone: String,
    /// Its sections; none for the programme's own questions.
    #[schema(value_type = Vec<Object>)]
    sections: Vec<Section>,
    /// Whether it begins with a password.
    password: bool,
    /// How many attempts are under way; they keep what they began with.
    under_way: i64,
    /// The fixed questions that have a newer version, by their numbers, with the number of the newest.
    newer: BTreeMap<i64, i64>,
    /// How many questions the sections will ask, where they find fewer than they are to ask.
    asks_only: Option<usize>,
}

/// A setup to be set.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewSetupDto {
    /// How the quiz is taken.
    #[schema(value_type = Object)]
    settings: QuizSettings,
    /// From when, on the clocks of the edition's zone, as `2026-10-01T09:00:00`.
    #[schema(value_type = Option<String>)]
    opens: Option<NaiveDateTime>,
    /// Until when.
    #[schema(value_type = Option<String>)]
    closes: Option<NaiveDateTime>,
    /// Its sections: `{"title":"Law","source":{"from":"fixed","questions":[7]}}` or
    /// `{"title":"Law","source":{"from":"random","count":5,"filter":{"category":3,"tags":[],"kind":null}}}`.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    sections: Vec<Section>,
    /// A new password; `""` for none from now on, `null` to leave it as it is.
    password: Option<String>,
}

/// An exception.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExceptionDto {
    /// The exception.
    id: i64,
    /// For this trainee,
    enrolment_id: Option<i64>,
    /// or for everybody whom this organisation sent.
    organisation_id: Option<i64>,
    /// From when.
    opens_at: Option<String>,
    /// Until when.
    closes_at: Option<String>,
    /// The time limit.
    minutes: Option<i32>,
    /// The number of attempts.
    attempts: Option<u32>,
    /// Why.
    reason: String,
    /// When it was made.
    set_at: String,
}

/// An exception to be made: for exactly one of `enrolment_id` and `organisation_id`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewExceptionDto {
    /// For this trainee,
    enrolment_id: Option<i64>,
    /// or for everybody whom this organisation sent.
    organisation_id: Option<i64>,
    /// From when, on the clocks of the edition's zone.
    #[schema(value_type = Option<String>)]
    opens: Option<NaiveDateTime>,
    /// Until when.
    #[schema(value_type = Option<String>)]
    closes: Option<NaiveDateTime>,
    /// The time limit.
    minutes: Option<i32>,
    /// The number of attempts.
    attempts: Option<u32>,
    /// Why.
    reason: String,
}

/// How an edition takes a quiz.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/setup", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = SetupDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (_, desk) = api.read(Gate::SignedIn, move |r, me| actions::desk(r, me, at)).await?;
    Ok(ok(&SetupDto::new(&desk)))
}

/// Sets how an edition takes a quiz. Attempts under way keep what they began with.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/quizzes/{activity}/setup", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewSetupDto,
    responses((status = 200, body = SetupDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn update(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<NewSetupDto>) -> Reply {
    let at = path.into_inner();
    let (_, desk) = api.read(Gate::SignedIn, move |r, me| actions::desk(r, me, at)).await?;
    let input = body.0.check(desk.edition.time_zone)?;
    let hash = crate::quizzes::pages::setups::password(&api.web, &desk, &input).await?;
    let set = move |w: &mut Write, me: &Actor, now| actions::set(w, me, at, (&input, hash.as_deref()), now);
    api.write(Gate::SignedIn, set).await?;
    let (_, desk) = api.read(Gate::SignedIn, move |r, me| actions::desk(r, me, at)).await?;
    Ok(ok(&SetupDto::new(&desk)))
}

/// The exceptions from a setup that hold.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/quizzes/{activity}/exceptions", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path)),
    responses((status = 200, body = [ExceptionDto]), (status = 404, body = crate::api::ApiErrors)))]
pub async fn exceptions(api: Api, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let read = move |r: &mut Read, me: &Actor| actions::exceptions(r, me, at);
    let (_, excepting) = api.read(Gate::SignedIn, read).await?;
    Ok(ok(&excepting.rows.iter().map(ExceptionDto::new).collect::<Vec<_>>()))
}

/// Makes an exception from a setup.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/quizzes/{activity}/exceptions", tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path)), request_body = NewExceptionDto,
    responses((status = 201, body = ExceptionDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn except(api: Api, path: Path<(EditionId, ActivityId)>, body: Body<NewExceptionDto>) -> Reply {
    let at = path.into_inner();
    let (_, desk) = api.read(Gate::SignedIn, move |r, me| actions::desk(r, me, at)).await?;
    let (whom, input) = body.0.check(desk.edition.time_zone)?;
    let make = move |w: &mut Write, me: &Actor, now| {
        let made = actions::except(w, me, at, (&[whom], &input), now)?;
        let rows = actions::exceptions(w, me, at)?.rows;
        rows.into_iter().find(|row| made.contains(&row.id)).ok_or_else(Problem::not_found)
    };
    let (_, row) = api.write(Gate::SignedIn, make).await?;
    Ok(created(&ExceptionDto::new(&row)))
}

/// Takes an exception back.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/quizzes/{activity}/exceptions/{exception}",
    tag = "quizzes",
    params(("edition" = i64, Path), ("activity" = i64, Path), ("exception" = i64, Path)),
    responses((status = 204), (status = 404, body = crate::api::ApiErrors)))]
pub async fn take_back(api: Api, path: Path<(EditionId, ActivityId, QuizOverrideId)>) -> Reply {
    let (edition, quiz, id) = path.into_inner();
    let take_back = move |w: &mut Write, me: &Actor, now| actions::take_back(w, me, (edition, quiz), id, now);
    api.write(Gate::SignedIn, take_back).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn edge(at: Option<NaiveDateTime>, zone: ZoneName) -> Option<Edge> {
    at.map(|at| Edge::new(at.date(), at.time(), zone))
}

fn wall(edge: Option<Edge>) -> Option<NaiveDateTime> {
    edge.map(|edge| edge.on.and_time(edge.at))
}

fn window(
    opens: Option<NaiveDateTime>,
    closes: Option<NaiveDateTime>,
    zone: ZoneName,
) -> Result<Window, Fault> {
    let window = Window { opens: edge(opens, zone), closes: edge(closes, zone) };
    let turned =
        window.opens.zip(window.closes).is_some_and(|(opens, closes)| closes.instant <= opens.instant);
    if turned { Err(Fault::new("closes", "end-before-start")) } else { Ok(window) }
}

impl SetupDto {
    fn new(desk: &Desk) -> SetupDto {
        let setup = desk.setup.as_ref();
        SetupDto {
            number: setup.map(|setup| setup.number),
            set_at: setup.map(|setup| setup.set_at.rfc3339()),
            settings: desk.settings.quiz.clone(),
            opens: wall(desk.settings.window.opens),
            closes: wall(desk.settings.window.closes),
            zone: desk.edition.time_zone.name().to_owned(),
            sections: setup.map(|setup| setup.sections.0.clone()).unwrap_or_default(),
            password: setup.is_some_and(|setup| setup.password_hash.is_some()),
            under_way: desk.under_way,
            newer: desk.newer.iter().map(|(id, newest)| (id.0, newest.0)).collect(),
            asks_only: desk.lacking.map(|(asked, _)| asked),
        }
    }
}

impl NewSetupDto {
    fn check(self, zone: ZoneName) -> Result<SetupInput, Problem> {
        let mut faults = draft::contradictions(&self.settings);
        faults.extend(draft::out_of_bounds(&self.settings));
        let window = window(self.opens, self.closes, zone).unwrap_or_else(|fault| {
            faults.push(fault);
            Window::default()
        });
        if self.sections.len() > draft::SECTIONS {
            faults.push(Fault::new("sections", "out-of-range").with("low", 0).with("high", draft::SECTIONS));
        }
        let password = match self.password {
            None => Password::Keep,
            Some(text) if text.is_empty() => Password::None,
            Some(text) => Password::New(text),
        };
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        let sections = self.sections.into_iter().map(SectionInput::Known).collect();
        Ok(SetupInput { settings: Settings { quiz: self.settings, window }, sections, password })
    }
}

impl ExceptionDto {
    fn new(row: &OverrideRow) -> ExceptionDto {
        let (changes, instant) = (&row.changes.0, |edge: Edge| edge.instant.rfc3339());
        ExceptionDto {
            id: row.id.0,
            enrolment_id: row.enrolment_id.map(|id| id.0),
            organisation_id: row.organisation_id.map(|id| id.0),
            opens_at: changes.opens.map(instant),
            closes_at: changes.closes.map(instant),
            minutes: changes.time_limit.map(|limit| limit.0),
            attempts: changes.attempts,
            reason: row.reason.clone(),
            set_at: Moment::rfc3339(row.set_at),
        }
    }
}

impl NewExceptionDto {
    fn check(self, zone: ZoneName) -> Result<(Whom, ExceptionInput), Problem> {
        let whom = match (self.enrolment_id, self.organisation_id) {
            (Some(id), None) => Whom::Trainee(EnrolmentId(id)),
            (None, Some(id)) => Whom::SentBy(OrganisationId(id)),
            _ => return Err(Problem::invalid(vec![Fault::new("enrolment_id", "choose-one")])),
        };
        let window = window(self.opens, self.closes, zone).map_err(|fault| Problem::invalid(vec![fault]))?;
        let time_limit = self.minutes.map(Minutes);
        let changes =
            Changes { opens: window.opens, closes: window.closes, time_limit, attempts: self.attempts };
        let input = ExceptionInput { changes, reason: self.reason.trim().to_owned() };
        let faults = draft::faults_of(&input);
        if faults.is_empty() { Ok((whom, input)) } else { Err(Problem::invalid(faults)) }
    }
}
