//! Writing what a session is made of. Bodies become the fields of the pages' forms, so that both are read and refused
//! alike: a fault of the third question is one of `text-2`.

use super::programme;
use crate::agendas::actions;
use crate::agendas::pages::input;
use crate::agendas::views::kept::{BLOCK, GUEST, QUESTION, of_rows};
use crate::agendas::views::rows::MOST;
use crate::api::{Api, Body, ok};
use crate::kernel::{Fault, Gate, Problem, SessionId};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::ToSchema;

/// The topic and the questions of a session.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AgendaIn {
    /// Its own topic.
    topic: Option<String>,
    /// At most 40 questions in their order.
    questions: Vec<AgendaQuestionIn>,
}

/// A question of an agenda.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AgendaQuestionIn {
    /// What is discussed.
    text: String,
    /// For how long.
    minutes: Option<i32>,
    /// Who speaks.
    speaker: Option<String>,
}

/// The blocks of a session.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionBlocksIn {
    /// At most 40 blocks in their order: none, or as many minutes as the session lasts.
    blocks: Vec<SessionBlockIn>,
}

/// A block.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionBlockIn {
    /// `theory`, `quiz`, `case`, `game`, `break` or `other`.
    kind: String,
    /// For how long.
    minutes: i32,
    /// What it is called.
    title: Option<String>,
    /// An activity of the edition's programme that is done in it.
    activity_id: Option<i64>,
}

/// Who speaks at a session besides its first trainer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionSpeakersIn {
    /// Trainers of the edition.
    #[serde(default)]
    co_trainers: Vec<i64>,
    /// At most 40 people without an account, in their order.
    #[serde(default)]
    guests: Vec<GuestSpeakerIn>,
}

/// A guest speaker.
#[derive(Debug, Deserialize, ToSchema)]
pub struct GuestSpeakerIn {
    /// The name.
    name: String,
    /// The post.
    post: Option<String>,
    /// The organisation.
    organisation: Option<String>,
    /// What about.
    topic: Option<String>,
}

/// What makes the place of a session accessible.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionAccessIn {
    /// `ramp`, `lift`, `sign_language`, `hearing_loop`, `large_print`, `quiet_room`, `parking`, `accessible_toilet`.
    access: Vec<String>,
    /// A word about it.
    note: Option<String>,
}

/// Whom a session visits.
#[derive(Debug, Deserialize, ToSchema)]
pub struct VisitIn {
    /// The organisation that receives the group. One with the name of an organisation we know is that one.
    host: String,
    /// Where.
    address: String,
    /// Who meets the group.
    contact: Option<String>,
    /// The telephone of whoever meets it.
    phone: Option<String>,
    /// What to bring.
    bring: Option<String>,
}

/// What came of a visit.
#[derive(Debug, Deserialize, ToSchema)]
pub struct VisitReportIn {
    /// The text.
    report: String,
}

