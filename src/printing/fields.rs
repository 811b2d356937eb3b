//! Everything a template may print, grouped by where it comes from. Every text is ready to print and none is looked up
//! while printing, so a stored copy of these structures is a full snapshot of the paper.
//!
//! Templates reach a field by its path: `fields.holder.full`. A field without a value is `none` there and prints
//! nothing; a field that does not exist is an error with its place. So no field is ever left out when it is written,
//! and one that an older copy lacks is read as absent.

mod samples;
mod sparse;

use crate::kernel::{Language, PersonName};
use serde::{Deserialize, Serialize};

/// What a paper says in one language. A paper in two languages has two of these, the first language first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperFields {
    /// The language of these texts; decides the fixed words around them.
    pub language: Language,
    /// The paper itself.
    pub document: DocumentFields,
    /// Whose it is.
    pub holder: HolderFields,
    /// What was taught; empty on papers without a course.
    pub programme: ProgrammeFields,
    /// Who issues it.
    pub issuer: IssuerFields,
    /// The orders and protocols it rests on.
    pub papers: TrailFields,
    /// How the training ended.
    pub assessment: AssessmentFields,
    /// The text of a letter or a document of authority.
    pub letter: LetterFields,
    /// A volunteer's service.
    pub service: ServiceFields,
}

/// The paper itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentFields {
    /// The kind of paper as its title, such as «Удостоверение».
    pub kind_title: String,
    /// What follows the title, such as «о повышении квалификации».
    pub subtitle: Option<String>,
    /// The registration number, such as `УПК-2026/0042`.
    pub number: String,
    /// The series of the printed blank.
    pub blank_series: Option<String>,
    /// The number of the printed blank.
    pub blank_number: Option<String>,
    /// The date of issue in words: [`super::phrases::issue_date`].
    pub issued_on: String,
    /// Whether the word for "duplicate" stands under the title.
    pub duplicate: bool,
    /// The number of the paper this one stands for.
    pub original_number: Option<String>,
    /// The date of the paper this one stands for, in words.
    pub original_issued_on: Option<String>,
    /// Whether it only shows what a document would look like: the word for "sample" lies across every page.
    pub sample: bool,
}

/// Whose paper it is. Names stand in the nominative, always.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HolderFields {
    /// Surname, name and patronymic.
    pub full: String,
    /// Surname.
    pub surname: String,
    /// Name.
    pub given_name: String,
    /// Patronymic, where there is one.
    pub patronymic: Option<String>,
    /// The full name in the Russian spelling of registers, where it is written otherwise.
    pub spelling: Option<String>,
    /// The date of birth in words. Nothing on every paper that is issued, the certificate of study included: the law leaves
    /// its form to the organisation and asks for no date of birth (Federal Law 273-ФЗ, art. 60, part 12), personal data are
    /// kept no wider than their purpose asks (152-ФЗ, art. 5, part 5), and a snapshot is kept for decades and read by
    /// whoever holds the paper, while `identities` keeps the date sealed and notes every look at it. The field stays for
    /// templates that name it.
    pub born_on: Option<String>,
}

impl HolderFields {
    /// The fields of a name; the Russian spelling only where it differs.
    pub fn of(name: &PersonName, spelling: Option<&PersonName>) -> HolderFields {
        let full = name.full();
        HolderFields {
            spelling: spelling.map(PersonName::full).filter(|spelling| *spelling != full),
            full,
            surname: name.surname.clone(),
            given_name: name.given_name.clone(),
            patronymic: name.patronymic.clone(),
            born_on: None,
        }
    }
}

/// What was taught.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgrammeFields {
    /// The title, without quotation marks.
    pub title: Option<String>,
    /// The volume in academic hours.
    pub hours: Option<i32>,
    /// The volume in words: [`super::phrases::volume`].
    pub volume: Option<String>,
    /// When the holder studied, in words: [`super::phrases::period`].
    pub period: Option<String>,
    /// The first day, in words.
    pub starts_on: Option<String>,
    /// The last day, in words.
    pub ends_on: Option<String>,
    /// The form of study, such as «очно-заочная».
    pub form: Option<String>,
    /// The qualification or the kind of activity that the paper gives the right to.
    pub qualification: Option<String>,
    /// A further sentence of the programme, such as the kind of mentoring.
    pub note: Option<String>,
    /// The modules or disciplines, in order.
    pub modules: Vec<ModuleFields>,
}

/// One module or discipline.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ModuleFields {
    /// The title.
    pub title: String,
    /// Its academic hours.
    pub hours: i32,
    /// The mark or result, as it is printed.
    pub mark: Option<String>,
}

