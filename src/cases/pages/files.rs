//! Uploaded files, as attachments; pictures and plain text also to be looked at.

use crate::cases::actions;
use crate::kernel::{Gate, Problem, StoredFileId};
use crate::web::{Reply, Web, attachment, has_preview};
use actix_web::web::Path;

/// `GET /files/{file}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = StoredFileId(path.into_inner());
    let (_, file) = web.read(Gate::SignedIn, move |r, me| actions::download(r, me, id)).await?;
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}

/// `GET /files/{file}/preview`.
pub async fn preview(web: Web, path: Path<i64>) -> Reply {
    let id = StoredFileId(path.into_inner());
    let (_, file) = web.read(Gate::SignedIn, move |r, me| actions::download(r, me, id)).await?;
    if !has_preview(&file.media_type) {
        return Err(Problem::not_found().into());
    }
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(crate::web::preview(&file.name, &file.media_type, bytes))
}
