//! What the API says of a record.

use crate::kernel::{Language, Word as _};
use crate::personal_records::rules::{Course, Document, Figures, Record};
use serde::Serialize;
use utoipa::ToSchema;

/// A record, as far as its reader sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordDto {
    person_id: i64,
    name: String,
    /// Whether nothing is left out.
    whole: bool,
    figures: FiguresDto,
    /// The latest first.
    courses: Vec<RecordCourseDto>,
    /// The latest first.
    documents: Vec<RecordDocumentDto>,
}

/// What the record adds up to. Hours are whole academic hours; minutes are added up before they are rounded down.
#[derive(Debug, Serialize, ToSchema)]
pub struct FiguresDto {
    /// Courses that were followed to their end.
    finished: usize,
    hours: i32,
    theory: i32,
    practice: i32,
    self_study: i32,
    /// Documents that hold.
    valid_documents: usize,
}

/// A course of the person.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordCourseDto {
    enrolment_id: i64,
    edition_id: i64,
    programme: String,
    edition: String,
    organisation: String,
    starts_on: String,
    ends_on: String,
    /// `studying`, `with_document`, `without_document` or `withdrawn`.
    state: &'static str,
    hours_planned: i32,
    hours_earned: i32,
}

/// A document of the person.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordDocumentDto {
    id: i64,
    enrolment_id: Option<i64>,
    kind: &'static str,
    number: String,
    issued_on: String,
    issuer: String,
    programme: Option<String>,
    hours: Option<i32>,
    /// `valid`, `expired`, `replaced` or `revoked`.
    status: &'static str,
    /// Where anybody verifies it.
    verify_url: Option<String>,
}

impl RecordDto {
    /// A record in a reader's language.
    pub fn new(record: &Record, language: Language) -> RecordDto {
        RecordDto {
            person_id: record.person.0,
            name: record.name.full(),
            whole: record.whole,
            figures: FiguresDto::new(&record.figures()),
            courses: record.courses.iter().map(|one| RecordCourseDto::new(one, language)).collect(),
            documents: record.documents.iter().map(|one| RecordDocumentDto::new(one, language)).collect(),
        }
    }
}

impl FiguresDto {
    fn new(figures: &Figures) -> FiguresDto {
        FiguresDto {
            finished: figures.finished,
            hours: figures.hours.0,
            theory: figures.theory.0,
            practice: figures.practice.0,
            self_study: figures.self_study.0,
            valid_documents: figures.valid,
        }
    }
}

impl RecordCourseDto {
    fn new(course: &Course, language: Language) -> RecordCourseDto {
        RecordCourseDto {
            enrolment_id: course.enrolment.0,
            edition_id: course.edition.0,
            programme: course.programme.for_reader(language).to_owned(),
            edition: course.title.clone(),
            organisation: course.organisation.clone(),
            starts_on: course.starts_on.to_string(),
            ends_on: course.ends_on.to_string(),
            state: course.state.as_str(),
            hours_planned: course.planned().0,
            hours_earned: course.earned().0,
        }
    }
}

impl RecordDocumentDto {
    fn new(document: &Document, language: Language) -> RecordDocumentDto {
        RecordDocumentDto {
            id: document.id.0,
            enrolment_id: document.enrolment.map(|id| id.0),
            kind: document.kind.as_str(),
            number: document.number.clone(),
            issued_on: document.issued_on.to_string(),
            issuer: document.issuer.clone(),
            programme: document.programme.as_ref().map(|title| title.for_reader(language).to_owned()),
            hours: document.hours.map(|hours| hours.0),
            status: document.status.as_str(),
            verify_url: document.verify_url.clone(),
        }
    }
}
