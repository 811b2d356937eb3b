//! A draft out of the fields of a form. Each row of a list has a field with its name and place, `choices-0`,
//! which holds the number it had before; texts have a field in each language, `choices-0-text-kk`.

use super::rows::MOST;
use super::{
    Draft, DraftAccepted, DraftChoice, DraftGap, DraftHint, DraftNumber, DraftPair, DraftUnit, Texts,
};
use crate::kernel::Language;
use crate::questions::rules::QuestionKind;

/// Gives what was sent under a name; nothing when nothing was.
pub type Fields<'f> = &'f dyn Fn(&str) -> Option<String>;

struct Reader<'f>(Fields<'f>);

impl Reader<'_> {
    /// As it was typed, but with one kind of line end.
    fn text(&self, name: &str) -> String {
        (self.0)(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned()
    }

    fn ticked(&self, name: &str) -> bool {
        (self.0)(name).is_some()
    }

    fn texts(&self, name: &str) -> Texts {
        let mut texts = Texts::default();
        for language in Language::ALL {
            texts.set(language, self.text(&format!("{name}-{}", language.tag())));
        }
        texts
    }

    fn rows<T>(&self, list: &str, row: impl Fn(&str) -> T) -> Vec<T> {
        let names = (0..MOST).map(|place| format!("{list}-{place}"));
        names.take_while(|name| self.ticked(name)).map(|name| row(&name)).collect()
    }
}

impl Draft {
    /// Reads the fields of a form. Nothing typed is lost, whatever it is.
    pub fn typed(kind: QuestionKind, fields: Fields<'_>) -> Draft {
        let r = Reader(fields);
        let field = |row: &str, name: &str| r.text(&format!("{row}-{name}"));
        let right = r.text("right");
        let choice = |row: &str| DraftChoice {
            id: r.text(row),
            text: r.texts(&format!("{row}-text")),
            right: r.ticked(&format!("{row}-right")) || right == row,
            worth: field(row, "worth"),
            feedback: r.texts(&format!("{row}-feedback")),
        };
        let pair = |row: &str| DraftPair {
            id: r.text(row),
            right_id: field(row, "id"),
            left: r.texts(&format!("{row}-left")),
            right: r.texts(&format!("{row}-right")),
        };
        let number = |row: &str| DraftNumber {
            value: field(row, "value"),
            tolerance: field(row, "tolerance"),
            worth: field(row, "worth"),
            feedback: r.texts(&format!("{row}-feedback")),
        };
        let accepted = |row: &str| DraftAccepted {
            pattern: field(row, "pattern"),
            worth: field(row, "worth"),
            feedback: r.texts(&format!("{row}-feedback")),
        };
        Draft {
            kind,
            points: r.text("points"),
            penalty: r.text("penalty"),
            prompt: r.texts("prompt"),
            detail: r.texts("detail"),
            explanation: r.texts("explanation"),
            choices: r.rows("choices", choice),
            pairs: r.rows("pairs", pair),
            left_heading: r.texts("left_heading"),
            right_heading: r.texts("right_heading"),
            numbers: r.rows("numbers", number),
            unit: r.texts("unit"),
            units: r.rows("units", |row| DraftUnit {
                symbol: field(row, "symbol"),
                multiplier: field(row, "multiplier"),
            }),
            accepted: r.rows("accepted", accepted),
            case_matters: r.ticked("case_matters"),
            gaps: r.rows("gaps", |row| gap(&r, row)),
            lowest: r.texts("lowest"),
            highest: r.texts("highest"),
            min_words: r.text("min_words"),
            max_words: r.text("max_words"),
            template: r.texts("template"),
            marking_notes: r.texts("marking_notes"),
            said_right: r.texts("said_right"),
            said_partly: r.texts("said_partly"),
            said_wrong: r.texts("said_wrong"),
            hints: r.rows("hints", |row| DraftHint { text: r.texts(&format!("{row}-text")) }),
        }
    }
}

fn gap(r: &Reader<'_>, row: &str) -> DraftGap {
    let field = |name: &str| r.text(&format!("{row}-{name}"));
    DraftGap {
        number: field("number"),
        weight: field("weight"),
        kind: field("kind"),
        options: r.texts(&format!("{row}-options")),
        feedback: r.texts(&format!("{row}-said")),
        accepted: field("accepted"),
        case_matters: r.ticked(&format!("{row}-case")),
    }
}
