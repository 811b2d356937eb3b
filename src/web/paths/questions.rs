//! Addresses of the bank of questions.

use super::NEW_QUESTION;
use crate::kernel::{Language, QuestionCategoryId, QuestionEntryId};

/// The form of a new question of a kind, for a category that is chosen already or none.
pub fn new_question(kind: &str, category: Option<QuestionCategoryId>) -> String {
    let category = category.map(|category| format!("&category={category}")).unwrap_or_default();
    format!("{NEW_QUESTION}?kind={kind}{category}")
}

/// Choosing the kind of a new question for a category.
pub fn new_question_in(category: Option<QuestionCategoryId>) -> String {
    category.map_or_else(|| NEW_QUESTION.to_owned(), |category| format!("{NEW_QUESTION}?category={category}"))
}

/// A version of a question in a language.
pub fn question_at(question: QuestionEntryId, version: i32, language: Language) -> String {
    format!("{}?version={version}&in={}", self::question(question), language.tag())
}

with_ids! {
    /// A question of the bank.
    question(question: QuestionEntryId) = "/questions/{question}";
    /// The form of a question.
    edit_question(question: QuestionEntryId) = "/questions/{question}/edit";
    /// The versions of a question (POST).
    question_versions(question: QuestionEntryId) = "/questions/{question}/versions";
    /// Copies of a question (POST).
    question_copies(question: QuestionEntryId) = "/questions/{question}/copies";
    /// Putting a question into the archive (POST).
    question_archival(question: QuestionEntryId) = "/questions/{question}/archival";
    /// Taking a question out of the archive (POST).
    question_restoration(question: QuestionEntryId) = "/questions/{question}/restoration";
    /// The name of a question (POST).
    question_name(question: QuestionEntryId) = "/questions/{question}/name";
    /// The tags of a question (POST).
    question_tags(question: QuestionEntryId) = "/questions/{question}/tags";
    /// The category a question stands in (POST).
    question_place(question: QuestionEntryId) = "/questions/{question}/category";
    /// A category of questions.
    question_category(category: QuestionCategoryId) = "/question-categories/{category}";
}
