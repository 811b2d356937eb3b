//! A trainee's programmes, hours and conditions as JSON.

use crate::api::{Api, ApiErrors, ok};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Gate, Localised, Moment};
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::{self, Course, Ledger};
use crate::progress::rules::{self, About, Condition};
use crate::web::Reply;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

/// The description of these routes.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, show, hours))]
pub struct Doc;

/// A programme of the person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeBody {
    /// The enrolment.
    #[schema(value_type = i64)]
    enrolment_id: EnrolmentId,
    /// The edition.
    #[schema(value_type = i64)]
    edition_id: EditionId,
    /// The edition's title.
    edition: String,
    /// The programme's title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// The first day.
    starts_on: String,
    /// The last day.
    ends_on: String,
    /// The zone of these days.
    time_zone: &'static str,
    /// How many of the activities are completed, in hundredths.
    percent_done: i32,
    /// Whether every condition is met.
    ready_for_document: bool,
    /// What stands between the person and the document.
    conditions: Vec<ConditionBody>,
    /// The activities in programme order that are asked of the person or wait for an answer.
    activities: Vec<ActivityBody>,
}

/// One condition.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConditionBody {
    /// `declaration`, `attendance`, `hours`, `quiz` or `case`.
    kind: &'static str,
    /// The key of the question to answer, for a declaration.
    declaration: Option<String>,
    /// Whether it is met.
    met: bool,
    /// The activity, for a quiz or a case.
    #[schema(value_type = Option<i64>)]
    activity_id: Option<ActivityId>,
    /// Minutes credited, for shares.
    minutes: Option<i32>,
    /// Minutes planned, for shares.
    planned_minutes: Option<i32>,
    /// Which share of attendance decides: `planned` or `held`.
    attendance_of: Option<&'static str>,
    /// Minutes attended of the sessions that are over.
    held_minutes_attended: Option<i32>,
    /// Minutes of the sessions that are over and were not cancelled.
    held_minutes: Option<i32>,
    /// The share attended of those, in thousandths; nothing before the first is over.
    held_permille: Option<i32>,
    /// The share of what is planned or the best result so far, in thousandths.
    permille: Option<i32>,
    /// The share asked for, in thousandths; of a quiz, the share that passes it.
    needed_permille: Option<i32>,
}

/// One activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityBody {
    /// The activity.
    #[schema(value_type = i64)]
    id: ActivityId,
    /// Its key, the same in every version.
    key: String,
    /// `lesson`, `quiz`, `case`, `session`, `game`, `placement`, `hackathon`.
    kind: &'static str,
    /// Its title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// Minutes planned.
    planned_minutes: i32,
    /// Minutes credited.
    credited_minutes: i32,
    /// Whether it is completed.
    completed: bool,
    /// Keys that must be completed first and are not.
    locked_by: Vec<String>,
    /// The key of the declaration that decides whether it is asked of the person, while it is not answered. It counts
    /// in no condition till then.
    waits_for_declaration: Option<String>,
    /// The best result, in thousandths.
    result_permille: Option<i32>,
}

/// The ledger of a programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerBody {
    /// The enrolment.
    #[schema(value_type = i64)]
    enrolment_id: EnrolmentId,
    /// The rows, the newest first; corrections are rows with the difference.
    entries: Vec<EntryBody>,
}

/// A row of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryBody {
    /// For what.
    #[schema(value_type = i64)]
    activity_id: ActivityId,
    /// How much; negative takes back.
    minutes: i32,
    /// `theory`, `practice` or `self_study`.
    nature: &'static str,
    /// `in_person`, `online` or `distance`.
    mode: &'static str,
    /// `attendance`, `lesson`, `quiz`, `case` or `live_quiz`; more may come.
    source: &'static str,
    /// The row it rests on there.
    source_id: i64,
    /// When.
    credited_at: String,
}

impl ProgrammeBody {
    fn of(course: &Course, now: Moment) -> ProgrammeBody {
        let conditions = course.conditions(now);
        ProgrammeBody {
            enrolment_id: course.row.enrolment.id,
            edition_id: course.row.edition.id,
            edition: course.row.edition.title.clone(),
            title: course.row.title.0.clone(),
            starts_on: course.row.edition.starts_on.to_string(),
            ends_on: course.row.edition.ends_on.to_string(),
            time_zone: course.row.edition.time_zone.name(),
            percent_done: rules::done(&course.facts).as_percent(),
            ready_for_document: rules::all_met(&conditions),
            conditions: conditions.iter().map(ConditionBody::of).collect(),
            activities: course.facts.iter().map(|fact| ActivityBody::of(fact, course)).collect(),
        }
    }
}

