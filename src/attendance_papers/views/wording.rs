//! Marks, minutes and dates in the words of a language: of the reader on pages, of the paper on paper.

use crate::attendance::rules::{Mark, ReasonCode, SessionMode};
use crate::attendance::store::sessions::SessionRow;
use crate::attendance::views::{mode_key, presence_key, reason_key, status_key};
use crate::attendance_papers::actions::Column;
use crate::attendance_papers::rules::matrix::{
    Author, Correction, Letter, Marked, is_online, letters, was_there,
};
use crate::kernel::{Language, Minutes, Moment, Permille, ZoneName, dates};
use crate::render::Words;
use chrono::{Datelike, NaiveDate};

/// How something is said.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The messages.
    pub words: &'a Words,
    /// The language.
    pub language: Language,
}

impl Wording<'_> {
    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.words.text(self.language, key)
    }

    /// A message with arguments.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.text_with(self.language, key, args)
    }

    /// A letter of the journal.
    pub fn letter(&self, letter: Letter) -> String {
        self.say(letter_key(letter))
    }

    /// The letters of a mark with their minutes: «V», «оп 20», «оп 10 ух 5».
    pub fn letters(&self, mark: &Mark) -> String {
        let said = letters(mark).into_iter().map(|(letter, minutes)| match minutes {
            Some(minutes) => format!("{} {}", self.letter(letter), minutes.0),
            None => self.letter(letter),
        });
        said.collect::<Vec<_>>().join(" ")
    }

    /// The letters of a mark, with that of a make-up where one is credited: «н отр».
    pub fn with_made_up(&self, marked: &Marked) -> String {
        let made_up = (marked.made_up > Minutes::ZERO).then(|| self.say("attendance-papers-letter-made-up"));
        std::iter::once(self.letters(&marked.mark)).chain(made_up).collect::<Vec<_>>().join(" ")
    }

    /// The word beside the letter of somebody who was there by the link.
    pub fn online(&self, mark: &Mark) -> Option<String> {
        is_online(mark).then(|| self.say("attendance-papers-online-short"))
    }

    /// A mark in words, to stand within a sentence: «опоздание 20 мин, онлайн».
    pub fn mark(&self, mark: &Mark) -> String {
        let mut parts: Vec<String> = letters(mark).into_iter().map(|said| self.meaning(said, mark)).collect();
        if was_there(mark.status) {
            parts.push(self.say(presence_key(mark.presence)).to_lowercase());
        }
        // "Other" only announces the words that follow.
        let code = mark.code.filter(|code| *code != ReasonCode::Other || mark.reason.is_none());
        parts.extend(code.map(|code| self.say(reason_key(code)).to_lowercase()));
        parts.extend(mark.reason.clone());
        parts.join(", ")
    }

    /// What stands under the letter: that somebody was there by the link, or why somebody was not there, by the list of
    /// reasons.
    pub fn under(&self, mark: &Mark) -> Option<String> {
        let code = mark.code.filter(|code| *code != ReasonCode::Other);
        self.online(mark).or_else(|| code.map(|code| self.say(reason_key(code)).to_lowercase()))
    }

    fn meaning(&self, (letter, minutes): (Letter, Option<Minutes>), mark: &Mark) -> String {
        let by = |key: &str, minutes: Minutes| self.with(key, &[("minutes", &minutes.0.to_string())]);
        match (letter, minutes) {
            (Letter::Late, Some(minutes)) => by("attendance-papers-late-by", minutes),
            (Letter::LeftEarly, Some(minutes)) => by("attendance-papers-early-by", minutes),
            _ => self.say(status_key(mark.status)).to_lowercase(),
        }
    }

    /// The mark as the journal has it, in one line: «V онл».
    pub fn short(&self, marked: &Marked) -> String {
        let letters = std::iter::once(self.with_made_up(marked));
        letters.chain(self.online(&marked.mark)).collect::<Vec<_>>().join(" ")
    }

    /// Where a session is held.
    pub fn mode(&self, mode: SessionMode) -> String {
        self.say(mode_key(mode))
    }

    /// Minutes in words.
    pub fn minutes(&self, minutes: Minutes) -> String {
        self.with("attendance-papers-minutes", &[("minutes", &minutes.0.to_string())])
    }

    /// A share in whole percent, rounded down; a dash where there is nothing to be a share of.
    pub fn percent(&self, share: Option<Permille>) -> String {
        share.map_or_else(|| "—".to_owned(), |share| format!("{} %", share.as_percent()))
    }

    /// Who wrote something: a name, or no more than what they are.
    pub fn author(&self, author: &Author) -> String {
        match author {
            Author::Program => self.say("attendance-papers-program"),
            Author::Staff(None) => self.say("attendance-papers-staff"),
            Author::Themselves(name) | Author::Staff(Some(name)) => name.surname_and_initials(),
        }
    }

    /// A correction in words: what it was, what it is, by whom, when, why.
    pub fn correction(&self, one: &Correction, row: &SessionRow) -> String {
        let zone = row.time_zone;
        let who = self.author(&one.by);
        let (new, when) = (self.mark(&one.new), self.moment(one.at, zone));
        let old = one.old.as_ref().map(|old| self.mark(old));
        let mut said: Vec<(&str, &str)> = vec![("new", &new), ("who", &who), ("when", &when)];
        let mut parts = vec![match &old {
            None => self.with("attendance-papers-late-entry", &said),
            Some(old) => {
                said.push(("old", old));
                self.with("attendance-papers-correction", &said)
            }
        }];
        let reason = one.reason.as_deref();
        parts.extend(reason.map(|why| self.with("attendance-papers-reason", &[("reason", why)])));
        if one.after_closing {
            parts.push(self.say("attendance-papers-after-closing"));
        } else if one.is_late(row.held_on, zone) {
            parts.push(self.say("attendance-papers-late-change"));
        }
        parts.join(" ")
    }

    /// A moment in figures: «16.09.2026 10:05».
    pub fn moment(&self, at: Moment, zone: ZoneName) -> String {
        at.local(zone).format("%d.%m.%Y %H:%M").to_string()
    }

    /// From and to by the wall: «10:00–11:30».
    pub fn times(&self, row: &SessionRow) -> String {
        format!("{}–{}", dates::time(row.starts_local), dates::time(row.ends_local))
    }

    /// The title of what is taught.
    pub fn title<'c>(&self, column: &'c Column) -> &'c str {
        column.title.for_reader(self.language)
    }

    /// A month with its year: «сентябрь 2026».
    pub fn month(&self, first_day: NaiveDate) -> String {
        let name = self.say(month_key(first_day.month()));
        let year = first_day.year().to_string();
        self.with("attendance-papers-month-of", &[("month", &name), ("year", &year)])
    }
}

