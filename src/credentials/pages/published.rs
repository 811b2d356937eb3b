//! What everybody may have: public keys, and the lists of statuses. Programs of others read them, from any origin.

use crate::credentials::actions::{lists, published};
use crate::kernel::{Problem, PublicId};
use crate::secrets::sha256_hex;
use crate::web::{Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use serde_json::Value;

/// For so long a published file is fresh, in seconds: a revocation has to show soon.
const FRESH: &str = "public, max-age=300";

/// `GET /.well-known/did.json`
pub async fn site_keys(web: Web) -> Reply {
    let address = web.kit.settings.public_url.clone();
    let document = web.kit.db.read(move |r| published::site_document(r, &address)).await?;
    Ok(file(&web, "application/did+json", &pretty(&document)))
}

/// `GET /organisations/{public_id}/did.json`
pub async fn organisation_keys(web: Web, path: Path<String>) -> Reply {
    let address = web.kit.settings.public_url.clone();
    let id = PublicId::parse(&path).ok_or_else(Problem::not_found)?;
    let document = web.kit.db.read(move |r| published::organisation_document(r, &address, &id)).await?;
    Ok(file(&web, "application/did+json", &pretty(&document)))
}

/// `GET /credentials/keys.json`: the documents of all issuers, for verifying without a network.
pub async fn all_keys(web: Web) -> Reply {
    let address = web.kit.settings.public_url.clone();
    let documents = web.kit.db.read(move |r| published::all_documents(r, &address)).await?;
    Ok(file(&web, "application/json", &pretty(&documents)))
}

/// `GET /credentials/status-lists/{status_list}`: with a proof or, for whoever accepts tokens, as a token. A credential with
/// a proof is `application/vc` (VC Data Model 2.0, 6.2); it was `application/vc+ld+json` while Open Badges 3.0 was written,
/// and whoever asks for that by name gets it under that name.
pub async fn status_list(web: Web, path: Path<i32>) -> Reply {
    let row = lists::published(&web.kit, path.into_inner()).await?;
    let accepted = web.header(header::ACCEPT);
    let mut answer = match accepted.contains("vc+jwt") || accepted.contains("application/jwt") {
        true => file(&web, "application/vc+jwt", &row.token),
        false => file(&web, document_type(accepted), &row.document),
    };
    answer.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept"));
    Ok(answer)
}

/// Under which name a credential with a proof is sent to whoever accepts this.
fn document_type(accepted: &str) -> &'static str {
    let named = |name: &str| accepted.split([',', ';']).any(|one| one.trim().eq_ignore_ascii_case(name));
    if named("application/vc+ld+json") && !named("application/vc") {
        "application/vc+ld+json"
    } else {
        "application/vc"
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

/// A file with its mark; who has it already is told so.
fn file(web: &Web, media_type: &str, text: &str) -> HttpResponse {
    let etag = format!("\"{}\"", sha256_hex(text.as_bytes()));
    let same = web.header(header::IF_NONE_MATCH).split(',').any(|known| known.trim() == etag);
    let mut answer = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((header::ETAG, etag))
        .insert_header((header::CACHE_CONTROL, FRESH))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    if same { answer.finish() } else { answer.content_type(media_type).body(text.to_owned()) }
}
