//! What is chosen for an edition, its programme and its people.

use crate::federal_register::actions::settings::OF_PEOPLE;
use crate::federal_register::actions::{self, Choosing, Desk};
use crate::federal_register::rules::Settings;
use crate::federal_register::rules::settings::FIELDS;
use crate::federal_register::views::SettingsPage;
use crate::kernel::{EditionId, Gate};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

async fn load(web: &Web, id: EditionId) -> Result<(Me, Desk), Failure> {
    let now = web.now();
    web.read(Gate::Administrator, move |r, me| actions::desk(r, me, id, now)).await
}

/// `GET /editions/{edition}/federal-settings`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, desk) = load(&web, EditionId(path.into_inner())).await?;
    web.page(&me, &SettingsPage::new(&desk, None, (&web.say(&me), me.actor.language)))
}

/// What was chosen, letter by letter: a value of a list may begin or end with a space.
fn said(value: &str) -> Option<String> {
    Some(value.to_owned()).filter(|value| !value.trim().is_empty())
}

/// `POST /editions/{edition}/federal-settings`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let settings = FIELDS
        .iter()
        .fold(Settings::default(), |settings, (field, _)| settings.with(field, said(form.raw(field))));
    let choosing = match form.raw("scope") {
        // The form shows what the edition says; what it leaves open is not to be taken from all the others.
        "version" => Choosing::Version(settings.or(&load(&web, id).await?.1.of_version)),
        _ => Choosing::Edition(settings),
    };
    chosen(web, id, form, choosing).await
}

/// `POST /editions/{edition}/federal-settings/people`
pub async fn people(web: Web, path: Path<i64>, form: Form) -> Reply {
    let prefix = format!("{OF_PEOPLE}-");
    let people = form.under(&prefix).filter_map(|(enrolment, _)| {
        Some((enrolment.parse().ok()?, said(form.raw(&format!("{prefix}{enrolment}")))))
    });
    let choosing = Choosing::People(people.collect());
    chosen(web, EditionId(path.into_inner()), form, choosing).await
}

async fn chosen(web: Web, id: EditionId, form: Form, choosing: Choosing) -> Reply {
    let choose = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        actions::choose(w, me, id, &choosing, now)
    };
    match web.write(Gate::Administrator, &form, choose).await {
        Ok(_) => web.see_other(paths::federal_settings(id), Flash::good("federal-flash-settings")),
        Err(Failure::Repeated) => web.redirect(paths::federal_settings(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, desk) = load(&web, id).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &SettingsPage::new(&desk, typed, (&web.say(&me), me.actor.language)))
        }
    }
}
