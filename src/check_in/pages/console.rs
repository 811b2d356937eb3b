//! The trainer's page of a check-in, and the projector's.

use crate::attendance::pages::told;
use crate::check_in::actions;
use crate::check_in::rules::opening::{LONGEST_GRACE, MOST_BEFORE, PROMPTS};
use crate::check_in::rules::{Flag, Opening};
use crate::check_in::views::{Console, Screen};
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Gate, Problem, ProblemCode, SessionId};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// `GET /sessions/{session}/check-in`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
    web.page(&me, &told(&web, &me, |telling| Console::new(&board, None, telling)))
}

/// Two digits that can be said aloud without being misheard for one.
pub(in crate::check_in) fn draw_number(web: &Web) -> String {
    (10 + web.kit.secrets.number().rem_euclid(90)).to_string()
}

fn opening(form: &Form) -> Result<Opening, Problem> {
    let mut errors = FormErrors::new();
    let prompts = !form.text("prompt_minutes").is_empty();
    let opening = Opening {
        in_person: form.ticked("in_person"),
        online: form.ticked("online"),
        by_joining: form.ticked("by_joining"),
        spoken: form.ticked("spoken"),
        opens_before: errors.number(form, "opens_before", 0, MOST_BEFORE),
        on_time_after: errors.number(form, "on_time_after", 0, LONGEST_GRACE),
        prompt_minutes: prompts.then(|| errors.number(form, "prompt_minutes", PROMPTS.0, PROMPTS.1)),
    };
    errors.into_result(opening)
}

/// `POST /sessions/{session}/check-in`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, number) = (SessionId(path.into_inner()), draw_number(&web));
    let opened = match opening(&form) {
        Ok(opening) => {
            let open =
                move |w: &mut Write, me: &Actor, now| actions::open(w, me, id, (&opening, &number), now);
            web.write(Gate::Trainer, &form, open).await
        }
        Err(problem) => Err(problem.into()),
    };
    match opened {
        Ok(_) => web.see_other(paths::check_in(id), Flash::good("check-in-flash-opened")),
        Err(Failure::Repeated) => web.redirect(paths::check_in(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let now = web.now();
            let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id, now)).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &told(&web, &me, |telling| Console::new(&board, typed, telling)))
        }
    }
}

/// `POST /sessions/{session}/check-in/closing`
pub async fn close(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let close = move |w: &mut Write, me: &Actor, now| actions::close(w, me, id, now);
    match web.write(Gate::Trainer, &form, close).await {
        Ok(_) => web.see_other(paths::check_in(id), Flash::good("check-in-flash-closed")),
        Err(Failure::Repeated) => web.redirect(paths::check_in(id)),
        Err(failure) => Err(failure),
    }
}

/// `POST /sessions/{session}/check-in/dismissals`
pub async fn dismiss(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let bad = || Problem::new(ProblemCode::BadRequest);
    let who = EnrolmentId(form.text("enrolment").parse().map_err(|_| bad())?);
    let flag = Flag::parse(form.raw("flag")).ok_or_else(bad)?;
    let dismiss = move |w: &mut Write, me: &Actor, now| actions::dismiss(w, me, id, (who, flag), now);
    match web.write(Gate::Trainer, &form, dismiss).await {
        Ok(_) => web.see_other(paths::check_in(id), Flash::good("check-in-flash-dismissed")),
        Err(Failure::Repeated) => web.redirect(paths::check_in(id)),
        Err(failure) => Err(failure),
    }
}

/// Whose code is to be shown.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    way: String,
}

/// `GET /sessions/{session}/check-in/screen`
pub async fn screen(web: Web, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, screen) = web.read(Gate::Trainer, move |r, me| actions::screen(r, me, id, now)).await?;
    let code_of = actions::code_of(&web.kit.secrets);
    let public_url = web.kit.settings.public_url.as_str();
    web.page(&me, &Screen::new(&screen, &wanted.way, (&code_of, public_url), &web.reader(&me)))
}
