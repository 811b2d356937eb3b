//! A version that was handed in, with its grade: for its author and for trainers.

use super::own::OwnView;
use super::parts::{FileView, paragraphs};
use crate::cases::actions::{Grade, Version};
use crate::cases::rules::{self, OWN_RUBRIC, Parts, Piece, annotated, field_of_points, is_address};
use crate::cases::store::{CommentRow, FileRow, HidingRow};
use crate::kernel::{Language, Permille, PersonName, dates};
use crate::programmes::rules::hand_in::Part;
use crate::programmes::rules::{CaseDefinition, Criterion};
use crate::web::{Field, Reader, paths};
use serde::Serialize;

/// A version.
#[derive(Debug, Clone, Serialize)]
pub struct VersionView {
    /// Which one, from 1.
    pub number: i32,
    /// When it came.
    pub handed_in: String,
    /// Whether it came after the deadline.
    pub late: bool,
    /// SHA-256 over text and files.
    pub receipt: String,
    /// The text.
    pub paragraphs: Vec<String>,
    /// The text once more, cut where remarks are about it; nothing without remarks.
    pub passages: Vec<Vec<PieceView>>,
    /// Remarks on passages.
    pub notes: Vec<NoteView>,
    /// The files.
    pub files: Vec<FileView>,
    /// The links.
    pub links: Vec<LinkView>,
    /// That it was hidden.
    pub hidden: Option<HiddenView>,
    /// Per cent of the points that it loses, as it came late.
    pub deduction: i32,
    /// The grade, once there is one.
    pub grade: Option<GradeView>,
    /// How its author judged it, beside the grade.
    pub own: Option<OwnView>,
    /// The desk with this version.
    pub desk_url: String,
    /// Where it is hidden.
    pub hide_url: String,
}

/// A link that was handed in.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// What it is called.
    pub name: Option<String>,
    /// The address, as text and as link.
    pub url: String,
}

/// That a version was hidden.
#[derive(Debug, Clone, Serialize)]
pub struct HiddenView {
    /// Why.
    pub reason: Vec<String>,
    /// By whom.
    pub who: Option<String>,
    /// When.
    pub at: String,
}

impl HiddenView {
    /// For a reader.
    pub(super) fn new(row: &HidingRow, reader: &Reader) -> HiddenView {
        HiddenView {
            reason: paragraphs(&row.reason),
            who: row.by.as_ref().map(PersonName::surname_and_initials),
            at: dates::date_and_time(reader.language, row.at, reader.zone),
        }
    }
}

/// The links of a version with the names of their parts. What is no address is left out.
pub(super) fn links_of(given: &Parts, parts: &[Part], language: Language) -> Vec<LinkView> {
    let name = |key: &String| {
        let part = parts.iter().find(|part| part.key == *key);
        part.map(|part| part.title.for_reader(language).to_owned()).filter(|name| !name.is_empty())
    };
    let links = given.links.iter().filter(|(_, link)| is_address(link));
    links.map(|(key, link)| LinkView { name: name(key), url: link.clone() }).collect()
}

/// A piece of the text.
#[derive(Debug, Clone, Serialize)]
pub struct PieceView {
    /// Its words.
    pub text: String,
    /// Whether a remark is about it.
    pub marked: bool,
    /// The remarks that end with it.
    pub notes: Vec<NoteLink>,
}

/// The way from a passage to its remark.
#[derive(Debug, Clone, Serialize)]
pub struct NoteLink {
    /// Its number, from 1.
    pub number: usize,
    /// Its id on the page.
    pub id: i64,
}

/// A remark on a passage.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// Its number, from 1.
    pub number: usize,
    /// Its id on the page.
    pub id: i64,
    /// What it is about.
    pub quote: String,
    /// The remark.
    pub text: String,
    /// Who made it.
    pub who: String,
    /// Where its writer takes it back.
    pub removal_url: Option<String>,
}

