//! The registry of an organisation: whom it made mentors, whether their status holds, and everybody's level.

use super::{administered, sent, since, stand, training};
use crate::continuing_training::actions as training_of;
use crate::continuing_training::store as asked_of;
use crate::db::Read;
use crate::kernel::{Actor, Moment, OrganisationId, PersonId, Problem, words};
use crate::levels::rules::status::{Status, Training};
use crate::levels::rules::{Attested, Level, LevelRule, Reached};
use crate::levels::store::lines::{self, Order, Split, Standing, Wanted};
use crate::levels::store::{self, Whose, people};
use crate::people::rules::search_words;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};

words! {
    /// Who is shown.
    Show {
        /// Whoever has a certificate of a mentor.
        Mentors = "mentors",
        /// Mentors whose status holds.
        Valid = "valid",
        /// Mentors who need training.
        Needs = "needs_training",
        /// Also those who completed a cycle and are no mentors.
        Everybody = "everybody",
    }
}

words! {
    /// In what order.
    Sort {
        /// As names sort in the reader's language.
        Name = "name",
        /// The highest level first.
        Level = "level",
        /// Who needs training first.
        Status = "status",
    }
}

/// How many people stand on a page.
pub const PAGE: i64 = 50;

/// What a registry is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Whose; the one the actor most likely means where none is named.
    pub organisation: Option<OrganisationId>,
    /// Who is shown.
    pub show: Show,
    /// Of this level only.
    pub level: Option<Level>,
    /// Words of the name or the address.
    pub search: String,
    /// In what order.
    pub sort: Sort,
}

impl Default for Asked {
    fn default() -> Asked {
        Asked {
            organisation: None,
            show: Show::Mentors,
            level: None,
            search: String::new(),
            sort: Sort::Name,
        }
    }
}

/// Somebody of the registry.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub person: people::PersonRow,
    /// The level.
    pub reached: Reached,
    /// The latest certificate of a mentor.
    pub certificate: Option<Attested>,
    /// How the mentor stands; nothing without a certificate.
    pub status: Option<Status>,
}

/// The registry of an organisation, or a stretch of it.
#[derive(Debug, Clone)]
pub struct Registry {
    /// Whose.
    pub organisation: OrganisationId,
    /// The organisation's short name.
    pub name: String,
    /// Whether the reader administers it; a coordinator sees only the people whom their own organisations sent there.
    pub administers: bool,
    /// The organisations whose registries the actor may see.
    pub choices: Vec<(OrganisationId, String)>,
    /// What the registry was asked for.
    pub asked: Asked,
    /// By what levels are given.
    pub rule: LevelRule,
    /// How many people there are to show, before levels and words.
    pub counts: Vec<(Show, i64)>,
    /// How many people were found.
    pub total: i64,
    /// Those of them that were asked for, in their order.
    pub lines: Vec<Line>,
}

/// The registry of an organisation for its administrators, and for coordinators of those who send people there: so many of
/// the people found, after so many. The database counts and sorts; only those people are read. The number of queries goes
/// with the number of editions that train mentors now, never with that of people or documents.
///
/// # Errors
/// `Forbidden` for whoever neither administers nor coordinates; `NotFound` for another organisation.
pub fn registry(
    r: &mut Read,
    actor: &Actor,
    asked: &Asked,
    stretch: (i64, i64),
    now: Moment,
) -> Result<Registry, Problem> {
    let sent = sent(r, actor)?;
    let choices = choices(r, actor, &sent)?;
    let ids: Vec<OrganisationId> = choices.iter().map(|(id, _)| *id).collect();
    let meant = match asked.organisation {
        Some(id) => Some(id),
        None => store::latest_issuer(r, &ids)?.or(ids.first().copied()),
    };
    let chosen = choices.iter().find(|(id, _)| Some(*id) == meant).cloned();
    let (organisation, name) = chosen.ok_or_else(Problem::not_found)?;
    let rule = store::holding(r, &[organisation])?.remove(&organisation).unwrap_or_else(LevelRule::usual);
    let administers = actor.require_administrator_of(organisation).is_ok();
    let there = sent.iter().filter(|(teaches, _)| *teaches == organisation).map(|(_, person)| *person);
    let among: Option<Vec<PersonId>> = (!administers).then(|| there.collect());
    let today = now.date_in(actor.zone);
    let trained = trainings(r, organisation, (now, today))?;
    let split = split(r, organisation, &trained, today)?;
    let everybody =
        Wanted { organisation, among, standing: Standing::Any, cycles: (0, i32::MAX), words: Vec::new() };
    let mut counts = Vec::new();
    for show in [Show::Mentors, Show::Valid, Show::Needs, Show::Everybody] {
        let wanted = Wanted { standing: standing(show, &split), ..everybody.clone() };
        counts.push((show, lines::count(r, &wanted)?));
    }
    let words = search_words(&asked.search);
    let wanted = Wanted { cycles: cycles_of(&rule, asked.level), words, ..everybody };
    let order = Order { language: actor.language, by_cycles: asked.sort == Sort::Level };
    let (total, people) = found(r, (asked, &wanted, &split), order, stretch)?;
    let lines = read(r, (organisation, &rule), (&people, &trained), today)?;
    let asked = asked.clone();
    Ok(Registry { organisation, name, administers, choices, asked, rule, counts, total, lines })
}

