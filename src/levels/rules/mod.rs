//! Levels by completed cycles (M9), and the rule by which an organisation gives them. Pure.

pub mod status;

use crate::kernel::{
    DocumentId, EditionId, Fault, Language, Localised, OrganisationId, PersonId, ProgrammeId, Word as _,
    words,
};
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// The most cycles that a level may ask for.
pub const MOST_CYCLES: i32 = 100;

/// The longest name of a level, in characters.
pub const LONGEST_NAME: usize = 60;

/// The kinds of document that can say that a cycle was completed: those that attest a whole course.
pub const COUNTING: &[DocumentKind] = &[
    DocumentKind::AdvancedTrainingCertificate,
    DocumentKind::RetrainingDiploma,
    DocumentKind::ParticipationCertificate,
    DocumentKind::MentorCertificate,
];

words! {
    /// What an organisation calls those who completed enough cycles.
    Level {
        /// Стажёр, үйренуші.
        Trainee = "trainee",
        /// Наставник, тәлімгер.
        Mentor = "mentor",
        /// Мастер, шебер.
        Master = "master",
    }
}

impl Level {
    /// From the lowest to the highest.
    pub const ALL: [Level; 3] = [Level::Trainee, Level::Mentor, Level::Master];
}

/// A level as an organisation has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// From how many completed cycles on.
    pub cycles: i32,
    /// What it is called.
    pub name: Localised,
}

/// By what an organisation gives levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelRule {
    /// The first level.
    pub trainee: Step,
    /// The second one.
    pub mentor: Step,
    /// The third one.
    pub master: Step,
    /// The kinds of document that complete a cycle.
    pub kinds: Vec<DocumentKind>,
    /// The programmes whose editions count; all of them where none is named.
    pub programmes: Vec<ProgrammeId>,
}

fn step(cycles: i32, [ru, kk, en]: [&str; 3]) -> Step {
    let name = Localised { ru: Some(ru.to_owned()), kk: Some(kk.to_owned()), en: Some(en.to_owned()) };
    Step { cycles, name }
}

impl LevelRule {
    /// The rule of an organisation that has set none: the level changes after one, two and three completed courses.
    pub fn usual() -> LevelRule {
        LevelRule {
            trainee: step(1, ["Стажёр", "Үйренуші", "Trainee"]),
            mentor: step(2, ["Наставник", "Тәлімгер", "Mentor"]),
            master: step(3, ["Мастер", "Шебер", "Master"]),
            kinds: COUNTING.to_vec(),
            programmes: Vec::new(),
        }
    }

    /// What a level asks, and its name.
    pub fn step(&self, level: Level) -> &Step {
        match level {
            Level::Trainee => &self.trainee,
            Level::Mentor => &self.mentor,
            Level::Master => &self.master,
        }
    }

    /// The name of a level for a reader.
    pub fn name(&self, level: Level, reader: Language) -> &str {
        self.step(level).name.for_reader(reader)
    }

    /// Whether a document completes a cycle.
    pub fn counts(&self, kind: DocumentKind, programme: ProgrammeId) -> bool {
        self.kinds.contains(&kind) && (self.programmes.is_empty() || self.programmes.contains(&programme))
    }

    /// Whether the same is asked for and said, in whatever order it was chosen.
    pub fn is_same(&self, other: &LevelRule) -> bool {
        let set = |rule: &LevelRule| -> (HashSet<DocumentKind>, HashSet<ProgrammeId>) {
            (rule.kinds.iter().copied().collect(), rule.programmes.iter().copied().collect())
        };
        let steps = Level::ALL.iter().all(|level| self.step(*level) == other.step(*level));
        steps && set(self) == set(other)
    }

    /// Everything that is wrong with it. `known` are the programmes there are.
    pub fn faults(&self, known: &HashSet<ProgrammeId>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut least = 0;
        for level in Level::ALL {
            let (word, step) = (level.as_str(), self.step(level));
            if step.cycles < least || step.cycles > MOST_CYCLES {
                let fault = Fault::new(format!("{word}_cycles"), "level-cycles");
                faults.push(fault.with("most", MOST_CYCLES));
            }
            least = least.max(step.cycles.clamp(0, MOST_CYCLES) + 1);
            faults
                .extend(Language::ALL.iter().filter_map(|language| name_fault(word, *language, &step.name)));
        }
        if self.kinds.is_empty() || self.kinds.iter().any(|kind| !COUNTING.contains(kind)) {
            faults.push(Fault::new("kinds", "level-kinds"));
        }
        if self.programmes.iter().any(|programme| !known.contains(programme)) {
            faults.push(Fault::new("programmes", "level-programme"));
        }
        faults
    }
}

/// A name that is missing or too long in a language.
fn name_fault(word: &str, language: Language, name: &Localised) -> Option<Fault> {
    let field = format!("{word}_name_{}", language.tag());
    let text = name.exact(language).unwrap_or_default().trim();
    if text.is_empty() {
        Some(Fault::new(field, "required"))
    } else if text.chars().count() > LONGEST_NAME {
        Some(Fault::new(field, "level-name-long").with("limit", LONGEST_NAME))
    } else {
        None
    }
}

/// A standing document of a course, with what the rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attested {
    /// The document.
    pub document: DocumentId,
    /// Whose.
    pub person: PersonId,
    /// Who issued it.
    pub organisation: OrganisationId,
    /// Its kind.
    pub kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub issued_on: NaiveDate,
    /// The edition it attests.
    pub edition: EditionId,
    /// The edition's title.
    pub title: String,
    /// The programme taught there.
    pub programme: ProgrammeId,
}

/// The documents that complete cycles, the first of each edition, in the order of their dates: however many papers an
/// edition has given somebody, it is one cycle.
pub fn cycles<'a>(rule: &LevelRule, attested: impl IntoIterator<Item = &'a Attested>) -> Vec<&'a Attested> {
    let mut first: BTreeMap<EditionId, &Attested> = BTreeMap::new();
    for one in attested.into_iter().filter(|one| rule.counts(one.kind, one.programme)) {
        let kept = first.entry(one.edition).or_insert(one);
        if (one.issued_on, one.document) < (kept.issued_on, kept.document) {
            *kept = one;
        }
    }
    let mut cycles: Vec<&Attested> = first.into_values().collect();
    cycles.sort_by_key(|one| (one.issued_on, one.document));
    cycles
}

/// Where so many cycles lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// How many cycles were completed.
    pub cycles: usize,
    /// The level, once there is one.
    pub level: Option<Level>,
    /// The next level and how many cycles are missing to it; nothing at the highest.
    pub next: Option<(Level, i32)>,
}

impl Reached {
    /// The level that a number of cycles gives.
    pub fn of(rule: &LevelRule, cycles: usize) -> Reached {
        let have = i32::try_from(cycles).unwrap_or(i32::MAX);
        let reached = |level: &Level| rule.step(*level).cycles <= have;
        let level = Level::ALL.iter().copied().rfind(reached);
        let next = Level::ALL.iter().copied().find(|level| !reached(level));
        Reached { cycles, level, next: next.map(|next| (next, rule.step(next).cycles.saturating_sub(have))) }
    }
}

#[cfg(test)]
mod tests;
