//! What an organisation asks of its mentors.

use super::input;
use crate::db::Write;
use crate::kernel::{Actor, Gate, Moment, OrganisationId};
use crate::mentoring::actions::setting;
use crate::mentoring::views::SettingPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /organisations/{organisation}/mentor-settings`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, shown) = web.read(Gate::Coordinator, move |r, me| setting::show(r, me, id)).await?;
    web.page(&me, &SettingPage::new(&shown, None, me.actor.language, &web.say(&me)))
}

/// `POST /organisations/{organisation}/mentor-settings`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let done = match input::setting(&form) {
        Ok((asked, programmes)) => {
            let set = move |w: &mut Write, me: &Actor, now: Moment| {
                setting::set(w, me, id, (&asked, &programmes), now)
            };
            web.write(Gate::Coordinator, &form, set).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(()) => web.see_other(paths::mentors(id), Flash::good("mentoring-flash-set")),
        Err(Failure::Repeated) => web.redirect(paths::mentors(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Coordinator, move |r, me| setting::show(r, me, id)).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &SettingPage::new(&shown, typed, me.actor.language, &web.say(&me)))
        }
    }
}
