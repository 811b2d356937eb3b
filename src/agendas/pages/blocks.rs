//! The blocks of a session.

use super::{input, rearranged, saved, shown};
use crate::agendas::actions;
use crate::agendas::views::{BlocksForm, kept, rows};
use crate::kernel::{Gate, SessionId};
use crate::web::{Form, Reply, Web};
use actix_web::web::Path;

/// `GET /sessions/{session}/blocks`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    shown(&web, id, kept::blocks_form, BlocksForm::typed).await
}

/// `POST /sessions/{session}/blocks`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if let Some(form) = rows::rearranged(&form, &kept::BLOCK) {
        return rearranged(&web, id, &form, BlocksForm::typed).await;
    }
    let form = rows::compacted(&form, &kept::BLOCK);
    let outcome = match input::blocks(&form) {
        Ok(wanted) => {
            let write = move |w: &mut _, me: &_, now| actions::set_blocks(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-blocks"), BlocksForm::typed).await
}
