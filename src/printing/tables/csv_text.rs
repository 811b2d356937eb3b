//! Delimited text, strict about quotes and forgiving about the rest.

use super::{Builder, Lines, MAX_COLUMNS, MAX_ROWS, Row, Table, TableError, cell};

const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
/// So many records decide which delimiter it is.
const SAMPLE_RECORDS: usize = 20;
/// As many where titles and summaries stand above the table.
const WIDEST_SAMPLE: usize = 60;

/// Reads delimited text (RFC 4180 with any of four delimiters). A quote inside a cell that does not
/// begin with one is a letter like any other, as in `ООО "Ромашка"`.
pub(super) fn read(text: &str, encoding: &'static str) -> Result<(Table, Vec<TableError>), TableError> {
    let (delimiter, body, first_line) = match declared_delimiter(text) {
        Some((delimiter, body)) => (delimiter, body, 2),
        None => (detect_delimiter(text), text, 1),
    };
    let mut builder = Builder::new();
    let mut records = Records::new(body, delimiter, first_line);
    while let Some(record) = records.next() {
        match record {
            Ok((line, cells)) => builder.push(line, Ok(cells))?,
            Err(fault) => {
                records.recover(&fault);
                builder.push(0, Err(fault))?;
            }
        }
    }
    builder.finish(Some(encoding), Some(delimiter))
}

/// Reads delimited text whose rows are of different widths.
pub(super) fn lines(text: &str, encoding: &'static str) -> Result<Lines, TableError> {
    let (delimiter, body, first_line) = match declared_delimiter(text) {
        Some((delimiter, body)) => (delimiter, body, 2),
        None => (widest_delimiter(text), text, 1),
    };
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut records = Records::new(body, delimiter, first_line);
    while let Some(record) = records.next() {
        match record {
            Ok((line, mut cells)) => {
                let last = cells.iter().rposition(|cell| !cell.is_empty());
                cells.truncate(last.map_or(0, |last| last + 1));
                if !cells.is_empty() {
                    rows.push(Row { line, cells });
                }
            }
            Err(fault) => {
                records.recover(&fault);
                faults.push(fault);
            }
        }
        if rows.len() + faults.len() > MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
    }
    if rows.is_empty() {
        return Err(faults.into_iter().next().unwrap_or(TableError::Empty));
    }
    Ok(Lines { rows, faults, encoding: Some(encoding), delimiter: Some(delimiter) })
}

/// The delimiter that makes the most cells of the first records; a comma when there is only one column. Titles above a
/// table have none, and a date in a cell has fewer of another.
fn widest_delimiter(text: &str) -> char {
    let made = |delimiter: char| -> usize {
        let records = Records::new(text, delimiter, 1).take(WIDEST_SAMPLE);
        records.map_while(Result::ok).map(|(_, cells)| cells.len().saturating_sub(1)).sum()
    };
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| made(*delimiter))
        .filter(|best| made(*best) > 0)
        .unwrap_or(',')
}

/// Excel's own first line, `sep=;`.
fn declared_delimiter(text: &str) -> Option<(char, &str)> {
    let (line, body) = text.split_once('\n')?;
    let delimiter = line.trim_end_matches('\r').strip_prefix("sep=")?;
    DELIMITERS.into_iter().find(|known| delimiter.chars().eq([*known])).map(|known| (known, body))
}

/// The delimiter with which most of the first records have as many cells as the first one; among
/// equals, the one that makes more cells; a comma when there is only one column.
fn detect_delimiter(text: &str) -> char {
    let score = |delimiter: char| {
        let widths: Vec<usize> = Records::new(text, delimiter, 1)
            .filter(|record| !matches!(record, Ok((_, cells)) if matches!(cells.as_slice(), [only] if only.is_empty())))
            .take(SAMPLE_RECORDS)
            .map_while(|record| match record {
                Ok((_, cells)) => Some(cells.len()),
                Err(TableError::TooManyColumns { .. }) => Some(MAX_COLUMNS + 1),
                Err(_) => None,
            })
            .collect();
        let first = widths.first().copied().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == first).count();
        if first > 1 { (alike, first) } else { (0, 0) }
    };
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .filter(|best| score(*best).1 > 1)
        .unwrap_or(',')
}

