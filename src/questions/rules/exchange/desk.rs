//! Where questions and findings are gathered while a file is read.

use super::html::{self, Markup};
use super::{Code, Fault, Format, IMAGE_PREFIX, Imported, Keys, MOST_QUESTIONS, Reading, Severity};
use crate::kernel::Language;

/// More faults than that are not listed, and no more warnings beside them.
const MOST_FINDINGS: usize = 1000;

pub(super) struct Desk {
    pub(super) language: Language,
    pub(super) keys: Keys,
    /// The category that the questions to come belong to.
    pub(super) category: Vec<String>,
    pub(super) questions: Vec<Imported>,
    /// Encoding and delimiter of the text of a table.
    pub(super) read_as: (Option<&'static str>, Option<char>),
    findings: Vec<Fault>,
    faults: usize,
    warnings: usize,
}

impl Desk {
    pub(super) fn new(language: Language) -> Desk {
        Desk {
            language,
            keys: Keys::default(),
            category: Vec::new(),
            questions: Vec::new(),
            read_as: (None, None),
            findings: Vec::new(),
            faults: 0,
            warnings: 0,
        }
    }

    pub(super) fn add(&mut self, line: u32, code: Code, args: &[(&'static str, String)]) {
        let (count, too_many) = match code.severity() {
            Severity::Fault => (&mut self.faults, Code::TooManyFaults),
            Severity::Warning => (&mut self.warnings, Code::TooManyWarnings),
        };
        *count += 1;
        if *count <= MOST_FINDINGS {
            self.findings.push(Fault { line, code, args: args.to_vec() });
        } else if *count == MOST_FINDINGS + 1 {
            let args = vec![("most", MOST_FINDINGS.to_string())];
            self.findings.push(Fault { line, code: too_many, args });
        }
    }

    /// A finding that names a piece of the text.
    pub(super) fn name(&mut self, line: u32, code: Code, text: &str) {
        let mut short: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if short.chars().count() > 60 {
            short = short.chars().take(60).chain(['…']).collect();
        }
        self.add(line, code, &[("text", short)]);
    }

    /// The value, or the fault in its place.
    pub(super) fn noted<T>(&mut self, line: u32, value: Result<T, Code>) -> Option<T> {
        value.map_err(|code| self.add(line, code, &[])).ok()
    }

    /// Names the images of a text that no page will show: those of other sites, and those of a file that did not come
    /// along; these lose their address.
    pub(super) fn images_shown(&mut self, line: u32, html: String) -> String {
        const INSIDE: &str = "@@PLUGINFILE@@";
        if !html.contains("<img") {
            return html;
        }
        let addresses =
            html.split("<img ").skip(1).filter_map(|rest| rest.split_once("src=\"")?.1.split('"').next());
        let addresses: Vec<String> = addresses.map(str::to_owned).collect();
        let mut html = html;
        for address in addresses {
            if let Some(path) = address.strip_prefix(INSIDE) {
                self.name(line, Code::ImageMissing, path);
                html = html.replace(&format!("src=\"{address}\""), "src=\"\"");
            } else if !address.is_empty() && !address.starts_with(IMAGE_PREFIX) {
                self.name(line, Code::ImageRemote, &address);
            }
        }
        html
    }

    /// Names the elements of a text that no page will show. What they hold as text stays.
    pub(super) fn elements_shown(&mut self, line: u32, source: &str, markup: Markup) {
        for name in html::elements_lost(source, markup) {
            self.name(line, Code::ElementLost, &format!("<{name}>"));
        }
    }

    /// How many faults there are so far: a question in whose reading it grew is not taken.
    pub(super) fn faults(&self) -> usize {
        self.faults
    }

    pub(super) fn finish(mut self, format: Format) -> Reading {
        // Warnings alone would leave a file without questions look fine.
        if self.questions.is_empty() && self.faults == 0 {
            self.add(1, Code::NothingFound, &[]);
        }
        if self.questions.len() > MOST_QUESTIONS {
            let args =
                vec![("most", MOST_QUESTIONS.to_string()), ("count", self.questions.len().to_string())];
            // Whatever else there is to say, this is said first, and no part of the file is taken by mistake.
            self.findings.insert(0, Fault { line: 1, code: Code::TooManyQuestions, args });
            self.questions.clear();
        }
        self.findings.sort_by_key(|one| one.line);
        let (encoding, delimiter) = self.read_as;
        Reading { format, encoding, delimiter, questions: self.questions, findings: self.findings }
    }
}
