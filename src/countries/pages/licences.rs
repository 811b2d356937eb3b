//! The licences of an organisation.

use crate::countries::actions::licences::{self as actions, NewLicence};
use crate::countries::views::LicencesPage;
use crate::db::Write;
use crate::kernel::{Actor, Gate, LicenceId, Moment, OrganisationId, Problem};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /organisations/{organisation}/licences`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
    web.page(&me, &LicencesPage::new(&shown, None, web.reader(&me)))
}

/// `POST /organisations/{organisation}/licences`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let done = match typed(&form) {
        Ok(new) => {
            let record =
                move |w: &mut Write, me: &Actor, now: Moment| actions::record(w, me, (id, &new), now);
            web.write(Gate::Administrator, &form, record).await.map(|_| "countries-licence-flash-recorded")
        }
        Err(problem) => Err(problem.into()),
    };
    answer(&web, (id, &form), done).await
}

/// `POST /organisations/{organisation}/licence-removals`
pub async fn remove(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let licence = LicenceId(form.text("licence").parse().unwrap_or_default());
    let remove = move |w: &mut Write, me: &Actor, now: Moment| actions::remove(w, me, (id, licence), now);
    let done = web.write(Gate::Administrator, &form, remove).await;
    answer(&web, (id, &form), done.map(|_| "countries-licence-flash-removed")).await
}

async fn answer(
    web: &Web,
    (id, form): (OrganisationId, &Form),
    done: Result<&'static str, Failure>,
) -> Reply {
    match done {
        Ok(said) => web.see_other(paths::licences(id), Flash::good(said)),
        Err(Failure::Repeated) => web.redirect(paths::licences(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
            web.invalid(Some(&me), &LicencesPage::new(&shown, Some((form, &problem)), web.reader(&me)))
        }
    }
}

/// A licence as it was typed, or as a program sends it.
///
/// # Errors
/// `Invalid`.
pub(in crate::countries) fn typed(form: &Form) -> Result<NewLicence, Problem> {
    let mut errors = FormErrors::new();
    let number = form.text("number");
    let given_on = errors.date(form, "given_on").unwrap_or_default();
    let ends_on = if form.text("ends_on").is_empty() { None } else { errors.date(form, "ends_on") };
    if !errors.is_empty() && number.is_empty() {
        errors.add(crate::kernel::Fault::new("number", "required"));
    }
    errors.into_result(NewLicence { number, given_on, ends_on })
}
