//! Hours as the ledger has them: of an edition with its modules and people, of one person, and where each number
//! comes from.

use crate::db::Read;
use crate::editions::actions as editions;
use crate::editions::rules::Scope;
use crate::editions::store::EditionRow;
use crate::editions::store::enrolments::{TraineeRow, trainees};
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, LedgerEntryId, Localised, Minutes, ModuleId, Moment,
    PersonName, Problem, SessionId,
};
use crate::people::store as people;
use crate::programmes::rules::words::{DeliveryMode, Nature};
use crate::progress::rules::ActivityFact;
use crate::progress::rules::held::{Held, HeldEach, Meeting};
use crate::progress::rules::totals::{Credits, Hours, Slot, Totals};
use crate::progress::store::origins::{self, Origin};
use crate::progress::store::overview as rows;
use crate::progress::store::totals::{self as ledger, Book, Traced};
use crate::progress::store::{self, CourseRow, PlannedActivity, Portion};
use std::borrow::Cow;
use std::collections::HashMap;

/// The hours of an edition.
#[derive(Debug, Clone)]
pub struct EditionHours {
    /// The edition.
    pub edition: EditionRow,
    /// The title of its programme.
    pub programme: Localised,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
    /// Whose hours the reader sees.
    pub scope: Scope,
    /// Sessions that are over and have no mark: they count as held, and nobody has earned anything in them.
    pub unmarked: Vec<SessionId>,
    /// All people together.
    pub totals: Totals,
    /// Each module, all people together, in programme order.
    pub modules: Vec<ModuleSum>,
    /// The module that the people are shown for, where one was asked for.
    pub module: Option<ModuleId>,
    /// Each person, by name: their hours, of one module where one was asked for.
    pub people: Vec<(TraineeRow, Hours)>,
}

/// A module of an edition, all people together.
#[derive(Debug, Clone)]
pub struct ModuleSum {
    /// Which.
    pub id: ModuleId,
    /// Its title.
    pub title: Localised,
    /// Of how many people it is asked.
    pub people: usize,
    /// Their sums.
    pub hours: Hours,
}

/// The hours of an edition, in a fixed number of queries.
///
/// # Errors
/// `NotFound` for whoever has no part in the edition, and for a module that is not of its programme.
pub fn edition(
    r: &mut Read,
    actor: &Actor,
    (id, module): (EditionId, Option<ModuleId>),
    now: Moment,
) -> Result<EditionHours, Problem> {
    let (edition, scope) = editions::visible(r, actor, id)?;
    let version = editions::version_of(r, edition.version_id)?;
    let meetings = rows::meetings(r, id)?;
    let trainees = trainees(r, id, &scope, actor.language)?;
    let ids: Vec<EnrolmentId> = trainees.iter().map(|one| one.enrolment).collect();
    let book = ledger::book(r, &edition, &ids)?;
    if module.is_some_and(|module| book.plan.iter().all(|one| one.module_id != module)) {
        return Err(Problem::not_found());
    }
    let held = super::held_with(r, &edition, &meetings, now)?;
    let slots = Slots::new(&book.plan, &held, &ids);
    let shown = |one: &PlannedActivity| module.is_none_or(|module| one.module_id == module);
    let asked = |(who, row): OfPerson<'_>, keep: &dyn Fn(&PlannedActivity) -> bool| -> Vec<(Slot, Credits)> {
        let cells = book.plan.iter().zip(slots.of(*who)).zip(row);
        let theirs = cells.filter(|((one, _), (theirs, _))| *theirs && keep(one));
        theirs.map(|((_, slot), (_, credits))| (*slot, *credits)).collect()
    };
    let each = || ids.iter().zip(&book.people);
    let sums = each().map(|one| Totals::of(asked(one, &|_| true)));
    let totals = sums.fold(Totals::default(), |sum, one| sum + one);
    let hours = |one: OfPerson<'_>| {
        asked(one, &shown).into_iter().map(|(slot, credits)| slot.hours(&credits)).sum::<Hours>()
    };
    let people = trainees.into_iter().zip(each().map(hours)).collect();
    Ok(EditionHours {
        programme: version.title.0,
        academic_hour: version.academic_hour,
        scope,
        unmarked: unmarked(&meetings, now),
        totals,
        modules: modules(&book, &ids, &slots),
        module,
        people,
        edition,
    })
}

fn unmarked(meetings: &[Meeting], now: Moment) -> Vec<SessionId> {
    let open = meetings.iter().filter(|one| one.has_ended(now) && !one.marked);
    open.map(|one| one.session).collect()
}

/// Somebody with their line of the book.
type OfPerson<'a> = (&'a EnrolmentId, &'a Vec<(bool, Credits)>);

/// What is asked of each activity of a plan: of everybody, and of those for whom a session that they chose is over.
struct Slots {
    common: Vec<Slot>,
    own: HashMap<EnrolmentId, Vec<Slot>>,
}

