//! One's own path.

use super::input;
use crate::db::Write;
use crate::kernel::{Actor, Gate, MentorId, Moment, Problem};
use crate::mentoring::actions::{deciding, own};
use crate::mentoring::api::types::MentorOut;
use crate::mentoring::views::OwnPage;
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /my-mentoring`
pub async fn show(web: Web) -> Reply {
    let (me, own) = web.read(Gate::SignedIn, own::own).await?;
    web.page(&me, &OwnPage::new(&own, None, &web.reader(&me), &web.say(&me)))
}

/// `GET /my-mentoring/data`: everything that is kept of the reader, but for what others noted of talks with them.
pub async fn data(web: Web) -> Reply {
    let now = web.now();
    let (me, own) = web.read(Gate::SignedIn, own::own).await?;
    let today = now.date_in(me.actor.zone);
    let rows: Vec<MentorOut> = own.paths.iter().map(|path| MentorOut::own(path, today)).collect();
    let bytes = serde_json::to_vec_pretty(&rows).map_err(Problem::internal)?;
    Ok(attachment("mentoring.json", "application/json", bytes))
}

/// `POST /my-mentoring`
pub async fn apply(web: Web, form: Form) -> Reply {
    let done = match input::application(&form) {
        Ok((organisation, text)) => {
            let apply = move |w: &mut Write, me: &Actor, now: Moment| {
                deciding::apply(w, me, (organisation, &text), now).map(|_| ())
            };
            web.write(Gate::SignedIn, &form, apply).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, (None, &form, "mentoring-flash-applied"), done).await
}

/// `POST /my-mentoring/{mentor}/withdrawal`
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, reason) = (MentorId(path.into_inner()), form.raw("reason").trim().to_owned());
    let withdraw =
        move |w: &mut Write, me: &Actor, now: Moment| deciding::withdraw(w, me, (id, &reason), now);
    let done = web.write(Gate::SignedIn, &form, withdraw).await.map(|_| ());
    finish(&web, (Some(id), &form, "mentoring-flash-withdrawn"), done).await
}

async fn finish(
    web: &Web,
    (whose, form, said): (Option<MentorId>, &Form, &str),
    done: Result<(), Failure>,
) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::MY_MENTORING, Flash::good(said)),
        Err(Failure::Repeated) => web.redirect(paths::MY_MENTORING),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, own) = web.read(Gate::SignedIn, own::own).await?;
            let sent = Some((whose, Some((form, &problem))));
            web.invalid(Some(&me), &OwnPage::new(&own, sent, &web.reader(&me), &web.say(&me)))
        }
    }
}
