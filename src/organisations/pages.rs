//! Pages of organisations.

use super::actions;
use super::rules::Draft;
use super::views;
use crate::kernel::{Gate, OrganisationId, Problem};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What is searched for.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    /// The text.
    #[serde(default)]
    pub q: String,
    /// The list goes on after this organisation.
    pub after: Option<OrganisationId>,
}

/// The list.
pub async fn index(web: Web, search: Query<Search>) -> Reply {
    let (wanted, after) = (crate::kernel::name::tidy(&search.q), search.after);
    let text = wanted.clone();
    let (me, listed) = web.read(Gate::Administrator, move |r, me| actions::list(r, me, &text)).await?;
    let index = views::Index::new(listed, &wanted, after).with_keys(me.actor.roles.site_administrator);
    web.page(&me, &index)
}

/// The form of a new organisation.
pub async fn new(web: Web) -> Reply {
    let (me, parents) = web.read(Gate::Administrator, actions::choices).await?;
    web.page(&me, &views::Edit::new(&Draft::default(), &[], &parents, &web.say(&me)))
}

/// Adds an organisation.
pub async fn create(web: Web, form: Form) -> Reply {
    let draft = typed(&form);
    let input = draft.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::create(w, me, &input.check()?, now))
        .await;
    match done {
        Ok(_) => web.see_other(
            paths::ORGANISATIONS,
            Flash::good("organisations-flash-created").with("name", draft.name),
        ),
        Err(Failure::Repeated) => web.redirect(paths::ORGANISATIONS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, parents) = web.read(Gate::Administrator, actions::choices).await?;
            web.invalid(Some(&me), &views::Edit::new(&draft, &problem.faults, &parents, &web.say(&me)))
        }
    }
}

/// An organisation: a form for those who may change it.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
    web.page(&me, &views::Edit::of(&shown, &draft_of(&shown), &[], &web.say(&me)))
}

/// Changes an organisation.
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let draft = typed(&form);
    let input = draft.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::update(w, me, id, &input.check()?, now))
        .await;
    match done {
        Ok(_) => web.see_other(
            paths::ORGANISATIONS,
            Flash::good("organisations-flash-changed").with("name", draft.name),
        ),
        Err(Failure::Repeated) => web.redirect(paths::organisation(id)),
        Err(failure) => again(&web, id, &draft, &failure.about_the_form()?).await,
    }
}

async fn again(web: &Web, id: OrganisationId, draft: &Draft, problem: &Problem) -> Reply {
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id)).await?;
    web.invalid(Some(&me), &views::Edit::of(&shown, draft, &problem.faults, &web.say(&me)))
}

fn typed(form: &Form) -> Draft {
    Draft {
        name: form.text("name"),
        short_name: form.text("short_name"),
        sector: form.text("sector"),
        parent: form.text("parent"),
        city: form.text("city"),
        licence: form.text("licence"),
        head_post: form.text("head_post"),
        head_name: form.text("head_name"),
    }
}

fn draft_of(shown: &actions::Shown) -> Draft {
    let row = &shown.row;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Draft {
        name: row.name.clone(),
        short_name: row.short_name.clone(),
        sector: row.sector.as_str().to_owned(),
        parent: row.parent_id.map(|id| id.to_string()).unwrap_or_default(),
        city: text(&row.city),
        licence: text(&row.licence),
        head_post: text(&row.head_post),
        head_name: text(&row.head_name),
    }
}
