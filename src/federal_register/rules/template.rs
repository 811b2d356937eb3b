//! A template that was uploaded: the lists it has for its columns, and which of our words each of its values stands for.

use super::columns::{COLUMNS, LISTED, at, letter};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use serde::{Deserialize, Serialize};

/// The list of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnList {
    /// The column, counted from 1.
    pub column: usize,
    /// What the template calls the list: a name or an area.
    pub name: String,
    /// The values, as they stand there.
    pub values: Vec<String>,
}

/// Everything of a template that decides about cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// The lists of its columns.
    pub lists: Vec<ColumnList>,
    /// Areas of the rows for data with conditional formats: they stay and change the looks of cells, not what they say.
    /// Empty, too, for templates that were read before anybody looked for them.
    #[serde(default)]
    pub formatted: Vec<String>,
}

/// A word of ours that stands in the file as a value of the template's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The kind of a document.
    Kind(DocumentKind),
    /// The kind of a programme.
    Programme(ProgrammeKind),
    /// An original.
    Original,
    /// A duplicate.
    Duplicate,
    /// Confirmed.
    Yes,
    /// Not confirmed.
    No,
    /// Higher education.
    Higher,
    /// Secondary vocational education.
    Vocational,
    /// A man.
    Male,
    /// A woman.
    Female,
}

impl Meaning {
    /// How templates spell it, the usual first. A template that spells it in another of these ways is followed; its own
    /// letters go into the file.
    pub fn spellings(self) -> &'static [&'static str] {
        match self {
            Meaning::Kind(DocumentKind::AdvancedTrainingCertificate) => {
                &["Удостоверение о повышении квалификации"]
            }
            Meaning::Kind(DocumentKind::RetrainingDiploma) => &["Диплом о профессиональной переподготовке"],
            Meaning::Kind(_) | Meaning::Programme(ProgrammeKind::ShortCourse) => &[],
            Meaning::Programme(ProgrammeKind::AdvancedTraining) => &["Повышение квалификации"],
            Meaning::Programme(ProgrammeKind::Retraining) => &["Профессиональная переподготовка"],
            Meaning::Original => &["Оригинал"],
            Meaning::Duplicate => &["Дубликат"],
            Meaning::Yes => &["Да"],
            Meaning::No => &["Нет"],
            Meaning::Higher => &["Высшее образование", "Высшее", "ВО"],
            Meaning::Vocational => {
                &["Среднее профессиональное образование", "Среднее профессиональное", "СПО"]
            }
            Meaning::Male => &["Муж", "Мужской", "М"],
            Meaning::Female => &["Жен", "Женский", "Ж"],
        }
    }
}

impl Lists {
    /// The list of a column, where the template has one.
    pub fn of(&self, column: usize) -> Option<&ColumnList> {
        self.lists.iter().find(|list| list.column == column)
    }

    /// What stands in a column for a word of ours: the value of the template's list, else the usual spelling. Where the
    /// list has no such value, the usual spelling stands there and is told as a fault of the cell.
    pub fn value(&self, column: usize, meaning: Meaning) -> String {
        let spellings = meaning.spellings();
        let known = self.of(column).and_then(|list| {
            spellings.iter().find_map(|spelling| {
                list.values.iter().find(|value| value.trim().to_lowercase() == spelling.to_lowercase())
            })
        });
        known.cloned().unwrap_or_else(|| spellings.first().copied().unwrap_or_default().to_owned())
    }

    /// What stands in a column for a code such as `643`: the code, or the value of the list that begins with it.
    pub fn coded(&self, column: usize, code: &str) -> String {
        let begins = |value: &&String| {
            let rest = value.trim().strip_prefix(code);
            rest.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_digit()))
        };
        let known = self.of(column).and_then(|list| list.values.iter().find(begins));
        known.cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The columns that usually have a list and have none in this template, by their letters.
    pub fn unlisted(&self) -> Vec<String> {
        LISTED.iter().filter(|column| self.of(**column).is_none()).map(|column| letter(*column)).collect()
    }

    /// The lists, put together column by column, one for each.
    pub fn gathered(found: impl Fn(usize) -> Option<ColumnList>) -> Lists {
        let lists = (1..=COLUMNS).filter(|column| *column != at::CHANGE).filter_map(found).collect();
        Lists { lists, formatted: Vec::new() }
    }
}

#[cfg(test)]
pub(super) fn sample() -> Lists {
    let list = |column: usize, values: &[&str]| ColumnList {
        column,
        name: format!("Список{column}"),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let yes_no = ["Да", "Нет"];
    Lists {
        lists: vec![
            list(
                at::KIND,
                &["Удостоверение о повышении квалификации", "Диплом о профессиональной переподготовке"],
            ),
            list(at::STATUS, &["Оригинал", "Дубликат"]),
            list(at::LOSS, &yes_no),
            list(at::EXCHANGE, &yes_no),
            list(at::DESTRUCTION, &yes_no),
            list(at::PROGRAMME_KIND, &["Повышение квалификации", "Профессиональная переподготовка"]),
            list(at::AREA, &["Социальное обслуживание"]),
            list(at::GROUP, &["Социология и социальная работа"]),
            list(at::EDUCATION, &["Высшее образование", "Среднее профессиональное образование"]),
            list(at::SEX, &["Муж", "Жен"]),
            list(at::FORM, &["Очная", "Очно-заочная", "Заочная"]),
            list(at::FUNDING, &["Платное обучение", "Бюджетное обучение"]),
            list(at::WAY, &["в образовательной организации"]),
        ],
        formatted: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_15_the_words_of_the_template_go_into_the_file() {
        let mut lists = sample();
        assert_eq!(lists.value(at::SEX, Meaning::Female), "Жен");
        lists.lists.iter_mut().find(|list| list.column == at::SEX).unwrap().values =
            vec!["МУЖСКОЙ".into(), "ЖЕНСКИЙ".into()];
        assert_eq!(lists.value(at::SEX, Meaning::Female), "ЖЕНСКИЙ", "spelled as there, letter by letter");
        assert_eq!(lists.value(at::CITIZENSHIP, Meaning::Yes), "Да", "without a list as usual");
        assert_eq!(lists.coded(at::CITIZENSHIP, "643"), "643");
        let countries = ColumnList {
            column: at::CITIZENSHIP,
            name: "Страны".into(),
            values: vec!["6431 Нет".into(), "643 Россия".into()],
        };
        lists.lists.push(countries);
        assert_eq!(lists.coded(at::CITIZENSHIP, "643"), "643 Россия");
        assert_eq!(lists.unlisted(), Vec::<String>::new());
        assert_eq!(Lists::default().unlisted().len(), LISTED.len());
    }
}
