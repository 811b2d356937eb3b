//! Categories of the bank.

use super::GATE;
use crate::kernel::{Fault, QuestionCategoryId};
use crate::questions::actions::categories::{self as actions, CategoryDraft};
use crate::questions::views;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /question-categories`
pub async fn index(web: Web) -> Reply {
    let (me, view) = page(&web, &CategoryDraft::default(), &[]).await?;
    web.page(&me, &view)
}

async fn page(
    web: &Web,
    draft: &CategoryDraft,
    faults: &[Fault],
) -> Result<(Me, views::Categories), Failure> {
    let (me, (bank, counts)) = web.read(GATE, actions::all).await?;
    let (reader, say) = (web.reader(&me), web.say(&me));
    let view = views::Categories::new(&bank, &counts, (draft, faults), (&reader, &say));
    Ok((me, view))
}

/// `POST /question-categories`
pub async fn create(web: Web, form: Form) -> Reply {
    let draft = typed(&form);
    let input = draft.clone();
    let done = web.write(GATE, &form, move |w, me, now| actions::create(w, me, &input, now)).await;
    match done {
        Ok(_) => {
            let flash = Flash::good("questions-flash-category-created").with("name", draft.name);
            web.see_other(paths::QUESTION_CATEGORIES, flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::QUESTION_CATEGORIES),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, view) = page(&web, &draft, &problem.faults).await?;
            web.invalid(Some(&me), &view)
        }
    }
}

/// `GET /question-categories/{category}`
pub async fn edit(web: Web, path: Path<i64>) -> Reply {
    let (me, view) = form_page(&web, QuestionCategoryId(path.into_inner()), None).await?;
    web.page(&me, &view)
}

async fn form_page(
    web: &Web,
    id: QuestionCategoryId,
    again: Option<(&CategoryDraft, &[Fault])>,
) -> Result<(Me, views::CategoryForm), Failure> {
    let (me, (bank, category)) = web.read(GATE, move |r, me| actions::show(r, me, id)).await?;
    let known = CategoryDraft {
        name: category.name.clone(),
        owner: category.owner.as_text(),
        parent: category.parent.map(|id| id.to_string()).unwrap_or_default(),
    };
    let view = views::CategoryForm::new((&bank, &category), again.unwrap_or((&known, &[])), &web.reader(&me));
    Ok((me, view))
}

/// `POST /question-categories/{category}`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = QuestionCategoryId(path.into_inner());
    let draft = typed(&form);
    let input = draft.clone();
    let done = web.write(GATE, &form, move |w, me, now| actions::update(w, me, id, &input, now)).await;
    match done {
        Ok(_) => {
            let flash = Flash::good("questions-flash-category-changed").with("name", draft.name);
            web.see_other(paths::QUESTION_CATEGORIES, flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::QUESTION_CATEGORIES),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, view) = form_page(&web, id, Some((&draft, &problem.faults))).await?;
            web.invalid(Some(&me), &view)
        }
    }
}

fn typed(form: &Form) -> CategoryDraft {
    CategoryDraft { name: form.text("name"), owner: form.text("owner"), parent: form.text("parent") }
}
