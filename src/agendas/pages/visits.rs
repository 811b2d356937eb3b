//! Whom a session visits, and what came of it.

use super::{input, saved, shown};
use crate::agendas::actions;
use crate::agendas::rules::Visit;
use crate::agendas::views::{VisitForm, kept};
use crate::db::Write;
use crate::kernel::{Actor, Gate, Moment, Problem, SessionId};
use crate::web::{Form, Reply, Web};
use actix_web::web::Path;

/// `GET /sessions/{session}/visit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    shown(&web, id, kept::visit_form, VisitForm::typed).await
}

fn put(w: &mut Write, me: &Actor, id: SessionId, visit: Option<&Visit>, now: Moment) -> Result<(), Problem> {
    match visit {
        Some(visit) => actions::set_visit(w, me, id, visit, now),
        None => actions::remove_visit(w, me, id, now),
    }
}

/// `POST /sessions/{session}/visit`: with nothing in it, the session is no visit any more.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::visit(&form) {
        Ok(visit) => {
            let write = move |w: &mut _, me: &_, now| put(w, me, id, visit.as_ref(), now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-visit"), VisitForm::typed).await
}

/// `POST /sessions/{session}/visit-report`
pub async fn report(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let outcome = match input::report(&form) {
        Ok(text) => {
            let write = move |w: &mut _, me: &_, now| actions::report_visit(w, me, id, &text, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-report"), VisitForm::reporting).await
}
