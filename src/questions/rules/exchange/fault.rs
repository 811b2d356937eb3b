//! The closed list of what may be wrong with a file of questions. One code has two messages,
//! `exchange-<code>` and `exchange-<code>-remedy`.

/// Whether it stops an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// It does.
    Fault,
    /// It is told.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as the messages and the command line spell it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// Whether it stops an import.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is larger than what is read.
    TooLarge = "file-too-large", Fault;
    /// There is a null byte in a text.
    NullByte = "null-byte", Fault;
    /// A workbook as Excel kept it before XLSX.
    OldWorkbook = "old-workbook", Fault;
    /// The bytes are no text in any encoding that is known.
    NotText = "not-text", Fault;
    /// UTF-8 but for a few bytes.
    BrokenUtf8 = "broken-utf8", Fault;
    /// There is no question in it.
    NothingFound = "nothing-found", Fault;
    /// More faults than are listed.
    TooManyFaults = "too-many-faults", Fault;
    /// More warnings than are listed.
    TooManyWarnings = "too-many-warnings", Warning;
    /// More questions than are taken from one file.
    TooManyQuestions = "too-many-questions", Fault;
    /// The XML is malformed.
    XmlSyntax = "xml-syntax", Fault;
    /// The XML declares a document type, and with it perhaps entities.
    XmlDoctype = "xml-doctype", Fault;
    /// The XML names an entity that it may not.
    XmlEntity = "xml-entity", Fault;
    /// Markup stands in a text that is not marked as one.
    XmlMarkup = "xml-markup", Fault;
    /// Elements stand too deep in each other.
    XmlTooDeep = "xml-too-deep", Fault;
    /// The topmost element is not `quiz`.
    XmlNotQuiz = "xml-not-quiz", Fault;
    /// A kind of question that there is none of here.
    KindUnsupported = "kind-unsupported", Fault;
    /// Nothing is asked.
    TextEmpty = "text-empty", Fault;
    /// A text is too long.
    TextTooLong = "text-too-long", Fault;
    /// HTML stands too deep in itself.
    MarkupTooDeep = "markup-too-deep", Fault;
    /// A name has no end.
    NameOpen = "name-open", Fault;
    /// A brace is never closed.
    BraceOpen = "brace-open", Fault;
    /// A brace closes nothing.
    BraceStray = "brace-stray", Fault;
    /// A question has two groups of answers.
    BraceTwice = "brace-twice", Fault;
    /// An answer begins with neither `=` nor `~`.
    AnswerSign = "answer-sign", Fault;
    /// An answer without words.
    AnswerEmpty = "answer-empty", Fault;
    /// There is no answer.
    AnswerMissing = "answer-missing", Fault;
    /// The word before the right answer is not in capital letters.
    AnswerWord = "answer-word", Fault;
    /// The right answer names none of the choices.
    AnswerUnknown = "answer-unknown", Fault;
    /// Fewer than two choices.
    ChoicesTooFew = "choices-too-few", Fault;
    /// More choices than anybody reads.
    ChoicesTooMany = "choices-too-many", Fault;
    /// Two choices say the same.
    ChoiceTwice = "choice-twice", Fault;
    /// The letters of the choices are out of order.
    ChoiceOrder = "choice-order", Fault;
    /// Nothing is marked as right.
    RightMissing = "right-missing", Fault;
    /// The weights do not come to the whole.
    WeightsSum = "weights-sum", Fault;
    /// A weight is no number.
    WeightSyntax = "weight-syntax", Fault;
    /// A weight beyond the whole.
    WeightRange = "weight-range", Fault;
    /// No number.
    NumberSyntax = "number-syntax", Fault;
    /// A range that ends before it begins.
    RangeReversed = "range-reversed", Fault;
    /// A pair without one of its sides.
    PairIncomplete = "pair-incomplete", Fault;
    /// Fewer than two pairs.
    PairsTooFew = "pairs-too-few", Fault;
    /// A gap cannot be read.
    GapSyntax = "gap-syntax", Fault;
    /// A gap names a choice that does not exist.
    GapUnknown = "gap-unknown", Fault;
    /// A text without gaps.
    GapsMissing = "gaps-missing", Fault;
    /// The workbook cannot be read.
    TableUnreadable = "table-unreadable", Fault;
    /// The workbook is too large when it is unpacked.
    TableTooLarge = "table-too-large", Fault;
    /// The table has more rows than are read.
    RowsTooMany = "rows-too-many", Fault;
    /// A row has more columns than are read.
    ColumnsTooMany = "columns-too-many", Fault;
    /// A row has more cells than the table has columns.
    CellsExtra = "cells-extra", Fault;
    /// A cell has more characters than are read.
    CellTooLong = "cell-too-long", Fault;
    /// The quotes of a row do not match.
    QuotesUnmatched = "quotes-unmatched", Fault;
    /// A column of the table has no known heading.
    HeaderUnknown = "header-unknown", Warning;
    /// A column the table must have is not there.
    ColumnMissing = "column-missing", Fault;
    /// Two columns with the same heading.
    ColumnTwice = "column-twice", Fault;
    /// A word that names no kind of question.
    KindUnknown = "kind-unknown", Fault;
    /// Points that are no whole number from 1 to 100.
    PointsSyntax = "points-syntax", Fault;
    /// What names the right choice is the number of one and the text of another.
    RightAmbiguous = "right-ambiguous", Warning;
    /// A tag is longer than tags are here.
    TagLost = "tag-lost", Warning;
    /// A question has more tags than it may have here.
    TagsTooMany = "tags-too-many", Warning;
    /// A number of the question that is no key here.
    KeyLost = "key-lost", Warning;
    /// A grade was made whole.
    GradeRounded = "grade-rounded", Warning;
    /// A number was rounded to six decimals.
    NumberRounded = "number-rounded", Warning;
    /// An image is of a kind that is not shown, or damaged.
    ImageRefused = "image-refused", Warning;
    /// A text shows an image that the file does not hold.
    ImageMissing = "image-missing", Warning;
    /// A text shows an image of another site.
    ImageRemote = "image-remote", Warning;
    /// Feedback that has no place in this kind of question.
    FeedbackLost = "feedback-lost", Warning;
    /// Files could be handed in there.
    AttachmentsLost = "attachments-lost", Warning;
    /// A setting that has no like here.
    SettingLost = "setting-lost", Warning;
    /// An element of the file, or of a text in it, that there is nothing like here.
    ElementLost = "element-lost", Warning;
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong.
    pub code: Code,
    /// What the messages name.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// The key of the message that says what is wrong.
    pub fn message_key(&self) -> String {
        format!("exchange-{}", self.code.as_str())
    }

    /// The key of the message that says what to do.
    pub fn remedy_key(&self) -> String {
        format!("exchange-{}-remedy", self.code.as_str())
    }

    /// The arguments as messages take them.
    pub fn arguments(&self) -> Vec<(&str, &str)> {
        self.args.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}
