//! The door for those who come: six digits, or one press after a scan.

use super::{Clock, faulty, samples, time};
use crate::attendance::views::{When, presence_key};
use crate::check_in::actions::{About, Look, Place};
use crate::check_in::rules::State;
use crate::kernel::Fault;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// What was typed at the door, and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    code: String,
    spoken: String,
    faults: Vec<Fault>,
}

impl Typed {
    /// What a form says.
    pub fn of(form: &Form, faults: Vec<Fault>) -> Typed {
        Typed { code: form.raw("code").to_owned(), spoken: form.raw("spoken").to_owned(), faults }
    }

    /// A scanned code that fits nothing.
    pub fn wrong() -> Typed {
        Typed { faults: vec![Fault::new("code", "check-in-code-wrong")], ..Typed::default() }
    }
}

/// The session of a code.
#[derive(Debug, Serialize)]
struct Known {
    title: String,
    edition: String,
    when: When,
}

#[derive(Debug, Serialize)]
struct Ready {
    way_key: &'static str,
    spoken: Option<Field>,
}

#[derive(Debug, Serialize)]
struct Ahead {
    at: String,
    clock: Clock,
}

/// A session of the reader's own at which people mark themselves now.
#[derive(Debug, Serialize)]
struct Own {
    title: String,
    url: String,
    when: When,
    arrived: bool,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct HerePage {
    url: &'static str,
    schedule_url: &'static str,
    known: Option<Known>,
    ready: Option<Ready>,
    ahead: Option<Ahead>,
    closed: bool,
    not_theirs: bool,
    code: Field,
    own: Vec<Own>,
    summary: Vec<Field>,
}

impl HerePage {
    /// The form for six digits.
    pub fn form(typed: &Typed, own: &[Place], reader: &Reader) -> HerePage {
        let code = Field::with_faults("code", typed.code.as_str(), &typed.faults);
        let open = own.iter().filter(|place| matches!(place.state, Some(State::Ahead(_) | State::Open)));
        HerePage {
            url: paths::HERE,
            schedule_url: paths::SCHEDULE,
            known: None,
            ready: None,
            ahead: None,
            closed: false,
            not_theirs: false,
            summary: faulty(vec![code.clone()]),
            code,
            own: open.map(|place| Own::new(place, reader)).collect(),
        }
    }

    /// The page of a code that was shown.
    pub fn seen(look: &Look, typed: &Typed, own: &[Place], reader: &Reader) -> HerePage {
        let page = HerePage::form(typed, own, reader);
        let known = |about: &About| Some(Known::new(about, reader));
        match look {
            Look::Ready { about, presence, spoken } => {
                let field = Field::with_faults("spoken", typed.spoken.as_str(), &typed.faults);
                let summary = faulty(vec![field.clone()]);
                let ready = Ready { way_key: presence_key(*presence), spoken: spoken.then_some(field) };
                HerePage { known: known(about), ready: Some(ready), summary, ..page }
            }
            Look::Ahead(about, opens_at) => {
                let at = time(*opens_at, about.session.time_zone);
                let ahead = Ahead { at, clock: Clock::until(*opens_at, reader.now) };
                HerePage { known: known(about), ahead: Some(ahead), ..page }
            }
            Look::Closed(about) => HerePage { known: known(about), closed: true, ..page },
            Look::NotTheirs => HerePage { not_theirs: true, ..page },
            Look::Wrong | Look::Already { .. } => page,
        }
    }
}

impl Known {
    fn new(about: &About, reader: &Reader) -> Known {
        Known {
            title: about.title.for_reader(reader.language).to_owned(),
            edition: about.edition.clone(),
            when: When::new(&about.session, reader),
        }
    }
}

impl Own {
    fn new(place: &Place, reader: &Reader) -> Own {
        Own {
            title: place.title.for_reader(reader.language).to_owned(),
            url: paths::here_at(place.session.id),
            when: When::new(&place.session, reader),
            arrived: place.arrived.is_some() && place.mark.is_some(),
        }
    }
}

impl View for HerePage {
    const TEMPLATE: &'static str = "pages/check_in/here";

    fn title(&self) -> Title {
        Title::key("check-in-here-title")
    }

    fn samples() -> Vec<HerePage> {
        let (own, reader) = (samples::places(), samples::reader());
        let spoken = Typed {
            spoken: "17".into(),
            faults: vec![Fault::new("spoken", "check-in-spoken-wrong")],
            ..Typed::default()
        };
        let mut pages = vec![
            HerePage::form(&Typed::default(), &[], &reader),
            HerePage::form(&Typed::wrong(), &own, &reader),
        ];
        pages.extend(samples::looks().iter().map(|look| HerePage::seen(look, &spoken, &own, &reader)));
        pages
    }
}
