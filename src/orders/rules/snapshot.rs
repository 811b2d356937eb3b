//! Everything a signed paper prints and everything it was signed on, kept for ever. Pure.

use super::content::{Content, Member};
use super::trail::PaperRef;
use super::words::{OrderKind, Part};
use crate::kernel::{AcademicHours, EditionId, EnrolmentId, Localised, OrganisationId, PersonName};
use crate::printing::official::OfficialPaper;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who signs an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// The post.
    pub post: String,
    /// Initials and surname.
    pub name: String,
}

/// Somebody a paper names, with the name of that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who.
    pub enrolment: EnrolmentId,
    /// The name.
    pub name: PersonName,
    /// As what.
    pub part: Part,
    /// With which mark.
    pub mark: Option<String>,
}

/// An exception under which somebody certified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excepted {
    /// Who.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A signed paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The form of this structure; 1.
    pub format: i32,
    /// Which paper.
    pub kind: OrderKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
    /// The title of the file.
    pub title: String,
    /// Whose paper it is.
    pub organisation: OrganisationId,
    /// Of which edition.
    pub edition: EditionId,
    /// The number of the group.
    pub group: String,
    /// The title of the programme.
    pub programme: Localised,
    /// Its volume.
    pub hours: AcademicHours,
    /// SHA-256 over the content of the version.
    pub content_hash: String,
    /// The first and the last day of the edition.
    pub term: (NaiveDate, NaiveDate),
    /// What was written into the draft.
    pub content: Content,
    /// Whom it names.
    pub people: Vec<Line>,
    /// The commission it is of, where it is one of a commission.
    pub commission: Vec<Member>,
    /// The papers it rests on.
    pub grounds: Vec<PaperRef>,
    /// Under which exceptions somebody certified.
    pub exceptions: Vec<Excepted>,
    /// Who signs, where it is an order.
    pub signatory: Option<Signatory>,
    /// Why an unusual date is right.
    pub despite: Option<String>,
    /// Everything printed.
    pub paper: OfficialPaper,
}
