//! A lesson: reading it, marking it read, keeping the place, the files in it.

use super::actions::{self, Opened, Which};
use super::views::{self, Lesson, Print};
use crate::kernel::{ActivityId, EnrolmentId, Fault, Gate, Permille, Problem};
use crate::programmes::store::MediaRow;
use crate::progress::views::course::address;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How a lesson is shown.
#[derive(Debug, Deserialize)]
pub struct Manner {
    print: Option<String>,
}

fn which(path: (i64, i64)) -> Which {
    Which { enrolment: EnrolmentId(path.0), activity: ActivityId(path.1) }
}

/// `GET /learn/{enrolment}/lessons/{activity}`, with `?print` for paper.
pub async fn show(web: Web, path: Path<(i64, i64)>, manner: Query<Manner>) -> Reply {
    let (which, now) = (which(path.into_inner()), web.now());
    let (me, opened) = web.read(Gate::SignedIn, move |r, me| actions::open(r, me, which, now)).await?;
    let reader = web.reader(&me);
    match opened {
        Opened::Lesson(lesson) => lesson_page(&web, &me, Lesson::new(&lesson, &reader), &manner),
        Opened::Locked { standing, fact } => web.page(&me, &views::Closed::locked(&standing, &fact, &reader)),
        Opened::Ahead { standing, fact } => web.page(&me, &views::Closed::ahead(&standing, &fact, &reader)),
    }
}

/// `GET /lessons/{activity}`: as a trainee will see it.
pub async fn preview(web: Web, path: Path<i64>, manner: Query<Manner>) -> Reply {
    let id = ActivityId(path.into_inner());
    let (me, lesson) = web.read(Gate::Trainer, move |r, me| actions::preview(r, me, id)).await?;
    lesson_page(&web, &me, Lesson::preview(&lesson, &web.reader(&me)), &manner)
}

fn lesson_page(web: &Web, me: &Me, lesson: Lesson, manner: &Manner) -> Reply {
    if manner.print.is_some() { web.page(me, &Print::from(lesson)) } else { web.page(me, &lesson) }
}

/// `POST /learn/{enrolment}/lessons/{activity}/reading`: then on to the next step.
pub async fn create_reading(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = which(path.into_inner());
    let course = paths::course(which.enrolment);
    let job = move |w: &mut _, me: &_, now| actions::mark_read(w, me, which, now);
    let next = match web.write(Gate::SignedIn, &form, job).await {
        Ok((_, marked)) => marked.next,
        Err(Failure::Repeated) => return web.redirect(course),
        Err(other) => return Err(other),
    };
    match next {
        Some(next) => web.see_other(address(which.enrolment, &next), Flash::good("lessons-flash-read")),
        None => web.see_other(course, Flash::good("lessons-flash-read-all")),
    }
}

/// `POST /learn/{enrolment}/lessons/{activity}/place`, sent by a script while somebody reads.
pub async fn keep_place(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let which = which(path.into_inner());
    let place = place_of(form.text("permille").parse().ok())?;
    let job = move |w: &mut _, me: &_, now| actions::keep_place(w, me, which, place, now);
    web.write(Gate::SignedIn, &form, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A place within the text.
pub(super) fn place_of(permille: Option<i32>) -> Result<Permille, Problem> {
    let fault = || Fault::new("permille", "out-of-range").with("low", 0).with("high", 1000);
    let place = permille.filter(|permille| (0..=1000).contains(permille));
    place.map(Permille).ok_or_else(|| Problem::invalid(vec![fault()]))
}

/// `GET /learn/{enrolment}/media/{path}`.
pub async fn media(web: Web, path: Path<(i64, String)>) -> Reply {
    let ((enrolment, path), now) = (path.into_inner(), web.now());
    let job = move |r: &mut _, me: &_| actions::media(r, me, EnrolmentId(enrolment), &path, now);
    let (_, media) = web.read(Gate::SignedIn, job).await?;
    file(&web, media).await
}

/// `GET /lessons/{activity}/media/{path}`.
pub async fn preview_media(web: Web, path: Path<(i64, String)>) -> Reply {
    let (activity, path) = path.into_inner();
    let job = move |r: &mut _, _: &_| actions::preview_media(r, ActivityId(activity), &path);
    let (_, media) = web.read(Gate::Trainer, job).await?;
    file(&web, media).await
}

/// The bytes of a file: pictures, sound and video show in the page, everything else is saved. A version never
/// changes, so its files may be kept.
pub(super) async fn file(web: &Web, media: MediaRow) -> Reply {
    let bytes = web.kit.files.get(&media.storage_key).await?;
    let shows = ["image/", "audio/", "video/"].iter().any(|kind| media.media_type.starts_with(kind));
    let name = media.path.rsplit('/').next().unwrap_or("file").to_owned();
    let disposition = if shows { "inline".to_owned() } else { format!("attachment; filename=\"{name}\"") };
    Ok(HttpResponse::Ok()
        .content_type(media.media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .insert_header((header::CACHE_CONTROL, "private, max-age=604800, immutable"))
        .body(bytes))
}
