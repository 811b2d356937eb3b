//! A step as a form shows it: facts, a question, and what is decided. A step that is written otherwise has no such form
//! and is changed as text.

use super::outline::{Section, Sort, fenced};

/// A step of a staged case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// By what decisions lead here.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// Minutes for the decision as they are written; empty without a clock.
    pub minutes: String,
    /// What becomes known: Markdown.
    pub facts: String,
    /// What is to be decided.
    pub question: String,
    /// More about the question: Markdown.
    pub detail: String,
    /// The choices; none where it is decided in words.
    pub choices: Vec<Choice>,
    /// Whether it is decided in one's own words.
    pub in_words: bool,
    /// What follows such words.
    pub words_next: String,
    /// What follows when the time is over.
    pub timeout_next: String,
}

/// One choice of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Unique in the step.
    pub key: String,
    /// What follows: the key of a step or an end; may be empty while it is written.
    pub next: String,
    /// The words of the choice: Markdown of one paragraph.
    pub words: String,
}

impl Step {
    /// Reads a section; `None` when it says something that the form cannot.
    pub fn of(section: &Section) -> Option<Step> {
        let Sort::Step(key) = section.sort() else { return None };
        let mut step = Step { key, title: section.title(), ..Step::default() };
        for word in section.words().iter().skip(2) {
            step.minutes = word.strip_prefix("minutes=").filter(|_| step.minutes.is_empty())?.to_owned();
        }
        let (facts, question, asked) = divided(section.text());
        step.facts = facts;
        let Some(question) = question else { return asked.is_empty().then_some(step) };
        step.question = question;
        step.read(&asked)?;
        Some(step)
    }

    /// Writes it into its section; what says the same already stays as it is written.
    pub fn write(&self, section: &mut Section) {
        if Step::of(section).as_ref() == Some(self) {
            return;
        }
        let minutes = self.minutes.split_whitespace().collect::<String>();
        let clock = if minutes.is_empty() { String::new() } else { format!(" minutes={minutes}") };
        section.head(&format!("stage {}{clock}", self.key), &self.title);
        section.put(&self.text());
    }

    /// A choice with a key of its own that leads nowhere yet.
    pub fn add_choice(&mut self) {
        let key = self.free_choice();
        self.choices.push(Choice { key, ..Choice::default() });
    }

    /// Gives a key to every choice that has none.
    pub fn name_choices(&mut self) {
        for place in 0..self.choices.len() {
            let key = self.free_choice();
            if let Some(choice) = self.choices.get_mut(place).filter(|choice| choice.key.is_empty()) {
                choice.key = key;
            }
        }
    }

    fn free_choice(&self) -> String {
        let taken = |key: &String| self.choices.iter().any(|choice| choice.key == *key);
        (1..).map(|number| format!("choice-{number}")).find(|key| !taken(key)).unwrap_or_default()
    }