fn passages(version: &Version) -> Vec<Vec<PieceView>> {
    if version.comments.is_empty() {
        return Vec::new();
    }
    let place = |at: i32| usize::try_from(at).unwrap_or(0);
    let spans: Vec<(usize, usize)> =
        version.comments.iter().map(|one| (place(one.starts), place(one.ends))).collect();
    let link = |note: &usize| {
        let id = version.comments.get(*note).map_or(0, |comment| comment.id.0);
        NoteLink { number: note + 1, id }
    };
    let piece = |piece: &Piece| PieceView {
        text: piece.text.clone(),
        marked: piece.marked,
        notes: piece.notes.iter().map(link).collect(),
    };
    annotated(&version.row.text, &spans).iter().map(|part| part.iter().map(piece).collect()).collect()
}

fn notes(version: &Version) -> Vec<NoteView> {
    let note = |(number, comment): (usize, &CommentRow)| NoteView {
        number,
        id: comment.id.0,
        quote: comment.quote.clone(),
        text: comment.text.clone(),
        who: comment.name.surname_and_initials(),
        removal_url: None,
    };
    (1..).zip(&version.comments).map(note).collect()
}

/// A grade.
#[derive(Debug, Clone, Serialize)]
pub struct GradeView {
    /// Whether the pass mark was reached.
    pub passed: bool,
    /// The points, after what lateness takes off.
    pub total: i32,
    /// The points that lateness took off.
    pub taken_off: i32,
    /// The points of a faultless work.
    pub most: u32,
    /// The version of the rubric it was given by, where the edition has changed the programme's.
    pub version: Option<i32>,
    /// Who graded.
    pub grader: Option<String>,
    /// When.
    pub at: String,
    /// Criterion by criterion.
    pub marks: Vec<MarkView>,
    /// The remark on the whole.
    pub remark: Vec<String>,
    /// What to do otherwise.
    pub advice: Vec<String>,
}

/// The points of a criterion.
#[derive(Debug, Clone, Serialize)]
pub struct MarkView {
    /// The criterion.
    pub title: String,
    /// The points.
    pub points: i32,
    /// The points of its highest level.
    pub most: u32,
    /// How many times they count, where that is more than once.
    pub weight: Option<u32>,
    /// What they count in the total.
    pub counted: u32,
    /// How a work of this level looks.
    pub level: String,
    /// A remark on it.
    pub remark: Option<String>,
}

impl VersionView {
    /// A version for a reader.
    pub fn new(version: &Version, definition: &CaseDefinition, reader: &Reader) -> VersionView {
        let (row, parts) = (&version.row, definition.settings.parts());
        let named = |file: &FileRow| {
            let part = row.parts.0.of_file(&parts, file.id.0);
            let name = part.map(|part| part.title.for_reader(reader.language).to_owned());
            FileView { part: name.filter(|name| !name.is_empty()), ..FileView::new(file) }
        };
        VersionView {
            number: row.version,
            handed_in: dates::date_and_time(reader.language, row.submitted_at, reader.zone),
            late: row.late,
            receipt: row.receipt.clone(),
            paragraphs: paragraphs(&row.text),
            passages: passages(version),
            notes: notes(version),
            files: version.files.iter().map(named).collect(),
            links: links_of(&row.parts.0, &parts, reader.language),
            hidden: version.hidden.as_ref().map(|hidden| HiddenView::new(hidden, reader)),
            deduction: Permille(row.deduction).as_percent(),
            grade: version.grade.as_ref().map(|grade| GradeView::new(grade, definition, reader)),
            own: version.own.as_ref().map(|own| OwnView::new(own, version.grade.as_ref(), reader.language)),
            desk_url: paths::submission(row.id),
            hide_url: paths::hiding(row.id),
        }
    }
}

