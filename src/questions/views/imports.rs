//! Questions from a file: choosing it, and what it would bring.

use super::{category_choices, field, kind_key, samples};
use crate::kernel::{Fault, Language, Word as _};
use crate::questions::actions::bank::Bank;
use crate::questions::rules::exchange::{self, Format, Imported, Reading};
use crate::web::{Choice, Field, Reader, Say, Title, View, paths};
use serde::{Deserialize, Serialize};

/// More questions than that are counted and not listed.
const MOST_LISTED: usize = 500;

/// Choosing a file.
#[derive(Debug, Serialize)]
pub struct Upload {
    list_url: &'static str,
    categories_url: &'static str,
    url: &'static str,
    example_url: &'static str,
    nowhere: bool,
    category: Field,
    categories: Vec<Choice>,
    file: Field,
    format: Field,
    formats: Vec<Choice>,
    language: Field,
    languages: Vec<Choice>,
    most: usize,
    most_bytes: usize,
    fields: Vec<Field>,
}

/// What was chosen beside the file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// The category, by its id.
    pub category: String,
    /// The format's word, or nothing.
    pub format: String,
    /// The language's tag.
    pub language: String,
}

impl Upload {
    /// The form, with what is wrong about what was sent, and the most bytes a file may have.
    pub fn new(
        bank: &Bank,
        chosen: &Chosen,
        faults: &[Fault],
        most_bytes: usize,
        (reader, say): (&Reader, Say<'_>),
    ) -> Upload {
        let category = field("category", &chosen.category, faults);
        let file = field("file", "", faults);
        let categories = category_choices(bank, reader, &chosen.category);
        let language =
            if chosen.language.is_empty() { reader.language.tag() } else { chosen.language.as_str() };
        let format =
            |format: &&str| Choice::new(*format, say(&format!("questions-format-{format}")), &chosen.format);
        Upload {
            list_url: paths::QUESTIONS,
            categories_url: paths::QUESTION_CATEGORIES,
            url: paths::QUESTION_IMPORTS,
            example_url: paths::QUESTION_IMPORT_EXAMPLE,
            nowhere: categories.is_empty(),
            fields: [&category, &file]
                .into_iter()
                .filter(|field| !field.faults.is_empty())
                .cloned()
                .collect(),
            category,
            categories,
            file,
            format: field("format", &chosen.format, &[]),
            formats: Format::WORDS.iter().map(format).collect(),
            language: field("language", language, &[]),
            languages: Language::ALL
                .into_iter()
                .map(|one| Choice::new(one.tag(), one.own_name(), language))
                .collect(),
            most: most_bytes / (1024 * 1024),
            most_bytes,
        }
    }
}

impl View for Upload {
    const TEMPLATE: &'static str = "pages/questions/upload";

    fn title(&self) -> Title {
        Title::key("questions-import-title")
    }

