//! The trainer's page.

mod consultations;
pub mod next;

use self::consultations::Consultation;
use super::actions::Today;
use crate::attendance::actions::Taught;
use crate::attendance::views::When;
use crate::cases::rules::OLD_AFTER_DAYS;
use crate::grading::actions::WaitingWork;
use crate::kernel::dates;
use crate::quiz_marking::actions::Waiting;
use crate::teams::actions::Unplaced;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// How many of the next sessions are shown.
const NEXT: usize = 5;
/// How many of the works to grade are shown.
pub const WORKS: i64 = 5;

/// What awaits a trainer.
#[derive(Debug, Serialize)]
pub struct TodayPage {
    date: String,
    free: bool,
    today: Vec<Card>,
    unmarked: Vec<Card>,
    next: Vec<Card>,
    consultations: Vec<Consultation>,
    works: Vec<WorkLine>,
    works_count: i64,
    grading_url: &'static str,
    answers: usize,
    answers_days: i64,
    appeals: usize,
    marking_url: &'static str,
    site_cases: i64,
    site_cases_days: i64,
    site_cases_old: bool,
    site_cases_url: &'static str,
    unplaced: Vec<UnplacedLine>,
    unread: i64,
    messages_url: &'static str,
    editions_url: &'static str,
    calendar_url: &'static str,
    week_url: &'static str,
}

/// A team case with people who have no team.
#[derive(Debug, Serialize)]
struct UnplacedLine {
    title: String,
    edition: String,
    people: i64,
    url: String,
}

/// A work to grade.
#[derive(Debug, Serialize)]
struct WorkLine {
    /// The author; nobody while the case is graded without names.
    person: Option<String>,
    /// The number that stands for them then.
    work: i64,
    url: String,
    title: String,
    edition: String,
    age: i64,
    old: bool,
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
    pub fn new(data: &Today, reader: &Reader) -> TodayPage {
        let sessions = &data.sessions;
        let cards = |taught: &[Taught]| taught.iter().map(|one| Card::new(one, reader)).collect::<Vec<_>>();
        let mut next = cards(&sessions.next);
        next.truncate(NEXT);
        let (today, unmarked) = (cards(&sessions.today), cards(&sessions.unmarked));
        TodayPage {
            date: dates::day(reader.language, reader.now.date_in(reader.zone)),
            free: today.is_empty()
                && unmarked.is_empty()
                && data.consultations.is_empty()
                && data.works.is_empty()
                && data.unplaced.is_empty()
                && data.site_cases.count == 0
                && data.marking == Waiting::default(),
            today,
            unmarked,
            next,
            consultations: Consultation::all(&data.consultations, reader),
            works: data.works.iter().map(WorkLine::new).collect(),
            works_count: data.works_count,
            grading_url: paths::GRADING,
            answers: data.marking.answers,
            answers_days: data.marking.oldest_days,
            appeals: data.marking.appeals,
            marking_url: paths::MARKING,
            site_cases: data.site_cases.count,
            site_cases_days: data.site_cases.oldest_days,
            site_cases_old: data.site_cases.oldest_days > OLD_AFTER_DAYS,
            site_cases_url: paths::SITE_CASES,
            unplaced: data.unplaced.iter().map(|one| UnplacedLine::new(one, reader)).collect(),
            unread: data.unread,
            messages_url: paths::MESSAGES,
            editions_url: paths::EDITIONS,
            calendar_url: paths::CALENDAR,
            week_url: paths::WEEK,
        }
    }
}

impl UnplacedLine {
    fn new(one: &Unplaced, reader: &Reader) -> UnplacedLine {
        UnplacedLine {
            title: one.case.title.for_reader(reader.language).to_owned(),
            edition: one.edition_title.clone(),
            people: one.people,
            url: one.set.map_or_else(|| paths::team_sets(one.edition), paths::team_set),
        }
    }
}

impl WorkLine {
    fn new(work: &WaitingWork) -> WorkLine {
        WorkLine {
            person: work.person_name.clone(),
            work: work.submission.0,
            url: paths::submission(work.submission),
            title: work.title.clone(),
            edition: work.edition_title.clone(),
            age: work.age_days,
            old: work.age_days > OLD_AFTER_DAYS,
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
        let card = Card::sample;
        let work = |age| WorkLine {
            person: (age > 1).then(|| "Сейтқали Айгүл".into()),
            work: 3,
            url: paths::GRADING.into(),
            title: "Волонтёры не пришли".into(),
            edition: "2-й поток".into(),
            age,
            old: age > OLD_AFTER_DAYS,
        };
        let unplaced = || UnplacedLine {
            title: "Правила партнёрства".into(),
            edition: "2-й поток".into(),
            people: 7,
            url: paths::EDITIONS.into(),
        };
        let page = |today: Vec<Card>, unmarked: Vec<Card>, next| TodayPage {
            unplaced: if today.is_empty() { Vec::new() } else { vec![unplaced()] },
            consultations: if today.is_empty() { Vec::new() } else { Consultation::samples() },
            unread: if today.is_empty() { 0 } else { 2 },
            messages_url: paths::MESSAGES,
            works: if today.is_empty() { Vec::new() } else { vec![work(9), work(0)] },
            works_count: 2,
            grading_url: paths::GRADING,
            answers: if today.is_empty() { 0 } else { 14 },
            answers_days: 3,
            appeals: if today.is_empty() { 0 } else { 1 },
            marking_url: paths::MARKING,
            site_cases: if today.is_empty() { 0 } else { 3 },
            site_cases_days: 9,
            site_cases_old: true,
            site_cases_url: paths::SITE_CASES,
            date: "сб, 21 ноября".into(),
            free: today.is_empty() && unmarked.is_empty(),
            today,
            unmarked,
            next,
            editions_url: paths::EDITIONS,
            calendar_url: paths::CALENDAR,
            week_url: paths::WEEK,
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

impl Card {
    fn sample(under_way: bool, complete: bool) -> Card {
        Card {
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
        }
    }
}
