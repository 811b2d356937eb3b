//! How somebody stands with what they missed: the facts that letters, pages and the API tell.

use super::rule_of;
use crate::attendance::rules::{Status, booking};
use crate::db::Read;
use crate::editions::rules::Stage;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, Actor, EnrolmentId, Localised, Minutes, Moment, Problem, SessionId};
use crate::progress::actions::{held_for, held_with};
use crate::progress::rules::ActivityFact;
use crate::progress::rules::assignment::theirs;
use crate::progress::rules::held::{Held, HeldEach, Meeting, SoFar, shares_with_choice};
use crate::progress::store::overview as meetings;
use crate::progress::store::{self as progress, PlannedActivity};
use crate::reminders::rules::{
    Attending, Chances, Known, Outcome, Record, ReminderRule, Sitting, Why, Word, why,
};
use crate::reminders::store::expected as rows;
use crate::reminders::store::marks::{self, Among};
use crate::reminders::store::warnings::Missed;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What an edition holds, and when it warns.
#[derive(Debug)]
pub struct Ground {
    /// The edition.
    pub edition: EditionRow,
    /// When it warns.
    pub rule: ReminderRule,
    plan: Arc<Vec<PlannedActivity>>,
    meetings: Vec<Meeting>,
    now: Moment,
}

/// How one person stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The sessions that are over.
    pub record: Record,
    /// What was attended of what was held and marked.
    pub so_far: SoFar,
    /// Why the person is warned, if so.
    pub why: Option<Why>,
    /// Whether a sheet of today says «absent»: the share knows of it, but it may still be put right.
    pub unsettled: bool,
    /// What can still become of it.
    pub chances: Chances,
    /// What sheets and people say of each session of the edition, as they follow one another: while that is the same, so
    /// is the rest.
    pub known: Vec<Known>,
}

/// A warning with everything it tells.
#[derive(Debug, Clone)]
pub struct Warning {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The edition.
    pub edition: EditionRow,
    /// The missed sessions, the oldest first.
    pub missed: Vec<Missed>,
    /// Why.
    pub why: Why,
    /// What was attended of what was held and marked.
    pub so_far: SoFar,
    /// What can still become of it.
    pub chances: Chances,
}

/// What sheets say of people, and what speaks for them.
struct Said {
    marks: HashMap<EnrolmentId, HashMap<SessionId, Status>>,
    made_up: HashSet<(EnrolmentId, SessionId)>,
    words: HashMap<(SessionId, EnrolmentId), Word>,
}

impl Said {
    fn mark(&self, who: EnrolmentId, one: &Meeting) -> Option<Status> {
        self.marks.get(&who).and_then(|marks| marks.get(&one.session)).copied()
    }

    fn of(&self, who: EnrolmentId, one: &Meeting) -> Known {
        Known {
            mark: self.mark(who, one),
            made_up: self.made_up.contains(&(who, one.session)),
            told: self.words.get(&(one.session, who)).is_some_and(|word| word.shields()),
        }
    }
}

impl Ground {
    /// The ground of an edition: a fixed number of queries.
    ///
    /// # Errors
    /// The database's.
    pub fn load(r: &mut Read, edition: EditionRow, now: Moment) -> Result<Ground, Problem> {
        let rule = rule_of(r, &edition)?;
        let meetings = meetings::meetings(r, edition.id)?;
        let plan = progress::planned(r, edition.version_id)?;
        Ok(Ground { edition, rule, plan, meetings, now })
    }

    fn said(&self, r: &mut Read, among: Among<'_>) -> Result<Said, Problem> {
        let sessions: Vec<SessionId> = self.meetings.iter().map(|one| one.session).collect();
        let who = match among {
            Among::Edition(_) | Among::These(_) => None,
            Among::One(enrolment) => Some(enrolment),
        };
        Ok(Said {
            marks: marks::marks(r, among)?,
            made_up: marks::made_up(r, among)?,
            words: rows::words(r, &sessions, who)?,
        })
    }

