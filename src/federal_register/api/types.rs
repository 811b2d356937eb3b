//! What the API says and hears of the federal register.

use super::state_word;
use crate::federal_register::actions::{Checked, Line};
use crate::federal_register::rules::Due;
use crate::federal_register::rules::cells::{Issue, Level};
use crate::federal_register::store::queue::QueuedRow;
use crate::federal_register::store::templates::TemplateRow;
use crate::kernel::{Language, Word as _};
use crate::render::Words;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A page of the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalQueueDto {
    /// The documents, the oldest first.
    pub(super) items: Vec<FederalQueuedDto>,
    /// What to ask as `after` for the next page; `null` when this was the last one.
    pub(super) next_after: Option<String>,
}

/// A document in the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalQueuedDto {
    document_id: i64,
    number: String,
    kind: String,
    holder: String,
    issued_on: String,
    /// The last day on which it is in time.
    due_on: String,
    /// Days left; less than none when it is overdue.
    days_left: i64,
    /// `new`, `exported`, `accepted` or `error`.
    state: &'static str,
    /// Why the register refused it.
    reason: Option<String>,
    /// The file it stands in.
    export_id: Option<i64>,
}

impl FederalQueuedDto {
    pub(super) fn new(row: &QueuedRow, due: Due) -> FederalQueuedDto {
        FederalQueuedDto {
            document_id: row.id.0,
            number: row.number.clone(),
            kind: row.kind.as_str().to_owned(),
            holder: row.holder.clone(),
            issued_on: row.issued_on.to_string(),
            due_on: due.on.to_string(),
            days_left: due.left,
            state: state_word(row),
            reason: row.state.as_ref().and_then(|state| state.reason.clone()),
            export_id: row.state.as_ref().map(|state| state.export_id.0),
        }
    }
}

/// What would be exported now.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalCheckDto {
    /// The template that holds today.
    template_id: i64,
    /// How many rows a file has at most.
    rows_per_file: usize,
    /// Whether there are more documents than are looked at at once.
    more: bool,
    /// What to ask as `after` for those; `null` when there are no more.
    next_after: Option<String>,
    /// The documents, the oldest first.
    documents: Vec<FederalCheckedDto>,
}

/// A document with what is to be said of its cells.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalCheckedDto {
    document_id: i64,
    number: String,
    /// Whether it goes into the file.
    goes: bool,
    issues: Vec<FederalIssueDto>,
}

/// Something that is to be said of a cell.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalIssueDto {
    /// The letters of the column.
    column: String,
    /// `fault` keeps the document out, `warning` and `mended` do not.
    level: &'static str,
    code: String,
    detail: String,
}

impl FederalCheckDto {
    pub(super) fn new(checked: &Checked, words: &Words, language: Language) -> FederalCheckDto {
        let issue = |issue: &Issue| {
            let fault = &issue.fault;
            let args: Vec<(&str, &str)> =
                fault.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            FederalIssueDto {
                column: fault.field.clone(),
                level: match issue.level {
                    Level::Fault => "fault",
                    Level::Warning => "warning",
                    Level::Mended => "mended",
                },
                code: fault.code.clone(),
                detail: words.text_with(language, &format!("fault-{}", fault.code), &args),
            }
        };
        let line = |line: &Line| FederalCheckedDto {
            document_id: line.queued.id.0,
            number: line.queued.number.clone(),
            goes: line.row.is_fine(),
            issues: line.row.issues.iter().map(issue).collect(),
        };
        FederalCheckDto {
            template_id: checked.template.id.0,
            rows_per_file: checked.federal.rows,
            more: checked.next.is_some(),
            next_after: checked.next.map(|(day, document)| format!("{day}.{document}")),
            documents: checked.lines.iter().map(line).collect(),
        }
    }
}

/// What the register made of documents.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FederalOutcomeDto {
    /// `accepted` or `error`.
    pub(super) state: String,
    /// Why the register refused them; required for `error`.
    #[serde(default)]
    pub(super) reason: Option<String>,
    /// These documents.
    #[serde(default)]
    pub(super) documents: Vec<i64>,
    /// Everything in this file; `documents` is left out of account then.
    #[serde(default)]
    pub(super) export_id: Option<i64>,
}

/// How many documents something was entered of.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalEnteredDto {
    pub(super) entered: usize,
}

/// A template.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalTemplateDto {
    id: i64,
    number: i32,
    name: String,
    sha256: String,
    effective_from: String,
    uploaded_at: String,
    in_force: bool,
    lists: Vec<FederalTemplateListDto>,
    /// Areas of the rows for data with conditional formats, which stay as they are.
    conditional_formats: Vec<String>,
}

/// The list of a column.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalTemplateListDto {
    /// The column, counted from 1.
    column: usize,
    name: String,
    values: Vec<String>,
}

impl FederalTemplateDto {
    pub(super) fn new(row: &TemplateRow, in_force: bool) -> FederalTemplateDto {
        let list = |list: &crate::federal_register::rules::template::ColumnList| FederalTemplateListDto {
            column: list.column,
            name: list.name.clone(),
            values: list.values.clone(),
        };
        FederalTemplateDto {
            id: row.id.0,
            number: row.number,
            name: row.name.clone(),
            sha256: row.sha256.clone(),
            effective_from: row.effective_from.to_string(),
            uploaded_at: row.uploaded_at.rfc3339(),
            in_force,
            lists: row.lists.0.lists.iter().map(list).collect(),
            conditional_formats: row.lists.0.formatted.clone(),
        }
    }
}
