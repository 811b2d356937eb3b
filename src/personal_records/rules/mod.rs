//! What a record is made of, and what it adds up to. Pure.

mod sample;
pub mod statement;

use crate::documents::rules::Standing;
use crate::kernel::{
    AcademicHours, DocumentId, EditionId, EnrolmentId, Localised, Minutes, Moment, PersonId, PersonName,
    PublicId, words,
};
use crate::programmes::rules::words::DocumentKind;
use crate::progress::rules::totals::Totals;
use chrono::NaiveDate;
use std::collections::BTreeMap;

words! {
    /// How a course stands for somebody.
    State {
        /// Учится: the course is not over for them.
        Studying = "studying",
        /// Завершил с документом.
        WithDocument = "with_document",
        /// Завершил без документа: the course is over and led to none.
        WithoutDocument = "without_document",
        /// Отчислен.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// How a course stands: whether the person was withdrawn, has a valid document that attests the whole course, and
    /// whether the course is over.
    pub fn of(withdrawn: bool, documented: bool, over: bool) -> State {
        match (documented, withdrawn, over) {
            (true, ..) => State::WithDocument,
            (false, true, _) => State::Withdrawn,
            (false, false, true) => State::WithoutDocument,
            (false, false, false) => State::Studying,
        }
    }

    /// Whether the course was followed to its end.
    pub fn is_finished(self) -> bool {
        matches!(self, State::WithDocument | State::WithoutDocument)
    }
}

/// Whether a kind of paper says that a course was completed. A certificate of study (справка об обучении) is given for
/// a part of it, too: 273-FZ, article 60, part 12.
pub fn attests_completion(kind: DocumentKind) -> bool {
    matches!(
        kind,
        DocumentKind::AdvancedTrainingCertificate
            | DocumentKind::RetrainingDiploma
            | DocumentKind::ParticipationCertificate
            | DocumentKind::MentorCertificate
    )
}

words! {
    /// Whether a document holds.
    Status {
        /// It does.
        Valid = "valid",
        /// Its time is over.
        Expired = "expired",
        /// Another came in its place.
        Replaced = "replaced",
        /// It was revoked.
        Revoked = "revoked",
    }
}

impl Status {
    /// How a document stands whose time may be over.
    pub fn of(standing: Standing, expired: bool) -> Status {
        match (standing, expired) {
            (Standing::Revoked, _) => Status::Revoked,
            (Standing::Replaced, _) => Status::Replaced,
            (Standing::Valid, true) => Status::Expired,
            (Standing::Valid, false) => Status::Valid,
        }
    }
}

/// A course of a person.
#[derive(Debug, Clone)]
pub struct Course {
    /// The person's place in it.
    pub enrolment: EnrolmentId,
    /// The edition.
    pub edition: EditionId,
    /// The title of the edition.
    pub title: String,
    /// The title of the programme.
    pub programme: Localised,
    /// The organisation that runs it.
    pub organisation: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// How it stands.
    pub state: State,
    /// The length of its academic hour.
    pub academic_hour: Minutes,
    /// What is asked of the person, and what of it is credited.
    pub totals: Totals,
    /// Whether the person was withdrawn: its pages are closed to them.
    pub left: bool,
    /// Whether the reader may look at its hours in detail.
    pub readable: bool,
}

impl Course {
    /// The hours that are asked of the person.
    pub fn planned(&self) -> AcademicHours {
        self.totals.all.planned.academic_hours(self.academic_hour)
    }

    /// The hours that are credited.
    pub fn earned(&self) -> AcademicHours {
        self.totals.all.earned.academic_hours(self.academic_hour)
    }
}

/// A document of a person.
#[derive(Debug, Clone)]
pub struct Document {
    /// The document.
    pub id: DocumentId,
    /// Under which anybody verifies it.
    pub public_id: PublicId,
    /// For which enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// Which paper.
    pub kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Who issued it.
    pub issuer: String,
    /// The programme it attests.
    pub programme: Option<Localised>,
    /// The declared volume of the programme.
    pub hours: Option<AcademicHours>,
    /// Whether it holds.
    pub status: Status,
    /// The address of its verification, as the paper has it.
    pub verify_url: Option<String>,
    /// Whether the reader may have its paper.
    pub readable: bool,
}

/// The record of a person, as far as its reader sees it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Whose.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The address of the account.
    pub email: String,
    /// Whether nothing is left out.
    pub whole: bool,
    /// When it was put together.
    pub at: Moment,
    /// The courses, the latest first.
    pub courses: Vec<Course>,
    /// The documents, the latest first.
    pub documents: Vec<Document>,
}

