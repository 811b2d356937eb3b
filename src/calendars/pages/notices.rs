//! Telling everybody concerned at once.

use super::input;
use crate::calendars::actions::{self, Board};
use crate::calendars::views::NoticesPage;
use crate::kernel::{EditionId, Gate, Problem, SessionId};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /sessions/{session}/notices`
pub async fn of_session(web: Web, path: Path<i64>) -> Reply {
    let (me, board) = session_board(&web, SessionId(path.into_inner())).await?;
    web.page(&me, &NoticesPage::new(&board, &web.reader(&me)))
}

/// `GET /editions/{edition}/notices`
pub async fn of_edition(web: Web, path: Path<i64>) -> Reply {
    let (me, board) = edition_board(&web, EditionId(path.into_inner())).await?;
    web.page(&me, &NoticesPage::new(&board, &web.reader(&me)))
}

/// `POST /sessions/{session}/notices`
pub async fn tell_session(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let told = match input::message(&form) {
        Ok(text) => {
            let tell = move |w: &mut _, me: &_, now| actions::tell_session(w, me, id, &text, now);
            web.write(Gate::Trainer, &form, tell).await
        }
        Err(problem) => Err(problem.into()),
    };
    match told {
        Ok((_, (_, people))) => web.see_other(paths::session_notices(id), sent(people)),
        Err(Failure::Repeated) => web.redirect(paths::session_notices(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, board) = session_board(&web, id).await?;
            again(&web, &me, &board, (&form, &problem))
        }
    }
}

/// `POST /editions/{edition}/notices`
pub async fn tell_edition(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let told = match input::message(&form) {
        Ok(text) => {
            let tell = move |w: &mut _, me: &_, now| actions::tell_edition(w, me, id, &text, now);
            web.write(Gate::Trainer, &form, tell).await
        }
        Err(problem) => Err(problem.into()),
    };
    match told {
        Ok((_, (_, people))) => web.see_other(paths::edition_notices(id), sent(people)),
        Err(Failure::Repeated) => web.redirect(paths::edition_notices(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, board) = edition_board(&web, id).await?;
            again(&web, &me, &board, (&form, &problem))
        }
    }
}

async fn session_board(web: &Web, id: SessionId) -> Result<(Me, Board), Failure> {
    web.read(Gate::Trainer, move |r, me| actions::board_of_session(r, me, id)).await
}

async fn edition_board(web: &Web, id: EditionId) -> Result<(Me, Board), Failure> {
    web.read(Gate::Trainer, move |r, me| actions::board_of_edition(r, me, id)).await
}

fn sent(people: usize) -> Flash {
    Flash::good("calendars-flash-told").with("count", people)
}

fn again(web: &Web, me: &Me, board: &Board, typed: (&Form, &Problem)) -> Reply {
    web.invalid(Some(me), &NoticesPage::typed(board, typed, &web.reader(me)))
}
