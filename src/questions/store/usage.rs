//! Where questions are used: in quizzes of course files, in the sections that editions set up, and in attempts
//! that drew them. A quiz is one whatever the number of versions its programme has had.

use crate::db::schema::{
    activities, programme_versions, programmes, question_versions, quiz_attempts, quiz_marks, quiz_questions,
    quiz_setups,
};
use crate::db::{Json, Read};
use crate::kernel::{ActivityId, Localised, Problem, ProgrammeId, QuestionEntryId, QuestionId};
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where questions are used, over all their versions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// In how many quizzes.
    pub quizzes: i64,
    /// How many answers were marked.
    pub answers: i64,
}

/// A quiz that asks a question.
#[derive(Debug, Clone)]
pub struct UsageRow {
    /// The quiz, in the newest version of its programme that asks the question.
    pub quiz: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The programme's slug.
    pub slug: String,
    /// The programme's title in that version.
    pub programme: Localised,
    /// The number of the programme's version.
    pub programme_version: i32,
    /// The number of the newest version of the question that it asks there.
    pub number: i32,
    /// How many answers in that quiz were marked, over all versions of the programme.
    pub answers: i64,
}

/// A question in a quiz of one version of a programme.
#[derive(Debug, Clone, Copy)]
struct Place {
    entry: QuestionEntryId,
    quiz: ActivityId,
    /// The number of the question's version.
    number: i32,
    answers: i64,
}

/// A quiz of one version of a programme.
#[derive(Debug, Clone, Queryable)]
struct Quiz {
    id: ActivityId,
    key: String,
    position: i32,
    title: Json<Localised>,
    programme: ProgrammeId,
    slug: String,
    programme_title: Json<Localised>,
    version: i32,
}

/// A section of a setup, as far as it names questions.
#[derive(Debug, Deserialize)]
struct Section {
    source: Source,
}

#[derive(Debug, Deserialize)]
struct Source {
    #[serde(default)]
    questions: Vec<QuestionId>,
}

/// How often questions are used. Six queries, whatever their number.
pub fn usage(r: &mut Read, of: &[QuestionEntryId]) -> Result<HashMap<QuestionEntryId, Usage>, Problem> {
    let places = places(r, of)?;
    let quizzes = quizzes(r, &places)?;
    let mut usage: HashMap<QuestionEntryId, Usage> = HashMap::new();
    let mut seen = BTreeSet::new();
    for place in &places {
        let Some(quiz) = quizzes.get(&place.quiz) else { continue };
        let usage = usage.entry(place.entry).or_default();
        usage.answers += place.answers;
        usage.quizzes += i64::from(seen.insert((place.entry, quiz.programme, quiz.key.as_str())));
    }
    Ok(usage)
}

/// The quizzes that ask any version of a question, by programme.
pub fn usage_of(r: &mut Read, entry: QuestionEntryId) -> Result<Vec<UsageRow>, Problem> {
    let places = places(r, &[entry])?;
    let quizzes = quizzes(r, &places)?;
    let mut rows: BTreeMap<(&str, &str), (i32, UsageRow)> = BTreeMap::new();
    for place in &places {
        let Some(quiz) = quizzes.get(&place.quiz) else { continue };
        let new = (quiz.position, row(quiz, *place));
        let (position, row) = rows
            .entry((&quiz.slug, &quiz.key))
            .or_insert_with(|| (new.0, UsageRow { answers: 0, ..new.1.clone() }));
        let answers = row.answers + place.answers;
        if (quiz.version, place.number) > (row.programme_version, row.number) {
            (*position, *row) = new;
        }
        row.answers = answers;
    }
    let mut rows: Vec<(i32, UsageRow)> = rows.into_values().collect();
    rows.sort_by(|one, other| (&one.1.slug, one.0).cmp(&(&other.1.slug, other.0)));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

fn row(quiz: &Quiz, place: Place) -> UsageRow {
    UsageRow {
        quiz: quiz.id,
        title: quiz.title.0.clone(),
        slug: quiz.slug.clone(),
        programme: quiz.programme_title.0.clone(),
        programme_version: quiz.version,
        number: place.number,
        answers: place.answers,
    }
}

fn places(r: &mut Read, of: &[QuestionEntryId]) -> Result<Vec<Place>, Problem> {
    let versions: Vec<(QuestionId, (QuestionEntryId, i32))> = question_versions::table
        .filter(question_versions::entry_id.eq_any(of.to_vec()))
        .select((question_versions::id, (question_versions::entry_id, question_versions::number)))
        .load(r.conn())?;
    let versions: HashMap<QuestionId, (QuestionEntryId, i32)> = versions.into_iter().collect();
    let mut places = in_files(r, of)?;
    places.extend(marked(r, of)?);
    let named = set_up(r)?.into_iter().chain(under_way(r)?);
    for (quiz, questions) in named {
        let known = questions.iter().filter_map(|id| versions.get(id));
        places.extend(known.map(|(entry, number)| Place {
            entry: *entry,
            quiz,
            number: *number,
            answers: 0,
        }));
    }
    Ok(places)
}

fn in_files(r: &mut Read, of: &[QuestionEntryId]) -> Result<Vec<Place>, Problem> {
    let rows: Vec<(QuestionEntryId, ActivityId, i32)> = quiz_questions::table
        .inner_join(question_versions::table)
        .filter(question_versions::entry_id.eq_any(of.to_vec()))
        .select((question_versions::entry_id, quiz_questions::activity_id, question_versions::number))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(entry, quiz, number)| Place { entry, quiz, number, answers: 0 }).collect())
}

