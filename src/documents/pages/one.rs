//! One document, and one's own.

use super::pdf_answer;
use crate::db::Write;
use crate::documents::actions::{self, printing, reading};
use crate::documents::store::DocumentRow;
use crate::documents::views::{document, own};
use crate::kernel::{DocumentId, Gate};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `GET /documents`: one's own.
pub async fn own(web: Web) -> Reply {
    let now = web.now();
    let (me, (documents, courses, renewals)) =
        web.read(Gate::SignedIn, move |r, me| reading::own_page(r, me, now)).await?;
    let page = own::Own::new((&documents, &renewals), &courses, &web.reader(&me), &web.kit.words);
    web.page(&me, &page)
}

/// `GET /documents/{document}`: one, for administrators. The look is noted, so it is written.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let shown = web.write_anyone(move |w: &mut Write, now| reading::look(w, &actor, id, now)).await?;
    web.page(&me, &document::Document::new(&shown, None, &web.reader(&me), &web.kit.words))
}

/// `GET /documents/{document}/pdf`: the paper, for its holder and for administrators. The look is noted.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let row = taken(&web, &me, DocumentId(path.into_inner())).await?;
    paper(&web, row).await
}

/// A document whose paper is handed out, with the look noted.
pub(in crate::documents) async fn taken(web: &Web, me: &Me, id: DocumentId) -> Result<DocumentRow, Failure> {
    let actor = me.actor.clone();
    web.write_anyone(move |w: &mut Write, now| reading::take_paper(w, &actor, id, now)).await
}

/// Sends the paper as a file with a safe name: out of the store, or printed while it is not there.
pub(in crate::documents) async fn paper(web: &Web, row: DocumentRow) -> Reply {
    let encoded = utf8_percent_encode(&printing::file_name(&row.number), NON_ALPHANUMERIC).to_string();
    let disposition = format!("attachment; filename=\"document-{}.pdf\"; filename*=UTF-8''{encoded}", row.id);
    let pdf = printing::paper(&web.kit, &row).await?;
    Ok(pdf_answer(pdf, &disposition))
}

/// `POST /documents/{document}/revocation`
pub async fn revoke(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let reason = form.raw("reason").to_owned();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::revoke(w, me, id, &reason, now))
        .await;
    match done {
        Ok((_, row)) => web.see_other(
            paths::document(id),
            Flash::good("documents-flash-revoked").with("number", row.number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::document(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
            let (reader, words) = (web.reader(&me), &web.kit.words);
            web.invalid(Some(&me), &document::Document::new(&shown, Some((&form, &problem)), &reader, words))
        }
    }
}