impl ConditionBody {
    fn of(condition: &Condition) -> ConditionBody {
        let body = |kind| ConditionBody {
            kind,
            declaration: None,
            met: condition.met,
            activity_id: None,
            minutes: None,
            planned_minutes: None,
            attendance_of: None,
            held_minutes_attended: None,
            held_minutes: None,
            held_permille: None,
            permille: None,
            needed_permille: None,
        };
        match &condition.about {
            About::Attendance { attended: minutes, planned, share, so_far, base, needed } => ConditionBody {
                minutes: Some(minutes.0),
                planned_minutes: Some(planned.0),
                attendance_of: Some(base.as_str()),
                held_minutes_attended: Some(so_far.attended.0),
                held_minutes: Some(so_far.held.0),
                held_permille: so_far.share().map(|share| share.0),
                permille: Some(share.0),
                needed_permille: Some(needed.0),
                ..body("attendance")
            },
            About::Hours { credited: minutes, planned, share, needed } => ConditionBody {
                minutes: Some(minutes.0),
                planned_minutes: Some(planned.0),
                permille: Some(share.0),
                needed_permille: Some(needed.0),
                ..body("hours")
            },
            About::Declaration { key, .. } => {
                ConditionBody { declaration: Some(key.clone()), ..body("declaration") }
            }
            About::Quiz { activity, best, needed, .. } => ConditionBody {
                activity_id: Some(*activity),
                permille: best.map(|best| best.0),
                needed_permille: needed.map(|needed| needed.0),
                ..body("quiz")
            },
            About::Case { activity, best, .. } => ConditionBody {
                activity_id: Some(*activity),
                permille: best.map(|best| best.0),
                ..body("case")
            },
        }
    }
}

impl ActivityBody {
    fn of(fact: &rules::ActivityFact, course: &Course) -> ActivityBody {
        let open = |key: &String| course.facts.iter().any(|other| other.key == *key && other.completed);
        ActivityBody {
            id: fact.id,
            key: fact.key.clone(),
            kind: fact.kind.as_str(),
            title: fact.title.clone(),
            planned_minutes: fact.planned.0,
            credited_minutes: fact.credited.0,
            completed: fact.completed,
            locked_by: fact.after.iter().filter(|key| !open(key)).cloned().collect(),
            waits_for_declaration: fact.question.as_ref().map(|question| question.key.clone()),
            result_permille: fact.result.map(|result| result.0),
        }
    }
}

impl LedgerBody {
    fn of(ledger: &Ledger) -> LedgerBody {
        let entries = ledger.entries.iter().map(|entry| EntryBody {
            activity_id: entry.activity_id,
            minutes: entry.minutes.0,
            nature: entry.nature.as_str(),
            mode: entry.mode.as_str(),
            source: entry.source.as_str(),
            source_id: entry.source_id,
            credited_at: entry.credited_at.rfc3339(),
        });
        LedgerBody { enrolment_id: ledger.course.row.enrolment.id, entries: entries.collect() }
    }
}

/// The person's programmes, the newest edition first.
#[utoipa::path(get, path = "/api/v1/learn", tag = "learning",
    responses((status = 200, body = Vec<ProgrammeBody>), (status = 401, body = ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let now = api.web.now();
    let (_, courses) = api.read(Gate::SignedIn, actions::own_courses).await?;
    Ok(ok(&courses.iter().map(|course| ProgrammeBody::of(course, now)).collect::<Vec<_>>()))
}

/// A programme as one trainee has it: for the trainee, the edition's trainers and its administrators.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}", tag = "learning", params(("enrolment" = i64, Path)),
    responses((status = 200, body = ProgrammeBody), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), api.web.now());
    let (_, course) = api.read(Gate::SignedIn, move |r, me| actions::course(r, me, id)).await?;
    Ok(ok(&ProgrammeBody::of(&course, now)))
}

/// Every credited minute of the person with its source.
#[utoipa::path(get, path = "/api/v1/hours", tag = "learning",
    responses((status = 200, body = Vec<LedgerBody>), (status = 401, body = ApiErrors)))]
pub async fn hours(api: Api) -> Reply {
    let (_, ledgers) = api.read(Gate::SignedIn, actions::own_ledgers).await?;
    Ok(ok(&ledgers.iter().map(LedgerBody::of).collect::<Vec<_>>()))
}
