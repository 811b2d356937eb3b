//! A row of the file: its forty cells, and everything that is wrong with each of them.

mod checks;

use super::columns::{COLUMNS, at};
use super::facts::{Facts, Original};
use super::template::{Lists, Meaning};
use crate::documents::rules::Relation;
use crate::identities::rules::{EducationLevel, Sex};
use crate::kernel::Fault;
use crate::printing::filling::Value;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use checks::Check;
use chrono::{Datelike, NaiveDate};

/// Russia in ОКСМ: its citizens have a СНИЛС.
const RUSSIA: &str = "643";
/// What stands where a document has no series.
const NO_SERIES: &str = "Нет";

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It was mended by itself.
    Mended,
    /// It goes as it is, and somebody should look at it.
    Warning,
    /// The document does not go.
    Fault,
}

/// Where a cell comes from, and so where it is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The document itself.
    Document,
    /// The programme.
    Programme,
    /// What the organisation has chosen for the programme or the edition.
    Settings,
    /// What is recorded of the holder.
    Holder,
}

/// Something that is to be said of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The column, counted from 1.
    pub column: usize,
    /// How bad it is.
    pub level: Level,
    /// What it is; the field is the letter of the column.
    pub fault: Fault,
}

impl Issue {
    /// Where it is mended.
    pub fn source(&self) -> Source {
        source(self.column)
    }
}

/// Where the cells of a column come from.
pub fn source(column: usize) -> Source {
    match column {
        at::PROGRAMME | at::PROGRAMME_KIND => Source::Programme,
        at::AREA | at::GROUP | at::QUALIFICATION | at::FORM | at::FUNDING | at::WAY => Source::Settings,
        at::EDUCATION..=at::EDUCATION_NUMBER | at::SURNAME..=at::SNILS | at::CITIZENSHIP => Source::Holder,
        _ => Source::Document,
    }
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Forty cells.
    pub cells: Vec<Value>,
    /// What is to be said of them, by column.
    pub issues: Vec<Issue>,
}

impl Row {
    /// Whether it goes into the file.
    pub fn is_fine(&self) -> bool {
        self.issues.iter().all(|issue| issue.level < Level::Fault)
    }

    /// A cell by its column, counted from 1.
    pub fn cell(&self, column: usize) -> &Value {
        column.checked_sub(1).and_then(|place| self.cells.get(place)).unwrap_or(&Value::Empty)
    }
}

/// The row of a document on a day.
pub fn row(facts: &Facts, lists: &Lists, today: NaiveDate) -> Row {
    let mut row = Check::new(lists);
    document(&mut row, facts);
    programme(&mut row, facts);
    education(&mut row, facts);
    study(&mut row, facts, today);
    holder(&mut row, facts, today);
    match (&facts.relation, &facts.original) {
        (Some(_), Some(original)) => of_original(&mut row, original),
        (Some(_), None) => row.fault(at::ORIGINAL, "federal-original-missing", |fault| fault),
        (None, _) => {}
    }
    row.into_row()
}

/// Columns 1–9.
fn document(row: &mut Check<'_>, facts: &Facts) {
    row.meaning(at::KIND, Meaning::Kind(facts.kind));
    let status = if facts.relation.is_some() { Meaning::Duplicate } else { Meaning::Original };
    row.meaning(at::STATUS, status);
    let [loss, exchange, destruction] = confirmations(facts.relation);
    row.meaning(at::LOSS, loss);
    row.meaning(at::EXCHANGE, exchange);
    row.meaning(at::DESTRUCTION, destruction);
    row.series_and_number((at::SERIES, at::NUMBER), facts.blank.as_ref(), &facts.number, (20, 30));
    row.date(at::ISSUED, facts.issued_on);
    row.registration(at::REGISTRATION, &facts.number, 30);
}

/// What is confirmed: that the paper was lost; or that it was given back for another, and destroyed.
fn confirmations(relation: Option<Relation>) -> [Meaning; 3] {
    match relation {
        None => [Meaning::No; 3],
        Some(Relation::Duplicate) => [Meaning::Yes, Meaning::No, Meaning::No],
        Some(Relation::Replacement | Relation::Correction | Relation::NameChange) => {
            [Meaning::No, Meaning::Yes, Meaning::Yes]
        }
    }
}

/// Columns 10–14 and 28–30.
fn programme(row: &mut Check<'_>, facts: &Facts) {
    row.meaning(at::PROGRAMME_KIND, Meaning::Programme(facts.programme_kind));
    let belongs = match facts.programme_kind {
        ProgrammeKind::AdvancedTraining => facts.kind == DocumentKind::AdvancedTrainingCertificate,
        ProgrammeKind::Retraining => facts.kind == DocumentKind::RetrainingDiploma,
        // There is no word for it, which was said above.
        _ => true,
    };
    if !belongs {
        row.fault(at::PROGRAMME_KIND, "federal-kinds-differ", |fault| fault);
    }
    row.title(at::PROGRAMME, &facts.programme, 255);
    row.chosen(at::AREA, facts.settings.area.as_deref());
    row.chosen(at::GROUP, facts.settings.group.as_deref());
    // An удостоверение gives no qualification.
    if facts.kind == DocumentKind::RetrainingDiploma {
        row.chosen(at::QUALIFICATION, facts.settings.qualification.as_deref());
    }
    row.chosen(at::FORM, facts.settings.form.as_deref());
    row.chosen(at::FUNDING, facts.settings.funding.as_deref());
    row.chosen(at::WAY, facts.settings.way.as_deref());
}

