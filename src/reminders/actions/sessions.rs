//! Reminders of sessions (T1): looked for every few minutes, planned once for each person, decided again when they go.

use super::{BATCH, letters, rule_of};
use crate::attendance::store::composition;
use crate::attendance::store::concerned::{self, Told};
use crate::db::{Read, Write};
use crate::jobs::{self, NewJob};
use crate::kernel::{EditionId, EnrolmentId, Moment, PersonId, Problem, SessionId};
use crate::mail::{self, Topic};
use crate::progress::store::assignment::{self, Among, Outside};
use crate::reminders::rules::reminding::{self, Standing, is_expected};
use crate::reminders::rules::{MOST_LEAD, ReminderRule, Word};
use crate::reminders::store;
use crate::reminders::store::expected::{self as rows, Coming};
use crate::reminders::store::planned::{self, Which};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The kind of the job that reminds some people of a session.
pub const SESSION_JOB: &str = "session-reminder";

/// People who are to be reminded of a session, no more than one job writes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Of which, and how long before.
    pub which: Which,
    /// Whom.
    pub people: Vec<PersonId>,
}

/// Who is to be reminded now and was not yet: a fixed number of queries, however many sessions and people there are.
///
/// # Errors
/// The database's.
pub fn due(r: &mut Read, now: Moment) -> Result<Vec<Due>, Problem> {
    let until = now.plus_minutes(60 * i64::from(MOST_LEAD));
    let coming = rows::coming(r, None, (now, until))?;
    let rules = rules_of(r, &coming)?;
    let lead_of = |one: Coming| {
        let rule = rules.get(&one.edition.id)?;
        let lead = reminding::due(&rule.leads, one.session.starts_at, now)?;
        Some((one, lead))
    };
    let near: Vec<(Coming, i32)> = coming.into_iter().filter_map(lead_of).collect();
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let these: Vec<&Coming> = near.iter().map(|(one, _)| one).collect();
    let expected = Expected::load(r, &these)?;
    let ids: Vec<SessionId> = these.iter().map(|one| one.session.id).collect();
    let told = planned::told(r, &ids)?;
    let mut due = Vec::new();
    for (one, lead) in &near {
        let which = Which { session: one.session.id, lead: *lead, starts_at: one.session.starts_at };
        let people = expected.of(one).into_iter().map(|told| told.person);
        let people: Vec<PersonId> = people.filter(|person| !told.contains(&(which, *person))).collect();
        due.extend(people.chunks(BATCH).map(|some| Due { which, people: some.to_vec() }));
    }
    Ok(due)
}

fn rules_of(r: &mut Read, coming: &[Coming]) -> Result<HashMap<EditionId, ReminderRule>, Problem> {
    let ids: BTreeSet<EditionId> = coming.iter().map(|one| one.edition.id).collect();
    let mut set = store::holding(r, &ids.into_iter().collect::<Vec<_>>())?;
    let mut rules = HashMap::new();
    for one in coming {
        let edition = &one.edition;
        rules.entry(edition.id).or_insert_with(|| {
            let own = set.remove(&edition.id).map(|row| row.rule);
            own.unwrap_or_else(|| ReminderRule::usual(edition.rule.0.attendance))
        });
    }
    Ok(rules)
}

/// Who is expected in some sessions, loaded at once.
struct Expected {
    learners: HashMap<EditionId, Vec<Told>>,
    outside: Outside,
    seated: HashMap<SessionId, HashSet<EnrolmentId>>,
    words: HashMap<(SessionId, EnrolmentId), Word>,
    together: HashMap<SessionId, Vec<PersonId>>,
    trainers: HashMap<EditionId, Vec<PersonId>>,
    staff: HashMap<PersonId, Told>,
}

impl Expected {
    fn load(r: &mut Read, these: &[&Coming]) -> Result<Expected, Problem> {
        let sessions: Vec<SessionId> = these.iter().map(|one| one.session.id).collect();
        let editions: BTreeSet<EditionId> = these.iter().map(|one| one.edition.id).collect();
        let editions: Vec<EditionId> = editions.into_iter().collect();
        let together = grouped(rows::co_trainers(r, &sessions)?);
        let trainers = grouped(rows::trainers(r, &editions)?);
        let first = these.iter().filter_map(|one| one.session.trainer_id);
        let beside = together.values().chain(trainers.values()).flatten().copied();
        let staff: BTreeSet<PersonId> = first.chain(beside).collect();
        let staff = concerned::these(r, &staff.into_iter().collect::<Vec<_>>())?;
        Ok(Expected {
            learners: grouped(rows::learners(r, &editions)?),
            outside: assignment::outside(r, Among::Editions(&editions))?,
            seated: rows::seated(r, &sessions)?,
            words: rows::words(r, &sessions, None)?,
            together,
            trainers,
            staff: staff.into_iter().map(|one| (one.person, one)).collect(),
        })
    }

