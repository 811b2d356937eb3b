//! The letters about a case. They carry nothing of it, not even its title: mail is read by others.

use super::opening::Found;
use crate::access;
use crate::db::Write;
use crate::editions::store::trainers;
use crate::kernel::{Actor, Moment, PersonId, Problem, SiteCaseId, Word, words};
use crate::mail::{self, Letter, Recipient};
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
    let others = staff.into_iter().filter(|person| Some(*person) != by.person);
    for person in others {
        tell(w, (found.row.id, &found.edition.title), (person, news), now)?;
    }
    Ok(())
}

/// Tells the author.
///
/// # Errors
/// The database's.
pub(super) fn tell_author(w: &mut Write, found: &Found, news: News, now: Moment) -> Result<(), Problem> {
    tell(w, (found.row.id, &found.edition.title), (found.author, news), now)
}

fn tell(
    w: &mut Write,
    (case, edition): (SiteCaseId, &str),
    (person, news): (PersonId, News),
    now: Moment,
) -> Result<(), Problem> {
    let reader = access::store::actor_of(w, person)?.ok_or_else(Problem::not_found)?;
    let key = |part: &str| format!("site-letter-{}-{part}", news.as_str());
    let data = serde_json::json!({
        "name": reader.name.address(),
        "edition": edition,
        "subject_key": key("subject"),
        "what_key": key("what"),
        "path": paths::site_case(case),
    });
    let to = Recipient {
        person: reader.person,
        address: reader.email,
        name: reader.name.full(),
        language: reader.language,
    };
    mail::send(w, now, &Letter { name: "site_case", to, data })?;
    Ok(())
}
