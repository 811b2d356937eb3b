//! A group for the samples: with nothing yet, or under way.

use super::{WHO, day, name};
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    AcademicHours, EditionId, EnrolmentId, Language, Localised, OrderId, OrganisationId, Permille, PersonId,
    ProgrammeVersionId, ZoneName,
};
use crate::orders::actions::Group;
use crate::orders::rules::standing::{Named, Paper, Standing};
use crate::orders::rules::words::{OrderKind, Part};
use crate::orders::store::group::{Taught, Trainee};
use crate::organisations::rules::Sector;
use crate::organisations::store::OrganisationRow;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};

/// A group of which nothing is there yet, or one under way.
pub(super) fn group(filled: bool) -> Group {
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    let edition = EditionRow {
        id: EditionId(1),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток, осень 2026".into(),
        starts_on: day(1),
        ends_on: day(20),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: Json(rule),
        closed_at: None,
    };
    let person = |id: i64| Trainee {
        enrolment: EnrolmentId(id),
        person: PersonId(id),
        name: name(),
        sender: None,
        sent_by: Some("Городской центр".into()),
        withdrawn_at: None,
        closed: false,
    };
    Group {
        edition,
        organisation: organisation(),
        taught: taught(),
        number: filled.then(|| "1-ПК-26".to_owned()),
        proposal: "1-ПК-26".into(),
        languages: vec![Language::Ru],
        trainees: vec![person(1), person(2)],
        standing: if filled { standing() } else { Standing::default() },
        today: day(21),
    }
}

fn organisation() -> OrganisationRow {
    OrganisationRow {
        id: OrganisationId(1),
        name: "Учебный центр «Бірге»".into(),
        short_name: "Центр".into(),
        sector: Sector::State,
        parent_id: None,
        city: Some("г. Иркутск".into()),
        licence: None,
        head_post: Some("Директор".into()),
        head_name: Some("И. П. Рябинина".into()),
    }
}

fn taught() -> Taught {
    let hours = AcademicHours(20);
    Taught {
        number: 1,
        content_hash: "0".repeat(64),
        kind: ProgrammeKind::AdvancedTraining,
        title: Localised::only(Language::Ru, "Эффективное партнёрство"),
        hours: AcademicHours(60),
        parts: (hours, hours, hours),
        document: DocumentKind::AdvancedTrainingCertificate,
    }
}

fn standing() -> Standing {
    let paper = |id, kind, number: &str, people| Paper {
        id: OrderId(id),
        kind,
        number: number.to_owned(),
        dated: day(1),
        about: None,
        grounds: Vec::new(),
        people,
    };
    let enrolled = vec![Named { enrolment: WHO, part: Part::Enrolled, mark: None }];
    Standing::of(vec![
        paper(1, OrderKind::Enrolment, "1-ОД", enrolled),
        paper(2, OrderKind::Commission, "2-ОД", Vec::new()),
    ])
}
