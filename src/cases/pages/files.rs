//! Uploaded files, as attachments.

use crate::cases::actions;
use crate::kernel::{Gate, StoredFileId};
use crate::web::{Reply, Web, attachment};
use actix_web::web::Path;

/// `GET /files/{file}`.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = StoredFileId(path.into_inner());
    let (_, file) = web.read(Gate::SignedIn, move |r, me| actions::download(r, me, id)).await?;
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}
