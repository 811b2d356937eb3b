//! Templates that organisations write themselves.
//!
//! A template is a typst file of its own, `template.typ`, with up to three pictures. It sees the fields of one paper, the
//! pictures and our parts, and nothing else: no disk, no network, no clock, no packages, no programs inside the engine. It
//! prints in a thread of its own with a bounded time, and a bounded number of pages.

mod layout;
mod wrong;

use super::fields::PaperFields;
use super::fitting::every_text_fits;
use super::pictures::{PictureFormat, PictureUse, file_name};
use super::qr::qr_svg;
use super::typesetter::{DocumentStamp, Input, PrintError, Typesetter, written};
use super::world::{Job, Press};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

pub use wrong::{TemplateFault, Wrong};

/// What a new template begins with: a paper that prints as it stands.
pub const STARTER: &str = include_str!("../../templates/documents/starter.typ");

/// The most pages of one paper.
pub const MOST_PAGES: usize = 20;
/// How long a paper may take. A page takes milliseconds; only a template that computes without end comes near.
pub const LONGEST: Duration = Duration::from_secs(10);
/// How many templates may run on beyond their time before no more are tried: each keeps a processor busy.
const MOST_STUCK_TRIALS: usize = 2;
/// How many before no more papers are printed by templates. Those have stood their trial, and the papers of one
/// organisation do not wait for the trials of another.
const MOST_STUCK: usize = 4;
/// Room for templates that nest functions as deeply as the engine allows.
const STACK_BYTES: usize = 16 * 1024 * 1024;

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
    /// To find out what is wrong with the template.
    Trial,
}

/// One paper, with everything the thread needs that prints it.
struct Task {
    source: Arc<str>,
    pictures: Vec<(&'static str, Arc<[u8]>)>,
    /// The data with texts set as they are, and with texts measured.
    data: [Vec<u8>; 2],
    qr: Option<String>,
    stamp: DocumentStamp,
    manner: Manner,
}

impl Typesetter {
    /// Prints a paper by the template of an organisation: PDF/A-2a and PDF/UA-1. The same template, fields and stamp
    /// always give the same bytes. On a blank the background is left out. Busy for milliseconds, at worst for
    /// [`LONGEST`]: keep it off the threads that serve requests.
    ///
    /// # Errors
    /// `MissingGlyphs` for letters of the fields; `Custom` with everything that is wrong with the template.
    pub fn custom_pdf(
        &self,
        template: &CustomTemplate,
        fields: &[PaperFields],
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        let task = self.task(template, fields, (stamp, Manner::Paper, !template.on_blank))?;
        self.bounded(task, LONGEST)
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
        let task = self.task(template, fields, (stamp, Manner::Paper, true))?;
        self.bounded(task, LONGEST)
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
        self.bounded(task, LONGEST)
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
        let plain = serde_json::to_vec(&input)?;
        input.measured = true;
        let pictures = template.pictures.iter();
        Ok(Task {
            source: Arc::clone(&template.source),
            pictures: pictures
                .map(|picture| (file_name(picture.of, picture.format), Arc::clone(&picture.bytes)))
                .collect(),
            data: [plain, serde_json::to_vec(&input)?],
            qr: stamp.verify_url.as_deref().map(qr_svg).transpose()?,
            stamp: stamp.clone(),
            manner,
        })
    }

    /// Prints in a thread of its own, and waits no longer than so long. The engine cannot be stopped: a thread beyond
    /// its time runs to its end, and while too many do nothing more is tried.
    fn bounded(&self, task: Task, longest: Duration) -> Result<Vec<u8>, PrintError> {
        let refused = |wrong: Wrong| Err(PrintError::Custom(vec![TemplateFault::of_whole(wrong)]));
        let most = if task.manner == Manner::Trial { MOST_STUCK_TRIALS } else { MOST_STUCK };
        if self.stuck.load(Ordering::SeqCst) >= most {
            return refused(Wrong::Busy);
        }
        let (press, standards) = (Arc::clone(&self.press), self.standards.clone());
        let ending = Ending { given_up: Arc::default(), stuck: Arc::clone(&self.stuck) };
        let given_up = Arc::clone(&ending.given_up);
        let (tell, told) = channel();
        let work = move || {
            let _ending = ending;
            // Nobody listens any more when the time was over.
            let _ = tell.send(task.print(&press, &standards));
        };
        let thread = std::thread::Builder::new().name("template".to_owned()).stack_size(STACK_BYTES);
        thread.spawn(work).map_err(|error| PrintError::Setup(error.to_string()))?;
        let done = match told.recv_timeout(longest) {
            Ok(done) => done.map_err(PrintError::Custom),
            Err(RecvTimeoutError::Disconnected) => refused(Wrong::Engine("panic".to_owned())),
            Err(RecvTimeoutError::Timeout) => {
                self.stuck.fetch_add(1, Ordering::SeqCst);
                if given_up.swap(true, Ordering::SeqCst) {
                    // It ended in this very moment.
                    self.stuck.fetch_sub(1, Ordering::SeqCst);
                }
                refused(Wrong::Slow)
            }
        };
        self.forget_now_and_then();
        done
    }
}

/// Tells, however a thread ends, that it no longer keeps a processor busy.
struct Ending {
    /// Set by the first of the two who come to it: the one who waited, or the thread at its end.
    given_up: Arc<AtomicBool>,
    stuck: Arc<AtomicUsize>,
}

impl Drop for Ending {
    fn drop(&mut self) {
        if self.given_up.swap(true, Ordering::SeqCst) {
            self.stuck.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

impl Task {
    fn print(self, press: &Press, standards: &PdfStandards) -> Result<Vec<u8>, Vec<TemplateFault>> {
        let page = wrong::page_set_at(&self.source).filter(|_| self.manner == Manner::Trial);
        if let Some(line) = page {
            let fault = TemplateFault { line: Some(line), ..TemplateFault::of_whole(Wrong::SetPage) };
            return Err(vec![fault]);
        }
        let [plain, measured] = self.data;
        let mut job = press
            .custom_job(plain, self.qr, (self.source.as_ref(), self.pictures.as_slice()))
            .map_err(|error| vec![TemplateFault::of_whole(Wrong::Engine(error))])?;
        let mut document = compiled(&job)?;
        if !every_text_fits(&document) {
            job.replace_data(measured);
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
