//! Tables that people upload: CSV, TSV and XLSX, told apart by content, never by name.

mod csv_text;
mod encoding;
mod workbook;

/// The most rows below the header.
pub const MAX_ROWS: usize = 10_000;
/// The most columns.
pub const MAX_COLUMNS: usize = 64;
/// The most characters of a cell.
pub const MAX_CELL_CHARS: usize = 2_000;
/// The most bytes a workbook may unpack to.
pub const MAX_UNPACKED_BYTES: u64 = 32 * 1024 * 1024;

/// A table with a header. Cells are trimmed; empty rows are left out; every row has as many cells as
/// the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The first row that is not empty.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<Row>,
    /// The encoding a text file was read in, such as `UTF-8` or `windows-1251`; none for a workbook.
    pub encoding: Option<&'static str>,
    /// What separates the cells of a text file; none for a workbook.
    pub delimiter: Option<char>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where the row begins, counted from 1: the line of a text file, the row of a sheet.
    pub line: u32,
    /// The cells, as many as the header has.
    pub cells: Vec<String>,
}

/// Why a file is no table. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Neither text nor an XLSX workbook: an old XLS, an OpenDocument, a picture.
    #[error("the file is neither CSV nor XLSX")]
    UnknownKind,
    /// UTF-8 but for a few bytes: the file was cut or damaged on its way.
    #[error("line {line}: bytes that are no letters in a text in UTF-8")]
    BrokenUtf8 {
        /// Where the first of them are.
        line: u32,
    },
    /// A workbook that cannot be read; what the reader said, for the log.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// More than [`MAX_UNPACKED_BYTES`] when unpacked.
    #[error("the workbook unpacks to more than {MAX_UNPACKED_BYTES} bytes")]
    TooLarge,
    /// More than [`MAX_ROWS`].
    #[error("more than {MAX_ROWS} rows")]
    TooManyRows,
    /// More than [`MAX_COLUMNS`].
    #[error("line {line}: more than {MAX_COLUMNS} columns")]
    TooManyColumns {
        /// The row.
        line: u32,
    },
    /// More than [`MAX_CELL_CHARS`].
    #[error("line {line}, column {column}: more than {MAX_CELL_CHARS} characters")]
    CellTooLong {
        /// The row.
        line: u32,
        /// The column.
        column: usize,
    },
    /// Text beyond the last column of the header: usually a delimiter inside a cell without quotes.
    #[error("line {line}: more cells than the header has")]
    ExtraCells {
        /// The row.
        line: u32,
    },
    /// A quote that is never closed, or text right after a closing quote.
    #[error("line {line}: quotes do not match")]
    MalformedQuotes {
        /// Where the quoted cell began.
        line: u32,
    },
}

/// Reads a table of which every row is fine: at most [`MAX_ROWS`] rows. A workbook gives its first visible sheet; dates
/// in it read `2026-11-21` or `2026-11-21 10:30:00`, whole numbers carry no decimal point.
///
/// # Errors
/// The file is no table, or the first row that is at fault.
pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    let (table, faults) = read_good_rows(bytes)?;
    faults.into_iter().next().map_or(Ok(table), Err)
}

/// Reads a table, and leaves out the rows that are at fault: one error for each of these, in their order.
///
/// # Errors
/// The file is no table, or its header is at fault.
pub fn read_good_rows(bytes: &[u8]) -> Result<(Table, Vec<TableError>), TableError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read(bytes);
    }
    let (text, encoding) = encoding::decode(bytes)?;
    csv_text::read(&text, encoding)
}

/// Rows of a file whose tables stand below one another, each under titles and headers of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// The rows that are not empty, of whatever width; cells are trimmed, and empty ones at the end left out.
    pub rows: Vec<Row>,
    /// One for each row that could not be read.
    pub faults: Vec<TableError>,
    /// The encoding a text file was read in; none for a workbook.
    pub encoding: Option<&'static str>,
    /// What separates the cells of a text file; none for a workbook.
    pub delimiter: Option<char>,
}

/// Reads the rows of a file as they stand, without asking that all are as wide as the first: at most [`MAX_ROWS`]. The
/// rows of a workbook are those of its first visible sheet, below a header.
///
/// # Errors
/// The file is no table, is empty, or has too many rows.
pub fn read_lines(bytes: &[u8]) -> Result<Lines, TableError> {
    if bytes.starts_with(b"PK\x03\x04") {
        let (table, faults) = workbook::read(bytes)?;
        let header = Row { line: 1, cells: table.header };
        let rows = std::iter::once(header).chain(table.rows).collect();
        return Ok(Lines { rows, faults, encoding: None, delimiter: None });
    }
    let (text, encoding) = encoding::decode(bytes)?;
    csv_text::lines(&text, encoding)
}

/// Whether bytes are a workbook that may be unpacked: its parts are counted, and nothing of it is kept.
///
/// # Errors
/// It is none, is damaged, or unpacks to more than [`MAX_UNPACKED_BYTES`].
pub fn check_workbook(bytes: &[u8]) -> Result<(), TableError> {
    workbook::check_size(bytes)
}

/// The text of a file in any encoding that offices send, and the name of the encoding.
///
/// # Errors
/// The bytes are no text.
pub fn decode_text(bytes: &[u8]) -> Result<(String, &'static str), TableError> {
    encoding::decode(bytes)
}

/// Collects rows, minding the limits, the header and empty lines.
struct Builder {
    header: Option<Vec<String>>,
    rows: Vec<Row>,
    /// One for each row that is at fault.
    faults: Vec<TableError>,
}

impl Builder {
    fn new() -> Builder {
        Builder { header: None, rows: Vec::new(), faults: Vec::new() }
    }

    /// Takes the next row as it stands in the file, or what is wrong with it.
    fn push(&mut self, line: u32, cells: Result<Vec<String>, TableError>) -> Result<(), TableError> {
        let mut cells = match cells {
            Ok(cells) => cells,
            Err(fault) => return self.refuse(fault),
        };
        cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        if cells.is_empty() {
            return Ok(());
        }
        let Some(header) = &self.header else {
            self.header = Some(cells);
            return Ok(());
        };
        if cells.len() > header.len() {
            return self.refuse(TableError::ExtraCells { line });
        }
        if self.rows.len() + self.faults.len() >= MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        cells.resize(header.len(), String::new());
        self.rows.push(Row { line, cells });
        Ok(())
    }

    /// Leaves a row out. Below a header that cannot be read no row can be either.
    fn refuse(&mut self, fault: TableError) -> Result<(), TableError> {
        if self.header.is_none() {
            return Err(fault);
        }
        if self.rows.len() + self.faults.len() >= MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        self.faults.push(fault);
        Ok(())
    }

    fn finish(
        self,
        encoding: Option<&'static str>,
        delimiter: Option<char>,
    ) -> Result<(Table, Vec<TableError>), TableError> {
        let header = self.header.ok_or(TableError::Empty)?;
        Ok((Table { header, rows: self.rows, encoding, delimiter }, self.faults))
    }
}

/// A cell as it is kept: without white space and invisible marks at its ends.
fn cell(text: &str, line: u32, column: usize) -> Result<String, TableError> {
    if column > MAX_COLUMNS {
        return if trim(text).is_empty() {
            Ok(String::new())
        } else {
            Err(TableError::TooManyColumns { line })
        };
    }
    let text = trim(text);
    match text.chars().nth(MAX_CELL_CHARS) {
        Some(_) => Err(TableError::CellTooLong { line, column }),
        None => Ok(text.to_owned()),
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}'))
}
