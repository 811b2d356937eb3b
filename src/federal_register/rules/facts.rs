//! What is known of a document and its holder, before it becomes a row.

use super::settings::Settings;
use crate::documents::rules::Relation;
use crate::identities::rules::{EducationProof, Sex};
use crate::kernel::PersonName;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use chrono::NaiveDate;

/// A document and its holder.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The kind of the document.
    pub kind: DocumentKind,
    /// As what it was issued, where it stands in the place of another.
    pub relation: Option<Relation>,
    /// Series and number of the blank.
    pub blank: Option<(Option<String>, String)>,
    /// Its registration number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The title of the programme, in Russian where there is one.
    pub programme: String,
    /// What the programme is before the law.
    pub programme_kind: ProgrammeKind,
    /// What the organisation has chosen for it.
    pub settings: Settings,
    /// The first and the last day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The volume in academic hours.
    pub hours: Option<i32>,
    /// The fewest academic hours for a document of this kind, by the profile of the organisation's country.
    pub fewest_hours: i32,
    /// The holder's name as registers write it.
    pub name: PersonName,
    /// Whether that spelling was recorded apart; otherwise it is the name as printed.
    pub spelled: bool,
    /// The diploma of higher or secondary vocational education.
    pub education: Option<EducationProof>,
    /// The day of birth.
    pub born_on: Option<NaiveDate>,
    /// Man or woman.
    pub sex: Option<Sex>,
    /// СНИЛС in digits.
    pub snils: Option<String>,
    /// The country, in digits of ОКСМ.
    pub citizenship: Option<String>,
    /// The document in whose place it was issued.
    pub original: Option<Original>,
}

/// The document in whose place a duplicate was issued.
#[derive(Debug, Clone)]
pub struct Original {
    /// Its kind.
    pub kind: DocumentKind,
    /// Series and number of its blank.
    pub blank: Option<(Option<String>, String)>,
    /// Its registration number.
    pub number: String,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// The name it was issued to, as registers write it.
    pub name: PersonName,
}
