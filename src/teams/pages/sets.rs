//! The sets of an edition.

use crate::kernel::{EditionId, Gate};
use crate::teams::actions::{self, NewSet};
use crate::teams::views::TeamsPage;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/teams`.
pub async fn index(web: Web, path: Path<EditionId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::edition_teams(r, me, id)).await?;
    web.page(&me, &TeamsPage::new(&found, (&Form::default(), &[]), &web.reader(&me)))
}

/// `POST /editions/{edition}/teams`.
pub async fn create(web: Web, path: Path<EditionId>, form: Form) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::edition_teams(r, me, id)).await?;
    let mut errors = FormErrors::new();
    let teams = errors.number(&form, "teams", 0, 40);
    let new = NewSet {
        name: form.raw("name").to_owned(),
        teams: usize::try_from(teams).unwrap_or(0),
        word: web.say(&me)("teams-word"),
    };
    let done = match errors.into_result(new) {
        Err(problem) => Err(problem.into()),
        Ok(new) => {
            let job = move |w: &mut _, me: &_, now| actions::create_set(w, me, id, &new, now);
            web.write(Gate::Trainer, &form, job).await
        }
    };
    match done {
        Ok((_, set)) => web.see_other(paths::team_set(set), Flash::good("teams-flash-made")),
        Err(Failure::Repeated) => web.redirect(paths::team_sets(id)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            web.invalid(Some(&me), &TeamsPage::new(&found, (&form, &faults), &web.reader(&me)))
        }
    }
}
