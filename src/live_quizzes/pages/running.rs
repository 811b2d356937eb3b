//! Choosing a quiz and starting a live one.

use crate::db::Write;
use crate::kernel::{ActivityId, Actor, EditionId, Gate, Problem};
use crate::live_quizzes::actions::{self, Start};
use crate::live_quizzes::rules::settings::{POINTS, SECONDS, TEAMS};
use crate::live_quizzes::rules::{Settings, Worth, code};
use crate::live_quizzes::views;
use crate::web::{Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How many codes are drawn for a live quiz: one of them is free unless nearly all are taken.
const DRAWN_CODES: usize = 16;

/// Codes out of this instance's randomness.
pub(in crate::live_quizzes) fn draw_codes(web: &Web) -> Vec<String> {
    (0..DRAWN_CODES).map(|_| code::of_random(web.kit.secrets.bytes())).collect()
}

/// `GET /editions/{edition}/live-quizzes`.
pub async fn index(web: Web, path: Path<EditionId>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let (me, seen) = web.read(Gate::Trainer, move |r, me| actions::overview(r, me, id, now)).await?;
    web.page(&me, &views::Index::new(&seen, &web.reader(&me)))
}

/// Which quiz.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    activity: i64,
}

/// `GET /editions/{edition}/live-quizzes/new`.
pub async fn new(web: Web, path: Path<EditionId>, wanted: Query<Wanted>) -> Reply {
    let at = (path.into_inner(), ActivityId(wanted.activity));
    let (me, plan) = web.read(Gate::Trainer, move |r, me| actions::plan(r, me, at, 0)).await?;
    web.page(&me, &views::Setup::new(&plan, None, me.actor.language, &web.say(&me)))
}

fn read_form(form: &Form) -> Result<Settings, Problem> {
    let mut errors = FormErrors::new();
    let teams = (form.raw("mode") == "teams").then(|| errors.number(form, "teams", TEAMS.0, TEAMS.1));
    let settings = Settings {
        teams,
        seconds: errors.number(form, "seconds", SECONDS.0, SECONDS.1),
        worth: Worth {
            right: errors.number(form, "right", POINTS.0, POINTS.1),
            quick: errors.number(form, "quick", POINTS.0, POINTS.1),
        },
        names: form.ticked("names"),
        guests: form.ticked("guests"),
    };
    errors.into_result(settings)
}

/// `POST /editions/{edition}/live-quizzes`.
pub async fn create(web: Web, path: Path<EditionId>, form: Form) -> Reply {
    let (edition, activity) = (path.into_inner(), ActivityId(form.text("activity").parse().unwrap_or(0)));
    let settings = match read_form(&form) {
        Ok(settings) => settings,
        Err(problem) => return show_again(&web, (edition, activity), &form, problem).await,
    };
    let input =
        Start { edition, activity, settings, codes: draw_codes(&web), seed: web.kit.secrets.number() };
    let start = move |w: &mut Write, me: &Actor, now| actions::start(w, me, &input, now);
    match web.write(Gate::Trainer, &form, start).await {
        Ok((_, id)) => web.redirect(paths::live_quiz(id)),
        Err(failure) => show_again(&web, (edition, activity), &form, failure.about_the_form()?).await,
    }
}

async fn show_again(web: &Web, at: (EditionId, ActivityId), form: &Form, problem: Problem) -> Reply {
    let (me, plan) = web.read(Gate::Trainer, move |r, me| actions::plan(r, me, at, 0)).await?;
    let view = views::Setup::new(&plan, Some((form, &problem.faults)), me.actor.language, &web.say(&me));
    web.invalid(Some(&me), &view)
}
