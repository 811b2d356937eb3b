//! Entry from a signed paper sheet.

use super::sheets;
use crate::attendance::actions::{self, Line, RollCall, Saved};
use crate::attendance::pages::{input, told};
use crate::kernel::{EnrolmentId, Fault, Gate, Language, Problem, SessionId};
use crate::roll_calls::rules;
use crate::roll_calls::views::Paper;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}/paper-entry`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, sheet) = web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, id, now)).await?;
    if sheet.closed.is_some() {
        return web.redirect(paths::session(id));
    }
    web.page(&me, &told(&web, &me, |telling| Paper::new(&sheet, telling)))
}

/// `POST /sessions/{session}/paper-entry`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let copy = form.clone();
    // The keys are those of the reader's language, which the transaction knows.
    let outcome = web
        .write(Gate::Trainer, &form, move |w, me, now| {
            actions::mark(w, me, id, &roll_call(&copy, me.language)?, now)
        })
        .await;
    match outcome {
        Ok((_, saved)) => answer(&web, id, &saved).await,
        Err(Failure::Repeated) => web.redirect(paths::session(id)),
        Err(failure) if sheets::shut_out(&failure) => {
            sheets::unsaved(&web, id, |language| as_marks(&form, language)).await
        }
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, sheet) = web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, id, now)).await?;
            let view = told(&web, &me, |telling| Paper::typed(&sheet, (&form, &problem), telling));
            web.invalid(Some(&me), &view)
        }
    }
}

async fn answer(web: &Web, id: SessionId, saved: &Saved) -> Reply {
    if saved.stale.is_empty() {
        let count = saved.first + saved.corrected;
        let flash = if count > 0 { "attendance-flash-saved" } else { "attendance-flash-same" };
        return web.see_other(paths::session(id), Flash::good(flash).with("count", count));
    }
    let now = web.now();
    let (me, sheet) = web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, id, now)).await?;
    web.conflict(&me, &told(web, &me, |telling| Paper::stale(&sheet, saved, telling)))
}

/// The form as the roll call would have sent it, with a status in the place of each key.
fn as_marks(form: &Form, language: Language) -> Form {
    let status = |(id, typed): (&str, &str)| {
        Some((format!("status-{id}"), rules::status_of(typed, language)?.as_str()))
    };
    let statuses: Vec<(String, &str)> = form.under("key-").filter_map(status).collect();
    let statuses = statuses.iter().map(|(name, status)| (name.as_str(), *status));
    Form::of(&form.under("").chain(statuses).collect::<Vec<(&str, &str)>>())
}

/// The sheet as its keys say; people whose key is empty stay as they are.
fn roll_call(form: &Form, language: Language) -> Result<RollCall, Problem> {
    let mut errors = FormErrors::new();
    let mut lines: Vec<Line> = Vec::new();
    for (id, typed) in form.under("key-").filter(|(_, typed)| !typed.trim().is_empty()) {
        let Ok(id) = id.parse::<EnrolmentId>() else { continue };
        match rules::status_of(typed, language) {
            Some(status) => lines.extend(input::line(&mut errors, form, id, status.as_str())),
            None => {
                let keys = rules::keys(language).join(", ");
                errors.add(Fault::new(format!("key-{id}"), "sheet-key").with("keys", keys));
            }
        }
    }
    let reason = errors.optional(form, "correction_reason", input::LIMIT);
    errors.into_result(RollCall { lines, reason })
}
