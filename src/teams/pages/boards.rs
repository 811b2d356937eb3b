//! A set: every form of its page comes back to it.

use crate::kernel::{ActivityId, EnrolmentId, Gate, Problem, TeamId, TeamSetId};
use crate::teams::actions;
use crate::teams::views::{BoardPage, TypedBoard};
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /team-sets/{set}`.
pub async fn show(web: Web, path: Path<TeamSetId>) -> Reply {
    let id = path.into_inner();
    let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
    web.page(&me, &BoardPage::new(&board, None, &web.reader(&me)))
}

/// What became of one of its forms.
type Done = Result<(Me, ()), Failure>;

/// Back to the page: with a word that it was done, or with what has to be mended.
async fn back(
    web: &Web,
    set: TeamSetId,
    (which, form): (&str, &Form),
    done: Done,
    flash: &'static str,
) -> Reply {
    match done {
        Ok(_) => web.see_other(paths::team_set(set), Flash::good(flash)),
        Err(Failure::Repeated) => web.redirect(paths::team_set(set)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (me, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, set)).await?;
            let typed = TypedBoard { which, form, faults: &faults };
            web.invalid(Some(&me), &BoardPage::new(&board, Some(typed), &web.reader(&me)))
        }
    }
}

/// `POST /team-sets/{set}/teams`.
pub async fn add_team(web: Web, path: Path<TeamSetId>, form: Form) -> Reply {
    let (set, name) = (path.into_inner(), form.raw("name").to_owned());
    let job = move |w: &mut _, me: &_, now| actions::add_team(w, me, set, &name, now).map(|_| ());
    let done = web.write(Gate::Trainer, &form, job).await;
    back(&web, set, ("team", &form), done, "teams-flash-added").await
}

/// `POST /teams/{team}`.
pub async fn rename(web: Web, path: Path<TeamId>, form: Form) -> Reply {
    let (team, name) = (path.into_inner(), form.raw("name").to_owned());
    let set = web.read(Gate::Trainer, move |r, me| actions::set_of(r, me, team)).await?.1;
    let job = move |w: &mut _, me: &_, now| actions::rename_team(w, me, team, &name, now).map(|_| ());
    let done = web.write(Gate::Trainer, &form, job).await;
    back(&web, set, (&format!("rename-{team}"), &form), done, "teams-flash-renamed").await
}

/// `POST /teams/{team}/removal`.
pub async fn remove(web: Web, path: Path<TeamId>, form: Form) -> Reply {
    let team = path.into_inner();
    let set = web.read(Gate::Trainer, move |r, me| actions::set_of(r, me, team)).await?.1;
    let job = move |w: &mut _, me: &_, now| actions::remove_team(w, me, team, now).map(|_| ());
    let done = web.write(Gate::Trainer, &form, job).await;
    back(&web, set, ("removal", &form), done, "teams-flash-removed").await
}

/// `POST /team-sets/{set}/members`. Without a team, the person is taken out of theirs.
pub async fn place(web: Web, path: Path<TeamSetId>, form: Form) -> Reply {
    let set = path.into_inner();
    let who = EnrolmentId(form.text("enrolment").parse().unwrap_or(0));
    let typed = form.text("team");
    let team = (!typed.is_empty()).then(|| TeamId(typed.parse().unwrap_or(0)));
    let job = move |w: &mut _, me: &_, now| actions::place(w, me, set, (who, team), now);
    let done = web.write(Gate::Trainer, &form, job).await;
    let flash = if team.is_some() { "teams-flash-placed" } else { "teams-flash-taken-out" };
    back(&web, set, ("members", &form), done, flash).await
}

/// `POST /team-sets/{set}/sign-up`; with `close`, it ends at once.
pub async fn sign_up(web: Web, path: Path<TeamSetId>, form: Form) -> Reply {
    let set = path.into_inner();
    let (_, board) = web.read(Gate::Trainer, move |r, me| actions::board(r, me, set)).await?;
    let (closes, places) = (form.ticked("close"), board.set.places);
    let read = || -> Result<_, Problem> {
        if closes {
            return Ok((None, places));
        }
        let mut errors = FormErrors::new();
        let day = errors.date(&form, "until").unwrap_or_default();
        let time = errors.time(&form, "time").unwrap_or_default();
        let places = errors.number(&form, "places", 2, 50);
        errors.into_result((Some(board.edition.time_zone.instant(day, time)), places))
    };
    let done = match read() {
        Err(problem) => Err(problem.into()),
        Ok(wish) => {
            let job = move |w: &mut _, me: &_, now| actions::open_sign_up(w, me, set, wish, now);
            web.write(Gate::Trainer, &form, job).await
        }
    };
    let flash = if closes { "teams-flash-sign-up-closed" } else { "teams-flash-sign-up-open" };
    back(&web, set, ("sign-up", &form), done, flash).await
}

/// `POST /team-sets/{set}/cases`.
pub async fn use_for(web: Web, path: Path<TeamSetId>, form: Form) -> Reply {
    let set = path.into_inner();
    let cases: Vec<ActivityId> =
        form.all("cases").iter().filter_map(|id| id.parse().ok()).map(ActivityId).collect();
    let job = move |w: &mut _, me: &_, now| actions::use_for(w, me, set, &cases, now);
    let done = web.write(Gate::Trainer, &form, job).await;
    back(&web, set, ("cases", &form), done, "teams-flash-used").await
}
