//! The letter that asks for reviews. It says how many and until when, and nothing of the works.

use crate::access;
use crate::db::Write;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem, dates};
use crate::mail::{self, Letter, Recipient};
use crate::peer_reviews::rules::Pair;
use crate::programmes::store as programmes;
use crate::web::paths;
use std::collections::BTreeMap;

/// Asks everybody who was given works, once each.
///
/// # Errors
/// The database's.
pub(super) fn ask_reviewers(
    w: &mut Write,
    (edition, case): (&EditionRow, ActivityId),
    pairs: &[Pair],
    due: Moment,
    now: Moment,
) -> Result<(), Problem> {
    let title = programmes::activity(w, case)?.ok_or_else(Problem::not_found)?.title.0;
    let mut counts: BTreeMap<EnrolmentId, usize> = BTreeMap::new();
    for (_, reviewer) in pairs {
        *counts.entry(*reviewer).or_default() += 1;
    }
    for (reviewer, count) in counts {
        let (enrolment, _) = editions::enrolment(w, reviewer)?.ok_or_else(Problem::not_found)?;
        let person = access::store::actor_of(w, enrolment.person_id)?.ok_or_else(Problem::not_found)?;
        let (last, zone) = (due.plus_minutes(-1), edition.time_zone);
        let data = serde_json::json!({
            "name": person.name.address(),
            "title": title.for_reader(person.language),
            "count": count,
            "time": dates::day_and_time(person.language, last, zone),
            "city": dates::zone_city(person.language, zone),
            "path": paths::own_reviews(reviewer, case),
        });
        let to = Recipient {
            person: person.person,
            address: person.email,
            name: person.name.full(),
            language: person.language,
        };
        mail::send(w, now, &Letter { name: "peer_reviews_asked", to, data })?;
    }
    Ok(())
}
