//! What a trainer does.

use super::input;
use crate::attendance::pages::told;
use crate::attendance::rules::Standing;
use crate::db::Write;
use crate::kernel::{Actor, Gate, SessionId};
use crate::sign_ups::actions;
use crate::sign_ups::views::PlacesPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}/places`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = SessionId(path.into_inner());
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
    web.page(&me, &told(&web, &me, |telling| PlacesPage::new(&board, None, telling)))
}

/// `POST /sessions/{session}/places`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let (_, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
    let done = match input::places(&form, board.session.time_zone) {
        Ok(places) => {
            let set = move |w: &mut Write, me: &Actor, now| actions::set(w, me, id, &places, now);
            web.write(Gate::Trainer, &form, set).await
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &form, done.map(|(_, promoted)| set_flash(promoted))).await
}

fn set_flash(promoted: usize) -> Flash {
    match promoted {
        0 => Flash::good("sign-ups-flash-set"),
        count => Flash::good("sign-ups-flash-promoted").with("count", count),
    }
}

/// `POST /sessions/{session}/places/removal`
pub async fn remove(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let remove = move |w: &mut Write, me: &Actor, now| actions::remove(w, me, id, now);
    let done = web.write(Gate::Trainer, &form, remove).await;
    finish(&web, id, &form, done.map(|_| Flash::good("sign-ups-flash-removed"))).await
}

/// `POST /sessions/{session}/sign-ups`
pub async fn admit(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let done = match input::admission(&form) {
        Ok((who, why)) => {
            let admit = move |w: &mut Write, me: &Actor, now| actions::admit(w, me, id, (who, &why), now);
            web.write(Gate::Trainer, &form, admit).await
        }
        Err(problem) => Err(problem.into()),
    };
    let flash = done.map(|(_, standing)| match standing {
        Standing::Confirmed => Flash::good("sign-ups-flash-admitted"),
        Standing::Waiting(position) => {
            Flash::attention("sign-ups-flash-admitted-waiting").with("position", position)
        }
    });
    finish(&web, id, &form, flash).await
}

/// `POST /sessions/{session}/sign-ups/releases`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let done = match input::withdrawal(&form) {
        Ok((who, why)) => {
            let out = move |w: &mut Write, me: &Actor, now| actions::withdraw(w, me, id, (who, &why), now);
            web.write(Gate::Trainer, &form, out).await
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, id, &form, done.map(|_| Flash::good("sign-ups-flash-withdrawn"))).await
}

/// `POST /sessions/{session}/sign-ups/promotions`
pub async fn promote(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let promote = move |w: &mut Write, me: &Actor, now| actions::promote(w, me, id, now);
    let done = web.write(Gate::Trainer, &form, promote).await;
    finish(&web, id, &form, done.map(|(_, promoted)| set_flash(promoted))).await
}

/// Back to the page; the page with what is wrong and with what was typed when nothing could be done.
async fn finish(web: &Web, id: SessionId, form: &Form, done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::session_places(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::session_places(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
            let typed = Some((form, &problem));
            web.invalid(Some(&me), &told(web, &me, |telling| PlacesPage::new(&board, typed, telling)))
        }
    }
}
