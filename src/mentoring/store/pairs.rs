//! Pairs of a mentor and a child, the contacts of the staff with them, and how they were closed.

use crate::db::schema::{mentor_closures, mentor_contacts, mentor_extensions, mentor_pairs};
use crate::db::{Read, Write};
use crate::kernel::{MentorId, MentorPairId, Moment, PersonId, Problem};
use crate::mentoring::rules::{ClosureReason, ConsentBy, ContactWay};
use chrono::NaiveDate;
use diesel::prelude::*;

/// What is agreed upon. Of the child only what cannot be done without.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Agreement {
    /// A code or initials.
    pub mentee_code: String,
    /// The year of birth.
    pub mentee_born_in: i32,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day as planned.
    pub planned_end: NaiveDate,
    /// Who consented.
    pub consent_by: ConsentBy,
    /// The number or name of the paper with the consent.
    pub consent_paper: String,
    /// Its date.
    pub consent_on: NaiveDate,
}

/// How a pair was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosureRow {
    /// The last day.
    pub closed_on: NaiveDate,
    /// Why.
    pub reason: ClosureReason,
    /// What was said at the end.
    pub exit_interview: String,
    /// When it was written down.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonId>,
}

/// A pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// The pair.
    pub id: MentorPairId,
    /// Whose.
    pub candidacy: MentorId,
    /// What is agreed upon.
    pub agreement: Agreement,
    /// Since when it is written down.
    pub matched_at: Moment,
    /// By whom.
    pub matched_by: Option<PersonId>,
    /// How its end was put off, in the order in which it was.
    pub extensions: Vec<ExtensionRow>,
    /// How it was closed.
    pub closure: Option<ClosureRow>,
}

impl PairRow {
    /// The last day as planned now.
    pub fn ends_on(&self) -> NaiveDate {
        self.extensions.last().map_or(self.agreement.planned_end, |row| row.planned_end)
    }
}

/// How the end of a pair was put off.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ExtensionRow {
    /// Of which.
    pub pair: MentorPairId,
    /// To which day.
    pub planned_end: NaiveDate,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Option<PersonId>,
}

type AgreementColumns = (
    mentor_pairs::mentee_code,
    mentor_pairs::mentee_born_in,
    mentor_pairs::starts_on,
    mentor_pairs::planned_end,
    mentor_pairs::consent_by,
    mentor_pairs::consent_paper,
    mentor_pairs::consent_on,
);

const AGREEMENT: AgreementColumns = (
    mentor_pairs::mentee_code,
    mentor_pairs::mentee_born_in,
    mentor_pairs::starts_on,
    mentor_pairs::planned_end,
    mentor_pairs::consent_by,
    mentor_pairs::consent_paper,
    mentor_pairs::consent_on,
);

type Closed = (NaiveDate, ClosureReason, String, Moment, Option<PersonId>);
type Row = ((MentorPairId, MentorId), Agreement, (Moment, Option<PersonId>), Option<Closed>);

fn row((ids, agreement, matched, closed): Row) -> PairRow {
    let ((id, candidacy), (matched_at, matched_by)) = (ids, matched);
    let closure = closed.map(|(closed_on, reason, exit_interview, at, by)| ClosureRow {
        closed_on,
        reason,
        exit_interview,
        at,
        by,
    });
    let extensions = Vec::new();
    PairRow { id, candidacy, agreement, matched_at, matched_by, extensions, closure }
}

/// Which pairs are wanted.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// Those of some mentors.
    Of(&'a [MentorId]),
    /// One.
    One(MentorPairId),
    /// Every one that is not closed.
    Open,
}

/// Some pairs, in the order in which they were made.
pub fn pairs(r: &mut Read, which: Which<'_>) -> Result<Vec<PairRow>, Problem> {
    let mut query = mentor_pairs::table
        .left_join(mentor_closures::table)
        .order(mentor_pairs::id)
        .select((
            (mentor_pairs::id, mentor_pairs::candidacy_id),
            AGREEMENT,
            (mentor_pairs::matched_at, mentor_pairs::matched_by),
            (
                mentor_closures::closed_on,
                mentor_closures::reason,
                mentor_closures::exit_interview,
                mentor_closures::closed_at,
                mentor_closures::closed_by,
            )
                .nullable(),
        ))
        .into_boxed();
    query = match which {
        Which::Of(among) => query.filter(mentor_pairs::candidacy_id.eq_any(among.to_vec())),
        Which::One(id) => query.filter(mentor_pairs::id.eq(id)),
        Which::Open => query.filter(mentor_pairs::is_open.eq(true)),
    };
    let rows: Vec<Row> = query.load(r.conn())?;
    let mut pairs: Vec<PairRow> = rows.into_iter().map(row).collect();
    for extension in extensions(r, which)? {
        if let Some(pair) = pairs.iter_mut().find(|pair| pair.id == extension.pair) {
            pair.extensions.push(extension);
        }
    }
    Ok(pairs)
}

