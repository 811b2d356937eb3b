//! A text divided at its `## {…}` headings, so that it can be put together again letter by letter.

use std::fmt::Write as _;

/// A text of a case in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Everything before the first heading: the settings between `+++` lines.
    pub head: String,
    /// The sections in their order.
    pub sections: Vec<Section>,
}

/// A heading of level 2 with what stands under it, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The line of the heading, with its end.
    pub heading: String,
    /// The lines up to the next heading, with their ends.
    pub body: String,
}

/// What a section is, by the first word of its braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// A step of a staged case, with its key.
    Step(String),
    /// An end of a staged case, with its key.
    End(String),
    /// The rubric.
    Criteria,
    /// Any other, by its key: `situation`, `task`, `hand-in`, `trainer`, `debrief`, or one that is not known.
    Plain(String),
}

impl Outline {
    /// Divides a text. What is fenced is not looked into.
    pub fn of(text: &str) -> Outline {
        let mut outline = Outline::default();
        let mut fence = None;
        for line in text.split_inclusive('\n') {
            let heading = fence.is_none() && line.starts_with("## ");
            fence = fenced(fence, line);
            match outline.sections.last_mut() {
                _ if heading => {
                    outline.sections.push(Section { heading: line.to_owned(), body: String::new() });
                }
                Some(section) => section.body.push_str(line),
                None => outline.head.push_str(line),
            }
        }
        outline
    }

    /// The text again.
    pub fn text(&self) -> String {
        let mut text = self.head.clone();
        for section in &self.sections {
            text.push_str(&section.heading);
            text.push_str(&section.body);
        }
        text
    }

    /// The lines on which the sections begin, from 1.
    pub fn lines(&self) -> Vec<u32> {
        let mut line = 1 + count(&self.head);
        let mut lines = Vec::new();
        for section in &self.sections {
            lines.push(line);
            line += count(&section.heading) + count(&section.body);
        }
        lines
    }

    /// The section that a line belongs to; `None` for the settings above all of them.
    pub fn at(&self, line: u32) -> Option<usize> {
        self.lines().iter().rposition(|first| *first <= line)
    }

    /// The first section of a sort.
    pub fn place_of(&self, sort: &Sort) -> Option<usize> {
        self.sections.iter().position(|section| section.sort() == *sort)
    }

    /// The keys and titles of everything that a decision may lead to, in their order.
    pub fn targets(&self) -> Vec<(String, String)> {
        let target = |section: &Section| match section.sort() {
            Sort::Step(key) | Sort::End(key) => Some((key, section.title())),
            Sort::Criteria | Sort::Plain(_) => None,
        };
        self.sections.iter().filter_map(target).collect()
    }

    /// Whether the case has steps or ends.
    pub fn is_staged(&self) -> bool {
        !self.targets().is_empty()
    }

    /// A key that no step and no end has yet: `step-3`.
    pub fn free_key(&self, word: &str) -> String {
        let taken: Vec<String> = self.targets().into_iter().map(|(key, _)| key).collect();
        let free = (1..).map(|number| format!("{word}-{number}")).find(|key| !taken.contains(key));
        free.unwrap_or_else(|| word.to_owned())
    }

    /// Puts a section behind the one at a place, or where its sort belongs.
    pub fn insert(&mut self, section: Section, behind: Option<usize>) -> usize {
        let place = behind.map_or_else(|| self.home(&section.sort()), |place| place + 1);
        let place = place.min(self.sections.len());
        self.close(place);
        self.sections.insert(place, section);
        place
    }

    /// Takes a section out.
    pub fn remove(&mut self, place: usize) -> Option<Section> {
        (place < self.sections.len()).then(|| self.sections.remove(place))
    }

    /// Exchanges a section with the nearest of the same kind above or below it, and says where it stands then.
    pub fn shift(&mut self, place: usize, up: bool) -> usize {
        let Some(kind) = self.sections.get(place).map(|section| section.sort().kind()) else { return place };
        let same = |other: &usize| self.sections.get(*other).is_some_and(|one| one.sort().kind() == kind);
        let other =
            if up { (0..place).rev().find(same) } else { (place + 1..self.sections.len()).find(same) };
        let Some(other) = other else { return place };
        self.close(self.sections.len());
        self.sections.swap(place, other);
        other
    }

    /// Steps stand behind the last step or the situation, ends behind the last end or step, everything else at the end.
    fn home(&self, sort: &Sort) -> usize {
        let last = |kind| self.sections.iter().rposition(|section| section.sort().kind() == kind);
        let situation = self.place_of(&Sort::Plain("situation".to_owned()));
        let behind = match sort {
            Sort::Step(_) => last("step").or(situation),
            Sort::End(_) => last("end").or(last("step")).or(situation),
            Sort::Criteria | Sort::Plain(_) => None,
        };
        behind.map_or(self.sections.len(), |place| place + 1)
    }

    /// What stands before a place ends with an empty line, so that what comes there begins on a line of its own.
    fn close(&mut self, place: usize) {
        let before = match place.checked_sub(1).and_then(|place| self.sections.get_mut(place)) {
            Some(section) if section.body.is_empty() => &mut section.heading,
            Some(section) => &mut section.body,
            None => &mut self.head,
        };
        if !before.is_empty() && !before.ends_with('\n') {
            before.push('\n');
        }
        if !before.is_empty() && !before.ends_with("\n\n") {
            before.push('\n');
        }
    }
}

