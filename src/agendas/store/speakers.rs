//! Guests of sessions: people who speak and have no account.

use crate::agendas::rules::Guest;
use crate::db::schema::session_guests;
use crate::db::{Read, Write};
use crate::kernel::{Problem, SessionId};
use diesel::prelude::*;

/// The guests of a session in their order.
pub fn guests(r: &mut Read, session: SessionId) -> Result<Vec<Guest>, Problem> {
    use session_guests as rows;
    type Row = (String, Option<String>, Option<String>, Option<String>);
    let found: Vec<Row> = rows::table
        .filter(rows::session_id.eq(session))
        .order(rows::position)
        .select((rows::name, rows::post, rows::organisation, rows::topic))
        .load(r.conn())?;
    let guest = |(name, post, organisation, topic): Row| Guest { name, post, organisation, topic };
    Ok(found.into_iter().map(guest).collect())
}

/// Makes these the guests of a session.
pub fn replace(w: &mut Write, session: SessionId, guests: &[Guest]) -> Result<(), Problem> {
    use session_guests as rows;
    diesel::delete(rows::table.filter(rows::session_id.eq(session))).execute(w.conn())?;
    for (position, one) in (0i32..).zip(guests) {
        diesel::insert_into(rows::table)
            .values((
                rows::session_id.eq(session),
                rows::position.eq(position),
                rows::name.eq(&one.name),
                rows::post.eq(&one.post),
                rows::organisation.eq(&one.organisation),
                rows::topic.eq(&one.topic),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
