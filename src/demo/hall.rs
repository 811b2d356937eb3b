//! A session that is being held right now, at which people mark themselves: most are there, two of them by one phone.

use super::courses::Course;
use super::stage::{Run, Stage, Trainee};
use super::{agendas, lost};
use crate::attendance::actions as attendance;
use crate::attendance::rules::{Booking, Presence, SessionMode};
use crate::check_in::actions::{self, Coming, Origin, Shown};
use crate::check_in::rules::{Opening, code, flags};
use crate::db::Write;
use crate::kernel::{Moment, Problem, SessionId, ZoneName};
use crate::secrets::{Secrets, token_hash};
use chrono::{NaiveTime, TimeDelta, Timelike};

/// How many people of the large edition have come so far, behind the first few who are still on their way.
const CAME: usize = 12;
const ON_THEIR_WAY: usize = 5;

/// Holds it: begun ten minutes ago, its doors still open.
///
/// # Errors
/// What an action answers.
pub fn open(w: &mut Write, secrets: &Secrets, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = stage.runs.iter().find(|run| run.course == Course::Partnership);
    let run = run.ok_or_else(|| lost("the large edition"))?;
    let session = hold(w, stage, run, now)?;
    agendas::describe(w, run, session, now.plus_minutes(-50))?;
    let opening = Opening { prompt_minutes: Some(30), ..Opening::usual(SessionMode::Mixed) };
    actions::open(w, &run.trainer, session, (&opening, "42"), now.plus_minutes(-12))?;
    let came = run.trainees.iter().skip(ON_THEIR_WAY).take(CAME);
    for (place, who) in (0i64..).zip(came) {
        let at = now.plus_seconds(30 * place - 9 * 60);
        arrive(w, secrets, (session, who), place, at)?;
    }
    Ok(())
}

/// Another part of what is taught next.
fn hold(w: &mut Write, stage: &Stage, run: &Run, now: Moment) -> Result<SessionId, Problem> {
    let zone = ZoneName::MOSCOW;
    let today = now.date_in(zone);
    let next = run.held.iter().find(|held| held.on > today).ok_or_else(|| lost("the next session"))?;
    let begun = now.plus_minutes(-10).local(zone);
    let starts = if begun.date() == today { full_minute(begun.time()) } else { NaiveTime::MIN };
    let (ends, days) = starts.overflowing_add_signed(TimeDelta::minutes(90));
    let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(ends);
    let booking = Booking {
        activity: next.activity,
        held_on: today,
        starts,
        ends: if days == 0 { ends } else { last },
        mode: SessionMode::Mixed,
        place: Some("Москва, Учебная улица, 7, актовый зал".to_owned()),
        link: Some("https://meet.birge.example/partnership-now".to_owned()),
        trainer: None,
    };
    // On some days the edition has a session of its own at this hour.
    let despite = Some("Для тех, кто не придёт на занятие по расписанию");
    attendance::book_despite(w, &stage.admin, run.id, (&booking, despite), now.plus_minutes(-60))
}

fn full_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}

fn arrive(
    w: &mut Write,
    secrets: &Secrets,
    (session, who): (SessionId, &Trainee),
    place: i64,
    at: Moment,
) -> Result<(), Problem> {
    let code_of = actions::code_of(secrets);
    let presence = if place % 4 == 3 { Presence::Online } else { Presence::InPerson };
    let shown = Shown {
        session: Some(session),
        code: code_of(&code::message(session, presence, code::step(at))),
        at,
    };
    // The last two have one phone between them.
    let phone = place.min(i64::try_from(CAME).unwrap_or(i64::MAX) - 2);
    let address =
        if presence == Presence::Online { format!("198.51.100.{place}") } else { "203.0.113.7".into() };
    let origin = Origin {
        device: Some(token_hash(&format!("phone {phone}"))),
        network: flags::network(&address),
        address: secrets.seal("check-in-address", &address),
    };
    let coming = Coming { shown, spoken: None, origin };
    actions::arrive(w, &who.actor, &coming, &code_of, at)?;
    Ok(())
}
