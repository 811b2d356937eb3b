//! The check-in for programs: the same actions as the pages.

pub mod people;

use super::actions::{self, Board};
use super::pages::console::draw_number;
use super::rules::flags::Arrived;
use super::rules::{Flag, Opening, Raised, State, code};
use crate::api::{Api, Body, ok};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Gate, Moment, Problem, SessionId};
use crate::web::{Failure, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, open, close, dismiss, people::arrive, people::show, people::join, people::answer))]
pub struct Doc;

/// How people are let in.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OpeningIn {
    /// By the code in the room.
    #[serde(default)]
    in_person: bool,
    /// By the code of the meeting.
    #[serde(default)]
    online: bool,
    /// Whether joining the meeting marks as well; not together with `spoken`.
    #[serde(default)]
    by_joining: bool,
    /// Whether a number said aloud is asked for besides the code.
    #[serde(default)]
    spoken: bool,
    /// From how many minutes before the start, 0–30.
    #[serde(default = "usual_minutes")]
    opens_before: i32,
    /// Until how many minutes after the start nobody is late, 0–240.
    #[serde(default = "usual_minutes")]
    on_time_after: i32,
    /// Every how many minutes people online are asked whether they are still there, 5–120; `null` for never.
    prompt_minutes: Option<i32>,
}

fn usual_minutes() -> i32 {
    15
}

/// The check-in of a session as its trainer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckInOut {
    /// `none` while it was never opened, `ahead`, `open` or `closed`.
    state: String,
    /// From when people can mark themselves, while that is ahead.
    opens_at: Option<String>,
    /// The number said aloud, where one is asked for.
    spoken: Option<String>,
    /// The codes of this moment. They change every ten seconds; until half an hour before `opens_at` there are none.
    codes: Vec<CodeOut>,
    /// Who came, the earliest first.
    arrivals: Vec<ArrivalOut>,
    /// What looks odd and was not found in order.
    flags: Vec<FlagOut>,
    /// Who joined the meeting.
    joins: Vec<JoinOut>,
    /// How many questions were asked whether people are still there; `null` where none are.
    asked: Option<i32>,
    /// Who left how many of them unanswered.
    missed: Vec<MissedOut>,
}

/// A code of this moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodeOut {
    /// `in_person` or `online`: the mark that it makes.
    presence: String,
    /// The six digits.
    code: String,
    /// For how many more seconds they are shown; they are taken some twenty seconds longer.
    seconds_left: i64,
}

/// An arrival.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArrivalOut {
    /// Whose.
    enrolment_id: i64,
    /// The moment that counts.
    arrived_at: String,
    /// `in_person` or `online`.
    presence: String,
    /// Whether the mark of the sheet came from it; `false` when there was one before.
    made_mark: bool,
}

/// Something odd about an arrival. It blocks nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct FlagOut {
    /// About whom.
    enrolment_id: i64,
    /// `device`, `pace`, `elsewhere` or `mark`.
    flag: String,
    /// Who else.
    with: Vec<i64>,
}

/// Somebody who joined the meeting.
#[derive(Debug, Serialize, ToSchema)]
pub struct JoinOut {
    /// Who.
    enrolment_id: i64,
    /// When first.
    joined_at: String,
}

/// Questions left unanswered.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissedOut {
    /// By whom.
    enrolment_id: i64,
    /// How many.
    count: usize,
}

/// A flag that was found in order.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DismissalIn {
    /// About whom.
    enrolment_id: i64,
    /// `device`, `pace`, `elsewhere` or `mark`.
    flag: String,
}

pub(super) fn state_word(state: Option<State>) -> &'static str {
    match state {
        None => "none",
        Some(State::Ahead(_)) => "ahead",
        Some(State::Open) => "open",
        Some(State::Closed) => "closed",
    }
}