    fn text(&self) -> String {
        let mut parts = vec![self.facts.trim().to_owned()];
        let question = self.question.split_whitespace().collect::<Vec<_>>().join(" ");
        parts.push(format!("### {{question}} {question}").trim_end().to_owned());
        parts.push(self.detail.trim().to_owned());
        if self.in_words {
            parts.push(format!("{{text -> {}}}", self.words_next).replace("-> }", "->}"));
        } else {
            let choices: Vec<String> = self.choices.iter().map(Choice::line).collect();
            parts.push(choices.join("\n"));
        }
        if !self.timeout_next.is_empty() {
            parts.push(format!("{{timeout -> {}}}", self.timeout_next));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }

    /// Reads what stands under the question.
    fn read(&mut self, lines: &[&str]) -> Option<()> {
        let decided = lines.iter().position(|line| is_decision(line)).unwrap_or(lines.len());
        let (detail, decided) = lines.split_at_checked(decided)?;
        self.detail = detail.join("\n").trim_matches(['\n', '\r']).trim_end().to_owned();
        let mut open = false;
        for line in decided {
            let text = line.trim();
            if text.is_empty() {
                open = false;
            } else if let Some(item) = item(line) {
                let (key, next, words) = lead(item)?;
                self.choices.push(Choice { key, next, words: words.to_owned() });
                open = true;
            } else if text.starts_with('{') {
                self.read_line(text)?;
                open = false;
            } else {
                // The further lines of a choice.
                let choice = self
                    .choices
                    .last_mut()
                    .filter(|_| open && !text.starts_with(['-', '*', '+', '#', '>']))?;
                choice.words.push('\n');
                choice.words.push_str(text);
            }
        }
        let both = self.in_words && !self.choices.is_empty();
        (!both).then_some(())
    }

    fn read_line(&mut self, text: &str) -> Option<()> {
        let (word, next, rest) = lead(text)?;
        if !rest.is_empty() {
            return None;
        }
        match word.as_str() {
            "text" if !self.in_words => {
                self.in_words = true;
                self.words_next = next;
            }
            "timeout" if self.timeout_next.is_empty() => self.timeout_next = next,
            _ => return None,
        }
        Some(())
    }
}

impl Choice {
    fn line(&self) -> String {
        let words: Vec<&str> = self.words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let lead = if self.next.is_empty() { String::new() } else { format!(" {}", self.next) };
        format!("- {{{} ->{lead}}} {}", self.key, words.join("\n  ")).trim_end().to_owned()
    }
}

/// Facts, the question, and the lines under it.
fn divided(text: &str) -> (String, Option<String>, Vec<&str>) {
    let (mut facts, mut question, mut asked) = (Vec::new(), None, Vec::new());
    let mut fence = None;
    for line in text.lines() {
        let heading = line.strip_prefix("### ").map(str::trim_start).filter(|_| fence.is_none());
        fence = fenced(fence, line);
        match (&question, heading.and_then(|heading| heading.strip_prefix("{question}"))) {
            (None, Some(words)) => question = Some(words.trim().to_owned()),
            (None, None) => facts.push(line),
            _ => asked.push(line),
        }
    }
    (facts.join("\n").trim_matches(['\n', '\r']).trim_end().to_owned(), question, asked)
}

fn is_decision(line: &str) -> bool {
    item(line).is_some_and(|item| item.starts_with('{')) || line.starts_with('{')
}

/// The text of an item of a list that is not inside of another.
fn item(line: &str) -> Option<&str> {
    ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
}

/// `{key -> next} words`; the target may be missing.
fn lead(text: &str) -> Option<(String, String, &str)> {
    let (inside, words) = text.strip_prefix('{')?.split_once('}')?;
    let parts: Vec<&str> = inside.split_whitespace().collect();
    let (key, next) = match parts.as_slice() {
        [key, "->" | "→", next] => (*key, *next),
        [key, "->" | "→"] => (*key, ""),
        _ => return None,
    };
    Some((key.to_owned(), next.to_owned(), words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STEP: &str = "\nФакты.\n\n> Цитата\n\n### {question} Что делать?\n\nПодумайте.\n\n- {stop -> words} Остановиться\n  и позвонить\n- {go -> } Идти\n\n{timeout -> end}\n";

    fn section(body: &str) -> Section {
        Section { heading: "## {stage a minutes=10} Шаг\n".into(), body: body.into() }
    }

    #[test]
    fn a_step_is_read_as_it_is_written() {
        let step = Step::of(&section(STEP)).unwrap();
        assert_eq!((step.key.as_str(), step.minutes.as_str(), step.title.as_str()), ("a", "10", "Шаг"));
        assert_eq!(step.facts, "Факты.\n\n> Цитата");
        assert_eq!((step.question.as_str(), step.detail.as_str()), ("Что делать?", "Подумайте."));
        assert_eq!(step.choices[0].words, "Остановиться\nи позвонить");
        assert_eq!((step.choices[1].next.as_str(), step.timeout_next.as_str()), ("", "end"));
    }

    #[test]
    fn what_the_form_cannot_say_has_no_form() {
        for body in [
            "Факты\n\n### {question} Что?\n\n- {a -> b} Да\n\nЕщё абзац\n",
            "Факты\n\n### {question} Что?\n\n- {a -> b} Да\n  - вложенный\n",
            "Факты\n\n### {question} Что?\n\n- {a -> b} Да\n\n{text -> c}\n",
            "Факты\n\n### {question} Что?\n\n- {a b c} Да\n",
        ] {
            assert_eq!(Step::of(&section(body)), None, "{body}");
        }
    }

    #[test]
    fn writing_what_was_read_changes_no_letter() {
        let mut same = section(STEP);
        Step::of(&same).unwrap().write(&mut same);
        assert_eq!(same, section(STEP));
    }

    fn word() -> impl Strategy<Value = String> {
        "[а-яa-z]{1,8}( [а-яa-z,.]{1,8}){0,3}"
    }

    fn any_step() -> impl Strategy<Value = Step> {
        let choices = proptest::collection::vec(("[a-z][a-z0-9-]{0,8}", "([a-z]{1,6})?", word()), 0..4);
        let heads = (word(), "([1-9][0-9]?)?", word(), word(), "([а-я]{1,9})?");
        (heads, choices, any::<bool>(), "[a-z]{1,6}", "([a-z]{1,6})?").prop_map(
            |((title, minutes, facts, question, detail), choices, in_words, next, timeout_next)| {
                let choice = |(key, next, words)| Choice { key, next, words };
                let choices = if in_words { vec![] } else { choices.into_iter().map(choice).collect() };
                let words_next = if in_words { next } else { String::new() };
                let key = "a".to_owned();
                Step {
                    key,
                    title,
                    minutes,
                    facts,
                    question,
                    detail,
                    choices,
                    in_words,
                    words_next,
                    timeout_next,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn whatever_the_form_writes_it_reads_again(step in any_step()) {
            let mut section = Section::new("stage a", "", "");
            step.write(&mut section);
            prop_assert_eq!(Step::of(&section), Some(step), "{}", section.body);
        }
    }
}
