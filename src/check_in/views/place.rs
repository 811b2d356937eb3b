//! A session as one of its people has it.

use super::{samples, state_key, time};
use crate::attendance::rules::Status;
use crate::attendance::views::{When, mode_key, presence_key, status_key};
use crate::check_in::actions::Place;
use crate::check_in::rules::State;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct PlacePage {
    stamp: String,
    title: String,
    edition: String,
    when: When,
    place: Option<String>,
    mode_key: &'static str,
    schedule_url: &'static str,
    here_url: &'static str,
    cancelled: Option<String>,
    state_key: &'static str,
    opens: Option<String>,
    open: bool,
    missed: bool,
    arrived: Option<Arrived>,
    meeting: Option<Meeting>,
    prompt: Option<Prompt>,
}

#[derive(Debug, Serialize)]
struct Arrived {
    at: String,
    way_key: &'static str,
    made_mark: bool,
    corrected: bool,
    away: bool,
    unmarked: bool,
    mark_key: Option<&'static str>,
}

impl Arrived {
    /// The arrival with what the sheet says now: who was marked absent since is told so, and so is who has no mark because
    /// the sheet was closed before.
    fn new(place: &Place) -> Option<Arrived> {
        let (at, presence, made_mark) = place.arrived?;
        let status = place.mark.as_ref().map(|(mark, _)| mark.status);
        Some(Arrived {
            at: time(at, place.session.time_zone),
            way_key: presence_key(presence),
            made_mark,
            corrected: place.mark.as_ref().is_some_and(|(_, corrected)| *corrected),
            away: matches!(status, Some(Status::Absent | Status::Excused)),
            unmarked: status.is_none(),
            mark_key: status.filter(|status| *status != Status::Present).map(status_key),
        })
    }
}

#[derive(Debug, Serialize)]
struct Meeting {
    url: String,
    marks: bool,
    joined: Option<String>,
}

#[derive(Debug, Serialize)]
struct Prompt {
    number: i32,
    answered: bool,
    url: String,
}

impl PlacePage {
    /// The page for its reader, with the address of the button that joins.
    pub fn new(place: &Place, join_url: &str, reader: &Reader) -> PlacePage {
        let (session, zone) = (&place.session, place.session.time_zone);
        let cancelled = session.cancelled_at.is_some();
        let over = reader.now >= session.ends_at;
        let meeting = session.link.as_ref().filter(|_| !cancelled && !over).map(|_| Meeting {
            url: join_url.to_owned(),
            marks: place.by_joining && place.state == Some(State::Open) && place.arrived.is_none(),
            joined: place.joined.map(|at| time(at, zone)),
        });
        let prompt = place.prompt.map(|(number, answered)| Prompt {
            number,
            answered,
            url: paths::still_here(session.id),
        });
        PlacePage {
            stamp: stamp(place),
            title: place.title.for_reader(reader.language).to_owned(),
            edition: place.edition.clone(),
            when: When::new(session, reader),
            place: session.place.clone(),
            mode_key: mode_key(session.mode),
            schedule_url: paths::SCHEDULE,
            here_url: paths::HERE,
            cancelled: session.cancelled_at.and(session.cancellation_reason.clone()),
            state_key: state_key(place.state),
            opens: match place.state {
                Some(State::Ahead(opens_at)) => Some(time(opens_at, zone)),
                _ => None,
            },
            open: place.state == Some(State::Open) && place.arrived.is_none(),
            missed: place.state == Some(State::Closed) && place.arrived.is_none(),
            arrived: Arrived::new(place),
            meeting,
            prompt,
        }
    }
}

/// What tells one state of the page from another.
fn stamp(place: &Place) -> String {
    let arrived = place.arrived.is_some();
    let mark = place.mark.as_ref().map(|(mark, corrected)| (mark.status, *corrected));
    format!("{:?}-{arrived}-{mark:?}-{:?}", place.state, place.prompt)
}

impl View for PlacePage {
    const TEMPLATE: &'static str = "pages/check_in/place";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<PlacePage> {
        let url = paths::joining(crate::kernel::SessionId(1), "seal");
        samples::places().iter().map(|place| PlacePage::new(place, &url, &samples::reader())).collect()
    }
}