    /// Everybody who is expected in a session: those who learn first, then those who teach it; where nobody is named, or
    /// nobody of those who are named teaches the edition any more, all its trainers.
    fn of(&self, one: &Coming) -> Vec<Told> {
        let row = &one.session;
        let comes = |told: &&Told| {
            let Some(who) = told.enrolment else { return false };
            is_expected(Standing {
                asked: !self.outside.contains(row.edition_id, row.activity_id, who),
                seat: self.seated.get(&row.id).map(|those| those.contains(&who)),
                excused: self.words.get(&(row.id, who)).is_some_and(|word| word.excuses()),
            })
        };
        let learners: &[Told] = self.learners.get(&row.edition_id).map_or(&[], Vec::as_slice);
        let mut expected: Vec<Told> = learners.iter().filter(comes).cloned().collect();
        let together = self.together.get(&row.id).into_iter().flatten().copied();
        let trainers: &[PersonId] = self.trainers.get(&row.edition_id).map_or(&[], Vec::as_slice);
        let teaches = |who: &PersonId| trainers.contains(who) && self.staff.contains_key(who);
        let mut named: Vec<PersonId> = row.trainer_id.into_iter().chain(together).filter(teaches).collect();
        if named.is_empty() {
            named = trainers.to_vec();
        }
        for person in named {
            if expected.iter().all(|told| told.person != person) {
                expected.extend(self.staff.get(&person).cloned());
            }
        }
        expected
    }
}

fn grouped<K: std::hash::Hash + Eq, V>(rows: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in rows {
        groups.entry(key).or_default().push(value);
    }
    groups
}

/// Puts the letters to some people into the outbox; those that were put there before are not put there again.
///
/// # Errors
/// The database's.
pub fn plan_reminders(w: &mut Write, due: &Due, now: Moment) -> Result<(), Problem> {
    let mut people = Vec::new();
    for person in &due.people {
        if planned::insert(w, due.which, *person, now)? {
            people.push(*person);
        }
    }
    if people.is_empty() {
        return Ok(());
    }
    jobs::enqueue(w, now, job(due.which, &people))?;
    Ok(())
}

/// Needs no key: run twice, it writes to those to whom nothing went.
fn job(Which { session, lead, starts_at }: Which, people: &[PersonId]) -> NewJob {
    let payload = json!({ "session": session, "lead": lead, "starts_at": starts_at, "people": people });
    NewJob { kind: SESSION_JOB, payload, unique_key: None }
}

/// Sends the letters, unless their reason is gone: the session was cancelled or moved, the person left, gave the place up
/// or told that they will not come, or the edition reminds of nothing any more. Their plan is forgotten then. Whoever has
/// quiet hours is decided of again when they are over, because all that may happen until then; where it is too late for
/// the reminder by then, it stands on the site and wakes nobody.
///
/// # Errors
/// The database's.
pub fn send_reminders(w: &mut Write, due: &Due, now: Moment) -> Result<(), Problem> {
    let which = due.which;
    let waiting = planned::waiting(w, which, &due.people)?;
    let asleep = mail::awake_at(w, &due.people, Topic::Reminders, now)?;
    let closes = reminding::closes(which.lead, which.starts_at);
    let mut sent = Vec::new();
    let mut later: BTreeMap<Moment, Vec<PersonId>> = BTreeMap::new();
    if let Some(one) = still(w, which, now)? {
        let brief = composition::briefs(w, &[which.session])?.remove(&which.session).unwrap_or_default();
        let expected = Expected::load(w, &[&one])?.of(&one);
        for told in expected.iter().filter(|told| waiting.contains(&told.person)) {
            let letter = letters::session_soon(&one, &brief, told);
            match asleep.get(&told.person) {
                Some(at) if *at < closes => {
                    later.entry(*at).or_default().push(told.person);
                    continue;
                }
                Some(_) => mail::keep_on_site(w, now, &letter)?,
                None => mail::send(w, now, &letter)?,
            };
            sent.push(told.person);
        }
    }
    planned::set_sent(w, which, &sent, now)?;
    let stay: HashSet<PersonId> = sent.iter().chain(later.values().flatten()).copied().collect();
    let gone: Vec<PersonId> = waiting.into_iter().filter(|person| !stay.contains(person)).collect();
    planned::forget(w, which, &gone)?;
    for (at, people) in later {
        jobs::enqueue_at(w, now, at, job(which, &people))?;
    }
    Ok(())
}

/// The session, while it is to be reminded of in this way.
fn still(r: &mut Read, which: Which, now: Moment) -> Result<Option<Coming>, Problem> {
    let Some(one) = rows::one(r, which.session)? else { return Ok(None) };
    let stands = one.session.cancelled_at.is_none() && one.session.starts_at == which.starts_at;
    // After quiet hours a shorter one may be due as well: one letter is enough.
    let leads = rule_of(r, &one.edition)?.leads;
    let goes = reminding::due(&leads, which.starts_at, now) == Some(which.lead);
    Ok(Some(one).filter(|_| stands && goes))
}
