//! Sessions, sheets and schedules as JSON.

use super::actions::{self, Line, RollCall};
use super::pages::input;
use super::rules::{Mark, Presence, Status};
use super::store::sessions::SessionRow;
use crate::api::{Api, Body, Listing, created, ok};
use crate::kernel::{
    EditionId, EnrolmentId, Fault, Gate, Language, Localised, Minutes, Problem, SessionId, dates,
};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, show, update_marks, cancel, schedule))]
pub struct Doc;

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionOut {
    /// The session.
    id: i64,
    /// Its edition.
    edition_id: i64,
    /// The activity that is held.
    activity_id: i64,
    /// The title of the activity.
    title: String,
    /// The day by the edition's calendar, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `10:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// The edition's IANA zone.
    time_zone: String,
    /// The instant of the start, UTC.
    starts_at: String,
    /// The instant of the end, UTC.
    ends_at: String,
    /// `in_person`, `online` or `mixed`.
    mode: String,
    /// The room.
    place: Option<String>,
    /// The link.
    link: Option<String>,
    /// Who teaches.
    trainer_id: Option<i64>,
    /// Since when it is cancelled.
    cancelled_at: Option<String>,
    /// Why it is cancelled.
    cancellation_reason: Option<String>,
}

impl SessionOut {
    fn new(row: &SessionRow, title: &Localised, reader: Language) -> SessionOut {
        SessionOut {
            id: row.id.0,
            edition_id: row.edition_id.0,
            activity_id: row.activity_id.0,
            title: title.for_reader(reader).to_owned(),
            held_on: row.held_on.to_string(),
            starts: dates::time(row.starts_local),
            ends: dates::time(row.ends_local),
            time_zone: row.time_zone.name().to_owned(),
            starts_at: row.starts_at.rfc3339(),
            ends_at: row.ends_at.rfc3339(),
            mode: row.mode.as_str().to_owned(),
            place: row.place.clone(),
            link: row.link.clone(),
            trainer_id: row.trainer_id.map(|id| id.0),
            cancelled_at: row.cancelled_at.map(crate::kernel::Moment::rfc3339),
            cancellation_reason: row.cancellation_reason.clone(),
        }
    }
}

/// A session to be booked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SessionIn {
    /// An activity of the edition's programme that is completed by being there.
    activity_id: i64,
    /// The day, `2026-11-21`.
    held_on: String,
    /// The start by the edition's clock, `10:00`.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// `in_person`, `online` or `mixed`.
    mode: String,
    /// The room, unless online.
    place: Option<String>,
    /// The link, unless in person.
    link: Option<String>,
    /// A trainer of the edition.
    trainer_id: Option<i64>,
}

impl SessionIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let trainer = self.trainer_id.map(|id| id.to_string()).unwrap_or_default();
        Form::of(&[
            ("activity", &self.activity_id.to_string()),
            ("held_on", &self.held_on),
            ("starts", &self.starts),
            ("ends", &self.ends),
            ("mode", &self.mode),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("trainer", &trainer),
        ])
    }
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionCreated {
    /// The session.
    id: i64,
}

/// A sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetOut {
    /// The session.
    session: SessionOut,
    /// Whether changing a saved mark needs a reason now.
    correction_needs_reason: bool,
    /// Everybody enrolled, sorted by name.
    people: Vec<PersonOut>,
}

/// A person on a sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonOut {
    /// The enrolment.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// The mark; `null` while there is none.
    mark: Option<MarkOut>,
}

/// A mark.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkOut {
    /// `present`, `late`, `left_early`, `absent` or `excused`.
    status: String,
    /// `in_person` or `online`.
    presence: String,
    /// How late.
    late_minutes: i32,
    /// How much before the end the person left.
    early_minutes: i32,
    /// Why not there.
    reason: Option<String>,
    /// What it credits of the activity's planned time, where it is saved.
    credited_minutes: Option<i32>,
    /// How often it was written; send it back to change the mark. 0 in a mark that was not saved.
    revision: i32,
}

