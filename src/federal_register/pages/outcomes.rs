//! What the register made of documents, entered by an operator.

use super::board;
use super::exports::ids;
use crate::federal_register::actions::outcomes::LONGEST_REASON;
use crate::federal_register::actions::queue::Asked;
use crate::federal_register::actions::{self, Outcome, Shown, Which};
use crate::federal_register::rules::State;
use crate::federal_register::views::{BoardPage, ExportPage};
use crate::kernel::{Fault, Gate, OrganisationId, Problem, Word as _};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// What was typed, with every fault at once.
fn typed(form: &Form, which: Which) -> Result<Outcome, Problem> {
    let mut errors = FormErrors::new();
    let reason = errors.optional(form, "reason", LONGEST_REASON);
    let state = State::parse(form.raw("state")).filter(|state| *state != State::Exported);
    if state.is_none() {
        errors.add(Fault::new("state", "federal-outcome-missing"));
    }
    errors.into_result(Outcome { which, state: state.unwrap_or(State::Accepted), reason })
}

async fn entered(web: &Web, id: OrganisationId, form: &Form, which: Which) -> Result<usize, Failure> {
    let outcome = typed(form, which)?;
    let enter = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        actions::enter(w, me, id, &outcome, now)
    };
    Ok(web.write(Gate::Administrator, form, enter).await?.1)
}

/// `POST /organisations/{organisation}/federal-register/outcomes`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let chosen = form.all("documents").iter().filter_map(|document| document.parse().ok()).collect();
    match entered(&web, id, &form, Which::Documents(chosen)).await {
        Ok(count) => {
            let flash = Flash::good("federal-flash-entered").with("count", count);
            web.see_other(paths::federal_register(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::federal_register(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = board::load(&web, id, Asked::default()).await?;
            let typed = Some((&form, &problem));
            let say = web.say(&me);
            let page = BoardPage::new(&shown, Asked::default(), typed, (&say, me.actor.language));
            web.invalid(Some(&me), &page)
        }
    }
}

/// `POST /organisations/{organisation}/federal-register/exports/{federal_export}/outcomes`
pub async fn of_file(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let back = paths::federal_export(which.0, which.1);
    match entered(&web, which.0, &form, Which::File(which.1)).await {
        Ok(count) => web.see_other(back, Flash::good("federal-flash-entered").with("count", count)),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| Shown::load(r, me, which)).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &ExportPage::new(&shown, typed, (&web.say(&me), &web.reader(&me))))
        }
    }
}
