//! What the desk says about the version of the rubric that a work is graded by.

use crate::cases::rules::Rubrics;
use crate::grading::actions::Work;
use crate::grading::rules::{Marks, may_correct};
use crate::web::{Reader, paths};
use serde::Serialize;
use std::collections::BTreeSet;

/// What is to be said; most of it only once the edition has changed the rubric.
#[derive(Debug, Clone, Serialize)]
pub struct RubricNotes {
    /// The versions and the grades that a change affects.
    pub(super) url: String,
    /// The version that this work is graded by.
    pub(super) by: i32,
    /// The newest one.
    pub(super) newest: i32,
    /// Whether the programme's own is not the only one.
    pub(super) is_changed: bool,
    /// Whether the first of several graders has used an earlier version, so that the others do, too.
    pub(super) is_pinned: bool,
    /// Why the newest one was made.
    pub(super) reason: String,
    /// What the reader typed by earlier versions and what does not fit.
    pub(super) left: Vec<LeftBehind>,
    /// That the grade was given by an earlier version.
    pub(super) outdated: Option<Outdated>,
}

/// Marks that do not fit into the present rubric.
#[derive(Debug, Clone, Serialize)]
pub struct LeftBehind {
    pub(super) rubric: i32,
    pub(super) lines: Vec<String>,
}

/// A grade that was given by an earlier version.
#[derive(Debug, Clone, Serialize)]
pub struct Outdated {
    /// Where it is given anew; nothing for whoever may not, and while it is done.
    pub(super) regrading_url: Option<String>,
    /// Where it is decided that it stays; nothing for whoever may not, and once it was.
    pub(super) keep_url: Option<String>,
    /// Whether that was decided.
    pub(super) stays: bool,
}

impl RubricNotes {
    /// For the work on the desk.
    pub(super) fn new(work: &Work, reader: &Reader) -> RubricNotes {
        let (id, newest) = (work.row.submission, work.rubrics.newest());
        let left = work.left_behind();
        let left = left
            .iter()
            .map(|one| LeftBehind { rubric: one.rubric, lines: lines(&one.marks, &work.rubrics, reader) });
        let graded = work.version.grade.as_ref();
        let may = may_correct(work.footing()).is_ok();
        let outdated = graded.filter(|grade| grade.row.rubric != newest).map(|_| Outdated {
            regrading_url: (may && !work.regrades).then(|| paths::regrading(id)),
            keep_url: (may && !work.stays).then(|| paths::rubric_decision(id)),
            stays: work.stays,
        });
        RubricNotes {
            url: paths::case_rubric(work.row.edition, work.row.activity),
            by: work.by,
            newest,
            is_changed: !work.rubrics.made().is_empty(),
            is_pinned: graded.is_none() && work.by != newest,
            reason: work.rubrics.made().last().map(|version| version.reason.clone()).unwrap_or_default(),
            left: left.collect(),
            outdated,
        }
    }
}

/// Marks to read, whichever version of the rubric has their criteria.
pub(super) fn lines(marks: &Marks, rubrics: &Rubrics, reader: &Reader) -> Vec<String> {
    let keys: BTreeSet<&String> = marks.points.keys().chain(marks.remarks.keys()).collect();
    let line = |key: &&String| {
        let title = rubrics.criterion(key).map_or(key.as_str(), |one| one.title.for_reader(reader.language));
        let points = marks.points.get(*key).map_or_else(|| "–".to_owned(), u32::to_string);
        let remark = marks.remarks.get(*key).map(|text| format!(". {text}")).unwrap_or_default();
        format!("{title}: {points}{remark}")
    };
    keys.iter().map(line).collect()
}
