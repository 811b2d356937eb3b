//! The patterns of numbers of an organisation.

use crate::kernel::{Gate, OrganisationId};
use crate::orders::actions::{self, Patterns};
use crate::orders::views::NumbersPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /organisations/{organisation}/order-numbers`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), web.now());
    let (me, (organisation, patterns)) =
        web.read(Gate::Administrator, move |r, me| actions::patterns(r, me, id)).await?;
    web.page(&me, &NumbersPage::new(&organisation, &patterns, None, now))
}

/// `POST /organisations/{organisation}/order-numbers`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), web.now());
    let wanted = Patterns { orders: form.text("orders"), protocols: form.text("protocols") };
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::set_patterns(w, me, id, &wanted, now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::order_numbers(id), Flash::good("orders-flash-patterns")),
        Err(Failure::Repeated) => web.redirect(paths::order_numbers(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, (organisation, patterns)) =
                web.read(Gate::Administrator, move |r, me| actions::patterns(r, me, id)).await?;
            let view = NumbersPage::new(&organisation, &patterns, Some((&form, &problem)), now);
            web.invalid(Some(&me), &view)
        }
    }
}
