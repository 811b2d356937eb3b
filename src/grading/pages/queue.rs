//! The trainer's queue.

use crate::grading::actions::{self, Wish};
use crate::grading::rules::{Whose, WorkState};
use crate::grading::views::{Queue, Wished};
use crate::kernel::{ActivityId, EditionId, Gate, OrganisationId, SubmissionId, Word};
use crate::web::{Reply, Web};
use actix_web::web::Query;
use serde::Deserialize;

/// How many works stand on one page.
const PAGE: i64 = 50;

/// What of the queue is asked for; what cannot be read asks for nothing.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    edition: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    whose: String,
    #[serde(default)]
    after: String,
}

/// `GET /grading`.
pub async fn index(web: Web, asked: Query<Asked>) -> Reply {
    let Asked { edition, case, organisation, state, whose, after } = asked.into_inner();
    let wish = Wish {
        edition: id(&edition, EditionId),
        case: id(&case, ActivityId),
        organisation: id(&organisation, OrganisationId),
        state: WorkState::parse(&state).filter(|state| *state != WorkState::Released),
        whose: Whose::parse(&whose).unwrap_or(Whose::All),
        after: id(&after, SubmissionId),
    };
    let now = web.now();
    let job = move |r: &mut _, me: &_| actions::queue(r, me, wish, PAGE, now);
    let (me, page) = web.read(Gate::Trainer, job).await?;
    let wished = Wished { edition, case, organisation, state, whose, after };
    web.page(&me, &Queue::new(&page, &wished, (&me.actor, &web.reader(&me)), &web.say(&me)))
}

/// An id that was asked for. One that is no number finds nothing rather than everything.
fn id<T>(text: &str, make: fn(i64) -> T) -> Option<T> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(|text| make(text.parse().unwrap_or(0)))
}
