//! A page of a calendar: the same days as a table where there is room, and one under the other where there is none.

use super::Crumb;
use super::lines::{Also, Item, Line, Wall};
use crate::appointments::actions::Held;
use crate::attendance::views::Telling;
use crate::calendars::actions::Entry;
use crate::calendars::rules::{Frame, MOST_A_DAY, Scale};
use crate::editions::store::EditionRow;
use crate::kernel::{EditionId, ZoneName, dates, zones};
use crate::web::{Reader, Title, View, paths};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::HashMap;

/// A page of somebody's own calendar, or of an edition's.
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    crumbs: Vec<Crumb>,
    edition: Option<String>,
    title_key: &'static str,
    tabs: Vec<Tab>,
    /// The month by its name; nothing where the period is said by its days.
    month_key: Option<String>,
    year: String,
    period: String,
    previous_url: String,
    next_url: String,
    /// Back to today, when today is not shown.
    today_url: Option<String>,
    zone: String,
    grid: bool,
    weekdays: Vec<Weekday>,
    weeks: Vec<Vec<Day>>,
    /// The days of a list that have anything.
    days: Vec<Day>,
    empty: bool,
    feeds_url: String,
    notices_url: Option<String>,
    timetable_url: Option<String>,
    /// Where the same week's sessions of the edition are moved.
    week_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Tab {
    label: String,
    url: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Weekday {
    short_key: String,
    full_key: String,
}

#[derive(Debug, Serialize)]
struct Day {
    date: String,
    number: u32,
    name: String,
    today: bool,
    /// Belongs to the month before or after.
    outside: bool,
    lines: Vec<Line>,
    /// How many more there are than are shown.
    more: usize,
    more_url: String,
}

/// By which clock a page counts, and what it is about.
struct Sheet<'a> {
    frame: Frame,
    zone: ZoneName,
    edition: Option<&'a EditionRow>,
    telling: Telling<'a>,
}

impl CalendarPage {
    /// A page of the reader's own calendar: every day by the reader's clock.
    pub fn own(
        frame: Frame,
        (entries, consultations): (&[Entry], &[Held]),
        telling: Telling<'_>,
    ) -> CalendarPage {
        let items = Item::all(entries, consultations);
        Sheet { frame, zone: telling.reader.zone, edition: None, telling }.page(&items)
    }

    /// A page of an edition's calendar: every day by the edition's clock.
    pub fn edition(
        frame: Frame,
        (edition, entries, consultations): (&EditionRow, &[Entry], &[Held]),
        telling: Telling<'_>,
    ) -> CalendarPage {
        let items = Item::all(entries, consultations);
        Sheet { frame, zone: edition.time_zone, edition: Some(edition), telling }.page(&items)
    }
}

