//! Saved phrases.

use super::actions;
use super::views::PhrasesPage;
use crate::kernel::{EditionId, Gate, PhraseId, ProblemCode};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /marking/phrases`.
pub async fn index(web: Web) -> Reply {
    let (me, bank) = web.read(Gate::Trainer, actions::bank).await?;
    web.page(&me, &PhrasesPage::new(&bank, &me.actor, None))
}

/// `POST /marking/phrases`.
pub async fn create(web: Web, form: Form) -> Reply {
    let text = form.raw("phrase").to_owned();
    let edition = Some(form.text("edition")).filter(|id| !id.is_empty());
    let edition = edition.map(|id| EditionId(id.parse().unwrap_or(0)));
    let job = move |w: &mut _, me: &_, now| actions::add_phrase(w, me, (&text, edition), now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::MARKING_PHRASES, Flash::good("marking-flash-phrase")),
        Err(Failure::Repeated) => web.redirect(paths::MARKING_PHRASES),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let (me, bank) = web.read(Gate::Trainer, actions::bank).await?;
            web.invalid(Some(&me), &PhrasesPage::new(&bank, &me.actor, Some((&form, &problem))))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /marking/phrases/{phrase}/removal`.
pub async fn destroy(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PhraseId(path.into_inner());
    match web.write(Gate::Trainer, &form, move |w, me, _| actions::remove_phrase(w, me, id)).await {
        Ok(_) => web.see_other(paths::MARKING_PHRASES, Flash::good("marking-flash-phrase-gone")),
        Err(Failure::Repeated) => web.redirect(paths::MARKING_PHRASES),
        Err(failure) => Err(failure),
    }
}
