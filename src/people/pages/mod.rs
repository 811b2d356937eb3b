//! The pages of people. Here: where everybody is sent first, and how a reader reads.

pub mod corrections;
pub mod directory;
pub mod doors;
pub mod own;

use super::rules::{self, Home};
use super::{actions, views};
use crate::kernel::{Language, Problem};
use crate::web::shell::Vision;
use crate::web::{Failure, Form, Me, Reply, Web, cookies, guard, paths};
use actix_web::HttpRequest;
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How long a choice of language or sight is remembered, in days.
const REMEMBER_DAYS: i64 = 365;

/// Where a page came from.
#[derive(Debug, Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// `GET /`: everybody to what waits for them.
pub async fn home(web: Web) -> Reply {
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    let Some(me) = me else { return web.redirect(paths::SIGN_IN) };
    match rules::home(&me.actor.roles) {
        Home::Next => web.redirect(paths::NEXT),
        Home::Today => web.redirect(paths::TODAY),
        Home::Editions => web.redirect(paths::EDITIONS),
        Home::Nothing => web.page(&me, &views::Waiting::new(&me.actor)),
    }
}

/// `GET /language/{tag}`: this language from now on, on this device and in the profile.
pub async fn language(web: Web, path: Path<String>, query: Query<Back>, request: HttpRequest) -> Reply {
    let language = Language::from_tag(&path).ok_or_else(Problem::not_found)?;
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    // A link on somebody else's page changes nothing in a profile.
    let own = guard::same_origin(&request, &web.kit.settings.public_url).is_ok();
    if let Some(Me { actor, .. }) = me.filter(|me| own && me.actor.language != language) {
        web.write_anyone(move |w, now| actions::set_reading(w, &actor, language, actor.zone, now)).await?;
    }
    remember_language(&web, language);
    web.redirect(Web::safe_back(&query.back))
}

/// `POST /sight`: the version for weak sight.
pub async fn sight(web: Web, form: Form) -> Reply {
    let picked = |name| form.raw(name);
    let wish = format!("{}.{}.{}.{}", picked("scheme"), picked("size"), picked("spacing"), picked("images"));
    // Reading it like a cookie drops everything that is not one of the offered values.
    let cookie = Vision::from_cookie(Some(&wish)).to_cookie();
    web.set_cookie(cookies::hidden(cookies::SIGHT, cookie, web.kit.secure(), Some(REMEMBER_DAYS)));
    web.redirect(Web::safe_back(form.raw("back")))
}

fn remember_language(web: &Web, language: Language) {
    let tag = language.tag().to_owned();
    web.set_cookie(cookies::hidden(cookies::LANGUAGE, tag, web.kit.secure(), Some(REMEMBER_DAYS)));
}

/// What a form did, or nothing when the same form did it before: the reader goes on as after the first time.
fn once<T>(outcome: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match outcome {
        Err(Failure::Repeated) => Ok(None),
        other => other.map(Some),
    }
}

/// The messages and the reader, for views that print texts inside choices.
fn say<'a>(web: &'a Web, me: &Me) -> views::Say<'a> {
    views::Say { words: &web.kit.words, reader: web.reader(me) }
}