    /// How everybody stands who was not withdrawn: a fixed number of queries, however many they are.
    ///
    /// # Errors
    /// The database's.
    pub fn all(&self, r: &mut Read) -> Result<HashMap<EnrolmentId, Standing>, Problem> {
        let said = self.said(r, Among::Edition(self.edition.id))?;
        let facts = progress::facts_of_edition(r, self.edition.version_id, self.edition.id)?;
        let held = held_with(r, &self.edition, &self.meetings, self.now)?;
        let standing =
            |(who, facts): (EnrolmentId, Vec<ActivityFact>)| (who, self.stand(who, &facts, (&said, &held)));
        Ok(facts.into_iter().map(standing).collect())
    }

    /// How one person stands.
    ///
    /// # Errors
    /// The database's.
    pub fn one(&self, r: &mut Read, who: EnrolmentId) -> Result<Standing, Problem> {
        let said = self.said(r, Among::One(who))?;
        let facts = progress::portion(r, self.edition.version_id, who)?.facts;
        let held = held_for(r, (&self.edition, who), &self.meetings, self.now)?;
        Ok(self.stand(who, &facts, (&said, &held)))
    }

    /// What sheets and people say now of the sessions of these people: three queries that read nobody else's sheet.
    ///
    /// # Errors
    /// The database's.
    pub fn known(
        &self,
        r: &mut Read,
        these: &[EnrolmentId],
    ) -> Result<HashMap<EnrolmentId, Vec<Known>>, Problem> {
        let said = self.said(r, Among::These(these))?;
        Ok(these.iter().map(|who| (*who, self.known_of(*who, &said))).collect())
    }

    fn known_of(&self, who: EnrolmentId, said: &Said) -> Vec<Known> {
        self.meetings.iter().map(|one| said.of(who, one)).collect()
    }

    fn stand(&self, who: EnrolmentId, facts: &[ActivityFact], (said, each): (&Said, &HeldEach)) -> Standing {
        let attended: HashSet<ActivityId> =
            theirs(facts).filter(|fact| fact.is_attended()).map(|fact| fact.id).collect();
        let mark = |one: &Meeting| said.mark(who, one);
        let sitting = |one: &Meeting| {
            // Of several to choose from one is enough: while another is ahead, or was attended, none is missed (L10).
            let outcome = match said.of(who, one).outcome() {
                Outcome::Missed if one.by_choice && each.has_another(who, one.activity) => Outcome::Passed,
                outcome => outcome,
            };
            Sitting { session: one.session, starts_at: one.starts_at, outcome }
        };
        let asked = self.meetings.iter().filter(|one| attended.contains(&one.activity));
        let (counted, others): (Vec<&Meeting>, Vec<&Meeting>) = asked.partition(|one| self.counts(one));
        let unsettled = others.into_iter().any(|one| mark(one) == Some(Status::Absent));
        let record = Record::of(counted.into_iter().map(sitting).collect());
        let held = each.of(who);
        let so_far = SoFar::of(facts, |activity| held.marked(activity));
        let rule = &self.edition.rule.0;
        let attending = self.attending(facts, (&held, each.common()), so_far);
        let chances = Chances::of(rule.attendance_of, rule.attendance, &attending);
        let known = self.known_of(who, said);
        Standing { why: why(&self.rule, &record, so_far), record, so_far, unsettled, chances, known }
    }

    /// Whether a session counts yet: it is over, and so is its day, on which sheets are still being put right.
    fn counts(&self, one: &Meeting) -> bool {
        let zone = self.edition.time_zone;
        one.has_ended(self.now) && one.starts_at.date_in(zone) < self.now.date_in(zone)
    }

