//! What awaits a trainee.

use crate::api::{Api, ApiErrors, ok};
use crate::appointments::api::HeldAppointmentOut;
use crate::attendance::api::PlannedOut;
use crate::kernel::{Gate, Moment};
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::Course;
use crate::progress::rules::assignment::theirs;
use crate::progress::rules::{self, Work};
use crate::today::actions::next::{self as actions, DueWork, Next};
use crate::web::Reply;
use serde::Serialize;
use utoipa::ToSchema;

/// What awaits a trainee.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextBody {
    /// A question about experience that comes before the step.
    question: Option<QuestionBody>,
    /// The one thing to do next at one's own time, in the newest programme that runs.
    step: Option<StepBody>,
    /// The session under way, or the next one that was not cancelled.
    session: Option<PlannedOut>,
    /// The consultations of the next thirty days that the bearer has booked, the next first.
    consultations: Vec<HeldAppointmentOut>,
    /// Editions that end within 21 days while something is left to do.
    due: Vec<DueBody>,
    /// Quizzes and cases that are due within 21 days and before their edition ends, the most urgent first.
    due_works: Vec<DueWorkBody>,
    /// Cases at which the bearer reviews works of others, with the first deadline, the most urgent first.
    reviews: Vec<OwedBody>,
    /// Editions that ask for training in person where a quarter is open, or something else is missing; all of each is
    /// at `/api/v1/learn/{enrolment}/training`.
    training: Vec<TrainingBody>,
    /// The person's programmes, the newest first; all of each is at `/api/v1/learn/{enrolment}`.
    programmes: Vec<StandingBody>,
    /// How many messages the bearer has not opened.
    unread_messages: i64,
}

/// A question about experience; the answer goes to `/api/v1/learn/{enrolment}/declarations/{declaration}/answers`.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The key of the declaration.
    declaration: String,
    /// The question in the bearer's language.
    question: String,
}

/// The one thing to do next.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The activity.
    activity_id: i64,
    /// `lesson`, `quiz` or `case`.
    kind: String,
    /// Its title in the bearer's language.
    title: String,
    /// The programme's title in the bearer's language.
    programme: String,
    /// Minutes planned.
    planned_minutes: i32,
    /// Whether it was handed in or taken already and is to be done better.
    again: bool,
}

/// An edition that ends soon.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The last day, by the edition's calendar.
    ends_on: String,
    /// Whole days until then.
    days_left: i64,
    /// How many conditions are not met.
    unmet_conditions: usize,
}

/// A quiz or a case with a last moment of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueWorkBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The activity.
    activity_id: i64,
    /// The first instant at which it is too late.
    due_at: String,
}

/// Reviews to write at a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwedBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The case.
    activity_id: i64,
    /// How many.
    count: usize,
    /// The first instant at which the first of them is late.
    due_at: String,
}

/// Training in person that is needed.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The quarter that is still open, as `2026-2`; `null` where something else is missing.
    quarter: Option<String>,
    /// The last day on which a session can close it.
    until: Option<String>,
}

fn training(own: &crate::continuing_training::actions::Own) -> Option<TrainingBody> {
    let due = own.standing.due();
    let body = TrainingBody {
        enrolment_id: own.enrolment.0,
        quarter: due.map(|due| due.quarter.to_string()),
        until: due.map(|due| due.until.to_string()),
    };
    (due.is_some() || own.standing.needs_training()).then_some(body)
}

fn owed(owed: &crate::peer_reviews::actions::Owed) -> OwedBody {
    OwedBody {
        enrolment_id: owed.enrolment.0,
        activity_id: owed.case.0,
        count: owed.count,
        due_at: owed.due_at.rfc3339(),
    }
}

/// How far one programme is.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingBody {
    /// The enrolment.
    enrolment_id: i64,
    /// The edition.
    edition_id: i64,
    /// The programme's title in the bearer's language.
    title: String,
    /// The edition's title.
    edition: String,
    /// `ahead`, `running` or `over`.
    stage: String,
    /// How many conditions are not met.
    unmet_conditions: usize,
    /// Whether every condition is met.
    ready_for_document: bool,
    /// Minutes planned.
    planned_minutes: i32,
    /// Minutes credited, of each activity at most what is planned.
    credited_minutes: i32,
}

