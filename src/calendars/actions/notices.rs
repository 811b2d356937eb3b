//! Force majeure: everybody whom a session or an edition concerns is told at once (T3), and who told them what is kept.

use super::entries::seen_edition;
use crate::attendance::actions::{concerned, held_at, path_of, taught_session};
use crate::attendance::store::concerned::{self as rows, Told};
use crate::attendance::store::sessions::SessionRow;
use crate::audit;
use crate::calendars::store::notices::{self, NoticeRow, Subject};
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Fault, Localised, Moment, Problem, SessionId, SessionNoticeId, dates};
use crate::mail::{self, Letter};
use crate::web::paths;
use serde_json::json;

/// What a message is about.
#[derive(Debug, Clone)]
pub struct About {
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub title: String,
    /// The session with the title of its activity, where it is about one.
    pub session: Option<(SessionRow, Localised)>,
}

impl About {
    fn subject(&self) -> Subject {
        Subject { edition: self.edition, session: self.session.as_ref().map(|(row, _)| row.id) }
    }
}

/// What was told so far, and whom the next message would reach.
#[derive(Debug, Clone)]
pub struct Board {
    /// What it is about.
    pub about: About,
    /// How many people the next message goes to.
    pub people: usize,
    /// The last messages, the newest first.
    pub notices: Vec<NoticeRow>,
}

/// The messages of a session.
///
/// # Errors
/// `NotFound` when it is not the actor's.
pub fn board_of_session(r: &mut Read, actor: &Actor, id: SessionId) -> Result<Board, Problem> {
    let about = session_about(r, actor, id)?;
    board(r, actor, about)
}

/// The messages of an edition and of its sessions.
///
/// # Errors
/// `NotFound` when it is not the actor's.
pub fn board_of_edition(r: &mut Read, actor: &Actor, id: EditionId) -> Result<Board, Problem> {
    let about = edition_about(r, actor, id)?;
    board(r, actor, about)
}

fn session_about(r: &mut Read, actor: &Actor, id: SessionId) -> Result<About, Problem> {
    let (row, edition, activity) = taught_session(r, actor, id)?;
    Ok(About { edition: edition.id, title: edition.title, session: Some((row, activity.title.0)) })
}

fn edition_about(r: &mut Read, actor: &Actor, id: EditionId) -> Result<About, Problem> {
    let edition = seen_edition(r, actor, id)?;
    Ok(About { edition: edition.id, title: edition.title, session: None })
}

fn board(r: &mut Read, actor: &Actor, about: About) -> Result<Board, Problem> {
    let people = listeners(r, actor, &about)?.len();
    Ok(Board { people, notices: notices::of(r, about.subject())?, about })
}

/// Everybody whom it concerns but the one who tells.
fn listeners(r: &mut Read, actor: &Actor, about: &About) -> Result<Vec<Told>, Problem> {
    let mut all = match &about.session {
        Some((row, _)) => concerned(r, row)?,
        None => {
            let mut all = rows::learners(r, about.edition)?;
            let staff = rows::trainers(r, about.edition)?;
            let besides: Vec<Told> =
                staff.into_iter().filter(|one| all.iter().all(|other| other.person != one.person)).collect();
            all.extend(besides);
            all
        }
    };
    all.retain(|one| actor.person != Some(one.person));
    Ok(all)
}

/// Tells everybody whom a session concerns; answers how many.
///
/// # Errors
/// `NotFound` when it is not the actor's; `Invalid` when nobody would read it.
pub fn tell_session(
    w: &mut Write,
    actor: &Actor,
    id: SessionId,
    text: &str,
    now: Moment,
) -> Result<(SessionNoticeId, usize), Problem> {
    let about = session_about(w, actor, id)?;
    tell(w, actor, &about, text, now)
}

/// Tells everybody who learns or teaches in an edition; answers how many.
///
/// # Errors
/// As [`tell_session`].
pub fn tell_edition(
    w: &mut Write,
    actor: &Actor,
    id: EditionId,
    text: &str,
    now: Moment,
) -> Result<(SessionNoticeId, usize), Problem> {
    let about = edition_about(w, actor, id)?;
    tell(w, actor, &about, text, now)
}

fn tell(
    w: &mut Write,
    actor: &Actor,
    about: &About,
    text: &str,
    now: Moment,
) -> Result<(SessionNoticeId, usize), Problem> {
    let people = listeners(w, actor, about)?;
    if people.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("text", "notice-to-nobody")]));
    }
    for one in &people {
        mail::send(w, now, &letter(actor, about, text, one))?;
    }
    let count = i32::try_from(people.len()).unwrap_or(i32::MAX);
    let subject = about.subject();
    let id = notices::insert(w, subject, (text, count), (actor.person, now))?;
    let after = Some(json!({
        "edition": subject.edition, "session": subject.session, "text": text, "recipients": count,
    }));
    let entry = audit::Entry {
        action: "session-notice-sent",
        subject: ("session-notice", id.0),
        before: None,
        after,
    };
    audit::record(w, actor, now, entry)?;
    Ok((id, people.len()))
}

fn letter(actor: &Actor, about: &About, text: &str, to: &Told) -> Letter {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let (what, held, path) = match &about.session {
        Some((row, title)) => {
            let day = dates::day(to.language, row.held_on);
            let what = format!("{}, {day}", title.for_reader(to.language));
            (what, Some(held_at(row, to.language, to.zone)), path_of(to, row))
        }
        None => (about.title.clone(), None, edition_path(to, about.edition)),
    };
    let data = json!({
        "name": to.name.address(), "about": what, "lines": lines, "held": held, "path": path,
        "from": actor.name.full(),
    });
    Letter { name: "session_notice", to: to.recipient(), data }
}

fn edition_path(to: &Told, edition: EditionId) -> String {
    to.enrolment.map_or_else(|| paths::edition_sessions(edition), paths::course)
}
