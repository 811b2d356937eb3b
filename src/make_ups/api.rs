//! Make-ups for programs: the same actions as the page.

use super::actions::{self, Board};
use super::rules::{MakeUpForm, NewMakeUp};
use super::store::MakeUpRow;
use crate::api::{Api, Body, ok};
use crate::kernel::Word as _;
use crate::kernel::{EnrolmentId, Fault, Gate, MakeUpId, Minutes, Problem, SessionId};
use crate::programmes::rules::words::DeliveryMode;
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, withdraw))]
pub struct Doc;

/// The make-ups of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct MakeUpsOut {
    /// What the session is worth, in minutes of its activity.
    session_minutes: i32,
    /// The make-ups, the oldest first, with those taken back.
    make_ups: Vec<MakeUpOut>,
    /// Who has missed something that is not made up for.
    missing: Vec<MissingOut>,
    /// Sessions of other editions that can make up for it, the latest first.
    sessions: Vec<OfferOut>,
}

/// A make-up.
#[derive(Debug, Serialize, ToSchema)]
pub struct MakeUpOut {
    /// The make-up.
    id: i64,
    /// Whose.
    enrolment_id: i64,
    /// `session`, `meeting` or `task`.
    form: String,
    /// The session of another edition, where it was one.
    held_session_id: Option<i64>,
    /// On which day, `2026-09-21`.
    made_on: String,
    /// `in_person`, `online` or `distance`.
    mode: String,
    /// What it was said to be worth.
    minutes: i32,
    /// What it is worth now, beside the mark of the missed session.
    credited_minutes: i32,
    /// What was done.
    note: Option<String>,
    /// When it was entered.
    entered_at: String,
    /// Why it was taken back; `null` while it holds.
    withdrawal_reason: Option<String>,
}

/// Somebody who has missed something.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingOut {
    /// Who.
    enrolment_id: i64,
    /// The most that can be credited.
    minutes: i32,
}

/// A session that can make up for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferOut {
    /// The session.
    session_id: i64,
    /// The title of its edition.
    edition: String,
    /// On which day.
    held_on: String,
    /// What it is worth.
    minutes: i32,
}

/// A make-up to be entered.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MakeUpIn {
    /// Whose.
    enrolment_id: i64,
    /// `session`, `meeting` or `task`.
    form: String,
    /// The session of another edition; only for `session`.
    held_session_id: Option<i64>,
    /// On which day, `2026-09-21`; a session has its own.
    made_on: Option<String>,
    /// `in_person`, `online` or `distance`; only a mixed session, a meeting or a task asks for it.
    mode: Option<String>,
    /// How many minutes to credit.
    minutes: i32,
    /// What was done; a meeting and a task need it.
    note: Option<String>,
}

impl MakeUpIn {
    fn wanted(&self) -> Result<NewMakeUp, Problem> {
        let mut faults = Vec::new();
        let form = MakeUpForm::parse(&self.form);
        if form.is_none() {
            faults.push(Fault::new("form", "unknown"));
        }
        let made_on: Option<Result<NaiveDate, _>> = self.made_on.as_deref().map(str::parse);
        if made_on.as_ref().is_some_and(Result::is_err) {
            faults.push(Fault::new("made_on", "not-a-date"));
        }
        let mode = self.mode.as_deref().map(DeliveryMode::parse);
        if mode.is_some_and(|mode| mode.is_none()) {
            faults.push(Fault::new("mode", "unknown"));
        }
        let note = self.note.as_deref().map(crate::kernel::name::tidy).filter(|note| !note.is_empty());
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        Ok(NewMakeUp {
            enrolment: EnrolmentId(self.enrolment_id),
            form: form.unwrap_or(MakeUpForm::Task),
            held_session: self.held_session_id.map(SessionId),
            made_on: made_on.and_then(Result::ok),
            mode: mode.flatten(),
            minutes: Minutes(self.minutes),
            note,
        })
    }
}

/// A make-up to be taken back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MakeUpWithdrawalIn {
    /// Which.
    make_up_id: i64,
    /// Why.
    reason: String,
}

fn out(row: &MakeUpRow) -> MakeUpOut {
    MakeUpOut {
        id: row.id.0,
        enrolment_id: row.enrolment.0,
        form: row.form.as_str().to_owned(),
        held_session_id: row.held_session.map(|id| id.0),
        made_on: row.made_on.to_string(),
        mode: row.mode.as_str().to_owned(),
        minutes: row.minutes.0,
        credited_minutes: row.credited.0,
        note: row.note.clone(),
        entered_at: row.entered_at.rfc3339(),
        withdrawal_reason: row.withdrawal_reason.clone(),
    }
}

async fn all(api: &Api, id: SessionId) -> Result<MakeUpsOut, Failure> {
    let now = api.web.now();
    let (_, board): (_, Board) = api.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
    let missing = board.missing();
    let missing =
        missing.map(|(one, minutes)| MissingOut { enrolment_id: one.person.enrolment.0, minutes: minutes.0 });
    let offer = |offer: &actions::Offer| OfferOut {
        session_id: offer.row.id.0,
        edition: offer.row.edition.clone(),
        held_on: offer.row.held_on.to_string(),
        minutes: offer.worth.0,
    };
    Ok(MakeUpsOut {
        session_minutes: board.share.0,
        make_ups: board.rows.iter().map(out).collect(),
        missing: missing.collect(),
        sessions: board.offers.iter().map(offer).collect(),
    })
}

/// What made up for a session.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/make-ups", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = MakeUpsOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&all(&api, SessionId(path.into_inner())).await?))
}

/// Enters a make-up and credits it, never beyond what was missed.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/make-ups", tag = "attendance", params(("id" = i64, Path)),
    request_body = MakeUpIn,
    responses((status = 200, body = MakeUpsOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<MakeUpIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let wanted = body.wanted()?;
    api.write(Gate::Trainer, move |w, me, now| actions::enter(w, me, id, &wanted, now)).await?;
    Ok(ok(&all(&api, id).await?))
}

/// Takes a make-up back; the ledger gets the difference.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/make-up-withdrawals", tag = "attendance",
    params(("id" = i64, Path)), request_body = MakeUpWithdrawalIn,
    responses((status = 200, body = MakeUpsOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>, Body(body): Body<MakeUpWithdrawalIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let (one, reason) = ((id, MakeUpId(body.make_up_id)), crate::kernel::name::tidy(&body.reason));
    api.write(Gate::Trainer, move |w, me, now| actions::withdraw(w, me, one, &reason, now)).await?;
    Ok(ok(&all(&api, id).await?))
}
