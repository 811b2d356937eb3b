//! A session as one of its people has it: the mark, the meeting, and whether they are still there.

use super::scan;
use crate::check_in::actions;
use crate::check_in::views::PlacePage;
use crate::db::Write;
use crate::kernel::{Actor, Gate, PersonId, Problem, ProblemCode, SessionId};
use crate::secrets::Secrets;
use crate::web::{Failure, Flash, Form, Reply, Web, cookies, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

const JOIN_SEAL: &str = "check-in-join";

fn join_seal(secrets: &Secrets, session: SessionId, person: PersonId) -> String {
    secrets.seal(JOIN_SEAL, &format!("{session}-{person}"))
}

/// `GET /here/{session}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, place) = web.read(Gate::SignedIn, move |r, me| actions::place(r, me, id, now)).await?;
    let seal = join_seal(&web.kit.secrets, id, me.actor.person_id()?);
    web.page(&me, &PlacePage::new(&place, &paths::joining(id, &seal), &web.reader(&me)))
}

/// The seal of our own button.
#[derive(Debug, Default, Deserialize)]
pub struct Pressed {
    #[serde(default)]
    seal: String,
}

/// `GET /here/{session}/meeting`: a link and no form, because a form may not lead to another site. Without the seal
/// of our own button nothing is noted, nor when a browser or a program only asks what is there.
pub async fn join(web: Web, path: Path<i64>, pressed: Query<Pressed>) -> Reply {
    let id = SessionId(path.into_inner());
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let ours = join_seal(&web.kit.secrets, id, me.actor.person_id()?) == pressed.seal;
    if !ours || web.only_asked() {
        return web.redirect(paths::here_at(id));
    }
    let device = web.cookie(cookies::DEVICE);
    let origin = scan::origin(&web.kit.secrets, &web.address(), device.as_deref());
    let write = move |w: &mut Write, now| actions::join(w, &me.actor, id, &origin, now);
    match web.write_anyone(write).await {
        Ok(link) => web.redirect(link),
        Err(failure) if failure.code() == Some(ProblemCode::SessionCancelled) => {
            web.redirect(paths::here_at(id))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /here/{session}/answers`
pub async fn answer(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let prompt = form.text("prompt").parse().map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let answer = move |w: &mut Write, me: &Actor, now| actions::answer(w, me, id, prompt, now);
    match web.write(Gate::SignedIn, &form, answer).await {
        Ok(_) => web.see_other(paths::here_at(id), Flash::good("check-in-flash-answered")),
        Err(Failure::Repeated) => web.redirect(paths::here_at(id)),
        Err(failure) if failure.code() == Some(ProblemCode::CheckInClosed) => {
            web.see_other(paths::here_at(id), Flash::attention("check-in-flash-too-late"))
        }
        Err(failure) => Err(failure),
    }
}
