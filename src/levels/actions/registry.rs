//! The registry of an organisation: whom it made mentors, whether their status holds, and everybody's level.

use super::{administered, sent, since, stand, training};
use crate::continuing_training::actions as training_of;
use crate::continuing_training::store as asked_of;
use crate::db::Read;
use crate::kernel::{Actor, Moment, OrganisationId, PersonId, Problem, words};
use crate::levels::rules::status::{Status, Training};
use crate::levels::rules::{Attested, Level, LevelRule, Reached};
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

impl Line {
    fn is_shown(&self, show: Show) -> bool {
        match show {
            Show::Everybody => true,
            Show::Mentors => self.status.is_some(),
            Show::Valid => self.status.is_some_and(Status::is_valid),
            Show::Needs => self.status.is_some_and(|status| !status.is_valid()),
        }
    }
}

/// The registry of an organisation.
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
    pub counts: Vec<(Show, usize)>,
    /// The people found.
    pub lines: Vec<Line>,
}

/// The registry of an organisation for its administrators, and for coordinators of those who send people there. The number
/// of queries goes with the number of editions that train mentors, never with that of people.
///
/// # Errors
/// `Forbidden` for whoever neither administers nor coordinates; `NotFound` for another organisation.
pub fn registry(r: &mut Read, actor: &Actor, asked: &Asked, now: Moment) -> Result<Registry, Problem> {
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
    let mut lines = lines(r, (organisation, &rule), actor, now)?;
    lines.retain(|line| administers || sent.contains(&(organisation, line.person.id)));
    let shows = [Show::Mentors, Show::Valid, Show::Needs, Show::Everybody];
    let count = |show: Show| (show, lines.iter().filter(|line| line.is_shown(show)).count());
    let counts = shows.into_iter().map(count).collect();
    let words = search_words(&asked.search);
    lines.retain(|line| {
        line.is_shown(asked.show)
            && (asked.level.is_none() || line.reached.level == asked.level)
            && words.iter().all(|word| line.person.fold.contains(word.as_str()))
    });
    // The sorts keep the order of names among equals.
    match asked.sort {
        Sort::Name => {}
        Sort::Level => lines.sort_by_key(|line| std::cmp::Reverse((line.reached.level, line.reached.cycles))),
        Sort::Status => {
            lines.sort_by_key(|line| line.status.map_or(2, |status| i32::from(status.is_valid())))
        }
    }
    Ok(Registry { organisation, name, administers, choices, asked: asked.clone(), rule, counts, lines })
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

fn lines(
    r: &mut Read,
    (organisation, rule): (OrganisationId, &LevelRule),
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Line>, Problem> {
    let today = now.date_in(actor.zone);
    let mut attested: HashMap<PersonId, Vec<Attested>> = HashMap::new();
    for one in store::attested(r, Whose::Issued(organisation))? {
        attested.entry(one.person).or_default().push(one);
    }
    let trainings = trainings(r, organisation, (now, today))?;
    let ids: Vec<PersonId> = attested.keys().copied().collect();
    let rows = people::rows(r, &ids, actor.language)?;
    let line = |person: people::PersonRow| {
        let papers = attested.remove(&person.id).unwrap_or_default();
        let trained = trainings.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let (reached, certificate, status) = stand(rule, (&papers, trained), today);
        Line { person, reached, certificate, status }
    };
    let mut lines: Vec<Line> = rows.into_iter().map(line).collect();
    // A document that completes no cycle and makes nobody a mentor is no reason to stand in the registry.
    lines.retain(|line| line.reached.cycles > 0 || line.certificate.is_some());
    Ok(lines)
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
