//! The check-in for those who come.

use super::state_word;
use crate::api::{Api, Body, ok};
use crate::check_in::actions::{self, Arrival, Coming, Place, Shown};
use crate::check_in::pages::{self, origin};
use crate::db::Write;
use crate::kernel::{Actor, Gate, SessionId};
use crate::live_quizzes::rules::code;
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A code as it was read off the projector.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ShownIn {
    /// The six digits.
    code: String,
    /// The number said aloud, where one is asked for.
    spoken: Option<String>,
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArrivedOut {
    /// The moment that counts, by the server's clock.
    arrived_at: String,
    /// `in_person` or `online`.
    presence: String,
    /// `present` or `late`, or what the trainer has corrected it to since; `null` when the sheet had a mark before,
    /// which stays, or has none.
    status: Option<String>,
    /// How late.
    late_minutes: Option<i32>,
    /// Whether the sheet has no mark of the caller, because it was closed before: only the trainer can make one now.
    unmarked: bool,
    /// Whether this was the first time; a repetition changes nothing.
    first: bool,
}

impl ArrivedOut {
    fn new(arrival: &Arrival) -> ArrivedOut {
        ArrivedOut {
            arrived_at: arrival.at.rfc3339(),
            presence: arrival.presence.as_str().to_owned(),
            status: arrival.mark.as_ref().map(|mark| mark.status.as_str().to_owned()),
            late_minutes: arrival.mark.as_ref().map(|mark| mark.late.0),
            unmarked: arrival.unmarked,
            first: arrival.first,
        }
    }
}

/// A session as the caller has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceOut {
    /// Whether people can mark themselves: `none`, `ahead`, `open` or `closed`.
    state: String,
    /// When the caller marked themselves.
    arrived_at: Option<String>,
    /// Whether the sheet has no mark of the caller although they arrived, because it was closed before.
    unmarked: bool,
    /// When the caller joined the meeting first.
    joined_at: Option<String>,
    /// The question whether the caller is still there that waits for an answer now.
    prompt: Option<i32>,
}

impl PlaceOut {
    fn new(place: &Place) -> PlaceOut {
        PlaceOut {
            state: state_word(place.state).to_owned(),
            arrived_at: place.arrived.map(|(at, ..)| at.rfc3339()),
            unmarked: place.arrived.is_some() && place.mark.is_none(),
            joined_at: place.joined.map(|at| at.rfc3339()),
            prompt: place.prompt.filter(|(_, answered)| !answered).map(|(number, _)| number),
        }
    }
}

/// The address of a meeting.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeetingOut {
    /// Where the meeting is.
    link: String,
}

/// An answer to the question whether somebody is still there.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerIn {
    /// The question, as `prompt` told it.
    prompt: i32,
}

/// Marks the caller by the code of this moment. Wrong codes are counted, by account and by address; after three wrong
/// numbers said aloud only the trainer can mark the caller.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/arrivals", tag = "check-in", params(("id" = i64, Path)),
    request_body = ShownIn,
    responses((status = 200, body = ArrivedOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors),
        (status = 429, body = crate::api::ApiErrors)))]
pub async fn arrive(api: Api, path: Path<i64>, Body(body): Body<ShownIn>) -> Reply {
    let (session, at) = (Some(SessionId(path.into_inner())), api.web.now());
    let (kit, address) = (api.web.kit.clone(), api.web.address());
    let origin = origin(&kit.secrets, &address, None);
    // What cannot be a code at all fits as little as another one.
    let code = code::parse(&body.code).unwrap_or_default();
    let coming = Coming { shown: Shown { session, code, at }, spoken: body.spoken, origin };
    let write = move |w: &mut Write, me: &Actor, now| pages::arrive(w, me, &coming, (&kit, &address), now);
    let arrived: Result<_, Failure> = api.write(Gate::SignedIn, write).await;
    Ok(ok(&ArrivedOut::new(&arrived?.1)))
}

/// A session as the caller has it.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/place", tag = "check-in", params(("id" = i64, Path)),
    responses((status = 200, body = PlaceOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), api.web.now());
    let (_, place) = api.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    Ok(ok(&PlaceOut::new(&place)))
}

/// Notes that the caller joins the meeting, and answers where it is. Where joining marks, it marks.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/joining", tag = "check-in", params(("id" = i64, Path)),
    responses((status = 200, body = MeetingOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn join(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let origin = origin(&api.web.kit.secrets, &api.web.address(), None);
    let join = move |w: &mut Write, me: &Actor, now| actions::join(w, me, id, &origin, now);
    let (_, link) = api.write(Gate::SignedIn, join).await?;
    Ok(ok(&MeetingOut { link }))
}

/// Notes that the caller is still there.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/answers", tag = "check-in", params(("id" = i64, Path)),
    request_body = AnswerIn,
    responses((status = 200, body = PlaceOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors)))]
pub async fn answer(api: Api, path: Path<i64>, Body(body): Body<AnswerIn>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), api.web.now());
    let answer = move |w: &mut Write, me: &Actor, now| actions::answer(w, me, id, body.prompt, now);
    api.write(Gate::SignedIn, answer).await?;
    let (_, place) = api.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    Ok(ok(&PlaceOut::new(&place)))
}