impl CheckInOut {
    fn new(board: &Board, code_of: impl Fn(&str) -> String, now: Moment) -> CheckInOut {
        let session = board.sheet.session.id;
        let running = matches!(board.state, Some(State::Ahead(_) | State::Open));
        let row = board.row.as_ref().filter(|_| running);
        let coded = row.filter(|_| board.state.and_then(|state| state.code_ahead(now)).is_none());
        let shown = |presence: crate::attendance::rules::Presence| CodeOut {
            presence: presence.as_str().to_owned(),
            code: code_of(&code::message(session, presence, code::step(now))),
            seconds_left: code::seconds_left(now),
        };
        CheckInOut {
            state: state_word(board.state).to_owned(),
            opens_at: match board.state {
                Some(State::Ahead(at)) => Some(at.rfc3339()),
                _ => None,
            },
            spoken: row.and_then(|row| row.spoken.clone()),
            codes: coded.map(|row| row.opening.ways()).unwrap_or_default().into_iter().map(shown).collect(),
            arrivals: board.arrivals.iter().map(arrival).collect(),
            flags: board.flags.iter().map(flag).collect(),
            joins: board
                .joins
                .iter()
                .map(|(who, at)| JoinOut { enrolment_id: who.0, joined_at: at.rfc3339() })
                .collect(),
            asked: board.asked,
            missed: missed(board),
        }
    }
}

fn arrival(one: &Arrived) -> ArrivalOut {
    ArrivalOut {
        enrolment_id: one.enrolment.0,
        arrived_at: one.at.rfc3339(),
        presence: one.presence.as_str().to_owned(),
        made_mark: one.made_mark,
    }
}

fn flag(one: &Raised) -> FlagOut {
    FlagOut {
        enrolment_id: one.enrolment.0,
        flag: one.flag.as_str().to_owned(),
        with: one.with.iter().map(|other| other.0).collect(),
    }
}

fn missed(board: &Board) -> Vec<MissedOut> {
    let mut all: Vec<MissedOut> =
        board.missed.iter().map(|(who, count)| MissedOut { enrolment_id: who.0, count: *count }).collect();
    all.sort_by_key(|one| one.enrolment_id);
    all
}

async fn check_in(api: &Api, id: SessionId) -> Result<CheckInOut, Failure> {
    let now = api.web.now();
    let (_, board) = api.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
    Ok(CheckInOut::new(&board, actions::code_of(&api.web.kit.secrets), now))
}

/// The check-in of a session: its codes, who came, and what looks odd.
#[utoipa::path(get, path = "/api/v1/sessions/{id}/check-in", tag = "check-in", params(("id" = i64, Path)),
    responses((status = 200, body = CheckInOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&check_in(&api, SessionId(path.into_inner())).await?))
}

/// Opens the check-in, or opens it anew in another way; who came stays.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/check-in", tag = "check-in", params(("id" = i64, Path)),
    request_body = OpeningIn,
    responses((status = 200, body = CheckInOut), (status = 404, body = crate::api::ApiErrors),
        (status = 409, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn open(api: Api, path: Path<i64>, Body(body): Body<OpeningIn>) -> Reply {
    let (id, number) = (SessionId(path.into_inner()), draw_number(&api.web));
    let opening = Opening {
        in_person: body.in_person,
        online: body.online,
        by_joining: body.by_joining,
        spoken: body.spoken,
        opens_before: body.opens_before,
        on_time_after: body.on_time_after,
        prompt_minutes: body.prompt_minutes,
    };
    let open = move |w: &mut Write, me: &Actor, now| actions::open(w, me, id, (&opening, &number), now);
    api.write(Gate::Trainer, open).await?;
    Ok(ok(&check_in(&api, id).await?))
}

/// Closes the check-in. What was scanned before is still taken for half an hour.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/check-in/closing", tag = "check-in",
    params(("id" = i64, Path)),
    responses((status = 200, body = CheckInOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn close(api: Api, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    api.write(Gate::Trainer, move |w, me, now| actions::close(w, me, id, now)).await?;
    Ok(ok(&check_in(&api, id).await?))
}

/// Finds an odd arrival in order; its mark stays as it is.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/check-in/dismissals", tag = "check-in",
    params(("id" = i64, Path)), request_body = DismissalIn,
    responses((status = 200, body = CheckInOut), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn dismiss(api: Api, path: Path<i64>, Body(body): Body<DismissalIn>) -> Reply {
    let (id, who) = (SessionId(path.into_inner()), EnrolmentId(body.enrolment_id));
    let unknown = || Problem::invalid(vec![Fault::new("flag", "unknown")]);
    let flag = Flag::parse(&body.flag).ok_or_else(unknown)?;
    let dismiss = move |w: &mut Write, me: &Actor, now| actions::dismiss(w, me, id, (who, flag), now);
    api.write(Gate::Trainer, dismiss).await?;
    Ok(ok(&check_in(&api, id).await?))
}
