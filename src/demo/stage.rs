//! Before the first lesson: organisations, accounts, editions with their people and timetables.

use super::courses::{Course, Plot, Story, later, oclock};
use super::dice::dice;
use super::names::Someone;
use super::script::STAGED;
use super::staff::{Staff, actor};
use super::{Versions, lost, teamwork, works};
use crate::attendance::actions as attendance;
use crate::cases::actions as cases;
use crate::cases::rules::{CaseSetup, LateRule, Release};
use crate::db::Write;
use crate::editions::actions as editions;
use crate::editions::rules::draft::Plan;
use crate::editions::rules::entry::Newcomer;
use crate::editions::rules::{CompletionRule, Term};
use crate::editions::store::enrolments::NewEnrolment;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Moment, OrganisationId, Permille, PersonId, Problem, ZoneName,
};
use crate::people::Purpose;
use crate::people::actions::{self as people, NewLink};
use crate::phrases::actions as phrases;
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store::{self as programmes, ActivityRow};
use crate::secrets::Secrets;
use chrono::NaiveDate;
use std::collections::HashMap;

/// How many days ago the two centres began to use the product.
const FOUNDED: i64 = -230;

/// Everything the demonstration is made with.
pub struct Props<'a> {
    /// Signs the links in invitations.
    pub secrets: &'a Secrets,
    /// The imported programmes.
    pub versions: &'a Versions,
    /// The hash of everybody's password.
    pub hash: &'a str,
    /// The present.
    pub now: Moment,
}

/// The scene when the first lesson begins.
pub struct Stage {
    /// Administers everything.
    pub admin: Actor,
    /// The editions, the oldest first.
    pub runs: Vec<Run>,
}

/// An edition with all that happens in it.
pub struct Run {
    /// Which one.
    pub course: Course,
    /// The edition.
    pub id: EditionId,
    /// When it runs.
    pub term: Term,
    /// Who teaches it.
    pub trainer: Actor,
    /// What is done at one's own time, in programme order.
    pub steps: Vec<Step>,
    /// Its sessions as planned, in their order.
    pub held: Vec<Held>,
    /// Its people.
    pub trainees: Vec<Trainee>,
}

/// An activity at one's own time.
#[derive(Debug, Clone)]
pub struct Step {
    /// The activity.
    pub id: ActivityId,
    /// Its key.
    pub key: String,
    /// How it is completed.
    pub kind: ActivityKind,
}

/// A session as planned.
#[derive(Debug, Clone)]
pub struct Held {
    /// What is taught.
    pub activity: ActivityId,
    /// Its key.
    pub key: String,
    /// On which day.
    pub on: NaiveDate,
    /// Until when.
    pub ends_at: Moment,
}

/// Somebody in an edition.
pub struct Trainee {
    /// Who.
    pub actor: Actor,
    /// The place in the edition.
    pub enrolment: EnrolmentId,
    /// How they fare.
    pub plot: Plot,
    /// What chance decides by.
    pub seed: u64,
}

/// Sets the scene.
///
/// # Errors
/// What an action answers; the demonstration is then not made at all.
pub fn set(w: &mut Write, props: &Props<'_>) -> Result<Stage, Problem> {
    let zone = ZoneName::MOSCOW;
    let founded = zone.instant(later(props.now.date_in(zone), FOUNDED), oclock(9));
    let staff = Staff::found(w, props, founded)?;
    let mut runs = Vec::new();
    for course in Course::ALL {
        runs.push(open(w, props, &staff, course)?);
    }
    Ok(Stage { admin: staff.admin, runs })
}

fn open(w: &mut Write, props: &Props<'_>, staff: &Staff, course: Course) -> Result<Run, Problem> {
    let term = course.term(props.now);
    let opened = term.zone.instant(later(term.starts_on, -15), oclock(11));
    let version = props.versions.get(course.slug()).ok_or_else(|| lost(course.slug()))?;
    let (organisation, trainers) = staff.centre(course);
    let plan = Plan {
        version: version.id,
        organisation: *organisation,
        title: course.title().to_owned(),
        term,
        capacity: course.capacity(),
        trainers: trainers.clone(),
        rule: CompletionRule { valid_months: course.valid_months(), ..editions::usual_rule(&version.rule) },
    };
    let id = editions::open(w, &staff.admin, &plan, opened)?;
    let trainer = staff.teaches(course)?;
    let timetable = attendance::Plan {
        grid: course.grid(props.now),
        place: Some(course.place().to_owned()),
        link: None,
        trainer: Some(trainer),
        days_off: true,
    };
    attendance::plan(w, &staff.admin, id, &timetable, opened.plus_minutes(45))?;
    let activities = programmes::activities(w, version.id)?;
    let steps = activities.iter().filter(|one| one.kind.has_text());
    let steps = steps.map(|one| Step { id: one.id, key: one.key.clone(), kind: one.kind }).collect();
    let trainer_actor = actor(w, trainer)?;
    let by = (&staff.admin, &trainer_actor);
    set_cases_up(w, by, (course, id), &activities, (opened, course.due_on(props.now)))?;
    let keys = activities.iter().map(|one| (one.id, one.key.clone())).collect();
    let held = planned(w, &staff.admin, id, &keys)?;
    let trainees = enrol_all(w, props, staff, (course, id, term))?;
    let begins = term.zone.instant(later(term.starts_on, -1), oclock(12));
    teamwork::make_teams(w, &trainer_actor, (id, version.id), begins)?;
    Ok(Run { course, id, term, trainer: trainer_actor, steps, held, trainees })
}

