//! Sessions, sheets and schedules as JSON.

pub mod conflicts;
pub mod timetable;

use super::actions::{self, Line, Planned, RollCall};
use super::rules::{Mark, Presence, ReasonCode, Status};
use crate::api::{Api, Body, Listing, ok};
use crate::kernel::{EnrolmentId, Fault, Gate, Language, Minutes, Problem, SessionId};
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use timetable::SessionOut;
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    timetable::index,
    timetable::create,
    timetable::update,
    timetable::plan,
    timetable::cancel,
    conflicts::index,
    show,
    update_marks,
    schedule
))]
pub struct Doc;

/// A sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetOut {
    /// The session.
    session: SessionOut,
    /// Whether changing a saved mark needs a reason now.
    correction_needs_reason: bool,
    /// Whether the sheet is closed: then any mark needs a reason and is a late change.
    closed: bool,
    /// Everybody of whom it is asked, and whoever was marked, sorted by name.
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
    /// Why not there, in words.
    reason: Option<String>,
    /// Why not there: `illness`, `work`, `family`, `transport`, `official_duty` or `other`.
    reason_code: Option<String>,
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
            reason_code: mark.code.map(|code| code.as_str().to_owned()),
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
    /// Why not there, in words. An excuse needs words or a `reason_code`.
    reason: Option<String>,
    /// Why not there: `illness`, `work`, `family`, `transport`, `official_duty` or `other`, which needs words.
    reason_code: Option<String>,
    /// The revision that was seen; 0 when there was no mark yet.
    #[serde(default)]
    revision: i32,
}

impl LineIn {
    fn line(&self) -> Result<Line, Fault> {
        let unknown = |field: &str| Fault::new(format!("{field}-{}", self.enrolment_id), "unknown");
        let code = self.reason_code.as_deref();
        let presence = self.presence.as_deref().unwrap_or(Presence::InPerson.as_str());
        let mark = Mark {
            status: Status::parse(&self.status).ok_or_else(|| unknown("status"))?,
            presence: Presence::parse(presence).ok_or_else(|| unknown("presence"))?,
            late: Minutes(self.late_minutes),
            early: Minutes(self.early_minutes),
            reason: self.reason.as_deref().map(crate::kernel::name::tidy),
            code: code.map(|code| ReasonCode::parse(code).ok_or_else(|| unknown("code"))).transpose()?,
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

impl PlannedOut {
    /// A session of somebody's schedule, in the reader's language.
    pub fn new(one: &Planned, reader: Language) -> PlannedOut {
        PlannedOut {
            session: SessionOut::new(&one.listed.session, &one.listed.title.0, &one.listed.format, reader),
            edition: one.listed.edition.clone(),
            enrolment_id: one.enrolment.0,
            status: one.mark.map(|(status, _)| status.as_str().to_owned()),
            credited_minutes: one.mark.map(|(_, minutes)| minutes.0),
        }
    }
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
        session: SessionOut::new(
            &sheet.session,
            &sheet.activity.title.0,
            &sheet.activity.format,
            me.actor.language,
        ),
        correction_needs_reason: sheet.needs_reason,
        closed: sheet.shut,
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

/// The sessions of all editions that the caller is enrolled in.
#[utoipa::path(get, path = "/api/v1/schedule", tag = "attendance",
    responses((status = 200, body = Listing<PlannedOut>)))]
pub async fn schedule(api: Api) -> Reply {
    let (me, planned) = api.read(Gate::Trainee, actions::schedule).await?;
    let language = me.actor.language;
    let items = planned.iter().map(|one| PlannedOut::new(one, language)).collect();
    Ok(ok(&Listing { items, next_after: None }))
}
