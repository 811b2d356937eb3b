//! What is wrong in a programme's folder: one code for each kind of fault, with its sentence and its remedy.

use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The programme cannot be imported.
    Error,
    /// Worth a look; the programme can be imported.
    Warning,
}

impl Severity {
    /// The word printed on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $text:literal, $severity:ident, $sentence:literal, $remedy:literal;)*) => {
        /// A kind of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $sentence] $name,)* }

        impl Code {
            /// Every kind there is.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable name, for the API and for tests.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// Whether it stops an import.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// What is wrong, in one English sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Code::$name => $sentence,)* }
            }

            /// What to do about it.
            pub fn remedy(self) -> &'static str {
                match self { $(Code::$name => $remedy,)* }
            }
        }
    };
}

codes! {
    NotUtf8 = "not-utf8", Error, "the text is not UTF-8", "save the file in the UTF-8 encoding";
    FileName = "file-name", Error, "a file name has other characters than a–z, 0–9, dot, hyphen and underscore", "rename the file";
    FileMissing = "file-missing", Error, "the file does not exist", "write the file or correct the name";
    FileUnlisted = "file-unlisted", Error, "no activity uses this file", "name it in an activity of module.toml, or remove it";
    FileShared = "file-shared", Error, "two activities use the same file", "give each activity a file of its own";
    FileNeeded = "file-needed", Error, "a lesson, quiz or case has no file", "add file = \"NN-name\"";
    FileNotNeeded = "file-not-needed", Error, "this kind of activity has no file", "remove the file line, or change the kind";
    ModuleMissing = "module-missing", Error, "the module has no module.toml", "write it or correct the list of modules";
    ModuleUnlisted = "module-unlisted", Error, "the folder is not in the list of modules", "add it to modules in programme.toml, or remove it";
    LanguageUndeclared = "language-undeclared", Error, "the text is in a language that the programme does not list", "add the language to languages in programme.toml, or remove the file";
    TranslationMissing = "translation-missing", Warning, "the text is missing in a language of the programme; readers will see another one", "write the file";
    TomlSyntax = "toml-syntax", Error, "this is not valid TOML", "correct the line";
    KeyUnknown = "key-unknown", Error, "the setting is not known here", "correct its name or remove it";
    KeyMissing = "key-missing", Error, "a required setting is missing or empty", "add it";
    ValueType = "value-type", Error, "the value is of the wrong type", "write the value as expected";
    ValueRange = "value-range", Error, "the number is out of range", "use a number within the range";
    WordUnknown = "word-unknown", Error, "the word is not one of those known here", "use one of the listed words";
    TitleMissing = "title-missing", Error, "the text is missing in a language of the interface", "write it in ru, kk and en";
    SlugMismatch = "slug-mismatch", Error, "the slug is not the folder's name", "make them equal";
    KeySyntax = "key-syntax", Error, "a key begins with a–z and has only a–z, 0–9 and hyphens, at most 60", "shorten or respell it";
    KeyRepeated = "key-repeated", Error, "the same key is used twice", "give each its own key";
    ListRepeated = "list-repeated", Error, "the same entry is listed twice", "remove one";
    ListEmpty = "list-empty", Error, "the list is empty", "add at least one entry";
    HoursMismatch = "hours-mismatch", Error, "the declared hours are not the sum of the activities", "correct [hours] or the activities";
    HoursTooFew = "hours-too-few", Error, "fewer hours than the law asks of this kind of programme", "add hours or change the kind";
    DocumentKind = "document-kind", Error, "this document is not issued for this kind of programme", "change [document] kind or the programme's kind";
    AfterUnknown = "after-unknown", Error, "after names an activity that does not exist", "correct the key";
    AfterLater = "after-later", Error, "after names the activity itself or a later one, so it could never open", "name an earlier activity, or move this one";
    ExtraUnknown = "extra-unknown", Error, "extra_for names a declaration that the programme does not ask for", "correct the key, or add a [[declaration]] to programme.toml";
    DeclarationUnused = "declaration-unused", Error, "no module hangs on this declaration, so nobody would be asked for a reason", "write extra_for = \"key\" in a module.toml, or remove the declaration";
    ModeDistance = "mode-distance", Error, "a session, game, placement or hackathon is never by distance", "use in_person or online";
    FrontMatterMissing = "front-matter-missing", Error, "the text does not begin with its settings", "begin the file with a +++ block";
    FrontMatterOpen = "front-matter-open", Error, "the +++ block is not closed", "add a line +++ after the settings";
    RawHtml = "raw-html", Error, "raw HTML is not accepted", "write it in Markdown, or put it between backticks";
    ImageAlt = "image-alt", Error, "the image has no alternative text", "say between the square brackets what the image shows";
    ImageRemote = "image-remote", Error, "the image is on another site", "put it into media/ and link to it there";
    ImageKind = "image-kind", Error, "the image is not a PNG, JPEG, WebP or GIF", "convert it";
    LinkLeaves = "link-leaves", Error, "the link leaves the programme's folder", "copy the file into media/, or link to a full https address";
    LinkMissing = "link-missing", Error, "the link leads nowhere", "correct the address";
    LinkScheme = "link-scheme", Error, "only https, http, mailto and tel addresses can be linked", "use one of them";
    MediaKind = "media-kind", Error, "the content of the file is not of an accepted kind, or not what its name says", "convert it, or correct the ending of the name";
    MediaUnused = "media-unused", Warning, "no text uses this file", "link to it, or remove it";
    HeadingLevel = "heading-level", Error, "a heading of this level cannot stand here", "use ##, and ### below it";
    TextEmpty = "text-empty", Error, "there is no text", "write it";
    TextStray = "text-stray", Error, "text that belongs nowhere", "move it before the choices, into the explanation (>), or remove it";
    LessonLength = "lesson-length", Warning, "a lesson has 600 to 1500 words", "divide or deepen it";
    TakeawaysMissing = "takeaways-missing", Warning, "the lesson does not say what it gives", "add takeaways";
    SelfCheckMissing = "self-check-missing", Warning, "the lesson has no questions to check oneself", "add [[self_check]]";
    SourceMissing = "source-missing", Error, "the text rests on somebody else's document and names no source", "add [[sources]]";
    QuizUnpassable = "quiz-unpassable", Error, "no question of a graded quiz gives points", "add a question with a right answer, or set diagnostic = true";
    PassWithDiagnostic = "pass-with-diagnostic", Error, "a diagnostic quiz has no pass mark", "remove pass_percent or diagnostic";
    SettingsContradict = "settings-contradict", Error, "settings of the quiz contradict each other", "keep those that are meant";
    DrawTooMany = "draw-too-many", Error, "more questions are drawn than the pool has", "lower draw or write more questions";
    BraceMissing = "brace-missing", Error, "the heading does not begin with its key in braces", "write ## {key} and the text";
    QuestionWord = "question-word", Error, "the word in the braces is not known or does not go with the others", "use many, true-false, number, text, case, gaps, essay, words=A-B, scale, points=N or penalty=N%";
    AnswerMissing = "answer-missing", Error, "the question has neither choices nor another way to answer", "add - [x] choices, = number, a numbered list, a table, or a scale";
    AnswerTwice = "answer-twice", Error, "the question has several blocks of choices", "keep one";
    AnswerMismatch = "answer-mismatch", Error, "the answer is not of the kind the braces name", "correct the word in the braces or the answer";
    WeightSyntax = "weight-syntax", Error, "the worth of a choice cannot be read", "write [50%] or [-25%], from -100 to 100";
    AcceptedHidden = "accepted-hidden", Error, "an accepted answer never counts by itself, because one above it takes it", "move it up, or remove it";
    GapShape = "gap-shape", Error, "a gap says nothing of what fills it", "under its number write - [x] choices, or {text} or {number} and the accepted answers";
    GapMarks = "gap-marks", Error, "the text and the list have other gaps", "write [[1]], [[2]] … once each in the text, and an item for each in the list";
    QuoteWord = "quote-word", Error, "the word in the braces of a quote is not known here", "use hint, right, partly, wrong, or marking under an essay";
    RightMissing = "right-missing", Error, "no choice is marked as right", "mark the right one with [x]";
    ChoicesTooFew = "choices-too-few", Error, "fewer than two choices", "add another one";
    ChoiceRepeated = "choice-repeated", Error, "the same choice stands twice", "change or remove one";
    ChoiceShape = "choice-shape", Error, "a choice is one paragraph after - [x] or - [ ]", "write the choice on its own line with its box";
    TrueFalseShape = "true-false-shape", Error, "a true-false question has two choices, one of them marked", "keep two choices and one [x]";
    MatchShape = "match-shape", Error, "matching needs a table of two full columns", "write one pair in each row";
    MatchRepeated = "match-repeated", Error, "two rows have the same right side, so more than one answer would be right", "make the right sides distinct";
    NumberSyntax = "number-syntax", Error, "the number cannot be read", "write = 60, = 2,5, = 60 ± 2 or = 60 ± 2 ч; at most six decimals";
    ScaleSyntax = "scale-syntax", Error, "the scale cannot be read", "write 1 – 5: lowest label / highest label";
    ScaleScored = "scale-scored", Error, "a scale has no right answer and no points", "remove the points or the right answer, or the word scale";
    ExplanationMissing = "explanation-missing", Error, "the question has no explanation", "add > why, and how to do it otherwise";
    SectionUnknown = "section-unknown", Error, "a case has no such section", "use situation, task, hand-in, criteria, trainer, debrief, stage or end";
    SectionMissing = "section-missing", Error, "a section of the case is missing", "add it";
    RubricShape = "rubric-shape", Error, "the criteria are not one table with points as column headings", "write | Criterion | 0 | 2 | 4 | and a row for each criterion";
    RubricOrder = "rubric-order", Error, "the points of the columns do not ascend", "order the columns from low to high, each once";
    RubricLevels = "rubric-levels", Error, "a criterion has fewer than two levels", "describe at least two levels";
    RubricWeight = "rubric-weight", Error, "the weight of a criterion is not a whole number from 1 to 10", "write {criterion weight=2}, or leave the weight out: points count once then";
    StageMissing = "stage-missing", Error, "a case with ends has no stages", "add ## {stage key} with facts and a question";
    StageWord = "stage-word", Error, "the braces of a stage, an end or a criterion hold a word that is not known, or no key", "write {stage key}, {stage key minutes=10}, {end key}, {text -> stage}, {timeout -> stage} or {criterion stage=one,two}";
    StageDecision = "stage-decision", Error, "the stage asks for no decision, or for several kinds", "under ### {question} write one list of - {key -> stage} choices, or one line {text -> stage}";
    StageUnknown = "stage-unknown", Error, "a decision leads to a stage or an end that does not exist", "correct the key after ->, or write the section";
    StageUnreachable = "stage-unreachable", Error, "no path leads to this stage or end", "let a decision lead to it, or remove it";
    StageDeadEnd = "stage-dead-end", Error, "no path leads from this stage to an end", "let one of its decisions lead towards an {end …}";
    StageLoop = "stage-loop", Error, "a decision leads back to a stage that was met before", "lead onwards; what happens again is a stage of its own";
    EndMissing = "end-missing", Error, "a case with stages has no end", "add ## {end key} with closing words";
    ChoiceTarget = "choice-target", Error, "the choice does not say where it leads", "write - {key -> stage} and the words";
    TimeoutTarget = "timeout-target", Error, "minutes and {timeout -> stage} go together, and one of them is missing", "write both, or neither";
    CriterionStage = "criterion-stage", Error, "the criterion belongs to a stage that does not exist", "correct the key after stage=";
    CriterionSkipped = "criterion-skipped", Error, "a path goes past every stage of this criterion, so its points could not be earned there", "name the stages of the other branches too: {key stage=one,two}";
    PassTooHigh = "pass-too-high", Error, "the pass mark is above the points the criteria give", "lower pass_points";
    HandInShape = "hand-in-shape", Error, "what is to be handed in contradicts itself", "name the parts in [[hand_in]] without accepts beside them: at most ten, one text among them, and accepts only for files";
    LanguageMismatch = "language-mismatch", Error, "the text differs from the one in the main language in more than words", "make keys, kinds, order and numbers the same";
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One fault in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file, relative to the programme's folder.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The kind of fault.
    pub code: Code,
    /// What exactly: the key, the name, the number. May be empty.
    pub detail: String,
}

