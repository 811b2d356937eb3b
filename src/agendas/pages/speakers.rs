//! Who teaches a session together, and who is invited to speak.

use super::{input, rearranged, saved, shown};
use crate::agendas::actions;
use crate::agendas::views::{SpeakersForm, kept, rows};
use crate::kernel::{Gate, SessionId};
use crate::web::{Form, Reply, Web};
use actix_web::web::Path;

/// `GET /sessions/{session}/speakers`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    shown(
        &web,
        id,
        |editing| kept::speakers_form(&editing.contents.co_trainers, &editing.contents.guests),
        SpeakersForm::typed,
    )
    .await
}

/// `POST /sessions/{session}/speakers`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    if let Some(form) = rows::rearranged(&form, &kept::GUEST) {
        return rearranged(&web, id, &form, SpeakersForm::typed).await;
    }
    let form = rows::compacted(&form, &kept::GUEST);
    let outcome = match input::speakers(&form) {
        Ok(wanted) => {
            let write = move |w: &mut _, me: &_, now| actions::set_speakers(w, me, id, &wanted, now);
            web.write(Gate::Trainer, &form, write).await
        }
        Err(problem) => Err(problem.into()),
    };
    saved(&web, id, &form, (outcome, "agendas-flash-speakers"), SpeakersForm::typed).await
}
