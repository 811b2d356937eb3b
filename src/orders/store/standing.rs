//! The papers of an edition that stand.

use crate::db::Read;
use crate::db::schema::{documents, order_grounds, order_people, orders};
use crate::kernel::{EditionId, EnrolmentId, OrderId, Problem};
use crate::orders::rules::standing::{Named, Paper, Standing};
use crate::orders::rules::trail::Trail;
use crate::orders::rules::words::{OrderKind, Part};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

type SignedRow = (OrderId, OrderKind, Option<OrderId>, Option<String>, Option<NaiveDate>);

/// The papers of an edition that stand, in the order of their signing: three queries.
pub fn standing(r: &mut Read, edition: EditionId) -> Result<Standing, Problem> {
    standing_for(r, edition, None)
}

/// The same; where people are given, with what the papers say of these only.
fn standing_for(
    r: &mut Read,
    edition: EditionId,
    these: Option<&[EnrolmentId]>,
) -> Result<Standing, Problem> {
    let rows: Vec<SignedRow> = orders::table
        .filter(orders::edition_id.eq(edition))
        .filter(orders::signed_at.is_not_null())
        .order((orders::signed_at, orders::id))
        .select((orders::id, orders::kind, orders::about_id, orders::number_text, orders::dated))
        .load(r.conn())?;
    let ids: Vec<OrderId> = rows.iter().map(|row| row.0).collect();
    let (mut people, mut grounds) = (named(r, &ids, these)?, rested_on(r, &ids)?);
    let paper = |(id, kind, about, number, dated): SignedRow| {
        Some(Paper {
            id,
            kind,
            about,
            number: number?,
            dated: dated?,
            grounds: grounds.remove(&id).unwrap_or_default(),
            people: people.remove(&id).unwrap_or_default(),
        })
    };
    Ok(Standing::of(rows.into_iter().filter_map(paper).collect()))
}

fn named(
    r: &mut Read,
    orders: &[OrderId],
    these: Option<&[EnrolmentId]>,
) -> Result<HashMap<OrderId, Vec<Named>>, Problem> {
    let mut query = order_people::table
        .filter(order_people::order_id.eq_any(orders.to_vec()))
        .order((order_people::order_id, order_people::enrolment_id))
        .select((order_people::order_id, order_people::enrolment_id, order_people::part, order_people::mark))
        .into_boxed();
    if let Some(these) = these {
        query = query.filter(order_people::enrolment_id.eq_any(these.to_vec()));
    }
    let rows: Vec<(OrderId, EnrolmentId, Part, Option<String>)> = query.load(r.conn())?;
    let mut named: HashMap<OrderId, Vec<Named>> = HashMap::new();
    for (order, enrolment, part, mark) in rows {
        named.entry(order).or_default().push(Named { enrolment, part, mark });
    }
    Ok(named)
}

/// The topics of final works that signed sheets say of these people, by sheet and person; nothing is read of others.
pub fn topics(
    r: &mut Read,
    these: &[EnrolmentId],
) -> Result<HashMap<(OrderId, EnrolmentId), String>, Problem> {
    let rows: Vec<(OrderId, EnrolmentId, Option<String>)> = order_people::table
        .filter(order_people::enrolment_id.eq_any(these.to_vec()))
        .filter(order_people::topic.is_not_null())
        .select((order_people::order_id, order_people::enrolment_id, order_people::topic))
        .load(r.conn())?;
    let said = |(sheet, enrolment, topic): (OrderId, EnrolmentId, Option<String>)| {
        Some(((sheet, enrolment), topic?))
    };
    Ok(rows.into_iter().filter_map(said).collect())
}

fn rested_on(r: &mut Read, these: &[OrderId]) -> Result<HashMap<OrderId, Vec<OrderId>>, Problem> {
    let rows: Vec<(OrderId, OrderId)> = order_grounds::table
        .filter(order_grounds::order_id.eq_any(these.to_vec()))
        .order((order_grounds::order_id, order_grounds::ground_id))
        .select((order_grounds::order_id, order_grounds::ground_id))
        .load(r.conn())?;
    let mut grounds: HashMap<OrderId, Vec<OrderId>> = HashMap::new();
    for (order, ground) in rows {
        grounds.entry(order).or_default().push(ground);
    }
    Ok(grounds)
}

/// The trail of an edition, as documents need it.
pub fn trail_of(r: &mut Read, edition: EditionId) -> Result<Trail, Problem> {
    Ok(Trail::of(&standing(r, edition)?))
}

/// The trail of an edition as far as it is about some of its people: what it says of others is not read.
pub fn trail_for(r: &mut Read, edition: EditionId, these: &[EnrolmentId]) -> Result<Trail, Problem> {
    Ok(Trail::of(&standing_for(r, edition, Some(these))?))
}

/// How many valid qualification documents these people have: while there are any, their closing order is not cancelled.
pub fn documents_of(r: &mut Read, these: &[EnrolmentId]) -> Result<i64, Problem> {
    let (one, other) = (DocumentKind::AdvancedTrainingCertificate, DocumentKind::RetrainingDiploma);
    Ok(documents::table
        .filter(documents::enrolment_id.eq_any(these.to_vec()))
        .filter(documents::kind.eq(one).or(documents::kind.eq(other)))
        .filter(documents::live_key.is_not_null())
        .count()
        .get_result(r.conn())?)
}
