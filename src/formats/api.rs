//! Formats over the API.

use super::actions;
use super::rules::{self, Added, Draft};
use super::views;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{Gate, Language};
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, name))]
pub struct Doc;

/// A format of activities.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormatDto {
    /// What course files call it.
    key: String,
    /// Its name in the reader's language.
    name: String,
    /// Whether everybody knows it, so that its name cannot be changed.
    known: bool,
    /// Whether some course uses it.
    used: bool,
}

/// The names of a format; one of them is enough.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct FormatNames {
    /// In Russian.
    #[serde(default)]
    ru: String,
    /// In Kazakh.
    #[serde(default)]
    kk: String,
    /// In English.
    #[serde(default)]
    en: String,
}

fn called(api: &Api, language: Language, added: &Added, key: &str) -> String {
    views::name(|message| api.web.kit.words.text(language, message), language, &added.call(key))
}

/// Every format: those that everybody knows, those that were added, and those that courses use without a name.
#[utoipa::path(get, path = "/api/v1/formats", tag = "programmes",
    responses((status = 200, body = Vec<FormatDto>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (me, formats) = api.read(Gate::Administrator, actions::list).await?;
    let known = rules::KNOWN.iter().map(|key| (*key).to_owned());
    let all = known.chain(formats.added.0.keys().cloned()).chain(formats.nameless.iter().cloned());
    let items = all.map(|key| FormatDto {
        name: called(&api, me.actor.language, &formats.added, &key),
        known: rules::is_known(&key),
        used: formats.used.contains(&key),
        key,
    });
    Ok(ok(&items.collect::<Vec<_>>()))
}

/// Adds a format under a key, or gives it other names.
#[utoipa::path(put, path = "/api/v1/formats/{key}", tag = "programmes", params(("key" = String, Path)),
    request_body = FormatNames,
    responses((status = 200, body = FormatDto), (status = 201, body = FormatDto), (status = 403, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn name(api: Api, path: Path<String>, body: Body<FormatNames>) -> Reply {
    let FormatNames { ru, kk, en } = body.0;
    let draft = Draft { key: path.into_inner(), ru, kk, en };
    let job = move |w: &mut _, me: &crate::kernel::Actor, now| {
        me.require_site_administrator()?;
        let format = draft.check()?;
        let new = actions::name(w, me, &format, now)?;
        Ok((new, format, actions::list(w, me)?))
    };
    let (me, (new, format, formats)) = api.write(Gate::Administrator, job).await?;
    let named = FormatDto {
        name: called(&api, me.actor.language, &formats.added, &format.key),
        known: false,
        used: formats.used.contains(&format.key),
        key: format.key,
    };
    Ok(if new { created(&named) } else { ok(&named) })
}
