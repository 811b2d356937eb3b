//! What an order brings about: whoever is expelled leaves the edition, and comes back when that order is cancelled; both
//! times they are written to.

use crate::db::Write;
use crate::editions::actions as editions;
use crate::editions::rules::Stage;
use crate::kernel::{Actor, EnrolmentId, Moment, OrderId, Problem, ProblemCode, dates};
use crate::mail::{self, Letter};
use crate::orders::actions::group::Desk;
use crate::orders::rules::content::Content;
use crate::orders::rules::effects::{self, Left, Return};
use crate::orders::store::OrderRow;
use crate::people::store::addressees;
use chrono::NaiveDate;
use serde_json::json;

/// The effect of a paper that was signed in this moment, under this number and with this date.
pub(super) fn take_effect(
    w: &mut Write,
    actor: &Actor,
    (desk, row): (&Desk, &OrderRow),
    (number, dated): (&str, NaiveDate),
    now: Moment,
) -> Result<(), Problem> {
    match &row.content.0 {
        Content::Expulsion { enrolment, reason, .. } => {
            let short: String = reason.chars().take(500).collect();
            match editions::withdraw(w, actor, (row.edition_id, *enrolment), &short, now) {
                // Withdrawn before by hand: the order only says so.
                Err(problem) if problem.code == ProblemCode::Conflict => {}
                done => done?,
            }
            tell(w, desk, (*enrolment, Told::Expelled(reason)), (number, dated), now)
        }
        Content::Cancellation { .. } => match row.about_id.and_then(|about| returns(desk, about, now)) {
            Some((enrolment, Return::Comes)) => {
                editions::reinstate(w, actor, (row.edition_id, enrolment), now)?;
                tell(w, desk, (enrolment, Told::Restored), (number, dated), now)
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// What somebody is written.
#[derive(Clone, Copy)]
enum Told<'a> {
    /// That they are expelled, and why.
    Expelled(&'a str),
    /// That they study again.
    Restored,
}

/// Writes to somebody what became of them, and by which order.
fn tell(
    w: &mut Write,
    desk: &Desk,
    (enrolment, told): (EnrolmentId, Told<'_>),
    (number, dated): (&str, NaiveDate),
    now: Moment,
) -> Result<(), Problem> {
    let group = &desk.group;
    let who = group.trainees.iter().find(|one| one.enrolment == enrolment).map(|one| one.person);
    for to in addressees::of(w, who.as_slice())? {
        let (name, reason) = match told {
            Told::Expelled(reason) => ("enrolment_expelled", Some(reason)),
            Told::Restored => ("enrolment_restored", None),
        };
        let data = json!({
            "reason": reason,
            "name": to.name.address(),
            "programme": group.taught.title.for_reader(to.language),
            "edition": group.edition.title,
            "number": number,
            "dated": dates::date(to.language, dated),
        });
        mail::send(w, now, &Letter { name, to: to.recipient(), data })?;
    }
    Ok(())
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