/// Who issues the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct IssuerFields {
    /// The full name, in the nominative.
    pub name: String,
    /// Where the paper is issued, such as «г. Иркутск».
    pub city: Option<String>,
    /// The licence line: number, date, who gave it.
    pub licence: Option<String>,
    /// A line above the issuer, such as «Российская Федерация».
    pub country: Option<String>,
    /// The post of who signs.
    pub head_post: Option<String>,
    /// Initials and surname of who signs.
    pub head_name: Option<String>,
}

/// The orders and protocols a paper rests on, each as a phrase that can stand alone: «Приказ № 12-у от 01.09.2026».
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TrailFields {
    /// The order of enrolment.
    pub enrolment: Option<String>,
    /// The protocol of the commission.
    pub protocol: Option<String>,
    /// The order that closed the course.
    pub closing: Option<String>,
}

/// How the training ended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AssessmentFields {
    /// The mark, as it is printed.
    pub mark: Option<String>,
    /// The topic of the final work.
    pub topic: Option<String>,
    /// The decision of the commission, a whole sentence.
    pub decision: Option<String>,
}

/// The text of a letter or a document of authority.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterFields {
    /// The paragraphs, in order.
    pub paragraphs: Vec<String>,
    /// What it is for: the reason of thanks or of leaving, what it rests on.
    pub reason: Option<String>,
    /// The first day of validity, in words.
    pub valid_from: Option<String>,
    /// The last day of validity, in words.
    pub valid_until: Option<String>,
    /// Where the authority holds.
    pub place: Option<String>,
    /// What the holder is to do, each in a line.
    pub tasks: Vec<String>,
}

/// The five elements of a volunteer's record of service.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceFields {
    /// What the volunteer did.
    pub nature: Option<String>,
    /// How well.
    pub quality: Option<String>,
    /// How much.
    pub volume: Option<String>,
    /// The level of qualification.
    pub level: Option<String>,
    /// For how long.
    pub length: Option<String>,
}

impl PaperFields {
    /// The paths of all fields a template may print, grouped by source in the order of the structures: `document` →
    /// `fields.document.number`. Taken from the structures themselves, so the list cannot differ from what there is.
    pub fn paths() -> Vec<(String, Vec<String>)> {
        let Ok(serde_json::Value::Object(groups)) = serde_json::to_value(PaperFields::default()) else {
            return Vec::new();
        };
        let of_group = |(group, value): (String, serde_json::Value)| match value {
            serde_json::Value::Object(fields) => {
                let paths = fields.keys().map(|field| format!("fields.{group}.{field}")).collect();
                (group, paths)
            }
            _ => {
                let path = format!("fields.{group}");
                (group, vec![path])
            }
        };
        groups.into_iter().map(of_group).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_back_from_their_stored_form() {
        for fields in PaperFields::samples() {
            let stored = serde_json::to_string(&fields).unwrap();
            assert_eq!(serde_json::from_str::<PaperFields>(&stored).unwrap(), fields);
        }
    }

    #[test]
    fn a_field_without_a_value_is_written_and_one_that_is_lacking_is_absent() {
        let empty = serde_json::to_value(PaperFields::default()).unwrap();
        assert_eq!(empty["letter"]["place"], serde_json::Value::Null);
        let old = r#"{"language":"kk","holder":{"full":"Әлия"}}"#;
        let fields: PaperFields = serde_json::from_str(old).unwrap();
        assert_eq!((fields.holder.full.as_str(), fields.programme.hours), ("Әлия", None));
    }

    #[test]
    fn every_field_has_a_path() {
        let paths = PaperFields::paths();
        let groups: Vec<&str> = paths.iter().map(|(group, _)| group.as_str()).collect();
        let expected = [
            "language",
            "document",
            "holder",
            "programme",
            "issuer",
            "papers",
            "assessment",
            "letter",
            "service",
        ];
        assert_eq!(groups, expected);
        assert!(paths[2].1.contains(&"fields.holder.full".to_owned()), "{paths:?}");
    }

    #[test]
    fn the_russian_spelling_stands_only_beside_another_one() {
        let name = PersonName::new("Құрманғазы", "Әлия", None);
        let spelling = PersonName::new("Курмангазы", "Алия", None);
        assert_eq!(HolderFields::of(&name, Some(&spelling)).spelling.as_deref(), Some("Курмангазы Алия"));
        assert_eq!(HolderFields::of(&spelling, Some(&spelling)).spelling, None);
    }
}
