//! Keeps what makes up for missed sessions at its worth: a mark that changes leaves more or less to make up for.

use crate::attendance::rules::{credit, made_up as rules};
use crate::attendance::store::made_up::{self, MakeUpRow};
use crate::attendance::store::marks::{self, MarkRow};
use crate::attendance::store::sessions::{self, SessionRow};
use crate::db::Write;
use crate::kernel::{ActivityId, EnrolmentId, Minutes, Moment, Problem, SessionId};
use crate::programmes::rules::words::Nature;
use crate::progress::actions::{self as progress, MadeUp};
use std::collections::{BTreeMap, HashMap};

/// Brings the make-ups of a session to what they are worth beside its marks of this moment. A cancelled session has no
/// share and leaves nothing to make up for.
///
/// # Errors
/// The database's.
pub fn settle_make_ups(
    w: &mut Write,
    session: &SessionRow,
    (activity, planned, nature): (ActivityId, Minutes, Nature),
    now: Moment,
) -> Result<(), Problem> {
    let split = sessions::split(w, session.edition_id, activity)?;
    let share = credit::share(planned, &split, session.id);
    settle(w, progress::Held { edition: session.edition_id, activity, nature }, (session.id, share), now)
}

/// The same where the session's share is known.
pub(super) fn settle(
    w: &mut Write,
    of: progress::Held,
    (session, share): (SessionId, Minutes),
    now: Moment,
) -> Result<(), Problem> {
    let mut by_person: BTreeMap<EnrolmentId, Vec<MakeUpRow>> = BTreeMap::new();
    for row in made_up::of_session(w, session)? {
        by_person.entry(row.enrolment).or_default().push(row);
    }
    if by_person.is_empty() {
        return Ok(());
    }
    let marks: HashMap<EnrolmentId, MarkRow> =
        marks::of_session(w, session)?.into_iter().map(|row| (row.enrolment, row)).collect();
    let mut moved = Vec::new();
    for (enrolment, rows) in by_person {
        let Some(mark) = marks.get(&enrolment) else { continue };
        let claims: Vec<Minutes> = rows.iter().map(MakeUpRow::claim).collect();
        for (row, minutes) in rows.iter().zip(rules::worths(share, mark.minutes, &claims)) {
            if minutes != row.credited {
                made_up::update_credited(w, row.id, minutes)?;
                let (make_up_id, mark_id, mode) = (row.id.0, mark.id.0, row.mode);
                moved.push(MadeUp { enrolment, make_up_id, mark_id, minutes, mode });
            }
        }
    }
    progress::make_up(w, of, &moved, now)
}
