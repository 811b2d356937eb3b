//! How an edition takes a case.

use crate::cases::actions::{self, SettingUp};
use crate::cases::rules::{CaseSetup, release_of};
use crate::cases::views::SetupForm;
use crate::kernel::{ActivityId, EditionId, Fault, Gate, Permille, Problem, Word};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases/{activity}/setup`.
pub async fn show(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::setting_up(r, me, at)).await?;
    web.page(&me, &SetupForm::new(&found, &web.reader(&me), &web.say(&me)))
}

/// `POST /editions/{edition}/cases/{activity}/setup`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::setting_up(r, me, at)).await?;
    let done = match setup_of(&form, &found) {
        Err(problem) => Err(problem.into()),
        Ok(setup) => {
            let job = move |w: &mut _, me: &_, now| actions::set_up(w, me, at, &setup, now);
            web.write(Gate::SignedIn, &form, job).await
        }
    };
    match done {
        Ok(_) => web.see_other(paths::case_setup(at.0, at.1), Flash::good("case-setup-flash-set")),
        Err(Failure::Repeated) => web.redirect(paths::case_setup(at.0, at.1)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let view = SetupForm::typed(&found, &form, &problem, &web.reader(&me), &web.say(&me));
            web.invalid(Some(&me), &view)
        }
    }
}

/// What a form says; what it does not name stays as it was.
fn setup_of(form: &Form, found: &SettingUp) -> Result<CaseSetup, Problem> {
    let known = &found.setup;
    let mut errors = FormErrors::new();
    let graders = errors.number(form, "graders", 1, 2);
    let percent = errors.number(form, "disagreement", 0, 100);
    let mut number = |name, high| filled(form, name).map(|name| errors.number(form, name, 0, high));
    let (per_day, most, days) =
        (number("late_per_day", 100), number("late_most", 100), number("late_days", 365));
    let due_on = filled(form, "due_on").and_then(|name| errors.date(form, name));
    let day = filled(form, "release_on").and_then(|name| errors.date(form, name));
    let time = filled(form, "release_time").and_then(|name| errors.time(form, name));
    let release =
        release_of(form.raw("release"), day, time, found.edition.time_zone).unwrap_or_else(|fault| {
            errors.add(fault);
            known.release
        });
    let setup = CaseSetup {
        graders: u8::try_from(graders).unwrap_or(1),
        disagreement_permille: Permille::percent(percent),
        // A browser does not send a box that its reader may not tick.
        blind: form.ticked("blind") || (known.blind && !found.administers),
        release,
        allocation: word(form, "allocation", &mut errors).unwrap_or(known.allocation),
        late: word(form, "late", &mut errors).unwrap_or(known.late),
        late_per_day: per_day.map_or(known.late_per_day, Permille::percent),
        late_most: most.map_or(known.late_most, Permille::percent),
        late_days: days.and_then(|days| u32::try_from(days).ok()).unwrap_or(known.late_days),
        due_on,
    };
    errors.into_result(setup)
}

fn filled(form: &Form, name: &'static str) -> Option<&'static str> {
    Some(name).filter(|name| !form.text(name).is_empty())
}

fn word<W: Word>(form: &Form, name: &'static str, errors: &mut FormErrors) -> Option<W> {
    let found = W::parse(form.raw(name));
    if found.is_none() {
        errors.add(Fault::new(name, "unknown"));
    }
    found
}