impl Sheet<'_> {
    fn page(&self, items: &[Item<'_>]) -> CalendarPage {
        let (frame, id) = (self.frame, self.edition.map(|edition| edition.id));
        let (reader, month) = (self.telling.reader, frame.scale == Scale::Month);
        let grid = frame.scale != Scale::List;
        let today = reader.now.date_in(self.zone);
        let mut weeks = self.weeks(items, today);
        let shown = |weeks: &[Vec<Day>]| weeks.iter().flatten().any(|day| !day.lines.is_empty());
        let days = if grid {
            Vec::new()
        } else {
            weeks.drain(..).flatten().filter(|day| !day.lines.is_empty()).collect()
        };
        CalendarPage {
            crumbs: self.edition.iter().map(|edition| Crumb::edition(edition.id, &edition.title)).collect(),
            edition: self.edition.map(|edition| edition.title.clone()),
            title_key: if id.is_some() { "calendars-edition-title" } else { "calendars-title" },
            tabs: Scale::ALL.into_iter().map(|scale| self.tab(scale)).collect(),
            month_key: month.then(|| format!("calendars-month-{}", frame.on.month())),
            year: frame.on.year().to_string(),
            period: dates::period(reader.language, frame.first(), frame.last()),
            previous_url: address(id, frame.previous()),
            next_url: address(id, frame.next()),
            today_url: (!frame.holds(today)).then(|| address(id, Frame { on: today, ..frame })),
            zone: zones::label(reader.language, self.zone, reader.now),
            grid,
            weekdays: weekdays(),
            empty: days.is_empty() && !shown(&weeks),
            weeks,
            days,
            feeds_url: paths::calendar_feeds(id),
            notices_url: id.map(paths::edition_notices),
            timetable_url: id.map(paths::edition_sessions),
            week_url: id.map(|id| paths::edition_week_of(id, frame.on)),
        }
    }

    fn tab(&self, scale: Scale) -> Tab {
        let url = address(self.edition.map(|edition| edition.id), Frame { scale, on: self.frame.on });
        let label = self.telling.say(&format!("calendars-scale-{}", scale.as_str()));
        Tab { label, url, current: scale == self.frame.scale }
    }

    /// The days with what is held on each. Of a month no more is written out than a cell holds, so that a page of
    /// five thousand sessions is as light as any other.
    fn weeks(&self, items: &[Item<'_>], today: NaiveDate) -> Vec<Vec<Day>> {
        let most = if self.frame.scale == Scale::Month { MOST_A_DAY } else { usize::MAX };
        let mut held: HashMap<NaiveDate, (Vec<Line>, usize)> = HashMap::new();
        let wall = Wall { zone: self.zone, of_edition: self.edition.is_some(), telling: self.telling };
        for item in items {
            let from = item.starts_at().local(self.zone);
            let (lines, more) = held.entry(from.date()).or_default();
            if lines.len() < most {
                lines.push(wall.line(item));
            } else {
                *more += 1;
            }
        }
        let mut day = |date: NaiveDate| {
            let (lines, more) = held.remove(&date).unwrap_or_default();
            self.day(date, (lines, more), today)
        };
        self.frame.weeks().into_iter().map(|week| week.into_iter().map(&mut day).collect()).collect()
    }

    fn day(&self, date: NaiveDate, (lines, more): (Vec<Line>, usize), today: NaiveDate) -> Day {
        let language = self.telling.reader.language;
        Day {
            date: date.to_string(),
            number: date.day(),
            name: dates::day(language, date),
            today: date == today,
            outside: !self.frame.holds(date),
            lines,
            more,
            more_url: address(self.edition.map(|edition| edition.id), Frame { scale: Scale::List, on: date }),
        }
    }
}

fn address(edition: Option<EditionId>, frame: Frame) -> String {
    paths::calendar_page(edition, frame.scale.as_str(), frame.on)
}

fn weekdays() -> Vec<Weekday> {
    let day = |name: &str| Weekday {
        short_key: format!("calendars-short-{name}"),
        full_key: format!("attendance-weekday-{name}"),
    };
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(day).into()
}

impl CalendarPage {
    /// A page around a Tuesday with these sessions on it.
    fn sample(scale: Scale, lines: Vec<Line>, more: usize) -> CalendarPage {
        let (reader, on) = (Reader::sample(), NaiveDate::from_ymd_opt(2026, 9, 15).unwrap_or_default());
        let say = |key: &str| key.to_owned();
        let telling = Telling { reader: &reader, say: &say };
        let mut page = CalendarPage::own(Frame { scale, on }, (&[], &[]), telling);
        page.empty = lines.is_empty();
        if let Some(day) = page.weeks.iter_mut().flatten().find(|day| day.number == on.day()) {
            (day.lines, day.more, day.today) = (lines, more, true);
        } else if !page.empty {
            page.days = vec![Day {
                date: on.to_string(),
                number: on.day(),
                name: dates::day(reader.language, on),
                today: true,
                outside: false,
                lines,
                more,
                more_url: paths::CALENDAR.into(),
            }];
        }
        page
    }
}

impl View for CalendarPage {
    const TEMPLATE: &'static str = "pages/calendars/calendar";

    fn title(&self) -> Title {
        Title::key(self.title_key)
    }

    fn samples() -> Vec<CalendarPage> {
        let wall = || Some(Also { time: "10:00–11:30".into(), city: Some("Иркутску") });
        let own = Some(Also { time: "пн, 14 сентября, 23:00–00:30".into(), city: None });
        let mut edition = CalendarPage::sample(Scale::Month, vec![Line::sample(false, own)], 2);
        edition.crumbs = vec![Crumb::edition(EditionId(1), "2-й поток")];
        edition.edition = Some("2-й поток".into());
        edition.title_key = "calendars-edition-title";
        edition.notices_url = Some(paths::EDITIONS.into());
        edition.timetable_url = Some(paths::EDITIONS.into());
        edition.week_url = Some(paths::EDITIONS.into());
        vec![
            edition,
            CalendarPage::sample(Scale::Month, Vec::new(), 0),
            CalendarPage::sample(Scale::Week, vec![Line::sample(false, wall()), Line::sample(true, None)], 0),
            CalendarPage::sample(Scale::Week, vec![Line::sample_consultation()], 0),
            CalendarPage::sample(Scale::List, vec![Line::sample(false, wall()), Line::sample(true, None)], 0),
            CalendarPage::sample(Scale::List, Vec::new(), 0),
        ]
    }
}
