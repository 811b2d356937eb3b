//! A review: the work without a name, and the rubric.

use super::{GivenView, Typed, wrong};
use crate::cases::rules::{field_of_points, field_of_remark, is_address};
use crate::cases::views::{CriterionView, Link, crumbs, paragraphs};
use crate::grading::rules::Marks;
use crate::kernel::{Word as _, dates};
use crate::peer_reviews::actions::Review;
use crate::peer_reviews::rules::ReviewState;
use crate::programmes::rules::Criterion;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewPage {
    pub(super) crumbs: Vec<Link>,
    pub(super) case_title: String,
    pub(super) case_url: Option<String>,
    pub(super) state_key: String,
    pub(super) is_done: bool,
    pub(super) due: String,
    pub(super) city: &'static str,
    pub(super) reviewer: Option<String>,
    pub(super) author: Option<String>,
    pub(super) is_staff: bool,
    pub(super) work: Option<WorkView>,
    pub(super) given: Option<GivenView>,
    pub(super) dropped: Option<String>,
    pub(super) form: Option<ReviewForm>,
    /// Where staff let it count no more.
    pub(super) dropping_url: Option<String>,
    pub(super) reason: Field,
    pub(super) fields: Vec<Field>,
}

/// The work. It has no name, and its files have numbers.
#[derive(Debug, Clone, Serialize)]
pub struct WorkView {
    pub(super) paragraphs: Vec<String>,
    pub(super) files: Vec<Link>,
    pub(super) links: Vec<String>,
}

/// The form.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewForm {
    pub(super) url: String,
    pub(super) draft_url: String,
    pub(super) revision: i32,
    pub(super) saved: Option<String>,
    pub(super) criteria: Vec<CriterionView>,
    pub(super) remark: Field,
    pub(super) advice: Field,
    pub(super) theirs: Option<Theirs>,
}

/// What the same reviewer has saved elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Theirs {
    pub(super) at: String,
    pub(super) lines: Vec<String>,
}

impl ReviewPage {
    /// A review for its reader, with what was typed.
    pub fn new(found: &Review, reader: &Reader, typed: &Typed<'_>) -> ReviewPage {
        let (language, place) = (reader.language, found.standing.enrolment.id);
        let (edition, case) = (&found.standing.edition, found.fact.id);
        let title = found.fact.title.for_reader(language).to_owned();
        let (crumbs, case_url) = if found.own {
            let mut way = crumbs(&found.standing);
            way.push(Link { label: title.clone(), url: paths::own_reviews(place, case) });
            (way, Some(paths::case(place, case)))
        } else {
            let edition_link = Link { label: edition.title.clone(), url: paths::edition(edition.id) };
            (
                vec![edition_link, Link { label: title.clone(), url: paths::peer_round(edition.id, case) }],
                None,
            )
        };
        let form = (found.own && found.state.is_to_write()).then(|| ReviewForm::new(found, reader, typed));
        let droppable = !found.own && found.state == ReviewState::HandedIn;
        let reason = typed.field("reason", "");
        let (reviewer, author) = found.names.as_ref().map(|(who, whose)| (who.full(), whose.full())).unzip();
        let fields =
            wrong(form.iter().flat_map(ReviewForm::fields).collect::<Vec<_>>().iter().chain([&reason]));
        let given = found.row.given.as_ref().filter(|_| found.work.is_some());
        ReviewPage {
            crumbs,
            case_title: title,
            case_url,
            state_key: format!("peer-state-{}", found.state.as_str().replace('_', "-")),
            is_done: found.state == ReviewState::HandedIn,
            due: dates::day_and_time(language, found.row.facts.due_at.plus_minutes(-1), edition.time_zone),
            city: dates::zone_city(language, edition.time_zone),
            reviewer,
            author,
            is_staff: !found.own,
            work: WorkView::new(found),
            given: given
                .map(|(marks, total)| GivenView::new(1, (marks, *total), &found.definition, language)),
            dropped: found.row.dropped_reason.clone(),
            form,
            dropping_url: droppable.then(|| paths::peer_review_dropping(found.row.id)),
            reason,
            fields,
        }
    }
}

impl WorkView {
    fn new(found: &Review) -> Option<WorkView> {
        let row = found.work.as_ref()?;
        let file = |(place, file): (usize, &crate::cases::store::FileRow)| Link {
            label: file.name.clone(),
            url: paths::peer_review_file(found.row.id, place),
        };
        Some(WorkView {
            paragraphs: paragraphs(&row.text),
            files: (1..).zip(&found.files).map(file).collect(),
            links: row.parts.0.links.values().filter(|link| is_address(link)).cloned().collect(),
        })
    }
}

impl ReviewForm {
    fn new(found: &Review, reader: &Reader, typed: &Typed<'_>) -> ReviewForm {
        let row = typed.theirs.unwrap_or(&found.row);
        let known = &found.row.draft;
        let time = |at: crate::kernel::Moment| dates::time(at.local(reader.zone).time());
        let criterion = |one: &Criterion| {
            let points = known.points.get(&one.key).map(u32::to_string).unwrap_or_default();
            let points = typed.field(&field_of_points(&one.key), &points);
            let remark = known.remarks.get(&one.key).map(String::as_str).unwrap_or_default();
            CriterionView {
                faults: points.faults.clone(),
                remark: Some(typed.field(&field_of_remark(&one.key), remark)),
                ..CriterionView::new(one, reader.language, &points.value)
            }
        };
        let saved = row.saved_at.filter(|_| typed.form.is_none());
        ReviewForm {
            url: paths::peer_review(found.row.id),
            draft_url: paths::peer_review_draft(found.row.id),
            revision: row.revision,
            saved: saved.map(time),
            criteria: found.definition.rubric.iter().map(criterion).collect(),
            remark: typed.field("remark", &known.remark),
            advice: typed.field("advice", &known.advice),
            theirs: typed.theirs.map(|row| Theirs {
                at: row.saved_at.map(time).unwrap_or_default(),
                lines: lines_of(found, &row.draft, reader),
            }),
        }
    }

    /// Every field in the order of the page.
    fn fields(&self) -> Vec<Field> {
        let of_criterion = |one: &CriterionView| {
            let points = Field { id: one.id.clone(), faults: one.faults.clone(), ..Field::default() };
            std::iter::once(points).chain(one.remark.clone()).collect::<Vec<_>>()
        };
        let rest = [self.remark.clone(), self.advice.clone()];
        self.criteria.iter().flat_map(of_criterion).chain(rest).collect()
    }
}

/// Marks to read: a line for each criterion, then the texts.
fn lines_of(found: &Review, marks: &Marks, reader: &Reader) -> Vec<String> {
    let of_criterion = |one: &Criterion| {
        let points = marks.points.get(&one.key).map_or_else(|| "–".to_owned(), u32::to_string);
        let remark = marks.remarks.get(&one.key).map(|text| format!(". {text}")).unwrap_or_default();
        format!("{}: {points}{remark}", one.title.for_reader(reader.language))
    };
    let texts = [&marks.remark, &marks.advice].into_iter().filter(|text| !text.is_empty()).cloned();
    found.definition.rubric.iter().map(of_criterion).chain(texts).collect()
}

impl View for ReviewPage {
    const TEMPLATE: &'static str = "pages/peer_reviews/review";

    fn title(&self) -> Title {
        Title::with("peer-review-title", vec![("title", self.case_title.clone())])
    }

    fn samples() -> Vec<ReviewPage> {
        super::samples::reviews()
    }
}
