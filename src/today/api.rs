//! What awaits the bearer, as JSON: «Сегодня» and «Дальше».

pub mod next;

use super::actions;
use crate::api::{Api, ApiErrors, ok};
use crate::appointments::api::HeldAppointmentOut;
use crate::attendance::actions::Taught;
use crate::attendance::api::timetable::SessionOut;
use crate::grading::actions::WaitingWork;
use crate::kernel::{Gate, Language};
use crate::teams::actions::Unplaced;
use crate::web::Reply;
use serde::Serialize;
use utoipa::ToSchema;

/// How many works are told at most.
const MOST_WORKS: i64 = 500;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, next::show))]
pub struct Doc;

/// What awaits a trainer or an administrator.
#[derive(Debug, Serialize, ToSchema)]
pub struct TodayBody {
    /// The sessions of today, by the calendar of their own editions.
    today: Vec<TaughtBody>,
    /// Those of the next fourteen days.
    next: Vec<TaughtBody>,
    /// Those of earlier days whose sheets are not complete, the oldest first.
    unmarked: Vec<TaughtBody>,
    /// The bearer's own consultations of the next seven days: those that are booked, and today's free ones.
    consultations: Vec<HeldAppointmentOut>,
    /// Works to grade, the oldest first, at most 500.
    works: Vec<WorkBody>,
    /// How many there are.
    works_count: i64,
    /// How many answers wait to be marked by hand.
    answers: usize,
    /// How many whole days the oldest of them has waited.
    oldest_answer_days: i64,
    /// How many appeals wait.
    appeals: usize,
    /// How many cases from practice wait for an answer.
    site_cases: i64,
    /// How many whole days the oldest of them has waited.
    oldest_site_case_days: i64,
    /// Team cases with people who have no team and cannot choose one.
    unplaced: Vec<UnplacedBody>,
    /// How many messages the bearer has not opened.
    unread_messages: i64,
}

/// A team case with people who have no team.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnplacedBody {
    /// The edition.
    edition_id: i64,
    /// The case.
    case_id: i64,
    /// Its title.
    title: String,
    /// The set of teams it uses; `null` while there is none.
    set_id: Option<i64>,
    /// How many people.
    people: i64,
}

impl UnplacedBody {
    fn new(one: &Unplaced, reader: Language) -> UnplacedBody {
        UnplacedBody {
            edition_id: one.edition.0,
            case_id: one.case.id.0,
            title: one.case.title.for_reader(reader).to_owned(),
            set_id: one.set.map(|set| set.0),
            people: one.people,
        }
    }
}

/// A session that the bearer teaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaughtBody {
    /// The session.
    session: SessionOut,
    /// The edition's title.
    edition: String,
    /// Of how many people it is asked.
    enrolled: i64,
    /// How many of them are not marked yet.
    missing_marks: i64,
}

/// A work that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkBody {
    /// The version that was handed in.
    submission_id: i64,
    /// The case's title.
    title: String,
    /// The edition's title.
    edition: String,
    /// The author; `null` while the case is graded without names.
    author: Option<String>,
    /// Whole days since it was handed in.
    age_days: i64,
}

impl TaughtBody {
    fn new(taught: &Taught, reader: Language) -> TaughtBody {
        let listed = &taught.listed;
        TaughtBody {
            session: SessionOut::new(&listed.session, &listed.title.0, &listed.format, reader),
            edition: listed.edition.clone(),
            enrolled: taught.enrolled,
            missing_marks: taught.missing(),
        }
    }
}

impl WorkBody {
    fn new(work: &WaitingWork) -> WorkBody {
        WorkBody {
            submission_id: work.submission.0,
            title: work.title.clone(),
            edition: work.edition_title.clone(),
            author: work.person_name.clone(),
            age_days: work.age_days,
        }
    }
}

/// What awaits the bearer as a trainer or an administrator: sessions, works, answers, appeals.
#[utoipa::path(get, path = "/api/v1/today", tag = "today",
    responses((status = 200, body = TodayBody), (status = 403, body = ApiErrors)))]
pub async fn show(api: Api) -> Reply {
    let now = api.web.now();
    let (me, today) = api.read(Gate::Trainer, move |r, me| actions::today(r, me, MOST_WORKS, now)).await?;
    let language = me.actor.language;
    let taught = |rows: &[Taught]| rows.iter().map(|one| TaughtBody::new(one, language)).collect();
    Ok(ok(&TodayBody {
        today: taught(&today.sessions.today),
        next: taught(&today.sessions.next),
        unmarked: taught(&today.sessions.unmarked),
        consultations: today.consultations.iter().map(HeldAppointmentOut::new).collect(),
        works: today.works.iter().map(WorkBody::new).collect(),
        works_count: today.works_count,
        answers: today.marking.answers,
        oldest_answer_days: today.marking.oldest_days,
        appeals: today.marking.appeals,
        site_cases: today.site_cases.count,
        oldest_site_case_days: today.site_cases.oldest_days,
        unplaced: today.unplaced.iter().map(|one| UnplacedBody::new(one, language)).collect(),
        unread_messages: today.unread,
    }))
}