impl Finding {
    /// Whether it stops an import.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The line for the terminal: `folder/file:line: error: what is wrong: detail → remedy`.
    pub fn printed(&self, folder: &str) -> String {
        format!("{}/{self}", folder.trim_end_matches('/'))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = self.severity().as_str();
        write!(f, "{}:{}: {severity}: {}", self.file, self.line, self.code.sentence())?;
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        write!(f, " → {}", self.code.remedy())
    }
}

/// Sorts findings by file and line, and drops what only follows from a fault in the same line.
pub(super) fn tidy(found: &mut Vec<Finding>) {
    let places = |wanted: Code| -> BTreeSet<(String, u32)> {
        found.iter().filter(|one| one.code == wanted).map(|one| (one.file.clone(), one.line)).collect()
    };
    let (unreadable, twice) = (places(Code::TomlSyntax), places(Code::AnswerTwice));
    found.retain(|one| {
        let place = (one.file.clone(), one.line);
        match one.code {
            Code::TomlSyntax => true,
            Code::TextStray => !unreadable.contains(&place) && !twice.contains(&place),
            _ => !unreadable.contains(&place),
        }
    });
    found.sort_by(|one, other| (&one.file, one.line, one.code).cmp(&(&other.file, other.line, other.code)));
}

/// Where the findings of one file are written down.
pub(super) struct Notes<'n> {
    file: &'n str,
    found: &'n mut Vec<Finding>,
}

impl<'n> Notes<'n> {
    pub(super) fn new(file: &'n str, found: &'n mut Vec<Finding>) -> Notes<'n> {
        Notes { file, found }
    }

    pub(super) fn add(&mut self, line: u32, code: Code, detail: impl Into<String>) {
        self.found.push(Finding { file: self.file.to_owned(), line, code, detail: detail.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_reads_as_one_line() {
        let finding = Finding {
            file: "01-a/02.ru.quiz.md".into(),
            line: 14,
            code: Code::RightMissing,
            detail: "ep2".into(),
        };
        assert_eq!(
            finding.printed("course-content/x/"),
            "course-content/x/01-a/02.ru.quiz.md:14: error: no choice is marked as right: ep2 → mark the right one with [x]"
        );
    }

    #[test]
    fn codes_are_distinct() {
        let names: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
