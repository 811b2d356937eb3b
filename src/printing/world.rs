//! What a template sees: our fonts, our templates, the data of one paper. No disk, no network, no clock.

use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../static/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../static/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../static/fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../../static/fonts/NotoSerif-Bold.ttf"),
];

/// The templates, by the names they import one another under.
const SOURCES: &[(&str, &str)] = &[
    ("main.typ", include_str!("../../templates/documents/main.typ")),
    ("parts.typ", include_str!("../../templates/documents/parts.typ")),
    ("fitting.typ", include_str!("../../templates/documents/fitting.typ")),
    ("foot.typ", include_str!("../../templates/documents/foot.typ")),
    ("bilingual.typ", include_str!("../../templates/documents/bilingual.typ")),
    ("words.typ", include_str!("../../templates/documents/words.typ")),
    ("qualification.typ", include_str!("../../templates/documents/qualification.typ")),
    ("certificate.typ", include_str!("../../templates/documents/certificate.typ")),
    ("table.typ", include_str!("../../templates/documents/table.typ")),
    ("kind_words.typ", include_str!("../../templates/documents/kind_words.typ")),
    ("kind_parts.typ", include_str!("../../templates/documents/kind_parts.typ")),
    ("marks_table.typ", include_str!("../../templates/documents/marks_table.typ")),
    ("ceremony.typ", include_str!("../../templates/documents/ceremony.typ")),
    ("office.typ", include_str!("../../templates/documents/office.typ")),
    ("kit.typ", include_str!("../../templates/documents/kit.typ")),
    ("custom.typ", include_str!("../../templates/documents/custom.typ")),
    ("order.typ", include_str!("../../templates/documents/order.typ")),
    ("protocol.typ", include_str!("../../templates/documents/protocol.typ")),
    ("assessment-sheet.typ", include_str!("../../templates/documents/assessment-sheet.typ")),
];

/// The name under which the template of an organisation is printed; errors name it.
pub(super) const CUSTOM_SOURCE: &str = "template.typ";

/// What an import of a package is answered.
pub(super) const NO_PACKAGES: &str = "packages are not available";

/// What runs code of others inside the engine; no template needs it.
const WITHHELD: &str = "plugin";

/// A picture under the name by which a template asks for it.
pub(super) type NamedPicture = (&'static str, Arc<[u8]>);

/// Everything papers share, built once.
pub(super) struct Press {
    library: LazyHash<Library>,
    /// What templates of organisations may use of the library.
    confined: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    main: FileId,
    custom: FileId,
    data: FileId,
    qr: FileId,
}

impl Press {
    /// Reads fonts and templates; the error says which of them is broken.
    pub fn new() -> Result<Press, String> {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
        if fonts.len() != FONTS.len() {
            return Err(format!("{} of {} fonts can be read", fonts.len(), FONTS.len()));
        }
        let sources = SOURCES
            .iter()
            .map(|(name, text)| file_id(name).map(|id| Source::new(id, (*text).to_owned())))
            .collect::<Result<_, _>>()?;
        Ok(Press {
            library: LazyHash::new(Library::default()),
            confined: LazyHash::new(confined()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            main: file_id("main.typ")?,
            custom: file_id("custom.typ")?,
            data: file_id("data.json")?,
            qr: file_id("qr.svg")?,
        })
    }

    /// Whether any font has a glyph for the character.
    pub fn covers(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(character.into()))
    }

    /// A world in which one paper is printed.
    pub fn job(&self, data: Vec<u8>, qr: Option<String>) -> Job<'_> {
        Job { press: self, data: Bytes::new(data), qr: qr.map(Bytes::from_string), own: None }
    }

    /// A world in which one paper is printed by the template of an organisation: its text and its pictures, by the
    /// names it reaches them under.
    pub fn custom_job(
        &self,
        data: Vec<u8>,
        qr: Option<String>,
        (source, pictures): (&str, &[NamedPicture]),
    ) -> Result<Job<'_>, String> {
        let source = Source::new(file_id(CUSTOM_SOURCE)?, source.to_owned());
        let picture =
            |(name, bytes): &NamedPicture| file_id(name).map(|id| (id, Bytes::new(Arc::clone(bytes))));
        let pictures = pictures.iter().map(picture).collect::<Result<_, _>>()?;
        Ok(Job { own: Some(Own { source, pictures }), ..self.job(data, qr) })
    }
}

/// The library without what no template needs and what would let one run programs.
fn confined() -> Library {
    let mut library = Library::default();
    library.global.scope_mut().bind(WITHHELD.into(), Binding::detached(Value::None));
    library.std = Binding::detached(library.global.clone());
    library
}

/// One paper being printed.
pub(super) struct Job<'a> {
    press: &'a Press,
    data: Bytes,
    qr: Option<Bytes>,
    own: Option<Own>,
}

/// What an organisation brings of its own.
struct Own {
    source: Source,
    pictures: Vec<(FileId, Bytes)>,
}

impl Job<'_> {
    /// Prints the same paper from other data.
    pub fn replace_data(&mut self, data: Vec<u8>) {
        self.data = Bytes::new(data);
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        if self.own.is_some() { &self.press.confined } else { &self.press.library }
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        if self.own.is_some() { self.press.custom } else { self.press.main }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let own = self.own.as_ref().map(|own| &own.source);
        let mut sources = self.press.sources.iter().chain(own);
        sources.find(|source| source.id() == id).cloned().ok_or_else(|| unknown(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.press.data => Ok(self.data.clone()),
            id if id == self.press.qr => self.qr.clone().ok_or_else(|| unknown(id)),
            id => {
                let mut pictures = self.own.iter().flat_map(|own| &own.pictures);
                pictures
                    .find(|(name, _)| *name == id)
                    .map(|(_, bytes)| bytes.clone())
                    .ok_or_else(|| unknown(id))
            }
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|error| format!("{name}: {error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn unknown(id: FileId) -> FileError {
    if matches!(id.root(), VirtualRoot::Package(_)) {
        return FileError::Other(Some(NO_PACKAGES.into()));
    }
    FileError::NotFound(id.vpath().get_without_slash().into())
}
