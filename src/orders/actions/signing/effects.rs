//! What an order brings about: whoever is expelled leaves the edition, and comes back when that order is cancelled.

use crate::db::Write;
use crate::editions::actions as editions;
use crate::editions::rules::Stage;
use crate::kernel::{Actor, EnrolmentId, Moment, OrderId, Problem, ProblemCode};
use crate::orders::actions::group::Desk;
use crate::orders::rules::content::Content;
use crate::orders::rules::effects::{self, Left, Return};
use crate::orders::store::OrderRow;

/// The effect of a paper that was signed in this moment.
pub(super) fn take_effect(
    w: &mut Write,
    actor: &Actor,
    (desk, row): (&Desk, &OrderRow),
    now: Moment,
) -> Result<(), Problem> {
    match &row.content.0 {
        Content::Expulsion { enrolment, reason, .. } => {
            let reason: String = reason.chars().take(500).collect();
            match editions::withdraw(w, actor, (row.edition_id, *enrolment), &reason, now) {
                // Withdrawn before by hand: the order only says so.
                Err(problem) if problem.code == ProblemCode::Conflict => Ok(()),
                done => done,
            }
        }
        Content::Cancellation { .. } => match row.about_id.and_then(|about| returns(desk, about, now)) {
            Some((enrolment, Return::Comes)) => {
                editions::reinstate(w, actor, (row.edition_id, enrolment), now)
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whom cancelling an order of expulsion concerns, and whether they come back; nothing for other papers.
pub fn returns(desk: &Desk, expulsion: OrderId, now: Moment) -> Option<(EnrolmentId, Return)> {
    let order = desk.order(expulsion)?;
    let Content::Expulsion { enrolment, .. } = &order.content.0 else { return None };
    let group = &desk.group;
    let trainee = group.trainees.iter().find(|one| one.enrolment == *enrolment)?;
    let places = usize::try_from(group.edition.capacity).unwrap_or_default();
    let left = Left {
        withdrawn_at: trainee.withdrawn_at,
        expelled_at: order.signed.signed_at,
        over: group.edition.term().stage(now) == Stage::Over,
        full: group.active().len() >= places,
        closed: trainee.closed,
    };
    Some((*enrolment, effects::returns(left)))
}
