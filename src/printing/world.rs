//! What a template sees: our fonts, our templates, the data of one paper. No disk, no network, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
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
const SOURCES: [(&str, &str); 12] = [
    ("main.typ", include_str!("../../templates/documents/main.typ")),
    ("parts.typ", include_str!("../../templates/documents/parts.typ")),
    ("fitting.typ", include_str!("../../templates/documents/fitting.typ")),
    ("foot.typ", include_str!("../../templates/documents/foot.typ")),
    ("bilingual.typ", include_str!("../../templates/documents/bilingual.typ")),
    ("words.typ", include_str!("../../templates/documents/words.typ")),
    ("qualification.typ", include_str!("../../templates/documents/qualification.typ")),
    ("certificate.typ", include_str!("../../templates/documents/certificate.typ")),
    ("table.typ", include_str!("../../templates/documents/table.typ")),
    ("order.typ", include_str!("../../templates/documents/order.typ")),
    ("protocol.typ", include_str!("../../templates/documents/protocol.typ")),
    ("assessment-sheet.typ", include_str!("../../templates/documents/assessment-sheet.typ")),
];

/// Everything papers share, built once.
pub(super) struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    main: FileId,
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
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            main: file_id("main.typ")?,
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
        Job { press: self, data: Bytes::new(data), qr: qr.map(Bytes::from_string) }
    }
}

/// One paper being printed.
pub(super) struct Job<'a> {
    press: &'a Press,
    data: Bytes,
    qr: Option<Bytes>,
}

impl Job<'_> {
    /// Prints the same paper from other data.
    pub fn replace_data(&mut self, data: Vec<u8>) {
        self.data = Bytes::new(data);
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(|| unknown(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.press.data => Ok(self.data.clone()),
            id if id == self.press.qr => self.qr.clone().ok_or_else(|| unknown(id)),
            id => Err(unknown(id)),
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
    FileError::NotFound(id.vpath().get_without_slash().into())
}
