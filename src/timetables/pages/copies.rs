//! Copying the schedule of another edition.

use super::input;
use crate::attendance::pages::told;
use crate::kernel::{EditionId, Gate, Problem};
use crate::timetables::actions::{self, BookedCopy};
use crate::timetables::views::CopyPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which schedule is looked at.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    /// The edition it is copied from.
    #[serde(default)]
    source: String,
    /// By how many weeks it is moved.
    #[serde(default)]
    weeks: String,
}

/// `GET /editions/{edition}/schedule-copies/new`: what the schedule would be here. Nothing is booked.
pub async fn new(web: Web, path: Path<i64>, shown: Query<Shown>) -> Reply {
    let id = EditionId(path.into_inner());
    let form = Form::of(&[("source", &shown.source), ("weeks", &shown.weeks)]);
    if shown.source.is_empty() {
        return page(&web, id, (&form, None, Problem::invalid(Vec::new()))).await;
    }
    match input::source(&form) {
        Ok(wanted) => page(&web, id, (&form, Some(wanted), Problem::invalid(Vec::new()))).await,
        Err(problem) => page(&web, id, (&form, None, problem)).await,
    }
}

/// `POST /editions/{edition}/schedule-copies`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let outcome = match input::source(&form).and_then(|source| Ok((source, input::chosen(&form)?))) {
        Ok((source, chosen)) => {
            let book = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
                actions::book_copy(w, me, id, (source, &chosen), now)
            };
            web.write(Gate::Trainer, &form, book).await
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok((_, booked)) => web.see_other(paths::edition_sessions(id), said(&booked)),
        Err(Failure::Repeated) => web.redirect(paths::edition_sessions(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let wanted = input::source(&form).ok();
            page(&web, id, (&form, wanted, problem)).await
        }
    }
}

/// How much was booked and went along; and what stayed behind, so that somebody looks at it.
fn said(done: &BookedCopy) -> Flash {
    let copied = done.copied;
    let left = copied.unlinked_blocks + copied.unfit_sessions + copied.outside_shifts;
    let flash = match left {
        0 => Flash::good("timetables-flash-copied"),
        _ => Flash::attention("timetables-flash-copied-partly"),
    };
    flash
        .with("count", done.booked)
        .with("programmes", copied.programmes)
        .with("shifts", copied.shifts)
        .with("blocks", copied.unlinked_blocks)
        .with("sessions", copied.unfit_sessions)
        .with("outside", copied.outside_shifts)
}

type Asked<'a> = (&'a Form, Option<(EditionId, Option<i64>)>, Problem);

async fn page(web: &Web, id: EditionId, (form, wanted, problem): Asked<'_>) -> Reply {
    let asked = (wanted.map(|(source, _)| source), wanted.and_then(|(_, weeks)| weeks));
    let (me, run) = web.read(Gate::Trainer, move |r, me| actions::copy(r, me, id, asked)).await?;
    let chosen = (!problem.faults.is_empty()).then(|| form.all("line"));
    let view = told(web, &me, |telling| CopyPage::new(&run, (form, &problem), chosen, telling));
    if problem.faults.is_empty() { web.page(&me, &view) } else { web.invalid(Some(&me), &view) }
}
