//! A case as one of its two sides sees it.

use crate::db::{Read, Write};
use crate::editions::rules::Stage;
use crate::editions::store::EditionRow;
use crate::kernel::{Actor, Moment, PersonId, PersonName, Problem, ProblemCode, SiteCaseEntryId, SiteCaseId};
use crate::site_cases::rules::{self, Entry, EntryKind, May, Side, State};
use crate::site_cases::store::{self, CaseRow, CopyRow, EntryRow, EntryText, TextRow};

/// A case with everything that its reader may see of it.
#[derive(Debug, Clone)]
pub struct Found {
    /// The case.
    pub row: CaseRow,
    /// The edition.
    pub edition: EditionRow,
    /// Whose it is.
    pub author: PersonId,
    /// Their name.
    pub author_name: PersonName,
    /// Whether they were withdrawn.
    pub withdrawn: bool,
    /// On which side the reader stands.
    pub side: Side,
    /// Whether the reader may look at what was hidden.
    pub may_look: bool,
    /// What was raised, the last text of which counts.
    pub texts: Vec<TextRow>,
    /// What was done and said, in that order.
    pub entries: Vec<EntryRow>,
    /// Who has it in hand; nobody once they neither teach the edition nor administer it.
    pub taker: Option<(PersonId, PersonName)>,
    /// The newest text that others may read.
    pub copy: Option<CopyRow>,
}

impl Found {
    /// Whether the reader may do something.
    pub fn may(&self, what: May) -> bool {
        self.allow(what).is_ok()
    }

    /// Lets the reader do something.
    ///
    /// # Errors
    /// `Forbidden` where it is the other side's to do; `Conflict` where the case stands otherwise; `EditionClosed` for
    /// an author who was withdrawn, who may only throw a draft away.
    pub fn allow(&self, what: May) -> Result<(), Problem> {
        let code = if rules::whose(what).is_some_and(|side| side != self.side) {
            ProblemCode::Forbidden
        } else if !rules::may(what, self.side, self.row.state) {
            ProblemCode::Conflict
        } else if self.side == Side::Author && self.withdrawn && what != May::Discard {
            ProblemCode::EditionClosed
        } else {
            return Ok(());
        };
        Err(Problem::new(code))
    }

    /// Lets the author send the text to those who teach.
    ///
    /// # Errors
    /// As [`Found::allow`]; `EditionClosed` when the edition is over and it was never raised.
    pub fn may_raise(&self, now: Moment) -> Result<(), Problem> {
        self.allow(May::Raise)?;
        let late = self.row.state == State::Draft && self.edition.term().stage(now) == Stage::Over;
        if late { Err(Problem::new(ProblemCode::EditionClosed)) } else { Ok(()) }
    }

    /// Lets the author see what they have written and not raised; who was withdrawn sees it too, to throw it away.
    ///
    /// # Errors
    /// As [`Found::allow`].
    pub fn may_read_draft(&self) -> Result<(), Problem> {
        self.allow(May::Raise).or_else(|problem| if self.may(May::Discard) { Ok(()) } else { Err(problem) })
    }

    /// The text that counts, hidden or not.
    pub fn text(&self) -> Option<&TextRow> {
        self.texts.last()
    }

    /// Who of those who teach has it in hand.
    pub fn taker(&self) -> Option<(PersonId, &PersonName)> {
        self.taker.as_ref().map(|(person, name)| (*person, name))
    }

    /// Whether anything of it was hidden.
    pub fn has_hidden(&self) -> bool {
        self.texts.iter().any(|text| text.hidden.is_some())
            || self.entries.iter().any(|entry| entry.hidden.is_some())
    }
}

/// A case for its author and, once it was raised, those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn found(r: &mut Read, actor: &Actor, id: SiteCaseId) -> Result<Found, Problem> {
    let (row, enrolment, edition, author_name) = store::case(r, id)?.ok_or_else(Problem::not_found)?;
    let side = if actor.person == Some(enrolment.person_id) { Side::Author } else { Side::Staff };
    let teaches = actor.teaches(edition.id, edition.organisation_id) && row.state != State::Draft;
    if side == Side::Staff && !teaches {
        return Err(Problem::not_found());
    }
    Ok(Found {
        texts: store::texts(r, &[id], false)?,
        entries: store::entries(r, id, false)?,
        taker: store::takers(r, &[id])?.pop().map(|(_, person, name)| (person, name)),
        copy: store::newest_copy(r, id)?,
        may_look: side == Side::Staff && actor.require_administrator_of(edition.organisation_id).is_ok(),
        author: enrolment.person_id,
        withdrawn: enrolment.withdrawn_at.is_some(),
        author_name,
        side,
        row,
        edition,
    })
}

/// Writes down what was done, and where the case stands then.
///
/// # Errors
/// The database's.
pub(super) fn add(
    w: &mut Write,
    found: &Found,
    actor: &Actor,
    (kind, text): (EntryKind, &str),
    now: Moment,
) -> Result<SiteCaseEntryId, Problem> {
    let new = EntryText { kind, person: actor.person_id()?, side: found.side, text };
    let entry = store::insert_entry(w, found.row.id, new, now)?;
    settle(w, &found.row)?;
    Ok(entry)
}

/// Writes down where a case stands after what was done.
///
/// # Errors
/// The database's.
pub(super) fn settle(w: &mut Write, row: &CaseRow) -> Result<(), Problem> {
    let hidden = store::texts(w, &[row.id], false)?.pop().and_then(|text| text.hidden);
    let entries: Vec<Entry> = store::entries(w, row.id, false)?.iter().map(EntryRow::entry).collect();
    let stands = rules::standing(row.since, hidden.map(|(at, ..)| at), &entries);
    store::settle(w, row.id, stands)
}
