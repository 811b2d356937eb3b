//! What staff see and do: set reviewing up, give works out, let authors read their reviews.

use crate::kernel::{ActivityId, EditionId, Gate, Problem};
use crate::peer_reviews::actions;
use crate::peer_reviews::rules::PeerSetup;
use crate::peer_reviews::views::{RoundPage, Typed};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

type At = (EditionId, ActivityId);

/// `GET /editions/{edition}/cases/{activity}/peer-reviews`.
pub async fn show(web: Web, path: Path<At>) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::overview(r, me, at, now)).await?;
    web.page(&me, &RoundPage::new(&found, &web.reader(&me), &Typed::default()))
}

/// `POST /editions/{edition}/cases/{activity}/peer-reviews`.
pub async fn create(web: Web, path: Path<At>, form: Form) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    // Who may not come in is not told what is wrong with the form.
    web.read(Gate::SignedIn, move |r, me| actions::overview(r, me, at, now).map(|_| ())).await?;
    let done = match setup_of(&form) {
        Err(problem) => Err(problem.into()),
        Ok(setup) => {
            let job = move |w: &mut _, me: &_, now| actions::set_up(w, me, at, setup, now);
            web.write(Gate::SignedIn, &form, job).await.map(|_| ())
        }
    };
    answer(&web, at, &form, done, Flash::good("peer-flash-set")).await
}

fn setup_of(form: &Form) -> Result<PeerSetup, Problem> {
    let mut errors = FormErrors::new();
    let setup = PeerSetup {
        reviewers: errors.number(form, "reviewers", 0, 5),
        days: errors.number(form, "days", 1, 30),
        points: errors.number(form, "points", 0, 100),
        proposes: form.ticked("proposes"),
    };
    errors.into_result(setup)
}

/// `POST /editions/{edition}/cases/{activity}/peer-reviews/allotment`.
pub async fn allot(web: Web, path: Path<At>, form: Form) -> Reply {
    let (at, early) = (path.into_inner(), form.ticked("early"));
    let job = move |w: &mut _, me: &_, now| actions::allot(w, me, at, early, now);
    let done = web.write(Gate::SignedIn, &form, job).await;
    let flash = |count| Flash::good("peer-flash-allotted").with("count", count);
    match done {
        Ok((_, count)) => answer(&web, at, &form, Ok(()), flash(count)).await,
        Err(failure) => answer(&web, at, &form, Err(failure), flash(0)).await,
    }
}

/// `POST /editions/{edition}/cases/{activity}/peer-reviews/release`.
pub async fn release(web: Web, path: Path<At>, form: Form) -> Reply {
    let at = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::release(w, me, at, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answer(&web, at, &form, done, Flash::good("peer-flash-released")).await
}

/// Back to the page with a message, or the page again with what is wrong.
async fn answer(web: &Web, at: At, form: &Form, done: Result<(), Failure>, flash: Flash) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::peer_round(at.0, at.1), flash),
        Err(Failure::Repeated) => web.redirect(paths::peer_round(at.0, at.1)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, found) =
                web.read(Gate::SignedIn, move |r, me| actions::overview(r, me, at, now)).await?;
            let typed = Typed { form: Some(form), problem: Some(&problem), theirs: None };
            web.invalid(Some(&me), &RoundPage::new(&found, &web.reader(&me), &typed))
        }
    }
}
