//! The rubric of a case in an edition. Only «save» writes; every other button sends the form back with its rows changed.

use crate::cases::actions::{self as cases, ChangingRubric, RubricInput};
use crate::cases::rules::{RubricCommand, RubricDraft};
use crate::grading::actions;
use crate::grading::views::{Desk, RubricForm, RubricPage, Typed, TypedRubric};
use crate::kernel::{ActivityId, EditionId, Fault, Gate, ProblemCode, SubmissionId};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases/{activity}/rubric`.
pub async fn show(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::case_rubrics(r, me, at, now)).await?;
    web.page(&me, &RubricPage::new(&found, &web.reader(&me)))
}

/// `GET /editions/{edition}/cases/{activity}/rubric/edit`.
pub async fn edit(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let (me, found) = changing(&web, path.into_inner()).await?;
    let newest = found.rubrics.newest();
    let draft = RubricDraft::of(found.rubrics.by(newest), &found.languages);
    let typed = TypedRubric { draft: &draft, reason: "", based_on: newest, faults: &[], overtaken: None };
    web.page(&me, &RubricForm::new(&found, typed, &web.reader(&me)))
}

async fn changing(web: &Web, at: (EditionId, ActivityId)) -> Result<(Me, ChangingRubric), Failure> {
    web.read(Gate::Trainer, move |r, me| cases::changing_rubric(r, me, at)).await
}

/// `POST /editions/{edition}/cases/{activity}/rubric`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let at = path.into_inner();
    let (me, found) = changing(&web, at).await?;
    let field = |name: &str| form.ticked(name).then(|| form.raw(name).to_owned());
    let mut draft = RubricDraft::typed(&found.languages, &field);
    if let Some(command) = RubricCommand::parse(form.raw("do")) {
        draft.apply(command);
        return again(&web, (&me, &found), &form, (&draft, &[], None));
    }
    let based_on = form.text("based_on").parse().unwrap_or_default();
    let input = RubricInput { draft: draft.clone(), reason: form.raw("reason").to_owned(), based_on };
    let job = move |w: &mut _, me: &_, now| cases::change_rubric(w, me, at, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((_, number)) => web.see_other(
            paths::case_rubric(at.0, at.1),
            Flash::good("rubrics-flash-changed").with("number", number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::case_rubric(at.0, at.1)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            let newest = found.rubrics.newest();
            again(&web, (&me, &found), &form, (&draft, &[], Some(newest)))
        }
        Err(failure) => {
            let problem = failure.about_the_form()?;
            again(&web, (&me, &found), &form, (&draft, &problem.faults, None))
        }
    }
}

/// The form again: with its rows changed, with what is wrong, or with what somebody else has made meanwhile. Whoever was
/// told and saves once more means it: the other version stays in the history.
fn again(
    web: &Web,
    (me, found): (&Me, &ChangingRubric),
    form: &Form,
    (draft, faults, overtaken): (&RubricDraft, &[Fault], Option<i32>),
) -> Reply {
    let based_on = overtaken.or(form.text("based_on").parse().ok()).unwrap_or_default();
    let typed = TypedRubric { draft, reason: form.raw("reason"), based_on, faults, overtaken };
    let view = RubricForm::new(found, typed, &web.reader(me));
    match overtaken {
        Some(_) => web.conflict(me, &view),
        None if faults.is_empty() => web.page(me, &view),
        None => web.invalid(Some(me), &view),
    }
}

/// `GET /submissions/{submission}/regrading`: the work, the former marks and the newest rubric.
pub async fn regrading(web: Web, path: Path<SubmissionId>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::regrading(r, me, id, now)).await?;
    web.page(&me, &Desk::new(&work, &web.reader(&me), &Typed::default())?)
}

/// `POST /submissions/{submission}/rubric-decision`: the grade stays as it is.
pub async fn keep(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    match web.write(Gate::Trainer, &form, move |w, me, now| actions::keep_grade(w, me, id, now)).await {
        Ok((_, at)) => web.see_other(paths::case_rubric(at.0, at.1), Flash::good("rubrics-flash-kept")),
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(other) => Err(other),
    }
}
