//! Who came, and what a trainer has found in order.

use crate::attendance::rules::Presence;
use crate::check_in::rules::Flag;
use crate::check_in::rules::flags::Arrived;
use crate::db::schema::{check_in_arrivals, check_in_dismissals, enrolments};
use crate::db::{Read, Write, each};
use crate::kernel::{EnrolmentId, Moment, PersonId, Problem, SessionId};
use diesel::dsl::count_star;
use diesel::prelude::*;

type Columns = (EnrolmentId, Presence, Moment, Moment, Option<String>, (String, String), bool);

fn arrived((enrolment, presence, at, recorded_at, device, from, made_mark): Columns) -> Arrived {
    let (address, network) = from;
    Arrived { enrolment, presence, at, recorded_at, device, address, network, made_mark }
}

/// The arrivals of a session among people who were not withdrawn, the earliest first.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<Arrived>, Problem> {
    use check_in_arrivals as rows;
    let found: Vec<Columns> = rows::table
        .inner_join(enrolments::table)
        .filter(rows::session_id.eq(session))
        .filter(enrolments::withdrawn_at.is_null())
        .order((rows::arrived_at, rows::id))
        .select((
            rows::enrolment_id,
            rows::presence,
            rows::arrived_at,
            rows::recorded_at,
            rows::device,
            (rows::address, rows::network),
            rows::made_mark,
        ))
        .load(r.conn())?;
    Ok(found.into_iter().map(arrived).collect())
}

/// How many arrived, as they are counted on the projector.
pub fn count(r: &mut Read, session: SessionId) -> Result<i64, Problem> {
    Ok(check_in_arrivals::table
        .inner_join(enrolments::table)
        .filter(check_in_arrivals::session_id.eq(session))
        .filter(enrolments::withdrawn_at.is_null())
        .select(count_star())
        .first(r.conn())?)
}

/// Somebody's arrival: when, how, and whether the mark came from it.
pub fn of(
    r: &mut Read,
    session: SessionId,
    who: EnrolmentId,
) -> Result<Option<(Moment, Presence, bool)>, Problem> {
    use check_in_arrivals as rows;
    let theirs = rows::table
        .filter(rows::session_id.eq(session))
        .filter(rows::enrolment_id.eq(who))
        .select((rows::arrived_at, rows::presence, rows::made_mark));
    Ok(each!(r.conn(), c => theirs.first(c).optional()?))
}

/// Writes an arrival down; `false` when there is one already.
pub fn insert(w: &mut Write, session: SessionId, one: &Arrived) -> Result<bool, Problem> {
    use check_in_arrivals as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(one.enrolment),
        rows::presence.eq(one.presence),
        rows::arrived_at.eq(one.at),
        rows::recorded_at.eq(one.recorded_at),
        rows::made_mark.eq(one.made_mark),
        rows::device.eq(one.device.clone()),
        rows::address.eq(one.address.clone()),
        rows::network.eq(one.network.clone()),
    ));
    let written: usize = each!(w.conn(), c => {
        insert.on_conflict((rows::session_id, rows::enrolment_id)).do_nothing().execute(c)?
    });
    Ok(written > 0)
}

/// The flags of a session that a trainer has found in order.
pub fn dismissed(r: &mut Read, session: SessionId) -> Result<Vec<(EnrolmentId, Flag)>, Problem> {
    Ok(check_in_dismissals::table
        .filter(check_in_dismissals::session_id.eq(session))
        .select((check_in_dismissals::enrolment_id, check_in_dismissals::flag))
        .load(r.conn())?)
}

/// Notes that a flag was found in order; `false` when it was already.
pub fn dismiss(
    w: &mut Write,
    session: SessionId,
    (who, flag): (EnrolmentId, Flag),
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    use check_in_dismissals as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(who),
        rows::flag.eq(flag),
        rows::dismissed_at.eq(now),
        rows::dismissed_by.eq(by),
    ));
    let written: usize = each!(w.conn(), c => {
        insert.on_conflict((rows::session_id, rows::enrolment_id, rows::flag)).do_nothing().execute(c)?
    });
    Ok(written > 0)
}
