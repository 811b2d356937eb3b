//! The door: the code first, then the name and the team.

use super::{cookie_player, remember_player};
use crate::db::Read;
use crate::kernel::{Actor, Fault, Problem, ProblemCode};
use crate::live_quizzes::actions::{self, Door, Joining, Newcomer};
use crate::live_quizzes::hub::Hub;
use crate::live_quizzes::rules::code;
use crate::live_quizzes::views::{DoorPage, Typed};
use crate::web::{Failure, Form, Me, Reply, Web, paths};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// The code that was typed or scanned.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    code: String,
}

/// `GET /join`.
pub async fn new(web: Web, wanted: Query<Wanted>) -> Reply {
    let typed = Typed { code: wanted.code.clone(), ..Typed::default() };
    if typed.code.trim().is_empty() {
        let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
        return page(&web, me.as_ref(), &typed, None);
    }
    let (me, door) = at_the_door(&web, &typed.code).await?;
    let Some(door) = door else { return unknown(&web, me.as_ref(), typed) };
    if let Joining::Back(player) = door.joining {
        remember_player(&web, player);
        return web.redirect(paths::live_play(&door.quiz.code));
    }
    page(&web, me.as_ref(), &typed, Some(&door))
}

/// `POST /join`.
pub async fn create(web: Web, form: Form, hub: Data<Hub>) -> Reply {
    let typed = Typed {
        code: form.text("code"),
        name: form.text("name"),
        team: form.text("team"),
        faults: Vec::new(),
    };
    let (me, door) = at_the_door(&web, &typed.code).await?;
    let Some(door) = door else { return unknown(&web, me.as_ref(), typed) };
    let new = Newcomer {
        code: door.quiz.code.clone(),
        cookie: cookie_player(&web),
        name: typed.name.clone(),
        team: typed.team.parse().ok(),
    };
    let actor = me.as_ref().map(|me| me.actor.clone());
    let joined = web.write_anyone(move |w, now| actions::join(w, actor.as_ref(), &new, now)).await;
    hub.murmur(door.quiz.id);
    match joined.map_err(|failure| (failure.code(), failure)) {
        Ok(player) => {
            remember_player(&web, player);
            web.redirect(paths::live_play(&door.quiz.code))
        }
        Err((Some(ProblemCode::Forbidden | ProblemCode::LiveQuizOver), _)) => {
            page(&web, me.as_ref(), &typed, Some(&door))
        }
        // Two guests chose the same name at the same moment.
        Err((Some(ProblemCode::AlreadyExists), _)) => {
            let taken = Problem::invalid(vec![Fault::new("name", "live-name-taken")]);
            again(&web, me.as_ref(), typed, &door, taken)
        }
        Err((_, failure)) => again(&web, me.as_ref(), typed, &door, failure.about_the_form()?),
    }
}

/// The door of a code, for whoever comes. Wrong codes are counted by address.
async fn at_the_door(web: &Web, typed: &str) -> Result<(Option<Me>, Option<Door>), Failure> {
    let address = web.address();
    web.kit.limits.may_guess(&address)?;
    let (now, cookie, code) = (web.now(), cookie_player(web), code::parse(typed));
    let read = move |r: &mut Read, actor: Option<&Actor>| match code {
        Some(code) => actions::door(r, actor, (&code, cookie), now),
        None => Ok(None),
    };
    let (me, door) = web.read_anyone(read).await?;
    if door.is_none() {
        web.kit.limits.wrong_guess(&address);
    }
    Ok((me, door))
}

fn page(web: &Web, me: Option<&Me>, typed: &Typed, door: Option<&Door>) -> Reply {
    web.page_for_anyone(me, &view(web, me, typed, door))
}

fn view(web: &Web, me: Option<&Me>, typed: &Typed, door: Option<&Door>) -> DoorPage {
    let language = me.map_or_else(|| web.stranger_language(), |me| me.actor.language);
    let words = web.kit.words.clone();
    DoorPage::new(typed, door, language, &move |key| words.text(language, key))
}

fn unknown(web: &Web, me: Option<&Me>, typed: Typed) -> Reply {
    let faults = vec![Fault::new("code", "live-code-unknown")];
    let typed = Typed { faults, ..typed };
    web.page_with(StatusCode::NOT_FOUND, me, &view(web, me, &typed, None))
}

fn again(web: &Web, me: Option<&Me>, typed: Typed, door: &Door, problem: Problem) -> Reply {
    let typed = Typed { faults: problem.faults, ..typed };
    web.invalid(me, &view(web, me, &typed, Some(door)))
}
