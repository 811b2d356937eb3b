//! What staff do with the answers of a case when it is over.

use crate::case_library::actions::{self, OpenInput};
use crate::case_library::views::{BoardPage, Typed};
use crate::kernel::{ActivityId, DiscussionRemarkId, EditionId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

type At = (EditionId, ActivityId);

/// `GET /editions/{edition}/cases/{activity}/discussion`.
pub async fn show(web: Web, path: Path<At>) -> Reply {
    let at = path.into_inner();
    let (me, board) = web.read(Gate::SignedIn, move |r, me| actions::board(r, me, at)).await?;
    web.page(&me, &BoardPage::new(&board, &web.reader(&me), None))
}

/// `POST /editions/{edition}/cases/{activity}/discussion`.
pub async fn create(web: Web, path: Path<At>, form: Form) -> Reply {
    let at = path.into_inner();
    let input = OpenInput { nameless: form.ticked("nameless"), early: form.ticked("early") };
    let job = move |w: &mut _, me: &_, now| actions::open(w, me, at, input, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, at, &form, done, "shown-flash-opened").await
}

/// `POST /editions/{edition}/cases/{activity}/discussion/closing`.
pub async fn close(web: Web, path: Path<At>, form: Form) -> Reply {
    let at = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::close(w, me, at, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, at, &form, done, "shown-flash-closed").await
}

/// `POST /editions/{edition}/cases/{activity}/discussion/remarks`.
pub async fn say(web: Web, path: Path<At>, form: Form) -> Reply {
    let at = path.into_inner();
    let (number, text) = (super::talks::number(&form), form.raw("remark").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::say_as_staff(w, me, at, (number, &text), now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, at, &form, done, "shown-flash-said").await
}

/// `POST /discussion-remarks/{remark}/hiding`.
pub async fn hide(web: Web, path: Path<DiscussionRemarkId>, form: Form) -> Reply {
    let (id, reason) = (path.into_inner(), form.raw("reason").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::hide_remark(w, me, id, &reason, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok((_, at)) => web.see_other(paths::case_board(at.0, at.1), Flash::good("shown-flash-hidden")),
        Err(Failure::Repeated) => web.redirect(paths::TODAY),
        Err(failure) => Err(failure),
    }
}

/// Back to the page with a message, or the page again with what is wrong.
async fn answer(web: &Web, at: At, form: &Form, done: Result<(), Failure>, key: &str) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::case_board(at.0, at.1), Flash::good(key)),
        Err(Failure::Repeated) => web.redirect(paths::case_board(at.0, at.1)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, board) = web.read(Gate::SignedIn, move |r, me| actions::board(r, me, at)).await?;
            let typed = Typed { form, problem: &problem };
            web.invalid(Some(&me), &BoardPage::new(&board, &web.reader(&me), Some(typed)))
        }
    }
}
