//! Rows of completions and of the ledger, and the facts that the rule is evaluated on.

pub mod assignment;
pub mod attended;
mod facts;
pub mod origins;
pub mod overview;
mod quizzes;
pub mod totals;

pub use facts::{facts_of, facts_of_edition};
pub use quizzes::set_result;

use super::rules::assignment::Assignment;
use super::rules::{ActivityFact, Work, Works};
use crate::db::schema::{
    activities, case_hidings, completions, editions, enrolments, gradings, ledger_entries, modules,
    programme_versions, quiz_definitions, submission_members, submissions,
};
use crate::db::{Json, Read, Write, each, text_enum};
use crate::editions::store::{EDITION, ENROLMENT, EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, CompletionId, EnrolmentId, LedgerEntryId, Localised, Minutes, ModuleId, Moment, Permille,
    PersonId, Problem, ProgrammeVersionId,
};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};
use assignment::Sorting;
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

text_enum! {
    /// Which room credited something.
    SourceKind {
        /// A mark of a session; the source id is the mark.
        Attendance = "attendance",
        /// A lesson marked read; the source id is the activity.
        Lesson = "lesson",
        /// A quiz; the source id is the attempt.
        Quiz = "quiz",
        /// A case; the source id is the grading.
        Case = "case",
        /// A live quiz whose results count; the source id is the player.
        LiveQuiz = "live_quiz",
        /// Something that made up for a missed session; the source id is the make-up.
        MakeUp = "make_up",
        /// A consultation that counts for an activity; the source id is the booking.
        Consultation = "consultation",
    }
}

impl SourceKind {
    /// Whether what it completes is completed only while some of its time is credited.
    pub fn is_attended(self) -> bool {
        matches!(self, SourceKind::Attendance | SourceKind::Consultation)
    }
}

/// An activity of a version, as the facts start from it.
#[derive(Debug, Clone, Queryable)]
pub struct PlannedActivity {
    /// The activity.
    pub id: ActivityId,
    /// Its key.
    pub key: String,
    /// Its kind.
    pub kind: ActivityKind,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// Planned time.
    pub minutes: Minutes,
    /// Keys that must be completed first.
    pub after_keys: Json<Vec<String>>,
    /// Its title.
    pub title: Json<Localised>,
    /// The settings, where it is a quiz.
    pub quiz: Option<Json<QuizSettings>>,
    /// The format by the centre's own list.
    pub format: String,
    /// The module it belongs to.
    pub module_id: ModuleId,
    /// The module's title.
    pub module_title: Json<Localised>,
    /// The declaration whose answer "no experience" assigns the module; `None` where it is everybody's.
    pub extra_for: Option<String>,
}

/// The activities of a version in programme order. A version never changes.
pub fn planned(r: &mut Read, version: ProgrammeVersionId) -> Result<Arc<Vec<PlannedActivity>>, Problem> {
    r.unchanging(version.0, |r| load_plan(r, version))
}

fn load_plan(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<PlannedActivity>, Problem> {
    Ok(activities::table
        .inner_join(modules::table)
        .left_join(quiz_definitions::table)
        .filter(activities::version_id.eq(version))
        .order(activities::position)
        .select((
            activities::id,
            activities::key,
            activities::kind,
            activities::mode,
            activities::nature,
            activities::minutes,
            activities::after_keys,
            activities::title,
            quiz_definitions::settings.nullable(),
            activities::format,
            modules::id,
            modules::title,
            modules::extra_for,
        ))
        .load(r.conn())?)
}

/// The part of a programme that is one trainee's.
#[derive(Debug, Clone)]
pub struct Portion {
    /// The activities asked of the trainee, and those that wait for an answer, as planned.
    pub plan: Arc<Vec<PlannedActivity>>,
    /// What the trainee has of each, in the same order.
    pub facts: Vec<ActivityFact>,
    /// What is not asked of this trainee: extra modules of those without experience.
    pub elsewhere: Vec<ActivityFact>,
}

/// The part of a version that is one trainee's, and what the trainee has of it, in few queries beside the plan's.
pub fn portion(
    r: &mut Read,
    version: ProgrammeVersionId,
    enrolment: EnrolmentId,
) -> Result<Portion, Problem> {
    let own = quizzes::of_enrolment(r, enrolment)?;
    let planned = own.apply(planned(r, version)?);
    let sorting = Sorting::load(r, (version, &planned), &[enrolment])?;
    let completed: HashMap<ActivityId, Option<Permille>> = completions::table
        .filter(completions::enrolment_id.eq(enrolment))
        .select((completions::activity_id, completions::result_permille))
        .load::<(ActivityId, Option<Permille>)>(r.conn())?
        .into_iter()
        .collect();
    let credited: HashMap<ActivityId, Option<i64>> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(enrolment))
        .group_by(ledger_entries::activity_id)
        .select((ledger_entries::activity_id, sum(ledger_entries::minutes)))
        .load::<(ActivityId, Option<i64>)>(r.conn())?
        .into_iter()
        .collect();
    let minutes = |id| credited.get(&id).copied().flatten().map_or(Minutes::ZERO, in_minutes);
    let facts = planned.iter().map(|row| {
        let question = sorting.question(enrolment, row);
        ActivityFact { question, ..fact(row, completed.get(&row.id).copied(), minutes(row.id)) }
    });
    let not_theirs = |row: &PlannedActivity| sorting.assignment(enrolment, row) == Assignment::NotTheirs;
    if !planned.iter().any(not_theirs) {
        return Ok(Portion { facts: facts.collect(), plan: planned, elsewhere: Vec::new() });
    }
    let (elsewhere, own): (Vec<_>, Vec<_>) = planned.iter().zip(facts).partition(|(row, _)| not_theirs(row));
    let (plan, facts) = own.into_iter().map(|(row, fact)| (row.clone(), fact)).unzip();
    let elsewhere = elsewhere.into_iter().map(|(_, fact)| fact).collect();
    Ok(Portion { plan: Arc::new(plan), facts, elsewhere })
}

