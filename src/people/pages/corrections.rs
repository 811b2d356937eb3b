//! Putting right what an account says, for administrators.

use super::super::actions::{self, corrections};
use super::super::views;
use super::directory::new_person;
use super::{once, say};
use crate::kernel::{Gate, PersonId, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /people/{person}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (me, details) = web.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    web.page(&me, &views::EditPerson::new(&details, &say(&web, &me)))
}

/// `POST /people/{person}`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let parsed = new_person(&form);
    let corrected = web.write(Gate::Administrator, &form, move |w, me, now| {
        let new = parsed.as_ref().map_err(|faults| Problem::invalid(faults.clone()))?;
        corrections::correct(w, me, id, new, now)
    });
    match once(corrected.await) {
        Ok(_) => web.see_other(paths::person(id), Flash::good("people-flash-corrected")),
        Err(failure) => edit_again(&web, id, &form, failure).await,
    }
}

async fn edit_again(web: &Web, id: PersonId, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let (me, details) = web.read(Gate::Administrator, move |r, me| actions::details(r, me, id)).await?;
    web.invalid(Some(&me), &views::EditPerson::again(&details, &say(web, &me), form, &problem))
}