fn said(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn require_few(field: &'static str, count: usize) -> Result<(), Problem> {
    if count <= MOST {
        return Ok(());
    }
    Err(Problem::invalid(vec![Fault::new(field, "too-many-rows").with("limit", MOST)]))
}

impl AgendaIn {
    fn form(&self) -> Form {
        let minutes =
            |one: &AgendaQuestionIn| one.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        let line = |one: &AgendaQuestionIn| vec![one.text.clone(), minutes(one), said(&one.speaker)];
        let lines: Vec<_> = self.questions.iter().map(line).collect();
        of_rows(&[("topic", said(&self.topic))], &QUESTION, &lines)
    }
}

impl SessionBlocksIn {
    fn form(&self) -> Form {
        let activity = |one: &SessionBlockIn| one.activity_id.map(|id| id.to_string()).unwrap_or_default();
        let line = |one: &SessionBlockIn| {
            vec![one.kind.clone(), one.minutes.to_string(), said(&one.title), activity(one)]
        };
        let lines: Vec<_> = self.blocks.iter().map(line).collect();
        of_rows(&[], &BLOCK, &lines)
    }
}

impl SessionSpeakersIn {
    fn form(&self) -> Form {
        let above: Vec<_> =
            self.co_trainers.iter().map(|person| ("co_trainer", person.to_string())).collect();
        let line = |one: &GuestSpeakerIn| {
            vec![one.name.clone(), said(&one.post), said(&one.organisation), said(&one.topic)]
        };
        let lines: Vec<_> = self.guests.iter().map(line).collect();
        of_rows(&above, &GUEST, &lines)
    }
}

/// Writes the topic and the questions of a session anew.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/agenda", tag = "agendas", params(("id" = i64, Path)),
    request_body = AgendaIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn agenda(api: Api, path: Path<i64>, Body(body): Body<AgendaIn>) -> Reply {
    let id = SessionId(path.into_inner());
    require_few("questions", body.questions.len())?;
    let wanted = input::agenda(&body.form())?;
    api.write(Gate::Trainer, move |w, me, now| actions::set_agenda(w, me, id, &wanted, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Writes the blocks of a session anew. A sum that is not the length of the session is refused with the difference.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/blocks", tag = "agendas", params(("id" = i64, Path)),
    request_body = SessionBlocksIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn blocks(api: Api, path: Path<i64>, Body(body): Body<SessionBlocksIn>) -> Reply {
    let id = SessionId(path.into_inner());
    require_few("blocks", body.blocks.len())?;
    let wanted = input::blocks(&body.form())?;
    api.write(Gate::Trainer, move |w, me, now| actions::set_blocks(w, me, id, &wanted, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Writes anew who speaks at a session besides its first trainer. A co-trainer with another session at the time is
/// refused with that session named.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/speakers", tag = "agendas", params(("id" = i64, Path)),
    request_body = SessionSpeakersIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn speakers(api: Api, path: Path<i64>, Body(body): Body<SessionSpeakersIn>) -> Reply {
    let id = SessionId(path.into_inner());
    require_few("guests", body.guests.len())?;
    let wanted = input::speakers(&body.form())?;
    api.write(Gate::Trainer, move |w, me, now| actions::set_speakers(w, me, id, &wanted, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Writes anew what makes the place of a session accessible.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/access", tag = "agendas", params(("id" = i64, Path)),
    request_body = SessionAccessIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn access(api: Api, path: Path<i64>, Body(body): Body<SessionAccessIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let note = said(&body.note);
    let mut fields = vec![("note", note.as_str())];
    fields.extend(body.access.iter().map(|condition| ("condition", condition.as_str())));
    let wanted = input::access(&Form::of(&fields))?;
    api.write(Gate::Trainer, move |w, me, now| actions::set_access(w, me, id, &wanted, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Makes a session a visit, or changes whom it visits.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/visit", tag = "agendas", params(("id" = i64, Path)),
    request_body = VisitIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn visit(api: Api, path: Path<i64>, Body(body): Body<VisitIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let (contact, phone, bring) = (said(&body.contact), said(&body.phone), said(&body.bring));
    let fields: [(&str, &str); 5] = [
        ("host", &body.host),
        ("address", &body.address),
        ("contact", &contact),
        ("phone", &phone),
        ("bring", &bring),
    ];
    let required =
        || Problem::invalid(vec![Fault::new("host", "required"), Fault::new("address", "required")]);
    let wanted = input::visit(&Form::of(&fields))?.ok_or_else(required)?;
    api.write(Gate::Trainer, move |w, me, now| actions::set_visit(w, me, id, &wanted, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Makes a session no visit any more. Once it was reported it stays one.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}/visit", tag = "agendas", params(("id" = i64, Path)),
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn unvisit(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::remove_visit(w, me, id, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}

/// Writes down what came of a visit, from its beginning on.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/visit-report", tag = "agendas", params(("id" = i64, Path)),
    request_body = VisitReportIn,
    responses((status = 200, body = super::out::ProgrammeOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn report(api: Api, path: Path<i64>, Body(body): Body<VisitReportIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let text = input::report(&Form::of(&[("report", &body.report)]))?;
    api.write(Gate::Trainer, move |w, me, now| actions::report_visit(w, me, id, &text, now)).await?;
    Ok(ok(&programme(&api, id).await?))
}
