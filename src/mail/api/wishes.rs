//! The choice of what comes by mail, as JSON.

use crate::api::{Api, ApiErrors, Body, ok};
use crate::kernel::{Gate, Problem, dates};
use crate::mail::Topic;
use crate::mail::actions::wishes as actions;
use crate::mail::rules::wishes::{Typed, Wishes};
use crate::web::Reply;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The description of this part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, update))]
pub struct Doc;

/// What the bearer wants to get by mail. On the site every message stands in any case; letters about the account and
/// about changes of sessions always go at once.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LetterWishes {
    /// `reminders`, `grades`, `cases`, `places`, `documents` or `enrolment`, each with `at_once`, `digest` or `never`;
    /// reminders do not wait for a digest. A topic that is not named comes at once.
    #[serde(default)]
    topics: BTreeMap<String, String>,
    /// When the letter of the day goes, by the bearer's own clock, as `09:00`.
    digest_at: String,
    /// From when nothing is sent that can wait, as `22:00`; `null` for no quiet hours.
    quiet_from: Option<String>,
    /// Until when, at most 16 hours later.
    quiet_to: Option<String>,
}

impl LetterWishes {
    fn new(wishes: &Wishes) -> LetterWishes {
        let topic = |topic: Topic| (topic.as_str().to_owned(), wishes.delivery(topic).as_str().to_owned());
        LetterWishes {
            topics: Topic::to_choose().map(topic).collect(),
            digest_at: dates::time(wishes.digest_at),
            quiet_from: wishes.quiet.map(|quiet| dates::time(quiet.from)),
            quiet_to: wishes.quiet.map(|quiet| dates::time(quiet.to)),
        }
    }

    fn parse(self) -> Result<Wishes, Problem> {
        let typed = Typed {
            deliveries: self.topics.into_iter().collect(),
            digest_at: self.digest_at,
            quiet_from: self.quiet_from.unwrap_or_default(),
            quiet_to: self.quiet_to.unwrap_or_default(),
        };
        typed.read().map_err(Problem::invalid)
    }
}

/// What the bearer wants to get by mail.
#[utoipa::path(get, path = "/api/v1/me/letters", tag = "messages",
    responses((status = 200, body = LetterWishes), (status = 401, body = ApiErrors)))]
pub async fn show(api: Api) -> Reply {
    let (_, wishes) = api.read(Gate::SignedIn, actions::own).await?;
    Ok(ok(&LetterWishes::new(&wishes)))
}

/// Chooses what comes by mail, and when.
#[utoipa::path(put, path = "/api/v1/me/letters", tag = "messages", request_body = LetterWishes,
    responses((status = 200, body = LetterWishes), (status = 401, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, Body(body): Body<LetterWishes>) -> Reply {
    let wanted = body.parse()?;
    let kept = wanted.clone();
    api.write(Gate::SignedIn, move |w, me, now| actions::choose(w, me, &kept, now)).await?;
    Ok(ok(&LetterWishes::new(&wanted)))
}
