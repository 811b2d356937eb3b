//! Hours over the API: totals of an edition and of a person, and the entries behind a number. Everything in minutes:
//! academic hours are made when something is printed, rounded down.

use crate::api::{Api, ApiErrors, ok};
use crate::kernel::{ActivityId, EditionId, EnrolmentId, Gate, Localised, ModuleId};
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::hours::{self, ModuleHours, Trace};
use crate::progress::pages::hours::Narrowed;
use crate::progress::rules::totals::{self, Totals, running};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of these routes.
#[derive(utoipa::OpenApi)]
#[openapi(paths(edition, person, entries))]
pub struct Doc;

/// Four numbers, in minutes.
#[derive(Debug, Serialize, ToSchema)]
pub struct HoursBody {
    /// By the programme.
    planned_minutes: i32,
    /// Of the sessions that are over and were not cancelled.
    held_minutes: i32,
    /// Credited, of each activity up to what was planned.
    earned_minutes: i32,
    /// Planned and not earned.
    missing_minutes: i32,
}

/// Totals with their kinds and modes.
#[derive(Debug, Serialize, ToSchema)]
pub struct TotalsBody {
    /// Everything.
    all: HoursBody,
    /// `theory`, `practice`, `self_study`: planned by the kind of the activity, earned by the kind it was credited as.
    by_nature: Vec<KindHoursBody>,
    /// `in_person`, `online`, `distance`: planned by the mode of the activity, earned by how the person was there.
    by_mode: Vec<KindHoursBody>,
}

/// A kind or a mode.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindHoursBody {
    /// Which.
    name: &'static str,
    /// Its numbers.
    #[serde(flatten)]
    hours: HoursBody,
}

/// The hours of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionHoursBody {
    /// The edition.
    edition_id: i64,
    /// The length of an academic hour in minutes.
    academic_hour_minutes: i32,
    /// Sessions that are over and have no mark: they count as held.
    unmarked_session_ids: Vec<i64>,
    /// The people the caller sees, together.
    totals: TotalsBody,
    /// Each module, the same people together, in programme order.
    modules: Vec<ModuleSumBody>,
    /// Each of them, by name; of one module where one was asked for.
    people: Vec<PersonSumBody>,
}

/// A module of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct ModuleSumBody {
    /// The module.
    #[schema(value_type = i64)]
    module_id: ModuleId,
    /// Its title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// Of how many people it is asked.
    people: usize,
    /// Their sums.
    #[serde(flatten)]
    hours: HoursBody,
}

/// One person of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonSumBody {
    /// The enrolment.
    #[schema(value_type = i64)]
    enrolment_id: EnrolmentId,
    /// Surname, first name, patronymic.
    name: String,
    /// Their numbers.
    #[serde(flatten)]
    hours: HoursBody,
}

/// The hours of one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonHoursBody {
    /// The enrolment.
    #[schema(value_type = i64)]
    enrolment_id: EnrolmentId,
    /// The length of an academic hour in minutes.
    academic_hour_minutes: i32,
    /// Everything that is asked of the person.
    totals: TotalsBody,
    /// The modules, in programme order.
    modules: Vec<ModuleHoursBody>,
}

/// A module of one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ModuleHoursBody {
    /// The module.
    #[schema(value_type = i64)]
    module_id: ModuleId,
    /// Its title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// Its sums.
    #[serde(flatten)]
    hours: HoursBody,
    /// Its activities.
    activities: Vec<ActivityHoursBody>,
}

/// An activity of one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityHoursBody {
    /// The activity.
    #[schema(value_type = i64)]
    activity_id: ActivityId,
    /// Its title by language.
    #[schema(value_type = Object)]
    title: Localised,
    /// Whether it is asked of the person; what is not counts for nothing.
    asked: bool,
    /// The sum of its entries, counted or not.
    credited_minutes: i32,
    /// Its numbers.
    #[serde(flatten)]
    hours: HoursBody,
}

/// Where a number comes from.
#[derive(Debug, Serialize, ToSchema)]
pub struct TraceBody {
    /// The entries in the order they were written; corrections are entries with the difference.
    entries: Vec<TracedBody>,
    /// Their sum.
    sum_minutes: i32,
    /// What counts of it: of each activity nothing beyond what was planned.
    counted_minutes: i32,
}

/// An entry of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub struct TracedBody {
    /// The entry.
    id: i64,
    /// For what.
    #[schema(value_type = i64)]
    activity_id: ActivityId,
    /// How much; negative takes back.
    minutes: i32,
    /// The sum up to and with it.
    running_minutes: i32,
    /// `theory`, `practice` or `self_study`.
    nature: &'static str,
    /// `in_person`, `online` or `distance`.
    mode: &'static str,
    /// `attendance`, `lesson`, `quiz`, `case` or `live_quiz`; more may come.
    source: &'static str,
    /// The row it rests on there: the mark, the attempt, the grading.
    source_id: i64,
    /// The how manieth entry of that row, from 0.
    revision: i32,
    /// When, RFC 3339.
    credited_at: String,
}

