//! Addresses of calendars: making and taking back, and what programs read there.

use super::input;
use crate::calendars::actions::{self, Subscribed};
use crate::calendars::rules::is_secret;
use crate::calendars::store::feeds::FeedRow;
use crate::calendars::views::{FeedsPage, Shown};
use crate::db::Write;
use crate::kernel::{Actor, CalendarFeedId, EditionId, Gate, Moment, Problem, ProblemCode};
use crate::printing::calendars::{Event, MEDIA_TYPE, feed};
use crate::secrets::{sha256_hex, token_hash};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How long a program may keep what it was given: a session that is called off should not wait long.
const KEPT: &str = "private, max-age=300";

/// Which edition the reader comes from.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    edition: Option<EditionId>,
}

/// `GET /calendar/feeds`
pub async fn index(web: Web, asked: Query<Asked>) -> Reply {
    let edition = asked.edition;
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, edition)).await?;
    web.page(&me, &FeedsPage::new(&own, None, (&me.actor, &web.reader(&me))))
}

/// `POST /calendar/feeds`: the answer shows the address, this once.
pub async fn create(web: Web, form: Form) -> Reply {
    let (edition, (address, hash)) = (input::edition(&form)?, fresh(&web));
    let create = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::create(w, me, edition, &hash, now)?;
        actions::own(w, me, None)
    };
    match web.write(Gate::SignedIn, &form, create).await {
        Ok((me, own)) => {
            let shown = Some(Shown::new(address));
            web.page(&me, &FeedsPage::new(&own, shown, (&me.actor, &web.reader(&me))))
        }
        Err(Failure::Repeated) => web.redirect(paths::CALENDAR_FEEDS),
        Err(failure) => Err(failure),
    }
}

/// `POST /calendar/feeds/{feed}/revocation`
pub async fn revoke(web: Web, path: Path<i64>, form: Form) -> Reply {
    let feed = CalendarFeedId(path.into_inner());
    let revoke = move |w: &mut Write, me: &Actor, now| actions::revoke(w, me, feed, now);
    match web.write(Gate::SignedIn, &form, revoke).await {
        Ok(_) => web.see_other(paths::CALENDAR_FEEDS, Flash::good("calendars-flash-revoked")),
        Err(Failure::Repeated) => web.redirect(paths::CALENDAR_FEEDS),
        Err(failure) => Err(failure),
    }
}

/// `POST /calendar/invitations`
pub async fn choose(web: Web, form: Form) -> Reply {
    let wanted = form.ticked("invited");
    let choose = move |w: &mut Write, me: &Actor, now| actions::choose_invitations(w, me, wanted, now);
    let said = if wanted { "calendars-flash-invited" } else { "calendars-flash-not-invited" };
    match web.write(Gate::SignedIn, &form, choose).await {
        Ok(_) => web.see_other(paths::CALENDAR_FEEDS, Flash::good(said)),
        Err(Failure::Repeated) => web.redirect(paths::CALENDAR_FEEDS),
        Err(failure) => Err(failure),
    }
}

/// `GET /calendar-feeds/{token}.ics`: no cookie, the address is the key. A right one costs only itself, and before its
/// calendar is put together.
pub async fn show(web: Web, path: Path<String>) -> Reply {
    let (feed, now) = (opened(&web, &path).await?, web.now());
    web.kit.limits.look_up(&format!("calendar-feed {}", feed.id))?;
    let found = web.kit.db.read(move |r| actions::subscribed(r, &feed, now)).await?;
    let changed_at = found.events.iter().map(|event| event.revised_at).max();
    let body = written(&web, found);
    // Weak: what stands between us and the program may compress it.
    let tag = format!("W/\"{}\"", sha256_hex(body.as_bytes()));
    let known = web.header(header::IF_NONE_MATCH);
    let unchanged = known.split(',').any(|one| one.trim() == tag);
    let mut answer = if unchanged { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, KEPT))
        .insert_header(("x-robots-tag", "noindex, nofollow"));
    if let Some(at) = changed_at {
        answer.insert_header((header::LAST_MODIFIED, at.0.format("%a, %d %b %Y %H:%M:%S GMT").to_string()));
    }
    Ok(if unchanged { answer.finish() } else { answer.content_type(MEDIA_TYPE).body(body) })
}

/// What an address leads to. A wrong one costs whoever asks, and no trouble of ours does: the programs of a whole country
/// may ask from behind a few addresses.
async fn opened(web: &Web, token: &str) -> Result<FeedRow, Problem> {
    let found = if is_secret(token) {
        let hash = token_hash(token);
        web.kit.db.read(move |r| actions::opened(r, &hash)).await
    } else {
        Err(Problem::not_found())
    };
    if found.as_ref().is_err_and(|problem| problem.code == ProblemCode::NotFound) {
        web.kit.limits.look_up(&web.address())?;
    }
    found
}

/// The calendar in the words of its owner.
fn written(web: &Web, found: Subscribed) -> String {
    let (kit, language) = (&web.kit, found.actor.language);
    let name = match &found.edition {
        Some(title) => format!("Birge: {title}"),
        None => format!("Birge: {}", kit.words.text(language, "calendars-title")),
    };
    let events: Vec<Event> = found
        .events
        .into_iter()
        .map(|event| {
            // Few programs show by themselves that something in a subscribed calendar is cancelled.
            let title = [("title", event.summary.as_str())];
            let summary = if event.cancelled {
                kit.words.text_with(language, "calendars-event-cancelled", &title)
            } else {
                event.summary.clone()
            };
            let uid = kit.secrets.worldwide(&event.uid);
            Event { summary, ..event }.placed(uid, &kit.settings.public_url)
        })
        .collect();
    feed(&name, language, &events)
}

/// An address with a fresh secret, and what is kept of it.
pub(in crate::calendars) fn fresh(web: &Web) -> (String, String) {
    let secret = web.kit.secrets.token();
    let hash = token_hash(&secret);
    (web.kit.absolute(&paths::calendar_feed(&secret)), hash)
}
