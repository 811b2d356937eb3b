//! What others may read of a case.

use crate::case_authoring::pages::desks::typed;
use crate::case_authoring::views::NewCasePage;
use crate::case_library::views::Typed;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Gate, Language, Problem, SiteCaseId};
use crate::programmes::store::VersionRow;
use crate::site_cases::actions::{self, Found};
use crate::site_cases::rules::Copy;
use crate::site_cases::views::CopyPage;
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::Path;

/// `GET /site-cases/{case}/copy`.
pub async fn edit(web: Web, path: Path<SiteCaseId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = web.read(Gate::SignedIn, move |r, me| prepared(r, me, id)).await?;
    web.page(&me, &CopyPage::new((&found.0, &found.1), &web.reader(&me), None))
}

fn prepared(r: &mut Read, me: &Actor, id: SiteCaseId) -> Result<(Found, Vec<VersionRow>), Problem> {
    let found = actions::prepared(r, me, id)?;
    let courses = actions::courses(r, me, &found)?;
    Ok((found, courses))
}

/// `POST /site-cases/{case}/copy`.
pub async fn update(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let part = |name: &str| form.raw(name).to_owned();
    let copy = Copy {
        title: part("title"),
        situation: part("situation"),
        task: part("task"),
        outcome: part("outcome"),
    };
    let job = move |w: &mut _, me: &_, now| actions::write_copy(w, me, id, &copy, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-copy").await
}

/// `POST /site-cases/{case}/consent-request`.
pub async fn ask(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::ask(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-asked").await
}

/// `POST /site-cases/{case}/opening`.
pub async fn open(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::open(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-opened").await
}

/// `POST /site-cases/{case}/opening/removal`.
pub async fn shut(web: Web, path: Path<SiteCaseId>, form: Form) -> Reply {
    let id = path.into_inner();
    let job = move |w: &mut _, me: &_, now| actions::shut(w, me, id, now);
    let done = web.write(Gate::SignedIn, &form, job).await.map(|_| ());
    answered(&web, id, &form, done, "site-flash-shut").await
}

/// `GET /site-cases/{case}/course-case/{language}`: a file, and who took it is written down. Where it would name
/// somebody by now, back to the page on which that is mended.
pub async fn course_case(web: Web, path: Path<(SiteCaseId, String)>) -> Reply {
    let (id, tag) = path.into_inner();
    let language = Language::from_tag(&tag).ok_or_else(Problem::not_found)?;
    let (me, _) = web.read(Gate::SignedIn, move |r, me| actions::prepared(r, me, id)).await?;
    let now = web.now();
    let job = move |w: &mut _| actions::course_case(w, &me.actor, id, language, now);
    match web.kit.db.write(job).await {
        Ok((name, text)) => Ok(attachment(&name, "text/markdown; charset=utf-8", text.into_bytes())),
        Err(problem) => named_by_now(&web, id, problem),
    }
}

/// Back to the page on which a text is mended that names somebody by now.
fn named_by_now(web: &Web, id: SiteCaseId, problem: Problem) -> Reply {
    let problem = Failure::from(problem).about_the_form()?;
    let fault = problem.faults.into_iter().next().ok_or_else(|| Problem::new(problem.code))?;
    let flash = Flash { args: fault.args, ..Flash::stop(&format!("fault-{}", fault.code)) };
    web.see_other(paths::site_case_copy(id), flash)
}

/// Which text becomes a case, of which programme, with headings in which language.
type Becoming = Path<(SiteCaseId, String, String)>;

fn becoming(path: Becoming) -> Result<(SiteCaseId, String, Language), Problem> {
    let (id, slug, tag) = path.into_inner();
    Ok((id, slug, Language::from_tag(&tag).ok_or_else(Problem::not_found)?))
}

/// `GET /site-cases/{case}/course-cases/{slug}/{language}`: where the text shall stand in a programme.
pub async fn place(web: Web, path: Becoming) -> Reply {
    let (id, slug, language) = becoming(path)?;
    let wanted = slug.clone();
    let read = move |r: &mut Read, me: &Actor| actions::course_place(r, me, (id, &wanted));
    let (me, (text, desk)) = match web.read(Gate::Administrator, read).await {
        Ok(found) => found,
        Err(Failure::Problem(problem)) => return named_by_now(&web, id, *problem),
        Err(other) => return Err(other),
    };
    let title = format!("title-{}", language.tag());
    let usual: [(&str, &str); 4] =
        [("hours", "2"), ("nature", "practice"), ("mode", "distance"), (&title, &text.title)];
    let (form, none) = (Form::of(&usual), Problem::invalid(Vec::new()));
    let page = NewCasePage::new(&desk, Some((&form, &none)), (&web.reader(&me), &web.say(&me)));
    web.page(
        &me,
        &page.for_text(paths::site_case_course(id, &slug, language.tag()), paths::site_case_copy(id)),
    )
}

/// `POST /site-cases/{case}/course-cases/{slug}/{language}`: a working copy that begins with the text.
pub async fn begin(web: Web, path: Becoming, form: Form) -> Reply {
    let (id, slug, language) = becoming(path)?;
    let done = match typed(&form) {
        Ok(asked) => {
            let slug = slug.clone();
            let job = move |w: &mut Write, me: &Actor, now| {
                actions::begin_course_case(w, me, (id, &slug), (&asked, language), now)
            };
            web.write(Gate::Administrator, &form, job).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((_, copy)) => web.see_other(paths::case_copy(copy), Flash::good("authoring-flash-new")),
        Err(Failure::Repeated) => web.redirect(paths::site_case_copy(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            mended(&web, (id, slug, language), &form, problem).await
        }
    }
}

/// What was typed, with what is wrong. Where the text itself names somebody by now, back to the page on which that is
/// mended; what is wrong with the programme or the language stands at the place that was chosen.
async fn mended(
    web: &Web,
    (id, slug, language): (SiteCaseId, String, Language),
    form: &Form,
    mut problem: Problem,
) -> Reply {
    let wanted = slug.clone();
    let read = move |r: &mut Read, me: &Actor| actions::course_place(r, me, (id, &wanted));
    let (me, (_, desk)) = match web.read(Gate::Administrator, read).await {
        Ok(found) => found,
        Err(Failure::Problem(problem)) => return named_by_now(web, id, *problem),
        Err(other) => return Err(other),
    };
    for fault in &mut problem.faults {
        if ["slug", "language"].contains(&fault.field.as_str()) {
            fault.field = "place".into();
        }
    }
    let say = web.say(&me);
    let page = NewCasePage::new(&desk, Some((form, &problem)), (&web.reader(&me), &say));
    let address = paths::site_case_course(id, &slug, language.tag());
    web.invalid(Some(&me), &page.for_text(address, paths::site_case_copy(id)))
}

async fn answered(web: &Web, id: SiteCaseId, form: &Form, done: Result<(), Failure>, key: &str) -> Reply {
    match done {
        Ok(()) => web.see_other(paths::site_case_copy(id), Flash::good(key)),
        Err(Failure::Repeated) => web.redirect(paths::site_case_copy(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, found) = web.read(Gate::SignedIn, move |r, me| prepared(r, me, id)).await?;
            let typed = Typed { form, problem: &problem };
            web.invalid(Some(&me), &CopyPage::new((&found.0, &found.1), &web.reader(&me), Some(typed)))
        }
    }
}
