//! How an edition is doing, for those who teach, administer or send people.

use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::rules::{Scope, Stage};
use crate::editions::store::EditionRow;
use crate::editions::store::enrolments::{TraineeRow, trainees};
use crate::editions::store::trainers::{self, Named};
use crate::kernel::{Actor, EditionId, Localised, Moment, Problem, SessionId};
use crate::programmes::store::VersionRow;
use crate::progress::rules::ActivityFact;
use crate::progress::rules::overview::{self as rules, Circumstances, Meeting, Summary};
use crate::progress::store::{self, overview as rows};

/// One person of the edition.
#[derive(Debug, Clone)]
pub struct Trainee {
    /// Who.
    pub row: TraineeRow,
    /// How they are doing.
    pub summary: Summary,
    /// Whether they have a valid document.
    pub has_document: bool,
}

/// What waits to be done.
#[derive(Debug, Clone, Default)]
pub struct Tasks {
    /// Sessions of today that are not over.
    pub today: Vec<(SessionId, Moment, Localised)>,
    /// Sessions that are over and have no marks.
    pub unmarked: Vec<SessionId>,
    /// Works to grade.
    pub ungraded: i64,
    /// People who have met the rule and have no document.
    pub to_issue: usize,
    /// People who never took up their invitation.
    pub never_signed_in: usize,
    /// Sessions have to be planned: there are activities to attend and no session at all.
    pub nothing_planned: bool,
}

/// An edition at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The edition.
    pub edition: EditionRow,
    /// Its programme version.
    pub version: VersionRow,
    /// Where it stands in time.
    pub stage: Stage,
    /// Whose records the reader sees.
    pub scope: Scope,
    /// Whether the reader administers it.
    pub administers: bool,
    /// Who teaches it.
    pub trainers: Vec<Named>,
    /// The people, by name.
    pub people: Vec<Trainee>,
    /// What waits to be done.
    pub tasks: Tasks,
}

/// An edition at a glance.
///
/// # Errors
/// `NotFound` for whoever has no part in it.
pub fn edition(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Overview, Problem> {
    let (edition, scope) = editions::visible(r, actor, id)?;
    let stage = edition.term().stage(now);
    let meetings = rows::meetings(r, id)?;
    let people = people(r, actor, (&edition, &scope), &meetings, now)?;
    let tasks = match scope {
        Scope::Everyone => tasks(r, &edition, &meetings, &people, now)?,
        Scope::SentBy(_) => Tasks { never_signed_in: never_signed_in(&people), ..Tasks::default() },
    };
    Ok(Overview {
        version: editions::version_of(r, edition.version_id)?,
        administers: actor.require_administrator_of(edition.organisation_id).is_ok(),
        trainers: trainers::of_edition(r, id)?,
        edition,
        stage,
        scope,
        people,
        tasks,
    })
}

fn people(
    r: &mut Read,
    actor: &Actor,
    (edition, scope): (&EditionRow, &Scope),
    meetings: &[Meeting],
    now: Moment,
) -> Result<Vec<Trainee>, Problem> {
    let trainees = trainees(r, edition.id, scope, actor.language)?;
    let facts = store::facts_of_edition(r, edition.version_id, edition.id)?;
    let last_seen = rows::last_seen(r, edition.id)?;
    let documents = rows::with_document(r, edition.id)?;
    let held = super::held_with(r, edition, meetings, now)?;
    let (starts_at, running) = starts(edition, now);
    let sum_up = |row: TraineeRow| {
        let own: &[ActivityFact] = facts.get(&row.enrolment).map_or(&[], Vec::as_slice);
        let since = row.enrolled_at.max(starts_at);
        let last_seen = last_seen.get(&row.enrolment).copied();
        let circumstances = Circumstances { last_seen, since, running };
        let summary = rules::summary(&edition.rule.0, own, &held.of(row.enrolment), circumstances, now);
        Trainee { has_document: documents.contains(&row.enrolment), summary, row }
    };
    Ok(trainees.into_iter().map(sum_up).collect())
}

fn starts(edition: &EditionRow, now: Moment) -> (Moment, bool) {
    let term = edition.term();
    (term.zone.instant(term.starts_on, chrono::NaiveTime::MIN), term.stage(now) == Stage::Running)
}

fn tasks(
    r: &mut Read,
    edition: &EditionRow,
    meetings: &[Meeting],
    people: &[Trainee],
    now: Moment,
) -> Result<Tasks, Problem> {
    let midnight = edition.time_zone.end_of(now.date_in(edition.time_zone));
    let today = meetings.iter().filter(|one| one.ends_at > now && one.starts_at < midnight);
    let unmarked = meetings.iter().filter(|one| one.ends_at <= now && !one.marked);
    let to_issue = people.iter().filter(|one| one.summary.is_ready() && !one.has_document);
    let planned = store::planned(r, edition.version_id)?;
    let attended = planned.iter().any(|activity| !activity.kind.has_text());
    let title =
        |id| planned.iter().find(|one| one.id == id).map(|one| one.title.0.clone()).unwrap_or_default();
    Ok(Tasks {
        today: today.map(|one| (one.session, one.starts_at, title(one.activity))).collect(),
        unmarked: unmarked.map(|one| one.session).collect(),
        ungraded: rows::ungraded(r, edition.id)?,
        to_issue: to_issue.count(),
        never_signed_in: never_signed_in(people),
        nothing_planned: attended && meetings.is_empty(),
    })
}

fn never_signed_in(people: &[Trainee]) -> usize {
    people.iter().filter(|one| !one.row.has_signed_in).count()
}
