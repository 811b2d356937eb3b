//! The pages of a webinar's lists.

use super::actions::{self, Applied, MAX_BYTES, NewList, Preview};
use super::rules::Verdict;
use super::rules::headers::{ChosenColumns, Columns};
use super::rules::outcome::{Choices, Decision};
use super::views::{ColumnsPage, PreviewPage, UploadPage, labels, reason};
use crate::attendance::pages::told;
use crate::db::{Read, Write};
use crate::files::store::NewRow;
use crate::kernel::{
    Actor, EnrolmentId, Fault, Gate, Moment, Problem, ProblemCode, SessionId, WebinarListId, Word as _,
    ZoneName,
};
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, attachment, paths};
use actix_web::web::{Bytes, Path, block};
use std::collections::{BTreeMap, BTreeSet};

/// The longest reason.
const LIMIT: usize = 500;

/// `GET /sessions/{session}/webinar-lists`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, shelf) = web.read(Gate::Trainer, move |r, me| actions::shelf(r, me, id, now)).await?;
    let most = most_bytes(&web);
    web.page(&me, &told(&web, &me, |telling| UploadPage::new(&shelf, None, most, telling)))
}

/// `POST /sessions/{session}/webinar-lists`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    // Before the file is unpacked: only whoever teaches here makes us work.
    let (me, shelf) = web.read(Gate::Trainer, move |r, me| actions::shelf(r, me, id, now)).await?;
    if let Some(code) = shelf.sheet.closed {
        return Err(Problem::new(code).into());
    }
    let done = match sent(&web, &form).await {
        Ok(new) => {
            web.write(Gate::Trainer, &form, move |w, me, now| actions::upload(w, me, id, &new, now)).await
        }
        Err(failure) => Err(failure),
    };
    match done {
        Ok((_, (list, true))) => web.redirect(paths::webinar_list(id, list)),
        Ok((_, (list, false))) => {
            web.see_other(paths::webinar_list(id, list), Flash::attention("webinars-flash-same-file"))
        }
        Err(Failure::Repeated) => web.redirect(paths::webinar_lists(id)),
        Err(failure) => {
            let (problem, most) = (failure.about_the_form()?, most_bytes(&web));
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &told(&web, &me, |telling| UploadPage::new(&shelf, typed, most, telling)))
        }
    }
}

/// `GET /sessions/{session}/webinar-lists/{webinar}`
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (me, preview) = load(&web, ids(path)).await?;
    web.page(&me, &told(&web, &me, |telling| PreviewPage::new(&preview, None, telling)))
}

/// `GET /sessions/{session}/webinar-lists/{webinar}/file`: the look is noted, so it is written.
pub async fn file(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (me, ()) = web.read(Gate::Trainer, |_, _| Ok(())).await?;
    let file = web.write_anyone(move |w, now| actions::file(w, &me.actor, which, now)).await?;
    let bytes = web.kit.files.get(&file.storage_key).await?;
    Ok(attachment(&file.file_name, &file.media_type, bytes))
}

/// `GET /sessions/{session}/webinar-lists/{webinar}/columns`
pub async fn columns(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (me, preview) = load(&web, ids(path)).await?;
    web.page(&me, &told(&web, &me, |telling| ColumnsPage::new(&preview, None, telling)))
}

/// `POST /sessions/{session}/webinar-lists/{webinar}/columns`
pub async fn choose(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let chosen = chosen(&form);
    let choose = move |w: &mut Write, me: &Actor, now: Moment| actions::choose(w, me, which, chosen, now);
    match web.write(Gate::Trainer, &form, choose).await {
        Ok(_) => web.see_other(paths::webinar_list(which.0, which.1), Flash::good("webinars-flash-columns")),
        Err(Failure::Repeated) => web.redirect(paths::webinar_list(which.0, which.1)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, preview) = load(&web, which).await?;
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &told(&web, &me, |telling| ColumnsPage::new(&preview, typed, telling)))
        }
    }
}

