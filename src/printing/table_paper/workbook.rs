//! The same paper as a workbook: a sheet for each table, and one for everything around them.

use super::{PaperCell, PaperTable, TablePaper};
use crate::printing::sheets::{Book, Cell, Sheet, book};

impl TablePaper {
    /// The paper as a workbook. `about` names the sheet with facts, notes and remarks.
    ///
    /// # Errors
    /// The archive could not be written.
    pub fn xlsx(&self, about: &str) -> Result<Vec<u8>, zip::result::ZipError> {
        let mut books: Vec<Book> = self.tables.iter().map(sheet_of).collect();
        books.push(Book { name: about.to_owned(), fixed: 0, sheet: self.around() });
        book(&books)
    }

    /// What stands around the tables, in two columns.
    fn around(&self) -> Sheet {
        let pair = |label: &str, value: &str| vec![words(label), words(value)];
        let mut rows = vec![pair(&self.title, self.subtitle.as_deref().unwrap_or_default())];
        rows.extend(self.facts.iter().map(|(label, value)| pair(label, value)));
        rows.extend(self.lead.iter().map(|text| pair(text, "")));
        if !self.notes.is_empty() {
            rows.push(pair(&self.notes_title, ""));
        }
        rows.extend((1..).zip(&self.notes).map(|(number, text)| pair(&format!("{number})"), text)));
        rows.extend(self.remarks.iter().map(|text| pair(text, "")));
        rows.push(pair(&self.made, ""));
        Sheet { header: vec![self.issuer.clone()], rows }
    }
}

fn sheet_of(table: &PaperTable) -> Book {
    let header = table.columns.iter().map(|column| column.label.clone()).collect();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(value).collect()).collect();
    Book { name: table.name.clone(), fixed: table.fixed, sheet: Sheet { header, rows } }
}

fn value(cell: &PaperCell) -> Cell {
    if cell.is_number && cell.notes.is_empty() && cell.under.is_none() {
        return Cell::Number(cell.text.clone());
    }
    let notes: Vec<String> = cell.notes.iter().map(|note| format!("{note})")).collect();
    let parts = [cell.text.clone(), cell.under.clone().unwrap_or_default(), notes.join(" ")];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    words(&text)
}

fn words(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}
