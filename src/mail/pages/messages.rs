//! One's own messages. Opening one notes that it was read; a browser that only looks ahead notes nothing.

use crate::db::Write;
use crate::kernel::{Actor, Gate, MailId};
use crate::mail::actions::messages as actions;
use crate::mail::views::messages::{MessagePage, MessagesPage};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How many stand on a page.
const PAGE: i64 = 50;

/// Where the list goes on.
#[derive(Debug, Deserialize)]
pub struct Before {
    before: Option<MailId>,
}

/// `GET /messages`
pub async fn index(web: Web, query: Query<Before>) -> Reply {
    let before = query.before;
    let (me, (mut rows, unread)) = web
        .read(Gate::SignedIn, move |r, me| {
            Ok((actions::list(r, me, before, PAGE + 1)?, actions::unread(r, me)?))
        })
        .await?;
    let older = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    web.page(&me, &MessagesPage::new(&rows, (before.is_none(), older), unread, &web.reader(&me)))
}

/// `GET /messages/{message}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = MailId(path.into_inner());
    let (me, row) = web.read(Gate::SignedIn, move |r, me| actions::show(r, me, id)).await?;
    if row.read_at.is_none() && !web.only_asked() {
        let actor = me.actor.clone();
        web.write_anyone(move |w, now| actions::read(w, &actor, id, now)).await?;
    }
    let foot = web.kit.words.text(row.language, "mail-foot-automatic");
    let within = (web.kit.settings.public_url.as_str(), foot.as_str());
    web.page(&me, &MessagePage::new(&row, within, &web.reader(&me)))
}

/// `POST /messages/readings`: everything up to the newest that the page showed.
pub async fn read_all(web: Web, form: Form) -> Reply {
    let until = MailId(form.text("until").parse().unwrap_or_default());
    let read = move |w: &mut Write, me: &Actor, now| actions::read_until(w, me, until, now);
    match web.write(Gate::SignedIn, &form, read).await {
        Ok(_) => web.see_other(paths::MESSAGES, Flash::good("messages-flash-read")),
        Err(Failure::Repeated) => web.redirect(paths::MESSAGES),
        Err(failure) => Err(failure),
    }
}
