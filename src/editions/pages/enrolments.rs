//! Pages for enrolling and withdrawing one person.

use crate::db::Write;
use crate::editions::actions::{self, enrolments as desk};
use crate::editions::rules::entry::{self, Entry};
use crate::editions::store::enrolments::NewEnrolment;
use crate::editions::views;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Gate, Language, Moment, OrganisationId, PersonId, Problem,
};
use crate::people::Purpose;
use crate::people::actions::NewLink;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Whom to find.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    /// A part of the name, or the whole address.
    #[serde(default)]
    q: String,
}

/// The page for enrolling one person.
pub async fn new(web: Web, path: Path<i64>, search: Query<Search>) -> Reply {
    show(&web, EditionId(path.into_inner()), crate::kernel::name::tidy(&search.q), &Entry::default(), &[])
        .await
}

/// The people of an edition stand on its own page.
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    web.redirect(paths::edition(EditionId(path.into_inner())))
}

/// Enrols somebody who was found, or somebody new.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let entry = typed(&form);
    let (chosen, input) = ((form.text("person"), form.text("q")), entry.clone());
    let link = link(&web)?;
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| enrol(w, me, id, (&chosen, &input, &link), now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::new_enrolment(id), Flash::good("enrolment-flash-enrolled")),
        Err(Failure::Repeated) => web.redirect(paths::new_enrolment(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            show_again(&web, id, form.text("q"), &entry, &problem.faults).await
        }
    }
}

/// The form for withdrawing a person.
pub async fn edit_withdrawal(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (edition, enrolment) = ids(path);
    let (me, view) =
        web.read(Gate::Administrator, withdrawal(edition, enrolment, String::new(), Vec::new())).await?;
    web.page(&me, &view)
}

/// Withdraws a person.
pub async fn create_withdrawal(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (edition, enrolment) = ids(path);
    let reason = form.text("reason");
    let given = reason.clone();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| {
            actions::withdraw(w, me, (edition, enrolment), &given, now)
        })
        .await;
    match done {
        Ok(_) => web.see_other(paths::edition(edition), Flash::good("enrolment-flash-withdrawn")),
        Err(Failure::Repeated) => web.redirect(paths::edition(edition)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let job = withdrawal(edition, enrolment, reason, faults);
            let (me, view) = web.read(Gate::Administrator, job).await?;
            web.invalid(Some(&me), &view)
        }
    }
}

fn withdrawal(
    edition: EditionId,
    enrolment: EnrolmentId,
    reason: String,
    faults: Vec<Fault>,
) -> impl FnOnce(&mut crate::db::Read, &Actor) -> Result<views::Withdraw, Problem> + Send + 'static {
    move |r, me| {
        let (row, person) = desk::of_edition(r, me, edition, enrolment)?;
        let edition = actions::administered(r, me, edition)?;
        let which = (enrolment, row.withdrawn_at.is_some());
        Ok(views::Withdraw::new(&edition, which, person.name().full(), (&reason, &faults)))
    }
}

fn ids(path: Path<(i64, i64)>) -> (EditionId, EnrolmentId) {
    let (edition, enrolment) = path.into_inner();
    (EditionId(edition), EnrolmentId(enrolment))
}

/// The invitation of whoever never set a password; signed before the transaction, which may run twice.
fn link(web: &Web) -> Result<NewLink, Problem> {
    NewLink::new(&web.kit.secrets, Purpose::Invitation, web.now())
}

fn enrol(
    w: &mut Write,
    actor: &Actor,
    edition: EditionId,
    ((chosen, typed), entry, link): (&(String, String), &Entry, &NewLink),
    now: Moment,
) -> Result<EnrolmentId, Problem> {
    if !chosen.is_empty() {
        let person = chosen.parse::<PersonId>().map_err(|_| unknown("person"))?;
        let new = NewEnrolment { edition, person, organisation: None };
        return actions::enrol_found(w, actor, (&new, typed), link, now);
    }
    let newcomer = entry.newcomer(Language::Ru).map_err(Problem::invalid)?;
    let organisation = match entry.organisation.as_str() {
        "" => None,
        id => Some(id.parse::<OrganisationId>().map_err(|_| unknown("organisation"))?),
    };
    actions::enrol_newcomer(w, actor, (edition, organisation), (&newcomer, Some(link)), now)
}

fn unknown(field: &str) -> Problem {
    Problem::invalid(vec![Fault::new(field, "unknown")])
}

async fn show(web: &Web, id: EditionId, searched: String, entry: &Entry, faults: &[Fault]) -> Reply {
    let text = searched.clone();
    let (me, desk) = web.read(Gate::Administrator, move |r, me| desk::desk(r, me, id, &text)).await?;
    web.page(&me, &views::Enrol::new(&desk, &searched, entry, faults))
}

async fn show_again(web: &Web, id: EditionId, searched: String, entry: &Entry, faults: &[Fault]) -> Reply {
    let text = searched.clone();
    let (me, desk) = web.read(Gate::Administrator, move |r, me| desk::desk(r, me, id, &text)).await?;
    web.invalid(Some(&me), &views::Enrol::new(&desk, &searched, entry, faults))
}

fn typed(form: &Form) -> Entry {
    Entry {
        surname: form.text("surname"),
        given_name: form.text("given_name"),
        patronymic: form.text("patronymic"),
        email: form.text("email"),
        organisation: form.text("organisation"),
        position: form.text("position"),
        language: entry::language(&form.text("language"), Language::Ru)
            .map_or_else(|| form.text("language"), |language| language.tag().to_owned()),
    }
}