/// Records of delimited text: the line each begins on, and its cells.
struct Records<'a> {
    rest: &'a str,
    /// Where to go on after a record that failed: behind the line on which the fault begins.
    resume: (&'a str, u32),
    delimiter: char,
    line: u32,
    failed: bool,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: char, line: u32) -> Records<'a> {
        Records { rest: text, resume: (text, line), delimiter, line, failed: false }
    }

    /// Goes on behind a record that failed: behind the line on which quotes do not match, with the lines that they
    /// have swallowed; of any other the end is known.
    fn recover(&mut self, fault: &TableError) {
        self.failed = false;
        if !matches!(fault, TableError::MalformedQuotes { .. }) {
            return;
        }
        let (rest, line) = self.resume;
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let rest = rest.get(end..).unwrap_or_default();
        let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
        (self.rest, self.line) = (after.unwrap_or_default(), line.saturating_add(1));
    }

    fn record(&mut self) -> Result<(u32, Vec<String>), TableError> {
        let line = self.line;
        let (mut cells, mut fault) = (Vec::new(), None);
        for column in 1.. {
            self.resume = (self.rest, self.line);
            match cell(&self.field()?, line, column) {
                Ok(text) if column <= MAX_COLUMNS => cells.push(text),
                Ok(_) => {}
                Err(error) => fault = fault.or(Some(error)),
            }
            match self.next_char() {
                Some(c) if c == self.delimiter => {}
                Some('\r') => {
                    if self.rest.starts_with('\n') {
                        self.next_char();
                    }
                    break;
                }
                _ => break,
            }
        }
        self.line += 1;
        fault.map_or(Ok((line, cells)), Err)
    }

    /// Reads up to the delimiter or the line end, which stay unread.
    fn field(&mut self) -> Result<String, TableError> {
        let start = self.rest.trim_start_matches(' ');
        let Some(quoted) = start.strip_prefix('"') else {
            return Ok(self.take_until(&['\r', '\n', self.delimiter]).to_owned());
        };
        let opened = self.line;
        let malformed = TableError::MalformedQuotes { line: opened };
        self.rest = quoted;
        let mut text = String::new();
        loop {
            let part = self.take_until(&['"']);
            self.line += u32::try_from(part.matches('\n').count()).unwrap_or(u32::MAX);
            text.push_str(part);
            if self.next_char().is_none() {
                return Err(malformed);
            }
            if !self.rest.starts_with('"') {
                break;
            }
            self.next_char();
            text.push('"');
        }
        let after = self.take_until(&['\r', '\n', self.delimiter]);
        if after.trim_matches(' ').is_empty() { Ok(text) } else { Err(malformed) }
    }

    fn take_until(&mut self, stops: &[char]) -> &'a str {
        let end = self.rest.find(stops).unwrap_or(self.rest.len());
        let (part, rest) = self.rest.split_at(end);
        self.rest = rest;
        part
    }

    fn next_char(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }
}