/// The day in figures: «15.09.2026».
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// The day in the head of a column: its year only where there are several.
pub(super) fn short_day(day: NaiveDate, one_year: bool) -> String {
    day.format(if one_year { "%d.%m" } else { "%d.%m.%y" }).to_string()
}

/// Whether all sessions are held in one year.
pub(super) fn in_one_year(columns: &[Column]) -> bool {
    let years = columns.iter().map(|column| column.row.held_on.year());
    years.clone().max() == years.min()
}

/// The letter of a legend.
pub(super) fn letter_key(letter: Letter) -> &'static str {
    match letter {
        Letter::Present => "attendance-papers-letter-present",
        Letter::Late => "attendance-papers-letter-late",
        Letter::LeftEarly => "attendance-papers-letter-left-early",
        Letter::Absent => "attendance-papers-letter-absent",
        Letter::Excused => "attendance-papers-letter-excused",
    }
}

/// What the letter stands for.
pub(super) fn meaning_key(letter: Letter) -> &'static str {
    match letter {
        Letter::Present => "attendance-papers-means-present",
        Letter::Late => "attendance-papers-means-late",
        Letter::LeftEarly => "attendance-papers-means-left-early",
        Letter::Absent => "attendance-papers-means-absent",
        Letter::Excused => "attendance-papers-means-excused",
    }
}

fn month_key(month: u32) -> &'static str {
    const KEYS: [&str; 12] = [
        "attendance-papers-month-1",
        "attendance-papers-month-2",
        "attendance-papers-month-3",
        "attendance-papers-month-4",
        "attendance-papers-month-5",
        "attendance-papers-month-6",
        "attendance-papers-month-7",
        "attendance-papers-month-8",
        "attendance-papers-month-9",
        "attendance-papers-month-10",
        "attendance-papers-month-11",
        "attendance-papers-month-12",
    ];
    let place = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    KEYS.get(place).copied().unwrap_or_default()
}