/// Columns 15–18.
fn education(row: &mut Check<'_>, facts: &Facts) {
    let Some(proof) = &facts.education else {
        row.fault(at::EDUCATION, "federal-education-missing", |fault| fault);
        return;
    };
    match proof.level {
        EducationLevel::Higher => row.meaning(at::EDUCATION, Meaning::Higher),
        EducationLevel::SecondaryVocational => row.meaning(at::EDUCATION, Meaning::Vocational),
        EducationLevel::Studying => row.fault(at::EDUCATION, "federal-education-studying", |fault| fault),
    }
    // The surname of the diploma; where none is recorded, it is that of today.
    let surname = proof.surname.as_deref().unwrap_or(&facts.name.surname);
    row.name(at::EDUCATION_SURNAME, surname, 100, true);
    if let Some(series) = &proof.series {
        row.code(at::EDUCATION_SERIES, series, 20);
    }
    if proof.number.trim().is_empty() {
        row.fault(at::EDUCATION_NUMBER, "federal-education-missing", |fault| fault);
    }
    row.code(at::EDUCATION_NUMBER, &proof.number, 30);
}

/// Columns 19–21: numbers.
fn study(row: &mut Check<'_>, facts: &Facts, today: NaiveDate) {
    let earliest = if facts.relation.is_some() { 1955 } else { 1978 };
    match facts.period {
        Some((first, last)) => {
            let (first, last) = (first.year(), last.year());
            row.number(at::FIRST_YEAR, i64::from(first));
            row.number(at::LAST_YEAR, i64::from(last));
            if first < earliest || first > today.year() {
                let fill = |fault: Fault| fault.with("from", earliest).with("to", today.year());
                row.fault(at::FIRST_YEAR, "federal-year", fill);
            }
            if last < first || last > today.year() {
                let fill = |fault: Fault| fault.with("from", first).with("to", today.year());
                row.fault(at::LAST_YEAR, "federal-year", fill);
            }
        }
        None => row.fault(at::FIRST_YEAR, "federal-period-missing", |fault| fault),
    }
    let fewest = facts.fewest_hours;
    match facts.hours {
        Some(hours) if hours >= fewest => row.number(at::HOURS, i64::from(hours)),
        Some(hours) => {
            row.number(at::HOURS, i64::from(hours));
            row.fault(at::HOURS, "federal-hours", |fault| fault.with("hours", hours).with("fewest", fewest));
        }
        None => row.fault(at::HOURS, "federal-period-missing", |fault| fault),
    }
}

/// Columns 22–27 and 31.
fn holder(row: &mut Check<'_>, facts: &Facts, today: NaiveDate) {
    let name = &facts.name;
    row.name(at::SURNAME, &name.surname, 50, facts.spelled);
    row.name(at::GIVEN_NAME, &name.given_name, 50, facts.spelled);
    if let Some(patronymic) = &name.patronymic {
        row.name(at::PATRONYMIC, patronymic, 50, facts.spelled);
    }
    match facts.born_on {
        Some(born_on) => {
            row.date(at::BORN, born_on);
            if born_on >= today {
                row.fault(at::BORN, "federal-date", |fault| fault);
            }
        }
        None => row.fault(at::BORN, "federal-born-missing", |fault| fault),
    }
    match facts.sex {
        Some(Sex::Male) => row.meaning(at::SEX, Meaning::Male),
        Some(Sex::Female) => row.meaning(at::SEX, Meaning::Female),
        None => row.fault(at::SEX, "federal-sex-missing", |fault| fault),
    }
    let citizenship = facts.citizenship.as_deref().filter(|code| !code.is_empty());
    // Foreigners may have no СНИЛС.
    let needed = citizenship.is_none_or(|code| code == RUSSIA);
    row.snils(at::SNILS, facts.snils.as_deref(), needed);
    match citizenship {
        Some(code) if code.len() == 3 && code.bytes().all(|digit| digit.is_ascii_digit()) => {
            row.coded(at::CITIZENSHIP, code);
        }
        Some(_) => row.fault(at::CITIZENSHIP, "federal-citizenship", |fault| fault),
        None => row.fault(at::CITIZENSHIP, "federal-citizenship-missing", |fault| fault),
    }
}

/// Columns 32–39: only of a duplicate.
fn of_original(row: &mut Check<'_>, original: &Original) {
    let first = at::ORIGINAL;
    row.meaning(first, Meaning::Kind(original.kind));
    row.series_and_number((first + 1, first + 2), original.blank.as_ref(), &original.number, (20, 20));
    row.registration(first + 3, &original.number, 25);
    row.date(first + 4, original.issued_on);
    row.name(first + 5, &original.name.surname, 50, true);
    row.name(first + 6, &original.name.given_name, 50, true);
    if let Some(patronymic) = &original.name.patronymic {
        row.name(first + 7, patronymic, 50, true);
    }
}

const _: () = assert!(at::ORIGINAL + 8 == at::CHANGE && at::CHANGE == COLUMNS);

#[cfg(test)]
mod tests;