/// An enrolment with its edition and what its pages are headed with, in one query.
#[derive(Debug, Clone, Queryable)]
pub struct CourseRow {
    /// The enrolment.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// The programme's title.
    pub title: Json<Localised>,
    /// The length of an academic hour in minutes.
    pub academic_hour: Minutes,
}

/// One enrolment with its edition and programme.
pub fn course(r: &mut Read, enrolment: EnrolmentId) -> Result<Option<CourseRow>, Problem> {
    Ok(enrolments::table
        .inner_join(editions::table.inner_join(programme_versions::table))
        .filter(enrolments::id.eq(enrolment))
        .select((ENROLMENT, EDITION, programme_versions::title, programme_versions::academic_hour_minutes))
        .first(r.conn())
        .optional()?)
}

/// The enrolments of a person that were not withdrawn, the newest edition first.
pub fn courses_of(r: &mut Read, person: PersonId) -> Result<Vec<CourseRow>, Problem> {
    Ok(enrolments::table
        .inner_join(editions::table.inner_join(programme_versions::table))
        .filter(enrolments::person_id.eq(person))
        .filter(enrolments::withdrawn_at.is_null())
        .order((editions::ends_on.desc(), enrolments::id.desc()))
        .select((ENROLMENT, EDITION, programme_versions::title, programme_versions::academic_hour_minutes))
        .load(r.conn())?)
}

/// Where the last version of each handed-in case of an enrolment is, hidden ones left out, and its quizzes that were
/// taken.
pub fn works(r: &mut Read, enrolment: EnrolmentId, plan: &[PlannedActivity]) -> Result<Works, Problem> {
    // Of a team's works only those that the trainee had a part in are theirs.
    let shared = submission_members::table
        .filter(submission_members::enrolment_id.eq(enrolment))
        .filter(submission_members::present)
        .select(submission_members::submission_id);
    let own = submissions::enrolment_id.eq(enrolment).and(submissions::team_id.is_null());
    let versions: Vec<(ActivityId, Option<Moment>)> = submissions::table
        .left_join(gradings::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .filter(case_hidings::submission_id.is_null())
        .filter(own.or(submissions::id.eq_any(shared)))
        .order(submissions::id)
        .select((submissions::activity_id, gradings::released_at.nullable()))
        .load(r.conn())?;
    // A grade that was not released is none yet.
    let state = |released: Option<Moment>| released.map_or(Work::Waiting, |_| Work::Graded);
    let mut works: Works =
        versions.into_iter().map(|(activity, released)| (activity, state(released))).collect();
    works.extend(quizzes::taken(r, enrolment, plan)?);
    Ok(works)
}

fn in_minutes(sum: i64) -> Minutes {
    Minutes(i32::try_from(sum).unwrap_or(i32::MAX))
}

fn fact(row: &PlannedActivity, completion: Option<Option<Permille>>, credited: Minutes) -> ActivityFact {
    ActivityFact {
        id: row.id,
        key: row.key.clone(),
        title: row.title.0.clone(),
        kind: row.kind,
        nature: row.nature,
        mode: row.mode,
        planned: row.minutes,
        credited,
        completed: completion.is_some(),
        result: completion.flatten(),
        counts: !row.quiz.as_ref().is_some_and(|settings| settings.0.diagnostic),
        pass: row.quiz.as_ref().and_then(|settings| settings.0.pass),
        after: row.after_keys.0.clone(),
        question: None,
    }
}

/// A completion about to be noted.
#[derive(Debug, Clone, Copy)]
pub struct NewCompletion {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Of what.
    pub activity: ActivityId,
    /// When.
    pub at: Moment,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// The result, where there are marks.
    pub result: Option<Permille>,
}

/// Notes a completion; `None` when it was noted before (a better result is kept).
pub fn insert_completion(w: &mut Write, new: &NewCompletion) -> Result<Option<CompletionId>, Problem> {
    let known: Option<(CompletionId, Option<Permille>)> = completions::table
        .filter(completions::enrolment_id.eq(new.enrolment))
        .filter(completions::activity_id.eq(new.activity))
        .select((completions::id, completions::result_permille))
        .first(w.conn())
        .optional()?;
    if let Some((id, result)) = known {
        if new.result > result {
            diesel::update(completions::table.filter(completions::id.eq(id)))
                .set(completions::result_permille.eq(new.result))
                .execute(w.conn())?;
        }
        return Ok(None);
    }
    add_completion(w, new).map(Some)
}

/// Notes the completion of somebody who has none of this activity.
pub fn add_completion(w: &mut Write, new: &NewCompletion) -> Result<CompletionId, Problem> {
    let insert = diesel::insert_into(completions::table)
        .values((
            completions::enrolment_id.eq(new.enrolment),
            completions::activity_id.eq(new.activity),
            completions::completed_at.eq(new.at),
            completions::source_kind.eq(new.source),
            completions::source_id.eq(new.source_id),
            completions::result_permille.eq(new.result),
        ))
        .returning(completions::id);
    Ok(each!(w.conn(), c => insert.get_result(c)?))
}

/// A row of the ledger about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// For what.
    pub activity: ActivityId,
    /// How much; negative takes back.
    pub minutes: Minutes,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// When.
    pub at: Moment,
}

