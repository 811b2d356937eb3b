//! What each session of an activity is worth, when its sessions change.

use super::made_up;
use crate::attendance::rules::credit;
use crate::attendance::store::{marks, sessions};
use crate::db::Write;
use crate::kernel::{EditionId, Moment, Problem};
use crate::programmes::store::ActivityRow;
use crate::progress::actions::{self as progress, Attended};

/// Brings marks and ledger to the present sessions of an activity: another session, another length, or one for which people
/// sign up now or not any more, gives each a different share of the planned time.
///
/// # Errors
/// The database's.
pub fn share_anew(
    w: &mut Write,
    edition: EditionId,
    activity: &ActivityRow,
    now: Moment,
) -> Result<(), Problem> {
    let split = sessions::split(w, edition, activity.id)?;
    for held in &split {
        let share = credit::share(activity.minutes, &split, held.session);
        let mut moved = Vec::new();
        for old in marks::of_session(w, held.session)? {
            let minutes = credit::credit(share, &old.mark, held.length);
            if minutes != old.minutes {
                marks::update_minutes(w, old.id, minutes)?;
                let mode = old.mark.presence.mode();
                moved.push(Attended { enrolment: old.enrolment, mark_id: old.id.0, minutes, mode });
            }
        }
        let of = progress::Held { edition, activity: activity.id, nature: activity.nature };
        progress::attend(w, of, &moved, now)?;
        made_up::settle(w, of, (held.session, share), now)?;
    }
    Ok(())
}
