//! The pages of the check-in: the trainer's, the projector's, the people's.

mod console;
mod here;
mod place;
mod samples;
mod screen;

pub use console::Console;
pub use here::{HerePage, Typed};
pub use place::PlacePage;
pub use screen::Screen;

use super::actions::Noted;
use super::rules::flags::Arrived;
use super::rules::{Flag, Raised, State};
use crate::attendance::actions::Sheet;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{RollNote, Telling, presence_key};
use crate::kernel::{Moment, ZoneName, dates};
use crate::web::Field;
use serde::Serialize;

/// A link of the way down to a page.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// The clock of a page, as `live.js` runs it.
#[derive(Debug, Serialize)]
struct Clock {
    ms: i64,
    text: String,
    running: bool,
}

impl Clock {
    /// What is left until a moment.
    fn until(moment: Moment, now: Moment) -> Clock {
        let ms = (moment.0 - now.0).num_milliseconds().max(0);
        let seconds = (ms + 999) / 1000;
        let text =
            if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) };
        Clock { ms, text, running: true }
    }
}

fn time(at: Moment, zone: ZoneName) -> String {
    dates::time(at.local(zone).time())
}

fn state_key(state: Option<State>) -> &'static str {
    match state {
        None => "check-in-state-none",
        Some(State::Ahead(_)) => "check-in-state-ahead",
        Some(State::Open) => "check-in-state-open",
        Some(State::Closed) => "check-in-state-closed",
    }
}

fn flag_key(flag: Flag) -> &'static str {
    match flag {
        Flag::Device => "check-in-flag-device",
        Flag::Pace => "check-in-flag-pace",
        Flag::Elsewhere => "check-in-flag-elsewhere",
        Flag::Mark => "check-in-flag-mark",
    }
}

/// «9:58, онлайн».
fn arrival_line(one: &Arrived, (mode, zone): (SessionMode, ZoneName), telling: Telling<'_>) -> String {
    let mut line = time(one.at, zone);
    if mode == SessionMode::Mixed {
        line = format!("{line}, {}", telling.say(presence_key(one.presence)).to_lowercase());
    }
    line
}

/// What stands beside the people of a sheet: who marked themselves, and what looks odd about it.
pub fn roll_notes(sheet: &Sheet, noted: &Noted, telling: Telling<'_>) -> Vec<RollNote> {
    let place = (sheet.session.mode, sheet.session.time_zone);
    let own = |one: &Arrived| RollNote {
        enrolment: one.enrolment,
        text: format!("{} {}", telling.say("check-in-roll-note"), arrival_line(one, place, telling)),
        attention: false,
    };
    let odd = |one: &Raised| RollNote {
        enrolment: one.enrolment,
        text: telling.say(flag_key(one.flag)),
        attention: true,
    };
    noted.arrivals.iter().map(own).chain(noted.flags.iter().map(odd)).collect()
}

/// The fields with faults, for the summary of a form.
fn faulty(fields: Vec<Field>) -> Vec<Field> {
    fields.into_iter().filter(|field| !field.faults.is_empty()).collect()
}
