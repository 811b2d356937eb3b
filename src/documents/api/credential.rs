//! The digital credential of a document over the JSON API.

use crate::api::Api;
use crate::documents::actions::reading;
use crate::documents::pages::credential::handed_out;
use crate::kernel::{DocumentId, Gate};
use crate::web::Reply;
use actix_web::web::Path;

/// The documented part of the API that lies here.
#[derive(utoipa::OpenApi)]
#[openapi(paths(file))]
pub struct Doc;

/// The digital credential of a document, for its holder and for administrators: `json` (W3C VC 2.0 in the Open Badges
/// 3.0 data model with an `eddsa-jcs-2022` proof), `jwt` (the same as a token, RS256), or a badge with the former in it:
/// `png` or `svg`.
#[utoipa::path(get, path = "/api/v1/documents/{document}/credential/{form}", tag = "documents",
    params(("document" = i64, Path), ("form" = String, Path)),
    responses((status = 200, content_type = "application/vc", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn file(api: Api, path: Path<(i64, String)>) -> Reply {
    let (id, form) = path.into_inner();
    let id = DocumentId(id);
    let (me, _) = api.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    handed_out(&api.web.kit, me.actor, (id, form.as_str())).await
}
