//! One person: how they stand, since when quarters are counted, and what is credited instead of a session.

use crate::continuing_training::actions;
use crate::continuing_training::rules::credit::LONGEST_ABOUT;
use crate::continuing_training::rules::{NewCredit, Quarter};
use crate::continuing_training::views::{PlacePage, Typed, Which};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Fault, Gate, Minutes, Problem, TrainingCreditId};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// The longest reason for taking a credit back.
const LONGEST_REASON: usize = 500;

/// `GET /learn/{enrolment}/training`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), web.now());
    let (me, place) = web.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    web.page(&me, &PlacePage::new(&place, None, &web.reader(&me)))
}

/// The page again with what was typed into one of its forms.
async fn again(web: &Web, id: EnrolmentId, which: Which, form: &Form, failure: Failure) -> Reply {
    let (problem, now) = (failure.about_the_form()?, web.now());
    let (me, place) = web.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    let typed = Typed { which, form, problem: &problem };
    web.invalid(Some(&me), &PlacePage::new(&place, Some(typed), &web.reader(&me)))
}

/// `POST /learn/{enrolment}/training/starts`
pub async fn start(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EnrolmentId(path.into_inner());
    let mut errors = FormErrors::new();
    let day = errors.date(&form, "starts_on").unwrap_or_default();
    let typed = errors.into_result(day);
    let start = move |w: &mut Write, me: &Actor, now| {
        actions::administered(w, me, id)?;
        actions::start(w, me, id, super::read(&typed)?, now)
    };
    match web.write(Gate::Administrator, &form, start).await {
        Ok(_) => web.see_other(paths::own_training(id), Flash::good("training-flash-start")),
        Err(Failure::Repeated) => web.redirect(paths::own_training(id)),
        Err(failure) => again(&web, id, Which::Start, &form, failure).await,
    }
}

fn credit(form: &Form) -> Result<NewCredit, Problem> {
    let mut errors = FormErrors::new();
    let quarter = Quarter::parse(form.raw("quarter"));
    if quarter.is_none() {
        errors.add(Fault::new("quarter", "choose-one"));
    }
    let done_on = errors.date(form, "done_on").unwrap_or_default();
    let credit = NewCredit {
        quarter: quarter.unwrap_or_else(|| Quarter::of(done_on)),
        done_on,
        minutes: Minutes(errors.number(form, "minutes", 1, i32::MAX)),
        about: errors.required(form, "about", LONGEST_ABOUT),
    };
    errors.into_result(credit)
}

/// `POST /learn/{enrolment}/training/credits`
pub async fn create_credit(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EnrolmentId(path.into_inner());
    let typed = credit(&form);
    let credit = move |w: &mut Write, me: &Actor, now| {
        actions::taught(w, me, id)?;
        actions::credit(w, me, id, &super::read(&typed)?, now)
    };
    match web.write(Gate::Trainer, &form, credit).await {
        Ok(_) => web.see_other(paths::own_training(id), Flash::good("training-flash-credited")),
        Err(Failure::Repeated) => web.redirect(paths::own_training(id)),
        Err(failure) => again(&web, id, Which::Credit, &form, failure).await,
    }
}

/// `POST /training-credits/{credit}/revocation`
pub async fn revoke(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = TrainingCreditId(path.into_inner());
    let whose = web.read(Gate::Trainer, move |r, me| actions::credited(r, me, id)).await?.1;
    let mut errors = FormErrors::new();
    let reason = errors.required(&form, "reason", LONGEST_REASON);
    let typed = errors.into_result(reason);
    let revoke = move |w: &mut Write, me: &Actor, now| actions::revoke(w, me, id, &super::read(&typed)?, now);
    match web.write(Gate::Trainer, &form, revoke).await {
        Ok(_) => web.see_other(paths::own_training(whose), Flash::good("training-flash-revoked")),
        Err(Failure::Repeated) => web.redirect(paths::own_training(whose)),
        Err(failure) => again(&web, whose, Which::Revocation(id), &form, failure).await,
    }
}