impl MarkOut {
    fn new(mark: &Mark, credited: Option<Minutes>, revision: i32) -> MarkOut {
        MarkOut {
            status: mark.status.as_str().to_owned(),
            presence: mark.presence.as_str().to_owned(),
            late_minutes: mark.late.0,
            early_minutes: mark.early.0,
            reason: mark.reason.clone(),
            credited_minutes: credited.map(|minutes| minutes.0),
            revision,
        }
    }
}

/// A sheet as it was filled in. People without a line stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RollCallIn {
    /// The lines.
    marks: Vec<LineIn>,
    /// Why saved marks are changed; needed after the day of the session.
    correction_reason: Option<String>,
}

/// A line of a sheet.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LineIn {
    /// Whose.
    enrolment_id: i64,
    /// `present`, `late`, `left_early`, `absent` or `excused`.
    status: String,
    /// `in_person` or `online`; only a mixed session asks for it.
    presence: Option<String>,
    /// How late.
    #[serde(default)]
    late_minutes: i32,
    /// How much before the end the person left.
    #[serde(default)]
    early_minutes: i32,
    /// Why not there.
    reason: Option<String>,
    /// The revision that was seen; 0 when there was no mark yet.
    #[serde(default)]
    revision: i32,
}

impl LineIn {
    fn line(&self) -> Result<Line, Fault> {
        let unknown = |field: &str| Fault::new(format!("{field}-{}", self.enrolment_id), "unknown");
        let presence = self.presence.as_deref().unwrap_or(Presence::InPerson.as_str());
        let mark = Mark {
            status: Status::parse(&self.status).ok_or_else(|| unknown("status"))?,
            presence: Presence::parse(presence).ok_or_else(|| unknown("presence"))?,
            late: Minutes(self.late_minutes),
            early: Minutes(self.early_minutes),
            reason: self.reason.as_deref().map(crate::kernel::name::tidy),
        };
        Ok(Line { enrolment: EnrolmentId(self.enrolment_id), seen: self.revision, mark })
    }
}

fn roll_call(body: &RollCallIn) -> Result<RollCall, Problem> {
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    for line in &body.marks {
        match line.line() {
            Ok(line) => lines.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    let reason = body.correction_reason.as_deref().map(crate::kernel::name::tidy);
    let reason = reason.filter(|reason| !reason.is_empty());
    if faults.is_empty() { Ok(RollCall { lines, reason }) } else { Err(Problem::invalid(faults)) }
}

/// What became of a sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedOut {
    /// People marked for the first time.
    first: usize,
    /// Marks corrected.
    corrected: usize,
    /// Lines that were not saved because somebody else changed them meanwhile. Read the sheet again and decide.
    conflicts: Vec<ConflictOut>,
}

/// A line that came too late.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConflictOut {
    /// Whose.
    enrolment_id: i64,
    /// What was sent.
    yours: MarkOut,
}

/// Why a session is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CancellationIn {
    /// Goes into the letter to everybody enrolled.
    reason: String,
}

/// A session of the caller's schedule.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedOut {
    /// The session.
    session: SessionOut,
    /// The edition's title.
    edition: String,
    /// The enrolment.
    enrolment_id: i64,
    /// How the caller attended; `null` while nothing is marked.
    status: Option<String>,
    /// What that credited.
    credited_minutes: Option<i32>,
}

/// The sessions of an edition, the cancelled ones too.
#[utoipa::path(get, path = "/api/v1/editions/{id}/sessions", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = Listing<SessionOut>)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, timetable) = api.read(Gate::Trainer, move |r, me| actions::timetable(r, me, id)).await?;
    let rows = timetable.sessions.iter();
    let items = rows.map(|(row, title)| SessionOut::new(row, title, me.actor.language)).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}