/// Whom a choice shows.
fn standing(show: Show, split: &Split) -> Standing {
    match show {
        Show::Everybody => Standing::Any,
        Show::Mentors => Standing::Mentor,
        Show::Valid => Standing::Valid(split.clone()),
        Show::Needs => Standing::Needs(split.clone()),
    }
}

/// With how many cycles somebody is of a level: so many at the least, and less than so many.
fn cycles_of(rule: &LevelRule, level: Option<Level>) -> (i32, i32) {
    match level {
        None => (0, i32::MAX),
        Some(Level::Trainee) => (rule.trainee.cycles, rule.mentor.cycles),
        Some(Level::Mentor) => (rule.mentor.cycles, rule.master.cycles),
        Some(Level::Master) => (rule.master.cycles, i32::MAX),
    }
}

/// How many people there are, and who stands in the stretch. Where the status comes first, each status is read by name after
/// the one before it.
fn found(
    r: &mut Read,
    (asked, wanted, split): (&Asked, &Wanted, &Split),
    order: Order,
    (from, most): (i64, i64),
) -> Result<(i64, Vec<PersonId>), Problem> {
    let (needs, valid) = (standing(Show::Needs, split), standing(Show::Valid, split));
    let parts = match (asked.sort, asked.show) {
        (Sort::Status, Show::Everybody) => vec![needs, valid, Standing::None],
        (Sort::Status, Show::Mentors) => vec![needs, valid],
        (_, show) => vec![standing(show, split)],
    };
    let (mut total, mut people) = (0, Vec::new());
    for standing in parts {
        let wanted = Wanted { standing, ..wanted.clone() };
        let there = lines::count(r, &wanted)?;
        let left = most - i64::try_from(people.len()).unwrap_or(i64::MAX);
        let skip = (from - total).max(0);
        if left > 0 && skip < there {
            people.extend(lines::find(r, &wanted, order, (skip, left))?);
        }
        total += there;
    }
    Ok((total, people))
}

/// Whose status is another than the date of the certificate says, among those whom the organisation trains.
fn split(
    r: &mut Read,
    organisation: OrganisationId,
    trained: &HashMap<PersonId, Vec<Training>>,
    today: NaiveDate,
) -> Result<Split, Problem> {
    let mut split = Split { since: Status::holds_since(today), valid: Vec::new(), needs: Vec::new() };
    let ids: Vec<PersonId> = trained.keys().copied().collect();
    for (person, certified_on) in lines::certified(r, organisation, &ids)? {
        let trainings = trained.get(&person).map(Vec::as_slice).unwrap_or_default();
        let holds = Status::of(certified_on, trainings, today).is_valid();
        match (holds, certified_on >= split.since) {
            (true, false) => split.valid.push(person),
            (false, true) => split.needs.push(person),
            _ => {}
        }
    }
    Ok(split)
}

/// The registries that the actor may open: of the organisations they administer, then of those where their own people learn.
/// A coordinator who has sent nobody yet opens that of their own organisation, with nobody in it.
fn choices(
    r: &mut Read,
    actor: &Actor,
    sent: &HashSet<(OrganisationId, PersonId)>,
) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let mut choices = administered(r, actor)?;
    let mut others: BTreeSet<OrganisationId> = sent.iter().map(|(teaches, _)| *teaches).collect();
    if choices.is_empty() && others.is_empty() {
        others.extend(actor.roles.coordinator_of.iter().copied());
    }
    others.retain(|id| choices.iter().all(|(known, _)| known != id));
    let others: Vec<OrganisationId> = others.into_iter().collect();
    let mut named: Vec<(OrganisationId, String)> = store::short_names(r, &others)?.into_iter().collect();
    named.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    choices.extend(named);
    if choices.is_empty() { Err(Problem::forbidden()) } else { Ok(choices) }
}

/// What there is to say of some people, in their order.
fn read(
    r: &mut Read,
    (organisation, rule): (OrganisationId, &LevelRule),
    (these, trained): (&[PersonId], &HashMap<PersonId, Vec<Training>>),
    today: NaiveDate,
) -> Result<Vec<Line>, Problem> {
    let mut attested: HashMap<PersonId, Vec<Attested>> = HashMap::new();
    for some in these.chunks(people::AT_ONCE) {
        for one in store::attested(r, Whose::Issued(organisation, some))? {
            attested.entry(one.person).or_default().push(one);
        }
    }
    let mut rows = people::rows(r, these)?;
    let line = |id: &PersonId| {
        let person = rows.remove(id)?;
        let papers = attested.remove(id).unwrap_or_default();
        let trained = trained.get(id).map(Vec::as_slice).unwrap_or_default();
        let (reached, certificate, status) = stand(rule, (&papers, trained), today);
        Some(Line { person, reached, certificate, status })
    };
    Ok(these.iter().filter_map(line).collect())
}

/// What the editions of an organisation say of its mentors' quarters.
fn trainings(
    r: &mut Read,
    organisation: OrganisationId,
    (now, today): (Moment, NaiveDate),
) -> Result<HashMap<PersonId, Vec<Training>>, Problem> {
    let mut of_person: HashMap<PersonId, Vec<Training>> = HashMap::new();
    for (edition, row) in asked_of::holding(r, None, since(today))? {
        if edition.organisation_id != organisation || !row.rule.quarterly {
            continue;
        }
        let there = now.date_in(edition.time_zone);
        for mentor in training_of::everybody(r, (&edition, &row.rule), there)? {
            of_person.entry(mentor.row.person).or_default().push(training(&edition, mentor));
        }
    }
    Ok(of_person)
}
