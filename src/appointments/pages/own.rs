//! What a trainee does.

use super::input;
use crate::appointments::actions;
use crate::appointments::views::{About, OwnPage};
use crate::attendance::pages::told;
use crate::db::Write;
use crate::kernel::{Actor, AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId, Gate};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /appointments`
pub async fn show(web: Web) -> Reply {
    let now = web.now();
    let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    web.page(&me, &told(&web, &me, |telling| OwnPage::new(&own, None, telling)))
}

/// `POST /appointments/{appointment}/bookings`
pub async fn book(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentSlotId(path.into_inner());
    let done = match input::question(&form) {
        Ok(question) => {
            let book =
                move |w: &mut Write, me: &Actor, now| actions::book(w, me, id, question.as_deref(), now);
            web.write(Gate::SignedIn, &form, book).await.map(|_| Flash::good("appointments-flash-booked"))
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, About::Slot(id), &form, done).await
}

/// `POST /appointment-bookings/{booking}/swap`
pub async fn swap(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentBookingId(path.into_inner());
    let to = input::chosen(&form);
    let swap = move |w: &mut Write, me: &Actor, now| actions::swap(w, me, (id, to), now);
    let done = web.write(Gate::SignedIn, &form, swap).await;
    let flash = done.map(|_| Flash::good("appointments-flash-swapped"));
    finish(&web, About::Booking(id), &form, flash).await
}

/// `POST /appointment-bookings/{booking}/cancellation`
pub async fn cancel(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentBookingId(path.into_inner());
    let cancel = move |w: &mut Write, me: &Actor, now| actions::cancel(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, cancel).await;
    let flash = done.map(|_| Flash::good("appointments-flash-cancelled"));
    finish(&web, About::Booking(id), &form, flash).await
}

/// `POST /editions/{edition}/appointment-requests`
pub async fn ask(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    web.read(Gate::SignedIn, move |r, me| actions::require_learning(r, me, id)).await?;
    let done = match input::wish(&form) {
        Ok(wish) => {
            let ask = move |w: &mut Write, me: &Actor, now| actions::ask(w, me, id, &wish, now);
            web.write(Gate::SignedIn, &form, ask).await.map(|_| Flash::good("appointments-flash-asked"))
        }
        Err(problem) => Err(problem.into()),
    };
    finish(&web, About::Edition(id), &form, done).await
}

/// `POST /appointment-requests/{request}/withdrawal`
pub async fn take_back(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = AppointmentRequestId(path.into_inner());
    let take_back = move |w: &mut Write, me: &Actor, now| actions::take_back(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, take_back).await;
    let flash = done.map(|_| Flash::good("appointments-flash-taken-back"));
    finish(&web, About::Request(id), &form, flash).await
}

/// Back to the page; the page with what is wrong and with what was typed when nothing could be done.
async fn finish(web: &Web, about: About, form: &Form, done: Result<Flash, Failure>) -> Reply {
    match done {
        Ok(flash) => web.see_other(paths::APPOINTMENTS, flash),
        Err(Failure::Repeated) => web.redirect(paths::APPOINTMENTS),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, own) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
            let typed = Some((about, form, &problem));
            web.invalid(Some(&me), &told(web, &me, |telling| OwnPage::new(&own, typed, telling)))
        }
    }
}
