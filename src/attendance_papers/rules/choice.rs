//! Which sessions are looked at, in which language and form a paper is wanted.

use crate::kernel::{Fault, Language, ModuleId, Problem};
use chrono::{Datelike, NaiveDate};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, 1–12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Month {
        Month { year: day.year(), month: day.month() }
    }

    /// The month of a text such as `2026-09`.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let month = Month { year: year.parse().ok()?, month: month.parse().ok()? };
        month.first_day().map(|_| month)
    }

    /// As addresses spell it: `2026-09`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// Its first day.
    pub fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, 1)
    }
}

/// Which sessions of an edition are looked at; nothing chosen is all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// Those of a module.
    pub module: Option<ModuleId>,
    /// Those of a month.
    pub month: Option<Month>,
}

impl Choice {
    /// Whether a session of this module on this day is looked at.
    pub fn includes(&self, module: Option<ModuleId>, day: NaiveDate) -> bool {
        self.module.is_none_or(|wanted| module == Some(wanted))
            && self.month.is_none_or(|wanted| Month::of(day) == wanted)
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        *self != Choice::default()
    }
}

/// The form of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperFormat {
    /// To be printed and kept.
    Pdf,
    /// To be counted with.
    Xlsx,
}

impl PaperFormat {
    /// Every form there is.
    pub const ALL: [PaperFormat; 2] = [PaperFormat::Pdf, PaperFormat::Xlsx];

    /// As addresses and names of files spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            PaperFormat::Pdf => "pdf",
            PaperFormat::Xlsx => "xlsx",
        }
    }

    /// The form of a text.
    ///
    /// # Errors
    /// `NotFound` for any other word: there is no such paper.
    pub fn parse(text: &str) -> Result<PaperFormat, Problem> {
        PaperFormat::ALL.into_iter().find(|one| one.as_str() == text).ok_or_else(Problem::not_found)
    }
}

/// The languages that journals, sheets and schedules are kept in.
pub const STATE_LANGUAGES: [Language; 2] = [Language::Ru, Language::Kk];

/// The language of a paper: the one asked for or, where none is, the reader's. Where a paper is not kept in that, Russian.
///
/// # Errors
/// `Invalid` when a language is asked for that the paper is not printed in.
pub fn language(asked: &str, reader: Language, offered: &[Language]) -> Result<Language, Problem> {
    if asked.is_empty() {
        return Ok(if offered.contains(&reader) { reader } else { Language::Ru });
    }
    let known = Language::from_tag(asked).filter(|language| offered.contains(language));
    known.ok_or_else(|| {
        let names: Vec<&str> = offered.iter().map(|language| language.tag()).collect();
        Problem::invalid(vec![Fault::new("in", "paper-language").with("languages", names.join(", "))])
    })
}

/// The most places, people by sessions, that a journal has as PDF: typesetting takes time and memory by each of them.
pub const MOST_PLACES: usize = 10_000;

/// Lets a journal of so many people and sessions be made in a form.
///
/// # Errors
/// `Invalid` for a PDF that is too long, with what to do: a month of it, or a workbook.
pub fn require_printable(format: PaperFormat, people: usize, sessions: usize) -> Result<(), Problem> {
    if format == PaperFormat::Xlsx || people.saturating_mul(sessions) <= MOST_PLACES {
        return Ok(());
    }
    let fault = Fault::new("month", "paper-too-long").with("people", people).with("sessions", sessions);
    Err(Problem::invalid(vec![fault]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ProblemCode;

    #[test]
    fn a_month_is_read_back_from_its_text() {
        let month = Month::of("2026-09-15".parse().unwrap());
        assert_eq!((month.text().as_str(), Month::parse("2026-09")), ("2026-09", Some(month)));
        for wrong in ["2026-13", "2026", "сентябрь", "2026-00", "-", ""] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_choice_leaves_out_other_modules_and_months() {
        let day = "2026-09-15".parse().unwrap();
        let (one, other) = (Some(ModuleId(1)), Some(ModuleId(2)));
        assert!(Choice::default().includes(one, day) && !Choice::default().narrows());
        let choice = Choice { module: one, month: Month::parse("2026-09") };
        assert!(choice.includes(one, day) && !choice.includes(other, day) && !choice.includes(None, day));
        assert!(!choice.includes(one, "2026-10-01".parse().unwrap()));
    }

    #[test]
    fn a_long_journal_is_printed_by_months_or_counted_in_a_workbook() {
        let pdf = |people, sessions| require_printable(PaperFormat::Pdf, people, sessions);
        assert!(pdf(100, 100).is_ok() && pdf(0, 500).is_ok());
        let problem = pdf(100, 101).unwrap_err();
        assert_eq!((problem.code, problem.faults[0].field.as_str()), (ProblemCode::Invalid, "month"));
        assert!(pdf(usize::MAX, 2).is_err());
        assert!(require_printable(PaperFormat::Xlsx, 5_000, 300).is_ok());
    }

    #[test]
    fn a_paper_is_in_the_language_asked_for_or_says_which_there_are() {
        let any = |asked: &str, reader| language(asked, reader, &Language::ALL).unwrap();
        assert_eq!(any("", Language::En), Language::En);
        assert_eq!(any("kk", Language::En), Language::Kk);
        let state = |asked: &str, reader| language(asked, reader, &STATE_LANGUAGES);
        assert_eq!(state("", Language::En).unwrap(), Language::Ru);
        assert_eq!(state("", Language::Kk).unwrap(), Language::Kk);
        for wrong in ["en", "de", "RU "] {
            let problem = state(wrong, Language::Ru).unwrap_err();
            assert_eq!((problem.code, problem.faults[0].field.as_str()), (ProblemCode::Invalid, "in"));
        }
        assert!(PaperFormat::parse("docx").is_err());
    }
}
