//! A trainee's own teams.

use crate::kernel::{EnrolmentId, Gate, TeamId, TeamSetId};
use crate::teams::actions;
use crate::teams::views::OwnTeams;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /learn/{enrolment}/teams/{set}`.
pub async fn show(web: Web, path: Path<(EnrolmentId, TeamSetId)>) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, at, now)).await?;
    web.page(&me, &OwnTeams::new(&found, &[], &web.reader(&me)))
}

/// `POST /learn/{enrolment}/teams/{set}`. Without a team, the trainee goes out of theirs.
pub async fn choose(web: Web, path: Path<(EnrolmentId, TeamSetId)>, form: Form) -> Reply {
    let (at, now) = (path.into_inner(), web.now());
    let typed = form.text("team");
    let team = (!typed.is_empty()).then(|| TeamId(typed.parse().unwrap_or(0)));
    let job = move |w: &mut _, me: &_, now| actions::choose(w, me, at, team, now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => {
            let flash = if team.is_some() { "teams-flash-chosen" } else { "teams-flash-left" };
            web.see_other(paths::own_teams(at.0, at.1), Flash::good(flash))
        }
        Err(Failure::Repeated) => web.redirect(paths::own_teams(at.0, at.1)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, at, now)).await?;
            web.invalid(Some(&me), &OwnTeams::new(&found, &faults, &web.reader(&me)))
        }
    }
}
