//! One person over the API.

use super::StandingDto;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::continuing_training::actions::{self, Place};
use crate::continuing_training::rules::{NewCredit, Quarter};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Gate, Minutes, Problem, TrainingCreditId};
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How one person stands, with what it follows from.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceDto {
    /// The enrolment.
    enrolment_id: i64,
    /// Since when quarters are counted.
    starts_on: String,
    /// How they stand.
    standing: StandingDto,
    /// What was attended.
    visits: Vec<VisitDto>,
    /// What made up for missed sessions and holds.
    make_ups: Vec<TrainingMakeUpDto>,
    /// What was credited for a quarter instead of a session, what was taken back too.
    credits: Vec<CreditDto>,
}

/// What made up for a missed session.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingMakeUpDto {
    /// The quarter of the missed session, as `2026-2`: it closes no other.
    quarter: String,
    /// When it was done.
    done_on: String,
    /// Whether in person; nothing else closes a quarter.
    in_person: bool,
    /// What the ledger credits for it, no more than the missed session lasted.
    minutes: i32,
}

/// Time of one session, as the ledger credits it.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisitDto {
    /// The date of the session on the wall of the edition.
    on: String,
    /// What was taught.
    activity_id: i64,
    /// Whether in the room; online stands apart and closes nothing.
    in_person: bool,
    /// How much.
    minutes: i32,
    /// In another edition of the same programme in the same organisation: it closes the quarter of its day, and adds nothing
    /// to the first hours here.
    elsewhere: bool,
}

/// What was done instead of the session of a quarter.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreditDto {
    /// The credit.
    id: i64,
    /// The quarter that it closes, as `2026-2`.
    quarter: String,
    /// When it was done.
    done_on: String,
    /// How long it took.
    minutes: i32,
    /// What it was.
    about: String,
    /// When it was credited, RFC 3339.
    credited_at: String,
    /// When it was taken back, RFC 3339.
    revoked_at: Option<String>,
    /// Why.
    revocation_reason: Option<String>,
}

/// Since when quarters are counted.
#[derive(Debug, Deserialize, ToSchema)]
pub struct StartIn {
    /// A day of the edition, as `2026-02-10`.
    #[schema(value_type = String)]
    starts_on: NaiveDate,
}

/// A make-up in person.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CreditIn {
    /// The quarter that it closes, as `2026-2`.
    quarter: String,
    /// When it was done, as `2026-07-03`.
    #[schema(value_type = String)]
    done_on: NaiveDate,
    /// How long it took.
    minutes: i32,
    /// What it was and where.
    about: String,
}

/// Why a credit is taken back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TrainingRevocationIn {
    /// The reason.
    #[serde(default)]
    reason: String,
}

impl PlaceDto {
    fn new(place: &Place) -> PlaceDto {
        let mentor = &place.mentor;
        let visits = mentor.visits.iter().map(|visit| VisitDto {
            on: visit.on.to_string(),
            activity_id: visit.activity.0,
            in_person: visit.in_person,
            minutes: visit.minutes.0,
            elsewhere: visit.elsewhere,
        });
        let make_ups = mentor.made_up.iter().map(|one| TrainingMakeUpDto {
            quarter: one.quarter.to_string(),
            done_on: one.on.to_string(),
            in_person: one.in_person,
            minutes: one.credited.0,
        });
        let credits = mentor.credits.iter().map(|row| CreditDto {
            id: row.id.0,
            quarter: row.quarter.to_string(),
            done_on: row.done_on.to_string(),
            minutes: row.minutes.0,
            about: row.about.clone(),
            credited_at: row.credited_at.rfc3339(),
            revoked_at: row.revoked.as_ref().map(|(at, ..)| at.rfc3339()),
            revocation_reason: row.revoked.as_ref().map(|(.., reason)| reason.clone()),
        });
        PlaceDto {
            enrolment_id: mentor.row.enrolment.0,
            starts_on: mentor.starts_on.to_string(),
            standing: StandingDto::new(&mentor.standing),
            visits: visits.collect(),
            make_ups: make_ups.collect(),
            credits: credits.collect(),
        }
    }
}

async fn place(api: &Api, id: EnrolmentId) -> Result<PlaceDto, Failure> {
    let now = api.web.now();
    let (_, place) = api.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    Ok(PlaceDto::new(&place))
}

/// How one person stands: for that person, and for those who teach, administer or send them.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/training", tag = "training",
    params(("enrolment" = i64, Path)),
    responses((status = 200, body = PlaceDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&place(&api, EnrolmentId(path.into_inner())).await?))
}

/// Sets since when quarters are counted for somebody.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/training/start", tag = "training",
    params(("enrolment" = i64, Path)), request_body = StartIn,
    responses((status = 200, body = PlaceDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn start(api: Api, path: Path<i64>, Body(body): Body<StartIn>) -> Reply {
    let id = EnrolmentId(path.into_inner());
    let start = move |w: &mut Write, me: &Actor, now| actions::start(w, me, id, body.starts_on, now);
    api.write(Gate::Administrator, start).await?;
    Ok(ok(&place(&api, id).await?))
}

/// Credits what somebody did in person instead of the session of a quarter.
#[utoipa::path(post, path = "/api/v1/learn/{enrolment}/training/credits", tag = "training",
    params(("enrolment" = i64, Path)), request_body = CreditIn,
    responses((status = 201, body = PlaceDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn credit(api: Api, path: Path<i64>, Body(body): Body<CreditIn>) -> Reply {
    let id = EnrolmentId(path.into_inner());
    let quarter = Quarter::parse(&body.quarter);
    let new = NewCredit {
        quarter: quarter.unwrap_or_else(|| Quarter::of(body.done_on)),
        done_on: body.done_on,
        minutes: Minutes(body.minutes),
        about: crate::kernel::name::tidy(&body.about),
    };
    let credit = move |w: &mut Write, me: &Actor, now| {
        actions::taught(w, me, id)?;
        quarter.ok_or_else(|| Problem::invalid(vec![Fault::new("quarter", "choose-one")]))?;
        actions::credit(w, me, id, &new, now)
    };
    api.write(Gate::Trainer, credit).await?;
    Ok(created(&place(&api, id).await?))
}

/// Takes a credit back: the quarter stands again as it stood before.
#[utoipa::path(post, path = "/api/v1/training-credits/{credit}/revocation", tag = "training",
    params(("credit" = i64, Path)), request_body = TrainingRevocationIn,
    responses((status = 200, body = PlaceDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn revoke(api: Api, path: Path<i64>, Body(body): Body<TrainingRevocationIn>) -> Reply {
    let (id, reason) = (TrainingCreditId(path.into_inner()), crate::kernel::name::tidy(&body.reason));
    let revoke = move |w: &mut Write, me: &Actor, now| actions::revoke(w, me, id, &reason, now);
    let (_, whose) = api.write(Gate::Trainer, revoke).await?;
    Ok(ok(&place(&api, whose).await?))
}