/// The last case of the large edition is graded by two, without names, and released by hand; another one has an earlier
/// last day, after which points are taken off; its trainers share a phrase.
fn set_cases_up(
    w: &mut Write,
    (admin, trainer): (&Actor, &Actor),
    (course, id): (Course, EditionId),
    activities: &[ActivityRow],
    (at, due_on): (Moment, NaiveDate),
) -> Result<(), Problem> {
    let last = activities.iter().rfind(|one| one.kind == ActivityKind::Case);
    if let (Course::Partnership, Some(case)) = (course, last) {
        let (graders, blind, release) = (2, true, Release::ByHand);
        let setup = CaseSetup { graders, blind, release, ..CaseSetup::default() };
        cases::set_up(w, admin, (id, case.id), &setup, at)?;
    }
    let late = activities.iter().find(|one| one.key == STAGED);
    if let (Course::Partnership, Some(case)) = (course, late) {
        let (late, late_per_day, late_most) = (LateRule::Deducted, Permille(50), Permille(200));
        let due_on = Some(due_on);
        let setup = CaseSetup { late, late_per_day, late_most, due_on, ..CaseSetup::default() };
        cases::set_up(w, trainer, (id, case.id), &setup, at)?;
    }
    phrases::add_phrase(w, trainer, (works::phrase(trainer.language), Some(id)), at)
}

fn planned(
    w: &mut Write,
    admin: &Actor,
    id: EditionId,
    keys: &HashMap<ActivityId, String>,
) -> Result<Vec<Held>, Problem> {
    let sessions = attendance::timetable(w, admin, id)?.sessions;
    let held = sessions.into_iter().filter_map(|(row, ..)| {
        let key = keys.get(&row.activity_id)?.clone();
        Some(Held { activity: row.activity_id, key, on: row.held_on, ends_at: row.ends_at })
    });
    Ok(held.collect())
}

fn enrol_all(
    w: &mut Write,
    props: &Props<'_>,
    staff: &Staff,
    (course, edition, term): (Course, EditionId, Term),
) -> Result<Vec<Trainee>, Problem> {
    let mut trainees = Vec::new();
    let begins = term.zone.instant(later(term.starts_on, -12), oclock(10));
    for (minute, (place, (one, plot))) in (0i64..).step_by(3).zip(course.cast().into_iter().enumerate()) {
        let now = begins.plus_minutes(minute);
        let organisation = staff.sends(course, place);
        let link = NewLink::new(props.secrets, Purpose::Invitation, now)?;
        let (person, enrolment) = enrol(w, &staff.admin, (edition, organisation), (&one, &link), now)?;
        let seed = u64::try_from(person.0).unwrap_or_default();
        let own = actor(w, person)?;
        if plot.story != Story::Idle {
            let minutes = i64::try_from(20 + dice(seed, 1, 3000)).unwrap_or(60);
            people::set_password_hash(w, &own, person, props.hash, now.plus_minutes(minutes))?;
        }
        trainees.push(Trainee { actor: own, enrolment, plot, seed });
    }
    Ok(trainees)
}

/// Enrols somebody; who has no account yet gets one.
fn enrol(
    w: &mut Write,
    admin: &Actor,
    (edition, organisation): (EditionId, Option<OrganisationId>),
    (one, link): (&Someone, &NewLink),
    now: Moment,
) -> Result<(PersonId, EnrolmentId), Problem> {
    let email = one.email();
    if let Ok(known) = people::by_email(w, &email) {
        let new = NewEnrolment { edition, person: known.id, organisation };
        return Ok((known.id, editions::enrol(w, admin, &new, Some(link), now)?));
    }
    let (name, position) = (one.name(), Some(one.position()));
    let newcomer = Newcomer { name, email: email.clone(), language: one.language, position };
    let place = (edition, organisation);
    let enrolment = editions::enrol_newcomer(w, admin, place, (&newcomer, Some(link)), now)?;
    Ok((people::by_email(w, &email)?.id, enrolment))
}
