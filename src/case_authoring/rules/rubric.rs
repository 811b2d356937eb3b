//! The criteria as a table that a form shows row by row.

use super::outline::Section;

/// The criteria of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rubric {
    /// The heading of the first column.
    pub corner: String,
    /// The points of the columns, as they are written.
    pub points: Vec<String>,
    /// The criteria.
    pub rows: Vec<Row>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Unique in the case.
    pub key: String,
    /// The keys of the steps that it belongs to, with commas between them; empty for the whole work.
    pub steps: String,
    /// What is looked at.
    pub title: String,
    /// How a work of each column looks.
    pub levels: Vec<String>,
}

impl Rubric {
    /// Reads the section of criteria; `None` when it is not one table.
    pub fn of(section: &Section) -> Option<Rubric> {
        let text = section.text();
        if text.trim().is_empty() {
            return Some(Rubric { points: ["0", "1", "2"].map(str::to_owned).to_vec(), ..Rubric::default() });
        }
        let mut lines = text.lines();
        let mut head = cells(lines.next()?)?;
        let rule = cells(lines.next()?)?;
        let ruled = rule.iter().all(|cell| !cell.is_empty() && cell.chars().all(|one| ":- ".contains(one)));
        if !ruled || rule.len() != head.len() || head.is_empty() {
            return None;
        }
        let corner = head.remove(0);
        let rows = lines.map(|line| Row::of(cells(line)?, head.len())).collect::<Option<_>>()?;
        Some(Rubric { corner, points: head, rows })
    }

    /// Writes it into its section; what says the same already stays as it is written.
    pub fn write(&self, section: &mut Section) {
        if Rubric::of(section).as_ref() != Some(self) || section.text().trim().is_empty() {
            section.put(&self.text());
        }
    }

    /// Another criterion with a key of its own.
    pub fn add_row(&mut self) {
        let key = self.free_key();
        self.rows.push(Row { key, levels: vec![String::new(); self.points.len()], ..Row::default() });
    }

    /// Gives a key to every criterion that has none.
    pub fn name_rows(&mut self) {
        for place in 0..self.rows.len() {
            let key = self.free_key();
            if let Some(row) = self.rows.get_mut(place).filter(|row| row.key.is_empty()) {
                row.key = key;
            }
        }
    }

    fn free_key(&self) -> String {
        let taken = |key: &String| self.rows.iter().any(|row| row.key == *key);
        (1..).map(|number| format!("criterion-{number}")).find(|key| !taken(key)).unwrap_or_default()
    }

    /// Another column, a point above the last.
    pub fn add_column(&mut self) {
        let last = self.points.last().and_then(|points| points.parse::<u32>().ok());
        self.points.push(last.map_or(0, |points| points.saturating_add(1)).to_string());
        for row in &mut self.rows {
            row.levels.push(String::new());
        }
    }

    /// Takes a column out.
    pub fn remove_column(&mut self, place: usize) {
        if place < self.points.len() && self.points.len() > 2 {
            self.points.remove(place);
            for row in self.rows.iter_mut().filter(|row| place < row.levels.len()) {
                row.levels.remove(place);
            }
        }
    }

    fn text(&self) -> String {
        let corner = if self.corner.trim().is_empty() { "Критерий" } else { &self.corner };
        let mut text = line(std::iter::once(corner.to_owned()).chain(self.points.iter().cloned()));
        text.push_str(&"|---".repeat(self.points.len() + 1));
        text.push_str("|\n");
        for row in &self.rows {
            text.push_str(&line(std::iter::once(row.first()).chain(row.levels.iter().cloned())));
        }
        text
    }
}

impl Row {
    fn of(mut cells: Vec<String>, columns: usize) -> Option<Row> {
        if cells.len() > columns + 1 || cells.is_empty() {
            return None;
        }
        let first = cells.remove(0);
        cells.resize(columns, String::new());
        let Some((inside, title)) = first.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
            return Some(Row { title: first, levels: cells, ..Row::default() });
        };
        let mut words = inside.split_whitespace();
        let key = words.next()?.to_owned();
        let steps = words.next().map_or(Some(""), |word| word.strip_prefix("stage="))?.to_owned();
        words.next().is_none().then(|| Row { key, steps, title: title.trim().to_owned(), levels: cells })
    }

    fn first(&self) -> String {
        let steps = self.steps.split([',', ' ']).filter(|key| !key.is_empty()).collect::<Vec<_>>().join(",");
        let steps = if steps.is_empty() { steps } else { format!(" stage={steps}") };
        if self.key.is_empty() {
            self.title.clone()
        } else {
            format!("{{{}{steps}}} {}", self.key, self.title)
        }
    }
}

/// The cells of a line of a table; `None` for any other line.
fn cells(text: &str) -> Option<Vec<String>> {
    let inside = text.trim().strip_prefix('|')?.strip_suffix('|')?;
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for letter in inside.chars() {
        match (letter, escaped) {
            ('|', false) => cells.push(String::new()),
            ('\\', false) => escaped = true,
            (letter, was) => {
                let cell = cells.last_mut()?;
                if was && letter != '|' {
                    cell.push('\\');
                }
                cell.push(letter);
                escaped = false;
            }
        }
    }
    // A line whose last bar is escaped is not closed.
    (!escaped).then(|| cells.iter().map(|cell| cell.trim().to_owned()).collect())
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let tidy = |cell: String| cell.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    let cells: Vec<String> = cells.map(tidy).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TABLE: &str = "\n| Критерий | 0 | 2 |\n|---|:-:|---|\n| {grasp stage=one,two} Суть | нет | да \\| почти |\n| {plan} План | нет |  |\n\n";

    fn section(body: &str) -> Section {
        Section { heading: "## {criteria} Критерии\n".into(), body: body.into() }
    }

    #[test]
    fn a_table_is_read_and_what_says_the_same_stays() {
        let rubric = Rubric::of(&section(TABLE)).unwrap();
        assert_eq!(rubric.points, ["0", "2"]);
        assert_eq!((rubric.rows[0].key.as_str(), rubric.rows[0].steps.as_str()), ("grasp", "one,two"));
        assert_eq!(rubric.rows[0].levels[1], "да | почти");
        let mut same = section(TABLE);
        rubric.write(&mut same);
        assert_eq!(same, section(TABLE));
        assert_eq!(Rubric::of(&section("\nПросто текст\n")), None);
    }

    fn cell() -> impl Strategy<Value = String> {
        "([а-я]{1,4}(\\| ?[а-я]{1,4})?)?"
    }

    fn any_rubric() -> impl Strategy<Value = Rubric> {
        (2usize..5).prop_flat_map(|columns| {
            let row = (
                "[a-z][a-z0-9]{0,6}",
                "([a-z]{1,4}(,[a-z]{1,4})?)?",
                cell(),
                proptest::collection::vec(cell(), columns),
            );
            let points = proptest::collection::vec("[0-9]{1,3}", columns);
            (points, proptest::collection::vec(row, 1..5)).prop_map(|(points, rows)| {
                let row = |(key, steps, title, levels)| Row { key, steps, title, levels };
                Rubric {
                    corner: "Критерий".into(), points, rows: rows.into_iter().map(row).collect()
                }
            })
        })
    }

    proptest! {
        #[test]
        fn whatever_the_form_writes_it_reads_again(rubric in any_rubric()) {
            let mut section = section("");
            rubric.write(&mut section);
            prop_assert_eq!(Rubric::of(&section), Some(rubric), "{}", section.body);
        }
    }
}
