//! The projector page: the picture to scan, six digits, and how many have come.

use super::{Clock, samples, time};
use crate::attendance::rules::Presence;
use crate::attendance::views::presence_key;
use crate::check_in::actions;
use crate::check_in::rules::{State, code};
use crate::kernel::dates;
use crate::live_quizzes::rules::code::spoken;
use crate::printing::qr_svg;
use crate::render::SafeHtml;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Screen {
    stamp: String,
    title: String,
    address: String,
    code: String,
    qr_html: Option<SafeHtml>,
    clock: Clock,
    refresh: i64,
    arrived: i64,
    expected: i64,
    way_key: &'static str,
    ahead: Option<String>,
    code_from: Option<String>,
    closed: bool,
    says_number: bool,
    console_url: String,
    other: Option<Other>,
}

#[derive(Debug, Serialize)]
struct Other {
    url: String,
    key: &'static str,
}

impl Screen {
    /// The page with the code of this moment, of the way that was asked for or the first there is.
    pub fn new(
        screen: &actions::Screen,
        wanted: &str,
        (code_of, public_url): (&dyn Fn(&str) -> String, &str),
        reader: &Reader,
    ) -> Screen {
        let (session, ways) = (screen.session.id, screen.row.opening.ways());
        let chosen = ways.iter().copied().find(|presence| presence.as_str() == wanted);
        let presence = chosen.or(ways.first().copied()).unwrap_or(Presence::InPerson);
        let step = code::step(reader.now);
        let digits = code_of(&code::message(session, presence, step));
        let other = ways.into_iter().find(|other| *other != presence);
        let left = code::seconds_left(reader.now);
        let closed = screen.state == State::Closed;
        let (zone, code_from) = (screen.session.time_zone, screen.state.code_ahead(reader.now));
        let shown = !closed && code_from.is_none();
        let scanned = format!("{public_url}{}", paths::scan(session, &digits));
        Screen {
            stamp: format!("{step}-{}-{closed}", screen.arrived),
            title: screen.title.for_reader(reader.language).to_owned(),
            address: plain(public_url),
            code: if shown { spoken(&digits) } else { String::new() },
            qr_html: qr_svg(&scanned).ok().filter(|_| shown).map(SafeHtml::trusted),
            clock: Clock::until(reader.now.plus_seconds(left), reader.now),
            refresh: left.max(2),
            arrived: screen.arrived,
            expected: screen.expected,
            way_key: presence_key(presence),
            ahead: match screen.state {
                State::Ahead(opens_at) => Some(time(opens_at, zone)),
                State::Open | State::Closed => None,
            },
            code_from: code_from.map(|from| {
                let day = dates::day(reader.language, from.date_in(zone));
                format!("{day}, {}", time(from, zone))
            }),
            closed,
            says_number: screen.row.opening.spoken,
            console_url: paths::check_in(session),
            other: other.map(|other| Other {
                url: paths::check_in_screen_of(session, other.as_str()),
                key: presence_key(other),
            }),
        }
    }
}

fn plain(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, host)| host);
    format!("{host}{}", paths::HERE)
}

impl View for Screen {
    const TEMPLATE: &'static str = "pages/check_in/screen";
    const LAYOUT: &'static str = "layouts/hall";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Screen> {
        let code_of = |_: &str| "482915".to_owned();
        let page = |(screen, now)| {
            let reader = Reader { now, ..Reader::sample() };
            Screen::new(&screen, "online", (&code_of, "https://birge.example"), &reader)
        };
        samples::screens().into_iter().map(page).collect()
    }
}