/// How the bearer reads.
#[derive(Clone, Copy)]
struct Reading {
    language: crate::kernel::Language,
    now: Moment,
}

impl NextBody {
    fn new(next: &Next, reading: Reading) -> NextBody {
        NextBody {
            question: next.running(reading.now).find_map(|course| question(course, reading)),
            step: next.running(reading.now).find_map(|course| step(course, reading)),
            session: next.session.as_ref().map(|planned| PlannedOut::new(planned, reading.language)),
            consultations: next.consultations.iter().map(HeldAppointmentOut::new).collect(),
            due: next.running(reading.now).filter_map(|course| due(course, reading)).collect(),
            due_works: next.dues.iter().map(due_work).collect(),
            reviews: next.reviews.iter().map(owed).collect(),
            training: next.training.iter().filter_map(training).collect(),
            programmes: next.courses.iter().map(|course| standing(course, reading)).collect(),
            unread_messages: next.unread,
        }
    }
}

fn title(course: &Course, reading: Reading) -> String {
    course.row.title.0.for_reader(reading.language).to_owned()
}

fn question(course: &Course, reading: Reading) -> Option<QuestionBody> {
    let asked = course.asked.iter().find(|one| one.waits() && one.settled.is_none())?;
    Some(QuestionBody {
        enrolment_id: course.row.enrolment.id.0,
        declaration: asked.key.clone(),
        question: asked.question.for_reader(reading.language).to_owned(),
    })
}

fn step(course: &Course, reading: Reading) -> Option<StepBody> {
    let fact = rules::next_step(&course.facts, &course.works)?;
    Some(StepBody {
        enrolment_id: course.row.enrolment.id.0,
        activity_id: fact.id.0,
        kind: fact.kind.as_str().to_owned(),
        title: fact.title.for_reader(reading.language).to_owned(),
        programme: title(course, reading),
        planned_minutes: fact.planned.0,
        again: matches!(course.works.get(&fact.id), Some(Work::Graded | Work::Tried(_))),
    })
}

fn due(course: &Course, reading: Reading) -> Option<DueBody> {
    let due = actions::due(course, reading.now)?;
    Some(DueBody {
        enrolment_id: course.row.enrolment.id.0,
        ends_on: course.row.edition.ends_on.to_string(),
        days_left: due.days,
        unmet_conditions: due.left,
    })
}

fn due_work(due: &DueWork) -> DueWorkBody {
    DueWorkBody { enrolment_id: due.enrolment.0, activity_id: due.activity.0, due_at: due.due_at.rfc3339() }
}

fn standing(course: &Course, reading: Reading) -> StandingBody {
    let conditions = course.conditions(reading.now);
    StandingBody {
        enrolment_id: course.row.enrolment.id.0,
        edition_id: course.row.edition.id.0,
        title: title(course, reading),
        edition: course.row.edition.title.clone(),
        stage: actions::stage(course, reading.now).as_str().to_owned(),
        unmet_conditions: conditions.iter().filter(|condition| !condition.met).count(),
        ready_for_document: rules::all_met(&conditions),
        planned_minutes: theirs(&course.facts).map(|fact| fact.planned.0).sum(),
        credited_minutes: theirs(&course.facts).map(|fact| fact.credited.min(fact.planned).0).sum(),
    }
}

/// What awaits the bearer as a trainee: the next step, the next session, what is due, the programmes.
#[utoipa::path(get, path = "/api/v1/next", tag = "today",
    responses((status = 200, body = NextBody), (status = 401, body = ApiErrors)))]
pub async fn show(api: Api) -> Reply {
    let now = api.web.now();
    let (me, next) = api.read(Gate::SignedIn, move |r, me| actions::next(r, me, now)).await?;
    Ok(ok(&NextBody::new(&next, Reading { language: me.actor.language, now })))
}
