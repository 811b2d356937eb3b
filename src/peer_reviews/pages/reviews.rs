//! Writing reviews, reading one's own, dropping a bad one.

use crate::cases::actions::Which;
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, EnrolmentId, Gate, PeerReviewId, Problem, ProblemCode, dates};
use crate::peer_reviews::actions::{self, Kept};
use crate::peer_reviews::store::ReviewRow;
use crate::peer_reviews::views::{OwnPage, ReviewPage, Typed};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, attachment, paths};
use actix_web::web::Path;
use serde_json::{Value, json};

/// `GET /learn/{enrolment}/cases/{activity}/peer-reviews`.
pub async fn index(web: Web, path: Path<(EnrolmentId, ActivityId)>) -> Reply {
    let ((enrolment, activity), now) = (path.into_inner(), web.now());
    let which = Which { enrolment, activity };
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, which, now)).await?;
    web.page(&me, &OwnPage::new(&found, &web.reader(&me)))
}

/// `GET /peer-reviews/{review}`.
pub async fn show(web: Web, path: Path<PeerReviewId>) -> Reply {
    let (id, now) = (path.into_inner(), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::review(r, me, id, now)).await?;
    web.page(&me, &ReviewPage::new(&found, &web.reader(&me), &Typed::default()))
}

/// `POST /peer-reviews/{review}`.
pub async fn hand_in(web: Web, path: Path<PeerReviewId>, form: Form) -> Reply {
    let (id, marks) = (path.into_inner(), marks(&form));
    let job = move |w: &mut _, me: &_, now| actions::hand_in(w, me, id, &marks, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(paths::peer_review(id), Flash::good("peer-flash-handed-in")),
        Err(Failure::Repeated) => web.redirect(paths::peer_review(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// `POST /peer-reviews/{review}/draft`; with a field `script` the answer is JSON.
pub async fn save_draft(web: Web, path: Path<PeerReviewId>, form: Form) -> Reply {
    let (id, marks) = (path.into_inner(), marks(&form));
    let revision = form.text("revision").parse().unwrap_or(0);
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, id, (&marks, revision), now);
    let done = web.write(Gate::SignedIn, &form, job).await;
    if form.ticked("script") {
        return match done {
            Ok((me, Kept::Saved(row))) => Ok(said(200, &draft(&web, &me, &row))),
            Ok((me, Kept::Stale(row))) => Ok(said(ProblemCode::Conflict.status(), &draft(&web, &me, &row))),
            Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
            Err(other) => Err(other),
        };
    }
    match done {
        Ok((_, Kept::Saved(_))) => web.see_other(paths::peer_review(id), Flash::good("peer-flash-saved")),
        Ok((_, Kept::Stale(theirs))) => {
            let now = web.now();
            let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::review(r, me, id, now)).await?;
            let typed = Typed { form: Some(&form), problem: None, theirs: Some(&theirs) };
            web.conflict(&me, &ReviewPage::new(&found, &web.reader(&me), &typed))
        }
        Err(Failure::Repeated) => web.redirect(paths::peer_review(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// `POST /peer-reviews/{review}/dropping`.
pub async fn drop_review(web: Web, path: Path<PeerReviewId>, form: Form) -> Reply {
    let (id, reason) = (path.into_inner(), form.raw("reason").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::drop_review(w, me, id, &reason, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(paths::peer_review(id), Flash::good("peer-flash-dropped")),
        Err(Failure::Repeated) => web.redirect(paths::peer_review(id)),
        Err(Failure::Problem(problem)) => again(&web, id, &form, *problem).await,
    }
}

/// `GET /peer-reviews/{review}/files/{place}`.
pub async fn file(web: Web, path: Path<(PeerReviewId, usize)>) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let (_, file) = web.read(Gate::SignedIn, move |r, me| actions::file(r, me, at, now)).await?;
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}

/// The page with everything that was typed: to be mended and sent again.
async fn again(web: &Web, id: PeerReviewId, form: &Form, problem: Problem) -> Reply {
    if problem.code != ProblemCode::Invalid {
        return Err(problem.into());
    }
    let now = web.now();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::review(r, me, id, now)).await?;
    let typed = Typed { form: Some(form), problem: Some(&problem), theirs: None };
    web.invalid(Some(&me), &ReviewPage::new(&found, &web.reader(&me), &typed))
}

fn draft(web: &Web, me: &Me, row: &ReviewRow) -> Value {
    let at = row.saved_at.map(|at| dates::time(at.local(web.reader(me).zone).time()));
    json!({ "revision": row.revision, "saved_at": at, "marks": row.draft })
}

/// The marks of a form.
fn marks(form: &Form) -> Marks {
    // What is no number is points of no level; the rules say so by criterion.
    let points = form.under("points.").filter(|(_, text)| !text.trim().is_empty());
    let remarks = form.under("remarks.").filter(|(_, text)| !text.trim().is_empty());
    Marks {
        points: points.map(|(key, text)| (key.to_owned(), text.trim().parse().unwrap_or(u32::MAX))).collect(),
        remarks: remarks.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
        remark: form.raw("remark").to_owned(),
        advice: form.raw("advice").to_owned(),
    }
}
