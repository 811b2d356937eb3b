//! Messages that are only text and named arguments, taken apart when the program starts. Fluent's own
//! formatter walks a tree, and keeps a record of every argument, for each message of each page; it stays in
//! charge of whatever chooses a plural form or refers to another message.

use super::words::whole_number;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A message in its parts.
pub(super) struct Phrase {
    parts: Vec<Part>,
}

enum Part {
    Text(String),
    Argument(String),
}

impl Phrase {
    /// The simple messages of a file under their keys.
    pub fn all_of(resource: &FluentResource) -> impl Iterator<Item = (String, Phrase)> + '_ {
        resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => {
                let phrase = Phrase::of(message.value.as_ref()?)?;
                Some((message.id.name.to_owned(), phrase))
            }
            _ => None,
        })
    }

    fn of(pattern: &Pattern<&str>) -> Option<Phrase> {
        let part = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => Some(Part::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Part::Argument(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        };
        let parts = pattern.elements.iter().map(part).collect::<Option<_>>()?;
        Some(Phrase { parts })
    }

    /// The message with its arguments; nothing when one is missing, which Fluent will complain about.
    pub fn fill(&self, args: &[(&str, &str)]) -> Option<String> {
        let mut text = String::with_capacity(64);
        for part in &self.parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Argument(name) => {
                    // Of two arguments of one name Fluent takes the later.
                    let (_, value) = args.iter().rev().find(|(known, _)| known == name)?;
                    match whole_number(value) {
                        Some(number) => text.push_str(&number.to_string()),
                        None => text.push_str(value),
                    }
                }
            }
        }
        Some(text)
    }

    /// The names of its arguments.
    #[cfg(test)]
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Argument(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }
}
