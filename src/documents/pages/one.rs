//! One document, and one's own.

use super::pdf_answer;
use crate::documents::actions::{self, papers, reading};
use crate::documents::store::DocumentRow;
use crate::documents::views::{document, own};
use crate::kernel::{DocumentId, Gate, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, block};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `GET /documents`: one's own.
pub async fn own(web: Web) -> Reply {
    let (me, (documents, courses)) = web.read(Gate::SignedIn, reading::own_page).await?;
    web.page(&me, &own::Own::new(&documents, &courses, &web.reader(&me), &web.kit.words))
}

/// `GET /documents/{document}`: one, for administrators.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
    web.page(&me, &document::Document::new(&shown, None, &web.reader(&me), &web.kit.words))
}

/// `GET /documents/{document}/pdf`: the paper, for its holder and for administrators.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (_, row) = web.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    paper(&web, row).await
}

/// Prints off the threads that serve requests, and sends the paper as a file with a safe name.
pub(in crate::documents) async fn paper(web: &Web, row: DocumentRow) -> Reply {
    let typesetter = web.kit.typesetter.clone();
    let name = format!("{}.pdf", row.number.replace('/', "-"));
    let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC).to_string();
    let disposition = format!("attachment; filename=\"document-{}.pdf\"; filename*=UTF-8''{encoded}", row.id);
    let pdf = block(move || papers::pdf(&typesetter, &row)).await.map_err(Problem::internal)??;
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
