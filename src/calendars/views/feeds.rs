//! The addresses of a person's calendars, how they are added to other programs, and the choice of invitations.

use crate::calendars::actions::Own;
use crate::kernel::{Actor, dates};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct FeedsPage {
    shown: Option<Shown>,
    feeds: Vec<FeedLine>,
    /// What an address can be made of: one's own sessions first.
    offers: Vec<Offer>,
    create_url: &'static str,
    calendar_url: &'static str,
    email: String,
    invited: bool,
    invitations_url: &'static str,
}

/// An address that was made just now: it is shown once.
#[derive(Debug, Serialize)]
pub struct Shown {
    address: String,
    /// The same for programs that subscribe by themselves when it is pressed.
    subscribe_url: String,
}

impl Shown {
    /// The whole address, as the world reaches it.
    pub fn new(address: String) -> Shown {
        let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        Shown { subscribe_url: format!("webcal://{rest}"), address }
    }
}

#[derive(Debug, Serialize)]
struct FeedLine {
    /// The edition; one's own sessions where there is none.
    edition: Option<String>,
    edition_id: Option<i64>,
    since: String,
    revocation_url: String,
}

#[derive(Debug, Serialize)]
struct Offer {
    edition: Option<String>,
    edition_id: Option<i64>,
}

impl FeedsPage {
    /// The page for its reader.
    pub fn new(own: &Own, shown: Option<Shown>, (actor, reader): (&Actor, &Reader)) -> FeedsPage {
        let mut offers: Vec<Offer> = Vec::new();
        if own.feeds.iter().all(|(feed, _)| feed.edition.is_some()) {
            offers.push(Offer { edition: None, edition_id: None });
        }
        offers.extend(
            own.editions
                .iter()
                .map(|(id, title)| Offer { edition: Some(title.clone()), edition_id: Some(id.0) }),
        );
        FeedsPage {
            shown,
            feeds: own
                .feeds
                .iter()
                .map(|(feed, edition)| FeedLine {
                    edition: edition.clone(),
                    edition_id: feed.edition.map(|id| id.0),
                    since: dates::date_and_time(reader.language, feed.created_at, reader.zone),
                    revocation_url: paths::calendar_feed_revocation(feed.id),
                })
                .collect(),
            offers,
            create_url: paths::CALENDAR_FEEDS,
            calendar_url: paths::CALENDAR,
            email: actor.email.clone(),
            invited: own.invited,
            invitations_url: paths::CALENDAR_INVITATIONS,
        }
    }
}

impl View for FeedsPage {
    const TEMPLATE: &'static str = "pages/calendars/feeds";

    fn title(&self) -> Title {
        Title::key("calendars-feeds-title")
    }

    fn samples() -> Vec<FeedsPage> {
        let line = |edition: Option<&str>| FeedLine {
            edition: edition.map(str::to_owned),
            edition_id: edition.map(|_| 1),
            since: "15 сентября 2026 г., 09:00".into(),
            revocation_url: paths::CALENDAR_FEEDS.into(),
        };
        let offer = |edition: Option<&str>| Offer {
            edition: edition.map(str::to_owned),
            edition_id: edition.map(|_| 1),
        };
        let page = |shown, feeds, offers, invited| FeedsPage {
            shown,
            feeds,
            offers,
            create_url: paths::CALENDAR_FEEDS,
            calendar_url: paths::CALENDAR,
            email: "dinara@birge.example".into(),
            invited,
            invitations_url: paths::CALENDAR_INVITATIONS,
        };
        let shown = Shown::new("https://birge.example/calendar-feeds/fT0q.ics".into());
        vec![
            page(None, Vec::new(), vec![offer(None), offer(Some("2-й поток"))], false),
            page(Some(shown), vec![line(None), line(Some("2-й поток"))], Vec::new(), true),
        ]
    }
}
