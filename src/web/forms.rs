//! Forms: what was typed, kept as typed; faults by field; files by content.

use super::context::Web;
use super::errors::Failure;
use super::typed::{self, Fields};
use super::{guard, multipart};
use crate::files::{FileKind, sniff};
use crate::kernel::name::{looks_like_email, tidy};
use crate::kernel::{Fault, Problem, ProblemCode};
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file that was sent with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name it had, without folders.
    pub name: String,
    /// The content.
    pub bytes: Bytes,
}

impl Upload {
    /// What it is, by content.
    ///
    /// # Errors
    /// `FileKindRefused` naming the file.
    pub fn kind(&self) -> Result<(FileKind, &'static str), Problem> {
        sniff(&self.bytes).ok_or_else(|| Problem::new(ProblemCode::FileKindRefused).with("name", &self.name))
    }
}

/// What was typed into a form that came from one of our own pages.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Fields,
    files: BTreeMap<String, Vec<Upload>>,
}

impl Form {
    /// A form of given fields, for tests and for views' samples.
    pub fn of(fields: &[(&str, &str)]) -> Form {
        let mut form = Form::default();
        for (name, value) in fields {
            form.add(name, (*value).to_owned());
        }
        form
    }

    pub(super) fn add(&mut self, name: &str, value: String) {
        Arc::make_mut(&mut self.fields).entry(name.to_owned()).or_default().push(value);
    }

    pub(super) fn add_file(&mut self, name: &str, upload: Upload) {
        self.files.entry(name.to_owned()).or_default().push(upload);
    }

    /// A one-line field, tidied; empty when it is not there.
    pub fn text(&self, name: &str) -> String {
        tidy(self.raw(name))
    }

    /// A field exactly as it was typed.
    pub fn raw(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All values of a field: ticked boxes, several choices.
    pub fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// The fields whose names start with a prefix, as (rest of the name, value).
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.fields.iter().filter_map(move |(name, values)| {
            Some((name.strip_prefix(prefix)?, values.first().map_or("", String::as_str)))
        })
    }

    /// The files of a field; an empty file input counts as none.
    pub fn files(&self, name: &str) -> &[Upload] {
        self.files.get(name).map_or(&[], Vec::as_slice)
    }

    /// The files of the fields whose names start with a prefix, as (rest of the name, file).
    pub fn files_under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Upload)> {
        let fields =
            self.files.iter().filter_map(move |(name, files)| Some((name.strip_prefix(prefix)?, files)));
        fields.flat_map(|(rest, files)| files.iter().map(move |file| (rest, file)))
    }

    /// The id under which this form does its work once.
    pub fn id(&self) -> &str {
        self.raw("form_id")
    }
}

impl FromRequest for Form {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Form, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let web = Web::of(&request)?;
            guard::same_origin(&request, &web.kit.settings.public_url)?;
            let form = read(&request, payload, web.kit.settings.max_upload).await?;
            if web.csrf_fits(form.raw("csrf")) {
                Ok(form)
            } else {
                Err(Problem::new(ProblemCode::FormForged).into())
            }
        })
    }
}

/// A form whose files may be too large together: then the files are gone, and the rest is kept. Its page shows
/// the rest again.
#[derive(Debug, Clone, Default)]
pub struct UploadForm {
    /// What was typed, and the files that came whole.
    pub form: Form,
    /// Whether files were left out because there was too much of them.
    pub too_large: bool,
}

impl FromRequest for UploadForm {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<UploadForm, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let web = Web::of(&request)?;
            guard::same_origin(&request, &web.kit.settings.public_url)?;
            let limit = web.kit.settings.max_upload;
            // What is a little too large is read to its end, so that the rest of the form is not lost.
            refuse_announced(&request, limit, limit.saturating_mul(1 + multipart::PATIENCE))?;
            let sent = read_any(&request, payload, limit).await?;
            if web.csrf_fits(sent.form.raw("csrf")) {
                Ok(sent)
            } else {
                Err(Problem::new(ProblemCode::FormForged).into())
            }
        })
    }
}

async fn read(request: &HttpRequest, payload: Payload, limit: usize) -> Result<Form, Failure> {
    refuse_announced(request, limit, limit)?;
    let sent = read_any(request, payload, limit).await?;
    if sent.too_large { Err(too_large(limit).into()) } else { Ok(sent.form) }
}

/// Refuses before anything is read what says by itself that it is larger than so many bytes.
fn refuse_announced(request: &HttpRequest, limit: usize, most: usize) -> Result<(), Failure> {
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > most as u64) {
        return Err(too_large(limit).into());
    }
    Ok(())
}

async fn read_any(request: &HttpRequest, payload: Payload, limit: usize) -> Result<UploadForm, Failure> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        let sent = multipart::read(request, payload, limit).await?;
        typed::leave(request, &sent.form.fields, &sent.form.files);
        return Ok(sent);
    }
    let body = multipart::collect(payload, limit.min(2 * 1024 * 1024)).await?;
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&body).map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let mut form = Form::default();
    for (name, value) in pairs {
        form.add(&name, value);
    }
    typed::leave(request, &form.fields, &form.files);
    Ok(UploadForm { form, too_large: false })
}

/// The upload is larger than allowed.
pub(super) fn too_large(limit: usize) -> Problem {
    Problem::new(ProblemCode::TooLarge).with("megabytes", limit / (1024 * 1024))
}

