//! GIFT, as Moodle documents it: <https://docs.moodle.org/en/GIFT_format>.

mod answers;
mod question;

use super::Code;
use super::desk::Desk;
use super::names::category_parts;

/// Where the characters that stand for escaped ones begin: plane 15 is private.
const MASKS: u32 = 0xf_0000;

/// Escaped characters out of the way of everything that looks for signs.
fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped = match (character, characters.peek()) {
            ('\\', Some('n')) => Some('\n'),
            ('\\', Some(next)) if "~=#{}:\\".contains(*next) => Some(*next),
            _ => None,
        };
        if let Some(escaped) = escaped {
            characters.next();
            masked.extend(char::from_u32(MASKS + u32::from(escaped)));
        } else if is_mask(character) {
            masked.push('\u{fffd}');
        } else {
            masked.push(character);
        }
    }
    masked
}

fn is_mask(character: char) -> bool {
    (MASKS..=MASKS + 0xff).contains(&u32::from(character))
}

/// What was written.
fn unmask(text: &str) -> String {
    let shown = |c: char| if is_mask(c) { char::from_u32(u32::from(c) - MASKS).unwrap_or(c) } else { c };
    text.chars().map(shown).collect()
}

/// The lines of one question, without its comments.
#[derive(Default)]
struct Block {
    text: String,
    /// Where in the text each line begins, with its number.
    starts: Vec<(usize, u32)>,
    comments: Vec<String>,
    depth: usize,
}

impl Block {
    fn push(&mut self, number: u32, line: &str) {
        if !self.starts.is_empty() {
            self.text.push('\n');
        }
        self.starts.push((self.text.len(), number));
        self.text.push_str(line);
        for character in line.chars() {
            match character {
                '{' => self.depth += 1,
                '}' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    /// The line that a piece of the text begins on.
    fn line_of(&self, piece: &str) -> u32 {
        let at = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        self.starts.get(after.saturating_sub(1)).map_or(1, |(_, number)| *number)
    }

    fn line(&self) -> u32 {
        self.starts.first().map_or(1, |(_, number)| *number)
    }
}

pub(super) fn read(text: &str, desk: &mut Desk) {
    let masked = mask(text);
    let lines: Vec<&str> = masked.lines().map(str::trim).collect();
    let braces = next_braces(&lines);
    let mut block = Block::default();
    for ((line, brace), number) in lines.iter().zip(braces).zip(1u32..) {
        if line.starts_with("//") {
            block.comments.push((*line).to_owned());
        } else if line.is_empty() {
            // An empty line ends a question, but not inside braces that are closed later.
            if block.depth > 0 && brace == Some('}') {
                block.push(number, "");
            } else {
                finish(&mut block, desk);
            }
        } else if let Some(path) = line.strip_prefix("$CATEGORY:").filter(|_| block.depth == 0) {
            finish(&mut block, desk);
            desk.category = category_parts(&unmask(path));
        } else {
            block.push(number, line);
        }
    }
    finish(&mut block, desk);
}

fn finish(block: &mut Block, desk: &mut Desk) {
    let block = std::mem::take(block);
    if block.starts.is_empty() {
        return;
    }
    let before = desk.faults();
    let draft = question::read(&block, desk);
    if let Some(draft) = draft.filter(|_| desk.faults() == before) {
        desk.take(draft);
    }
}

/// For each line the first brace in it or below.
fn next_braces(lines: &[&str]) -> Vec<Option<char>> {
    let mut next = None;
    let mut braces: Vec<_> = lines
        .iter()
        .rev()
        .map(|line| {
            let first = line.find(['{', '}']).and_then(|at| line.get(at..)?.chars().next());
            if !line.starts_with("//") {
                next = first.or(next);
            }
            next
        })
        .collect();
    braces.reverse();
    braces
}
