//! How an edition takes its quizzes: read and set by those who teach or administer it.

use super::attempts::settings_of;
use super::{asking, terms};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Localised, Moment, Problem, QuestionId};
use crate::programmes::rules::quiz::{Question, QuizSettings};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store::{self as programmes, ActivityRow};
use crate::quizzes::rules::draft::{SECTION_QUESTIONS, SectionInput, SetupInput};
use crate::quizzes::rules::drawing::{self, Found};
use crate::quizzes::rules::setup::{Section, Settings, Source};
use crate::quizzes::rules::windows;
use crate::quizzes::store::setups::{self, CategoryRow, NewSetup, PastRow, SetupRow};
use crate::quizzes::store::{self as quiz_store, overrides};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// An edition for those who teach or administer it.
pub(super) fn taught(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<EditionRow, Problem> {
    editions::edition(r, edition)?
        .filter(|row| actor.teaches(row.id, row.organisation_id))
        .ok_or_else(Problem::not_found)
}

/// A quiz of an edition's programme.
pub(super) fn quiz_of(r: &mut Read, edition: &EditionRow, quiz: ActivityId) -> Result<ActivityRow, Problem> {
    let all = programmes::activities(r, edition.version_id)?;
    let found = all.into_iter().find(|row| row.id == quiz && row.kind == ActivityKind::Quiz);
    found.ok_or_else(Problem::not_found)
}

/// A quiz in the list of an edition.
#[derive(Debug, Clone)]
pub struct QuizLine {
    /// The quiz.
    pub id: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The number of the edition's own setup; nothing while the programme's settings hold.
    pub setup: Option<i32>,
    /// What holds.
    pub settings: Settings,
    /// How many exceptions hold.
    pub exceptions: i64,
    /// How many attempts are under way.
    pub under_way: i64,
    /// How many questions the sections will ask and how many they are to ask, where these differ.
    pub lacking: Option<(usize, usize)>,
}

/// The quizzes of an edition, in the order of its programme.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers it.
pub fn list(r: &mut Read, actor: &Actor, edition: EditionId) -> Result<(EditionRow, Vec<QuizLine>), Problem> {
    let edition = taught(r, actor, edition)?;
    let mut quizzes = programmes::activities(r, edition.version_id)?;
    quizzes.retain(|row| row.kind == ActivityKind::Quiz);
    let ids: Vec<ActivityId> = quizzes.iter().map(|row| row.id).collect();
    let (mut own, mut programme) = (setups::in_force(r, edition.id)?, quiz_store::settings_of(r, &ids)?);
    let (exceptions, under_way) = (overrides::counts(r, edition.id)?, overrides::under_way(r, edition.id)?);
    let mut lines = Vec::with_capacity(quizzes.len());
    for row in quizzes {
        let setup = own.remove(&row.id);
        let number = setup.as_ref().map(|setup| setup.number);
        let settings = held(setup.as_ref(), || programme.remove(&row.id).ok_or_else(Problem::not_found))?;
        let lacking = lacking_here(r, &edition, (row.id, setup.as_ref()))?;
        lines.push(QuizLine {
            lacking,
            id: row.id,
            title: row.title.0,
            setup: number,
            settings,
            exceptions: exceptions.get(&row.id).copied().unwrap_or(0),
            under_way: under_way.get(&row.id).copied().unwrap_or(0),
        });
    }
    Ok((edition, lines))
}

/// What a setup will ask and is to ask, where it finds fewer questions than when it was set.
fn lacking_here(
    r: &mut Read,
    edition: &EditionRow,
    (quiz, setup): (ActivityId, Option<&SetupRow>),
) -> Result<Option<(usize, usize)>, Problem> {
    let Some(setup) = setup else { return Ok(None) };
    let (asked, wanted) = asking::counted(r, edition, (quiz, &setup.sections.0))?;
    Ok((asked < wanted).then_some((asked, wanted)))
}

/// What holds: the edition's own setup, else the programme's settings.
fn held(
    setup: Option<&SetupRow>,
    programme: impl FnOnce() -> Result<QuizSettings, Problem>,
) -> Result<Settings, Problem> {
    match setup {
        Some(setup) => Ok(setup.settings.0.clone()),
        None => Ok(Settings { quiz: programme()?, ..Settings::default() }),
    }
}

fn settings_here(
    r: &mut Read,
    edition: EditionId,
    quiz: ActivityId,
) -> Result<(Option<SetupRow>, Settings), Problem> {
    let setup = setups::latest(r, edition, quiz)?;
    let settings = held(setup.as_ref(), || settings_of(r, quiz))?;
    Ok((setup, settings))
}

/// Everything the page of a setup shows.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition.
    pub edition: EditionRow,
    /// The quiz.
    pub quiz: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The programme's own settings.
    pub programme: QuizSettings,
    /// The edition's setup; nothing while the programme's settings hold.
    pub setup: Option<SetupRow>,
    /// What holds.
    pub settings: Settings,
    /// How many questions the programme's quiz has.
    pub pool: usize,
    /// The fixed questions of the sections.
    pub named: Vec<(QuestionId, Question)>,
    /// What sections may ask from, with the number of entries.
    pub categories: Vec<(CategoryRow, i64)>,
    /// Who set the setups, the latest first.
    pub history: Vec<PastRow>,
    /// How many attempts are under way.
    pub under_way: i64,
    /// The newest versions of those fixed questions that have a newer one.
    pub newer: HashMap<QuestionId, QuestionId>,
    /// How many questions the sections will ask and how many they are to ask, where these differ.
    pub lacking: Option<(usize, usize)>,
}

