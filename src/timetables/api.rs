//! Laying out for programs: the same actions as the pages. A dry run first, then the lines that are wanted, by key.

pub mod weeks;

use super::actions::{self, Line};
use super::pages::input;
use super::rules::State;
use crate::api::{Api, Body, created, ok};
use crate::db::Write;
use crate::kernel::{Actor, EditionId, Fault, Gate, Language, dates};
use crate::web::{Form, Reply};
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(weeks::own_week, weeks::week, look_at_series, book_series, look_at_copy, book_copy))]
pub struct Doc;

/// A session that is held again and again.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SeriesIn {
    /// An activity of the edition's programme that is completed by being there.
    activity_id: i64,
    /// The first day that may be used, `2026-09-16`.
    first: String,
    /// The start by the edition's clock, `10:00`, on every date.
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
    /// `weekly`, `fortnightly`, `daily`, `quarter-weekday` or `quarter-day`.
    rhythm: String,
    /// On which days, for `weekly` and `fortnightly`: `mon` … `sun`.
    #[serde(default)]
    weekdays: Vec<String>,
    /// For `quarter-weekday`: which month of the quarter, 1–3.
    month: Option<u32>,
    /// For `quarter-weekday`: which week of the month, `1`–`4` or `last`.
    week: Option<String>,
    /// For `quarter-weekday`: which day of the week.
    quarter_weekday: Option<String>,
    /// For `quarter-day`: so many days after the first day of the quarter, 0–89.
    after: Option<u32>,
    /// The last day that may be used; either this or `times`.
    until: Option<String>,
    /// How many dates, at most 120.
    times: Option<u32>,
    /// What is booked.
    #[serde(flatten)]
    chosen: ChosenIn,
}

/// What is booked of the lines of a dry run; a dry run leaves it out.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct ChosenIn {
    /// The keys of the lines.
    #[serde(default)]
    lines: Vec<String>,
    /// Whether lines that cannot be booked are left out knowingly.
    #[serde(default)]
    skip: bool,
    /// Why it is held although people are asked elsewhere.
    despite: Option<String>,
}

impl ChosenIn {
    fn add_to<'a>(&'a self, fields: &mut Vec<(&'a str, &'a str)>) {
        fields.extend(self.lines.iter().map(|key| ("line", key.as_str())));
        if self.skip {
            fields.push(("skip", "on"));
        }
        fields.extend(self.despite.iter().map(|reason| ("despite_reason", reason.as_str())));
    }
}

impl SeriesIn {
    /// The same fields as the page's form, so that both are read and refused alike.
    fn form(&self) -> Form {
        let text = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let (activity, trainer) = (self.activity_id.to_string(), text(self.trainer_id));
        let (month, after) = (text(self.month.map(i64::from)), text(self.after.map(i64::from)));
        let times = text(self.times.map(i64::from));
        let mut fields = vec![
            ("activity", activity.as_str()),
            ("held_on", self.first.as_str()),
            ("starts", self.starts.as_str()),
            ("ends", self.ends.as_str()),
            ("mode", self.mode.as_str()),
            ("place", self.place.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
            ("trainer", trainer.as_str()),
            ("rhythm", self.rhythm.as_str()),
            ("month", month.as_str()),
            ("week", self.week.as_deref().unwrap_or_default()),
            ("quarter_weekday", self.quarter_weekday.as_deref().unwrap_or_default()),
            ("after", after.as_str()),
            ("until", self.until.as_deref().unwrap_or_default()),
            ("times", times.as_str()),
        ];
        fields.extend(self.weekdays.iter().map(|day| ("weekday", day.as_str())));
        self.chosen.add_to(&mut fields);
        Form::of(&fields)
    }
}

/// The schedule of another edition.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CopyIn {
    /// The edition it is copied from: of the same programme, by this version or an earlier one.
    source_id: i64,
    /// By how many weeks it is moved; left out for as many as lie between the first days of both.
    weeks: Option<i64>,
    /// What is booked.
    #[serde(flatten)]
    chosen: ChosenIn,
}

impl CopyIn {
    fn form(&self) -> Form {
        let (source, weeks) = (self.source_id.to_string(), self.weeks.map(|weeks| weeks.to_string()));
        let mut fields = vec![("source", source.as_str()), ("weeks", weeks.as_deref().unwrap_or_default())];
        self.chosen.add_to(&mut fields);
        Form::of(&fields)
    }
}

/// A line of a dry run.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineOut {
    /// By which it is chosen.
    key: String,
    /// The activity that would be held.
    activity_id: i64,
    /// Its title.
    title: String,
    /// The day by the edition's calendar.
    held_on: String,
    /// The start by the edition's clock.
    starts: String,
    /// The end by the edition's clock.
    ends: String,
    /// `free`; `look`, for a day off or an activity that has a session already; `busy`, when people are asked elsewhere
    /// and a reason is needed; `faulty`, when it cannot be booked.
    state: String,
    /// What the day off is called that it falls on.
    day_off: Option<String>,
    /// Whether the activity has a session already.
    scheduled: bool,
    /// What speaks against it, in the reader's language.
    faults: Vec<FaultOut>,
}

/// What speaks against a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct FaultOut {
    /// What is at fault.
    field: String,
    /// The code.
    code: String,
    /// The same in words.
    detail: String,
}

