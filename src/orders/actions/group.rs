//! Everything the papers of a group are put together from, in a fixed number of queries.

use crate::countries::store as countries;
use crate::db::Read;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Language, Moment, OrderId, PersonId, PersonName, Problem,
};
use crate::orders::rules::content::{Content, Member};
use crate::orders::rules::standing::{Paper, Standing};
use crate::orders::rules::steps::{self, Days, Ground};
use crate::orders::rules::words::OrderKind;
use crate::orders::rules::{Exception, Ties, numbers};
use crate::orders::store::group::{self as rows, Taught, Trainee};
use crate::orders::store::{self, OrderRow, ties};
use crate::organisations::store::{self as organisations, OrganisationRow};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeSet, HashMap};

/// A group.
#[derive(Debug, Clone)]
pub struct Group {
    /// The edition.
    pub edition: EditionRow,
    /// The organisation that runs it.
    pub organisation: OrganisationRow,
    /// What is taught.
    pub taught: Taught,
    /// The number of the group.
    pub number: Option<String>,
    /// A number it could have.
    pub proposal: String,
    /// The languages of its papers, in the order of print.
    pub languages: Vec<Language>,
    /// Everybody who is or was in it, by name in the alphabet of the first language of its papers.
    pub trainees: Vec<Trainee>,
    /// Its papers that stand.
    pub standing: Standing,
    /// Today in its zone.
    pub today: NaiveDate,
}

impl Group {
    /// Who is in it and was not withdrawn.
    pub fn active(&self) -> BTreeSet<EnrolmentId> {
        let active = self.trainees.iter().filter(|one| one.withdrawn_at.is_none());
        active.map(|one| one.enrolment).collect()
    }

    /// The name of somebody.
    pub fn name(&self, enrolment: EnrolmentId) -> Option<&PersonName> {
        self.trainees.iter().find(|one| one.enrolment == enrolment).map(|one| &one.name)
    }

    /// The days that dates are compared with.
    pub fn days(&self) -> Days {
        Days { starts_on: self.edition.starts_on, ends_on: self.edition.ends_on, today: self.today }
    }

    /// What must be there before a paper of a kind.
    pub fn locked(&self, kind: OrderKind) -> Option<Fault> {
        let active = self.active();
        let ground = Ground { standing: &self.standing, numbered: self.number.is_some(), active: &active };
        steps::locked(kind, ground)
    }

    /// Who is in the group and in no order of enrolment.
    pub fn unenrolled(&self) -> Vec<EnrolmentId> {
        let active: Vec<EnrolmentId> =
            self.trainees.iter().filter(|one| one.withdrawn_at.is_none()).map(|one| one.enrolment).collect();
        steps::unenrolled(&active, &self.standing.own())
    }

    /// The first language of its papers.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Ru)
    }

    /// A standing paper.
    pub fn paper(&self, id: Option<OrderId>) -> Option<&Paper> {
        id.and_then(|id| self.standing.paper(id))
    }
}

/// A group, for the administrators of the organisation that runs it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn group(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Group, Problem> {
    let edition = editions::edition(r, id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let organisation = organisations::find(r, edition.organisation_id)?.ok_or_else(Problem::not_found)?;
    let taught = rows::taught(r, edition.version_id)?;
    let taken = rows::taken(r, edition.organisation_id, id)?;
    let printed = [Language::Kk, Language::Ru];
    let languages = countries::profile_of(r, edition.organisation_id)?.languages;
    let mut languages: Vec<Language> = languages.into_iter().filter(|one| printed.contains(one)).collect();
    if languages.is_empty() {
        languages.push(Language::Ru);
    }
    // Lists stand as the paper is read, whoever signs it.
    let alphabet = languages.first().copied().unwrap_or(Language::Ru);
    Ok(Group {
        number: rows::number(r, id)?,
        proposal: numbers::group_proposal(taught.kind, edition.starts_on.year(), &taken),
        trainees: rows::trainees(r, id, alphabet)?,
        languages,
        standing: store::standing(r, id)?,
        today: now.date_in(edition.time_zone),
        edition,
        organisation,
        taught,
    })
}

