//! Marks saved as they are typed.

use crate::grading::actions::{self, DraftInput, Kept};
use crate::grading::store::DraftRow;
use crate::grading::views::{Desk, Typed, typed_marks};
use crate::kernel::{Gate, Problem, ProblemCode, SubmissionId, dates};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;
use serde_json::{Value, json};

/// `POST /submissions/{submission}/marking-draft`; with a field `script` the answer is JSON.
pub async fn save(web: Web, path: Path<SubmissionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let revision = form.text("revision").parse().unwrap_or(0);
    let (marks, rubric) = (typed_marks(&form), super::desk::rubric(&form));
    let input = DraftInput { submission: id, marks, revision, rubric };
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, &input, now);
    let done = web.write(Gate::Trainer, &form, job).await;
    if form.ticked("script") {
        return match done {
            Ok((me, Kept::Saved(row, _))) => Ok(said(200, &draft(&web, &me, &row))),
            Ok((_, Kept::Changed(_))) => Ok(quiet(&Problem::new(ProblemCode::RubricChanged))),
            Ok((me, Kept::Stale(row))) => Ok(said(ProblemCode::Conflict.status(), &draft(&web, &me, &row))),
            Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
            Err(other) => Err(other),
        };
    }
    match done {
        Ok((_, Kept::Saved(..))) => web.see_other(paths::submission(id), Flash::good("grading-flash-draft")),
        Ok((_, Kept::Changed(_))) => {
            web.see_other(paths::submission(id), Flash::attention("rubrics-flash-moved"))
        }
        Ok((_, Kept::Stale(theirs))) => stale(&web, id, &form, &theirs).await,
        Err(Failure::Repeated) => web.redirect(paths::submission(id)),
        Err(Failure::Problem(problem)) => super::desk::again(&web, id, &form, *problem).await,
    }
}

/// Both on one page: what was typed in the fields, what is saved beside it.
async fn stale(web: &Web, id: SubmissionId, form: &Form, theirs: &DraftRow) -> Reply {
    let now = web.now();
    let (me, work) = web.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
    let typed = Typed { form: Some(form), problem: None, theirs: Some(theirs) };
    web.conflict(&me, &Desk::new(&work, &web.reader(&me), &typed)?)
}

fn draft(web: &Web, me: &Me, row: &DraftRow) -> Value {
    let at = row.saved_at.local(web.reader(me).zone).time();
    json!({ "revision": row.revision, "saved_at": dates::time(at), "marks": row.marks })
}
