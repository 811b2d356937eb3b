//! Which columns a list has. The headers are those that the tools write; a header that is not known is no guess but a question
//! to the trainer.

use super::{Grid, GridRow, Tool};
use crate::kernel::name::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Where in a row what stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The name, whole.
    pub name: Option<usize>,
    /// The given name, where names stand in two columns.
    pub given: Option<usize>,
    /// The surname, there.
    pub surname: Option<usize>,
    /// The e-mail address.
    pub email: Option<usize>,
    /// When the person joined.
    pub join: Option<usize>,
    /// When the person left.
    pub leave: Option<usize>,
    /// How long the person was there.
    pub duration: Option<usize>,
    /// What the person was in the meeting.
    pub role: Option<usize>,
    /// Whether the person came at all.
    pub attended: Option<usize>,
}

impl Columns {
    /// Whether anybody can be told by it.
    pub fn names_somebody(&self) -> bool {
        self.name.is_some() || self.given.is_some() || self.surname.is_some() || self.email.is_some()
    }

    /// Whether it says when or how long.
    pub fn is_timed(&self) -> bool {
        self.join.is_some() || self.leave.is_some() || self.duration.is_some()
    }

    fn is_header(&self) -> bool {
        let named = self.name.is_some() || (self.given.is_some() && self.surname.is_some());
        named && (self.is_timed() || self.email.is_some())
    }
}

/// Columns that a trainer has named, and whether the first row already is somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenColumns {
    /// The columns.
    pub columns: Columns,
    /// Whether the list has no header.
    pub headless: bool,
}

/// A table in a file: its header, and the rows below it.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// Where what stands.
    pub columns: Columns,
    /// Whether it lists those who held the meeting.
    pub hosts: bool,
    /// Whether it gives a person's first and last moment in one row, not each coming and going.
    pub summed: bool,
    /// The rows.
    pub rows: Vec<&'a GridRow>,
}

/// The tables of a file that tell who was there, and the tool that wrote it.
#[derive(Debug, Clone)]
pub struct Tables<'a> {
    /// The tool.
    pub tool: Tool,
    /// The tables.
    pub sections: Vec<Section<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Given,
    Surname,
    Email,
    Join,
    FirstJoin,
    Leave,
    LastLeave,
    Duration,
    Role,
    Moderator,
    Attended,
}

/// The names of columns as the tools write them, folded when they are compared.
const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "name (original name)",
            "user name (original name)",
            "name",
            "full name",
            "participant",
            "participant name",
            "имя (настоящее имя)",
            "имя пользователя (настоящее имя)",
            "фио",
            "ф.и.о.",
            "фио участника",
            "участник",
            "имя участника",
            "имя в чате",
            "полное имя",
            "аты-жөні",
            "аты жөні",
            "қатысушы",
        ],
    ),
    (Column::Given, &["first name", "given name", "имя", "аты", "есімі"]),
    (Column::Surname, &["last name", "surname", "family name", "фамилия", "тегі"]),
    (
        Column::Email,
        &[
            "user email",
            "email",
            "e-mail",
            "email address",
            "e-mail address",
            "адрес электронной почты",
            "адрес электронной почты пользователя",
            "электронная почта",
            "электронная почта пользователя",
            "эл. почта",
            "почта",
            "электрондық пошта",
            "пошта",
        ],
    ),
    (
        Column::Join,
        &[
            "join time",
            "join",
            "joined",
            "time joined",
            "joined at",
            "время входа",
            "вход",
            "время подключения",
            "подключился",
            "кіру уақыты",
            "қосылған уақыты",
        ],
    ),
    (Column::FirstJoin, &["first join", "first join time", "первое присоединение", "первый вход"]),
    (
        Column::Leave,
        &[
            "leave time",
            "leave",
            "left",
            "time exited",
            "left at",
            "время выхода",
            "выход",
            "время отключения",
            "отключился",
            "шығу уақыты",
        ],
    ),
    (Column::LastLeave, &["last leave", "last leave time", "последний выход"]),
    (
        Column::Duration,
        &[
            "duration",
            "duration (minutes)",
            "total duration (minutes)",
            "in-meeting duration",
            "time in session (minutes)",
            "minutes",
            "длительность",
            "длительность (мин)",
            "длительность (минуты)",
            "длительность, мин",
            "продолжительность",
            "продолжительность (мин)",
            "продолжительность (минуты)",
            "общая продолжительность (минуты)",
            "время присутствия",
            "минут",
            "ұзақтығы",
            "ұзақтығы (мин)",
        ],
    ),
    (Column::Role, &["role", "роль", "рөлі"]),
    (Column::Moderator, &["moderator"]),
    (Column::Attended, &["attended", "присутствовал", "участвовал"]),
];