/// The numbers at the top of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Courses that were followed to their end.
    pub finished: usize,
    /// Hours that are credited, of all courses.
    pub hours: AcademicHours,
    /// Of them theory.
    pub theory: AcademicHours,
    /// Of them practice.
    pub practice: AcademicHours,
    /// Of them self-study.
    pub self_study: AcademicHours,
    /// Documents that hold.
    pub valid: usize,
}

impl Record {
    /// What the record adds up to.
    pub fn figures(&self) -> Figures {
        Figures {
            finished: self.courses.iter().filter(|course| course.state.is_finished()).count(),
            hours: self.hours(|totals| totals.all.earned),
            theory: self.hours(|totals| totals.natures.theory.earned),
            practice: self.hours(|totals| totals.natures.practice.earned),
            self_study: self.hours(|totals| totals.natures.self_study.earned),
            valid: self.documents.iter().filter(|document| document.status == Status::Valid).count(),
        }
    }

    /// Minutes are added up first and made into hours once; those of courses with another length of the academic hour by
    /// themselves.
    fn hours(&self, of: impl Fn(&Totals) -> Minutes) -> AcademicHours {
        let mut by_length: BTreeMap<Minutes, Minutes> = BTreeMap::new();
        for course in &self.courses {
            let sum = by_length.entry(course.academic_hour).or_default();
            *sum = *sum + of(&course.totals);
        }
        by_length.into_iter().map(|(length, sum)| sum.academic_hours(length)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_87_a_course_stands_in_one_of_four_ways() {
        assert_eq!(State::of(false, false, false), State::Studying);
        assert_eq!(State::of(false, false, true), State::WithoutDocument);
        assert_eq!(State::of(true, false, false), State::Withdrawn);
        assert_eq!(State::of(true, false, true), State::Withdrawn);
        for (withdrawn, over) in [(false, false), (false, true), (true, true)] {
            assert_eq!(
                State::of(withdrawn, true, over),
                State::WithDocument,
                "what is attested was completed"
            );
        }
        assert!(!attests_completion(DocumentKind::StudyCertificate));
    }

    #[test]
    fn row_87_hours_are_added_up_before_they_are_rounded() {
        let mut record = Record::sample();
        let figures = record.figures();
        // 100 + 1215 + 80 minutes are 31 hours of 45 minutes; by themselves they would be 2 + 27 + 1.
        assert_eq!(figures.theory, AcademicHours(31));
        assert_eq!((figures.finished, figures.valid), (2, 1));
        if let Some(first) = record.courses.first_mut() {
            first.academic_hour = Minutes(50);
        }
        // Two hours of 50 minutes, and 1295 minutes of hours of 45.
        assert_eq!(record.figures().theory, AcademicHours(2 + 28));
    }

    #[test]
    fn a_document_whose_time_is_over_does_not_hold() {
        assert_eq!(Status::of(Standing::Valid, true), Status::Expired);
        assert_eq!(Status::of(Standing::Valid, false), Status::Valid);
        assert_eq!(Status::of(Standing::Revoked, true), Status::Revoked);
        assert_eq!(Status::of(Standing::Replaced, false), Status::Replaced);
    }
}
