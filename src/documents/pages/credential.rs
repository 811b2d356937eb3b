//! The digital credential of a document: its page and its files.

use crate::credentials::actions::signing::{Form as SignedForm, signed};
use crate::credentials::rules::{baking, picture};
use crate::documents::actions::credential::{Asked, ask};
use crate::documents::actions::reading;
use crate::documents::views::credential::CredentialPage;
use crate::kernel::{Actor, DocumentId, Gate, Problem};
use crate::web::{Kit, Reply, Web, attachment};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use std::sync::Arc;

/// `GET /documents/{document}/credential`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, row) = web.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    let own = me.actor.person == Some(row.person_id);
    web.page(&me, &CredentialPage::new(&row, own))
}

/// `GET /documents/{document}/credential/{form}`: `json`, `jwt`, `png`, `svg`; `picture` is the badge to look at,
/// without a credential in it.
pub async fn file(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, form) = path.into_inner();
    let id = DocumentId(id);
    let (me, row) = web.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    if form == "picture" {
        return Ok(shown(picture::png(row.kind)));
    }
    handed_out(&web.kit, me.actor, (id, form.as_str())).await
}

fn shown(picture: &'static [u8]) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400"))
        .body(picture)
}

/// A file of the credential, signed.
pub(in crate::documents) async fn handed_out(
    kit: &Arc<Kit>,
    actor: Actor,
    (id, form): (DocumentId, &str),
) -> Reply {
    let form = ["json", "jwt", "png", "svg"].into_iter().find(|known| *known == form);
    let form = form.ok_or_else(Problem::not_found)?;
    let (asking, now) = (kit.clone(), kit.clock.now());
    let asked = kit.db.write(move |w| ask(w, &actor, &asking.secrets, (id, form), now)).await?;
    let signed_form = if form == "jwt" { SignedForm::Token } else { SignedForm::Document };
    let Asked { row, facts, status } = asked;
    let text = signed(kit, (row.organisation_id, signed_form), &facts, &status).await?;
    let lost = || Problem::internal(anyhow::anyhow!("the picture of a badge is none"));
    let (media_type, bytes) = match form {
        "png" => ("image/png", baking::into_png(picture::png(row.kind), &text).ok_or_else(lost)?),
        "svg" => {
            let drawn = picture::svg(&facts.title, &facts.issuer);
            ("image/svg+xml", baking::into_svg(&drawn, &text).ok_or_else(lost)?.into_bytes())
        }
        "jwt" => ("application/vc+jwt", text.into_bytes()),
        _ => ("application/vc", text.into_bytes()),
    };
    Ok(attachment(&format!("{}.{form}", row.number.replace('/', "-")), media_type, bytes))
}
