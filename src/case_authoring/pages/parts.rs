//! Parts of a working copy as forms: each is read, changed and written back into the whole text.

use super::texts::told;
use super::{GATE, language, open, revision, text};
use crate::case_authoring::actions::{self, Saving};
use crate::case_authoring::rules::{Command, Outline, Part, skeleton};
use crate::case_authoring::store::TextRow;
use crate::case_authoring::views::{PartPage, TypedPart};
use crate::kernel::{CaseCopyId, Fault, Language, Problem, ProblemCode};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// Which part of which text.
#[derive(Debug, Clone, Copy)]
struct Which {
    copy: CaseCopyId,
    language: Language,
    part: usize,
}

impl Which {
    fn of((copy, tag, part): (i64, String, usize)) -> Result<Which, Problem> {
        Ok(Which { copy: CaseCopyId(copy), language: language(&tag)?, part })
    }

    fn section(self) -> Option<usize> {
        self.part.checked_sub(1)
    }

    fn address(self, part: usize) -> String {
        paths::case_copy_part(self.copy, self.language.tag(), part)
    }
}

/// `GET /case-copies/{copy}/texts/{language}/parts/{part}`.
pub async fn show(web: Web, path: Path<(i64, String, usize)>) -> Reply {
    page(&web, Which::of(path.into_inner())?, None).await
}

async fn page(web: &Web, which: Which, typed: Option<TypedPart>) -> Reply {
    let (me, open) = open(web, which.copy).await?;
    let text = text(&open, which.language)?;
    let (reader, say) = (web.reader(&me), web.say(&me));
    let page = PartPage::new((&open, text), which.section(), typed.as_ref(), (&reader, &say));
    let page = page.ok_or_else(Problem::not_found)?;
    match typed {
        None => web.page(&me, &page),
        Some(typed) if typed.faults.is_empty() => web.conflict(&me, &page),
        Some(_) => web.invalid(Some(&me), &page),
    }
}

/// `POST /case-copies/{copy}/texts/{language}/parts/{part}`: every button saves what is typed; with a field `script`
/// the answer is JSON.
pub async fn update(web: Web, path: Path<(i64, String, usize)>, form: Form) -> Reply {
    let which = Which::of(path.into_inner())?;
    let (_, open) = open(&web, which.copy).await?;
    let stored = text(&open, which.language)?.clone();
    let part = typed(&form).ok_or_else(|| Problem::new(ProblemCode::BadRequest))?;
    let faults = numbers(&part, &form);
    let script = form.ticked("script");
    if !faults.is_empty() {
        let problem = Problem::invalid(faults.clone());
        return if script {
            Ok(crate::web::scripts::quiet(&problem))
        } else {
            page(&web, which, Some(TypedPart { part, faults })).await
        };
    }
    let (body, to) = changed(&stored, which, &part, form.raw("do"));
    let done = save(&web, which, &form, body).await;
    if script {
        return told(&web, (which.copy, which.language), done).await;
    }
    match done {
        Ok(_) => web.see_other(to, Flash::good("authoring-flash-saved")),
        Err(Failure::Repeated) => web.redirect(which.address(which.part)),
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::Conflict => {
            page(&web, which, Some(TypedPart { part, faults: Vec::new() })).await
        }
        Err(other) => Err(other),
    }
}

async fn save(web: &Web, which: Which, form: &Form, body: String) -> Result<i32, Failure> {
    let (language, revision) = (which.language, revision(form));
    let job = move |w: &mut _, me: &_, now| {
        actions::put(w, me, which.copy, Saving { language, body: &body, revision }, now)
    };
    web.write(GATE, form, job).await.map(|(_, revision)| revision)
}

fn typed(form: &Form) -> Option<Part> {
    Part::typed(form.raw("kind"), &|name| form.raw(name).to_owned(), &|name| form.ticked(name))
}

/// Numbers that are none would make the settings unreadable, so they do not come into the text.
fn numbers(part: &Part, form: &Form) -> Vec<Fault> {
    let Part::Settings(settings) = part else { return Vec::new() };
    let mut errors = FormErrors::new();
    let fields = [
        ("pass_points", &settings.pass_points, 10_000),
        ("submissions", &settings.submissions, 100),
        ("max_files", &settings.max_files, 20),
        ("due_days", &settings.due_days, 3650),
    ];
    for (name, typed, high) in fields {
        if !typed.is_empty() {
            errors.number(form, name, i32::from(name != "max_files" && name != "due_days"), high);
        }
    }
    errors.into_result(()).err().map(|problem| problem.faults).unwrap_or_default()
}

/// The whole text with the part written back and the button's wish fulfilled, and where to go then.
fn changed(stored: &TextRow, which: Which, part: &Part, wish: &str) -> (String, String) {
    let mut outline = Outline::of(&stored.body);
    let mut part = part.clone();
    let command = Command::parse(wish);
    if let Some(command) = &command {
        part.apply(command);
    }
    part.write(&mut outline, which.section());
    let mut to = which.address(which.part);
    if let Some(section) = which.section() {
        match wish {
            "remove-section" => {
                outline.remove(section);
                to = paths::case_copy_in(which.copy, which.language.tag());
            }
            "up-section" | "down-section" => {
                to = which.address(outline.shift(section, wish == "up-section") + 1);
            }
            _ => {}
        }
    }
    match wish {
        "next" => to = which.address((which.part + 1).min(outline.sections.len())),
        "back" => to = paths::case_copy_in(which.copy, which.language.tag()),
        _ => {}
    }
    if let Some(command) = command.filter(|command| command.list != "section") {
        to = format!("{to}#{}s", command.list);
    }
    (outline.text(), to)
}

/// `POST /case-copies/{copy}/texts/{language}/parts`: a step, an end, or a section that the case does not have yet.
pub async fn create(web: Web, path: Path<(i64, String)>, form: Form) -> Reply {
    let (copy, tag) = path.into_inner();
    let which = Which::of((copy, tag, 0))?;
    let (_, open) = open(&web, which.copy).await?;
    let stored = text(&open, which.language)?;
    let mut outline = Outline::of(&stored.body);
    let sort = form.text("sort");
    let section = match sort.as_str() {
        "step" => {
            let steps = outline.sections.iter().filter(|section| section.sort().kind() == "step").count();
            Some(skeleton::new_step(which.language, &outline.free_key("step"), steps + 1))
        }
        "end" => Some(skeleton::end(which.language, &outline.free_key("end"))),
        key => skeleton::plain(which.language, key),
    };
    let section = section.ok_or_else(|| Problem::new(ProblemCode::BadRequest))?;
    let behind = form.text("behind").parse().ok();
    let place = outline.insert(section, behind);
    match save(&web, which, &form, outline.text()).await {
        Ok(_) => web.see_other(which.address(place + 1), Flash::good("authoring-flash-added")),
        Err(Failure::Repeated) => web.redirect(paths::case_copy_in(which.copy, which.language.tag())),
        Err(other) => Err(other),
    }
}
