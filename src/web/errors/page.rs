//! A problem as a page: what happened, what was typed, where to go.

use super::{retry_after, status};
use crate::kernel::{Language, Problem, ProblemCode};
use crate::render::RenderError;
use crate::web::context::Web;
use crate::web::typed::{self, Again};
use crate::web::{Kit, guard, paths};
use actix_web::HttpResponse;
use actix_web::http::{Method, header};
use serde::Serialize;

pub(super) fn answer(web: &Web, problem: &Problem) -> HttpResponse {
    let again = typed::again(web, problem.code);
    let is_filled_in = again.as_ref().is_some_and(|again| again.goes_again() && again.is_filled_in());
    if problem.code == ProblemCode::SignInRequired && !is_filled_in {
        let back = if web.request().method() == Method::GET { web.path() } else { paths::HOME.into() };
        let to = paths::sign_in_and_back(&back);
        return HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish();
    }
    let ending = Ending {
        request_id: guard::request_id(web.request()),
        back: typed::came_from(web.request()).or_else(|| referer(web)),
        again,
    };
    let html = match page_html(&web.kit, web.stranger_language(), problem, &ending) {
        Ok(html) => html,
        Err(error) => {
            tracing::error!(%error, "the error page itself failed");
            format!("{}", status(problem))
        }
    };
    let mut response = HttpResponse::build(status(problem));
    retry_after(&mut response, problem);
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    // The token of the form on the page may be tied to a cookie that this very answer brings.
    if ending.again.is_some_and(|again| again.goes_again()) {
        for cookie in web.take_cookies() {
            response.cookie(cookie);
        }
    }
    response.content_type("text/html; charset=utf-8").body(html)
}

#[derive(Serialize)]
struct WayOut {
    url: &'static str,
    label_key: &'static str,
    new_tab: bool,
}

/// What a reader can do about it, beyond going back or home.
fn ways_out(code: ProblemCode) -> Vec<WayOut> {
    match code {
        ProblemCode::LinkExpired => vec![
            WayOut { url: paths::PASSWORD_RESET, label_key: "errors-way-new-link", new_tab: false },
            WayOut { url: paths::SIGN_IN, label_key: "errors-way-sign-in", new_tab: false },
        ],
        // The page itself stays, with what was typed.
        ProblemCode::SignInRequired => {
            vec![WayOut { url: paths::SIGN_IN, label_key: "errors-way-sign-in-tab", new_tab: true }]
        }
        _ => Vec::new(),
    }
}

/// The page of ours that the reader came from.
pub(in crate::web) fn referer(web: &Web) -> Option<String> {
    url::Url::parse(web.header(header::REFERER))
        .ok()
        .filter(|url| web.kit.settings.public_url.starts_with(&url.origin().ascii_serialization()))
        .map(|url| Web::safe_back(url.path()))
}

/// What the page of a problem knows about the request that failed.
#[derive(Debug, Default)]
pub struct Ending {
    /// The id of the request.
    pub request_id: String,
    /// The address the reader came from.
    pub back: Option<String>,
    /// The form that failed.
    pub again: Option<Again>,
}

/// The whole page of a problem.
///
/// # Errors
/// A template that does not fit.
pub fn page_html(
    kit: &Kit,
    language: Language,
    problem: &Problem,
    ending: &Ending,
) -> Result<String, RenderError> {
    let code = problem.code.as_str();
    let args: Vec<(&str, &str)> =
        problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let title = kit.words.text_with(language, &format!("problem-{code}"), &args);
    let again = ending.again.as_ref();
    let data = serde_json::json!({
        "lang": language.tag(), "title": title, "product": "Birge",
        "code_key": format!("problem-{code}"), "help_key": format!("problem-{code}-help"),
        "args": problem.args, "status": problem.code.status(),
        "request_id": ending.request_id,
        "retry": problem.code.status() >= 500 || problem.code.status() == 429,
        "home_url": paths::HOME, "back_url": ending.back, "ways_out": ways_out(problem.code),
        "no_index": true,
        "css_url": kit.assets.url("css/app.css"), "js_url": kit.assets.url("js/app.js"),
        "favicon_url": kit.assets.url("img/favicon.svg"),
        "faults": problem.faults, "again": again, "goes_again": again.is_some_and(Again::goes_again),
        "csrf": again.map_or("", Again::csrf), "form_id": again.map_or("", Again::form_id),
    });
    let mut outer = data.clone();
    let body = kit.templates.render("errors/error", data)?;
    if let serde_json::Value::Object(root) = &mut outer {
        root.insert("body".to_owned(), body.into());
    }
    kit.templates.render("layouts/plain", outer)
}
