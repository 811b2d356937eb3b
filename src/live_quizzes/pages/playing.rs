//! The phone: what is on show, and the answer.

use super::{cookie_player, look};
use crate::db::Read;
use crate::files::{FileKind, sniff};
use crate::kernel::{Actor, Fault, Language, Problem, ProblemCode};
use crate::live_quizzes::actions::{self, AnswerInput, Picture, Picturing};
use crate::live_quizzes::hub::Hub;
use crate::live_quizzes::store::{self, players::PlayerRow};
use crate::live_quizzes::views::{Phone, PhoneState};
use crate::questions::rules::response::{Response, field_name};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};

/// Whoever looks at a live quiz through this browser.
pub(super) struct Guest {
    pub(super) me: Option<Me>,
    pub(super) player: Option<PlayerRow>,
}

impl Guest {
    pub(super) fn language(&self, web: &Web) -> Language {
        self.me.as_ref().map_or_else(|| web.stranger_language(), |me| me.actor.language)
    }
}

/// The player that this browser is in the live quiz of a code.
pub(super) async fn guest(web: &Web, code: String) -> Result<Guest, Failure> {
    let cookie = cookie_player(web);
    let read = move |r: &mut Read, actor: Option<&Actor>| {
        let Some(id) = store::by_code(r, &code)? else { return Ok(None) };
        actions::player_here(r, actor, id, cookie)
    };
    let (me, player) = web.read_anyone(read).await?;
    Ok(Guest { me, player })
}

/// `GET /live/{code}`. Whoever does not play yet is led to the door, whether there is such a code or not.
pub async fn show(web: Web, path: Path<String>) -> Reply {
    let code = path.into_inner();
    let guest = guest(&web, code.clone()).await?;
    let Some(player) = guest.player.clone() else { return web.redirect(paths::live_door(&door_code(&code))) };
    let quiz = player.live_quiz_id;
    let picture: Picture = web.kit.db.read(move |r| look(r, quiz)).await?;
    let state = PhoneState::new(&picture, &player, (guest.language(&web), web.now()));
    web.page_for_anyone(guest.me.as_ref(), &Phone::new(&picture, state))
}

/// Only digits of an address go on into another.
fn door_code(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).take(12).collect()
}

/// `POST /live/{code}/answers`.
pub async fn create(web: Web, path: Path<String>, form: Form, hub: Data<Hub>) -> Reply {
    let code = path.into_inner();
    let guest = guest(&web, code.clone()).await?;
    let Some(player) = guest.player.clone() else { return web.redirect(paths::live_door(&door_code(&code))) };
    let back = paths::live_play(&code);
    match take(&web, &player, &form).await.map_err(|failure| (failure.code(), failure)) {
        Ok(()) => {
            hub.murmur(player.live_quiz_id);
            web.redirect(back)
        }
        Err((Some(ProblemCode::RoundClosed), _)) => {
            web.see_other(back, Flash::attention("live-flash-closed"))
        }
        Err((Some(ProblemCode::AlreadyAnswered), _)) => {
            web.see_other(back, Flash::attention("live-flash-answered"))
        }
        Err((_, failure)) => again(&web, &guest, &player, failure.about_the_form()?).await,
    }
}

async fn take(web: &Web, player: &PlayerRow, form: &Form) -> Result<(), Failure> {
    let (id, now) = (player.id, web.now());
    let (question, shape) = web.kit.db.read(move |r| actions::shape(r, id)).await?;
    if form.text("question").parse() != Ok(question) {
        return Err(Problem::new(ProblemCode::RoundClosed).into());
    }
    let response = Response::from_fields(&shape, &field_name(question), &|name| form.all(name).to_vec())
        .map_err(|code| Problem::invalid(vec![Fault::new("response", code)]))?;
    let input = AnswerInput { player: id, question, response };
    Ok(web.kit.db.write(move |w| actions::answer(w, &input, now)).await?)
}

async fn again(web: &Web, guest: &Guest, player: &PlayerRow, problem: Problem) -> Reply {
    let quiz = player.live_quiz_id;
    let picture = web.kit.db.read(move |r| look(r, quiz)).await?;
    let state = PhoneState::new(&picture, player, (guest.language(web), web.now()));
    web.invalid(guest.me.as_ref(), &Phone::new(&picture, state.with_faults(problem.faults)))
}

/// `GET /live/{code}/images/{name}`: a picture of a question that was shown.
pub async fn image(web: Web, path: Path<(String, String)>) -> Reply {
    let ((code, name), cookie, now) = (path.into_inner(), cookie_player(&web), web.now());
    let find =
        move |r: &mut Read, actor: Option<&Actor>| actions::image(r, actor, (&code, cookie), &name, now);
    let (_, found) = web.read_anyone(find).await?;
    file(&web, found).await
}

/// The bytes of a picture. Its content never changes, but who may see it does: nobody between keeps it.
pub(in crate::live_quizzes) async fn file(web: &Web, found: Picturing) -> Reply {
    let bytes = web.kit.files.get(&found.key).await?;
    let sniffed =
        || sniff(&bytes).filter(|(kind, _)| *kind == FileKind::Image).map(|(_, name)| name.to_owned());
    let media_type = found.media_type.or_else(sniffed).ok_or_else(Problem::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, "inline"))
        .insert_header((header::CACHE_CONTROL, "private, max-age=604800, immutable"))
        .body(bytes))
}