    fn attending(&self, facts: &[ActivityFact], (held, common): (&Held, &Held), so_far: SoFar) -> Attending {
        let own = || theirs(facts).filter(|fact| fact.is_attended());
        Attending {
            attended: so_far.attended,
            marked: so_far.held,
            over: own().map(|fact| held.ended(fact.id)).sum(),
            planned: own().map(|fact| fact.planned).sum(),
            ahead: own()
                .flat_map(|fact| self.shares_ahead(fact, held.ended(fact.id) > common.ended(fact.id)))
                .collect(),
        }
    }

    /// The shares of an activity's sessions that are not over; of those for which one signs up everybody goes to one, and
    /// whoever has had theirs to none.
    fn shares_ahead(&self, fact: &ActivityFact, had: bool) -> Vec<Minutes> {
        let sessions: Vec<&Meeting> = self.meetings.iter().filter(|one| one.activity == fact.id).collect();
        let piece = |one: &&Meeting| (booking::length(one.starts_at, one.ends_at), one.by_choice);
        let pieces: Vec<(Minutes, bool)> = sessions.iter().map(piece).collect();
        let each = sessions.iter().zip(shares_with_choice(fact.planned, &pieces));
        let mut chosen = had;
        each.filter(|(one, _)| !one.has_ended(self.now))
            .filter(|(one, _)| !one.by_choice || !std::mem::replace(&mut chosen, true))
            .map(|(_, share)| share)
            .collect()
    }

    /// The warning of somebody who is to be warned.
    pub fn warning(&self, who: EnrolmentId, standing: &Standing) -> Option<Warning> {
        let missed = standing.record.missed().into_iter().filter_map(|session| self.missed(session));
        Some(Warning {
            enrolment: who,
            edition: self.edition.clone(),
            missed: missed.collect(),
            why: standing.why?,
            so_far: standing.so_far,
            chances: standing.chances,
        })
    }

    fn missed(&self, session: SessionId) -> Option<Missed> {
        let one = self.meetings.iter().find(|one| one.session == session)?;
        let title: Localised = self.plan.iter().find(|plan| plan.id == one.activity)?.title.0.clone();
        Some(Missed { session, title, held_on: one.starts_at.date_in(self.edition.time_zone) })
    }
}

/// The warnings that concern the actor, in every edition of theirs that is under way; told on the page whatever letters
/// were sent. One query for whoever never missed anything.
///
/// # Errors
/// The database's.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Vec<Warning>, Problem> {
    let Some(person) = actor.person.filter(|_| !actor.roles.trainee_of.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut these: Vec<EnrolmentId> = marks::absent_in(r, person)?.into_iter().collect();
    these.sort_unstable();
    let mut warnings = Vec::new();
    for who in these {
        warnings.extend(warning_of(r, who, now)?);
    }
    Ok(warnings)
}

fn warning_of(r: &mut Read, who: EnrolmentId, now: Moment) -> Result<Option<Warning>, Problem> {
    let Some((_, edition)) = editions::enrolment(r, who)? else { return Ok(None) };
    if edition.term().stage(now) != Stage::Running {
        return Ok(None);
    }
    let ground = Ground::load(r, edition, now)?;
    if !ground.rule.warns() {
        return Ok(None);
    }
    let standing = ground.one(r, who)?;
    Ok(ground.warning(who, &standing))
}

/// The warning of one person, for that person and those who teach or administer the edition; nothing while there is none.
///
/// # Errors
/// `NotFound` for anybody else, and for the person once they have left.
pub fn of_one(
    r: &mut Read,
    actor: &Actor,
    who: EnrolmentId,
    now: Moment,
) -> Result<Option<Warning>, Problem> {
    let (enrolment, edition) = editions::enrolment(r, who)?.ok_or_else(Problem::not_found)?;
    let own = actor.person == Some(enrolment.person_id) && enrolment.withdrawn_at.is_none();
    if !own && !actor.teaches(edition.id, edition.organisation_id) {
        return Err(Problem::not_found());
    }
    if enrolment.withdrawn_at.is_some() {
        return Ok(None);
    }
    warning_of(r, who, now)
}
