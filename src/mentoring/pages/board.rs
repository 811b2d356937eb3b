//! The mentors of an organisation.

use super::input;
use crate::db::Write;
use crate::kernel::{Actor, Gate, Moment, OrganisationId};
use crate::mentoring::actions::{board, deciding};
use crate::mentoring::views::{BoardPage, PlacesPage};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /mentoring`
pub async fn places(web: Web) -> Reply {
    let (me, places) = web.read(Gate::Coordinator, board::organisations).await?;
    web.page(&me, &PlacesPage::new(&places))
}

/// `GET /organisations/{organisation}/mentors`. The look is written down, so it is written.
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, board) = web.read(Gate::Coordinator, move |r, me| board::board(r, me, id)).await?;
    let actor = me.actor.clone();
    web.write_anyone(move |w, now| board::note_look(w, &actor, id, now)).await?;
    web.page(&me, &BoardPage::new(&board, me.actor.person, None, &web.reader(&me)))
}

/// `POST /organisations/{organisation}/mentors`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (email, application) = input::entry(&form);
    let enter =
        move |w: &mut Write, me: &Actor, now: Moment| deciding::enter(w, me, id, (&email, &application), now);
    match web.write(Gate::Coordinator, &form, enter).await {
        Ok((_, mentor)) => web.see_other(paths::mentor(mentor), Flash::good("mentoring-flash-entered")),
        Err(Failure::Repeated) => web.redirect(paths::mentors(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, board) = web.read(Gate::Coordinator, move |r, me| board::board(r, me, id)).await?;
            let page = BoardPage::new(&board, me.actor.person, Some((&form, &problem)), &web.reader(&me));
            web.invalid(Some(&me), &page)
        }
    }
}
