//! The letters as pages, for administrators of the site: what went, what waits and why. What letters say is shown
//! in demonstration mode only. What a person reads and wants of their own stands below.

pub mod messages;
pub mod wishes;

use super::{actions, store, views};
use crate::kernel::{Gate, MailId, Problem};
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

const PAGE: i64 = 50;

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub struct Before {
    before: Option<MailId>,
}

/// `GET /mails`
pub async fn index(web: Web, query: Query<Before>) -> Reply {
    let before = query.before;
    let (me, mut posted) =
        web.read(Gate::Administrator, move |r, me| actions::outbox(r, me, before, PAGE + 1)).await?;
    let older = posted.len() as i64 > PAGE;
    posted.truncate(PAGE as usize);
    let part = views::Part { older, first: before.is_none(), demo: web.kit.settings.demo };
    web.page(&me, &views::Letters::new(&posted, part, &web.reader(&me)))
}

/// `GET /mails/{mail}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    demonstration_only(&web)?;
    let id = MailId(path.into_inner());
    let (me, row) = web
        .read(Gate::Administrator, move |r, me| {
            me.require_site_administrator()?;
            store::mail(r, id)?.ok_or_else(Problem::not_found)
        })
        .await?;
    web.page(&me, &views::LetterPage::new(&row, &web.reader(&me)))
}

/// Letters are personal: outside a demonstration nobody reads other people's.
fn demonstration_only(web: &Web) -> Result<(), Problem> {
    if web.kit.settings.demo { Ok(()) } else { Err(Problem::not_found()) }
}
