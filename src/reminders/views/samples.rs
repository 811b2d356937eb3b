//! The page in its typical states.

use super::RemindersPage;
use crate::attendance::rules::SessionMode;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Json;
use crate::editions::rules::{AttendanceBase, CompletionRule};
use crate::editions::store::EditionRow;
use crate::kernel::{
    AbsenceWarningId, ActivityId, EditionId, EnrolmentId, Fault, Language, Localised, Minutes, Moment,
    OrganisationId, Permille, PersonId, PersonName, Problem, ProgrammeVersionId, ReminderRuleId, SessionId,
    ZoneName,
};
use crate::progress::rules::held::SoFar;
use crate::reminders::actions::{Ahead, Listed, Sheet, Warning};
use crate::reminders::rules::{Chances, ReminderRule, Why};
use crate::reminders::store::RuleRow;
use crate::reminders::store::expected::Coming;
use crate::reminders::store::planned::{Gone, Which};
use crate::reminders::store::warnings::{Missed, WarningRow};
use crate::web::{Form, Reader};
use chrono::{NaiveDate, NaiveTime};
use std::collections::HashMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn noon() -> Moment {
    ZoneName::MOSCOW.end_of(day("2026-09-15")).plus_minutes(-12 * 60)
}

fn edition() -> EditionRow {
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток, осень 2026".into(),
        starts_on: day("2026-09-01"),
        ends_on: day("2026-11-30"),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(CompletionRule {
            attendance: Permille::percent(80),
            attendance_of: AttendanceBase::Planned,
            hours: Permille::WHOLE,
            every_quiz: true,
            every_case: true,
            quiz_pass: None,
            case_pass: None,
            valid_months: None,
        }),
        closed_at: None,
    }
}

fn coming() -> Coming {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let session = SessionRow {
        id: SessionId(5),
        edition_id: EditionId(2),
        activity_id: ActivityId(4),
        held_on: day("2026-09-17"),
        starts_local: time(10),
        ends_local: time(12),
        time_zone: ZoneName::MOSCOW,
        starts_at: noon().plus_minutes(46 * 60),
        ends_at: noon().plus_minutes(48 * 60),
        mode: SessionMode::InPerson,
        place: Some("Москва, ул. Щепкина, 38".into()),
        link: None,
        trainer_id: None,
        cancelled_at: None,
        cancellation_reason: None,
    };
    Coming { session, edition: edition(), title: Json(Localised::only(Language::Ru, "Семинар")) }
}

fn missed() -> Vec<Missed> {
    let one = |id, on| Missed {
        session: SessionId(id),
        title: Localised::only(Language::Ru, "Семинар"),
        held_on: day(on),
    };
    vec![one(3, "2026-09-08"), one(4, "2026-09-10")]
}

fn listed(id: i64, sent_at: Option<Moment>, dropped_at: Option<Moment>) -> Listed {
    let row = WarningRow {
        id: AbsenceWarningId(id),
        enrolment: EnrolmentId(1),
        person: PersonId(1),
        name: PersonName::new("Абаева", "Анна", Some("Сергеевна")),
        missed: "3,4".into(),
        why: Why { by_share: true, in_a_row: Some(2) },
        so_far: SoFar { attended: Minutes(90), held: Minutes(270) },
        planned_at: noon(),
        sent_at,
        dropped_at,
    };
    Listed { row, missed: missed() }
}

fn sheet() -> Sheet {
    let rule = ReminderRule { leads: vec![24, 2], ..ReminderRule::usual(Permille::percent(80)) };
    let row = |number: i32, rule: &ReminderRule| RuleRow {
        id: ReminderRuleId(number.into()),
        edition: EditionId(2),
        number,
        rule: rule.clone(),
        set_at: noon(),
        set_by: Some(PersonId(7)),
    };
    let off = ReminderRule { leads: Vec::new(), share: None, in_a_row: None };
    let which = Which { session: SessionId(5), lead: 24, starts_at: coming().session.starts_at };
    Sheet {
        edition: edition(),
        rules: vec![row(2, &rule), row(1, &off)],
        rule,
        names: HashMap::from([(PersonId(7), PersonName::new("Ким", "Ольга", None))]),
        ahead: vec![Ahead { at: noon().plus_minutes(44 * 60), lead: 2, coming: coming() }],
        gone: vec![(coming(), Gone { which, people: 25, sent: 25 })],
        warnings: vec![listed(3, None, None), listed(2, Some(noon()), None), listed(1, None, Some(noon()))],
        more: Some(AbsenceWarningId(1)),
    }
}

/// A warning of somebody.
pub(super) fn warning() -> Warning {
    Warning {
        enrolment: EnrolmentId(1),
        edition: edition(),
        missed: missed(),
        why: Why { by_share: true, in_a_row: Some(2) },
        so_far: SoFar { attended: Minutes(90), held: Minutes(270) },
        chances: Chances { needed: Permille::percent(80), ahead: 7, spare: 1, short: Minutes::ZERO },
    }
}

/// The page.
pub(super) fn pages() -> Vec<RemindersPage> {
    let reader = Reader { now: noon(), ..Reader::sample() };
    let full = sheet();
    let off = ReminderRule { leads: Vec::new(), share: None, in_a_row: None };
    let bare = Sheet {
        rule: off,
        rules: Vec::new(),
        names: HashMap::new(),
        ahead: Vec::new(),
        gone: Vec::new(),
        warnings: Vec::new(),
        more: None,
        ..full.clone()
    };
    let form = Form::of(&[("lead_1", "завтра"), ("share_percent", "101"), ("in_a_row", "0")]);
    let problem = Problem::invalid(vec![
        Fault::new("lead_1", "not-a-number"),
        Fault::new("share_percent", "out-of-range").with("low", 1).with("high", 100),
        Fault::new("in_a_row", "out-of-range").with("low", 1).with("high", 20),
    ]);
    vec![
        RemindersPage::new(&full, None, &reader),
        RemindersPage::new(&bare, None, &reader),
        RemindersPage::new(&full, Some((&form, &problem)), &reader),
    ]
}
