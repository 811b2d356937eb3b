//! The pages of signatures.

use super::actions;
use super::rules::{self, Format, Looked};
use super::store::Of;
use super::views::SignaturesPage;
use crate::db::Write;
use crate::documents::actions::{printing, reading};
use crate::files::store::NewRow;
use crate::kernel::{Actor, DocumentId, Fault, Gate, Moment, OrderId, Problem, SignatureFileId};
use crate::orders::actions::printing as orders;
use crate::secrets::sha256_hex;
use crate::web::{Failure, Flash, Form, Reply, Upload, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /documents/{document}/signatures`
pub async fn of_document(web: Web, path: Path<i64>) -> Reply {
    index(&web, Of::Document(DocumentId(path.into_inner()))).await
}

/// `GET /orders/{order}/signatures`
pub async fn of_order(web: Web, path: Path<i64>) -> Reply {
    index(&web, Of::Order(OrderId(path.into_inner()))).await
}

async fn index(web: &Web, of: Of) -> Reply {
    let (me, shelf) = web.read(Gate::SignedIn, move |r, me| actions::shelf(r, me, of)).await?;
    web.page(&me, &SignaturesPage::new(&shelf, None, &web.reader(&me)))
}

/// `POST /documents/{document}/signatures`
pub async fn attach_to_document(web: Web, path: Path<i64>, form: Form) -> Reply {
    create(&web, Of::Document(DocumentId(path.into_inner())), &form).await
}

/// `POST /orders/{order}/signatures`
pub async fn attach_to_order(web: Web, path: Path<i64>, form: Form) -> Reply {
    create(&web, Of::Order(OrderId(path.into_inner())), &form).await
}

async fn create(web: &Web, of: Of, form: &Form) -> Reply {
    // Before the file is looked at: only whoever may attach one makes us work.
    let (me, shelf) = web.read(Gate::Administrator, move |r, me| actions::shelf(r, me, of)).await?;
    let sent = form.files("file").first().ok_or_else(|| missing().into());
    let done = match sent {
        Ok(upload) => match lay_away(web, &me.actor, of, upload).await {
            Ok((file, looked)) => {
                let attach = move |w: &mut Write, me: &Actor, now: Moment| {
                    actions::attach(w, me, of, (&file, looked), now)
                };
                web.write(Gate::Administrator, form, attach).await.map(|(_, new)| new)
            }
            Err(failure) => Err(failure),
        },
        Err(failure) => Err(failure),
    };
    let back = address(of);
    match done {
        Ok(true) => web.see_other(back, Flash::good("signatures-flash-added")),
        Ok(false) => web.see_other(back, Flash::attention("signatures-flash-same")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            web.invalid(Some(&me), &SignaturesPage::new(&shelf, Some(&problem), &web.reader(&me)))
        }
    }
}

fn address(of: Of) -> String {
    match of {
        Of::Document(id) => paths::document_signatures(id),
        Of::Order(id) => paths::order_signatures(id),
    }
}

/// No file was sent.
pub(super) fn missing() -> Problem {
    Problem::invalid(vec![Fault::new("file", "required")])
}

/// Looks at a file beside our paper and lays it away as it is.
///
/// # Errors
/// `Invalid` on `file`, or what keeps our paper from being read or the file from being kept.
pub(super) async fn lay_away(
    web: &Web,
    actor: &Actor,
    of: Of,
    upload: &Upload,
) -> Result<(NewRow, Looked), Failure> {
    let paper = paper(web, actor, of).await?;
    let digest = hex::decode(sha256_hex(&paper)).map_err(Problem::internal)?;
    let looked =
        rules::look(&upload.bytes, (&paper, &digest)).map_err(|fault| Problem::invalid(vec![fault]))?;
    let media_type = match looked.format {
        Format::Cms => "application/pkcs7-signature",
        Format::Pdf => "application/pdf",
    };
    let blob = web.kit.files.put(upload.bytes.to_vec()).await?;
    Ok((NewRow { blob, media_type, name: upload.name.clone() }, looked))
}

/// Our PDF of what is signed: the bytes that were handed out.
async fn paper(web: &Web, actor: &Actor, of: Of) -> Result<Vec<u8>, Problem> {
    let me = actor.clone();
    match of {
        Of::Document(id) => {
            let row = web.kit.db.read(move |r| reading::readable(r, &me, id)).await?;
            printing::paper(&web.kit, &row).await
        }
        Of::Order(id) => {
            let row = web.kit.db.read(move |r| actions::signed_order(r, &me, id)).await?;
            orders::paper(&web.kit, &row, web.now()).await
        }
    }
}

/// `GET /documents/{document}/signatures/{signature}`
pub async fn file_of_document(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (document, signature) = path.into_inner();
    download(&web, Of::Document(DocumentId(document)), SignatureFileId(signature)).await
}

/// `GET /orders/{order}/signatures/{signature}`
pub async fn file_of_order(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (order, signature) = path.into_inner();
    download(&web, Of::Order(OrderId(order)), SignatureFileId(signature)).await
}

async fn download(web: &Web, of: Of, id: SignatureFileId) -> Reply {
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let row = web.write_anyone(move |w, now| actions::take(w, &actor, (of, id), now)).await?;
    let bytes = web.kit.files.get(&row.storage_key).await?;
    Ok(attachment(&row.name, "application/octet-stream", bytes))
}