/// Writes a row of the ledger, as the next revision of its source.
pub fn insert_entry(w: &mut Write, new: &NewEntry) -> Result<LedgerEntryId, Problem> {
    let revision: i64 = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(new.enrolment))
        .filter(ledger_entries::source_kind.eq(new.source))
        .filter(ledger_entries::source_id.eq(new.source_id))
        .select(count_star())
        .first(w.conn())?;
    add_entry(w, new, i32::try_from(revision).map_err(Problem::internal)?)
}

/// Writes a row of the ledger under a revision that the caller has counted.
pub fn add_entry(w: &mut Write, new: &NewEntry, revision: i32) -> Result<LedgerEntryId, Problem> {
    let insert = diesel::insert_into(ledger_entries::table)
        .values((
            ledger_entries::enrolment_id.eq(new.enrolment),
            ledger_entries::activity_id.eq(new.activity),
            ledger_entries::minutes.eq(new.minutes),
            ledger_entries::nature.eq(new.nature),
            ledger_entries::mode.eq(new.mode),
            ledger_entries::source_kind.eq(new.source),
            ledger_entries::source_id.eq(new.source_id),
            ledger_entries::revision.eq(revision),
            ledger_entries::credited_at.eq(new.at),
        ))
        .returning(ledger_entries::id);
    Ok(each!(w.conn(), c => insert.get_result(c)?))
}

/// Takes a completion by a room back; `false` when there is none.
pub fn remove_completion(
    w: &mut Write,
    enrolment: EnrolmentId,
    activity: ActivityId,
    source: SourceKind,
) -> Result<bool, Problem> {
    let mine = completions::table
        .filter(completions::enrolment_id.eq(enrolment))
        .filter(completions::activity_id.eq(activity))
        .filter(completions::source_kind.eq(source));
    Ok(diesel::delete(mine).execute(w.conn())? > 0)
}

/// The minutes that a room has credited somebody for an activity, by the row there.
pub fn credited_by(
    r: &mut Read,
    enrolment: EnrolmentId,
    activity: ActivityId,
    source: SourceKind,
) -> Result<Vec<(i64, Minutes)>, Problem> {
    let rows: Vec<(i64, Option<i64>)> = ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(enrolment))
        .filter(ledger_entries::activity_id.eq(activity))
        .filter(ledger_entries::source_kind.eq(source))
        .group_by(ledger_entries::source_id)
        .select((ledger_entries::source_id, sum(ledger_entries::minutes)))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|(id, minutes)| (id, in_minutes(minutes.unwrap_or(0)))).collect())
}

/// A row of the ledger, for «Мои часы».
#[derive(Debug, Clone, Queryable)]
pub struct EntryRow {
    /// The entry.
    pub id: LedgerEntryId,
    /// For what.
    pub activity_id: ActivityId,
    /// How much.
    pub minutes: Minutes,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// In person, online or at a distance.
    pub mode: DeliveryMode,
    /// By which room.
    pub source: SourceKind,
    /// By which row there.
    pub source_id: i64,
    /// When.
    pub credited_at: Moment,
}

/// The ledger of a trainee, the newest first.
pub fn entries(r: &mut Read, enrolment: EnrolmentId) -> Result<Vec<EntryRow>, Problem> {
    Ok(ledger_entries::table
        .filter(ledger_entries::enrolment_id.eq(enrolment))
        .order((ledger_entries::credited_at.desc(), ledger_entries::id.desc()))
        .select((
            ledger_entries::id,
            ledger_entries::activity_id,
            ledger_entries::minutes,
            ledger_entries::nature,
            ledger_entries::mode,
            ledger_entries::source_kind,
            ledger_entries::source_id,
            ledger_entries::credited_at,
        ))
        .load(r.conn())?)
}
