//! The typesetter: templates and data into PDF/A-2a and PDF/UA-1 at once.

use super::custom::{Bounds, TemplateFault, Workshop};
use super::fields::PaperFields;
use super::fitting::every_text_fits;
use super::papers::CompletionPaper;
use super::qr::{QrError, qr_svg};
use super::world::{Job, Press};
use crate::kernel::{Language, Moment, Problem};
use chrono::{Datelike, Timelike};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Datetime, Smart};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// After so many papers the engine forgets what neither these nor those before used again. It keeps some
/// three megabytes of each paper, and papers of one batch share only what every one of them uses.
const PAPERS_BETWEEN_EVICTIONS: usize = 4;

/// The templates of `templates/documents`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Удостоверение о повышении квалификации; prints a [`super::CompletionPaper`].
    Qualification,
    /// Participant's certificate; prints a [`super::CompletionPaper`].
    Certificate,
    /// Journals, sheets and lists; prints a [`super::table_paper::TablePaper`].
    Table,
    /// An order by ГОСТ Р 7.0.97-2025; prints an [`super::official::OfficialPaper`].
    Order,
    /// The minutes of a commission; prints an [`super::official::OfficialPaper`].
    Protocol,
    /// The sheet of a final assessment; prints an [`super::official::OfficialPaper`].
    AssessmentSheet,
}

impl Template {
    fn name(self) -> &'static str {
        match self {
            Template::Qualification => "qualification",
            Template::Certificate => "certificate",
            Template::Table => "table",
            Template::Order => "order",
            Template::Protocol => "protocol",
            Template::AssessmentSheet => "assessment_sheet",
        }
    }
}

/// The kinds of papers that `main.typ` prints from fields.
const KINDS: [&str; 7] = [
    "retraining_diploma",
    "study_certificate",
    "mentor_certificate",
    "thank_you_letter",
    "recommendation_letter",
    "service_record",
    "authority_document",
];

/// What identifies a printed document, beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentStamp {
    /// Title in the file's metadata and in a reader's window.
    pub title: String,
    /// The main language of the text.
    pub language: Language,
    /// The creation time in the metadata: of the issue, not of the printing, or the bytes would differ.
    pub moment: Moment,
    /// A stable identifier; its hash becomes the PDF's own id.
    pub ident: String,
    /// The address at which anyone can verify the document, printed as a QR code and as text.
    pub verify_url: Option<String>,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// Fonts or templates of the program are broken.
    #[error("the typesetter cannot start: {0}")]
    Setup(String),
    /// The data are not what JSON can carry.
    #[error("the data of the document: {0}")]
    Data(#[from] serde_json::Error),
    /// The fonts lack characters of the text.
    #[error("the fonts have no glyph for {0:?}")]
    MissingGlyphs(Vec<char>),
    /// The verification address is too long.
    #[error(transparent)]
    Qr(#[from] QrError),
    /// The template refuses the data, or warns; with file, line and reason.
    #[error("the template: {0}")]
    Template(String),
    /// The template of an organisation cannot be printed with these fields.
    #[error("the template of an organisation: {0:?}")]
    Custom(Vec<TemplateFault>),
}

impl From<PrintError> for Problem {
    fn from(error: PrintError) -> Problem {
        Problem::internal(error)
    }
}

/// The engine with its fonts and templates. Build one, share it in an `Arc`, print from any thread.
pub struct Typesetter {
    pub(super) press: Press,
    pub(super) standards: PdfStandards,
    /// Where templates of organisations are printed.
    pub(super) workshop: Option<Workshop>,
    printed: AtomicUsize,
}

/// What a template reads as `data.json`.
#[derive(Serialize)]
pub(super) struct Input<'a, T> {
    pub template: &'a str,
    /// Whether texts are measured before they are set, to shrink what would run out of its block.
    pub measured: bool,
    pub stamp: StampInput<'a>,
    pub paper: &'a T,
}

/// The paper of a kind that is printed from fields.
#[derive(Serialize)]
struct KindPaper<'a> {
    texts: &'a [PaperFields],
}

#[derive(Serialize)]
pub(super) struct StampInput<'a> {
    title: &'a str,
    language: Language,
    verify_url: Option<&'a str>,
}

impl Typesetter {
    /// Reads fonts and templates. It prints the papers of the program; for those of organisations it needs
    /// [`Typesetter::bounded`].
    ///
    /// # Errors
    /// Broken ones: a fault of the build.
    pub fn new() -> Result<Typesetter, PrintError> {
        Ok(Typesetter {
            press: Press::new().map_err(PrintError::Setup)?,
            standards: standards()?,
            workshop: None,
            printed: AtomicUsize::new(0),
        })
    }

    /// The same, printing templates of organisations too: by this program, within these bounds.
    #[must_use]
    pub fn bounded(self, bounds: Bounds) -> Typesetter {
        Typesetter { workshop: Some(Workshop::new(bounds)), ..self }
    }

    /// Prints a document as PDF/A-2a and PDF/UA-1: tagged, archivable, every glyph embedded. The same
    /// template, data and stamp always give the same bytes. A warning of the engine is an error here,
    /// because it means that the paper does not look as designed. Busy for milliseconds: keep it out
    /// of database closures.
    pub fn pdf<T: Serialize>(
        &self,
        template: Template,
        paper: &T,
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        self.named_pdf(template.name(), paper, stamp)
    }

