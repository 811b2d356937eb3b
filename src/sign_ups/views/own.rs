//! A session as somebody has it who may sign up for it.

use super::samples;
use crate::attendance::rules::{Door, Standing};
use crate::attendance::views::{When, mode_key};
use crate::kernel::{Moment, Problem, dates};
use crate::sign_ups::actions::OwnPlace;
use crate::sign_ups::rules::setting::FIELD;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct OwnPage {
    title: String,
    edition: String,
    when: When,
    place: Option<String>,
    mode_key: &'static str,
    schedule_url: &'static str,
    sign_up_url: String,
    release_url: String,
    /// What was wrong with the last try.
    wrong: Vec<Field>,
    cancelled: Option<String>,
    needed: bool,
    capacity: i32,
    left: i64,
    waiting: i64,
    confirmed: bool,
    position: Option<usize>,
    can_sign_up: bool,
    can_wait: bool,
    can_release: bool,
    too_late: bool,
    full: bool,
    opens: Option<String>,
    closes: Option<String>,
    cancel_by: Option<String>,
    closed: bool,
}

impl OwnPage {
    /// The page for its reader; with what was wrong, when they could not be signed up or taken off.
    pub fn new(own: &OwnPlace, problem: Option<&Problem>, reader: &Reader) -> OwnPage {
        let session = &own.session;
        let field = Field { id: FIELD.to_owned(), ..Field::empty(FIELD) };
        let wrong = problem.map(|problem| Field { faults: problem.faults.clone(), ..field });
        let page = OwnPage {
            title: own.title.for_reader(reader.language).to_owned(),
            edition: own.edition.clone(),
            when: When::new(session, reader),
            place: session.place.clone(),
            mode_key: mode_key(session.mode),
            schedule_url: paths::SCHEDULE,
            sign_up_url: paths::own_sign_up(session.id),
            release_url: paths::own_sign_up_release(session.id),
            wrong: wrong.into_iter().collect(),
            cancelled: session.cancelled_at.and(session.cancellation_reason.clone()),
            needed: own.taken.is_some(),
            capacity: 0,
            left: 0,
            waiting: 0,
            confirmed: own.standing == Some(Standing::Confirmed),
            position: match own.standing {
                Some(Standing::Waiting(place)) => Some(place),
                _ => None,
            },
            can_sign_up: false,
            can_wait: false,
            can_release: false,
            too_late: false,
            full: false,
            opens: None,
            closes: None,
            cancel_by: None,
            closed: false,
        };
        page.with_places(own, reader)
    }

    /// What can be done now, where people sign up for a session that is held.
    fn with_places(self, own: &OwnPlace, reader: &Reader) -> OwnPage {
        let session = &own.session;
        let Some(taken) = own.taken.as_ref().filter(|_| session.cancelled_at.is_none()) else { return self };
        let (places, now) = (&taken.places, reader.now);
        let said = |at: Moment| dates::day_and_time(reader.language, at, session.time_zone);
        let door = places.door(session.starts_at, now);
        let (signed_up, left) = (own.standing.is_some(), taken.left());
        let open = door == Door::Open && !signed_up;
        let in_time = places.can_be_given_up(session.starts_at, own.confirmed_at, now);
        OwnPage {
            capacity: places.capacity,
            left,
            waiting: taken.waiting,
            can_sign_up: open && left > 0,
            can_wait: open && left == 0 && places.waiting_list,
            full: open && left == 0 && !places.waiting_list,
            can_release: signed_up && (in_time || !self.confirmed) && now < session.ends_at,
            too_late: self.confirmed && !in_time,
            opens: match door {
                Door::Ahead(at) if !signed_up => Some(said(at)),
                _ => None,
            },
            closes: open.then(|| said(places.closes(session.starts_at))),
            cancel_by: (self.confirmed && in_time)
                .then(|| said(places.cancel_by(session.starts_at, own.confirmed_at))),
            closed: door == Door::Closed && !signed_up,
            ..self
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/sign_ups/own";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<OwnPage> {
        let reader = samples::reader();
        let problem = samples::refusal();
        let mut pages: Vec<OwnPage> =
            samples::own_places().iter().map(|own| OwnPage::new(own, None, &reader)).collect();
        let wrong = samples::own_places();
        pages.extend(wrong.first().map(|own| OwnPage::new(own, Some(&problem), &reader)));
        pages
    }
}
