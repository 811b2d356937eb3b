//! Balancing: looking first, taking then.

use crate::kernel::{Gate, ProblemCode, TeamSetId};
use crate::teams::actions::{self, Wish};
use crate::teams::views::{BalancePage, BoardPage, TypedBoard};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What the address of a preview says.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    teams: String,
    #[serde(default)]
    seed: u64,
}

/// `GET /team-sets/{set}/balance`.
pub async fn show(web: Web, path: Path<TeamSetId>, asked: Query<Asked>) -> Reply {
    let (set, asked) = (path.into_inner(), asked.into_inner());
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, set)).await?;
    let word = web.say(&me)("teams-word");
    let wish = Wish { teams: asked.teams.parse().unwrap_or(0), seed: asked.seed, word };
    match web.read(Gate::Trainer, move |r, me| actions::preview(r, me, set, &wish)).await {
        Ok((me, found)) => web.page(&me, &BalancePage::new(&found, false, &web.reader(&me))),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            web.conflict(&me, &BoardPage::new(&board, None, &web.reader(&me)))
        }
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let form = Form::of(&[("teams", asked.teams.as_str())]);
            let typed = TypedBoard { which: "balance", form: &form, faults: &faults };
            web.invalid(Some(&me), &BoardPage::new(&board, Some(typed), &web.reader(&me)))
        }
    }
}

/// `POST /team-sets/{set}/balance`.
pub async fn take(web: Web, path: Path<TeamSetId>, form: Form) -> Reply {
    let set = path.into_inner();
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, set)).await?;
    let number = |name: &str| form.text(name).parse::<u64>().unwrap_or(0);
    let word = web.say(&me)("teams-word");
    let teams = usize::try_from(number("teams")).unwrap_or(0);
    let wish = Wish { teams, seed: number("seed"), word };
    let (again, seen) = (wish.clone(), Some(number("of")));
    let job = move |w: &mut _, me: &_, now| actions::take(w, me, set, (&wish, seen), now);
    match web.write(Gate::Trainer, &form, job).await {
        Ok(_) => web.see_other(paths::team_set(set), Flash::good("teams-flash-balanced")),
        Err(Failure::Repeated) => web.redirect(paths::team_set(set)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict && !board.has_works => {
            let (me, found) =
                web.read(Gate::Trainer, move |r, me| actions::preview(r, me, set, &again)).await?;
            web.conflict(&me, &BalancePage::new(&found, true, &web.reader(&me)))
        }
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            web.conflict(&me, &BoardPage::new(&board, None, &web.reader(&me)))
        }
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let typed = TypedBoard { which: "balance", form: &form, faults: &faults };
            web.invalid(Some(&me), &BoardPage::new(&board, Some(typed), &web.reader(&me)))
        }
    }
}
