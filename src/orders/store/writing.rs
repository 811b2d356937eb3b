//! Drafts written down and changed, and what they become when they are signed.

use super::{again, versions};
use crate::db::schema::{order_grounds, order_people, orders};
use crate::db::{Json, Write, each};
use crate::kernel::{EditionId, EnrolmentId, Moment, OrderId, OrganisationId, PersonId, Problem};
use crate::orders::rules::content::Content;
use crate::orders::rules::words::{Part, Series};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A draft about to be written down.
#[derive(Debug, Clone)]
pub struct NewDraft<'a> {
    /// The organisation that runs the edition.
    pub organisation: OrganisationId,
    /// The edition.
    pub edition: EditionId,
    /// What it is about.
    pub about: Option<OrderId>,
    /// Unique while it is a draft.
    pub key: &'a str,
    /// What it proposes.
    pub content: &'a Content,
}

/// Begins a draft.
pub fn insert(
    w: &mut Write,
    new: &NewDraft<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<OrderId, Problem> {
    let inserted = diesel::insert_into(orders::table)
        .values((
            orders::organisation_id.eq(new.organisation),
            orders::edition_id.eq(new.edition),
            orders::kind.eq(new.content.kind()),
            orders::about_id.eq(new.about),
            orders::draft_key.eq(new.key),
            orders::revision.eq(0),
            orders::content.eq(Json(new.content.clone())),
            orders::drafted_at.eq(now),
            orders::drafted_by.eq(by),
            orders::edited_at.eq(now),
            orders::edited_by.eq(by),
        ))
        .returning(orders::id)
        .get_result(w.conn());
    let id: OrderId = inserted.map_err(again)?;
    versions::keep(w, (id, 0), new.content, (by, now))?;
    Ok(id)
}

/// Changes a draft that still has this revision; `false` when somebody else has changed it.
pub fn save(
    w: &mut Write,
    (id, revision): (OrderId, i32),
    content: &Content,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let draft = orders::table
        .filter(orders::id.eq(id))
        .filter(orders::revision.eq(revision))
        .filter(orders::signed_at.is_null());
    let changed = diesel::update(draft)
        .set((
            orders::revision.eq(revision + 1),
            orders::content.eq(Json(content.clone())),
            orders::edited_at.eq(now),
            orders::edited_by.eq(by),
        ))
        .execute(w.conn())?;
    if changed == 0 {
        return Ok(false);
    }
    versions::keep(w, (id, revision + 1), content, (by, now))?;
    Ok(true)
}

/// Throws a draft away; the row stays.
pub fn discard(w: &mut Write, id: OrderId, (by, now): (Option<PersonId>, Moment)) -> Result<(), Problem> {
    diesel::update(orders::table.filter(orders::id.eq(id)).filter(orders::signed_at.is_null()))
        .set((
            orders::discarded_at.eq(now),
            orders::discarded_by.eq(by),
            orders::draft_key.eq(None::<String>),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What a draft becomes.
#[derive(Debug, Clone)]
pub struct Signature<'a> {
    /// Out of which series, of which year, with which counted number (none where it was typed), and as it is written.
    pub number: (Series, i32, Option<i32>, &'a str),
    /// Its date.
    pub dated: NaiveDate,
    /// Why an unusual date is right.
    pub despite: Option<&'a str>,
    /// Everything printed, and its SHA-256.
    pub snapshot: (&'a str, &'a str),
    /// What the code on it says.
    pub code: &'a str,
    /// Whom it names.
    pub people: &'a [(EnrolmentId, Part, Option<String>)],
    /// The topics of their final works, where it says them.
    pub topics: &'a BTreeMap<EnrolmentId, String>,
    /// What it rests on.
    pub grounds: &'a [OrderId],
}

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 500;

/// Signs a draft: from here on the row is never changed again. Of two who sign it at once under numbers that were typed,
/// the second runs again and finds it signed.
pub fn sign(
    w: &mut Write,
    id: OrderId,
    signature: &Signature<'_>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    for some in signature.people.chunks(ROWS) {
        let row = |(enrolment, part, mark): &(EnrolmentId, Part, Option<String>)| {
            (
                order_people::order_id.eq(id),
                order_people::enrolment_id.eq(*enrolment),
                order_people::part.eq(*part),
                order_people::mark.eq(mark.clone()),
                order_people::topic.eq(signature.topics.get(enrolment).cloned()),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        each!(w.conn(), c => {
            diesel::insert_into(order_people::table).values(rows).execute(c).map_err(again)?;
        });
    }
    for ground in signature.grounds {
        diesel::insert_into(order_grounds::table)
            .values((order_grounds::order_id.eq(id), order_grounds::ground_id.eq(*ground)))
            .execute(w.conn())
            .map_err(again)?;
    }
    let (series, year, number, text) = signature.number;
    let (snapshot, sha256) = signature.snapshot;
    let signed = diesel::update(orders::table.filter(orders::id.eq(id)))
        .set((
            orders::draft_key.eq(None::<String>),
            orders::series.eq(series),
            orders::year.eq(year),
            orders::number.eq(number),
            orders::number_text.eq(text),
            orders::dated.eq(signature.dated),
            orders::despite.eq(signature.despite),
            orders::snapshot.eq(snapshot),
            orders::snapshot_sha256.eq(sha256),
            orders::code.eq(signature.code),
            orders::signed_at.eq(now),
            orders::signed_by.eq(by),
        ))
        .execute(w.conn());
    signed.map_err(again)?;
    Ok(())
}
