//! The trainer's page.

pub mod next;

use super::actions::Today;
use crate::attendance::actions::Taught;
use crate::attendance::views::When;
use crate::kernel::dates;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// How many of the next sessions are shown.
const NEXT: usize = 5;

/// What awaits a trainer.
#[derive(Debug, Serialize)]
pub struct TodayPage {
    date: String,
    free: bool,
    today: Vec<Card>,
    unmarked: Vec<Card>,
    next: Vec<Card>,
    editions_url: &'static str,
}

#[derive(Debug, Serialize)]
struct Card {
    title: String,
    edition: String,
    url: String,
    when: When,
    place: Option<String>,
    link: Option<String>,
    enrolled: i64,
    missing: i64,
    under_way: bool,
    complete: bool,
}

impl TodayPage {
    /// The page for a trainer.
    pub fn new(today: &Today, reader: &Reader) -> TodayPage {
        let sessions = &today.sessions;
        let cards = |taught: &[Taught]| taught.iter().map(|one| Card::new(one, reader)).collect::<Vec<_>>();
        let mut next = cards(&sessions.next);
        next.truncate(NEXT);
        let (today, unmarked) = (cards(&sessions.today), cards(&sessions.unmarked));
        TodayPage {
            date: dates::day(reader.language, reader.now.date_in(reader.zone)),
            free: today.is_empty() && unmarked.is_empty(),
            today,
            unmarked,
            next,
            editions_url: paths::EDITIONS,
        }
    }
}

impl Card {
    fn new(taught: &Taught, reader: &Reader) -> Card {
        let (listed, row) = (&taught.listed, &taught.listed.session);
        Card {
            title: listed.title.0.for_reader(reader.language).to_owned(),
            edition: listed.edition.clone(),
            url: paths::session(row.id),
            when: When::new(row, reader),
            place: row.place.clone(),
            link: row.link.clone(),
            enrolled: taught.enrolled,
            missing: taught.missing(),
            under_way: row.starts_at <= reader.now && reader.now < row.ends_at,
            complete: taught.marked > 0 && taught.missing() == 0,
        }
    }
}

impl View for TodayPage {
    const TEMPLATE: &'static str = "pages/today/show";

    fn title(&self) -> Title {
        Title::key("today-title")
    }

    fn samples() -> Vec<TodayPage> {
        let card = |under_way, complete| Card {
            title: "Волонтёр в учреждении: практикум".into(),
            edition: "2-й поток".into(),
            url: paths::TODAY.into(),
            when: When::sample(),
            place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
            link: Some("https://meet.example.org/birge".into()),
            enrolled: 40,
            missing: 3,
            under_way,
            complete,
        };
        let page = |today: Vec<Card>, unmarked: Vec<Card>, next| TodayPage {
            date: "сб, 21 ноября".into(),
            free: today.is_empty() && unmarked.is_empty(),
            today,
            unmarked,
            next,
            editions_url: paths::EDITIONS,
        };
        vec![
            page(
                vec![card(true, false), card(false, true)],
                vec![card(false, false)],
                vec![card(false, false)],
            ),
            page(Vec::new(), Vec::new(), vec![card(false, false)]),
            page(Vec::new(), Vec::new(), Vec::new()),
        ]
    }
}
