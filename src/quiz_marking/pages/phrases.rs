//! A trainer's saved phrases.

use crate::kernel::{Gate, PhraseId, ProblemCode};
use crate::quiz_marking::actions;
use crate::quiz_marking::views::{PhrasesPage, Typed};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /marking/phrases`.
pub async fn index(web: Web) -> Reply {
    let (me, rows) = web.read(Gate::Trainer, actions::own_phrases).await?;
    web.page(&me, &PhrasesPage::new(&rows, None))
}

/// `POST /marking/phrases`.
pub async fn create(web: Web, form: Form) -> Reply {
    let text = form.raw("phrase").to_owned();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::add_phrase(w, me, &text, now)).await {
        Ok(_) => web.see_other(paths::MARKING_PHRASES, Flash::good("marking-flash-phrase")),
        Err(Failure::Repeated) => web.redirect(paths::MARKING_PHRASES),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Invalid => {
            let (me, rows) = web.read(Gate::Trainer, actions::own_phrases).await?;
            let typed = Typed { form: &form, problem: &problem };
            web.invalid(Some(&me), &PhrasesPage::new(&rows, Some(typed)))
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