/// The setup of a quiz in an edition.
///
/// # Errors
/// `NotFound` for whoever neither teaches nor administers the edition, or for a quiz of another programme.
pub fn desk(r: &mut Read, actor: &Actor, (edition, quiz): (EditionId, ActivityId)) -> Result<Desk, Problem> {
    let edition = taught(r, actor, edition)?;
    let title = quiz_of(r, &edition, quiz)?.title.0;
    let (setup, settings) = settings_here(r, edition.id, quiz)?;
    let bank = terms::bank(r, &edition)?;
    let sections = setup.as_ref().map_or(&[][..], |setup| setup.sections.0.as_slice());
    let fixed = fixed(sections);
    let named = setups::named(r, bank, &fixed)?;
    let lacking = lacking_here(r, &edition, (quiz, setup.as_ref()))?;
    Ok(Desk {
        newer: setups::newer(r, &fixed)?,
        lacking,
        programme: settings_of(r, quiz)?,
        pool: quiz_store::pool(r, quiz)?.len(),
        categories: setups::categories(r, bank)?,
        history: setups::history(r, edition.id, quiz)?,
        under_way: overrides::under_way(r, edition.id)?.get(&quiz).copied().unwrap_or(0),
        edition,
        quiz,
        title,
        setup,
        settings,
        named,
    })
}

fn fixed(sections: &[Section]) -> Vec<QuestionId> {
    let ids = |section: &Section| match &section.source {
        Source::Fixed { questions } => questions.clone(),
        Source::Random { .. } => Vec::new(),
    };
    sections.iter().flat_map(ids).collect()
}

