//! What stands around a sheet in its states, for the test that renders them all.

use super::*;
use crate::kernel::{Fault, SessionId};

impl DeskView {
    /// One for each sample of the roll call.
    pub fn samples() -> Vec<DeskView> {
        let when = || "21 ноября 2026 г., 14:00, Ким О. В.".to_owned();
        let shut = |may_reopen| {
            let mut desk = open();
            desk.closing.closed = Some(when());
            (desk.closing.unmarked_then, desk.closing.may_reopen) = (2, may_reopen);
            desk.late = vec![Late {
                name: "Сейтқали Айгүл".into(),
                old: Some("Нет".into()),
                new: "Есть".into(),
                reason: "Сверили с журналом на входе".into(),
                when: when(),
            }];
            desk
        };
        let mut wrong = open();
        let fault = Fault::new("anyway", "sheet-unmarked").with("count", 2);
        wrong.closing.anyway.faults = vec![fault];
        wrong.summary = vec![wrong.closing.anyway.clone()];
        let mut empty = open();
        (empty.heads, empty.guests.noted, empty.guests.total) = (None, Vec::new(), 0);
        (empty.closing.unmarked, empty.closing.unmarked_count) = (Vec::new(), 0);
        let mut ahead = open();
        ahead.open = false;
        let mut kept = open();
        kept.open = false;
        wrong.guests.seen.faults = vec![Fault::new(SEEN, "guests-overtaken")];
        vec![kept, shut(true), open(), wrong, shut(false), empty, ahead, open(), open()]
    }
}

fn open() -> DeskView {
    let id = SessionId(1);
    let line = |people, fewer: Option<i32>| HeadLine {
        people,
        marked: 23,
        guests: 2,
        fits: fewer.is_none(),
        more: None,
        fewer,
        when: "21 ноября 2026 г., 10:10, Ким О. В.".into(),
    };
    let category = |category| CategoryField {
        label_key: category_key(category),
        field: Field::filled(&DeskView::category_field(category), "2"),
    };
    let (name, people) = DeskView::other_fields(1);
    DeskView {
        open: true,
        summary: Vec::new(),
        heads: Some(Heads {
            url: paths::head_counts(id),
            field: Field::empty("heads"),
            last: Some(line(21, Some(4))),
            in_room: vec!["Сейтқали Айгүл".into()],
            earlier: vec!["20 — 21 ноября 2026 г., 10:02".into()],
        }),
        guests: GuestsPart {
            url: paths::session_guests(id),
            seen: Field { id: "guests".into(), ..Field::filled(SEEN, "1f") },
            total: 4,
            noted: vec![
                GuestLine { label_key: Some("roll-calls-guests-parents"), name: String::new(), people: 2 },
                GuestLine { label_key: None, name: "Пресса".into(), people: 2 },
            ],
            categories: GuestCategory::NAMED.map(category).into(),
            others: vec![OtherFields {
                name: Field::filled(&name, "Пресса"),
                people: Field::filled(&people, "2"),
            }],
            folded: true,
        },
        closing: ClosingPart {
            close_url: paths::sheet_closing(id),
            reopen_url: paths::sheet_reopening(id),
            closed: None,
            unmarked_then: 0,
            unmarked: vec![Unmarked { name: "Петрова Анна".into(), url: "#row-1-0".into() }],
            unmarked_count: 1,
            anyway: Field::empty("anyway"),
            may_reopen: false,
            reason: Field::empty("reopening_reason"),
            reopened: vec![Reopened {
                closed: "21 ноября 2026 г., 14:00".into(),
                reopened: "22 ноября 2026 г., 09:00".into(),
                reason: "Принесли второй лист".into(),
            }],
        },
        late: Vec::new(),
    }
}
