//! Levels and the status of mentors: the registry of an organisation, one person, and the rule.

mod person;
mod registry;
mod setting;

pub use person::{NextSession, PersonLevels, Section, own, person};
pub use registry::{Asked, Line, PAGE, Registry, Show, Sort, registry};
pub use setting::{RuleSheet, set_rule, sheet};

use super::rules::status::{Status, Training};
use super::rules::{Attested, LevelRule, Reached, cycles};
use crate::continuing_training::actions::Mentor;
use crate::db::Read;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, OrganisationId, PersonId, Problem};
use crate::levels::store::people;
use crate::organisations;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use std::collections::HashSet;

/// The organisations whose levels the actor looks after, by name; none for whoever administers nothing.
fn administered(r: &mut Read, actor: &Actor) -> Result<Vec<(OrganisationId, String)>, Problem> {
    if !actor.is_administrator() {
        return Ok(Vec::new());
    }
    let mut choices = organisations::actions::choices(r, actor)?;
    choices.retain(|(id, _)| actor.require_administrator_of(*id).is_ok());
    Ok(choices)
}

/// Whom the organisations that the actor coordinates, and those under them, have sent to learn: each with the organisation
/// that teaches (B1, B3).
fn sent(r: &mut Read, actor: &Actor) -> Result<HashSet<(OrganisationId, PersonId)>, Problem> {
    match actor.roles.coordinator_of.as_slice() {
        [] => Ok(HashSet::new()),
        own => {
            let senders = organisations::store::tree(r)?.with_those_under(own);
            people::sent(r, &senders)
        }
    }
}

/// The first day whose editions still say something about a status: the quarter before the one that runs.
fn since(today: NaiveDate) -> NaiveDate {
    Status::holds_since(today)
}

/// What documents and training make of somebody in an organisation.
fn stand(
    rule: &LevelRule,
    (attested, trainings): (&[Attested], &[Training]),
    today: NaiveDate,
) -> (Reached, Option<Attested>, Option<Status>) {
    let reached = Reached::of(rule, cycles(rule, attested).len());
    let certificates = attested.iter().filter(|one| one.kind == DocumentKind::MentorCertificate);
    let certificate = certificates.max_by_key(|one| (one.issued_on, one.document)).cloned();
    let status = certificate.as_ref().map(|one| Status::of(one.issued_on, trainings, today));
    (reached, certificate, status)
}

fn training(edition: &EditionRow, mentor: Mentor) -> Training {
    Training {
        edition: edition.id,
        enrolment: mentor.row.enrolment,
        title: edition.title.clone(),
        ends_on: edition.ends_on,
        left: !mentor.is_here(),
        standing: mentor.standing,
    }
}
