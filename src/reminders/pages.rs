//! HTML handlers of reminders and warnings.

use super::actions;
use super::rules::{MOST_IN_A_ROW, MOST_LEAD, ReminderRule};
use super::views::{LEADS, RemindersPage};
use crate::db::Write;
use crate::kernel::{AbsenceWarningId, Actor, EditionId, Gate, Permille, Problem};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which warnings are shown.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// Those before this one.
    before: Option<i64>,
}

/// `GET /editions/{edition}/reminders`
pub async fn show(web: Web, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let before = wanted.before.map(AbsenceWarningId);
    let (me, sheet) = web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, (id, before), now)).await?;
    web.page(&me, &RemindersPage::new(&sheet, None, &web.reader(&me)))
}

/// A number that may be left out: nothing is asked then.
fn optional(errors: &mut FormErrors, form: &Form, name: &str, high: i32) -> Option<i32> {
    (!form.text(name).is_empty()).then(|| errors.number(form, name, 1, high))
}

fn rule(form: &Form) -> Result<ReminderRule, Problem> {
    let mut errors = FormErrors::new();
    let leads = LEADS.iter().filter_map(|name| optional(&mut errors, form, name, MOST_LEAD)).collect();
    let rule = ReminderRule {
        leads,
        share: optional(&mut errors, form, "share_percent", 100).map(Permille::percent),
        in_a_row: optional(&mut errors, form, "in_a_row", MOST_IN_A_ROW),
    };
    errors.into_result(rule)
}

/// `POST /editions/{edition}/reminder-rules`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, typed) = (EditionId(path.into_inner()), rule(&form));
    let set = move |w: &mut Write, me: &Actor, now| {
        // Whose the edition is stays hidden from others even when the form is faulty.
        actions::rule(w, me, id)?;
        match &typed {
            Ok(rule) => actions::set_rule(w, me, id, rule, now),
            Err(problem) => Err(Problem::invalid(problem.faults.clone())),
        }
    };
    match web.write(Gate::Trainer, &form, set).await {
        Ok(_) => web.see_other(paths::edition_reminders(id), Flash::good("reminders-flash-rule")),
        Err(Failure::Repeated) => web.redirect(paths::edition_reminders(id)),
        Err(failure) => {
            let (problem, now) = (failure.about_the_form()?, web.now());
            let (me, sheet) =
                web.read(Gate::Trainer, move |r, me| actions::sheet(r, me, (id, None), now)).await?;
            web.invalid(Some(&me), &RemindersPage::new(&sheet, Some((&form, &problem)), &web.reader(&me)))
        }
    }
}