impl Slots {
    fn new(plan: &[PlannedActivity], held: &HeldEach, these: &[EnrolmentId]) -> Slots {
        let own = these.iter().filter_map(|who| match held.of(*who) {
            Cow::Borrowed(_) => None,
            Cow::Owned(held) => Some((*who, slots(plan, &held))),
        });
        Slots { own: own.collect(), common: slots(plan, held.common()) }
    }

    fn of(&self, who: EnrolmentId) -> &[Slot] {
        self.own.get(&who).unwrap_or(&self.common)
    }
}

fn slots(plan: &[PlannedActivity], held: &Held) -> Vec<Slot> {
    let slot = |one: &PlannedActivity| Slot {
        activity: one.id,
        nature: one.nature,
        mode: one.mode,
        planned: one.minutes,
        held: held.ended(one.id),
    };
    plan.iter().map(slot).collect()
}

fn modules(book: &Book, these: &[EnrolmentId], slots: &Slots) -> Vec<ModuleSum> {
    let mut sums: Vec<ModuleSum> = Vec::new();
    for one in book.plan.iter() {
        if sums.last().is_none_or(|last| last.id != one.module_id) {
            let (id, title) = (one.module_id, one.module_title.0.clone());
            sums.push(ModuleSum { id, title, people: 0, hours: Hours::default() });
        }
    }
    for (who, row) in these.iter().zip(&book.people) {
        let slots = slots.of(*who);
        for sum in &mut sums {
            let cells = book.plan.iter().zip(slots).zip(row);
            let theirs = cells.filter(|((one, _), (theirs, _))| *theirs && one.module_id == sum.id);
            let mut asked = false;
            for ((_, slot), (_, credits)) in theirs {
                sum.hours = sum.hours + slot.hours(credits);
                asked = true;
            }
            sum.people += usize::from(asked);
        }
    }
    sums
}

/// Who looks at somebody's hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// The trainee.
    Own,
    /// A trainer of the edition or an administrator.
    Staff,
    /// A coordinator of the organisation that sent the person.
    Sender,
}

/// The hours of one person.
#[derive(Debug, Clone)]
pub struct PersonHours {
    /// The enrolment, its edition and the programme's title.
    pub row: CourseRow,
    /// Who it is.
    pub name: PersonName,
    /// Who looks.
    pub viewer: Viewer,
    /// Everything that is asked of the person.
    pub totals: Totals,
    /// The modules that are asked of the person, or were credited, in programme order.
    pub modules: Vec<ModuleHours>,
}

/// A module of one person.
#[derive(Debug, Clone)]
pub struct ModuleHours {
    /// Which.
    pub id: ModuleId,
    /// Its title.
    pub title: Localised,
    /// Its sums.
    pub hours: Hours,
    /// Its activities.
    pub activities: Vec<ActivityHours>,
}

/// An activity of one person.
#[derive(Debug, Clone)]
pub struct ActivityHours {
    /// Its facts.
    pub fact: ActivityFact,
    /// Its numbers; all nothing where it is not asked of the person.
    pub hours: Hours,
    /// Whether it is asked of the person.
    pub theirs: bool,
    /// What is credited.
    pub credits: Credits,
}

/// One person with everything that the ledger has of them.
struct Person {
    hours: PersonHours,
    entries: Vec<Traced>,
}

/// The hours of one person: for that person, the edition's trainers and administrators, and coordinators of whoever sent
/// the person.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn person(
    r: &mut Read,
    actor: &Actor,
    enrolment: EnrolmentId,
    now: Moment,
) -> Result<PersonHours, Problem> {
    load(r, actor, enrolment, now).map(|person| person.hours)
}

fn load(r: &mut Read, actor: &Actor, enrolment: EnrolmentId, now: Moment) -> Result<Person, Problem> {
    let row = store::course(r, enrolment)?.ok_or_else(Problem::not_found)?;
    let viewer = viewer(r, actor, &row)?;
    let who = people::person(r, row.enrolment.person_id)?.ok_or_else(Problem::not_found)?;
    let meetings = rows::meetings(r, row.edition.id)?;
    let held = super::held_for(r, (&row.edition, enrolment), &meetings, now)?;
    let held = held.of(enrolment);
    let entries = ledger::traced(r, enrolment)?;
    let Portion { facts, elsewhere, .. } = store::portion(r, row.edition.version_id, enrolment)?;
    let plan = store::planned(r, row.edition.version_id)?;
    let theirs = facts.into_iter().map(|fact| {
        let asked = fact.question.is_none();
        (fact.id, (fact, asked))
    });
    let others = elsewhere.into_iter().map(|fact| (fact.id, (fact, false)));
    let known: HashMap<ActivityId, (ActivityFact, bool)> = theirs.chain(others).collect();
    let activities = activities(&plan, known, &held, &entries);
    let asked = activities.iter().filter(|(_, one)| one.theirs);
    let totals = Totals::of(asked.map(|(_, one)| (Slot::of(&one.fact, &held), one.credits)));
    let hours = PersonHours { row, name: who.name(), viewer, totals, modules: by_module(activities) };
    Ok(Person { hours, entries })
}

