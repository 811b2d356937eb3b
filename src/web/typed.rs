//! What was typed into a form that failed: it stands on the error page and goes from there once more, so that
//! nobody has to type it again. Secrets never come back onto a page, and files cannot.

use super::context::Web;
use super::forms::Upload;
use crate::kernel::ProblemCode;
use actix_web::http::{Method, header};
use actix_web::{HttpMessage, HttpRequest};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most that is shown again, in bytes of names and values together.
const MOST: usize = 200 * 1024;

/// From so many characters on a value is a text that somebody may want to copy.
const LONG: usize = 60;

/// The field that remembers from which page a form went first.
const CAME_FROM: &str = "came_from";

/// Fields whose values are asked for anew, with the label of the question.
const SECRETS: &[(&str, &str)] =
    &[("password", "errors-typed-password"), ("old", "errors-typed-password-old")];

/// Whether the value of a field is a secret that no page shows.
pub fn is_secret(name: &str) -> bool {
    SECRETS.iter().any(|(secret, _)| *secret == name)
}

/// The values of a form by name, shared with the request they came with.
pub(super) type Fields = Arc<BTreeMap<String, Vec<String>>>;

/// What a request has left of its form for the error page.
#[derive(Clone)]
struct Left {
    fields: Fields,
    files: Vec<(String, Vec<String>)>,
    multipart: bool,
}

/// Keeps what was typed until the request is answered; of files only their names.
pub(super) fn leave(request: &HttpRequest, fields: &Fields, files: &BTreeMap<String, Vec<Upload>>) {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let multipart = kind.is_some_and(|kind| kind.starts_with("multipart/"));
    let names = |uploads: &[Upload]| uploads.iter().map(|upload| upload.name.clone()).collect();
    let files = files.iter().map(|(field, uploads)| (field.clone(), names(uploads))).collect();
    request.extensions_mut().insert(Left { fields: Arc::clone(fields), files, multipart });
}

/// A field that goes along unseen.
#[derive(Debug, Clone, Serialize)]
struct Hidden {
    name: String,
    value: String,
}

/// A text that can be read and copied.
#[derive(Debug, Clone, Serialize)]
struct Text {
    number: usize,
    name: String,
    value: String,
}

/// A secret to be typed again.
#[derive(Debug, Clone, Serialize)]
struct Secret {
    name: String,
    label_key: &'static str,
}

/// Files to be chosen again.
#[derive(Debug, Clone, Serialize)]
struct Files {
    name: String,
    names: String,
    multiple: bool,
}

/// A form that failed, as its error page shows it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Again {
    /// Where it goes once more: the address it was sent to. Without it the texts can only be copied.
    url: Option<String>,
    csrf: String,
    form_id: String,
    multipart: bool,
    hidden: Vec<Hidden>,
    texts: Vec<Text>,
    secrets: Vec<Secret>,
    files: Vec<Files>,
    most_bytes: usize,
    most_megabytes: usize,
    /// Whether its sender has to sign in first.
    signed_out: bool,
}

impl Again {
    /// Whether the page has a form.
    pub fn goes_again(&self) -> bool {
        self.url.is_some()
    }

    /// Whether somebody filled it in, so that leaving its page would be a loss: a button alone is none.
    pub fn is_filled_in(&self) -> bool {
        let filled = |one: &&Hidden| one.name != CAME_FROM && !one.value.is_empty();
        !self.texts.is_empty() || self.hidden.iter().filter(filled).count() > 2
    }

    /// The browser's token.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The id of the form as it was: what did its work the first time does not do it a second time.
    pub fn form_id(&self) -> &str {
        &self.form_id
    }

    /// A form with everything there is, for the test that looks at error pages.
    pub fn sample() -> Again {
        let text = |number| Text {
            number,
            name: "summary".into(),
            value: "Мы обошли три двора и поговорили с жителями. ".repeat(6),
        };
        Again {
            url: Some("/organisations".into()),
            multipart: true,
            hidden: vec![Hidden { name: "name".into(), value: "Дом \"культуры\"".into() }],
            texts: vec![text(1), text(2)],
            secrets: vec![Secret { name: "password".into(), label_key: "errors-typed-password" }],
            files: vec![Files {
                name: "files".into(), names: "план.pdf, смета.xlsx".into(), multiple: true
            }],
            most_bytes: 25 * 1024 * 1024,
            most_megabytes: 25,
            ..Again::default()
        }
    }