impl HoursBody {
    fn of(hours: &totals::Hours) -> HoursBody {
        HoursBody {
            planned_minutes: hours.planned.0,
            held_minutes: hours.held.0,
            earned_minutes: hours.earned.0,
            missing_minutes: hours.missing.0,
        }
    }
}

impl TotalsBody {
    fn of(totals: &Totals) -> TotalsBody {
        let part = |name, hours: &totals::Hours| KindHoursBody { name, hours: HoursBody::of(hours) };
        TotalsBody {
            all: HoursBody::of(&totals.all),
            by_nature: totals.natures.each().map(|(nature, hours)| part(nature.as_str(), hours)).into(),
            by_mode: totals.modes.each().map(|(mode, hours)| part(mode.as_str(), hours)).into(),
        }
    }
}

impl ModuleHoursBody {
    fn of(module: &ModuleHours) -> ModuleHoursBody {
        let activity = |one: &hours::ActivityHours| ActivityHoursBody {
            activity_id: one.fact.id,
            title: one.fact.title.clone(),
            asked: one.theirs,
            credited_minutes: one.credits.sum().0,
            hours: HoursBody::of(&one.hours),
        };
        ModuleHoursBody {
            module_id: module.id,
            title: module.title.clone(),
            hours: HoursBody::of(&module.hours),
            activities: module.activities.iter().map(activity).collect(),
        }
    }
}

impl TraceBody {
    fn of(trace: &Trace) -> TraceBody {
        let sums = running(trace.entries.iter().map(|(entry, _)| entry.minutes));
        let sum_minutes = sums.last().copied().unwrap_or_default().0;
        let entries = trace.entries.iter().zip(sums).map(|((entry, _), sum)| TracedBody {
            id: entry.id.0,
            activity_id: entry.activity_id,
            minutes: entry.minutes.0,
            running_minutes: sum.0,
            nature: entry.nature.as_str(),
            mode: entry.mode.as_str(),
            source: entry.source.as_str(),
            source_id: entry.source_id,
            revision: entry.revision,
            credited_at: entry.credited_at.rfc3339(),
        });
        TraceBody { entries: entries.collect(), sum_minutes, counted_minutes: trace.counts.0 }
    }
}

/// Of which module the people are wanted.
#[derive(Debug, Default, Deserialize)]
pub struct OfModule {
    /// The module; all of them when it is left out.
    module: Option<ModuleId>,
}

/// The hours of an edition: all together, by module, and of each person the caller sees.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/hours", tag = "editions",
    params(("edition" = i64, Path), ("module" = Option<i64>, Query)),
    responses((status = 200, body = EditionHoursBody), (status = 404, body = ApiErrors)))]
pub async fn edition(api: Api, path: Path<EditionId>, wanted: Query<OfModule>) -> Reply {
    let (id, module, now) = (path.into_inner(), wanted.module, api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| hours::edition(r, me, (id, module), now)).await?;
    let sum = |module: &hours::ModuleSum| ModuleSumBody {
        module_id: module.id,
        title: module.title.clone(),
        people: module.people,
        hours: HoursBody::of(&module.hours),
    };
    let people = found.people.iter().map(|(who, hours)| PersonSumBody {
        enrolment_id: who.enrolment,
        name: who.name.full(),
        hours: HoursBody::of(hours),
    });
    Ok(ok(&EditionHoursBody {
        edition_id: id.0,
        academic_hour_minutes: found.academic_hour.0,
        unmarked_session_ids: found.unmarked.iter().map(|session| session.0).collect(),
        totals: TotalsBody::of(&found.totals),
        modules: found.modules.iter().map(sum).collect(),
        people: people.collect(),
    }))
}

/// The hours of one person: for that person, the edition's trainers and administrators, and coordinators of whoever sent
/// the person.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/hours", tag = "learning", params(("enrolment" = i64, Path)),
    responses((status = 200, body = PersonHoursBody), (status = 404, body = ApiErrors)))]
pub async fn person(api: Api, path: Path<EnrolmentId>) -> Reply {
    let (who, now) = (path.into_inner(), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| hours::person(r, me, who, now)).await?;
    Ok(ok(&PersonHoursBody {
        enrolment_id: who,
        academic_hour_minutes: found.row.academic_hour.0,
        totals: TotalsBody::of(&found.totals),
        modules: found.modules.iter().map(ModuleHoursBody::of).collect(),
    }))
}

/// The entries of the ledger behind a number, in the order they were written; without a query all of them. For the same
/// callers.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/hours/entries", tag = "learning",
    params(("enrolment" = i64, Path), ("module" = Option<i64>, Query), ("activity" = Option<i64>, Query),
        ("nature" = Option<String>, Query), ("mode" = Option<String>, Query)),
    responses((status = 200, body = TraceBody), (status = 404, body = ApiErrors)))]
pub async fn entries(api: Api, path: Path<EnrolmentId>, narrowed: Query<Narrowed>) -> Reply {
    let (who, asked, now) = (path.into_inner(), narrowed.asked(), api.web.now());
    let (_, trace) = api.read(Gate::SignedIn, move |r, me| hours::trace(r, me, (who, asked), now)).await?;
    Ok(ok(&TraceBody::of(&trace)))
}