impl Iterator for Records<'_> {
    type Item = Result<(u32, Vec<String>), TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() || self.failed {
            return None;
        }
        let record = self.record();
        self.failed = record.is_err();
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Table, TableError> {
        let (table, faults) = read(text, "UTF-8")?;
        faults.into_iter().next().map_or(Ok(table), Err)
    }

    #[test]
    fn rows_at_fault_are_left_out_and_the_others_read() {
        let long = "ж".repeat(2001);
        let text = format!(
            "a;b\n1;2\n3;4;5\n6;\"open\n7;8\n\"x\"y;9\n10;\"x\n{long}\"\n\"11\n12\";13\n14;\"15\n16;17\n"
        );
        let (table, faults) = read(&text, "UTF-8").unwrap();
        let rows: Vec<(u32, &str)> = table.rows.iter().map(|row| (row.line, row.cells[0].as_str())).collect();
        assert_eq!(rows, [(2, "1"), (5, "7"), (9, "11\n12"), (12, "16")]);
        let expected = [
            TableError::ExtraCells { line: 3 },
            TableError::MalformedQuotes { line: 4 },
            TableError::MalformedQuotes { line: 6 },
            TableError::CellTooLong { line: 7, column: 2 },
            TableError::MalformedQuotes { line: 11 },
        ];
        assert_eq!(faults, expected);
        assert_eq!(read("\"a;b\n1;2\n", "UTF-8"), Err(TableError::MalformedQuotes { line: 1 }));
    }

    #[test]
    fn the_delimiter_is_found_even_when_cells_hold_others() {
        for (text, delimiter) in [
            ("name;note\nАнна;\"a, b, c\"\nБорис;d, e, f\n", ';'),
            ("name,note\nAnna,x;y\n", ','),
            ("name\tnote\tx\nAnna, A.\tb\tc\n", '\t'),
            ("a|b|c\n1|2|3\n", '|'),
            ("email\nanna@example.org\n", ','),
            ("\n \nname;email\nАнна;anna@example.org\n", ';'),
            ("sep=|\na,b|c\nd,e|f\n", '|'),
        ] {
            assert_eq!(table(text).unwrap().delimiter, Some(delimiter), "{text}");
        }
    }

    #[test]
    fn quoted_cells_hold_delimiters_quotes_and_line_ends() {
        let table =
            table("name,note\r\n\"Сергеева, Анна\",\"say \"\"да\"\"\nand go\"\r\n\r\nBoris,plain \"x\"\r\n")
                .unwrap();
        assert_eq!(table.header, ["name", "note"]);
        assert_eq!(table.rows[0].cells, ["Сергеева, Анна", "say \"да\"\nand go"]);
        assert_eq!((table.rows[0].line, table.rows[1].line), (2, 5));
        assert_eq!(table.rows[1].cells, ["Boris", "plain \"x\""]);
    }

    #[test]
    fn malformed_quotes_name_the_line() {
        let open = "a,b\n1,2\n3,\"open\n4,5\n";
        assert_eq!(table(open), Err(TableError::MalformedQuotes { line: 3 }));
        let tail = "a,b\n1,2\n\"x\"y,4\n";
        assert_eq!(table(tail), Err(TableError::MalformedQuotes { line: 3 }));
    }

    #[test]
    fn short_rows_are_filled_and_long_ones_refused() {
        let filled = table("a;b;c\n1;2\n3;4;5;;;\n").unwrap();
        assert_eq!(filled.rows[0].cells, ["1", "2", ""]);
        assert_eq!(filled.rows[1].cells, ["3", "4", "5"]);
        assert_eq!(table("a;b\n1;2\n3;4;5\n"), Err(TableError::ExtraCells { line: 3 }));
    }

    #[test]
    fn tables_below_one_another_are_read_as_they_stand() {
        let text = "1. Summary\nStart time\t7/22/26, 7:00:11 PM\n\n2. Participants\nName\tJoin\tLeave\nAnna\t7/22/26, \
                    7:02 PM\t7/22/26, 8:00 PM\textra\n\"open\t1\n";
        let read = lines(text, "UTF-16LE").unwrap();
        assert_eq!(read.delimiter, Some('\t'));
        let widths: Vec<(u32, usize)> = read.rows.iter().map(|row| (row.line, row.cells.len())).collect();
        assert_eq!(widths, [(1, 1), (2, 2), (4, 1), (5, 3), (6, 4)]);
        assert_eq!(read.faults, [TableError::MalformedQuotes { line: 7 }]);
        assert_eq!(lines("\n;;\n", "UTF-8"), Err(TableError::Empty));
        assert_eq!(lines("Иванова\nПетров\n", "UTF-8").unwrap().rows.len(), 2);
        assert_eq!(lines(&"a;b\n".repeat(MAX_ROWS), "UTF-8").unwrap().rows.len(), MAX_ROWS);
        assert_eq!(lines(&"a;b\n".repeat(MAX_ROWS + 1), "UTF-8"), Err(TableError::TooManyRows));
    }

    #[test]
    fn limits_hold() {
        let rows = format!("a;b\n{}", "1;2\n".repeat(MAX_ROWS));
        assert_eq!(table(&rows).unwrap().rows.len(), MAX_ROWS);
        assert_eq!(table(&format!("{rows}1;2\n")), Err(TableError::TooManyRows));
        let wide = "x;".repeat(64) + "x\n";
        assert_eq!(table(&wide), Err(TableError::TooManyColumns { line: 1 }));
        let long = format!("a;b\n1;{}\n", "ж".repeat(2001));
        assert_eq!(table(&long), Err(TableError::CellTooLong { line: 2, column: 2 }));
        assert_eq!(table("\n  \n;;\n"), Err(TableError::Empty));
    }
}
