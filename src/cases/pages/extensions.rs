//! Extensions of a case.

use crate::cases::actions::{self, ExtensionInput};
use crate::cases::store::Whom;
use crate::cases::views::Extensions;
use crate::kernel::{ActivityId, EditionId, ExtensionId, Gate, Problem};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases/{activity}/extensions`.
pub async fn index(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::extensions(r, me, at)).await?;
    web.page(&me, &Extensions::new(&found, (&Form::default(), &[]), &web.reader(&me)))
}

/// `POST /editions/{edition}/cases/{activity}/extensions`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::extensions(r, me, at)).await?;
    let whom = whom(form.all("whom"));
    let done = match input(&form) {
        Err(problem) => Err(problem.into()),
        Ok(input) => {
            let job = move |w: &mut _, me: &_, now| actions::extend(w, me, at, (&whom, &input), now);
            web.write(Gate::SignedIn, &form, job).await
        }
    };
    match done {
        Ok((_, made)) => {
            let flash = Flash::good("case-extensions-flash-made").with("count", made.len());
            web.see_other(paths::case_extensions(at.0, at.1), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::case_extensions(at.0, at.1)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            web.invalid(Some(&me), &Extensions::new(&found, (&form, &faults), &web.reader(&me)))
        }
    }
}

/// `POST /editions/{edition}/cases/{activity}/extensions/{extension}/revocation`.
pub async fn revoke(web: Web, path: Path<(EditionId, ActivityId, ExtensionId)>, form: Form) -> Reply {
    let (edition, case, id) = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::take_back(w, me, (edition, case), id, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) | Err(Failure::Repeated) => {
            let flash = Flash::good("case-extensions-flash-taken-back");
            web.see_other(paths::case_extensions(edition, case), flash)
        }
        Err(failure) => Err(failure),
    }
}

fn input(form: &Form) -> Result<ExtensionInput, Problem> {
    let mut errors = FormErrors::new();
    let due_on = errors.date(form, "due_on").unwrap_or_default();
    let reason = form.text("reason");
    if reason.is_empty() {
        errors.add(crate::kernel::Fault::new("reason", "required"));
    }
    if whom(form.all("whom")).is_empty() {
        errors.add(crate::kernel::Fault::new("whom", "choose-some"));
    }
    errors.into_result(ExtensionInput { due_on, reason })
}

/// For whom: each `trainee-7` or `sender-3`.
fn whom(ticked: &[String]) -> Vec<Whom> {
    let one = |text: &String| {
        let trainee = text.strip_prefix("trainee-").and_then(|id| id.parse().ok()).map(Whom::Trainee);
        let sender = || text.strip_prefix("sender-").and_then(|id| id.parse().ok()).map(Whom::SentBy);
        trainee.or_else(sender)
    };
    ticked.iter().filter_map(one).collect()
}