/// What a row would be as a header.
struct Header {
    columns: Columns,
    summed: bool,
    tool: Tool,
}

/// The columns by their folded names.
fn known_names() -> HashMap<String, Column> {
    let each = NAMES.iter().flat_map(|(column, names)| names.iter().map(|name| (fold(name), *column)));
    each.collect()
}

fn header(row: &GridRow, names: &HashMap<String, Column>) -> Option<Header> {
    // No list has a header of one word, and a person is rarely called by one: most rows are told apart at once.
    if row.cells.len() < 2 {
        return None;
    }
    let folded: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
    let column = |cell: &String| names.get(cell.trim_end_matches(['*', ':']).trim_end()).copied();
    let found: Vec<Option<Column>> = folded.iter().map(column).collect();
    let at = |wanted: Column| found.iter().position(|one| *one == Some(wanted));
    let (given, surname) = (at(Column::Given), at(Column::Surname));
    // «Имя» beside «Фамилия» is the given name; alone it is all of it.
    let alone = given.filter(|_| surname.is_none());
    let columns = Columns {
        name: at(Column::Name).or(alone),
        given: given.filter(|_| alone.is_none()),
        surname,
        email: at(Column::Email),
        join: at(Column::Join).or_else(|| at(Column::FirstJoin)),
        leave: at(Column::Leave).or_else(|| at(Column::LastLeave)),
        duration: at(Column::Duration),
        role: at(Column::Role).or_else(|| at(Column::Moderator)),
        attended: at(Column::Attended),
    };
    let summed = at(Column::Join).is_none() && at(Column::FirstJoin).is_some();
    let said = |names: &[&str]| folded.iter().any(|cell| names.iter().any(|name| fold(name) == *cell));
    let tool = match () {
        () if said(&["user name (original name)"]) => Tool::ZoomWebinar,
        () if said(&["name (original name)", "имя (настоящее имя)"]) => Tool::Zoom,
        () if summed || said(&["in-meeting duration"]) => Tool::Teams,
        () if said(&["time exited"]) => Tool::Meet,
        () if said(&["moderator"]) && said(&["left"]) => Tool::BigBlueButton,
        () => Tool::Plain,
    };
    columns.is_header().then_some(Header { columns, summed, tool })
}

/// A title between tables: «2. Participants», «Host Details».
fn title(row: &GridRow) -> Option<String> {
    let alone = row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
    if !alone {
        return None;
    }
    let text = fold(row.cell(Some(0)));
    let numbered =
        text.split_once(". ").is_some_and(|(number, _)| number.chars().all(|c| c.is_ascii_digit()));
    let known = ["host details", "panelist details", "attendee details", "other attended", "attendee report"];
    (!text.is_empty() && (numbered || known.contains(&text.as_str()))).then_some(text)
}

/// The tables of a file whose headers are known; nothing when there is none.
pub fn tables(grid: &Grid) -> Option<Tables<'_>> {
    let (mut sections, mut tool, mut hosts) = (Vec::<Section<'_>>::new(), None, false);
    let (mut open, names) = (false, known_names());
    for row in &grid.rows {
        if let Some(title) = title(row) {
            (hosts, open) = (title == "host details", false);
        } else if let Some(found) = header(row, &names) {
            tool = tool.or(Some(found.tool));
            sections.push(Section { columns: found.columns, hosts, summed: found.summed, rows: Vec::new() });
            open = true;
        } else if open && let Some(section) = sections.last_mut() {
            section.rows.push(row);
        }
    }
    // Each coming and going tells more than the first and the last moment; both of them would count people twice.
    if sections.iter().any(|section| !section.summed && !section.rows.is_empty()) {
        sections.retain(|section| !section.summed);
    }
    Some(Tables { tool: tool?, sections })
}

/// The table whose columns a trainer has named.
pub fn chosen<'a>(grid: &'a Grid, chosen: &ChosenColumns) -> Tables<'a> {
    let rows = grid.rows.iter().skip(usize::from(!chosen.headless)).collect();
    let section = Section { columns: chosen.columns, hosts: false, summed: false, rows };
    Tables { tool: Tool::Chosen, sections: vec![section] }
}

#[cfg(test)]
pub(super) mod tests;
