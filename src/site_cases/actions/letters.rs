//! The letters about a case. They carry nothing of it, not even its title: mail is read by others.

use super::opening::Found;
use crate::db::Write;
use crate::editions::store::trainers;
use crate::kernel::{Actor, Moment, PersonId, Problem, Word, words};
use crate::mail::{self, Letter};
use crate::people::store::addressees;
use crate::site_cases::store;
use crate::web::paths;

words! {
    /// What a letter is about.
    News {
        /// A new case.
        Raised = "raised",
        /// Its author has written.
        Written = "written",
        /// Those who teach have written.
        Answered = "answered",
        /// Something was hidden, and is to be written again.
        Hidden = "hidden",
        /// The author is asked for a consent.
        Asked = "asked",
        /// The author has said what they consent to.
        Consented = "consented",
        /// The author does not allow a course case any more, and some were begun.
        Withdrawn = "withdrawn",
    }
}

/// Tells whoever has the case in hand or, while nobody has, everybody who teaches the edition.
///
/// # Errors
/// The database's.
pub(super) fn tell_staff(
    w: &mut Write,
    found: &Found,
    (by, news): (&Actor, News),
    now: Moment,
) -> Result<(), Problem> {
    let staff: Vec<PersonId> = match found.taker() {
        Some((taker, _)) => vec![taker],
        None => trainers::of_edition(w, found.edition.id)?.into_iter().map(|(person, _)| person).collect(),
    };
    let others: Vec<PersonId> = staff.into_iter().filter(|person| Some(*person) != by.person).collect();
    tell(w, found, (&others, news), now)
}

/// Tells those who administer the site, and so its programmes.
///
/// # Errors
/// The database's.
pub(super) fn tell_administrators(
    w: &mut Write,
    found: &Found,
    news: News,
    now: Moment,
) -> Result<(), Problem> {
    let people = store::administrators(w)?;
    tell(w, found, (&people, news), now)
}

/// Tells the author.
///
/// # Errors
/// The database's.
pub(super) fn tell_author(w: &mut Write, found: &Found, news: News, now: Moment) -> Result<(), Problem> {
    tell(w, found, (&[found.author], news), now)
}

fn tell(
    w: &mut Write,
    found: &Found,
    (people, news): (&[PersonId], News),
    now: Moment,
) -> Result<(), Problem> {
    let key = |part: &str| format!("site-letter-{}-{part}", news.as_str());
    for reader in addressees::of(w, people)? {
        let data = serde_json::json!({
            "name": reader.name.address(),
            "edition": found.edition.title,
            "subject_key": key("subject"),
            "what_key": key("what"),
            "path": paths::site_case(found.row.id),
        });
        mail::send(w, now, &Letter { name: "site_case", to: reader.recipient(), data })?;
    }
    Ok(())
}