/// A group with its drafts, its commission and what ties them.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The group.
    pub group: Group,
    /// Its papers, signed and drafts, as they were begun.
    pub orders: Vec<OrderRow>,
    /// The commission that stands.
    pub commission: Vec<Member>,
    /// What ties it to the group.
    pub ties: Ties,
    /// The exceptions that hold.
    pub exceptions: Vec<Exception>,
    /// The names of those who signed, and of those who changed drafts.
    pub names: HashMap<PersonId, PersonName>,
}

/// The desk of a group.
///
/// # Errors
/// As [`group`].
pub fn desk(r: &mut Read, actor: &Actor, id: EditionId, now: Moment) -> Result<Desk, Problem> {
    let group = group(r, actor, id, now)?;
    let orders = store::of_edition(r, id)?;
    let commission = commission_of(&orders, group.standing.last(OrderKind::Commission).map(|one| one.id));
    let drafted = orders.iter().filter(|row| row.is_draft()).flat_map(|row| row.content.0.members());
    let people: Vec<PersonId> = commission.iter().chain(drafted).filter_map(|member| member.person).collect();
    let acted = orders.iter().filter_map(|row| row.signed.signed_by.or(row.edited_by));
    let acted: BTreeSet<PersonId> = acted.collect();
    Ok(Desk {
        ties: ties::of_edition(r, id, (&people, &group.trainees))?,
        exceptions: ties::exceptions(r, id)?,
        names: store::names(r, &acted.into_iter().collect::<Vec<_>>())?,
        group,
        orders,
        commission,
    })
}

fn commission_of(orders: &[OrderRow], id: Option<OrderId>) -> Vec<Member> {
    let row = orders.iter().find(|row| Some(row.id) == id);
    row.map(|row| row.content.0.members().to_vec()).unwrap_or_default()
}

impl Desk {
    /// A paper of the group.
    pub fn order(&self, id: OrderId) -> Option<&OrderRow> {
        self.orders.iter().find(|row| row.id == id)
    }

    /// The exception under which somebody certifies.
    pub fn exception(&self, member: &Member) -> Option<&Exception> {
        self.exceptions.iter().find(|exception| exception.covers(member))
    }

    /// Who of those who certify by this paper is tied to people of the group, and has no exception; and the exceptions
    /// that are used.
    pub fn certifying(&self, content: &Content, about: Option<OrderId>) -> (Vec<Fault>, Vec<Exception>) {
        let (members, people): (Vec<(usize, &Member)>, BTreeSet<EnrolmentId>) = match content {
            Content::Commission { members } => (numbered(members).collect(), self.group.active()),
            Content::Protocol { present, .. } => {
                let sheet = self.group.paper(about);
                let people = sheet.map(|sheet| sheet.people.iter().map(|one| one.enrolment).collect());
                let there = numbered(&self.commission).filter(|(place, _)| present.contains(place));
                (there.collect(), people.unwrap_or_default())
            }
            _ => return (Vec::new(), Vec::new()),
        };
        let (mut faults, mut used) = (Vec::new(), Vec::new());
        for conflict in self.ties.conflicts(members.into_iter(), &people) {
            let exception = self.exception(&conflict.member).filter(|_| conflict.tie.may_be_excepted());
            match exception {
                Some(exception) => used.push(exception.clone()),
                None => faults.push(conflict.fault(&format!("person-{}", conflict.place))),
            }
        }
        (faults, used)
    }
}

/// People with their places, from 1.
pub(super) fn numbered(members: &[Member]) -> impl Iterator<Item = (usize, &Member)> {
    members.iter().enumerate().map(|(place, member)| (place + 1, member))
}
