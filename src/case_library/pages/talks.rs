//! What a trainee reads of others, says about it, and is asked.

use crate::case_library::actions;
use crate::case_library::views::{ConsentPage, ExamplesPage, TalkPage, Typed};
use crate::cases::actions::Which;
use crate::kernel::{ActivityId, EnrolmentId, Gate, LibraryExampleId};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

type At = (EnrolmentId, ActivityId);

fn which((enrolment, activity): At) -> Which {
    Which { enrolment, activity }
}

/// The number of the answer that a form is about.
pub(super) fn number(form: &Form) -> i32 {
    form.text("answer").parse().unwrap_or(0)
}

/// The question that a form answers; what is no number is no question at all, never another one.
fn example(form: &Form) -> Option<LibraryExampleId> {
    let said = form.text("example");
    (!said.is_empty()).then(|| said.parse().unwrap_or(LibraryExampleId(0)))
}

/// `GET /learn/{enrolment}/cases/{activity}/discussion`.
pub async fn show(web: Web, path: Path<At>) -> Reply {
    let (which, now) = (which(path.into_inner()), web.now());
    let (me, talk) = web.read(Gate::SignedIn, move |r, me| actions::talk(r, me, which, now)).await?;
    web.page(&me, &TalkPage::new(&talk, &web.reader(&me), None))
}

/// `POST /learn/{enrolment}/cases/{activity}/discussion/remarks`.
pub async fn say(web: Web, path: Path<At>, form: Form) -> Reply {
    let (which, now) = (which(path.into_inner()), web.now());
    let (number, text) = (number(&form), form.raw("remark").to_owned());
    let to = paths::case_talk(which.enrolment, which.activity);
    let job = move |w: &mut _, me: &_, now| actions::say(w, me, which, (number, &text), now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) => web.see_other(to, Flash::good("shown-flash-said")),
        Err(Failure::Repeated) => web.redirect(to),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, talk) = web.read(Gate::SignedIn, move |r, me| actions::talk(r, me, which, now)).await?;
            let typed = Typed { form: &form, problem: &problem };
            web.invalid(Some(&me), &TalkPage::new(&talk, &web.reader(&me), Some(typed)))
        }
    }
}

/// `GET /learn/{enrolment}/cases/{activity}/examples`.
pub async fn examples(web: Web, path: Path<At>) -> Reply {
    let (which, now) = (which(path.into_inner()), web.now());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::examples(r, me, which, now)).await?;
    web.page(&me, &ExamplesPage::new(&found, &web.reader(&me)))
}

/// `GET /learn/{enrolment}/cases/{activity}/consent`.
pub async fn consent(web: Web, path: Path<At>) -> Reply {
    let which = which(path.into_inner());
    let (me, found) = web.read(Gate::SignedIn, move |r, me| actions::asked(r, me, which)).await?;
    web.page(&me, &ConsentPage::new(&found, &web.reader(&me)))
}

/// `POST /learn/{enrolment}/cases/{activity}/consent`; only the word of the button that agrees agrees.
pub async fn answer(web: Web, path: Path<At>, form: Form) -> Reply {
    let (which, agrees) = (which(path.into_inner()), form.raw("verdict") == "agree");
    let example = example(&form);
    let to = paths::case_consent(which.enrolment, which.activity);
    let job = move |w: &mut _, me: &_, now| actions::answer_question(w, me, which, (example, agrees), now);
    match web.write(Gate::SignedIn, &form, job).await {
        Ok(_) if agrees => web.see_other(to, Flash::good("shown-flash-agreed")),
        Ok(_) => web.see_other(to, Flash::good("shown-flash-refused")),
        Err(Failure::Repeated) => web.redirect(to),
        Err(failure) => Err(failure),
    }
}
