//! The page of a session's make-ups.

use super::actions::{self, withdrawal_field};
use super::rules::{LONGEST, MakeUpForm, NewMakeUp};
use super::views::Page;
use crate::attendance::pages::told;
use crate::kernel::Word as _;
use crate::kernel::{EnrolmentId, Fault, Gate, MakeUpId, Minutes, Problem, SessionId};
use crate::programmes::rules::words::DeliveryMode;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Whom a make-up is about to be entered for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    who: Option<i64>,
}

/// `GET /sessions/{session}/make-ups`
pub async fn index(web: Web, path: Path<i64>, query: Query<Asked>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let who = query.who.map(EnrolmentId);
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
    web.page(&me, &told(&web, &me, |telling| Page::new(&board, who, telling)))
}

/// `POST /sessions/{session}/make-ups`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match wanted(&form) {
        Ok(new) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::enter(w, me, id, &new, now)).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::make_ups(id), Flash::good("make-ups-flash-entered")),
        Err(Failure::Repeated) => web.redirect(paths::make_ups(id)),
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// `POST /sessions/{session}/make-up-withdrawals`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let make_up = MakeUpId(form.text("make_up").parse().unwrap_or_default());
    let mut errors = FormErrors::new();
    let reason = errors.optional(&form, &withdrawal_field(make_up), LONGEST).unwrap_or_default();
    let outcome = match errors.into_result(reason) {
        Ok(reason) => {
            let one = (id, make_up);
            web.write(Gate::Trainer, &form, move |w, me, now| actions::withdraw(w, me, one, &reason, now))
                .await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(_) => web.see_other(paths::make_ups(id), Flash::good("make-ups-flash-withdrawn")),
        Err(Failure::Repeated) => web.redirect(paths::make_ups(id)),
        Err(failure) => again(&web, id, &form, &failure.about_the_form()?).await,
    }
}

/// The page with what was typed, and what is wrong with it.
async fn again(web: &Web, id: SessionId, form: &Form, problem: &Problem) -> Reply {
    let now = web.now();
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
    web.invalid(Some(&me), &told(web, &me, |telling| Page::typed(&board, (form, problem), telling)))
}

/// A make-up as it was typed.
fn wanted(form: &Form) -> Result<NewMakeUp, Problem> {
    let mut errors = FormErrors::new();
    let enrolment = form.text("enrolment").parse().ok();
    if enrolment.is_none() {
        errors.add(Fault::new("enrolment", "choose-one"));
    }
    let kind = MakeUpForm::parse(form.raw("form"));
    if kind.is_none() {
        errors.add(Fault::new("form", "choose-one"));
    }
    let kind = kind.unwrap_or(MakeUpForm::Task);
    let held = kind == MakeUpForm::Session;
    let typed = !form.text("made_on").is_empty();
    let new = NewMakeUp {
        enrolment: enrolment.unwrap_or(EnrolmentId(0)),
        form: kind,
        held_session: form.text("held_session").parse().ok(),
        made_on: if held || !typed { None } else { errors.date(form, "made_on") },
        mode: DeliveryMode::parse(form.raw("mode")),
        minutes: Minutes(errors.number(form, "minutes", 1, 24 * 60)),
        note: errors.optional(form, "note", LONGEST),
    };
    errors.into_result(new)
}
