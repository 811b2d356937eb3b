//! Templates that organisations write themselves.
//!
//! A template is a typst file of its own, `template.typ`, with up to three pictures. It sees the fields of one paper, the
//! pictures and our parts, and nothing else: no disk, no network, no clock, no packages, no programs inside the engine. It
//! prints in a process of its own with a bounded memory, a bounded time and a bounded number of pages: what an operator
//! sets with `--template-memory-mb` and `--template-seconds`. A template beyond its memory is told so («Шаблону не хватает
//! памяти»); if its author is right to want more (large pictures, long lists), raise the setting. Papers of the program's
//! own templates need no such bounds and are printed where they are asked for.

mod layout;
mod serving;
mod wire;
mod workshop;
mod wrong;

use super::fields::PaperFields;
use super::fitting::every_text_fits;
use super::pictures::{PictureFormat, PictureUse, file_name};
use super::qr::qr_svg;
use super::typesetter::{DocumentStamp, Input, PrintError, Typesetter, written};
use super::world::{Job, NamedPicture, Press};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;
use wire::Answer;

pub use serving::Clerk;
pub(super) use workshop::Workshop;
pub use workshop::{Bounds, COMMAND, USUAL_MEGABYTES};
pub use wrong::{TemplateFault, Wrong};

/// What a new template begins with: a paper that prints as it stands.
pub const STARTER: &str = include_str!("../../templates/documents/starter.typ");

/// The most pages of one paper.
pub const MOST_PAGES: usize = 20;
/// How long a paper may take when nobody has set it. A page takes milliseconds; only a template that computes without end
/// comes near.
pub const LONGEST: Duration = Duration::from_secs(10);

/// A template of an organisation, as it prints.
#[derive(Debug, Clone)]
pub struct CustomTemplate {
    /// The text of `template.typ`.
    pub source: Arc<str>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// By how much everything printed is moved to the right, in tenths of a millimetre; negative to the left.
    pub shift_x: i32,
    /// By how much everything printed is moved down, in tenths of a millimetre; negative up.
    pub shift_y: i32,
    /// Whether it is printed on paper that already carries the background.
    pub on_blank: bool,
}

/// A picture of a template.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What it is for.
    pub of: PictureUse,
    /// Its format.
    pub format: PictureFormat,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// What `kit.typ` reads as the paper.
#[derive(Serialize)]
struct CustomPaper<'a> {
    texts: &'a [PaperFields],
    logo: Option<&'static str>,
    signature: Option<&'static str>,
    background: Option<&'static str>,
    shift_x: i32,
    shift_y: i32,
}

/// How a paper is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// To be handed over: what is beyond the page is the business of who prints.
    Paper,
    /// To be looked at: set as a paper, but it waits its turn with the trials, or looking at a slow template often enough
    /// would keep papers from being printed.
    Preview,
    /// To find out what is wrong with the template.
    Trial,
}

/// What many papers share: a template with its pictures.
#[derive(Clone, PartialEq, Eq)]
struct Model {
    source: Arc<str>,
    pictures: Vec<NamedPicture>,
}

/// One paper, with everything the process needs that prints it.
struct Task {
    model: Model,
    /// The data with texts set as they are, and with texts measured.
    data: [String; 2],
    qr: Option<String>,
    stamp: DocumentStamp,
    manner: Manner,
}

impl Typesetter {
    /// Prints a paper by the template of an organisation: PDF/A-2a and PDF/UA-1. The same template, fields and stamp
    /// always give the same bytes. On a blank the background is left out. A sample takes no place of papers. Busy for
    /// milliseconds, at worst for as long as the [`Bounds`] allow: keep it off the threads that serve requests.
    ///
    /// # Errors
    /// `MissingGlyphs` for letters of the fields; `Custom` with everything that is wrong with the template; `Setup` where
    /// the process that prints cannot start, or none was named ([`Typesetter::bounded`]).
    pub fn custom_pdf(
        &self,
        template: &CustomTemplate,
        fields: &[PaperFields],
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        let sample = fields.iter().any(|text| text.document.sample);
        let manner = if sample { Manner::Preview } else { Manner::Paper };
        let task = self.task(template, fields, (stamp, manner, !template.on_blank))?;
        self.outside(task)
    }

