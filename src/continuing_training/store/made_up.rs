//! What made up for missed sessions, as the room of make-ups has it, by the quarter of the session that was missed.

use super::people::Among;
use crate::attendance::rules::booking;
use crate::continuing_training::rules::{MakeUp, Quarter};
use crate::db::Read;
use crate::db::schema::{enrolments, make_ups, sessions};
use crate::kernel::{ActivityId, EnrolmentId, Minutes, Moment, Problem};
use crate::programmes::rules::words::DeliveryMode;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

type Columns =
    (EnrolmentId, (NaiveDate, ActivityId, Moment, Moment), (DeliveryMode, Minutes, Minutes, NaiveDate));

/// The make-ups of people that hold, the oldest first. As with a session, no more of one counts than the missed
/// session lasted.
pub fn of(r: &mut Read, among: Among) -> Result<HashMap<EnrolmentId, Vec<MakeUp>>, Problem> {
    let mut query = make_ups::table
        .inner_join(sessions::table.on(sessions::id.eq(make_ups::session_id)))
        .inner_join(enrolments::table.on(enrolments::id.eq(make_ups::enrolment_id)))
        .filter(make_ups::withdrawn_at.is_null())
        .order(make_ups::id)
        .select((
            make_ups::enrolment_id,
            (sessions::held_on, sessions::activity_id, sessions::starts_at, sessions::ends_at),
            (make_ups::mode, make_ups::minutes, make_ups::credited, make_ups::made_on),
        ))
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(enrolments::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(enrolments::id.eq(enrolment)),
    };
    let rows: Vec<Columns> = query.load(r.conn())?;
    let mut of_person: HashMap<EnrolmentId, Vec<MakeUp>> = HashMap::new();
    for (enrolment, missed, (mode, minutes, credited, on)) in rows {
        let (missed_on, activity, starts_at, ends_at) = missed;
        let length = booking::length(starts_at, ends_at);
        let made_up = MakeUp {
            quarter: Quarter::of(missed_on),
            activity: Some(activity),
            in_person: mode == DeliveryMode::InPerson,
            minutes,
            credited: credited.min(length),
            on,
        };
        of_person.entry(enrolment).or_default().push(made_up);
    }
    Ok(of_person)
}