impl GradeView {
    /// A grade for a reader, by the rubric it was given by, whatever the one of the definition is now.
    pub fn new(grade: &Grade, definition: &CaseDefinition, reader: &Reader) -> GradeView {
        let mark = |criterion: &Criterion| MarkView::new(criterion, grade, reader.language);
        let criteria = &grade.rubric.criteria;
        let sum = i64::from(rules::total(criteria, &grade.points()));
        let changed = grade.row.rubric != OWN_RUBRIC || *criteria != definition.rubric;
        GradeView {
            passed: grade.row.passed,
            total: grade.row.total,
            taken_off: i32::try_from(sum - i64::from(grade.row.total)).unwrap_or(0),
            most: grade.rubric.most_points(),
            version: changed.then_some(grade.row.rubric),
            grader: grade.row.grader.as_ref().map(PersonName::surname_and_initials),
            at: dates::date_and_time(reader.language, grade.row.graded_at, reader.zone),
            marks: criteria.iter().filter_map(mark).collect(),
            remark: paragraphs(&grade.row.remark),
            advice: paragraphs(&grade.row.advice),
        }
    }
}

impl MarkView {
    fn new(criterion: &Criterion, grade: &Grade, language: Language) -> Option<MarkView> {
        let mark = grade.marks.iter().find(|mark| mark.criterion_key == criterion.key)?;
        let level = criterion.levels.iter().find(|level| i64::from(level.points) == i64::from(mark.points));
        Some(MarkView {
            title: criterion.title.for_reader(language).to_owned(),
            points: mark.points,
            most: criterion.most_points(),
            weight: weight_of(criterion),
            counted: criterion.counted(u32::try_from(mark.points).unwrap_or(0)),
            level: level.map(|level| level.text.for_reader(language).to_owned()).unwrap_or_default(),
            remark: mark.remark.clone(),
        })
    }
}

/// How many times the points of a criterion count, where that is more than once: nothing else has to be said.
fn weight_of(criterion: &Criterion) -> Option<u32> {
    Some(criterion.weight).filter(|weight| *weight > 1)
}

/// A criterion of the rubric, to read before the work or to grade by.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionView {
    /// What labels and the error summary point to.
    pub id: String,
    /// What its points are sent under.
    pub name: String,
    /// What is looked at.
    pub title: String,
    /// How many times its points count, where that is more than once.
    pub weight: Option<u32>,
    /// What is wrong with the points.
    pub faults: Vec<crate::kernel::Fault>,
    /// From the lowest to the highest.
    pub levels: Vec<LevelView>,
    /// The field of the remark, where one is asked for.
    pub remark: Option<Field>,
    /// The steps it belongs to, for those who grade; trainees are not told how many there are.
    pub stages: String,
    /// What was given by an earlier version of the rubric, where a grade is given anew.
    pub former: Option<FormerMark>,
}

/// What a criterion had in a grade by an earlier version of the rubric.
#[derive(Debug, Clone, Serialize)]
pub struct FormerMark {
    /// The points.
    pub points: u32,
    /// How a work of that level looked then.
    pub text: String,
}

/// A level of a criterion.
#[derive(Debug, Clone, Serialize)]
pub struct LevelView {
    /// What is sent.
    pub value: u32,
    /// What it gives.
    pub points: u32,
    /// What that counts in the total, with the weight of its criterion.
    pub counted: u32,
    /// How a work of this level looks.
    pub text: String,
    /// Whether it is chosen.
    pub selected: bool,
}

impl CriterionView {
    /// The rubric to read.
    pub fn to_read(criteria: &[Criterion], language: Language) -> Vec<CriterionView> {
        criteria.iter().map(|criterion| CriterionView::new(criterion, language, "")).collect()
    }

    /// A criterion, with the level of these points chosen.
    pub fn new(criterion: &Criterion, language: Language, chosen: &str) -> CriterionView {
        let name = field_of_points(&criterion.key);
        let levels = criterion.levels.iter().map(|level| LevelView {
            value: level.points,
            points: level.points,
            counted: criterion.counted(level.points),
            text: level.text.for_reader(language).to_owned(),
            selected: level.points.to_string() == chosen,
        });
        CriterionView {
            id: Field::empty(&name).id,
            name,
            title: criterion.title.for_reader(language).to_owned(),
            weight: weight_of(criterion),
            faults: Vec::new(),
            levels: levels.collect(),
            remark: None,
            stages: String::new(),
            former: None,
        }
    }
}
