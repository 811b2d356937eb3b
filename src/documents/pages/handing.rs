//! The entry of a document, handing over and notes of loss.

use crate::db::Write;
use crate::documents::actions::handing;
use crate::documents::actions::register::{self, Entry};
use crate::documents::rules::book::{Handing, HandingWay, LONGEST};
use crate::documents::views::entry::{EntryPage, Refused};
use crate::documents::views::handing::HandingPage;
use crate::kernel::{Actor, DocumentId, EditionId, Fault, Gate, Moment, Problem, ProblemCode, Word as _};
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, paths};
use actix_web::web::Path;
use chrono::NaiveDate;

/// `GET /documents/{document}/entry`. The look is noted, so it is written.
pub async fn entry(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, entry) = looked(&web, id).await?;
    web.page(&me, &EntryPage::new(&entry, None, &web.reader(&me), &web.kit.words))
}

/// The entry, with the look written down.
async fn looked(web: &Web, id: DocumentId) -> Result<(Me, Entry), Failure> {
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let (actor, kit) = (me.actor.clone(), web.kit.clone());
    let look = move |w: &mut Write, now: Moment| register::look(w, &actor, &kit.secrets, id, now);
    Ok((me, web.write_anyone(look).await?))
}

/// How documents were handed over, as it was typed.
///
/// # Errors
/// `Invalid`.
pub(in crate::documents) fn typed(form: &Form) -> Result<(NaiveDate, Handing), Problem> {
    let mut errors = FormErrors::new();
    let on = errors.date(form, "handed_on").unwrap_or_default();
    let way = HandingWay::parse(&form.text("way"));
    if way.is_none() {
        errors.add(Fault::new("way", "unknown"));
    }
    let handing = Handing {
        way: way.unwrap_or(HandingWay::InPerson),
        received_by: errors.optional(form, "received_by", LONGEST),
        authority: errors.optional(form, "authority", LONGEST),
        tracking: errors.optional(form, "tracking", LONGEST),
        note: errors.optional(form, "note", LONGEST),
    };
    errors.into_result((on, handing))
}

/// A loss, as it was typed.
///
/// # Errors
/// `Invalid`.
pub(in crate::documents) fn lost(form: &Form) -> Result<(NaiveDate, String), Problem> {
    let mut errors = FormErrors::new();
    let on = errors.date(form, "lost_on").unwrap_or_default();
    let note = errors.required(form, "loss_note", LONGEST);
    errors.into_result((on, note))
}

/// `POST /documents/{document}/handovers`
pub async fn hand_over(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let done = match typed(&form) {
        Ok((on, handed)) => {
            let write = move |w: &mut Write, me: &Actor, now: Moment| {
                handing::hand_over(w, me, &[id], (on, &handed), now)
            };
            web.write(Gate::Administrator, &form, write).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    answer(&web, id, (Refused::Handing, &form), done).await
}

/// `POST /documents/{document}/losses`
pub async fn lose(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let done = match lost(&form) {
        Ok((on, note)) => {
            let write =
                move |w: &mut Write, me: &Actor, now: Moment| handing::lose(w, me, id, (on, &note), now);
            web.write(Gate::Administrator, &form, write).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    answer(&web, id, (Refused::Loss, &form), done).await
}

async fn answer(
    web: &Web,
    id: DocumentId,
    (refused, form): (Refused, &Form),
    done: Result<(), Failure>,
) -> Reply {
    let flash = match refused {
        Refused::Handing => "register-book-flash-handed",
        Refused::Loss => "register-book-flash-lost",
    };
    match done {
        Ok(()) => web.see_other(paths::document_entry(id), Flash::good(flash).with("count", 1)),
        Err(Failure::Repeated) => web.redirect(paths::document_entry(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, entry) = looked(web, id).await?;
            let typed = Some((refused, form, &problem));
            web.invalid(Some(&me), &EntryPage::new(&entry, typed, &web.reader(&me), &web.kit.words))
        }
    }
}

/// `GET /editions/{edition}/handovers`
pub async fn group(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, group) = web.read(Gate::Administrator, move |r, me| handing::group(r, me, id)).await?;
    web.page(&me, &HandingPage::new(&group, None, &web.reader(&me), &web.kit.words))
}

/// `POST /editions/{edition}/handovers`: the chosen documents of the group, all of them or none.
pub async fn hand_over_group(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let chosen: Result<Vec<DocumentId>, _> = form.all("documents").iter().map(|id| id.parse()).collect();
    let done = match (chosen, typed(&form)) {
        (Ok(chosen), Ok((on, handed))) => {
            let write = move |w: &mut Write, me: &Actor, now: Moment| {
                handing::hand_over_group(w, me, (id, &chosen), (on, &handed), now)
            };
            web.write(Gate::Administrator, &form, write).await.map(|(_, count)| count)
        }
        (Err(_), _) => Err(Problem::new(ProblemCode::BadRequest).into()),
        (_, Err(problem)) => Err(problem.into()),
    };
    let back = paths::edition_handovers(id);
    match done {
        Ok(count) => web.see_other(back, Flash::good("register-book-flash-handed").with("count", count)),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, group) = web.read(Gate::Administrator, move |r, me| handing::group(r, me, id)).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &HandingPage::new(&group, typed, &web.reader(&me), &web.kit.words))
        }
    }
}
