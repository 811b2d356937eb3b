//! Enrolling from a file: the columns are recognised by their names, then every row is checked against the
//! file itself and against what is known. Pure, so that the dry run and the confirmation decide alike.

mod check;

pub use check::{Checked, CheckedRow, Fate, Known, KnownPerson, Place, check};

use super::entry::Entry;
use crate::kernel::name::{fold, tidy};
use crate::kernel::{Fault, Problem};
use serde::{Deserialize, Serialize};

/// The most people in one file.
pub const MAX_PEOPLE: usize = 2_000;

/// The people of a file, as the file names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Columns that nobody needs here.
    pub unused: Vec<String>,
    /// The rows.
    pub rows: Vec<SheetRow>,
    /// How the file was read; none for a workbook, and for files from before this was kept.
    #[serde(default)]
    pub read_as: Option<ReadAs>,
}

/// What a text file was taken for, since it does not say so itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAs {
    /// The encoding, such as `UTF-8`.
    pub encoding: String,
    /// What separates the cells.
    pub delimiter: char,
}

impl ReadAs {
    /// Of what reading the table has found out.
    pub fn of(encoding: Option<&str>, delimiter: Option<char>) -> Option<ReadAs> {
        Some(ReadAs { encoding: encoding?.to_owned(), delimiter: delimiter? })
    }

    /// The word for the delimiter, as the messages choose by it.
    pub fn delimiter_word(&self) -> &'static str {
        match self.delimiter {
            ',' => "comma",
            '\t' => "tab",
            '|' => "bar",
            _ => "semicolon",
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Where it begins in the file, from 1.
    pub line: u32,
    /// What it says.
    pub entry: Entry,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Surname,
    GivenName,
    Patronymic,
    FullName,
    Email,
    Organisation,
    Language,
    Position,
}

/// The names of columns, folded, in the three languages and as offices spell them.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Surname, &["фамилия", "тегі", "тек", "surname", "last name", "family name"]),
    (Column::GivenName, &["имя", "аты", "есімі", "name", "first name", "given name"]),
    (Column::Patronymic, &["отчество", "әкесінің аты", "patronymic", "middle name"]),
    (
        Column::FullName,
        &[
            "фио",
            "ф.и.о.",
            "ф.и.о",
            "фамилия имя отчество",
            "фамилия, имя, отчество",
            "аты-жөні",
            "аты жөні",
            "full name",
        ],
    ),
    (
        Column::Email,
        &[
            "e-mail",
            "email",
            "mail",
            "почта",
            "эл. почта",
            "эл.почта",
            "электронная почта",
            "адрес электронной почты",
            "пошта",
            "эл. пошта",
            "электрондық пошта",
            "электрондық пошта мекенжайы",
        ],
    ),
    (
        Column::Organisation,
        &[
            "организация",
            "учреждение",
            "место работы",
            "ұйым",
            "мекеме",
            "жұмыс орны",
            "organisation",
            "organization",
        ],
    ),
    (Column::Language, &["язык", "тіл", "тілі", "language"]),
    (Column::Position, &["должность", "лауазым", "лауазымы", "position", "job title"]),
];

fn column(name: &str) -> Option<Column> {
    let folded = fold(&name.replace('_', " "));
    let plain = folded.trim_end_matches(['*', ':']).trim_end();
    NAMES.iter().find(|(_, names)| names.iter().any(|known| fold(known) == plain)).map(|(column, _)| *column)
}

/// What the columns are. Lists in two languages often name the position twice: the first one is read, and the others are no
/// reason to refuse a list that does without any.
fn columns_of(header: &[String]) -> Vec<Option<Column>> {
    let mut known = false;
    let once = |name: &String| {
        let found = column(name)?;
        let again = found == Column::Position && known;
        known |= found == Column::Position;
        (!again).then_some(found)
    };
    header.iter().map(once).collect()
}