/// Faults gathered while a form is read, all of them at once.
#[derive(Debug, Default)]
pub struct FormErrors {
    faults: Vec<Fault>,
}

impl FormErrors {
    /// No fault yet.
    pub fn new() -> FormErrors {
        FormErrors::default()
    }

    /// Adds a fault.
    pub fn add(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// A required one-line text of at most so many characters; empty when it is at fault.
    pub fn required(&mut self, form: &Form, name: &str, limit: usize) -> String {
        let text = form.text(name);
        if text.is_empty() {
            self.add(Fault::new(name, "required"));
        }
        self.not_longer(name, &text, limit);
        text
    }

    /// An optional one-line text.
    pub fn optional(&mut self, form: &Form, name: &str, limit: usize) -> Option<String> {
        let text = form.text(name);
        self.not_longer(name, &text, limit);
        Some(text).filter(|text| !text.is_empty())
    }

    /// A whole number within bounds; the lower bound when it is at fault.
    pub fn number(&mut self, form: &Form, name: &str, low: i32, high: i32) -> i32 {
        let text = form.text(name);
        match text.parse::<i32>() {
            Ok(number) if (low..=high).contains(&number) => number,
            Ok(_) => {
                self.add(Fault::new(name, "out-of-range").with("low", low).with("high", high));
                low
            }
            Err(_) if text.is_empty() => {
                self.add(Fault::new(name, "required"));
                low
            }
            Err(_) => {
                self.add(Fault::new(name, "not-a-number"));
                low
            }
        }
    }

    /// A date as browsers send it (`2026-09-01`) or as people type it (`01.09.2026`).
    pub fn date(&mut self, form: &Form, name: &str) -> Option<chrono::NaiveDate> {
        let text = form.text(name);
        if text.is_empty() {
            self.add(Fault::new(name, "required"));
            return None;
        }
        let parsed =
            ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|f| chrono::NaiveDate::parse_from_str(&text, f).ok());
        if parsed.is_none() {
            self.add(Fault::new(name, "not-a-date"));
        }
        parsed
    }

    /// A time of day, `10:00`.
    pub fn time(&mut self, form: &Form, name: &str) -> Option<chrono::NaiveTime> {
        let text = form.text(name);
        if text.is_empty() {
            self.add(Fault::new(name, "required"));
            return None;
        }
        let parsed = ["%H:%M", "%H:%M:%S", "%H.%M"]
            .iter()
            .find_map(|f| chrono::NaiveTime::parse_from_str(&text, f).ok());
        if parsed.is_none() {
            self.add(Fault::new(name, "not-a-time"));
        }
        parsed
    }

    /// An e-mail address, with the fault when it cannot be one.
    pub fn email(&mut self, form: &Form, name: &str) -> String {
        let text = self.required(form, name, 254);
        if !text.is_empty() && !looks_like_email(&text) {
            self.add(Fault::new(name, "email-malformed"));
        }
        text
    }

    /// The value, if no fault was found.
    ///
    /// # Errors
    /// `Invalid` with every fault.
    pub fn into_result<T>(self, value: T) -> Result<T, Problem> {
        if self.faults.is_empty() { Ok(value) } else { Err(Problem::invalid(self.faults)) }
    }

    /// Whether nothing was found yet.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    fn not_longer(&mut self, name: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.add(Fault::new(name, "too-long").with("limit", limit));
        }
    }
}

/// One field of a form as a template shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Field {
    /// The name it is sent under.
    pub name: String,
    /// The id its label and the error summary point to.
    pub id: String,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Field {
    /// An empty field.
    pub fn empty(name: &str) -> Field {
        Field::filled(name, "")
    }

    /// A field with a value.
    pub fn filled(name: &str, value: impl Into<String>) -> Field {
        Field { name: name.to_owned(), id: format!("field-{name}"), value: value.into(), faults: Vec::new() }
    }

    /// A field with a value and those of the faults that are its own.
    pub fn with_faults(name: &str, value: impl Into<String>, faults: &[Fault]) -> Field {
        let faults = faults.iter().filter(|fault| fault.field == name).cloned().collect();
        Field { faults, ..Field::filled(name, value) }
    }

    /// A field as it was typed, with its faults.
    pub fn typed(name: &str, form: &Form, problem: &Problem) -> Field {
        let faults = problem.faults.iter().filter(|fault| fault.field == name).cloned().collect();
        Field { faults, ..Field::filled(name, form.raw(name)) }
    }
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub selected: bool,
}

impl Choice {
    /// A choice, chosen when its value is the given one.
    pub fn new(value: impl ToString, label: impl Into<String>, chosen: &str) -> Choice {
        let value = value.to_string();
        Choice { selected: value == chosen, label: label.into(), value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_form_is_named_at_once_and_nothing_typed_is_lost() {
        let form = Form::of(&[("title", " "), ("capacity", "много"), ("starts_on", "31.02.2026")]);
        let mut errors = FormErrors::new();
        errors.required(&form, "title", 200);
        errors.number(&form, "capacity", 1, 1000);
        errors.date(&form, "starts_on");
        let problem = errors.into_result(()).unwrap_err();
        let codes: Vec<_> = problem.faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes, ["required", "not-a-number", "not-a-date"]);
        let field = Field::typed("capacity", &form, &problem);
        assert_eq!((field.value.as_str(), field.faults.len()), ("много", 1));
    }
}
