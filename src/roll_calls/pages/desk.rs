//! The forms beside the roll call.

use super::sheets;
use crate::db::Write;
use crate::kernel::{Actor, Fault, Gate, Moment, Problem, ProblemCode, SessionId};
use crate::roll_calls::actions::{self, SEEN};
use crate::roll_calls::rules::{GuestCategory, Guests, LONGEST, MOST_GUESTS};
use crate::roll_calls::views::DeskView;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /sessions/{session}/sheet-closing`
pub async fn close(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let anyway = form.ticked("anyway");
    let close = move |w: &mut Write, me: &Actor, now: Moment| actions::close(w, me, id, anyway, now);
    let outcome = web.write(Gate::Trainer, &form, close).await.map(|_| ());
    done(&web, (id, &form), outcome, Flash::good("roll-calls-flash-closed")).await
}

/// `POST /sessions/{session}/sheet-reopening`
pub async fn reopen(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let mut errors = FormErrors::new();
    let reason = errors.optional(&form, "reopening_reason", LONGEST).unwrap_or_default();
    let outcome = match errors.into_result(reason) {
        Ok(reason) => {
            let reopen =
                move |w: &mut Write, me: &Actor, now: Moment| actions::reopen(w, me, id, &reason, now);
            web.write(Gate::Trainer, &form, reopen).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    done(&web, (id, &form), outcome, Flash::good("roll-calls-flash-reopened")).await
}

/// `POST /sessions/{session}/head-counts`
pub async fn count(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let mut errors = FormErrors::new();
    let people = errors.number(&form, "heads", 0, MOST_GUESTS);
    let outcome = match errors.into_result(people) {
        Ok(people) => {
            let count =
                move |w: &mut Write, me: &Actor, now: Moment| actions::count_heads(w, me, id, people, now);
            web.write(Gate::Trainer, &form, count).await.map(|(_, count)| count)
        }
        Err(problem) => Err(problem.into()),
    };
    let fits = outcome.as_ref().is_ok_and(|count| count.difference() == 0);
    let flash = if fits {
        Flash::good("roll-calls-flash-heads")
    } else {
        Flash::attention("roll-calls-flash-differs")
    };
    done(&web, (id, &form), outcome.map(|_| ()), flash).await
}

/// `POST /sessions/{session}/guests`
pub async fn guests(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = SessionId(path.into_inner());
    let seen = Some(form.text(SEEN)).filter(|seen| !seen.is_empty());
    let outcome = match typed_guests(&form) {
        Ok(guests) => {
            let note = move |w: &mut Write, me: &Actor, now: Moment| {
                actions::note_guests(w, me, id, (&guests, seen.as_deref()), now)
            };
            web.write(Gate::Trainer, &form, note).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    done(&web, (id, &form), outcome, Flash::good("roll-calls-flash-guests")).await
}

/// Back to the sheet; or the sheet with what was typed and what is wrong with it.
async fn done(
    web: &Web,
    (id, form): (SessionId, &Form),
    outcome: Result<(), Failure>,
    flash: Flash,
) -> Reply {
    match outcome {
        Ok(()) => web.see_other(paths::session(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::session(id)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            sheets::refused(web, id, (form, &*problem)).await
        }
        Err(failure) => sheets::refused(web, id, (form, &failure.about_the_form()?)).await,
    }
}

/// The guests as they were typed; an empty number is nobody.
fn typed_guests(form: &Form) -> Result<Vec<Guests>, Problem> {
    let mut errors = FormErrors::new();
    let mut guests = Vec::new();
    for category in GuestCategory::NAMED {
        let people = number(&mut errors, form, &DeskView::category_field(category));
        guests.extend(people.map(|people| Guests::of(category, people)));
    }
    for place in 1..=DeskView::OTHERS {
        let (name_field, people_field) = DeskView::other_fields(place);
        let name = errors.optional(form, &name_field, LONGEST);
        let people = number(&mut errors, form, &people_field);
        match (name, people) {
            (Some(name), Some(people)) if guests.iter().any(|one: &Guests| one.name == name) => {
                errors.add(Fault::new(name_field, "guests-twice"));
                guests.push(Guests::called(&name, people));
            }
            (Some(name), Some(people)) => guests.push(Guests::called(&name, people)),
            (Some(_), None) => errors.add(Fault::new(people_field, "guests-number")),
            (None, Some(_)) => errors.add(Fault::new(name_field, "guests-name")),
            (None, None) => {}
        }
    }
    errors.into_result(guests)
}

/// A number of people; none where the field is empty or says zero.
fn number(errors: &mut FormErrors, form: &Form, name: &str) -> Option<i32> {
    if form.text(name).is_empty() {
        return None;
    }
    Some(errors.number(form, name, 0, MOST_GUESTS)).filter(|people| *people > 0)
}
