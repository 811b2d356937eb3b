//! The pages in their typical states.

use crate::absences::actions::{Entry, Notices, Own};
use crate::absences::rules::FIELD;
use crate::absences::store::{About, DecisionRow, ListedNotice, NoticeRow};
use crate::attendance::rules::{Mark, Presence, ReasonCode, SessionMode, Status};
use crate::attendance::store::sessions::SessionRow;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    AbsenceNoticeId, ActivityId, EditionId, EnrolmentId, Fault, Language, Localised, Moment, OrganisationId,
    Permille, PersonName, Problem, ProgrammeVersionId, SessionId, StoredFileId, ZoneName,
};
use crate::web::Reader;
use chrono::{NaiveDate, NaiveTime};

/// A reader an hour before the start.
pub(super) fn reader() -> Reader {
    Reader::sample()
}

fn day() -> NaiveDate {
    reader().now.date_in(ZoneName::MOSCOW)
}

fn session(starts_at: Moment) -> SessionRow {
    SessionRow {
        id: SessionId(1),
        edition_id: EditionId(2),
        activity_id: ActivityId(3),
        held_on: day(),
        starts_local: NaiveTime::MIN,
        ends_local: NaiveTime::MIN,
        time_zone: ZoneName::MOSCOW,
        starts_at,
        ends_at: starts_at.plus_minutes(90),
        mode: SessionMode::InPerson,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: None,
        trainer_id: None,
        cancelled_at: None,
        cancellation_reason: None,
    }
}

fn title() -> Localised {
    Localised::only(Language::Ru, "Волонтёр в учреждении: практикум")
}

fn notice(number: i64, late: bool) -> NoticeRow {
    NoticeRow {
        id: AbsenceNoticeId(number),
        session: SessionId(1),
        enrolment: EnrolmentId(number),
        reason: if late { ReasonCode::Transport } else { ReasonCode::Illness },
        words: Some("Справка будет завтра".into()),
        file: (number % 2 == 1).then(|| (StoredFileId(1), "справка.pdf".to_owned())),
        late,
        given_at: reader().now,
        taken_back_at: None,
        held_on: None,
    }
}

fn decision(number: i64, accepted: bool) -> DecisionRow {
    DecisionRow {
        notice: AbsenceNoticeId(number),
        accepted,
        words: (!accepted).then(|| "Автобусы в этот день ходили. Напишите, что случилось".into()),
        at: reader().now,
        by: Some(PersonName::new("Ким", "Ольга", Some("Викторовна"))),
    }
}

/// Before the start, after it, told in time, told late and decided both ways, marked, and with a place to give up.
pub(super) fn owns() -> Vec<Own> {
    let (ahead, begun) = (reader().now.plus_minutes(60), reader().now.plus_minutes(-30));
    let own = |starts_at, notice: Option<NoticeRow>, decision| Own {
        session: session(starts_at),
        title: title(),
        edition: "2-й поток".into(),
        has_place: notice.is_some(),
        notice,
        decision,
        mark: None,
    };
    let present = Mark::of(Status::Present, Presence::InPerson);
    vec![
        own(ahead, None, None),
        own(begun, None, None),
        own(ahead, Some(notice(1, false)), None),
        own(begun, Some(notice(2, true)), None),
        own(begun, Some(notice(3, true)), Some(decision(3, true))),
        own(begun, Some(notice(4, true)), Some(decision(4, false))),
        Own { mark: Some(present), ..own(begun, None, None) },
    ]
}

/// Everything is wrong with what was told.
pub(super) fn mistakes() -> Problem {
    Problem::invalid(vec![
        Fault::new("words", "absences-words"),
        Fault::new("file", "file-kind").with("accepted", "PDF, JPEG"),
        Fault::new(FIELD, "absences-told-already"),
    ])
}

/// A refusal without a word.
pub(super) fn refusal() -> Problem {
    Problem::invalid(vec![Fault::new("words", "absences-refusal-words")])
}

fn edition() -> EditionRow {
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
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: day(),
        ends_on: day(),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: Json(rule),
        closed_at: None,
    }
}

/// With notices in every state, and without any.
pub(super) fn notices() -> Vec<Notices> {
    let about = || About {
        title: Json(title()),
        held_on: day(),
        starts_local: NaiveTime::MIN,
        time_zone: ZoneName::MOSCOW,
    };
    let entry = |row: NoticeRow, decision| Entry {
        listed: ListedNotice {
            row, about: about(), name: PersonName::new("Сейтқали", "Айгүл", None)
        },
        decision,
    };
    let full = Notices {
        edition: edition(),
        waiting: vec![entry(notice(1, true), None), entry(notice(2, true), None)],
        others: vec![
            entry(notice(3, false), None),
            entry(notice(4, true), Some(decision(4, true))),
            entry(notice(5, true), Some(decision(5, false))),
        ],
        older: Some(AbsenceNoticeId(3)),
    };
    vec![full, Notices { edition: edition(), waiting: Vec::new(), others: Vec::new(), older: None }]
}
