//! Programmes for administrators: what is imported, what lies in the content folder, what a version teaches.

use super::actions::HoursOf;
use super::{actions, views};
use crate::db::Read;
use crate::kernel::{Actor, Gate, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;
use std::sync::Arc;

/// `GET /programmes`.
pub async fn index(web: Web, hours: Data<HoursOf>) -> Reply {
    let of = hours.limits;
    let read = move |r: &mut Read, _: &Actor| -> Result<_, Problem> { Ok((actions::shelf(r)?, of(r)?)) };
    let (me, (shelf, limits)) = web.read(Gate::Administrator, read).await?;
    let folders = actions::check_all(web.kit.settings.content_dir.clone(), limits).await?;
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
pub async fn folders(web: Web, hours: Data<HoursOf>) -> Reply {
    let of = hours.limits;
    let read = move |r: &mut Read, _: &Actor| -> Result<_, Problem> { Ok((actions::shelf(r)?, of(r)?)) };
    let (me, (shelf, limits)) = web.read(Gate::Administrator, read).await?;
    let folders = actions::check_all(web.kit.settings.content_dir.clone(), limits).await?;
    let seen = views::Seen { me: &me, reader: &web.reader(&me), content_dir: &web.kit.settings.content_dir };
    web.page(&me, &views::Folders::all(&folders, &shelf, &seen))
}

/// `POST /programmes/imports`: the folder is checked before anything is written.
pub async fn import(web: Web, hours: Data<HoursOf>, form: Form) -> Reply {
    let of = hours.limits;
    let read = move |r: &mut Read, me: &Actor| -> Result<_, Problem> {
        me.require_site_administrator()?;
        of(r)
    };
    let (me, limits) = web.read(Gate::Administrator, read).await?;
    let content_dir = web.kit.settings.content_dir.clone();
    let folder = actions::check_one(content_dir, form.text("folder"), limits).await?;
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
