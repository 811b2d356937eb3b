//! What a trainer does.

use crate::absences::actions::{self, Decision};
use crate::absences::rules::WORDS;
use crate::absences::views::NoticesPage;
use crate::attendance::pages::told;
use crate::db::Write;
use crate::kernel::{AbsenceNoticeId, Actor, EditionId, Fault, Gate, Language, Problem};
use crate::render::Words;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, attachment, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How many notices stand on a page besides those that wait.
const ON_A_PAGE: i64 = 100;

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Further {
    before: Option<i64>,
}

/// `GET /editions/{edition}/absences`
pub async fn index(web: Web, path: Path<i64>, further: Query<Further>) -> Reply {
    let (id, before) = (EditionId(path.into_inner()), further.before.map(AbsenceNoticeId));
    let read = move |r: &mut _, me: &_| actions::notices(r, me, id, (before, ON_A_PAGE));
    let (me, notices) = web.read(Gate::Trainer, read).await?;
    web.page(&me, &told(&web, &me, |telling| NoticesPage::new(&notices, None, telling)))
}

/// What a mark says of a notice, in the language of whoever marks: that there is one, and nothing of what it tells.
pub(in crate::absences) fn notice_said(words: &Words, language: Language) -> String {
    words.text(language, "absences-mark-words")
}

fn decision(form: &Form) -> Result<Decision, Problem> {
    let mut errors = FormErrors::new();
    let accepted = match form.raw("decision") {
        "accept" => true,
        "refuse" => false,
        _ => {
            errors.add(Fault::new("decision", "choose-one"));
            false
        }
    };
    let words = errors.optional(form, "words", WORDS);
    errors.into_result(Decision { accepted, words })
}

/// `POST /absences/{notice}/decision`
pub async fn decide(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, words) = (AbsenceNoticeId(path.into_inner()), web.kit.words.clone());
    let (_, edition) = web.read(Gate::Trainer, move |r, me| actions::edition_of(r, me, id)).await?;
    let done = match decision(&form) {
        Ok(decided) => {
            let decide = move |w: &mut Write, me: &Actor, now| {
                let said = notice_said(&words, me.language);
                actions::decide(w, me, id, (&decided, &said), now).map(|()| decided.accepted)
            };
            web.write(Gate::Trainer, &form, decide).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((_, true)) => {
            web.see_other(paths::edition_absences(edition), Flash::good("absences-flash-accepted"))
        }
        Ok((_, false)) => {
            web.see_other(paths::edition_absences(edition), Flash::good("absences-flash-refused"))
        }
        Err(Failure::Repeated) => web.redirect(paths::edition_absences(edition)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let read = move |r: &mut _, me: &_| actions::notices(r, me, edition, (None, ON_A_PAGE));
            let (me, notices) = web.read(Gate::Trainer, read).await?;
            let typed = Some((id, &form, &problem));
            web.invalid(Some(&me), &told(&web, &me, |telling| NoticesPage::new(&notices, typed, telling)))
        }
    }
}

/// `GET /absences/{notice}/file`: the look of somebody else is noted, so it is written.
pub async fn file(web: Web, path: Path<i64>) -> Reply {
    let id = AbsenceNoticeId(path.into_inner());
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let file = web.write_anyone(move |w, now| actions::certificate(w, &me.actor, id, now)).await?;
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.name, &file.media_type, bytes))
}
