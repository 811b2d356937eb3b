use super::*;
use proptest::prelude::*;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn slot(worth: i32) -> Slot {
    let (starts_at, ends_at) = (at("2026-09-15T02:00:00Z"), at("2026-09-15T05:00:00Z"));
    Slot { starts_at, ends_at, worth: Minutes(worth) }
}

/// When every session of these tests is over.
fn over() -> Moment {
    slot(0).ends_at
}

fn mark(status: Status, late: i32, early: i32) -> Mark {
    let (late, early) = (Minutes(late), Minutes(early));
    Mark { late, early, ..Mark::of(status, Presence::Online) }
}

fn marked(status: Status, in_person: i32, online: i32) -> Cell {
    Cell::Marked(Box::new(Marked {
        mark: mark(status, 0, 0),
        credited: Credited { in_person: Minutes(in_person), online: Minutes(online) },
        made_up: Minutes::ZERO,
        by: Author::Program,
        at: at("2026-09-15T02:00:00Z"),
        corrections: Vec::new(),
    }))
}

#[test]
fn what_is_marked_before_the_end_is_credited_and_not_yet_held() {
    let (one, two) = (slot(180), slot(60));
    let cells = [(&one, marked(Status::LeftEarly, 120, 0)), (&two, Cell::Ahead)];
    let totals = |now| Totals::of(cells.iter().map(|(slot, cell)| (*slot, cell)), now);
    let before = totals(one.ends_at.plus_minutes(-1));
    assert_eq!((before.credited.all(), before.attended, before.sessions), (Minutes(120), 0, 0));
    assert_eq!((before.held, before.planned), (Minutes::ZERO, Minutes(240)));
    let after = totals(one.ends_at);
    assert_eq!((after.credited.all(), after.attended, after.sessions), (Minutes(120), 1, 1));
    assert_eq!((after.held, after.planned), (Minutes(180), Minutes(240)));
}

#[test]
fn a_session_without_a_mark_is_unmarked_once_it_is_over_and_asked() {
    let slot = slot(180);
    let over = slot.ends_at;
    assert_eq!(without_mark(&slot, true, None, over), Cell::Unmarked);
    assert_eq!(without_mark(&slot, true, None, over.plus_minutes(-1)), Cell::Ahead);
    assert_eq!(without_mark(&slot, false, None, over), Cell::NotAsked);
    assert_eq!(without_mark(&slot, true, Some(slot.starts_at), over), Cell::NotAsked);
    assert_eq!(without_mark(&slot, true, Some(over), over), Cell::Unmarked);
}

#[test]
fn whoever_came_late_and_left_early_has_both_letters() {
    let both = letters(&mark(Status::Late, 10, 5));
    assert_eq!(both, [(Letter::Late, Some(Minutes(10))), (Letter::LeftEarly, Some(Minutes(5)))]);
    assert_eq!(letters(&mark(Status::Present, 0, 0)), [(Letter::Present, None)]);
    assert!(is_online(&mark(Status::Present, 0, 0)) && !is_online(&mark(Status::Absent, 0, 0)));
}

#[test]
fn a_correction_is_late_from_midnight_of_the_session() {
    let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
    let day = "2026-09-15".parse().unwrap();
    let (old, new) = (mark(Status::Present, 0, 0), mark(Status::Absent, 0, 0));
    let made = |when| Correction {
        old: Some(old.clone()),
        new: new.clone(),
        reason: None,
        at: at(when),
        by: Author::Program,
        after_closing: false,
    };
    assert!(!made("2026-09-15T15:59:59Z").is_late(day, zone));
    assert!(made("2026-09-15T16:00:00Z").is_late(day, zone));
}

#[test]
fn people_are_counted_by_how_and_where_they_were() {
    let counts = Counts::default()
        .with(Status::Present, Presence::InPerson, (20, 3600))
        .with(Status::Late, Presence::Online, (2, 320))
        .with(Status::Absent, Presence::InPerson, (3, 0));
    assert_eq!((counts.there(), counts.in_person, counts.online, counts.absent), (22, 20, 2, 3));
    assert_eq!(counts.minutes, 3920);
}

