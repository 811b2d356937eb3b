//! The page in its states: with people, for a coordinator, without people, without sessions.

use super::{Crumb, Head, Line, MatrixPage, Offer, Sign, Square, Sum, Unmarked};
use crate::attendance::views::When;
use crate::web::{Choice, Field, paths};

pub(super) fn pages() -> Vec<MatrixPage> {
    let head = |number, url: Option<&str>| Head {
        number,
        date: "15.09".into(),
        time: "10:00".into(),
        title: "Роль НКО. 180 мин".into(),
        url: url.map(str::to_owned),
    };
    let base = |rows: Vec<Line>, heads: Vec<Head>, own_people| MatrixPage {
        crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
        edition: "2-й поток".into(),
        own_people,
        filter_url: paths::EDITIONS.into(),
        module: Field::filled("module", ""),
        modules: vec![Choice::new(1, "Зачем партнёры", "")],
        month: Field::filled("month", "2026-09"),
        months: vec![Choice::new("2026-09", "сентябрь 2026", "2026-09")],
        narrowed: true,
        legend: vec![Sign { sign: "V".into(), means: "были".into() }],
        people: rows.len(),
        shown: format!("1–{}", rows.len()),
        rows,
        sums: vec![Sum {
            label_key: "attendance-papers-there",
            values: vec!["2 / 2".into(), "2 / 2".into()],
        }],
        heads,
        previous_url: None,
        next_url: (!own_people).then(|| paths::EDITIONS.to_owned()),
        corrections: vec!["Иванов И. И., занятие 2: было «Есть», стало «Опоздание»".into()],
        unmarked: vec![Unmarked {
            title: "Практикум".into(),
            when: When::sample(),
            missing: 3,
            url: paths::EDITIONS.into(),
        }],
        offers: vec![Offer::sample()],
        sessions_url: (!own_people).then(|| paths::EDITIONS.to_owned()),
        enrol_url: (!own_people).then(|| paths::EDITIONS.to_owned()),
    };
    let people = vec![line("Құрманғазы Әлия Серікқызы", Some("Школа № 5")), line("Ким Олег", None)];
    let heads = vec![head(1, Some(paths::EDITIONS)), head(2, None)];
    vec![
        base(people.clone(), heads.clone(), false),
        base(people, heads.clone(), true),
        base(Vec::new(), heads, false),
        base(Vec::new(), Vec::new(), true),
    ]
}

fn line(name: &str, note: Option<&str>) -> Line {
    let square = |letters: &str, minutes: i32, online: bool| Square {
        letters: letters.into(),
        minutes: Some(minutes).filter(|minutes| *minutes > 0),
        online,
        notes: online.then(|| "1)".to_owned()),
        words: "Опоздание, 20 мин, онлайн".into(),
    };
    Line {
        name: name.into(),
        note: note.map(str::to_owned),
        url: paths::EDITIONS.into(),
        cells: vec![square("V", 180, false), square("оп 20", 70, true)],
        attended: "2 / 2".into(),
        credited: 250,
        in_person: 180,
        online: 70,
        of_held: "92 %".into(),
        of_planned: "40 %".into(),
    }
}
