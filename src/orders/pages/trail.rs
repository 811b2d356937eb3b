//! The steps of a group.

use super::{group_noted, input, told};
use crate::kernel::{CertifyingExceptionId, EditionId, Gate};
use crate::orders::actions::{self, Begin, Desk, Tools};
use crate::orders::views::TrailPage;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/orders`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (me, desk) = seen(&web, EditionId(path.into_inner())).await?;
    web.page(&me, &told(&web, &me, |telling| TrailPage::new(&desk, None, telling)))
}

/// The papers of a group for an administrator; the look is noted.
async fn seen(web: &Web, id: EditionId) -> Result<(Me, Desk), Failure> {
    let now = web.now();
    let (me, desk) = web.read(Gate::Administrator, move |r, me| actions::desk(r, me, id, now)).await?;
    group_noted(web, &me.actor, id).await?;
    Ok((me, desk))
}

/// `POST /editions/{edition}/orders`: begins a draft and leads to its form.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let wanted = match input::begin(&form, id) {
        Ok(wanted) => wanted,
        Err(problem) => return again(&web, id, &form, problem.into()).await,
    };
    match begin(&web, &form, wanted).await {
        Ok(order) => web.redirect(paths::edit_order(order)),
        Err(Failure::Repeated) => web.redirect(paths::edition_orders(id)),
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

async fn begin(web: &Web, form: &Form, wanted: Begin) -> Result<crate::kernel::OrderId, Failure> {
    let kit = web.kit.clone();
    let (_, order) = web
        .write(Gate::Administrator, form, move |w, me, now| {
            let tools = Tools {
                typesetter: &kit.typesetter,
                words: &kit.words,
                public_url: &kit.settings.public_url,
            };
            actions::begin(w, me, &tools, &wanted, now)
        })
        .await?;
    Ok(order)
}

/// `POST /editions/{edition}/group-number`
pub async fn set_group(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let number = form.raw("group_number").to_owned();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::set_group(w, me, id, &number, now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::edition_orders(id), Flash::good("orders-flash-group")),
        Err(Failure::Repeated) => web.redirect(paths::edition_orders(id)),
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

/// `POST /certifying-exceptions/{certifying_exception}/revocation`
pub async fn revoke_exception(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CertifyingExceptionId(path.into_inner());
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::revoke_exception(w, me, id, now))
        .await?;
    web.see_other(paths::edition_orders(done.1), Flash::good("orders-flash-exception-revoked"))
}

/// The steps with what is wrong and with what was typed.
async fn again(web: &Web, id: EditionId, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let (me, desk) = seen(web, id).await?;
    let view = told(web, &me, |telling| TrailPage::new(&desk, Some((form, &problem)), telling));
    web.invalid(Some(&me), &view)
}
