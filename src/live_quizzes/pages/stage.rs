//! The trainer's pages of one live quiz: console, projector, debriefing; and the steps.

use super::look;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Gate, LiveQuizId, Problem, ProblemCode, Word as _};
use crate::live_quizzes::actions::{self, StepInput};
use crate::live_quizzes::hub::Hub;
use crate::live_quizzes::rules::{Phase, StepKind};
use crate::live_quizzes::views::{self, Eyes};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

/// Whether the projector page has controls.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    controls: String,
}

pub(super) fn eyes<'w>(web: &'w Web, me: &Me, controls: bool) -> Eyes<'w> {
    let public_url = web.kit.settings.public_url.as_str();
    Eyes { language: me.actor.language, now: web.now(), public_url, controls }
}

/// `GET /live-quizzes/{live_quiz}`.
pub async fn show(web: Web, path: Path<LiveQuizId>) -> Reply {
    let id = path.into_inner();
    let read = move |r: &mut Read, me: &Actor| {
        actions::own(r, me, id)?;
        let picture = look(r, id)?;
        let results = actions::results(r, &picture)?;
        Ok((picture, results))
    };
    let (me, (picture, results)) = web.read(Gate::Trainer, read).await?;
    let zone = me.actor.zone;
    web.page(&me, &views::Console::new(&picture, results.as_ref(), &eyes(&web, &me, true), zone))
}

/// `GET /live-quizzes/{live_quiz}/screen`.
pub async fn screen(web: Web, path: Path<LiveQuizId>, wanted: Query<Wanted>) -> Reply {
    let id = path.into_inner();
    let read = move |r: &mut Read, me: &Actor| actions::own(r, me, id).and_then(|_| look(r, id));
    let (me, picture) = web.read(Gate::Trainer, read).await?;
    web.page(&me, &views::Screen::new(&picture, &eyes(&web, &me, wanted.controls != "off")))
}

/// `GET /live-quizzes/{live_quiz}/debriefing`; before the end it leads back to the console.
pub async fn debriefing(web: Web, path: Path<LiveQuizId>) -> Reply {
    let id = path.into_inner();
    let read = move |r: &mut Read, me: &Actor| actions::own(r, me, id).and_then(|_| look(r, id));
    let (me, picture) = web.read(Gate::Trainer, read).await?;
    if picture.phase(web.now()) != Phase::Ended {
        return web.see_other(paths::live_quiz(id), Flash::attention("live-flash-not-over"));
    }
    web.page(&me, &views::Debriefing::new(&picture, me.actor.language))
}

/// `POST /live-quizzes/{live_quiz}/steps`. A step that comes too late changes nothing and shows what is now.
pub async fn create_step(web: Web, path: Path<LiveQuizId>, form: Form, hub: Data<Hub>) -> Reply {
    let live_quiz = path.into_inner();
    let bad = || Problem::new(ProblemCode::BadRequest);
    let kind = StepKind::parse(form.raw("kind")).ok_or_else(bad)?;
    let seen = form.text("seen").parse().map_err(|_| bad())?;
    let input = StepInput { live_quiz, kind, seen };
    let steer = move |w: &mut Write, me: &Actor, now| actions::steer(w, me, input, now);
    let taken = web.write(Gate::Trainer, &form, steer).await;
    hub.ring(live_quiz);
    let back = if form.raw("from") == "screen" {
        paths::live_screen(live_quiz)
    } else {
        paths::live_quiz(live_quiz)
    };
    match taken.map_err(|failure| (failure.code(), failure)) {
        Ok(_) => web.redirect(back),
        Err((Some(ProblemCode::Conflict | ProblemCode::AlreadyExists) | None, _)) => {
            web.see_other(back, Flash::attention("live-flash-elsewhere"))
        }
        Err((_, failure)) => Err(failure),
    }
}

/// `POST /live-quizzes/{live_quiz}/credit`: the results count.
pub async fn create_credit(web: Web, path: Path<LiveQuizId>, form: Form, hub: Data<Hub>) -> Reply {
    let id = path.into_inner();
    let credit = move |w: &mut Write, me: &Actor, now| actions::credit(w, me, id, now);
    let counted: Result<_, Failure> = web.write(Gate::Trainer, &form, credit).await;
    hub.ring(id);
    let (_, people) = counted?;
    web.see_other(paths::live_quiz(id), Flash::good("live-flash-counted").with("count", people))
}
