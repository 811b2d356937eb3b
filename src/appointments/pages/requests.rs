//! What a trainer answers to those who ask for a consultation.

use super::{desk, input};
use crate::appointments::actions;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentRequestId, Gate};
use crate::web::{Flash, Form, Reply, Web};
use actix_web::web::Path;

/// `POST /appointment-requests/{request}/confirmation`
pub async fn confirm(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    let (_, edition) = web.read(Gate::Trainer, move |r, me| actions::edition_of(r, me, id)).await?;
    let done = match input::confirmation(&form) {
        Ok(at) => {
            let confirm = move |w: &mut Write, me: &Actor, now| actions::confirm(w, me, id, &at, now);
            web.write(Gate::Trainer, &form, confirm).await
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = done.map(|_| Flash::good("appointments-flash-confirmed"));
    desk::finish(&web, (edition, Some(id)), &form, flash).await
}

/// `POST /appointment-requests/{request}/refusal`
pub async fn decline(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    let (_, edition) = web.read(Gate::Trainer, move |r, me| actions::edition_of(r, me, id)).await?;
    let done = match input::reason(&form) {
        Ok(why) => {
            let decline = move |w: &mut Write, me: &Actor, now| actions::decline(w, me, id, &why, now);
            web.write(Gate::Trainer, &form, decline).await
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = done.map(|_| Flash::good("appointments-flash-declined"));
    desk::finish(&web, (edition, Some(id)), &form, flash).await
}
