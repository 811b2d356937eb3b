//! The people of an edition at the desk, each with everything that stands in the way of one kind of paper.

use super::desk::{Candidate, Desk};
use crate::db::Read;
use crate::documents::rules::choosing::{self, CourseCase, Ending};
use crate::documents::rules::conditions::{Decided, Findings, decide};
use crate::documents::rules::grounds::holder_fault;
use crate::documents::rules::marks::{self, ModuleMark};
use crate::documents::rules::mastery::{Done, ModulePlan, mastered};
use crate::documents::rules::names::name_faults;
use crate::documents::rules::snapshot::{Left, TrailFacts};
use crate::documents::rules::{self, Shortfall};
use crate::documents::store::grounds::{self, TraineeRow};
use crate::documents::store::{self, IssuedRow, parts};
use crate::editions::store::EditionRow;
use crate::identities::rules::Basics;
use crate::identities::store as identities;
use crate::kernel::{
    ActivityId, EnrolmentId, Fault, Language, Localised, Moment, OrderId, PersonId, Problem,
};
use crate::orders::rules::{PaperRef, Trail, issue_faults};
use crate::orders::store as orders;
use crate::printing::papers::PaperModule;
use crate::progress;
use crate::progress::rules::ActivityFact;
use crate::progress::rules::held::HeldEach;
use std::collections::{BTreeMap, HashMap};

/// What is asked of everybody: the course before the table, in whose language faults are said, and which letters can be
/// printed.
pub(super) type Asking<'a> = (CourseCase, Language, &'a dyn Fn(&str) -> Vec<char>);

/// Everything read for the people of a desk, one query a kind of fact.
struct Facts {
    findings: Findings,
    activities: BTreeMap<EnrolmentId, Vec<ActivityFact>>,
    held: HeldEach,
    documents: HashMap<EnrolmentId, Vec<IssuedRow>>,
    basics: HashMap<PersonId, Basics>,
    trail: Trail,
    topics: HashMap<(OrderId, EnrolmentId), String>,
    /// The quizzes and cases of each module that papers list.
    works: Vec<Vec<ActivityId>>,
    plan: Vec<ModulePlan>,
    done: HashMap<EnrolmentId, Done>,
}

/// The people of a desk whose kind and grounds are known already: all of them, or those who are chosen, and nothing is read of
/// the others then.
///
/// # Errors
/// The database's.
pub(super) fn of(
    r: &mut Read,
    (desk, chosen): (&Desk, Option<&[EnrolmentId]>),
    asking: Asking<'_>,
    now: Moment,
) -> Result<Vec<Candidate>, Problem> {
    let part = desk.of_a_part();
    let mut trainees = grounds::trainees(r, (desk.edition.id, chosen), asking.1)?;
    trainees.retain(|trainee| part || trainee.withdrawn.is_none());
    let mut facts = load(r, &desk.edition, (&trainees, part), now)?;
    let candidate = |trainee| candidate(desk, &asking, trainee, &mut facts);
    Ok(trainees.into_iter().map(candidate).collect())
}

fn load(
    r: &mut Read,
    edition: &EditionRow,
    (trainees, part): (&[TraineeRow], bool),
    now: Moment,
) -> Result<Facts, Problem> {
    let ids: Vec<EnrolmentId> = trainees.iter().map(|trainee| trainee.enrolment).collect();
    let people: Vec<PersonId> = trainees.iter().map(|trainee| trainee.person).collect();
    Ok(Facts {
        findings: grounds::findings(r, &ids)?,
        activities: progress::store::facts_of(r, edition.version_id, edition.id, &ids)?,
        held: progress::actions::held_of(r, edition, now)?,
        documents: store::of_enrolments(r, &ids)?,
        basics: identities::basics_of(r, &people)?,
        trail: orders::trail_for(r, edition.id, &ids)?,
        topics: orders::topics(r, &ids)?,
        works: parts::works(r, edition.version_id)?,
        plan: if part { parts::plan(r, edition.version_id)? } else { Vec::new() },
        done: if part { parts::done(r, &ids)? } else { HashMap::new() },
    })
}

fn candidate(desk: &Desk, asking: &Asking<'_>, trainee: TraineeRow, facts: &mut Facts) -> Candidate {
    let enrolment = trainee.enrolment;
    let field = format!("enrolments.{enrolment}");
    let activities = facts.activities.remove(&enrolment).unwrap_or_default();
    let conditions = conditions((&desk.edition, &facts.held), enrolment, &activities, &facts.findings);
    let mut documents = facts.documents.remove(&enrolment).unwrap_or_default();
    documents.retain(|document| document.kind == desk.grounds.kind);
    let basics = facts.basics.get(&trainee.person);
    let spelling = basics.and_then(|basics| basics.spelling.clone());
    let (part, trail) = (desk.of_a_part(), trail_facts(desk, &facts.trail, enrolment));
    let (mastered, marks) = listed(desk, enrolment, (part, activities.as_slice()), facts);
    let mut faults = Vec::new();
    if !part {
        faults.extend(conditions.iter().filter_map(|one| one.missing(&field, asking.1)));
    }
    faults.extend(table_faults(desk, asking.0, (&trainee, &conditions), facts, &field));
    let federal = choosing::federal(&desk.profile, desk.grounds.kind);
    faults.extend(name_faults(&trainee.name, spelling.as_ref(), federal, &field));
    faults.extend(holder_fault(&trainee.name, &field, asking.2));
    Candidate {
        spelling,
        faults,
        short: Shortfall::of(&conditions).filter(|_| !part),
        conditions,
        documents,
        mark: facts.trail.results.get(&enrolment).and_then(|result| result.mark.clone()),
        trail,
        part: part.then(|| (mastered, left(desk, &trainee))),
        topic: topic((desk, asking), enrolment, &activities, facts),
        marks,
        trainee,
    }
}

