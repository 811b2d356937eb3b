//! The cases of an edition: how far their works are, and who may grade colleagues.

use crate::grading::actions;
use crate::grading::views::CasesPage;
use crate::kernel::{EditionId, Gate, GradingExceptionId, PersonId, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases`.
pub async fn index(web: Web, path: Path<EditionId>) -> Reply {
    page(&web, path.into_inner(), None).await
}

async fn page(web: &Web, id: EditionId, typed: Option<(&Form, &Problem)>) -> Reply {
    let now = web.now();
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::edition_cases(r, me, id, now)).await?;
    let view = CasesPage::new(&found, &web.reader(&me), typed);
    if typed.is_some() { web.invalid(Some(&me), &view) } else { web.page(&me, &view) }
}

/// `POST /editions/{edition}/grading-exceptions`.
pub async fn create_exception(web: Web, path: Path<EditionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let person = PersonId(form.text("person").parse().unwrap_or(0));
    let reason = form.raw("reason").to_owned();
    let job = move |w: &mut _, me: &_, now| actions::except(w, me, (id, person), &reason, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::edition_cases(id), Flash::good("grading-flash-excepted")),
        Err(Failure::Repeated) => web.redirect(paths::edition_cases(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            page(&web, id, Some((&form, &problem))).await
        }
    }
}

/// `POST /grading-exceptions/{exception}/revocation`.
pub async fn revoke_exception(web: Web, path: Path<GradingExceptionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::take_exception_back(w, me, id, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, edition)) => {
            web.see_other(paths::edition_cases(edition), Flash::good("grading-flash-exception-revoked"))
        }
        Err(Failure::Repeated) => web.redirect(paths::EDITIONS),
        Err(other) => Err(other),
    }
}