#[test]
fn reasons_are_for_staff_and_the_person_and_names_of_staff_for_staff() {
    let name = PersonName { surname: "Ким".into(), given_name: "Анна".into(), patronymic: None };
    let by = Author::Staff(Some(name.clone()));
    let (reason, code) = (Some("Грипп".to_owned()), Some(crate::attendance::rules::ReasonCode::Illness));
    let excused = Mark { reason, code, ..mark(Status::Excused, 0, 0) };
    let correction = Correction {
        old: Some(excused.clone()),
        new: excused.clone(),
        reason: Some("Принесли справку".into()),
        at: at("2026-09-15T02:00:00Z"),
        by: by.clone(),
        after_closing: false,
    };
    let marked = Marked {
        mark: excused.clone(),
        credited: Credited::default(),
        made_up: Minutes::ZERO,
        by: by.clone(),
        at: at("2026-09-15T02:00:00Z"),
        corrections: vec![correction],
    };
    assert_eq!(marked.clone().seen_by(Reading::Staff), marked);
    let own = marked.clone().seen_by(Reading::Own);
    assert_eq!((&own.mark, own.by.name()), (&excused, None), "their own reason, no name");
    assert_eq!((own.corrections[0].by.name(), &own.corrections[0].reason), (None, &None));
    let sent = marked.clone().seen_by(Reading::Coordinator);
    let bare = Mark { reason: None, code: None, ..excused };
    assert_eq!((&sent.mark, &sent.corrections[0].new, &sent.by), (&bare, &bare, &Author::Staff(None)));
    let arrived = Marked { by: Author::Themselves(name.clone()), ..marked };
    assert_eq!(arrived.seen_by(Reading::Own).by.name(), Some(&name), "who checked in knows who it was");
}

fn any_cell() -> impl Strategy<Value = (i32, Cell)> {
    (1..400i32, 0..6usize, 0..400i32, any::<bool>()).prop_map(|(worth, kind, part, online)| {
        let part = part.min(worth);
        let cell = match kind {
            0 => Cell::NotAsked,
            1 => Cell::Ahead,
            2 => Cell::Unmarked,
            3 => marked(Status::Absent, 0, 0),
            _ if online => marked(Status::Present, 0, part),
            _ => marked(Status::Late, part, 0),
        };
        (worth, cell)
    })
}

proptest! {
    #[test]
    fn sums_do_not_depend_on_the_order_of_sessions(cells in proptest::collection::vec(any_cell(), 0..30)) {
        let slots: Vec<(Slot, Cell)> = cells.into_iter().map(|(worth, cell)| (slot(worth), cell)).collect();
        let sum = |cells: &[(Slot, Cell)]| Totals::of(cells.iter().map(|(slot, cell)| (slot, cell)), over());
        let backwards: Vec<(Slot, Cell)> = slots.iter().rev().cloned().collect();
        let totals = sum(&slots);
        prop_assert_eq!(totals, sum(&backwards));
        let one_by_one: Minutes = slots.iter().map(|one| sum(std::slice::from_ref(one)).credited.all()).sum();
        prop_assert_eq!(totals.credited.all(), one_by_one);
    }

    #[test]
    fn never_more_than_held_and_never_more_held_than_planned(cells in proptest::collection::vec(any_cell(), 0..30)) {
        let slots: Vec<(Slot, Cell)> = cells.into_iter().map(|(worth, cell)| (slot(worth), cell)).collect();
        let totals = Totals::of(slots.iter().map(|(slot, cell)| (slot, cell)), over());
        prop_assert!(totals.credited.all() <= totals.held && totals.held <= totals.planned);
        prop_assert!(totals.attended <= totals.sessions);
    }
}
