//! Reading the answers of others: of one's own edition, and of those before it.

use super::talking::{Answer, with_remarks};
use crate::case_library::store::{self, DiscussionRow};
use crate::cases::actions::{self as cases, Case, Opened, Which};
use crate::cases::store as case_rows;
use crate::db::Read;
use crate::kernel::{Actor, Moment, Problem};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;

/// Why somebody may not read the answers of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// They have handed nothing in, and still can: the answers of others would spoil theirs.
    HandInFirst,
    /// The case is not open to them.
    Locked,
    /// Nobody has opened the talk, or there are no examples.
    Nothing,
}

/// What there is to read, or why not.
pub type Reading<T> = Result<T, Shut>;

/// The talk about a case, in front of a trainee.
#[derive(Debug, Clone)]
pub struct Talk {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The talk with the answers.
    pub reading: Reading<(DiscussionRow, Vec<Answer>)>,
}

/// The talk about a case, for its trainee, and for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else; `EditionClosed` for who was withdrawn.
pub fn talk(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Talk, Problem> {
    let (standing, fact, case) = opened(r, actor, which, now)?;
    let at = (standing.edition.id, fact.id);
    let reading = match (store::discussion(r, at)?, may_read(case.as_deref())) {
        (_, Err(shut)) => Err(shut),
        (None, Ok(())) => Err(Shut::Nothing),
        (Some(row), Ok(())) => {
            let answers = store::answers(r, at)?;
            Ok((row, with_remarks(answers, store::remarks(r, at, row.nameless)?)))
        }
    };
    Ok(Talk { standing, fact, reading })
}

/// Answers of earlier editions, in front of a trainee.
#[derive(Debug, Clone)]
pub struct Examples {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// The texts, the newest first.
    pub reading: Reading<Vec<String>>,
}

/// The answers of earlier editions that their authors let others read.
///
/// # Errors
/// As [`talk`].
pub fn examples(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Examples, Problem> {
    let (standing, fact, case) = opened(r, actor, which, now)?;
    let reading = match may_read(case.as_deref()) {
        Err(shut) => Err(shut),
        Ok(()) => {
            let ids = case_rows::examples(r, &standing.edition, &fact.key)?;
            let texts = store::texts(r, &ids)?;
            if texts.is_empty() { Err(Shut::Nothing) } else { Ok(texts) }
        }
    };
    Ok(Examples { standing, fact, reading })
}

fn may_read(case: Option<&Case>) -> Result<(), Shut> {
    match case {
        None => Err(Shut::Locked),
        Some(case) if case.may_read_others() => Ok(()),
        Some(_) => Err(Shut::HandInFirst),
    }
}

type Found = (Standing, ActivityFact, Option<Box<Case>>);

fn opened(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Found, Problem> {
    Ok(match cases::open(r, actor, which, now)? {
        Opened::Case(case) => (case.standing.clone(), case.fact.clone(), Some(case)),
        Opened::Locked(standing, fact) | Opened::Ahead(standing, fact) => (*standing, fact, None),
    })
}
