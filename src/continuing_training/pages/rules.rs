//! What an edition asks.

use crate::continuing_training::actions;
use crate::continuing_training::rules::{MOST_INITIAL, MOST_LEAST, TrainingRule};
use crate::continuing_training::views::RulePage;
use crate::db::Write;
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Gate, Minutes, Problem};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/training-rules`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
    web.page(&me, &RulePage::new(&sheet, None, &web.reader(&me)))
}

fn rule(form: &Form) -> Result<TrainingRule, Problem> {
    let mut errors = FormErrors::new();
    let mut activities = Vec::new();
    for chosen in form.all("activities") {
        match chosen.parse() {
            Ok(id) => activities.push(ActivityId(id)),
            Err(_) => errors.add(Fault::new("activities", "training-activity")),
        }
    }
    let rule = TrainingRule {
        initial: Minutes(errors.number(form, "initial_minutes", 0, MOST_INITIAL)),
        quarterly: form.ticked("quarterly"),
        least: Minutes(errors.number(form, "least_minutes", 1, MOST_LEAST)),
        activities,
    };
    errors.into_result(rule)
}

/// `POST /editions/{edition}/training-rules`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let typed = rule(&form);
    let set = move |w: &mut Write, me: &Actor, now| {
        // Whose the edition is stays hidden from others even when the form is faulty.
        actions::sheet(w, me, id)?;
        actions::set_rule(w, me, id, &super::read(&typed)?, now)
    };
    match web.write(Gate::Administrator, &form, set).await {
        Ok(_) => web.see_other(paths::edition_training(id), Flash::good("training-flash-rule")),
        Err(Failure::Repeated) => web.redirect(paths::edition_training(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
            web.invalid(Some(&me), &RulePage::new(&sheet, Some((&form, &problem)), &web.reader(&me)))
        }
    }
}