fn viewer(r: &mut Read, actor: &Actor, row: &CourseRow) -> Result<Viewer, Problem> {
    if actor.person == Some(row.enrolment.person_id) {
        return Ok(Viewer::Own);
    }
    let (_, scope) = editions::visible(r, actor, row.edition.id)?;
    match scope {
        Scope::Everyone => Ok(Viewer::Staff),
        Scope::SentBy(_) if scope.includes(row.enrolment.organisation_id) => Ok(Viewer::Sender),
        Scope::SentBy(_) => Err(Problem::not_found()),
    }
}

type OfModule = (ModuleId, Localised);

/// The activities asked of somebody, and those that are not but were credited before.
fn activities(
    plan: &[PlannedActivity],
    mut known: HashMap<ActivityId, (ActivityFact, bool)>,
    held: &Held,
    entries: &[Traced],
) -> Vec<(OfModule, ActivityHours)> {
    let mut credits: HashMap<ActivityId, Credits> = HashMap::new();
    for entry in entries {
        credits.entry(entry.activity_id).or_default().add((entry.nature, entry.mode), entry.minutes);
    }
    let activity = |one: &PlannedActivity| {
        let (fact, theirs) = known.remove(&one.id)?;
        let credits = credits.get(&one.id).copied().unwrap_or_default();
        if !theirs && credits.sum() == Minutes::ZERO {
            return None;
        }
        let hours = if theirs { Slot::of(&fact, held).hours(&credits) } else { Hours::default() };
        Some(((one.module_id, one.module_title.0.clone()), ActivityHours { fact, hours, theirs, credits }))
    };
    plan.iter().filter_map(activity).collect()
}

fn by_module(activities: Vec<(OfModule, ActivityHours)>) -> Vec<ModuleHours> {
    let mut modules: Vec<ModuleHours> = Vec::new();
    for ((id, title), one) in activities {
        match modules.last_mut().filter(|last| last.id == id) {
            Some(module) => {
                module.hours = module.hours + one.hours;
                module.activities.push(one);
            }
            None => modules.push(ModuleHours { id, title, hours: one.hours, activities: vec![one] }),
        }
    }
    modules
}

/// Which entries of a ledger are asked for; what is not said does not narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Of one module.
    pub module: Option<ModuleId>,
    /// Of one activity.
    pub activity: Option<ActivityId>,
    /// Of one kind.
    pub nature: Option<Nature>,
    /// Of one mode.
    pub mode: Option<DeliveryMode>,
}

/// Where a number comes from.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Whose.
    pub person: PersonHours,
    /// What was asked for.
    pub asked: Asked,
    /// The entries of it, in the order they were written, each with what it rests on.
    pub entries: Vec<(Traced, Option<Origin>)>,
    /// What counts of their sum: of each activity nothing beyond what was planned, and nothing of what is not asked of
    /// the person.
    pub counts: Minutes,
}

/// Where a number of somebody's hours comes from; for the same readers as [`person`].
///
/// # Errors
/// `NotFound` for anybody else, and for a module or an activity that the programme does not have for this person.
pub fn trace(
    r: &mut Read,
    actor: &Actor,
    (enrolment, asked): (EnrolmentId, Asked),
    now: Moment,
) -> Result<Trace, Problem> {
    let Person { hours, mut entries } = load(r, actor, enrolment, now)?;
    let plan = store::planned(r, hours.row.edition.version_id)?;
    let of_module = |one: &PlannedActivity| asked.module.is_none_or(|module| one.module_id == module);
    let of_both = |one: &&PlannedActivity| of_module(one) && asked.activity.is_none_or(|id| one.id == id);
    let within: Vec<ActivityId> = plan.iter().filter(of_both).map(|one| one.id).collect();
    if within.is_empty() && (asked.module.is_some() || asked.activity.is_some()) {
        return Err(Problem::not_found());
    }
    let wanted = |nature: Nature, mode: DeliveryMode| {
        asked.nature.is_none_or(|wanted| wanted == nature) && asked.mode.is_none_or(|wanted| wanted == mode)
    };
    entries.retain(|entry| within.contains(&entry.activity_id) && wanted(entry.nature, entry.mode));
    let all = hours.modules.iter().flat_map(|module| &module.activities);
    let theirs = all.filter(|one| one.theirs && within.contains(&one.fact.id));
    let earned = |one: &ActivityHours| -> Minutes {
        let earned = one.credits.earned(one.fact.nature, one.fact.planned);
        earned.cells().filter(|((nature, mode), _)| wanted(*nature, *mode)).map(|(_, minutes)| minutes).sum()
    };
    let counts = theirs.map(earned).sum();
    let mut origins: HashMap<LedgerEntryId, Origin> = origins::origins(r, &entries)?;
    let entries = entries.into_iter().map(|entry| {
        let origin = origins.remove(&entry.id);
        (entry, origin)
    });
    Ok(Trace { entries: entries.collect(), person: hours, asked, counts })
}
