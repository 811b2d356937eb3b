//! The topic and the questions of a session.

use super::{input, rearranged, saved, shown};
use crate::agendas::actions;
use crate::agendas::views::{AgendaForm, kept, rows};
use crate::kernel::{Gate, SessionId};
use crate::web::{Form, Reply, Web};
use actix_web::web::Path;

/// `GET /sessions/{session}/agenda`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    shown(&web, id, |editing| kept::agenda_form(&editing.contents.agenda()), AgendaForm::typed).await
}

/// `POST /sessions/{session}/agenda`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if let Some(form) = rows::rearranged(&form, &kept::QUESTION) {
        return rearranged(&web, id, &form, AgendaForm::typed).await;
    }
    let form = rows::compacted(&form, &kept::QUESTION);
    let outcome = match input::agenda(&form) {
        Ok(wanted) => {
            let write = move |w: &mut _, me: &_, now| actions::set_agenda(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-agenda"), AgendaForm::typed).await
}