/// What was asked in attempts that were handed in, with the number of marks.
fn marked(r: &mut Read, of: &[QuestionEntryId]) -> Result<Vec<Place>, Problem> {
    let rows: Vec<(QuestionEntryId, ActivityId, i32, i64)> = quiz_marks::table
        .inner_join(question_versions::table)
        .inner_join(quiz_attempts::table)
        .filter(question_versions::entry_id.eq_any(of.to_vec()))
        .group_by((question_versions::entry_id, quiz_attempts::activity_id, question_versions::number))
        .select((
            question_versions::entry_id,
            quiz_attempts::activity_id,
            question_versions::number,
            count_star(),
        ))
        .load(r.conn())?;
    let place = |(entry, quiz, number, answers)| Place { entry, quiz, number, answers };
    Ok(rows.into_iter().map(place).collect())
}

/// What attempts drew that are under way; they have no marks yet.
fn under_way(r: &mut Read) -> Result<Vec<(ActivityId, Vec<QuestionId>)>, Problem> {
    let rows: Vec<(ActivityId, Json<Vec<QuestionId>>)> = quiz_attempts::table
        .filter(quiz_attempts::submitted_at.is_null())
        .select((quiz_attempts::activity_id, quiz_attempts::question_ids))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(quiz, questions)| (quiz, questions.0)).collect())
}

/// The questions that the setups in force name one by one.
fn set_up(r: &mut Read) -> Result<Vec<(ActivityId, Vec<QuestionId>)>, Problem> {
    let later = diesel::alias!(quiz_setups as later);
    let has_later = later
        .filter(later.field(quiz_setups::edition_id).eq(quiz_setups::edition_id))
        .filter(later.field(quiz_setups::activity_id).eq(quiz_setups::activity_id))
        .filter(later.field(quiz_setups::number).gt(quiz_setups::number));
    let rows: Vec<(ActivityId, Json<Vec<Section>>)> = quiz_setups::table
        .filter(not(exists(has_later)))
        .filter(quiz_setups::sections.like("%\"questions\":%"))
        .select((quiz_setups::activity_id, quiz_setups::sections))
        .load(r.conn())?;
    let questions = |sections: Vec<Section>| sections.into_iter().flat_map(|one| one.source.questions);
    Ok(rows.into_iter().map(|(quiz, sections)| (quiz, questions(sections.0).collect())).collect())
}

fn quizzes(r: &mut Read, places: &[Place]) -> Result<HashMap<ActivityId, Quiz>, Problem> {
    let ids: BTreeSet<ActivityId> = places.iter().map(|place| place.quiz).collect();
    let rows: Vec<Quiz> = activities::table
        .inner_join(programme_versions::table.on(programme_versions::id.eq(activities::version_id)))
        .inner_join(programmes::table.on(programmes::id.eq(programme_versions::programme_id)))
        .filter(activities::id.eq_any(ids.into_iter().collect::<Vec<_>>()))
        .select((
            activities::id,
            activities::key,
            activities::position,
            activities::title,
            programmes::id,
            programmes::slug,
            programme_versions::title,
            programme_versions::number,
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|quiz| (quiz.id, quiz)).collect())
}
