//! One question of the bank.

use super::GATE;
use crate::db::Write;
use crate::kernel::{Actor, Fault, Language, Moment, Problem, QuestionEntryId};
use crate::questions::actions::entries as actions;
use crate::questions::views::{
    self,
    entry::{Look, Typed},
};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which version in which language is looked at.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    version: Option<i32>,
    #[serde(rename = "in")]
    language: Option<String>,
}

/// `GET /questions/{question}`
pub async fn show(web: Web, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let language = wanted.language.as_deref().and_then(Language::from_tag);
    let look = Look { version: wanted.version, language };
    let (me, view) = page(&web, QuestionEntryId(path.into_inner()), look, (Typed::default(), &[])).await?;
    web.page(&me, &view)
}

async fn page(
    web: &Web,
    id: QuestionEntryId,
    look: Look,
    typed: (Typed<'_>, &[Fault]),
) -> Result<(Me, views::Entry), Failure> {
    let (me, shown) = web.read(GATE, move |r, me| actions::show(r, me, id)).await?;
    let view = views::Entry::new(&shown, look, typed, &web.reader(&me)).ok_or_else(Problem::not_found)?;
    Ok((me, view))
}

/// `POST /questions/{question}/copies`
pub async fn copy(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    match web.write(GATE, &form, move |w, me, now| actions::copy(w, me, id, now)).await {
        Ok((_, made)) => web.see_other(paths::question(made), Flash::good("questions-flash-copied")),
        Err(Failure::Repeated) => web.redirect(paths::question(id)),
        Err(failure) => Err(failure),
    }
}

/// `POST /questions/{question}/archival`
pub async fn archive(web: Web, path: Path<i64>, form: Form) -> Reply {
    act(&web, &form, QuestionEntryId(path.into_inner()), actions::archive, "questions-flash-archived").await
}

/// `POST /questions/{question}/restoration`
pub async fn restore(web: Web, path: Path<i64>, form: Form) -> Reply {
    act(&web, &form, QuestionEntryId(path.into_inner()), actions::restore, "questions-flash-restored").await
}

async fn act(
    web: &Web,
    form: &Form,
    id: QuestionEntryId,
    action: fn(&mut Write, &Actor, QuestionEntryId, Moment) -> Result<(), Problem>,
    flash: &str,
) -> Reply {
    match web.write(GATE, form, move |w, me, now| action(w, me, id, now)).await {
        Ok(_) => web.see_other(paths::question(id), Flash::good(flash)),
        Err(Failure::Repeated) => web.redirect(paths::question(id)),
        Err(failure) => Err(failure),
    }
}

/// `POST /questions/{question}/tags`
pub async fn tag(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let line = form.text("tags");
    let input = line.clone();
    let done = web.write(GATE, &form, move |w, me, now| actions::tag(w, me, id, &input, now)).await;
    answer(&web, id, done, (Typed { tags: Some(&line), called: None }, "questions-flash-tagged")).await
}

/// `POST /questions/{question}/name`
pub async fn name(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let typed = form.text("called");
    let input = typed.clone();
    let done = web.write(GATE, &form, move |w, me, now| actions::name(w, me, id, &input, now)).await;
    answer(&web, id, done, (Typed { called: Some(&typed), tags: None }, "questions-flash-named")).await
}

/// `POST /questions/{question}/category`
pub async fn relocate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let to = form.text("category").parse().ok();
    let done = web.write(GATE, &form, move |w, me, now| actions::relocate(w, me, id, to, now)).await;
    answer(&web, id, done, (Typed::default(), "questions-flash-moved")).await
}

async fn answer(
    web: &Web,
    id: QuestionEntryId,
    done: Result<(Me, ()), Failure>,
    (typed, flash): (Typed<'_>, &str),
) -> Reply {
    match done {
        Ok(_) => web.see_other(paths::question(id), Flash::good(flash)),
        Err(Failure::Repeated) => web.redirect(paths::question(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, view) = page(web, id, Look::default(), (typed, &problem.faults)).await?;
            web.invalid(Some(&me), &view)
        }
    }
}