/// A dry run.
#[derive(Debug, Serialize, ToSchema)]
pub struct DryRunOut {
    /// The lines, in order.
    lines: Vec<LineOut>,
    /// By how many weeks a copied schedule is moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<i64>,
}

/// How many sessions were booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookedCount {
    /// How many.
    booked: usize,
}

/// What was booked of another edition's schedule, and what went along.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookedCopyOut {
    /// How many sessions.
    booked: usize,
    /// How many of them have a programme now: topic, questions, blocks, guests, access, visit.
    programmes: usize,
    /// How many shifts of the edition went along.
    shifts: usize,
    /// How many blocks lead nowhere: this version of the programme has no such activity.
    unlinked_blocks: usize,
    /// How many sessions have no blocks because their length is another one.
    unfit_sessions: usize,
    /// How many shifts stayed behind because their days are outside the edition.
    outside_shifts: usize,
}

fn lines_out(api: &Api, lines: &[Line], reader: Language) -> Vec<LineOut> {
    let fault = |fault: &Fault| {
        let args: Vec<(&str, &str)> =
            fault.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let detail = api.web.kit.words.text_with(reader, &format!("fault-{}", fault.code), &args);
        FaultOut { field: fault.field.clone(), code: fault.code.clone(), detail }
    };
    let line = |line: &Line| {
        let clashes = line.conflicts(reader);
        LineOut {
            key: line.key.clone(),
            activity_id: line.booking.activity.0,
            title: line.title.for_reader(reader).to_owned(),
            held_on: line.booking.held_on.to_string(),
            starts: dates::time(line.booking.starts),
            ends: dates::time(line.booking.ends),
            state: state(line.state()).to_owned(),
            day_off: line.day_off.as_ref().map(|name| name.for_reader(reader).to_owned()),
            scheduled: line.scheduled,
            faults: line.faults.iter().chain(&clashes).map(fault).collect(),
        }
    };
    lines.iter().map(line).collect()
}

fn state(state: State) -> &'static str {
    match state {
        State::Free => "free",
        State::Look => "look",
        State::Busy => "busy",
        State::Faulty => "faulty",
    }
}

/// Every date of a session that is held again and again, with what speaks against it. Nothing is booked.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/session-series/dry-runs", tag = "timetables",
    params(("edition" = i64, Path)), request_body = SeriesIn,
    responses((status = 200, body = DryRunOut), (status = 422, body = crate::api::ApiErrors)))]
pub async fn look_at_series(api: Api, path: Path<i64>, Body(body): Body<SeriesIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = input::series(&body.form())?;
    let (me, run) = api.read(Gate::Trainer, move |r, me| actions::series(r, me, id, &wanted)).await?;
    Ok(ok(&DryRunOut { lines: lines_out(&api, &run.lines, me.actor.language), weeks: None }))
}

/// Books the chosen dates of a series, all of them or none.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/session-series", tag = "timetables",
    params(("edition" = i64, Path)), request_body = SeriesIn,
    responses((status = 201, body = BookedCount), (status = 422, body = crate::api::ApiErrors)))]
pub async fn book_series(api: Api, path: Path<i64>, Body(body): Body<SeriesIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let form = body.form();
    let (wanted, chosen) = (input::series(&form)?, input::chosen(&form)?);
    let book = move |w: &mut Write, me: &Actor, now| actions::book_series(w, me, id, (&wanted, &chosen), now);
    let (_, booked) = api.write(Gate::Trainer, book).await?;
    Ok(created(&BookedCount { booked }))
}

/// What the schedule of another edition would be in this one. Nothing is booked.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/schedule-copies/dry-runs", tag = "timetables",
    params(("edition" = i64, Path)), request_body = CopyIn,
    responses((status = 200, body = DryRunOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn look_at_copy(api: Api, path: Path<i64>, Body(body): Body<CopyIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let (source, weeks) = input::source(&body.form())?;
    let (me, run) =
        api.read(Gate::Trainer, move |r, me| actions::copy(r, me, id, (Some(source), weeks))).await?;
    Ok(ok(&DryRunOut { lines: lines_out(&api, &run.lines, me.actor.language), weeks: Some(run.weeks) }))
}

/// Books the chosen sessions of another edition's schedule, all of them or none, with their programmes, and the shifts of
/// the edition. Reports of visits, places to sign up for, co-trainers and marks stay behind.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/schedule-copies", tag = "timetables",
    params(("edition" = i64, Path)), request_body = CopyIn,
    responses((status = 201, body = BookedCopyOut), (status = 422, body = crate::api::ApiErrors)))]
pub async fn book_copy(api: Api, path: Path<i64>, Body(body): Body<CopyIn>) -> Reply {
    let id = EditionId(path.into_inner());
    let form = body.form();
    let (source, chosen) = (input::source(&form)?, input::chosen(&form)?);
    let book = move |w: &mut Write, me: &Actor, now| actions::book_copy(w, me, id, (source, &chosen), now);
    let (_, done) = api.write(Gate::Trainer, book).await?;
    let copied = done.copied;
    Ok(created(&BookedCopyOut {
        booked: done.booked,
        programmes: copied.programmes,
        shifts: copied.shifts,
        unlinked_blocks: copied.unlinked_blocks,
        unfit_sessions: copied.unfit_sessions,
        outside_shifts: copied.outside_shifts,
    }))
}