impl Section {
    /// A section of a key in braces, a title and a text.
    pub fn new(braces: &str, title: &str, text: &str) -> Section {
        let mut section = Section::default();
        section.head(braces, title);
        section.put(text);
        section
    }

    /// What it is.
    pub fn sort(&self) -> Sort {
        let words = self.words();
        let word = |place: usize| words.get(place).cloned().unwrap_or_default();
        match word(0).as_str() {
            "stage" => Sort::Step(word(1)),
            "end" => Sort::End(word(1)),
            "criteria" => Sort::Criteria,
            key => Sort::Plain(key.to_owned()),
        }
    }

    /// What the braces hold, divided at spaces.
    pub fn words(&self) -> Vec<String> {
        self.braces()
            .map(|(inside, _)| inside.split_whitespace().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    /// The heading without its braces.
    pub fn title(&self) -> String {
        let rest = self.braces().map_or_else(|| self.heading.get(2..).unwrap_or_default(), |(_, rest)| rest);
        rest.trim().to_owned()
    }

    /// What stands under the heading, without empty lines around it.
    pub fn text(&self) -> &str {
        self.body.trim_matches(['\n', '\r'])
    }

    /// Writes the heading anew, unless it says the same already.
    pub fn head(&mut self, braces: &str, title: &str) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = self.words().join(" ") == braces && self.title() == title;
        if !same || self.heading.is_empty() {
            self.heading = format!("## {{{braces}}} {title}").trim_end().to_owned();
            self.heading.push('\n');
        }
    }

    /// Writes the text anew, unless it says the same already.
    pub fn put(&mut self, text: &str) {
        let text = text.trim_matches(['\n', '\r']).trim_end();
        if self.body.is_empty() || self.text().trim_end() != text {
            self.body = String::from("\n");
            if !text.is_empty() {
                // Writing into a text cannot fail.
                let _ = write!(self.body, "{text}\n\n");
            }
        }
    }

    fn braces(&self) -> Option<(&str, &str)> {
        self.heading.strip_prefix("## ")?.trim_start().strip_prefix('{')?.split_once('}')
    }
}

impl Sort {
    /// The kind in one word, by which sections are moved among each other.
    pub fn kind(&self) -> &'static str {
        match self {
            Sort::Step(_) => "step",
            Sort::End(_) => "end",
            Sort::Criteria => "criteria",
            Sort::Plain(_) => "plain",
        }
    }
}

fn count(text: &str) -> u32 {
    u32::try_from(text.split_inclusive('\n').count()).unwrap_or(u32::MAX)
}

/// The fence that is open behind a line: its letter and its length.
pub(super) fn fenced(open: Option<(char, usize)>, line: &str) -> Option<(char, usize)> {
    let line = line.trim();
    let Some(letter) = line.chars().next().filter(|letter| ['`', '~'].contains(letter)) else { return open };
    let length = line.chars().take_while(|one| *one == letter).count();
    match open {
        None if length >= 3 => Some((letter, length)),
        Some((fence, least))
            if fence == letter && length >= least && line.chars().all(|one| one == letter) =>
        {
            None
        }
        open => open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "+++\npass_points = 2\n+++\n\n## {situation} Ситуация\n\nТекст\n\n## {stage a minutes=5} Шаг\n\n```\n## {no} heading\n```\n";

    #[test]
    fn a_text_is_divided_at_its_headings_but_not_inside_of_fences() {
        let outline = Outline::of(TEXT);
        assert_eq!(outline.sections.len(), 2);
        assert_eq!(outline.sections[1].sort(), Sort::Step("a".into()));
        assert_eq!(outline.sections[1].words(), ["stage", "a", "minutes=5"]);
        assert_eq!(outline.sections[0].title(), "Ситуация");
        assert_eq!(outline.lines(), [5, 9]);
        assert_eq!((outline.at(2), outline.at(7), outline.at(40)), (None, Some(0), Some(1)));
        assert_eq!(outline.text(), TEXT);
    }

    #[test]
    fn writing_the_same_changes_no_letter() {
        let mut outline = Outline::of(TEXT);
        let (words, title) = (outline.sections[1].words().join(" "), outline.sections[1].title());
        outline.sections[1].head(&words, &title);
        let text = outline.sections[1].text().to_owned();
        outline.sections[1].put(&text);
        assert_eq!(outline.text(), TEXT);
    }

    #[test]
    fn steps_move_among_steps_and_keep_a_line_of_their_own() {
        let mut outline = Outline::of("## {stage a} А\nодин\n## {task} Т\n\n## {stage b} Б\nдва");
        assert_eq!(outline.shift(2, true), 0);
        assert_eq!(outline.text(), "## {stage b} Б\nдва\n\n## {task} Т\n\n## {stage a} А\nодин\n");
        assert_eq!(outline.shift(0, true), 0);
        assert_eq!(outline.free_key("step"), "step-1");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_letter_by_letter(text in "([#{}`~|a-zа-я +\\n-]{0,12}(## \\{stage x\\} y\\n|```\\n|\\r\\n)?){0,12}") {
            prop_assert_eq!(Outline::of(&text).text(), text);
        }
    }
}
