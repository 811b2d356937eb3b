//! What did not go along into a file for another system, said in comments at the file's end.

use super::kind_key;
use crate::questions::rules::exchange::Format;
use crate::questions::rules::exchange::export::{Loss, Written};
use crate::web::Say;

/// The file with what did not go along named at its end, in the reader's language.
pub fn with_losses(written: Written, format: Format, say: Say<'_>) -> String {
    let Written { mut text, losses, .. } = written;
    for (name, loss) in losses {
        let line = format!("{name}: {}", sentence(loss, say));
        text.push_str(&match format {
            Format::Gift => format!("// {line}\n"),
            _ => format!("<!-- {} -->\n", line.replace("--", "- -")),
        });
    }
    text
}

fn sentence(loss: Loss, say: Say<'_>) -> String {
    match loss {
        Loss::Kind(kind) => format!("{}: {}", say("questions-loss-kind"), say(&kind_key(kind))),
        Loss::Incomplete => say("questions-loss-incomplete"),
        Loss::Details => say("questions-loss-details"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::QuestionKind;

    #[test]
    fn a_comment_stays_a_comment_whatever_a_question_is_called() {
        let said = |format| {
            let losses = vec![("a --> b".to_owned(), Loss::Kind(QuestionKind::Gaps))];
            let written = Written { text: "x\n".to_owned(), count: 0, losses };
            with_losses(written, format, &|key| key.to_owned())
        };
        let line = "questions-loss-kind: questions-kind-gaps";
        assert_eq!(said(Format::Gift), format!("x\n// a --> b: {line}\n"));
        assert_eq!(said(Format::MoodleXml), format!("x\n<!-- a - -> b: {line} -->\n"));
    }
}