    fn samples() -> Vec<Upload> {
        let (reader, say) = (Reader::sample(), |key: &str| key.to_owned());
        let chosen = Chosen { category: "1".into(), ..Chosen::default() };
        let faults = [Fault::new("file", "required"), Fault::new("category", "choose-one")];
        vec![
            Upload::new(&samples::bank(), &chosen, &faults, exchange::LARGEST_FILE, (&reader, &say)),
            Upload::new(&Bank::default(), &Chosen::default(), &[], exchange::LARGEST_FILE, (&reader, &say)),
        ]
    }
}

/// What a file would bring.
#[derive(Debug, Serialize)]
pub struct Import {
    list_url: &'static str,
    again_url: String,
    url: &'static str,
    file_name: String,
    format_key: String,
    read_as: Option<ReadAs>,
    place: String,
    ticket: String,
    seal: String,
    count: usize,
    faults: Vec<Finding>,
    warnings: Vec<Finding>,
    unexplained: usize,
    rows: Vec<Row>,
    unlisted: usize,
}

/// What the text of a table was taken for, since it does not say so itself.
#[derive(Debug, Serialize)]
struct ReadAs {
    encoding: &'static str,
    /// As the message chooses by it.
    delimiter: &'static str,
}

impl ReadAs {
    fn of(reading: &Reading) -> Option<ReadAs> {
        let delimiter = match reading.delimiter? {
            ',' => "comma",
            '\t' => "tab",
            '|' => "bar",
            _ => "semicolon",
        };
        Some(ReadAs { encoding: reading.encoding?, delimiter })
    }
}

#[derive(Debug, Serialize)]
struct Finding {
    line: u32,
    message_key: String,
    remedy_key: String,
    args: Vec<(&'static str, String)>,
}

#[derive(Debug, Serialize)]
struct Row {
    line: u32,
    kind_key: String,
    name: String,
    text: String,
    category: String,
    unexplained: bool,
}

/// A file that waits for its confirmation.
#[derive(Debug, Clone, Default)]
pub struct Ticket {
    /// What the confirmation sends back.
    pub text: String,
    /// That it is ours.
    pub seal: String,
    /// The file's name.
    pub file_name: String,
    /// The names of the categories down to the one that takes the questions.
    pub place: Vec<String>,
}

impl Import {
    /// The dry run of a file, with what was chosen beside it.
    pub fn new(reading: &Reading, ticket: Ticket, chosen: &Chosen) -> Import {
        let finding = |one: &exchange::Fault| Finding {
            line: one.line,
            message_key: one.message_key(),
            remedy_key: one.remedy_key(),
            args: one.args.clone(),
        };
        Import {
            list_url: paths::QUESTIONS,
            again_url: paths::new_question_import(&[
                ("category", &chosen.category),
                ("format", &chosen.format),
                ("language", &chosen.language),
            ]),
            url: paths::QUESTION_IMPORT_CONFIRMATIONS,
            file_name: ticket.file_name,
            format_key: format!("questions-format-{}", reading.format.as_str()),
            read_as: ReadAs::of(reading),
            place: ticket.place.join(" / "),
            ticket: ticket.text,
            seal: ticket.seal,
            count: reading.questions.len(),
            faults: reading.faults().map(finding).collect(),
            warnings: reading.warnings().map(finding).collect(),
            unexplained: reading.questions.iter().filter(|one| !one.question.is_explained()).count(),
            rows: reading.questions.iter().take(MOST_LISTED).map(row).collect(),
            unlisted: reading.questions.len().saturating_sub(MOST_LISTED),
        }
    }

    /// Whether there is no question in the file that could be taken.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

fn row(one: &Imported) -> Row {
    Row {
        line: one.line,
        kind_key: kind_key(one.question.kind),
        name: one.name.clone(),
        text: one.plain_text(),
        category: one.category.join(" / "),
        unexplained: !one.question.is_explained(),
    }
}

impl View for Import {
    const TEMPLATE: &'static str = "pages/questions/import";

    fn title(&self) -> Title {
        Title::key("questions-import-title")
    }

    fn samples() -> Vec<Import> {
        let files: [&str; 4] = [
            "Вопрос;Верно\nВерно ли это?;да\nЛишнее;да;нет\n",
            "::Столица::Столица Казахстана?{=Астана ~Алматы ####С 1997 года.}",
            "::Столица::Столица Казахстана?{=Астана ~Алматы}\n\n::Река::Какая?{=Ишим",
            "::Река::Какая?{=Ишим",
        ];
        let import = |text: &str| {
            let reading = exchange::read(text.as_bytes(), "x.txt", None, Language::Ru);
            let ticket = Ticket {
                text: "{}".into(),
                seal: "0".into(),
                file_name: "вопросы.gift".into(),
                place: vec!["Право".into(), "НКО".into()],
            };
            Import::new(&reading, ticket, &Chosen::default())
        };
        files.map(import).into()
    }
}
