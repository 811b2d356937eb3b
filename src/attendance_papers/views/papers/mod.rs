//! Papers: what each says, in one language, ready to print or to count with.

mod certificate;
mod journal;
mod schedule;
mod sign_in;
mod transcript;

pub use certificate::certificate;
pub use journal::journal;
pub use schedule::schedule;
pub use sign_in::sign_in;
pub use transcript::transcript;

use super::Wording;
use crate::editions::store::EditionRow;
use crate::kernel::{Language, Minutes, Moment, dates, zones};
use crate::organisations::store::OrganisationRow;
use crate::printing::table_paper::{PaperCell, SignatureLine, TablePaper};
use crate::printing::{DocumentStamp, PrintError, Typesetter};

/// A paper that is ready.
#[derive(Debug, Clone)]
pub struct Ready {
    /// What it says.
    pub paper: TablePaper,
    /// The name of its file, without the ending.
    pub file: String,
    /// The name of the sheet of a workbook with everything around the tables.
    pub about: String,
    /// Its language.
    pub language: Language,
    /// When it was made.
    pub made_at: Moment,
}

impl Ready {
    /// The paper as PDF. Busy for as long as there are people on it: keep it off the threads that serve requests.
    ///
    /// # Errors
    /// The typesetter refuses it.
    pub fn pdf(&self, typesetter: &Typesetter) -> Result<Vec<u8>, PrintError> {
        let stamp = DocumentStamp {
            title: format!("{}. {}", self.paper.title, self.paper.subtitle.as_deref().unwrap_or_default()),
            language: self.language,
            moment: self.made_at,
            ident: format!("{} {}", self.file, self.made_at.rfc3339()),
            verify_url: None,
        };
        self.paper.pdf(typesetter, &stamp)
    }
}

/// What a paper is about: who runs the edition, and which it is.
#[derive(Clone, Copy)]
struct About<'a> {
    organisation: &'a OrganisationRow,
    edition: &'a EditionRow,
    programme: &'a str,
}

impl About<'_> {
    /// A paper with its head and foot, and nothing in it yet.
    fn paper(&self, title_key: &str, wording: Wording<'_>, now: Moment) -> TablePaper {
        let (title, edition) = (wording.say(title_key), self.edition);
        let named = [("programme", self.programme), ("edition", edition.title.as_str())];
        TablePaper {
            landscape: false,
            size: 19,
            issuer: self.organisation.name.clone(),
            subtitle: Some(wording.with("attendance-papers-about", &named)),
            running: format!("{title} · {}", edition.title),
            title,
            made: wording
                .with("attendance-papers-made", &[("when", &wording.moment(now, edition.time_zone))]),
            page_of: wording.with("attendance-papers-page-of", &[("page", "#page"), ("all", "#all")]),
            facts: vec![(
                wording.say("attendance-papers-period"),
                dates::period(wording.language, edition.starts_on, edition.ends_on),
            )],
            lead: Vec::new(),
            tables: Vec::new(),
            notes_title: String::new(),
            notes: Vec::new(),
            remarks: Vec::new(),
            signatures: Vec::new(),
        }
    }

    /// The zone whose clock the paper shows.
    fn zone(&self, wording: Wording<'_>, now: Moment) -> (String, String) {
        let zone = zones::label(wording.language, self.edition.time_zone, now);
        (wording.say("attendance-papers-time"), zone)
    }

    /// The head of the organisation, who signs.
    fn head(&self, wording: Wording<'_>) -> SignatureLine {
        let post = self.organisation.head_post.clone();
        SignatureLine {
            label: post.unwrap_or_else(|| wording.say("attendance-papers-head")),
            name: self.organisation.head_name.clone(),
        }
    }

    fn ready(&self, paper: TablePaper, wording: Wording<'_>, now: Moment) -> Ready {
        Ready {
            file: format!("{} – {}", paper.title, self.edition.title),
            about: wording.say("attendance-papers-sheet-about"),
            language: wording.language,
            made_at: now,
            paper,
        }
    }
}

/// What tells how whole hours come out of minutes.
fn rounding(wording: Wording<'_>, academic_hour: Minutes) -> String {
    wording.with("attendance-papers-rounding", &[("minutes", &academic_hour.0.to_string())])
}

/// Minutes as a number to count with.
fn minutes(minutes: Minutes) -> PaperCell {
    PaperCell::number(minutes.0)
}

/// Whole academic hours, rounded down.
fn hours(minutes: Minutes, academic_hour: Minutes) -> PaperCell {
    PaperCell::number(minutes.academic_hours(academic_hour).0)
}