/// How the ends of some pairs were put off, in the order in which they were.
fn extensions(r: &mut Read, which: Which<'_>) -> Result<Vec<ExtensionRow>, Problem> {
    let mut query = mentor_extensions::table
        .inner_join(mentor_pairs::table)
        .order(mentor_extensions::id)
        .select((
            mentor_extensions::pair_id,
            mentor_extensions::planned_end,
            mentor_extensions::reason,
            mentor_extensions::extended_by,
        ))
        .into_boxed();
    query = match which {
        Which::Of(among) => query.filter(mentor_pairs::candidacy_id.eq_any(among.to_vec())),
        Which::One(id) => query.filter(mentor_pairs::id.eq(id)),
        Which::Open => query.filter(mentor_pairs::is_open.eq(true)),
    };
    Ok(query.load(r.conn())?)
}

/// Puts the end of a pair off.
pub fn extend(
    w: &mut Write,
    pair: MentorPairId,
    (planned_end, reason): (NaiveDate, &str),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(mentor_extensions::table)
        .values((
            mentor_extensions::pair_id.eq(pair),
            mentor_extensions::planned_end.eq(planned_end),
            mentor_extensions::reason.eq(reason),
            mentor_extensions::extended_at.eq(now),
            mentor_extensions::extended_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Writes a pair down.
pub fn insert(
    w: &mut Write,
    candidacy: MentorId,
    new: &Agreement,
    (by, now): (Option<PersonId>, Moment),
) -> Result<MentorPairId, Problem> {
    let inserted = diesel::insert_into(mentor_pairs::table)
        .values((
            mentor_pairs::candidacy_id.eq(candidacy),
            mentor_pairs::mentee_code.eq(&new.mentee_code),
            mentor_pairs::mentee_born_in.eq(new.mentee_born_in),
            mentor_pairs::starts_on.eq(new.starts_on),
            mentor_pairs::planned_end.eq(new.planned_end),
            mentor_pairs::consent_by.eq(new.consent_by),
            mentor_pairs::consent_paper.eq(&new.consent_paper),
            mentor_pairs::consent_on.eq(new.consent_on),
            mentor_pairs::matched_at.eq(now),
            mentor_pairs::matched_by.eq(by),
            mentor_pairs::is_open.eq(true),
        ))
        .returning(mentor_pairs::id)
        .get_result(w.conn());
    Ok(inserted.map_err(super::again)?)
}

/// How a pair is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The last day.
    pub closed_on: NaiveDate,
    /// Why.
    pub reason: ClosureReason,
    /// What was said at the end.
    pub exit_interview: String,
}

/// Closes a pair.
pub fn close(
    w: &mut Write,
    pair: MentorPairId,
    closing: &Closing,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let inserted = diesel::insert_into(mentor_closures::table)
        .values((
            mentor_closures::pair_id.eq(pair),
            mentor_closures::closed_on.eq(closing.closed_on),
            mentor_closures::reason.eq(closing.reason),
            mentor_closures::exit_interview.eq(&closing.exit_interview),
            mentor_closures::closed_at.eq(now),
            mentor_closures::closed_by.eq(by),
        ))
        .execute(w.conn());
    inserted.map_err(super::again)?;
    diesel::update(mentor_pairs::table.filter(mentor_pairs::id.eq(pair)))
        .set(mentor_pairs::is_open.eq(false))
        .execute(w.conn())?;
    Ok(())
}

/// A contact of the staff with a pair.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ContactRow {
    /// With which.
    pub pair: MentorPairId,
    /// On which day.
    pub held_on: NaiveDate,
    /// How.
    pub way: ContactWay,
    /// What was said; the mentor does not read it.
    pub note: String,
    /// Who wrote it down.
    pub by: Option<PersonId>,
}

/// The contacts with some pairs, the latest first.
pub fn contacts(r: &mut Read, among: &[MentorPairId]) -> Result<Vec<ContactRow>, Problem> {
    Ok(mentor_contacts::table
        .filter(mentor_contacts::pair_id.eq_any(among.to_vec()))
        .order((mentor_contacts::held_on.desc(), mentor_contacts::id.desc()))
        .select((
            mentor_contacts::pair_id,
            mentor_contacts::held_on,
            mentor_contacts::way,
            mentor_contacts::note,
            mentor_contacts::recorded_by,
        ))
        .load(r.conn())?)
}

/// A contact to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// On which day.
    pub held_on: NaiveDate,
    /// How.
    pub way: ContactWay,
    /// What was said.
    pub note: String,
}

/// Writes a contact down.
pub fn insert_contact(
    w: &mut Write,
    pair: MentorPairId,
    new: &NewContact,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(mentor_contacts::table)
        .values((
            mentor_contacts::pair_id.eq(pair),
            mentor_contacts::held_on.eq(new.held_on),
            mentor_contacts::way.eq(new.way),
            mentor_contacts::note.eq(&new.note),
            mentor_contacts::recorded_at.eq(now),
            mentor_contacts::recorded_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}
