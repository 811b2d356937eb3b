//! The form of a draft.

use super::{input, told};
use crate::kernel::{Gate, OrderId, Problem};
use crate::orders::actions;
use crate::orders::views::DraftPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /orders/{order}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrderId(path.into_inner()), web.now());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    if !shown.row.is_draft() {
        return web.redirect(paths::order(id));
    }
    let content = shown.row.content.0.clone();
    web.page(&me, &told(&web, &me, |telling| DraftPage::new(&shown, &content, None, telling)))
}

/// `POST /orders/{order}`: keeps what was typed.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, now) = (OrderId(path.into_inner()), web.now());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    let revision = input::revision(&form);
    let (content, faults) = input::content(&form, &shown);
    if !faults.is_empty() {
        let problem = Problem::invalid(faults);
        let view =
            told(&web, &me, |telling| DraftPage::new(&shown, &content, Some((&form, &problem)), telling));
        return web.invalid(Some(&me), &view);
    }
    let kept = content.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| {
            actions::edit(w, me, (id, revision), &content, now)
        })
        .await;
    match done {
        Ok(_) => web.see_other(paths::order(id), Flash::good("orders-flash-saved")),
        Err(Failure::Repeated) => web.redirect(paths::order(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let view =
                told(&web, &me, |telling| DraftPage::new(&shown, &kept, Some((&form, &problem)), telling));
            web.invalid(Some(&me), &view)
        }
    }
}
