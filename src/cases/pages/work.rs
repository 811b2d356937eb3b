//! A trainee's case: reading it, keeping the draft, handing in.

use super::uploads::Uploads;
use crate::cases::actions::{self, DraftInput, HandedIn, Kept, Opened, Present, Which};
use crate::cases::views::{CasePage, Closed, Typed};
use crate::kernel::{ActivityId, EnrolmentId, Gate, ProblemCode, StoredFileId, dates};
use crate::web::scripts::{quiet, said};
use crate::web::{Failure, Flash, Form, Me, Reply, UploadForm, Web, paths};
use actix_web::web::Path;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn which(path: (i64, i64)) -> Which {
    Which { enrolment: EnrolmentId(path.0), activity: ActivityId(path.1) }
}

fn address(which: Which) -> String {
    paths::case(which.enrolment, which.activity)
}

/// `GET /learn/{enrolment}/cases/{activity}`.
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    page(&web, which(path.into_inner()), &Typed::default(), None).await
}

/// `POST /learn/{enrolment}/cases/{activity}/draft`; with a field `script` the answer is JSON.
pub async fn save_draft(web: Web, path: Path<(i64, i64)>, sent: UploadForm) -> Reply {
    let which = which(path.into_inner());
    if sent.form.ticked("script") {
        return save_quietly(&web, which, &sent.form).await;
    }
    let uploads = match laid_away(&web, which, &sent).await {
        Ok(uploads) => uploads,
        Err(failure) => return refused(&web, which, &sent.form, failure).await,
    };
    let input = input(which, &sent.form, &uploads);
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, &input, now);
    match web.write(Gate::SignedIn, &sent.form, job).await {
        Ok((_, Kept::Stale(theirs))) => again(&web, which, stale(&sent.form, theirs), uploads).await,
        Ok((_, Kept::Saved(saved))) if saved.faults.is_empty() && uploads.faults.is_empty() => {
            web.see_other(address(which), Flash::good("cases-flash-saved"))
        }
        Ok((_, Kept::Saved(saved))) => {
            let present = present(&sent.form);
            again(&web, which, Typed { faults: saved.faults, present, ..Typed::default() }, uploads).await
        }
        Err(failure) => refused(&web, which, &sent.form, failure).await,
    }
}

/// `POST /learn/{enrolment}/cases/{activity}/submissions`.
pub async fn hand_in(web: Web, path: Path<(i64, i64)>, sent: UploadForm) -> Reply {
    let which = which(path.into_inner());
    let uploads = match laid_away(&web, which, &sent).await {
        Ok(uploads) => uploads,
        Err(failure) => return refused(&web, which, &sent.form, failure).await,
    };
    let (input, complete) = (input(which, &sent.form, &uploads), uploads.faults.is_empty());
    let job = move |w: &mut _, me: &_, now| actions::hand_in(w, me, &input, complete, now);
    match web.write(Gate::SignedIn, &sent.form, job).await {
        Ok((_, HandedIn::Received(row))) => {
            web.see_other(address(which), Flash::good("cases-flash-handed-in").with("number", row.version))
        }
        Ok((_, HandedIn::NotYet(_, faults))) => {
            let present = present(&sent.form);
            again(&web, which, Typed { faults, present, ..Typed::default() }, uploads).await
        }
        Ok((_, HandedIn::Stale(theirs))) => again(&web, which, stale(&sent.form, theirs), uploads).await,
        Err(failure) => refused(&web, which, &sent.form, failure).await,
    }
}

/// Lays the files of a form away. Who may not work on the case has nothing laid away.
async fn laid_away(web: &Web, which: Which, sent: &UploadForm) -> Result<Uploads, Failure> {
    if sent.form.files_under("files").next().is_some() {
        let now = web.now();
        web.read(Gate::SignedIn, move |r, me| actions::require_workable(r, me, which, now)).await?;
    }
    Ok(Uploads::of(web, sent).await)
}

fn typed_text(form: &Form) -> String {
    crate::cases::rules::lines(form.raw("text"))
}

/// Both texts on one page: the typed one in the field, the saved one beside it.
fn stale(form: &Form, theirs: actions::Draft) -> Typed {
    let present = present(form);
    Typed { text: Some(typed_text(form)), theirs: Some(theirs), present, ..Typed::default() }
}

