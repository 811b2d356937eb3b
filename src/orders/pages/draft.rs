//! The form of a draft.

use super::{input, seen, told};
use crate::db::Read;
use crate::kernel::{Actor, Gate, OrderId, Problem, ProblemCode};
use crate::orders::actions::{self, Shown};
use crate::orders::rules::Content;
use crate::orders::views::DraftPage;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /orders/{order}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = OrderId(path.into_inner());
    let (me, shown) = seen(&web, id).await?;
    if !shown.row.is_draft() {
        return web.redirect(paths::order(id));
    }
    let content = shown.row.content.0.clone();
    web.page(&me, &told(&web, &me, |telling| DraftPage::new(&shown, &content, None, telling)))
}

/// `POST /orders/{order}`: keeps what was typed; or only looks for people to choose from, and keeps nothing yet.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrderId(path.into_inner());
    let (me, shown) = offered(&web, id, &form).await?;
    if !shown.row.is_draft() {
        return signed_before(&web, id);
    }
    let revision = input::revision(&form);
    let (content, faults) = input::content(&form, &shown);
    if form.raw("step") == "search" {
        let nothing = Problem::invalid(Vec::new());
        return web.page(&me, &again(&web, &me, &shown, (&content, &form, &nothing)));
    }
    if !faults.is_empty() {
        let problem = Problem::invalid(faults);
        return web.invalid(Some(&me), &again(&web, &me, &shown, (&content, &form, &problem)));
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
        Err(failure) if failure.code() == Some(ProblemCode::Conflict) => {
            overtaken(&web, id, (&form, &kept)).await
        }
        Err(failure) => {
            let problem = failure.about_the_form()?;
            web.invalid(Some(&me), &again(&web, &me, &shown, (&kept, &form, &problem)))
        }
    }
}

/// The draft with those a search finds and those who are chosen in the form.
async fn offered(web: &Web, id: OrderId, form: &Form) -> Result<(Me, Shown), Failure> {
    let (search, chosen, now) = (form.text("search"), input::chosen(form), web.now());
    let read = move |r: &mut Read, me: &Actor| {
        actions::show_for(r, me, (id, search.as_str(), chosen.as_slice()), now)
    };
    web.read(Gate::Administrator, read).await
}

/// The form with what was typed.
fn again(
    web: &Web,
    me: &Me,
    shown: &Shown,
    (content, form, problem): (&Content, &Form, &Problem),
) -> DraftPage {
    told(web, me, |telling| DraftPage::new(shown, content, Some((form, problem)), telling))
}

/// Somebody else has saved the draft meanwhile: the form with what was typed, beside what is saved. Sent once more, it is
/// saved over that.
async fn overtaken(web: &Web, id: OrderId, (form, mine): (&Form, &Content)) -> Reply {
    let (_, shown) = seen(web, id).await?;
    if !shown.row.is_draft() {
        return signed_before(web, id);
    }
    let (me, shown) = offered(web, id, form).await?;
    let view = told(web, &me, |telling| DraftPage::overtaken(&shown, mine, form, telling));
    web.conflict(&me, &view)
}

/// The draft is signed: nothing can be saved over that.
pub(super) fn signed_before(web: &Web, id: OrderId) -> Reply {
    web.see_other(paths::order(id), Flash::attention("orders-flash-signed-before"))
}