/// `POST /sessions/{session}/webinar-lists/{webinar}/clock`
pub async fn set_clock(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let done = match zone(form.raw("time_zone")) {
        Ok(zone) => {
            let set =
                move |w: &mut Write, me: &Actor, now: Moment| actions::set_clock(w, me, which, zone, now);
            web.write(Gate::Trainer, &form, set).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(()) => web.see_other(paths::webinar_list(which.0, which.1), Flash::good("webinars-flash-clock")),
        Err(Failure::Repeated) => web.redirect(paths::webinar_list(which.0, which.1)),
        Err(failure) => again(&web, which, &form, &failure.about_the_form()?).await,
    }
}

/// The zone of an IANA name.
pub(super) fn zone(name: &str) -> Result<ZoneName, Problem> {
    ZoneName::parse(name).ok_or_else(|| Problem::invalid(vec![Fault::new("time_zone", "choose-one")]))
}

/// `POST /sessions/{session}/webinar-lists/{webinar}/decisions`
pub async fn decide(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let (_, preview) = load(&web, which).await?;
    let outcome = match decided(&form, &preview) {
        Ok(decided) => {
            let decide =
                move |w: &mut Write, me: &Actor, now: Moment| actions::decide(w, me, which, &decided, now);
            web.write(Gate::Trainer, &form, decide).await.map(|_| ())
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(()) => web.see_other(paths::webinar_list(which.0, which.1), Flash::good("webinars-flash-decided")),
        Err(Failure::Repeated) => web.redirect(paths::webinar_list(which.0, which.1)),
        Err(failure) => again(&web, which, &form, &failure.about_the_form()?).await,
    }
}

/// `POST /sessions/{session}/webinar-lists/{webinar}/applications`
pub async fn apply(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let (me, preview) = load(&web, which).await?;
    // Where the sheet asks why, the trainer says so; else it is the list.
    let usual = told(&web, &me, |telling| reason(&preview.list.file_name, telling));
    let mut errors = FormErrors::new();
    let typed = errors.optional(&form, "correction_reason", LIMIT);
    let why = if preview.sheet.needs_reason { typed } else { Some(usual) };
    let outcome = match errors.into_result(choices(&form)) {
        Ok(choices) => {
            let apply = move |w: &mut Write, me: &Actor, now: Moment| {
                actions::apply(w, me, which, (&choices, why.as_deref()), now)
            };
            web.write(Gate::Trainer, &form, apply).await.map(|(_, applied)| applied)
        }
        Err(problem) => Err(problem.into()),
    };
    match outcome {
        Ok(applied) => web.see_other(paths::webinar_list(which.0, which.1), flash(applied)),
        Err(Failure::Repeated) => web.redirect(paths::webinar_list(which.0, which.1)),
        Err(failure) => again(&web, which, &form, &failure.about_the_form()?).await,
    }
}

/// `POST /sessions/{session}/webinar-lists/{webinar}/removal`
pub async fn remove(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = ids(path);
    let remove = move |w: &mut Write, me: &Actor, now: Moment| actions::remove(w, me, which, now);
    match web.write(Gate::Trainer, &form, remove).await {
        Ok(_) => web.see_other(paths::webinar_lists(which.0), Flash::good("webinars-flash-removed")),
        Err(Failure::Repeated) => web.redirect(paths::webinar_lists(which.0)),
        Err(failure) => Err(failure),
    }
}

fn flash(applied: Applied) -> Flash {
    let count = applied.first + applied.corrected;
    match (count, applied.stale) {
        (_, stale) if stale > 0 => {
            Flash::attention("webinars-flash-stale").with("count", count).with("stale", stale)
        }
        (0, _) => Flash::good("webinars-flash-same"),
        _ => Flash::good("webinars-flash-applied").with("count", count).with("kept", applied.kept),
    }
}

/// The list again with what was typed, and what is wrong with it.
async fn again(web: &Web, which: (SessionId, WebinarListId), form: &Form, problem: &Problem) -> Reply {
    let (me, preview) = load(web, which).await?;
    let typed = Some((form, problem));
    web.invalid(Some(&me), &told(web, &me, |telling| PreviewPage::new(&preview, typed, telling)))
}

async fn load(web: &Web, which: (SessionId, WebinarListId)) -> Result<(Me, Preview), Failure> {
    let now = web.now();
    web.read(Gate::Trainer, move |r: &mut Read, me: &Actor| actions::preview(r, me, which, now)).await
}

fn ids(path: Path<(i64, i64)>) -> (SessionId, WebinarListId) {
    let (session, list) = path.into_inner();
    (SessionId(session), WebinarListId(list))
}

/// The largest file, in bytes.
fn most_bytes(web: &Web) -> usize {
    MAX_BYTES.min(web.kit.settings.max_upload)
}

/// The file of a form, or the text that was put in its place.
async fn sent(web: &Web, form: &Form) -> Result<NewList, Failure> {
    let text = form.raw("text").trim();
    let (name, bytes) = match form.files("file").first() {
        Some(upload) => (upload.name.clone(), upload.bytes.clone()),
        None if !text.is_empty() => ("list.txt".to_owned(), Bytes::from(text.to_owned())),
        None => return Err(Problem::invalid(vec![Fault::new("file", "webinar-nothing")]).into()),
    };
    new_list(web, name, bytes).await
}

/// Reads a file off the threads that serve requests, and lays it away.
pub(super) async fn new_list(web: &Web, name: String, bytes: Bytes) -> Result<NewList, Failure> {
    let read = bytes.clone();
    let grid = block(move || actions::read_file(&read)).await;
    let grid = grid.map_err(|_| Problem::new(ProblemCode::Busy))??;
    let media_type = match grid.encoding {
        Some(_) => "text/csv",
        None => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let blob = web.kit.files.put(bytes.to_vec()).await?;
    Ok(NewList { file: NewRow { blob, media_type, name }, grid })
}

/// The columns as they were chosen, by their numbers from 1.
fn chosen(form: &Form) -> ChosenColumns {
    let place = |name: &str| form.text(name).parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let columns = Columns {
        name: place("name"),
        email: place("email"),
        join: place("join"),
        leave: place("leave"),
        duration: place("duration"),
        ..Columns::default()
    };
    ChosenColumns { columns, headless: form.ticked("headless") }
}

/// Who the people of a list are, as it was typed: a name that was typed counts for more than a choice.
fn decided(form: &Form, preview: &Preview) -> Result<Vec<(u32, Option<Decision>)>, Problem> {
    let labels = labels(&preview.sheet);
    let person = |who| Some(Decision { verdict: Verdict::Person, enrolment: Some(who) });
    let (mut errors, mut decided) = (FormErrors::new(), BTreeMap::new());
    for (line, choice) in form.under("who-") {
        let Ok(number) = line.parse::<u32>() else { continue };
        let other = form.text(&format!("other-{line}"));
        let decision = match (labels.get(&other), Verdict::parse(choice), choice.parse::<EnrolmentId>()) {
            (Some(who), ..) => person(*who),
            (None, ..) if !other.is_empty() => {
                errors.add(Fault::new(format!("other-{line}"), "webinar-who"));
                None
            }
            (None, Some(verdict), _) => Some(Decision { verdict, enrolment: None }),
            (None, None, Ok(who)) => person(who),
            (None, None, Err(_)) => None,
        };
        // Of whom nothing is said, now or before, nothing is written down.
        if decision.is_some() || preview.decisions.contains_key(&number) {
            decided.insert(number, decision);
        }
    }
    if let Some(verdict) = Verdict::parse(form.raw("bulk")).filter(|verdict| *verdict != Verdict::Person) {
        for one in &preview.sorted.unknown {
            let all = Decision { verdict, enrolment: None };
            decided.entry(one.attendee.line).or_insert(None).get_or_insert(all);
        }
    }
    errors.into_result(decided.into_iter().collect())
}

/// What of a list is wanted on the sheet, as it was ticked.
fn choices(form: &Form) -> Choices {
    let take: BTreeSet<EnrolmentId> = form.under("take-").filter_map(|(id, _)| id.parse().ok()).collect();
    let replace =
        form.under("replace-").filter_map(|(id, seen)| Some((id.parse().ok()?, seen.parse().ok()?)));
    Choices { take: Some(take), replace: replace.collect(), rest_absent: form.ticked("rest_absent") }
}
