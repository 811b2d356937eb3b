//! Forms of this room, read into what its actions take. Every fault at once.

use crate::kernel::{Fault, OrganisationId, Problem, Word as _};
use crate::paper_templates::rules::{self, LONGEST_NAME, Languages, Settings};
use crate::paper_templates::store::NewTemplate;
use crate::printing::pictures::{PictureFormat, PictureUse};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Form, FormErrors};
use actix_web::web::Bytes;

/// A template as it was typed.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn template(form: &Form) -> Result<NewTemplate, Problem> {
    let mut errors = FormErrors::new();
    let name = errors.required(form, "name", LONGEST_NAME);
    let (kind, languages) = (DocumentKind::parse(form.raw("kind")), Languages::parse(form.raw("languages")));
    let organisation = match form.raw("organisation") {
        "all" => Some(None),
        other => other.parse::<i64>().ok().map(|id| Some(OrganisationId(id))),
    };
    let chosen = [
        ("organisation", organisation.is_some()),
        ("kind", kind.is_some()),
        ("languages", languages.is_some()),
    ];
    for (field, _) in chosen.into_iter().filter(|(_, chosen)| !chosen) {
        errors.add(Fault::new(field, "required"));
    }
    match (organisation, kind, languages) {
        (Some(organisation), Some(kind), Some(languages)) => {
            errors.into_result(NewTemplate { organisation, kind, languages, name })
        }
        _ => errors.into_result(()).and(Err(Problem::not_found())),
    }
}

/// A version as it was sent, before it is tried.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text and the settings.
    pub settings: Settings,
    /// The pictures that came with it.
    pub pictures: Vec<DraftPicture>,
    /// The pictures of the newest version that it leaves out.
    pub removed: Vec<PictureUse>,
}

/// A picture as it was sent.
#[derive(Debug, Clone)]
pub struct DraftPicture {
    /// What it is for.
    pub of: PictureUse,
    /// Its format.
    pub format: PictureFormat,
    /// The name it had.
    pub name: String,
    /// The file.
    pub bytes: Bytes,
}

impl Draft {
    /// Whether it keeps a picture of the newest version.
    pub fn keeps(&self, of: PictureUse) -> bool {
        !self.removed.contains(&of) && self.pictures.iter().all(|picture| picture.of != of)
    }
}

/// A version as it was typed: the text from the file or, without one, from the field.
///
/// # Errors
/// `Invalid` with the faults of all fields.
pub fn draft(form: &Form) -> Result<Draft, Problem> {
    let mut errors = FormErrors::new();
    let bytes = match form.files("file").first() {
        Some(upload) => upload.bytes.clone(),
        None => Bytes::copy_from_slice(form.raw("source").as_bytes()),
    };
    let source = taken(&mut errors, rules::source(&bytes)).unwrap_or_default();
    let shift = |errors: &mut FormErrors, field: &str| {
        taken(errors, rules::tenths(field, form.raw(field))).unwrap_or_default()
    };
    let (shift_x, shift_y) = (shift(&mut errors, "shift_x"), shift(&mut errors, "shift_y"));
    let (mut pictures, mut removed) = (Vec::new(), Vec::new());
    for of in PictureUse::WORDS.iter().filter_map(|word| PictureUse::parse(word)) {
        if form.ticked(&format!("remove_{}", of.as_str())) {
            removed.push(of);
        }
        let Some(upload) = form.files(of.as_str()).first() else { continue };
        if let Some(format) = taken(&mut errors, rules::picture(of.as_str(), &upload.bytes)) {
            let (name, bytes) = (upload.name.clone(), upload.bytes.clone());
            pictures.push(DraftPicture { of, format, name, bytes });
        }
    }
    let settings = Settings { source, shift_x, shift_y, on_blank: form.ticked("on_blank") };
    errors.into_result(Draft { settings, pictures, removed })
}

fn taken<T>(errors: &mut FormErrors, read: Result<T, Fault>) -> Option<T> {
    read.map_err(|fault| errors.add(fault)).ok()
}

/// What is wrong with files that are too large together.
pub fn too_large(limit: usize) -> Problem {
    let fault = Fault::new("file", "paper-template-picture-size").with("megabytes", limit / (1024 * 1024));
    Problem::invalid(vec![fault])
}