    /// Prints a paper of a kind, by the word of the kind, from its fields: one value for each language, the first
    /// language first. Papers that were printed before there were fields keep their look.
    ///
    /// # Errors
    /// A kind that is none, letters without glyph, a text that does not fit.
    pub fn kind_pdf(
        &self,
        kind: &str,
        fields: &[PaperFields],
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        if fields.is_empty() {
            return Err(PrintError::Template("a paper without a text".to_owned()));
        }
        match kind {
            "advanced_training_certificate" => {
                self.pdf(Template::Qualification, &CompletionPaper::of(fields, true), stamp)
            }
            "participation_certificate" => {
                self.pdf(Template::Certificate, &CompletionPaper::of(fields, false), stamp)
            }
            kind if KINDS.contains(&kind) => self.named_pdf(kind, &KindPaper { texts: fields }, stamp),
            kind => Err(PrintError::Template(format!("no paper of the kind {kind}"))),
        }
    }

    fn named_pdf<T: Serialize>(
        &self,
        template: &str,
        paper: &T,
        stamp: &DocumentStamp,
    ) -> Result<Vec<u8>, PrintError> {
        let mut input = Input { template, measured: false, stamp: stamp.input(), paper };
        self.check_glyphs(&serde_json::to_value(&input)?)?;
        let qr = stamp.verify_url.as_deref().map(qr_svg).transpose()?;
        let mut job = self.press.job(serde_json::to_vec(&input)?, qr);
        let mut document = typeset(&job)?;
        if !every_text_fits(&document) {
            input.measured = true;
            job.replace_data(serde_json::to_vec(&input)?);
            document = typeset(&job)?;
        }
        let pdf = written(&self.standards, &document, stamp).map_err(|errors| explain(&job, &errors));
        self.forget_now_and_then();
        pdf
    }

    /// The characters of the text that no font of ours can show, each once, in order of code point.
    pub fn missing_glyphs(&self, text: &str) -> Vec<char> {
        let missing: BTreeSet<char> =
            text.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t') && !self.press.covers(*c)).collect();
        missing.into_iter().collect()
    }

    pub(super) fn check_glyphs(&self, input: &serde_json::Value) -> Result<(), PrintError> {
        let mut texts = Vec::new();
        collect_texts(input, &mut texts);
        match self.missing_glyphs(&texts.concat()) {
            missing if missing.is_empty() => Ok(()),
            missing => Err(PrintError::MissingGlyphs(missing)),
        }
    }

    fn forget_now_and_then(&self) {
        let printed = self.printed.fetch_add(1, Ordering::Relaxed) + 1;
        if printed.is_multiple_of(PAPERS_BETWEEN_EVICTIONS) {
            comemo::evict(1);
        }
    }
}

/// What every paper is: archivable and accessible.
pub(super) fn standards() -> Result<PdfStandards, PrintError> {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PrintError::Setup(format!("{error:?}")))
}

/// A finished paper as a file.
pub(super) fn written(
    standards: &PdfStandards,
    document: &PagedDocument,
    stamp: &DocumentStamp,
) -> SourceResult<Vec<u8>> {
    let options = PdfOptions {
        ident: Smart::Custom(stamp.ident.clone()),
        creator: Smart::Custom(Some("Birge".to_owned())),
        timestamp: stamp.timestamp(),
        standards: standards.clone(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options)
}

impl DocumentStamp {
    pub(super) fn input(&self) -> StampInput<'_> {
        StampInput { title: &self.title, language: self.language, verify_url: self.verify_url.as_deref() }
    }

    fn timestamp(&self) -> Option<Timestamp> {
        let utc = self.moment.0.naive_utc();
        let [month, day, hour, minute, second] =
            [utc.month(), utc.day(), utc.hour(), utc.minute(), utc.second()]
                .map(|part| u8::try_from(part).unwrap_or_default());
        Datetime::from_ymd_hms(utc.year(), month, day, hour, minute, second).map(Timestamp::new_utc)
    }
}

fn typeset(job: &Job<'_>) -> Result<PagedDocument, PrintError> {
    let compiled = typst::compile::<PagedDocument>(job);
    let document = compiled.output.map_err(|errors| explain(job, &errors))?;
    if !compiled.warnings.is_empty() {
        return Err(explain(job, &compiled.warnings));
    }
    Ok(document)
}

fn collect_texts<'a>(value: &'a serde_json::Value, texts: &mut Vec<&'a str>) {
    match value {
        serde_json::Value::String(text) => texts.push(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| collect_texts(field, texts)),
        _ => {}
    }
}

fn explain(job: &Job<'_>, diagnostics: &[SourceDiagnostic]) -> PrintError {
    let lines: Vec<String> = diagnostics.iter().map(|diagnostic| describe(job, diagnostic)).collect();
    PrintError::Template(lines.join("; "))
}

fn describe(job: &Job<'_>, diagnostic: &SourceDiagnostic) -> String {
    let place = diagnostic.span.id().and_then(|id| {
        let source = job.source(id).ok()?;
        let line = source.lines().byte_to_line(job.range(diagnostic.span)?.start)?;
        Some(format!("{}:{}: ", id.vpath().get_without_slash(), line + 1))
    });
    let hints: String = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
    format!("{}{}{hints}", place.unwrap_or_default(), diagnostic.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_know_every_letter_of_the_two_states_and_official_signs() {
        let typesetter = Typesetter::new().unwrap();
        let texts = [
            "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя",
            "№ «» „“ — – ₸ ₽ § … ’ × °\u{a0}\u{202f}\n",
            "AaZz0189 ŞşĞğ ÄäÖöÜüß",
        ];
        for text in texts {
            assert_eq!(typesetter.missing_glyphs(text), Vec::<char>::new());
        }
    }

    #[test]
    fn characters_without_glyph_are_named_once() {
        let typesetter = Typesetter::new().unwrap();
        assert_eq!(typesetter.missing_glyphs("Ли 李 Мин 明 李"), vec!['明', '李']);
    }
}
