//! Reads an essay: its limits of words, and the block of code `template` that its field begins with.

use crate::programmes::rules::read::form::Form;
use crate::programmes::rules::read::question::Wish;
use crate::programmes::rules::read::sections::Part;
use comrak::nodes::{Node, NodeValue};

/// `50-150`, `50-` or `-150`.
pub(super) fn limits(text: &str) -> Option<(Option<u32>, Option<u32>)> {
    let (least, most) = text.split_once(['-', '–'])?;
    let read = |number: &str| match number {
        "" => Some(None),
        number => number.parse::<u32>().ok().filter(|number| (1..=5000).contains(number)).map(Some),
    };
    let (least, most) = (read(least)?, read(most)?);
    let fine = (least, most) != (None, None) && least.zip(most).is_none_or(|(least, most)| least <= most);
    fine.then_some((least, most))
}

/// Divides an essay into its further text, how it is answered, and the quotes after it.
pub(super) fn divide<'p, 'a>(part: &'p Part<'a>, wish: Wish) -> (&'p [Node<'a>], Form, &'p [Node<'a>]) {
    let (min_words, max_words) = wish.words.unwrap_or_default();
    let begins =
        |block: &Node<'a>| template(*block).is_some() || matches!(block.data().value, NodeValue::BlockQuote);
    let place = part.blocks.iter().position(begins).unwrap_or(part.blocks.len());
    let (details, rest) = part.blocks.split_at_checked(place).unwrap_or_default();
    let template = rest.first().and_then(|block| template(*block));
    let after = if template.is_some() { rest.get(1..).unwrap_or_default() } else { rest };
    (details, Form::Essay { min_words, max_words, template: template.unwrap_or_default() }, after)
}

fn template(block: Node<'_>) -> Option<String> {
    match &block.data().value {
        NodeValue::CodeBlock(code) if code.info.trim() == "template" => {
            Some(code.literal.trim_end().to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_may_be_open_at_one_end() {
        assert_eq!(limits("50-150"), Some((Some(50), Some(150))));
        assert_eq!(limits("50–"), Some((Some(50), None)));
        assert_eq!(limits("-150"), Some((None, Some(150))));
        for faulty in ["", "-", "150-50", "0-5", "50", "много-мало"] {
            assert_eq!(limits(faulty), None, "{faulty}");
        }
    }
}
