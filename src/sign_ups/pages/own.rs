//! What a trainee does.

use crate::attendance::rules::Standing;
use crate::db::Write;
use crate::kernel::{Actor, Gate, SessionId};
use crate::sign_ups::actions;
use crate::sign_ups::views::OwnPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}/sign-up`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own_place(r, me, id)).await?;
    web.page(&me, &OwnPage::new(&own, None, &web.reader(&me)))
}

/// `POST /sessions/{session}/sign-up`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let sign_up = move |w: &mut Write, me: &Actor, now| actions::sign_up(w, me, id, now);
    let flash = match web.write(Gate::SignedIn, &form, sign_up).await {
        Ok((_, Standing::Confirmed)) => Ok(Flash::good("sign-ups-flash-confirmed")),
        Ok((_, Standing::Waiting(position))) => {
            Ok(Flash::attention("sign-ups-flash-waiting").with("position", position))
        }
        Err(failure) => Err(failure),
    };
    finish(&web, id, flash).await
}

/// `POST /sessions/{session}/sign-up/release`
pub async fn release(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let release = move |w: &mut Write, me: &Actor, now| actions::release(w, me, id, now);
    let flash = web.write(Gate::SignedIn, &form, release).await;
    finish(&web, id, flash.map(|_| Flash::good("sign-ups-flash-released"))).await
}

/// Back to the schedule; the session's own page with what is wrong when nothing could be done.
async fn finish(web: &Web, id: SessionId, done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::SCHEDULE, flash),
        Err(Failure::Repeated) => web.redirect(paths::own_sign_up(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own_place(r, me, id)).await?;
            web.invalid(Some(&me), &OwnPage::new(&own, Some(&problem), &web.reader(&me)))
        }
    }
}
