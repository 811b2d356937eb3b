//! The consent to be named in public: a page of its own, apart from everything else that is agreed to.

use crate::db::Write;
use crate::identities::actions::consents;
use crate::identities::rules::consent::{Method, TEXT_KEY};
use crate::identities::views::ConsentPage;
use crate::kernel::{Actor, Fault, Gate, Moment, PersonId, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /people/{person}/public-name`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| consents::show(r, me, id)).await?;
    let text = web.kit.words.text(me.actor.language, TEXT_KEY);
    web.page(&me, &ConsentPage::new(&found, &text, &[], web.reader(&me)))
}

/// `POST /people/{person}/public-name`
pub async fn give(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, words, agrees) = (PersonId(path.into_inner()), web.kit.words.clone(), form.ticked("agrees"));
    let give = move |w: &mut Write, me: &Actor, now: Moment| {
        consents::show(w, me, id)?;
        if !agrees {
            return Err(Problem::invalid(vec![Fault::new("agrees", "identity-consent")]));
        }
        let text = words.text(me.language, TEXT_KEY);
        consents::give(w, me, id, (&text, me.language, Method::Page), now)
    };
    let done = web.write(Gate::SignedIn, &form, give).await;
    match done {
        Ok(_) => web.see_other(paths::public_name(id), Flash::good("identities-flash-consent")),
        Err(Failure::Repeated) => web.redirect(paths::public_name(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| consents::show(r, me, id)).await?;
            let text = web.kit.words.text(me.actor.language, TEXT_KEY);
            web.invalid(Some(&me), &ConsentPage::new(&found, &text, &problem.faults, web.reader(&me)))
        }
    }
}

/// `POST /people/{person}/public-name/withdrawal`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PersonId(path.into_inner());
    let withdraw = move |w: &mut Write, me: &Actor, now: Moment| consents::withdraw(w, me, id, now);
    match web.write(Gate::SignedIn, &form, withdraw).await {
        Ok(_) => web.see_other(paths::public_name(id), Flash::good("identities-flash-withdrawn")),
        Err(Failure::Repeated) => web.redirect(paths::public_name(id)),
        Err(failure) => Err(failure),
    }
}