/// Reads the people out of a table whose first row names the columns, in any order.
///
/// # Errors
/// `Invalid` on the file: a needed column is missing or stands twice, there are no rows, or too many.
pub fn recognise(header: &[String], rows: Vec<(u32, Vec<String>)>) -> Result<Sheet, Problem> {
    let columns = columns_of(header);
    let mut faults = missing_columns(&columns);
    for (index, (found, name)) in columns.iter().zip(header).enumerate() {
        if found.is_some() && columns.iter().take(index).any(|earlier| earlier == found) {
            faults.push(Fault::new("file", "import-column-twice").with("name", name));
        }
    }
    if rows.is_empty() {
        faults.push(Fault::new("file", "import-no-rows"));
    } else if rows.len() > MAX_PEOPLE {
        faults
            .push(Fault::new("file", "import-too-many").with("limit", MAX_PEOPLE).with("count", rows.len()));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let unused = columns.iter().zip(header).filter(|(found, name)| found.is_none() && !name.is_empty());
    let unused = unused.map(|(_, name)| name.clone()).collect();
    let rows =
        rows.into_iter().map(|(line, cells)| SheetRow { line, entry: read(&columns, &cells) }).collect();
    Ok(Sheet { unused, rows, read_as: None })
}

fn missing_columns(columns: &[Option<Column>]) -> Vec<Fault> {
    let has = |column| columns.contains(&Some(column));
    [
        (has(Column::Surname) || has(Column::FullName), "import-no-surname"),
        (has(Column::GivenName) || has(Column::FullName), "import-no-given-name"),
        (has(Column::Email), "import-no-email"),
    ]
    .into_iter()
    .filter(|(there, _)| !there)
    .map(|(_, code)| Fault::new("file", code))
    .collect()
}

fn read(columns: &[Option<Column>], cells: &[String]) -> Entry {
    let mut entry = Entry::default();
    for (column, cell) in columns.iter().zip(cells) {
        let cell = tidy(cell);
        match column {
            Some(Column::Surname) => entry.surname = cell,
            Some(Column::GivenName) => entry.given_name = cell,
            Some(Column::Patronymic) => entry.patronymic = cell,
            Some(Column::FullName) => split_name(&mut entry, &cell),
            Some(Column::Email) => entry.email = cell,
            Some(Column::Organisation) => entry.organisation = cell,
            Some(Column::Language) => entry.language = cell,
            Some(Column::Position) => entry.position = cell,
            None => {}
        }
    }
    entry
}

/// One cell with the whole name, in the order of official papers. Columns of their own win.
fn split_name(entry: &mut Entry, whole: &str) {
    let mut words = whole.splitn(3, ' ').map(str::to_owned);
    for part in [&mut entry.surname, &mut entry.given_name, &mut entry.patronymic] {
        if let Some(word) = words.next().filter(|_| part.is_empty()) {
            *part = word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn table(header: &[&str], rows: &[&[&str]]) -> Result<Sheet, Problem> {
        let header: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
        let cells = |row: &[&str]| row.iter().map(|&cell| cell.to_owned()).collect();
        recognise(&header, (2..).zip(rows.iter().map(|row| cells(row))).collect())
    }

    pub(super) fn codes(faults: &[Fault]) -> Vec<(&str, &str)> {
        faults.iter().map(|fault| (fault.field.as_str(), fault.code.as_str())).collect()
    }

    #[test]
    fn columns_are_known_by_name_in_three_languages_and_any_order() {
        for header in [
            ["Почта", "Имя", "Фамилия *", "Должность", "Город"],
            ["Электрондық пошта", "Аты", "Тегі", "Лауазымы", "Қала"],
            ["E-mail", "First name", "SURNAME", "Job title", "Town"],
            ["email", "given_name", "last_name", "job_title", "position_x"],
        ] {
            let sheet = table(&header, &[&["a@example.org", "Анна", "Ли", "педагог", "x"]]).unwrap();
            let entry = &sheet.rows[0].entry;
            assert_eq!((entry.surname.as_str(), entry.email.as_str()), ("Ли", "a@example.org"), "{header:?}");
            assert_eq!(entry.position, "педагог", "{header:?}");
            assert_eq!(sheet.unused, [header[4]]);
        }
    }

    #[test]
    fn of_two_positions_the_first_is_read() {
        let header = ["email", "Фамилия", "Имя", "Должность", "Лауазымы", "Қызметі"];
        let row = ["a@example.org", "Ли", "Анна", "педагог", "педагог маман", "қызмет"];
        let sheet = table(&header, &[&row[..]]).unwrap();
        assert_eq!(sheet.rows[0].entry.position, "педагог");
        assert_eq!(sheet.unused, ["Лауазымы", "Қызметі"]);
    }

    #[test]
    fn one_column_may_hold_the_whole_name() {
        let sheet = table(&["ФИО", "email"], &[&["Оглы Али Мамед оглы", "a@example.org"]]).unwrap();
        let entry = &sheet.rows[0].entry;
        let parts = (entry.surname.as_str(), entry.given_name.as_str(), entry.patronymic.as_str());
        assert_eq!(parts, ("Оглы", "Али", "Мамед оглы"));
    }

    #[test]
    fn a_file_without_the_needed_columns_or_rows_says_which() {
        let problem = table(&["Город", "Имя", "Имя"], &[]).unwrap_err();
        let expected = [
            ("file", "import-no-surname"),
            ("file", "import-no-email"),
            ("file", "import-column-twice"),
            ("file", "import-no-rows"),
        ];
        assert_eq!(codes(&problem.faults), expected);
    }
}
