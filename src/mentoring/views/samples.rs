//! Mentors on every step of their path, for the samples of the pages.

use crate::kernel::{
    Language, MentorCheckId, MentorId, MentorPairId, Moment, OrganisationId, PersonId, PersonName, ZoneName,
};
use crate::mentoring::actions::Path;
use crate::mentoring::actions::board::Board;
use crate::mentoring::rules::{CheckKind, ClosureReason, ConsentBy, ContactWay, Lack, Learned, StepKind};
use crate::mentoring::store::pairs::{Agreement, ClosureRow, ContactRow, ExtensionRow, PairRow};
use crate::mentoring::store::records::{CheckRow, InterviewRow};
use crate::mentoring::store::settings::SettingRow;
use crate::mentoring::store::{CandidacyRow, StepRow};
use crate::organisations::rules::Sector;
use crate::organisations::store::OrganisationRow;
use crate::web::Reader;
use chrono::{Days, NaiveDate};

/// A reader of the middle of September.
pub fn reader() -> Reader {
    Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: now() }
}

fn now() -> Moment {
    Moment::from_utc(day(45).and_time(chrono::NaiveTime::default()))
}

/// The day after the planned end of the pairs.
pub fn at_the_end() -> Moment {
    Moment::from_utc(day(381).and_time(chrono::NaiveTime::default()))
}

/// A day of August, September and on.
fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 1).unwrap_or_default() + Days::new(number)
}

/// An organisation.
pub fn organisation() -> OrganisationRow {
    OrganisationRow {
        id: OrganisationId(1),
        name: "Учебный центр «Бірге»".into(),
        short_name: "Бірге".into(),
        sector: Sector::Npo,
        parent_id: None,
        city: None,
        licence: None,
        head_post: None,
        head_name: None,
    }
}

/// The mentors of an organisation.
pub fn board(paths: Vec<Path>) -> Board {
    Board { organisation: organisation(), setting: SettingRow::usual(), paths }
}

/// Mentors in every state.
pub fn every_path() -> Vec<Path> {
    use StepKind::{
        Active, Admitted, Applied, Closed, DocumentsChecked, Interviewed, Matched, Refused, Trained,
        Withdrawn,
    };
    let states = [
        Applied,
        DocumentsChecked,
        Trained,
        Interviewed,
        Admitted,
        Matched,
        Active,
        Closed,
        Refused,
        Withdrawn,
    ];
    let mut paths: Vec<Path> = states.into_iter().map(path).collect();
    // Somebody who lacks everything.
    let bare = Path {
        checks: Vec::new(),
        interviews: Vec::new(),
        learned: Learned::default(),
        setting: SettingRow::usual(),
        ..path(Applied)
    };
    paths.push(bare);
    paths
}

/// Everything that can be missing.
pub fn every_lack() -> Vec<Lack> {
    let mut lacks: Vec<Lack> = CheckKind::ALL
        .into_iter()
        .flat_map(|kind| [Lack::Missing(kind), Lack::Expired(kind, day(1)), Lack::Ends(kind, day(1), day(2))])
        .collect();
    let steps = [
        StepKind::DocumentsChecked,
        StepKind::Trained,
        StepKind::Interviewed,
        StepKind::Admitted,
        StepKind::Matched,
        StepKind::Active,
    ];
    lacks.extend(steps.map(|step| Lack::Order(Some(step))));
    lacks.extend([
        Lack::Order(None),
        Lack::Hours(4, 6),
        Lack::InPerson(1, 2),
        Lack::NoInterview,
        Lack::Advised,
        Lack::NotBegun(day(60)),
    ]);
    lacks
}

/// Somebody in a state.
pub fn path(state: StepKind) -> Path {
    let (id, by) = (MentorId(1), Some(PersonId(2)));
    let check = |(number, kind, until): (i64, CheckKind, u64)| CheckRow {
        id: MentorCheckId(number),
        candidacy: id,
        kind,
        number: format!("К-{number}"),
        dated: day(0),
        valid_until: Some(day(until)),
        seen_at: now(),
        seen_by: by,
    };
    let checks =
        [(1, CheckKind::CriminalRecord, 400), (2, CheckKind::Medical, 60), (3, CheckKind::References, 20)];
    let step = |step: StepKind| StepRow {
        candidacy: id,
        step,
        pair: step.of_pair().then_some(MentorPairId(1)),
        note: step.ends().then(|| "Нет времени на встречи".to_owned()),
        at: now(),
        by,
    };
    let name = |surname: &str| PersonName::new(surname, "Айгерим", None);
    Path {
        row: CandidacyRow {
            id,
            organisation: OrganisationId(1),
            person: PersonId(1),
            name: name("Садыкова"),
            application: "Хочу помогать подросткам с учёбой.".into(),
            applied_at: now(),
            is_open: !state.ends(),
        },
        organisation: organisation().name,
        setting: SettingRow { programmes: vec![crate::kernel::ProgrammeId(1)], ..SettingRow::usual() },
        steps: [StepKind::Applied, state].map(step).into(),
        checks: checks.map(check).into(),
        interviews: vec![InterviewRow {
            candidacy: id,
            held_on: day(30),
            in_person: true,
            recommended: true,
            notes: "Спокойна, умеет слушать.".into(),
            by,
        }],
        pairs: pairs(state, by),
        contacts: vec![ContactRow {
            pair: MentorPairId(1),
            held_on: day(12),
            way: ContactWay::Call,
            note: "Встречи идут.".into(),
            by,
        }],
        learned: Learned { all: 6000, in_person: 2000 },
        names: [(PersonId(2), name("Белова"))].into(),
    }
}

fn pairs(state: StepKind, by: Option<PersonId>) -> Vec<PairRow> {
    let closure = ClosureRow {
        closed_on: day(40),
        reason: ClosureReason::Moved,
        exit_interview: "Подросток уехал к тёте.".into(),
        at: now(),
        by,
    };
    let pair = PairRow {
        id: MentorPairId(1),
        candidacy: MentorId(1),
        agreement: Agreement {
            mentee_code: "А.К.".into(),
            mentee_born_in: 2013,
            starts_on: day(10),
            planned_end: day(370),
            consent_by: ConsentBy::Guardian,
            consent_paper: "Согласие № 4".into(),
            consent_on: day(5),
        },
        matched_at: now(),
        matched_by: by,
        extensions: vec![ExtensionRow {
            pair: MentorPairId(1),
            planned_end: day(380),
            reason: "Подросток заканчивает девятый класс.".into(),
            by,
        }],
        closure: (state == StepKind::Closed).then_some(closure),
    };
    if state.of_pair() { vec![pair] } else { Vec::new() }
}