/// Sets how an edition takes a quiz. Attempts under way keep what they were drawn under; `hash` is that of the
/// password from now on.
///
/// # Errors
/// `NotFound` as in [`desk`]; `Invalid` for a window outside of the edition, and for sections that find no question, too
/// few, or those of another bank.
pub fn set(
    w: &mut Write,
    actor: &Actor,
    (edition, quiz): (EditionId, ActivityId),
    (input, hash): (&SetupInput, Option<&str>),
    now: Moment,
) -> Result<i32, Problem> {
    let edition = taught(w, actor, edition)?;
    quiz_of(w, &edition, quiz)?;
    let faults = windows::outside(&input.settings.window, &edition.term(), actor.language);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let sections = sections(w, &edition, &input.sections)?;
    let pool = quiz_store::pool(w, quiz)?.len();
    let asked = input.settings.quiz.draw.and_then(|draw| usize::try_from(draw).ok());
    if sections.is_empty() && asked.is_some_and(|asked| asked > pool) {
        return Err(Problem::invalid(vec![Fault::new("draw", "too-few-questions").with("found", pool)]));
    }
    let old = setups::latest(w, edition.id, quiz)?;
    let number = setups::next_number(w, edition.id, quiz)?;
    let new = NewSetup {
        edition: edition.id,
        activity: quiz,
        number,
        settings: &input.settings,
        sections: &sections,
        password_hash: hash,
    };
    setups::insert(w, &new, (actor.person, now))?;
    let value = |settings: &Settings, sections: &[Section], password: bool| json!({ "activity": quiz, "settings": settings, "sections": sections, "password": password });
    let before = old.map(|old| value(&old.settings.0, &old.sections.0, old.password_hash.is_some()));
    let after = Some(value(&input.settings, &sections, hash.is_some()));
    let entry = Entry { action: "quiz-setup-set", subject: ("edition", edition.id.0), before, after };
    audit::record(w, actor, now, entry)?;
    Ok(number)
}

/// The sections with their questions found, each with enough of them.
fn sections(r: &mut Read, edition: &EditionRow, inputs: &[SectionInput]) -> Result<Vec<Section>, Problem> {
    let bank = terms::bank(r, edition)?;
    let (mut sections, mut faults, mut named) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (place, input) in (1..).zip(inputs) {
        let field = |rest: &str| format!("section-{place}-{rest}");
        let section = match input {
            SectionInput::Known(section) => section.clone(),
            SectionInput::Find { title, filter } => {
                let mut found = setups::found(r, bank, filter)?;
                // What a section before it names is asked there.
                found.retain(|(_, entry)| !named.contains(entry));
                let questions = found.iter().map(|(id, _)| *id).collect();
                Section { title: title.clone(), source: Source::Fixed { questions } }
            }
        };
        let pool = match &section.source {
            Source::Fixed { questions } => setups::with_entries(r, questions)?,
            Source::Random { filter, .. } => setups::found(r, bank, filter)?,
        };
        if matches!(section.source, Source::Fixed { .. }) {
            named.extend(pool.iter().map(|(_, entry)| *entry));
        }
        match &section.source {
            Source::Fixed { questions } if questions.is_empty() => {
                faults.push(Fault::new(field("category"), "no-questions"));
            }
            Source::Fixed { questions } => {
                let known = setups::named(r, bank, questions)?;
                let most = usize::try_from(SECTION_QUESTIONS).unwrap_or(usize::MAX);
                if questions.len() > most || questions.iter().any(|id| known.iter().all(|(one, _)| one != id))
                {
                    faults.push(Fault::new(field("category"), "unknown"));
                }
            }
            Source::Random { count, .. } => {
                if pool.len() < usize::try_from(*count).unwrap_or(usize::MAX) {
                    faults.push(Fault::new(field("count"), "too-few-questions").with("found", pool.len()));
                }
            }
        }
        sections.push((section, pool));
    }
    if faults.is_empty() {
        faults = lacking(&sections);
    }
    let sections = sections.into_iter().map(|(section, _)| section).collect();
    if faults.is_empty() { Ok(sections) } else { Err(Problem::invalid(faults)) }
}

/// What sections lack that have enough each, since no question is asked twice.
fn lacking(sections: &[(Section, Vec<Found>)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (place, ((section, pool), found)) in (1..).zip(sections.iter().zip(drawing::shares(sections))) {
        let field = |rest: &str| format!("section-{place}-{rest}");
        match section.source {
            Source::Fixed { .. } if found < pool.len() => {
                faults.push(Fault::new(field("category"), "section-repeats"));
            }
            Source::Random { count, .. } if found < usize::try_from(count).unwrap_or(usize::MAX) => {
                faults.push(Fault::new(field("count"), "too-few-questions-left").with("found", found));
            }
            _ => {}
        }
    }
    faults
}
