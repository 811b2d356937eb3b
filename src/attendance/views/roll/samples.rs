//! The sheet in its states, for the test that renders them all.

use super::rows::{codes, presences, states};
use super::*;
use crate::kernel::SessionId;

impl View for Roll {
    const TEMPLATE: &'static str = "pages/attendance/roll";

    fn title(&self) -> Title {
        Title::text(self.heading.clone())
    }

    fn samples() -> Vec<Roll> {
        let mut wrong = sheet(vec![row(1, Some(Status::Late)), row(2, None)]);
        wrong.fields = wrong.rows.iter().map(Row::field).collect();
        wrong.correction = Some(Field {
            faults: vec![Fault::new("correction_reason", "correction-reason")],
            ..Field::empty("correction_reason")
        });
        let mut stale = sheet(vec![row(1, Some(Status::Absent))]);
        stale.conflicts = conflict_links(&stale.rows);
        let mut preset = sheet(vec![row(1, Some(Status::Present))]);
        preset.preset = true;
        let mut ahead = sheet(vec![row(1, None)]);
        ahead.closed_key = closed_key(Some(ProblemCode::SessionAhead));
        let mut cancelled = sheet(vec![row(1, None)]);
        cancelled.closed_key = closed_key(Some(ProblemCode::SessionCancelled));
        cancelled.cancelled = Some("Преподаватель заболел".into());
        let mut late = sheet(vec![row(1, None)]);
        late.closed_key = closed_key(Some(ProblemCode::SessionCancelled));
        late.unsaved = vec![Unsaved {
            name: "Сейтқали Айгүл".into(), mark: "Опоздание, 20 мин".into()
        }];
        let mut shut = sheet(vec![row(1, Some(Status::Excused))]);
        (shut.shut, shut.correction) = (true, Some(Field::empty("correction_reason")));
        vec![late, shut, sheet(vec![row(1, None)]), wrong, stale, preset, ahead, cancelled, sheet(Vec::new())]
    }
}

fn sheet(rows: Vec<Row>) -> Roll {
    Roll {
        crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
        heading: "Волонтёр в учреждении: практикум".into(),
        edition: "2-й поток".into(),
        when: When::sample(),
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: Some("https://meet.example.org/birge".into()),
        mode_key: "attendance-mode-mixed",
        trainer: Some("Ким О. В.".into()),
        notices_url: paths::session_notices(SessionId(1)),
        edit_url: Some(paths::edit_session(SessionId(1))),
        check_in_url: Some(paths::check_in(SessionId(1))),
        programme_url: paths::session_programme(SessionId(1)),
        blocks: Some(BlocksNote::sample()),
        places_url: Some(paths::session_places(SessionId(1))),
        places: (!rows.is_empty()).then(PlacesLine::sample),
        absences_url: paths::edition_absences(crate::kernel::EditionId(1)),
        absences: rows.len(),
        sign_in_ru_url: Some(paths::sign_in_paper_in(SessionId(1), "ru")),
        sign_in_kk_url: Some(paths::sign_in_paper_in(SessionId(1), "kk")),
        links: vec![link()],
        sheet_url: paths::session(SessionId(1)),
        marks_url: paths::session_marks(SessionId(1)),
        store_key: "roll-1".into(),
        worker_url: paths::SHEET_WORKER,
        worker_scope: paths::SHEET_SCOPE,
        sign_in_url: paths::sign_in_and_back(&paths::session(SessionId(1))),
        hint_key: hint_key(false),
        closed_key: None,
        cancelled: None,
        empty: rows.is_empty(),
        preset: false,
        shut: false,
        unsaved: Vec::new(),
        counters: counters(&[]),
        total: rows.len(),
        marked: 0,
        correction: None,
        conflicts: Vec::new(),
        fields: Vec::new(),
        rows,
    }
}

fn link() -> SheetLink {
    SheetLink { label: "Внести отработку".into(), url: paths::session(SessionId(1)) }
}

fn row(id: i64, status: Option<Status>) -> Row {
    let said = |key: &str| key.to_owned();
    let reader = crate::web::Reader {
        language: crate::kernel::Language::Ru,
        zone: crate::kernel::ZoneName::MOSCOW,
        now: crate::kernel::Moment::from_utc(chrono::NaiveDateTime::default()),
    };
    let telling = Telling { reader: &reader, say: &said };
    let filled = Filled { status, ..Filled::default() };
    let change = || Change {
        at: "21 ноября 2026 г., 14:00".into(),
        by: Some("Ким О. В.".into()),
        old: "Нет".into(),
        new: "Опоздал, 20 мин".into(),
        reason: Some("Пришёл позже, чем сверили список".into()),
    };
    Row {
        id: format!("row-{id}"),
        title: "Сейтқали Айгүл".into(),
        note: Some("Центр занятости".into()),
        states_name: format!("status-{id}"),
        states: states(&filled, telling),
        minutes_name: format!("minutes-{id}"),
        minutes: String::new(),
        second: Some(SecondNumber::sample()),
        reason_name: format!("reason-{id}"),
        reason: String::new(),
        code_name: format!("code-{id}"),
        codes: codes(&filled, telling),
        presence_name: Some(format!("presence-{id}")),
        presences: presences(&filled, telling),
        revision_name: format!("revision-{id}"),
        revision: 0,
        suggested: status.is_none(),
        uncalled: status.is_none(),
        faults: vec![Fault::new(format!("minutes-{id}"), "out-of-range").with("low", 1).with("high", 90)],
        conflict: status.map(|_| Conflict {
            theirs: "Есть".into(),
            yours: "Нет".into(),
            by: Some("Ким О. В.".into()),
        }),
        saved: status.map(|_| "Зачтено 70 мин".into()),
        notes: vec![
            NoteLine { text: "Отметка слушателя в 09:58".into(), attention: false },
            NoteLine {
                text: "С того же устройства есть ещё одна отметка".into(), attention: true
            },
        ],
        links: vec![link()],
        history: status.map(|_| change()).into_iter().collect(),
    }
}
