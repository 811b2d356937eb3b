//! The pages of profiles, and of the country of an organisation.

pub mod licences;

use super::actions;
use super::rules::Country;
use super::rules::reading::MAX_BYTES;
use super::views::{IndexPage, OrganisationPage, ProfilePage};
use crate::db::Write;
use crate::kernel::{Actor, Fault, Gate, Moment, OrganisationId, Problem, Word as _};
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /countries`
pub async fn index(web: Web) -> Reply {
    let (me, shown) = web.read(Gate::Administrator, actions::index).await?;
    web.page(&me, &IndexPage::new(&shown, web.reader(&me)))
}

/// `GET /countries/{country}`
pub async fn show(web: Web, path: Path<String>) -> Reply {
    let country = country(&path)?;
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, country)).await?;
    let may_change = me.actor.require_site_administrator().is_ok();
    web.page(&me, &ProfilePage::new(&shown, may_change, web.reader(&me)))
}

/// `GET /countries/{country}/profile`: the file in force, to be changed and loaded again.
pub async fn file(web: Web, path: Path<String>) -> Reply {
    let country = country(&path)?;
    let (_, (number, text)) =
        web.read(Gate::Administrator, move |r, me| actions::file(r, me, country)).await?;
    let name = format!("{}-{number}.toml", country.as_str());
    Ok(attachment(&name, "application/toml; charset=utf-8", text.into_bytes()))
}

/// `POST /countries/{country}/dry-runs`: what a file would change, and every line that is at fault. Nothing is kept.
pub async fn look(web: Web, path: Path<String>, form: Form) -> Reply {
    let country = country(&path)?;
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, country)).await?;
    me.actor.require_site_administrator()?;
    let (text, reader) = (sent(&form), web.reader(&me));
    let outcome = match &text {
        Ok(text) => {
            let text = text.clone();
            let read = web.read(Gate::Administrator, move |r, me| actions::look(r, me, country, &text)).await;
            read.map(|(_, (_, changes))| changes)
        }
        Err(fault) => Err(Problem::invalid(vec![fault.clone()]).into()),
    };
    let page = ProfilePage::new(&shown, true, reader);
    let text = text.unwrap_or_default();
    match outcome {
        Ok(changes) => web.page(&me, &page.with_changes(&text, changes)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            web.invalid(Some(&me), &page.with_faults(&text, &problem))
        }
    }
}

/// `POST /countries/{country}/versions`: puts the file in force.
pub async fn create(web: Web, path: Path<String>, form: Form) -> Reply {
    let country = country(&path)?;
    let text = sent(&form);
    let outcome = match text.clone() {
        Ok(text) => {
            let apply =
                move |w: &mut Write, me: &Actor, now: Moment| actions::apply(w, me, country, &text, now);
            web.write(Gate::Administrator, &form, apply).await
        }
        Err(fault) => Err(Problem::invalid(vec![fault]).into()),
    };
    let back = paths::country(country.as_str());
    match outcome {
        Ok((_, number)) => web.see_other(back, Flash::good("countries-flash-applied").with("number", number)),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) =
                web.read(Gate::Administrator, move |r, me| actions::show(r, me, country)).await?;
            let page = ProfilePage::new(&shown, true, web.reader(&me));
            web.invalid(Some(&me), &page.with_faults(&text.unwrap_or_default(), &problem))
        }
    }
}

/// `GET /organisations/{organisation}/country`
pub async fn organisation(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, found) = web.read(Gate::Administrator, move |r, me| actions::of_organisation(r, me, id)).await?;
    web.page(&me, &OrganisationPage::new(&found, &[], &web.say(&me)))
}

/// `POST /organisations/{organisation}/country`
pub async fn update(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let chosen = chosen(form.raw("country"));
    let outcome = match chosen {
        Ok(country) => {
            let say = move |w: &mut Write, me: &Actor, now: Moment| actions::say(w, me, id, country, now);
            web.write(Gate::Administrator, &form, say).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(()) => web.see_other(paths::organisation_country(id), Flash::good("countries-flash-said")),
        Err(Failure::Repeated) => web.redirect(paths::organisation_country(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) =
                web.read(Gate::Administrator, move |r, me| actions::of_organisation(r, me, id)).await?;
            web.invalid(Some(&me), &OrganisationPage::new(&found, &problem.faults, &web.say(&me)))
        }
    }
}

/// A country as it was chosen; nothing for that of the organisation above.
pub(super) fn chosen(word: &str) -> Result<Option<Country>, Problem> {
    if word.is_empty() {
        return Ok(None);
    }
    let unknown = || Problem::invalid(vec![Fault::new("country", "unknown")]);
    Country::parse(word).map(Some).ok_or_else(unknown)
}

/// The country of an address.
pub(super) fn country(path: &str) -> Result<Country, Problem> {
    Country::parse(path).ok_or_else(Problem::not_found)
}

/// The text of a file that was sent, or what was pasted in its place.
fn sent(form: &Form) -> Result<String, Fault> {
    match form.files("file").first() {
        Some(upload) => text_of(&upload.bytes),
        None => text_of(form.raw("text").as_bytes()),
    }
}

/// A file as text.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::new("file", "country-file-large").with("kilobytes", MAX_BYTES / 1024));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::new("file", "country-file-utf8"))?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}
