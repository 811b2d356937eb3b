//! The page of a group's files.

use super::actions;
use super::views::FilesPage;
use crate::kernel::{EditionId, Gate, GroupFileId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths, streamed};
use actix_web::web::Path;

/// `GET /editions/{edition}/group-files`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    web.page(&me, &FilesPage::new(&shown, &web.reader(&me)))
}

/// `POST /editions/{edition}/group-files`: has the file put together.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    match web.write(Gate::Administrator, &form, move |w, me, now| actions::ask(w, me, id, now)).await {
        Ok(_) => web.see_other(paths::group_files(id), Flash::good("group-files-flash-asked")),
        Err(Failure::Repeated) => web.redirect(paths::group_files(id)),
        Err(failure) => Err(failure),
    }
}

/// `GET /group-files/{group_file}/archive`: it is taken away, so it is noted.
pub async fn archive(web: Web, path: Path<i64>) -> Reply {
    let id = GroupFileId(path.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let row = web.write_anyone(move |w, now| actions::file(w, &me.actor, id, now)).await?;
    let pieces = web.kit.files.stream(&row.storage_key).await?;
    Ok(streamed(&row.name, "application/zip", pieces))
}
