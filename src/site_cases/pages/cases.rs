//! A case with what is said about it.

use crate::case_library::views::Typed;
use crate::kernel::{Gate, SiteCaseEntryId, SiteCaseId};
use crate::site_cases::actions;
use crate::site_cases::rules::State;
use crate::site_cases::views::{CasePage, Spot};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /site-cases/{case}`.
pub async fn show(web: Web, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::found(r, me, id)).await?;
    if found.row.state == State::Draft {
        return web.redirect(paths::edit_site_case(id));
    }
    let page = CasePage::new(&found, &web.reader(&me), None).offering(&found, me.actor.person);
    web.page(&me, &page)
}

/// `POST /site-cases/{case}/messages`.
pub async fn say(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let (id, text) = (path.into_inner(), form.raw("message").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::say(w, me, id, &text, now).map(|_| ());
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Message), &form, done, "site-flash-said").await
}

/// `POST /site-cases/{case}/taking`.
pub async fn take(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::take(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Message), &form, done, "site-flash-taken").await
}

/// `POST /site-cases/{case}/closure`.
pub async fn close(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let (id, text) = (path.into_inner(), form.raw("conclusion").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::close(w, me, id, &text, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Conclusion), &form, done, "site-flash-closed").await
}

/// `POST /site-cases/{case}/reopening`.
pub async fn reopen(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let (id, text) = (path.into_inner(), form.raw("reopening").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::reopen(w, me, id, &text, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Reopening), &form, done, "site-flash-reopened").await
}

/// `POST /site-cases/{case}/hiding`.
pub async fn hide(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let (id, seen, reason) = (path.into_inner(), number(&form), form.raw("reason").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::hide_text(w, me, id, (seen, &reason), now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Text), &form, done, "site-flash-hidden").await
}

/// `POST /site-case-entries/{entry}/hiding`.
pub async fn hide_entry(web: Web, path: Path<SiteCaseEntryId>, form: Form) -> Reply {
    let (entry, reason) = (path.into_inner(), form.raw("reason").to_owned());
    let (_, id) = web.read(Gate::SignedIn, move |r, me| actions::case_of(r, me, entry)).await?;
    let job = move |w: &mut _, me: &_, now| actions::hide_entry(w, me, entry, &reason, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Entry(entry)), &form, done, "site-flash-hidden").await
}

/// `POST /site-cases/{case}/hidden`: a POST, as the look is written down.
pub async fn look(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::look(w, me, id, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok((me, found)) => web.page(&me, &CasePage::looking(&found, &web.reader(&me))),
        Err(Failure::Repeated) => web.redirect(paths::site_case(id)),
        Err(failure) => Err(failure),
    }
}

/// `POST /site-cases/{case}/consent`.
pub async fn answer(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let agrees = (number(&form), form.ticked("group"), form.ticked("course"));
    let job = move |w: &mut _, me: &_, now| actions::answer(w, me, id, agrees, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, (id, Spot::Message), &form, done, "site-flash-consent").await
}

/// The number of the text that the form was shown with; without one it fits none.
fn number(form: &Form) -> i32 {
    form.text("number").parse().unwrap_or_default()
}

/// Back to the page with a message, or the page again with what is wrong.
async fn answered(
    web: &Web,
    (id, spot): (SiteCaseId, Spot),
    form: &Form,
    done: Result<(), Failure>,
    key: &str,
) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::site_case(id), Flash::good(key)),
        Err(Failure::Repeated) => web.redirect(paths::site_case(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::found(r, me, id)).await?;
            let typed = Some((spot, Typed { form, problem: &problem }));
            let page = CasePage::new(&found, &web.reader(&me), typed).offering(&found, me.actor.person);
            web.invalid(Some(&me), &page)
        }
    }
}
