//! Marking answers one after another.

use crate::kernel::{ActivityId, EditionId, Gate, Problem, ProblemCode, QuestionId};
use crate::quiz_marking::actions::{self, MarkInput, Place};
use crate::quiz_marking::views::{DeskPage, Typed};
use crate::quizzes::views::parts::points;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

fn place((edition, activity, question): (i64, i64, i64)) -> Place {
    Place { edition: EditionId(edition), activity: ActivityId(activity), question: QuestionId(question) }
}

fn url(place: Place, number: i64) -> String {
    paths::answer_to_mark(place.edition, place.activity, place.question, number)
}

/// `GET /editions/{edition}/quizzes/{activity}/questions/{question}/answers`: to the oldest that waits.
pub async fn index(web: Web, path: Path<(i64, i64, i64)>) -> Reply {
    let place = place(path.into_inner());
    let (_, first) = web.read(Gate::Trainer, move |r, me| actions::first(r, me, place)).await?;
    match first {
        Some(number) => web.redirect(url(place, number)),
        None => web.see_other(paths::MARKING, Flash::good("marking-flash-none-left")),
    }
}

/// `GET /editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}`.
pub async fn show(web: Web, path: Path<(i64, i64, i64, i64)>) -> Reply {
    let (edition, activity, question, number) = path.into_inner();
    let place = place((edition, activity, question));
    let (me, desk) = web.read(Gate::Trainer, move |r, me| actions::desk(r, me, place, number)).await?;
    web.page(&me, &DeskPage::new(&desk, &web.reader(&me), None))
}

/// `POST …/answers/{answer}/mark`.
pub async fn create(web: Web, path: Path<(i64, i64, i64, i64)>, form: Form) -> Reply {
    let (edition, activity, question, number) = path.into_inner();
    let place = place((edition, activity, question));
    let input = input(place, number, &form);
    let job = move |w: &mut _, me: &_, now| actions::mark(w, me, &input, now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok((me, marked)) => {
            let to = match (form.raw("then"), marked.next) {
                ("stay", _) => url(place, number),
                (_, Some(next)) => url(place, next),
                (_, None) => paths::MARKING.to_owned(),
            };
            let key = if marked.settled { "marking-flash-settled" } else { "marking-flash-marked" };
            web.see_other(to, Flash::good(key).with("points", points(me.actor.language, marked.points)))
        }
        Err(Failure::Repeated) => web.redirect(url(place, number)),
        Err(Failure::Problem(problem)) => again(&web, (place, number), &form, *problem).await,
    }
}

fn input(place: Place, number: i64, form: &Form) -> MarkInput {
    MarkInput {
        place,
        number,
        points: form.text("points"),
        remark: form.raw("remark").to_owned(),
        phrases: form.all("phrase").iter().filter_map(|id| id.parse().ok()).collect(),
        keep: form.ticked("keep"),
    }
}

/// The desk with everything that was typed: mended and sent again, or too late.
async fn again(web: &Web, (place, number): (Place, i64), form: &Form, problem: Problem) -> Reply {
    if !matches!(problem.code, ProblemCode::Invalid | ProblemCode::AlreadyGraded) {
        return Err(problem.into());
    }
    let (me, desk) = web.read(Gate::Trainer, move |r, me| actions::desk(r, me, place, number)).await?;
    let typed = Typed { form, problem: &problem };
    web.refused(&me, problem.code, &DeskPage::new(&desk, &web.reader(&me), Some(typed)))
}

/// `POST /editions/{edition}/quizzes/{activity}/blind-marking`.
pub async fn set_blind(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (edition, activity) = path.into_inner();
    let (edition, activity, blind) = (EditionId(edition), ActivityId(activity), form.raw("blind") == "yes");
    let job = move |w: &mut _, me: &_, now| actions::set_blind(w, me, (edition, activity), blind, now);
    let to = paths::edition_quizzes(edition);
    match web.write(Gate::Administrator, &form, job).await {
        Ok(_) => {
            let key = if blind { "marking-flash-blind" } else { "marking-flash-named" };
            web.see_other(to, Flash::good(key))
        }
        Err(Failure::Repeated) => web.redirect(to),
        Err(failure) => Err(failure),
    }
}
