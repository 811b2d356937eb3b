//! One paper: looked at, signed, thrown away.

use super::draft::signed_before;
use super::{input, seen, told};
use crate::kernel::{EditionId, Gate, OrderId, Problem, ProblemCode};
use crate::orders::actions::{self, Signing, Tools};
use crate::orders::store::OrderRow;
use crate::orders::views::OrderPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /orders/{order}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, shown) = seen(&web, OrderId(path.into_inner())).await?;
    web.page(&me, &told(&web, &me, |telling| OrderPage::new(&shown, None, telling)))
}

/// `POST /orders/{order}/signature`
pub async fn sign(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrderId(path.into_inner());
    let done = match input::signing(&form, id) {
        Ok(input) => enter(&web, &form, input).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(row) => {
            let number = row.signed.number_text.unwrap_or_default();
            web.see_other(paths::order(id), Flash::good("orders-flash-signed").with("number", number))
        }
        Err(Failure::Repeated) => web.redirect(paths::order(id)),
        Err(failure) if failure.code() == Some(ProblemCode::Conflict) => overtaken(&web, id, &form).await,
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

/// Somebody else has changed the draft since it was read, or has signed it: nothing is signed unread.
async fn overtaken(web: &Web, id: OrderId, form: &Form) -> Reply {
    let (me, shown) = seen(web, id).await?;
    if !shown.row.is_draft() {
        return signed_before(web, id);
    }
    let view = told(web, &me, |telling| OrderPage::overtaken(&shown, form, telling));
    web.conflict(&me, &view)
}

async fn enter(web: &Web, form: &Form, input: Signing) -> Result<OrderRow, Failure> {
    let kit = web.kit.clone();
    let (_, row) = web
        .write(Gate::Administrator, form, move |w, me, now| {
            let tools = Tools {
                typesetter: &kit.typesetter,
                words: &kit.words,
                public_url: &kit.settings.public_url,
            };
            actions::sign(w, me, &tools, &input, now)
        })
        .await?;
    Ok(row)
}

/// `POST /orders/{order}/withdrawal`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrderId(path.into_inner());
    let done =
        web.write(Gate::Administrator, &form, move |w, me, now| actions::discard(w, me, id, now)).await;
    match done {
        Ok((_, edition)) => {
            web.see_other(paths::edition_orders(edition), Flash::good("orders-flash-discarded"))
        }
        Err(Failure::Repeated) => {
            // The page the form stood on is gone with the draft.
            let read = web.read(Gate::Administrator, move |r, me| actions::edition_of(r, me, id)).await?;
            web.redirect(paths::edition_orders(read.1))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /editions/{edition}/certifying-exceptions`: from the page of the paper that somebody may not sign.
pub async fn except(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let (member, reason) = (form.raw("member").to_owned(), form.raw("reason").to_owned());
    let order: Option<OrderId> = form.raw("order").parse().ok();
    let back = order.map_or_else(|| paths::edition_orders(id), paths::order);
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| {
            actions::except(w, me, id, (&member, &reason), now)
        })
        .await;
    match done {
        Ok(_) => web.see_other(back, Flash::good("orders-flash-excepted")),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => {
            let order = order.ok_or_else(Problem::not_found);
            let problem = failure.about_the_form()?;
            again(&web, order?, &form, problem.into()).await
        }
    }
}

/// The page with what is wrong and with what was typed.
async fn again(web: &Web, id: OrderId, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let (me, shown) = seen(web, id).await?;
    let view = told(web, &me, |telling| OrderPage::new(&shown, Some((form, &problem)), telling));
    web.invalid(Some(&me), &view)
}
