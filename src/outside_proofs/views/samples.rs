//! The pages in their typical states.

use crate::kernel::{
    EditionId, Fault, Language, Localised, Moment, OrganisationId, OutsideProofId, PersonId, PersonName,
    Problem, ProgrammeId, ZoneName,
};
use crate::outside_proofs::actions::{Desk, Own, Sheet, Way};
use crate::outside_proofs::rules::{Decision, Entry, LONGEST_REASON, Proof};
use crate::outside_proofs::store::{EditionOf, ProofRow};
use chrono::NaiveDate;
use std::collections::HashMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn noon() -> Moment {
    ZoneName::MOSCOW.end_of(day("2026-08-20"))
}

fn title() -> Localised {
    Localised::only(Language::Ru, "Дистанционный курс")
}

fn edition() -> EditionOf {
    EditionOf {
        id: EditionId(2),
        title: "Стажировка, осень 2026 года".into(),
        organisation: OrganisationId(1),
        starts_on: day("2026-09-01"),
        ends_on: day("2026-12-20"),
        zone: ZoneName::MOSCOW,
    }
}

fn titles() -> HashMap<ProgrammeId, Localised> {
    HashMap::from([(ProgrammeId(1), title())])
}

/// What an edition asks.
pub(super) fn sheet() -> Sheet {
    Sheet { edition: edition(), programme: Some(ProgrammeId(1)), titles: vec![(ProgrammeId(1), title())] }
}

/// Every state of a way in; the last one asks for a proof.
pub(super) fn ways() -> Vec<Way> {
    let entries = [
        Entry::Recognised("СУ-2026/0007".into()),
        Entry::Approved,
        Entry::Waiting,
        Entry::Refused("Это сертификат другого курса".into()),
        Entry::Missing,
    ];
    let way = |entry| Way { edition: edition(), programme: ProgrammeId(1), title: title(), entry };
    entries.map(way).into()
}

fn proof(number: i64, file: Option<&str>, decision: Option<Decision>) -> ProofRow {
    let whole = Proof {
        issuer: Some("Центр дистанционного образования".into()),
        number: Some("17/2026".into()),
        issued_on: Some(day("2026-05-20")),
    };
    ProofRow {
        id: OutsideProofId(number),
        person: PersonId(number),
        name: PersonName::new("Құрманғазы", "Әлия", None),
        edition: EditionId(2),
        title: edition().title,
        organisation: OrganisationId(1),
        programme: ProgrammeId(1),
        proof: if file.is_some() { Proof::default() } else { whole },
        file: file.map(str::to_owned),
        sent_at: noon(),
        decision: decision.map(|decision| (decision, noon())),
    }
}

/// The pages of somebody with a proof of each fate.
pub(super) fn own() -> Own {
    let refused = Decision::Refused("Это сертификат другого курса".into());
    let proofs = vec![
        proof(1, Some("сертификат.pdf"), None),
        proof(2, None, Some(Decision::Approved)),
        proof(3, None, Some(refused)),
    ];
    Own { ways: ways(), proofs, titles: titles() }
}

/// A desk with proofs of both kinds.
pub(super) fn desk() -> Desk {
    let Own { proofs, .. } = own();
    let waiting = vec![proof(1, Some("сертификат.pdf"), None), proof(4, None, None)];
    let decided = proofs.into_iter().filter(|one| one.decision.is_some()).collect();
    Desk { waiting, decided, titles: titles() }
}

/// Everything that can be wrong with the forms.
pub(super) fn problem() -> Problem {
    Problem::invalid(vec![
        Fault::new("programme", "entry-programme"),
        Fault::new("issued_on", "not-a-date"),
        Fault::new("issued_on", "proof-date").with("year", 1990),
        Fault::new("number", "proof-or-file"),
        Fault::new("file", "proof-waits"),
        Fault::new("file", "proof-not-needed"),
        Fault::new("file", "proof-file"),
        Fault::new("reason", "proof-reason"),
        Fault::new("reason", "too-long").with("limit", LONGEST_REASON),
    ])
}
