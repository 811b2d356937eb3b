//! What made up for missed sessions, by the quarter of the session that was missed.

use crate::attendance::rules::credit;
use crate::attendance::store::made_up::{OfMissed, of_enrolments};
use crate::continuing_training::rules::{MakeUp, Quarter};
use crate::db::Read;
use crate::kernel::{EnrolmentId, Minutes, Problem, SessionId};
use crate::programmes::rules::words::DeliveryMode;
use std::collections::HashMap;

/// The make-ups of people that hold and that the ledger credits at all, the oldest first. As with a session, no more of
/// one counts than the missed session lasted, and for the first training no more in person than was missed of it.
pub fn of(r: &mut Read, whose: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Vec<MakeUp>>, Problem> {
    let mut missed: HashMap<(EnrolmentId, SessionId), Minutes> = HashMap::new();
    let mut of_person: HashMap<EnrolmentId, Vec<MakeUp>> = HashMap::new();
    for OfMissed { row, held_on, activity, length, mark } in of_enrolments(r, whose)? {
        // A later "present" leaves nothing to make up for.
        if row.credited <= Minutes::ZERO {
            continue;
        }
        let in_person = row.mode == DeliveryMode::InPerson;
        let minutes = row.minutes.min(length);
        let mut credited = minutes;
        if in_person {
            let all = length - credit::attended(&mark, length);
            let left = missed.entry((row.enrolment, row.session)).or_insert(all);
            credited = minutes.min(*left);
            *left = *left - credited;
        }
        let quarter = Quarter::of(held_on);
        let made_up =
            MakeUp { quarter, activity: Some(activity), in_person, minutes, credited, on: row.made_on };
        of_person.entry(row.enrolment).or_default().push(made_up);
    }
    Ok(of_person)
}