/// What the country's table and the rules of orders say of somebody; what holds of the whole edition is said there.
fn table_faults(
    desk: &Desk,
    course: CourseCase,
    (trainee, conditions): (&TraineeRow, &[Decided]),
    facts: &Facts,
    field: &str,
) -> Vec<Fault> {
    let enrolment = trainee.enrolment;
    let needs_trail = desk.profile.kind(desk.grounds.kind).is_some_and(|rule| rule.trail);
    let ending = Ending {
        result: facts.trail.results.get(&enrolment).map(|result| result.passed),
        assessed: facts.trail.protocol.is_some(),
        trail: needs_trail,
        met: conditions.iter().all(Decided::met),
        withdrawn: trainee.withdrawn.is_some(),
    };
    let education = choosing::education(facts.basics.get(&trainee.person));
    let case = (education, ending.assessment());
    let mut faults = course.faults(&desk.profile, desk.grounds.kind, case, field);
    faults.retain(|fault| !desk.blocked.iter().any(|known| known.code == fault.code));
    if needs_trail {
        faults.extend(issue_faults(&about(&facts.trail, enrolment), enrolment, desk.issued_on, field));
    }
    faults
}

/// A trail as far as it is about one person. The rule copies what it is given: with the whole trail of a large group, the
/// work would grow with the square of the people.
fn about(trail: &Trail, enrolment: EnrolmentId) -> Trail {
    let result = trail.results.get(&enrolment).map(|result| (enrolment, result.clone()));
    let own = trail.own.get(&enrolment).map(|own| (enrolment, own.clone()));
    Trail {
        enrolment: trail.enrolment.clone(),
        commission: trail.commission.clone(),
        protocol: trail.protocol.clone(),
        closing: trail.closing.clone(),
        results: result.into_iter().collect(),
        closed: trail.closed.get(&enrolment).copied().into_iter().collect(),
        own: own.into_iter().collect(),
    }
}

/// The orders a paper of somebody rests on: all of them where its kind needs them, those there are on a paper about a part.
fn trail_facts(desk: &Desk, trail: &Trail, enrolment: EnrolmentId) -> Option<TrailFacts> {
    let needed = desk.profile.kind(desk.grounds.kind).is_some_and(|rule| rule.trail);
    if !needed && !desk.of_a_part() {
        return None;
    }
    let own = trail.own.get(&enrolment);
    let said = |mine: Option<&PaperRef>, groups: &Option<PaperRef>| {
        mine.or(groups.as_ref()).map(|paper| (paper.number.clone(), paper.dated))
    };
    let protocol = said(own.and_then(|own| own.protocol.as_ref()), &trail.protocol);
    let closing = said(own.and_then(|own| own.closing.as_ref()), &trail.closing);
    let expelled = own.and_then(|own| own.expulsion.as_ref()).filter(|_| desk.of_a_part());
    let expelled = expelled.map(|paper| (paper.number.clone(), paper.dated));
    Some(TrailFacts {
        enrolment: said(own.and_then(|own| own.enrolment.as_ref()), &trail.enrolment),
        protocol: protocol.filter(|_| trail.results.contains_key(&enrolment)),
        closing: expelled.or(closing.filter(|_| trail.closed.contains(&enrolment))),
    })
}

/// The modules mastered, on a paper about a part of the course, and the mark of each module that the paper lists.
fn listed(
    desk: &Desk,
    enrolment: EnrolmentId,
    (part, activities): (bool, &[ActivityFact]),
    facts: &Facts,
) -> (Vec<PaperModule>, Vec<Option<ModuleMark>>) {
    let all = marks::marks(&facts.works, activities);
    if !part {
        return (Vec::new(), all);
    }
    let nothing = Done::default();
    let done = facts.done.get(&enrolment).unwrap_or(&nothing);
    let found = mastered(&facts.plan, done, rules::attended_share(&desk.grounds.rule));
    let with_mark = |(place, module): (usize, PaperModule)| (module, all.get(place).copied().flatten());
    found.into_iter().map(with_mark).unzip()
}

/// The topic that the last sheet with this person says, else what the course ends with; one that our fonts cannot show is
/// left out, for it would keep the paper from being printed.
fn topic(
    (desk, asking): (&Desk, &Asking<'_>),
    enrolment: EnrolmentId,
    activities: &[ActivityFact],
    facts: &Facts,
) -> Option<Localised> {
    let sheet = facts.trail.own.get(&enrolment).and_then(|own| own.sheet.as_ref());
    let typed = sheet.and_then(|sheet| facts.topics.get(&(sheet.id, enrolment)));
    let topic = marks::topic(typed.map(String::as_str), activities, desk.grounds.language())?;
    let languages = desk.grounds.languages.iter();
    let text: String = languages.map(|language| topic.for_reader(*language)).collect();
    (asking.2)(&text).is_empty().then_some(topic)
}

fn left(desk: &Desk, trainee: &TraineeRow) -> Left {
    match &trainee.withdrawn {
        Some((at, reason)) => Left { on: Some(at.date_in(desk.edition.time_zone)), reason: reason.clone() },
        None => Left { on: None, reason: None },
    }
}

fn conditions(
    (edition, held): (&EditionRow, &HeldEach),
    enrolment: EnrolmentId,
    facts: &[ActivityFact],
    findings: &Findings,
) -> Vec<Decided> {
    decide(enrolment, progress::rules::evaluate(&edition.rule.0, facts, &held.of(enrolment)), findings)
}