    fn gather(&mut self, left: &Left) {
        for (name, values) in left.fields.iter().filter(|(name, _)| !is_ours(name)) {
            let secret = SECRETS.iter().find(|(secret, _)| secret == name);
            if let Some(&(_, label_key)) = secret.filter(|_| values.iter().any(|value| !value.is_empty())) {
                self.secrets.push(Secret { name: name.clone(), label_key });
            } else if values.iter().any(|value| is_long(value)) {
                for value in values {
                    let number = self.texts.len() + 1;
                    self.texts.push(Text { number, name: name.clone(), value: value.clone() });
                }
            } else {
                let one = |value: &String| Hidden { name: name.clone(), value: value.clone() };
                self.hidden.extend(values.iter().map(one));
            }
        }
        self.files = left
            .files
            .iter()
            .map(|(name, names)| Files {
                name: name.clone(),
                names: names.join(", "),
                multiple: names.len() > 1,
            })
            .collect();
    }
}

fn is_ours(name: &str) -> bool {
    matches!(name, "csrf" | "form_id" | CAME_FROM)
}

fn is_long(value: &str) -> bool {
    value.contains('\n') || value.chars().nth(LONG).is_some()
}

/// The failed form of a request; `None` when there was none, nothing can be done with it, or it is too large.
pub(super) fn again(web: &Web, code: ProblemCode) -> Option<Again> {
    let request = web.request();
    let left = request.extensions().get::<Left>().cloned()?;
    let size = |(name, values): (&String, &Vec<String>)| {
        values.iter().map(|value| name.len() + value.len()).sum::<usize>()
    };
    if request.method() != Method::POST || left.fields.iter().map(size).sum::<usize>() > MOST {
        return None;
    }
    // The very address of this request and no other; what could be read as another site's is none.
    let url = Some(web.path()).filter(|path| may_go_again(web, code) && Web::safe_back(path) == *path);
    let first = |name: &str| left.fields.get(name).and_then(|values| values.first()).cloned();
    let mut again = Again {
        csrf: web.csrf(),
        form_id: first("form_id").unwrap_or_default(),
        multipart: left.multipart,
        most_bytes: web.kit.settings.max_upload,
        most_megabytes: web.kit.settings.max_upload / (1024 * 1024),
        signed_out: code == ProblemCode::SignInRequired,
        url,
        ..Again::default()
    };
    again.gather(&left);
    if again.goes_again() {
        let value = came_from(request).or_else(|| super::errors::referer(web)).unwrap_or_default();
        again.hidden.push(Hidden { name: CAME_FROM.to_owned(), value });
    }
    (again.goes_again() || !again.texts.is_empty()).then_some(again)
}

/// Whether the same form may succeed later. A form without its token gets a new one only where the browser itself
/// says that it comes from a page of ours: nobody else's form is ever completed for them.
fn may_go_again(web: &Web, code: ProblemCode) -> bool {
    let headers = web.request().headers();
    let vouched = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin")
        || headers.contains_key(header::ORIGIN);
    match code {
        ProblemCode::Internal | ProblemCode::StorageFull | ProblemCode::Busy => true,
        ProblemCode::TooManyRequests | ProblemCode::TooLarge => true,
        // A script knows by itself what to do; only a person is shown a page.
        ProblemCode::SignInRequired => headers.get("sec-fetch-mode").is_none_or(|mode| mode == "navigate"),
        ProblemCode::FormForged => vouched,
        _ => false,
    }
}

/// The page from which a form went first, when it went from an error page meanwhile.
pub(super) fn came_from(request: &HttpRequest) -> Option<String> {
    let extensions = request.extensions();
    let path = extensions.get::<Left>()?.fields.get(CAME_FROM)?.first()?;
    (!path.is_empty() && Web::safe_back(path) == *path).then(|| path.clone())
}
