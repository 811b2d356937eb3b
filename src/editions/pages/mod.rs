//! Pages of editions and enrolment.

pub mod enrolments;
pub mod imports;

use super::actions;
use super::rules::draft::Draft;
use super::views;
use crate::kernel::{EditionId, Gate, Permille};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    after: Option<EditionId>,
}

/// The list.
pub async fn index(web: Web, query: Query<After>) -> Reply {
    let (me, listed) = web.read(Gate::SignedIn, actions::list).await?;
    let may_open = me.actor.is_administrator();
    web.page(&me, &views::Index::new(listed, query.after, may_open, &web.reader(&me)))
}

/// Which version a new edition starts from.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    version: Option<i64>,
}

/// The form of a new edition. It starts from the rule of the asked version, else of the first in the list.
pub async fn new(web: Web, from: Query<From>) -> Reply {
    let (me, choices) = web.read(Gate::Administrator, actions::choices).await?;
    let asked = choices.versions.iter().find(|version| Some(version.id.0) == from.version);
    let version = asked.or(choices.versions.first());
    let rule = version.map_or_else(no_rule, |version| actions::usual_rule(&version.rule.0));
    let draft = Draft {
        version: version.map(|version| version.id.to_string()).unwrap_or_default(),
        organisation: only(&choices.organisations),
        ..Draft::starting(&rule, me.actor.zone, web.now())
    };
    web.page(&me, &views::Edit::new(&draft, &[], &choices, &web.reader(&me)))
}

/// Opens an edition.
pub async fn create(web: Web, form: Form) -> Reply {
    let draft = typed(&form);
    let input = draft.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::open(w, me, &input.check()?, now))
        .await;
    match done {
        Ok((_, id)) => web.see_other(paths::edition(id), Flash::good("editions-flash-opened")),
        Err(Failure::Repeated) => web.redirect(paths::EDITIONS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, choices) = web.read(Gate::Administrator, actions::choices).await?;
            let view = views::Edit::new(&draft, &problem.faults, &choices, &web.reader(&me));
            web.invalid(Some(&me), &view)
        }
    }
}

/// The form of an edition.
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, editing) = web.read(Gate::Administrator, move |r, me| actions::editing(r, me, id)).await?;
    web.page(&me, &views::Edit::of(&editing, &editing.draft, &[], &web.reader(&me)))
}

/// Changes an edition.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let draft = typed(&form);
    let input = draft.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::change(w, me, id, &input.check()?, now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::edition(id), Flash::good("editions-flash-changed")),
        Err(Failure::Repeated) => web.redirect(paths::edition(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, editing) =
                web.read(Gate::Administrator, move |r, me| actions::editing(r, me, id)).await?;
            web.invalid(Some(&me), &views::Edit::of(&editing, &draft, &problem.faults, &web.reader(&me)))
        }
    }
}

/// Nothing to start from: the form then says that a programme comes first.
fn no_rule() -> super::rules::CompletionRule {
    actions::usual_rule(&crate::programmes::rules::CompletionShares {
        attendance: Permille::percent(80),
        hours: Permille::WHOLE,
    })
}

/// The one choice there is, chosen already.
fn only<T: ToString>(choices: &[(T, String)]) -> String {
    match choices {
        [(id, _)] => id.to_string(),
        _ => String::new(),
    }
}

fn typed(form: &Form) -> Draft {
    Draft {
        version: form.text("version"),
        organisation: form.text("organisation"),
        title: form.text("title"),
        starts_on: form.text("starts_on"),
        ends_on: form.text("ends_on"),
        time_zone: form.text("time_zone"),
        capacity: form.text("capacity"),
        trainers: form.all("trainers").to_vec(),
        attendance: form.text("attendance"),
        attendance_of: form.text("attendance_of"),
        hours: form.text("hours"),
        every_quiz: form.ticked("every_quiz"),
        every_case: form.ticked("every_case"),
        quiz_pass: form.text("quiz_pass"),
        case_pass: form.text("case_pass"),
        valid_months: form.text("valid_months"),
    }
}