/// How the writer judges the work; nothing where the form does not say.
fn own(form: &Form) -> Option<BTreeMap<String, u32>> {
    let chosen =
        form.under("own.").filter_map(|(key, text)| Some((key.to_owned(), text.trim().parse().ok()?)));
    Some(chosen.collect::<BTreeMap<_, _>>()).filter(|chosen| !chosen.is_empty())
}

fn input(which: Which, form: &Form, uploads: &Uploads) -> DraftInput {
    let removed = form.all("remove").iter().filter_map(|id| id.parse().ok());
    DraftInput {
        which,
        text: form.raw("text").to_owned(),
        revision: form.text("revision").parse().unwrap_or(0),
        remove: removed.map(StoredFileId).collect(),
        files: uploads.files.clone(),
        links: form.under("links.").map(|(part, link)| (part.to_owned(), link.to_owned())).collect(),
        present: present(form),
        own: own(form),
        own_rubric: form.text("own_rubric").parse().ok(),
    }
}

/// Who of the team was present, as far as it was said.
fn present(form: &Form) -> Present {
    let said = |(id, word): (&str, &str)| {
        let present = match word {
            "yes" => true,
            "no" => false,
            _ => return None,
        };
        Some((id.parse().ok()?, present))
    };
    form.under("present.").filter_map(said).collect()
}

/// The page with what has to be mended; its status says what was refused.
async fn again(web: &Web, which: Which, mut typed: Typed, uploads: Uploads) -> Reply {
    let conflict = typed.theirs.is_some().then_some(ProblemCode::Conflict);
    let code = conflict.or(uploads.code).unwrap_or(ProblemCode::Invalid);
    typed.faults.extend(uploads.faults);
    page(web, which, &typed, Some(code)).await
}

/// The page after nothing was done: why, and what was typed.
async fn refused(web: &Web, which: Which, form: &Form, failure: Failure) -> Reply {
    const SHOWN: [ProblemCode; 7] = [
        ProblemCode::Invalid,
        ProblemCode::EditionClosed,
        ProblemCode::NoAttemptsLeft,
        ProblemCode::WorkWaiting,
        ProblemCode::StepsFirst,
        ProblemCode::WorkTooLate,
        ProblemCode::TeamMissing,
    ];
    match failure {
        Failure::Repeated => web.redirect(address(which)),
        Failure::Problem(problem) if SHOWN.contains(&problem.code) => {
            let refused = Typed::refused(typed_text(form), own(form), &problem);
            let typed = Typed { present: present(form), ..refused };
            page(web, which, &typed, Some(problem.code)).await
        }
        other => Err(other),
    }
}

pub(super) async fn page(web: &Web, which: Which, typed: &Typed, code: Option<ProblemCode>) -> Reply {
    let now = web.now();
    let (me, opened) = web.read(Gate::SignedIn, move |r, me| actions::open(r, me, which, now)).await?;
    let reader = web.reader(&me);
    match opened {
        Opened::Case(case) => {
            let say = web.say(&me);
            let view = CasePage::new(&case, (&reader, &say), typed, web.kit.settings.max_upload)?;
            match code {
                Some(code) => web.refused(&me, code, &view),
                None => web.page(&me, &view),
            }
        }
        Opened::Locked(standing, fact) => web.page(&me, &Closed::locked(&standing, &fact, &reader)),
        Opened::Ahead(standing, fact) => web.page(&me, &Closed::ahead(&standing, &fact, &reader)),
    }
}

/// What the page's script is told: the new revision, or what another device has saved.
async fn save_quietly(web: &Web, which: Which, form: &Form) -> Reply {
    let input = input(which, form, &Uploads::default());
    let job = move |w: &mut _, me: &_, now| actions::save_draft(w, me, &input, now);
    match web.write(Gate::SignedIn, form, job).await {
        Ok((me, Kept::Saved(saved))) => Ok(said(200, &draft(web, &me, &saved.draft))),
        Ok((me, Kept::Stale(theirs))) => Ok(said(ProblemCode::Conflict.status(), &draft(web, &me, &theirs))),
        Err(Failure::Problem(problem)) if problem.code != ProblemCode::Internal => Ok(quiet(&problem)),
        Err(other) => Err(other),
    }
}

fn draft(web: &Web, me: &Me, draft: &actions::Draft) -> Value {
    let at = draft.row.saved_at.local(web.reader(me).zone).time();
    json!({ "revision": draft.row.revision, "saved_at": dates::time(at), "text": draft.row.text })
}
