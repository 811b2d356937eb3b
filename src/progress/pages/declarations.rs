//! Questions about experience: a trainee's answer, and what the training centre decides over it.

use crate::db::{Read, Write};
use crate::kernel::{Actor, EnrolmentId, Fault, Gate, ModuleId, PersonName, Problem};
use crate::people::store as people;
use crate::progress::actions;
use crate::progress::actions::declaring::{self, Sheet};
use crate::progress::rules::assignment::Decision;
use crate::progress::views::asked::field_name;
use crate::progress::views::course::Course;
use crate::progress::views::extra_modules::{ExtraModules, Typed};
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /learn/{enrolment}/declarations/{declaration}/answers`.
pub async fn answer(web: Web, path: Path<(EnrolmentId, String)>, form: Form) -> Reply {
    let (who, declaration) = path.into_inner();
    let name = field_name(&declaration);
    let chosen = form.text(&name);
    let field = name.clone();
    let job = move |w: &mut Write, me: &Actor, now| {
        let experienced = match chosen.as_str() {
            "yes" => true,
            "no" => false,
            _ => {
                // Whose the question is stays hidden from others even when nothing was chosen.
                actions::own_standing(w, me, who)?;
                return Err(Problem::invalid(vec![Fault::new(field.clone(), "choose-one")]));
            }
        };
        declaring::declare(w, me, who, (&declaration, experienced), now)
    };
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(paths::course(who), Flash::good("progress-flash-answered")),
        Err(Failure::Repeated) => web.redirect(paths::course(who)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (me, course) = web.read(Gate::SignedIn, move |r, me| actions::course(r, me, who)).await?;
            let view = Course::again(&course, &web.reader(&me), &web.kit.words, &faults);
            web.invalid(Some(&me), &view)
        }
    }
}

/// `GET /learn/{enrolment}/extra-modules`: for those who teach the edition and its administrators.
pub async fn index(web: Web, path: Path<EnrolmentId>) -> Reply {
    let (me, (sheet, name)) = read(&web, path.into_inner()).await?;
    web.page(&me, &ExtraModules::new((&sheet, &name), None, &web.reader(&me)))
}

/// `POST /learn/{enrolment}/extra-modules/{module}/decisions`.
pub async fn decide(web: Web, path: Path<(EnrolmentId, ModuleId)>, form: Form) -> Reply {
    let (who, module) = path.into_inner();
    let (chosen, note) = (form.text("decision"), form.text("note"));
    let (sent, why) = (chosen.clone(), note.clone());
    let job = move |w: &mut Write, me: &Actor, now| {
        declaring::decide(w, me, (who, module), (Decision::parse(&sent), &why), now)
    };
    match web.write(Gate::Administrator, &form, job).await {
        Ok(_) => web.see_other(paths::extra_modules(who), Flash::good("progress-flash-decided")),
        Err(Failure::Repeated) => web.redirect(paths::extra_modules(who)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (me, (sheet, name)) = read(&web, who).await?;
            let typed = Typed { module, decision: &chosen, note: &note, faults: &faults };
            web.invalid(Some(&me), &ExtraModules::new((&sheet, &name), Some(typed), &web.reader(&me)))
        }
    }
}

async fn read(web: &Web, who: EnrolmentId) -> Result<(Me, (Sheet, PersonName)), Failure> {
    web.read(Gate::SignedIn, move |r: &mut Read, me: &Actor| {
        let sheet = declaring::sheet(r, me, who)?;
        // Trainees have their answers on the page of the programme.
        if sheet.own || sheet.asked.is_empty() {
            return Err(Problem::not_found());
        }
        let person = people::person(r, sheet.enrolment.person_id)?.ok_or_else(Problem::not_found)?;
        let name = person.name();
        Ok((sheet, name))
    })
    .await
}
