//! Programmes for administrators: what is imported, what lies in the content folder, what a version teaches.

use super::{actions, views};
use crate::kernel::Gate;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;
use std::sync::Arc;

/// `GET /programmes`.
pub async fn index(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, |r, _| actions::shelf(r)).await?;
    let folders = actions::check_all(web.kit.settings.content_dir.clone()).await?;
    web.page(&me, &views::Index::new(&shelf, &folders, &me, &web.reader(&me)))
}

/// Which version of a programme.
#[derive(Debug, Deserialize)]
pub struct Which {
    version: Option<i32>,
    /// Only activities of this format (A3).
    format: Option<String>,
}

/// `GET /programmes/{slug}`.
pub async fn show(web: Web, path: Path<String>, which: Query<Which>) -> Reply {
    let (slug, Which { version, format }) = (path.into_inner(), which.into_inner());
    let (me, shown) = web.read(Gate::Administrator, move |r, _| actions::show(r, &slug, version)).await?;
    let format = format.unwrap_or_default();
    let say = |key: &str| web.kit.words.text(me.actor.language, key);
    let page = views::Programme::new(&shown, &format, &web.reader(&me), &say);
    let may_write = me.actor.roles.site_administrator;
    web.page(&me, &if may_write { page.with_cases(&shown) } else { page })
}

/// `GET /programmes/imports`.
pub async fn folders(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, |r, _| actions::shelf(r)).await?;
    let folders = actions::check_all(web.kit.settings.content_dir.clone()).await?;
    let seen = views::Seen { me: &me, reader: &web.reader(&me), content_dir: &web.kit.settings.content_dir };
    web.page(&me, &views::Folders::all(&folders, &shelf, &seen))
}

/// `POST /programmes/imports`: the folder is checked before anything is written.
pub async fn import(web: Web, form: Form) -> Reply {
    let (me, ()) = web.read(Gate::Administrator, |_, me| me.require_site_administrator()).await?;
    let folder = actions::check_one(web.kit.settings.content_dir.clone(), form.text("folder")).await?;
    let Some(programme) = folder.programme().cloned().map(Arc::new) else {
        let seen =
            views::Seen { me: &me, reader: &web.reader(&me), content_dir: &web.kit.settings.content_dir };
        return web.invalid(Some(&me), &views::Folders::refused(&folder, &seen));
    };
    let media = actions::lay_away(&web.kit.files, &programme).await?;
    let to = paths::programme(&programme.slug);
    let job = move |w: &mut _, me: &_, now| actions::import(w, me, &programme, &media, now);
    match web.write(Gate::Administrator, &form, job).await {
        Ok((_, imported)) if imported.new => {
            web.see_other(to, Flash::good("programmes-flash-imported").with("number", imported.number))
        }
        Ok((_, known)) => {
            web.see_other(to, Flash::attention("programmes-flash-known").with("number", known.number))
        }
        Err(Failure::Repeated) => web.redirect(to),
        Err(other) => Err(other),
    }
}
