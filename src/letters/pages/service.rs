//! Records of service: asking for one, and what a coordinator does with a request.

use crate::documents::actions::Tools;
use crate::kernel::name::tidy;
use crate::kernel::{Fault, Gate, OrganisationId, Problem, ServiceRequestId};
use crate::letters::actions::service as actions;
use crate::letters::views::{OwnPage, RequestPage, RequestsPage};
use crate::printing::fields::ServiceFields;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// The longest note of a volunteer, in characters.
const LONGEST_NOTE: usize = 1000;

/// `GET /service-records`: one's own requests.
pub async fn own(web: Web) -> Reply {
    let (me, own) = web.read(Gate::SignedIn, actions::mine).await?;
    let fine = Problem::invalid(Vec::new());
    web.page(&me, &OwnPage::new(&own, (&Form::default(), &fine), &web.reader(&me)))
}

/// `POST /service-records`
pub async fn ask(web: Web, form: Form) -> Reply {
    let done = match asked(&form) {
        Ok((organisation, note)) => {
            let ask = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
                actions::ask(w, me, (organisation, note.as_deref()), now)
            };
            web.write(Gate::SignedIn, &form, ask).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(()) => web.see_other(paths::SERVICE_RECORDS, Flash::good("letters-service-flash-asked")),
        Err(Failure::Repeated) => web.redirect(paths::SERVICE_RECORDS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, own) = web.read(Gate::SignedIn, actions::mine).await?;
            web.invalid(Some(&me), &OwnPage::new(&own, (&form, &problem), &web.reader(&me)))
        }
    }
}

fn asked(form: &Form) -> Result<(OrganisationId, Option<String>), Problem> {
    let mut errors = FormErrors::new();
    let organisation = form.raw("organisation").parse::<OrganisationId>().ok();
    if organisation.is_none() {
        errors.add(Fault::new("organisation", "required"));
    }
    let note = errors.optional(form, "note", LONGEST_NOTE);
    errors.into_result((organisation.unwrap_or(OrganisationId(0)), note))
}

/// `GET /service-record-requests`
pub async fn index(web: Web) -> Reply {
    let (me, rows) = web.read(Gate::Coordinator, actions::open).await?;
    web.page(&me, &RequestsPage::new(&rows, &web.reader(&me)))
}

/// `GET /service-record-requests/{service_request}`: what the record would say.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (ServiceRequestId(path.into_inner()), web.now());
    let (me, (row, elements)) =
        web.read(Gate::Coordinator, move |r, me| actions::show(r, me, id, now)).await?;
    let own = me.actor.person == Some(row.person);
    web.page(&me, &RequestPage::new((&row, &elements), None, (own, &web.reader(&me))))
}

fn typed(form: &Form) -> ServiceFields {
    let text = |name: &str| Some(tidy(form.raw(name))).filter(|text| !text.is_empty());
    ServiceFields {
        nature: text("nature"),
        quality: text("quality"),
        volume: text("volume"),
        level: text("level"),
        length: text("length"),
    }
}

/// `POST /service-record-requests/{service_request}/signature`
pub async fn sign(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = ServiceRequestId(path.into_inner());
    let (kit, elements, public_id) = (web.kit.clone(), typed(&form), web.kit.secrets.public_id());
    let done = web
        .write(Gate::Coordinator, &form, move |w, me, now| {
            actions::sign(w, (me, &Tools::of(&kit)), (id, &elements), &public_id, now)
        })
        .await;
    match done {
        Ok((_, row)) => web.see_other(
            paths::SERVICE_RECORD_REQUESTS,
            Flash::good("letters-service-flash-signed").with("number", row.number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::SERVICE_RECORD_REQUESTS),
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

/// `POST /service-record-requests/{service_request}/refusal`
pub async fn refuse(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, why) = (ServiceRequestId(path.into_inner()), form.raw("reason").to_owned());
    let done =
        web.write(Gate::Coordinator, &form, move |w, me, now| actions::refuse(w, me, (id, &why), now)).await;
    match done {
        Ok(_) => web.see_other(paths::SERVICE_RECORD_REQUESTS, Flash::good("letters-service-flash-refused")),
        Err(Failure::Repeated) => web.redirect(paths::SERVICE_RECORD_REQUESTS),
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

async fn again(web: &Web, id: ServiceRequestId, form: &Form, failure: Failure) -> Reply {
    let (problem, now) = (failure.about_the_form()?, web.now());
    let (me, (row, elements)) =
        web.read(Gate::Coordinator, move |r, me| actions::show(r, me, id, now)).await?;
    let own = me.actor.person == Some(row.person);
    let (sent, reader) = (Some((form, &problem)), web.reader(&me));
    web.invalid(Some(&me), &RequestPage::new((&row, &elements), sent, (own, &reader)))
}
