//! Questions written and changed. Only «save» writes; every other button sends the form back with its rows changed.

use super::GATE;
use crate::kernel::{Fault, Problem, ProblemCode, QuestionCategoryId, QuestionEntryId, Word as _};
use crate::questions::actions::editing::{self, Editing, Saved, Saving};
use crate::questions::rules::draft::Command;
use crate::questions::rules::{Draft, QuestionKind};
use crate::questions::views::{self, editor::Typed, preview::Preview};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What a new question begins with.
#[derive(Debug, Default, Deserialize)]
pub struct Beginning {
    kind: Option<String>,
    category: Option<QuestionCategoryId>,
}

/// `GET /questions/new`: the kinds, then the form of one.
pub async fn new(web: Web, from: Query<Beginning>) -> Reply {
    let Some(kind) = from.kind.as_deref().and_then(QuestionKind::parse) else {
        let (me, ()) = web.read(GATE, |_, _| Ok(())).await?;
        return web.page(&me, &views::Kinds::new(from.category));
    };
    let (me, editing) = web.read(GATE, move |r, me| editing::begin(r, me, kind)).await?;
    let category = from.category.map(|id| id.to_string()).unwrap_or_default();
    let typed =
        Typed { draft: &editing.draft, category: &category, based_on: 0, faults: &[], overtaken: None };
    web.page(&me, &view(&web, &me, &editing, typed))
}

/// `GET /questions/{question}/edit`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let (me, editing) = web.read(GATE, move |r, me| editing::open(r, me, id)).await?;
    let based_on = editing.entry.as_ref().map_or(0, |(_, version)| version.number);
    let typed = Typed { draft: &editing.draft, category: "", based_on, faults: &[], overtaken: None };
    web.page(&me, &view(&web, &me, &editing, typed))
}

fn view(web: &Web, me: &Me, editing: &Editing, typed: Typed<'_>) -> views::Editor {
    views::Editor::new(editing, typed, (&web.reader(me), &web.say(me)))
}

/// `POST /questions`
pub async fn create(web: Web, form: Form) -> Reply {
    let draft = typed(&form)?;
    if !saves(&form) {
        return again(&web, None, &form, (draft, &[], None)).await;
    }
    let category = form.text("category").parse().ok();
    let saving = Saving { draft: draft.clone(), ready: form.raw("do") != "draft" };
    let done = web.write(GATE, &form, move |w, me, now| editing::create(w, me, category, &saving, now)).await;
    match done {
        Ok((_, saved)) => web.see_other(paths::question(saved.entry), Flash::good("questions-flash-created")),
        Err(Failure::Repeated) => web.redirect(paths::QUESTIONS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            again(&web, None, &form, (draft, &problem.faults, None)).await
        }
    }
}

/// `POST /questions/{question}/versions`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionEntryId(path.into_inner());
    let draft = typed(&form)?;
    if !saves(&form) {
        return again(&web, Some(id), &form, (draft, &[], None)).await;
    }
    let based_on = form.text("based_on").parse().unwrap_or_default();
    let saving = Saving { draft: draft.clone(), ready: form.raw("do") != "draft" };
    let done =
        web.write(GATE, &form, move |w, me, now| editing::save(w, me, (id, based_on), &saving, now)).await;
    match done {
        Ok((_, saved)) => web.see_other(paths::question(id), saved_flash(saved)),
        Err(Failure::Repeated) => web.redirect(paths::question(id)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            let version = problem.args.iter().find(|(name, _)| name == "version");
            let overtaken = version.and_then(|(_, version)| version.parse().ok());
            again(&web, Some(id), &form, (draft, &[], overtaken)).await
        }
        Err(failure) => {
            let problem = failure.about_the_form()?;
            again(&web, Some(id), &form, (draft, &problem.faults, None)).await
        }
    }
}

fn saved_flash(saved: Saved) -> Flash {
    if saved.new {
        Flash::good("questions-flash-saved").with("number", saved.number)
    } else {
        Flash::attention("questions-flash-unchanged").with("number", saved.number)
    }
}

/// The form again: with its rows changed, with what is wrong, or with what somebody else saved meanwhile.
async fn again(
    web: &Web,
    id: Option<QuestionEntryId>,
    form: &Form,
    (draft, faults, overtaken): (Draft, &[Fault], Option<i32>),
) -> Reply {
    let kind = draft.kind;
    let load = move |r: &mut _, me: &_| match id {
        Some(id) => editing::open(r, me, id),
        None => editing::begin(r, me, kind),
    };
    let (me, editing) = web.read(GATE, load).await?;
    let mut draft = draft;
    if let Some(command) = Command::parse(form.raw("do")) {
        draft.apply(&command);
    }
    // Whoever has been told and saves once more means it: the other version stays as it is.
    let based_on = overtaken.or(form.text("based_on").parse().ok()).unwrap_or_default();
    let category = form.text("category");
    let typed = Typed { draft: &draft, category: &category, based_on, faults, overtaken };
    let view = view(web, &me, &editing, typed);
    match overtaken {
        Some(_) => web.conflict(&me, &view),
        None if faults.is_empty() => web.page(&me, &view),
        None => web.invalid(Some(&me), &view),
    }
}

fn saves(form: &Form) -> bool {
    ["", "save", "draft"].contains(&form.raw("do"))
}

fn typed(form: &Form) -> Result<Draft, Problem> {
    let kind = QuestionKind::parse(form.raw("kind")).ok_or_else(|| Problem::new(ProblemCode::BadRequest))?;
    Ok(Draft::typed(kind, &|name| form.ticked(name).then(|| form.raw(name).to_owned())))
}

/// `POST /questions/previews`: the preview alone, as far as it can be made of what is typed.
pub async fn preview(web: Web, form: Form) -> Reply {
    let draft = typed(&form)?;
    let (me, ()) = web.read(GATE, |_, _| Ok(())).await?;
    let language = crate::kernel::Language::from_tag(form.raw("shown")).unwrap_or(me.actor.language);
    let preview = draft.sketch(None).public(language).map(|public| Preview::new(&public)).unwrap_or_default();
    let data = serde_json::json!({ "lang": me.actor.language.tag(), "preview": preview });
    let html = web.kit.templates.render("pages/questions/preview_part", data).map_err(Problem::internal)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("cache-control", "no-store"))
        .body(html))
}