/// Books a session. A trainer or a room that is taken is refused with the other session named.
#[utoipa::path(post, path = "/api/v1/editions/{id}/sessions", tag = "attendance", params(("id" = i64, Path)),
    request_body = SessionIn, responses((status = 201, body = SessionCreated)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<SessionIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = input::booking(&body.form())?;
    let (_, session) =
        api.write(Gate::Trainer, move |w, me, now| actions::book(w, me, id, &wanted, now)).await?;
    Ok(created(&SessionCreated { id: session.0 }))
}

/// A session with its sheet.
#[utoipa::path(get, path = "/api/v1/sessions/{id}", tag = "attendance", params(("id" = i64, Path)),
    responses((status = 200, body = SheetOut)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), api.web.now());
    let (me, sheet) = api.read(Gate::Trainer, move |r, me| actions::sheet(r, me, id, now)).await?;
    let person = |one: &actions::OnSheet| PersonOut {
        enrolment_id: one.person.enrolment.0,
        name: one.person.name.full(),
        mark: one.mark.as_ref().map(|(row, _)| MarkOut::new(&row.mark, Some(row.minutes), row.revision)),
    };
    Ok(ok(&SheetOut {
        session: SessionOut::new(&sheet.session, &sheet.activity.title.0, me.actor.language),
        correction_needs_reason: sheet.needs_reason,
        people: sheet.people.iter().map(person).collect(),
    }))
}

/// Saves a sheet. Lines that somebody else changed meanwhile are answered as conflicts, the others are saved.
#[utoipa::path(put, path = "/api/v1/sessions/{id}/marks", tag = "attendance", params(("id" = i64, Path)),
    request_body = RollCallIn, responses((status = 200, body = SavedOut)))]
pub async fn update_marks(api: Api, path: Path<i64>, Body(body): Body<RollCallIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let roll = roll_call(&body)?;
    let (_, saved) = api.write(Gate::Trainer, move |w, me, now| actions::mark(w, me, id, &roll, now)).await?;
    let conflict = |line: &Line| ConflictOut {
        enrolment_id: line.enrolment.0,
        yours: MarkOut::new(&line.mark, None, 0),
    };
    let conflicts = saved.stale.iter().map(conflict).collect();
    Ok(ok(&SavedOut { first: saved.first, corrected: saved.corrected, conflicts }))
}

/// Cancels a session in which nobody is marked, and writes to everybody enrolled.
#[utoipa::path(post, path = "/api/v1/sessions/{id}/cancellation", tag = "attendance", params(("id" = i64, Path)),
    request_body = CancellationIn, responses((status = 201, body = SessionCreated)))]
pub async fn cancel(api: Api, path: Path<i64>, Body(body): Body<CancellationIn>) -> Reply {
    let id = SessionId(path.into_inner());
    let why = input::reason(&Form::of(&[("reason", &body.reason)]))?;
    api.write(Gate::Trainer, move |w, me, now| actions::cancel(w, me, id, &why, now)).await?;
    Ok(created(&SessionCreated { id: id.0 }))
}

/// The sessions of all editions that the caller is enrolled in.
#[utoipa::path(get, path = "/api/v1/schedule", tag = "attendance",
    responses((status = 200, body = Listing<PlannedOut>)))]
pub async fn schedule(api: Api) -> Reply {
    let (me, planned) = api.read(Gate::Trainee, actions::schedule).await?;
    let out = |one: &actions::Planned| PlannedOut {
        session: SessionOut::new(&one.listed.session, &one.listed.title.0, me.actor.language),
        edition: one.listed.edition.clone(),
        enrolment_id: one.enrolment.0,
        status: one.mark.map(|(status, _)| status.as_str().to_owned()),
        credited_minutes: one.mark.map(|(_, minutes)| minutes.0),
    };
    Ok(ok(&Listing { items: planned.iter().map(out).collect(), next_after: None }))
}