    /// What the paper looks like when it is finished: also on a blank with its background.
    ///
    /// # Errors
    /// As [`Typesetter::custom_pdf`].
    pub fn custom_preview(
        &self,
        template: &CustomTemplate,
        fields: &[PaperFields],
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        let task = self.task(template, fields, (stamp, Manner::Preview, true))?;
        self.outside(task)
    }

    /// Prints for nobody, and tells besides whether text leaves the page or lies over other text.
    ///
    /// # Errors
    /// As [`Typesetter::custom_pdf`].
    pub fn custom_trial(
        &self,
        template: &CustomTemplate,
        fields: &[PaperFields],
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        let task = self.task(template, fields, (stamp, Manner::Trial, true))?;
        self.outside(task)
    }

    fn task(
        &self,
        template: &CustomTemplate,
        fields: &[PaperFields],
        (stamp, manner, background): (&DocumentStamp, Manner, bool),
    ) -> Result<Task, PrintError> {
        let name = |of: PictureUse| {
            let picture = template.pictures.iter().find(|picture| picture.of == of)?;
            Some(file_name(picture.of, picture.format))
        };
        let paper = CustomPaper {
            texts: fields,
            logo: name(PictureUse::Logo),
            signature: name(PictureUse::Signature),
            background: name(PictureUse::Background).filter(|_| background),
            shift_x: template.shift_x,
            shift_y: template.shift_y,
        };
        let mut input = Input { template: "custom", measured: false, stamp: stamp.input(), paper: &paper };
        self.check_glyphs(&serde_json::to_value(&input)?)?;
        let plain = serde_json::to_string(&input)?;
        input.measured = true;
        let named = |picture: &Picture| (file_name(picture.of, picture.format), Arc::clone(&picture.bytes));
        let pictures = template.pictures.iter().map(named).collect();
        Ok(Task {
            model: Model { source: Arc::clone(&template.source), pictures },
            data: [plain, serde_json::to_string(&input)?],
            qr: stamp.verify_url.as_deref().map(qr_svg).transpose()?,
            stamp: stamp.clone(),
            manner,
        })
    }

    /// Prints in a process of its own.
    fn outside(&self, task: Task) -> Result<Vec<u8>, PrintError> {
        let answer = match &self.workshop {
            Some(workshop) => workshop.print(task)?,
            None => self.inside(task)?,
        };
        answer.map_err(PrintError::Custom)
    }

    /// Without a program that prints: the tests of this module print where they are, everybody else is refused.
    fn inside(&self, task: Task) -> Result<Answer, PrintError> {
        if cfg!(test) {
            Ok(task.print(&self.press, &self.standards))
        } else {
            Err(PrintError::Setup("no program was named that prints templates of organisations".to_owned()))
        }
    }
}

impl Task {
    fn print(self, press: &Press, standards: &PdfStandards) -> Result<Vec<u8>, Vec<TemplateFault>> {
        let Model { source, pictures } = self.model;
        let page = wrong::page_set_at(&source).filter(|_| self.manner == Manner::Trial);
        if let Some(line) = page {
            let fault = TemplateFault { line: Some(line), ..TemplateFault::of_whole(Wrong::SetPage) };
            return Err(vec![fault]);
        }
        let [plain, measured] = self.data;
        let mut job = press
            .custom_job(plain.into_bytes(), self.qr, (source.as_ref(), pictures.as_slice()))
            .map_err(|error| vec![TemplateFault::of_whole(Wrong::Engine(error))])?;
        let mut document = compiled(&job)?;
        if !every_text_fits(&document) {
            job.replace_data(measured.into_bytes());
            document = compiled(&job)?;
        }
        let pages = document.pages().len();
        if pages > MOST_PAGES {
            return Err(vec![TemplateFault::of_whole(Wrong::Pages(pages))]);
        }
        let faults = layout::faults(&job, &document, self.manner == Manner::Trial);
        if !faults.is_empty() {
            return Err(faults);
        }
        written(standards, &document, &self.stamp).map_err(|errors| wrong::told(&job, &errors))
    }
}

fn compiled(job: &Job<'_>) -> Result<PagedDocument, Vec<TemplateFault>> {
    let compiled = typst::compile::<PagedDocument>(job);
    let document = compiled.output.map_err(|errors| wrong::told(job, &errors))?;
    if compiled.warnings.is_empty() { Ok(document) } else { Err(wrong::told(job, &compiled.warnings)) }
}

#[cfg(test)]
mod tests;
