//! Reads a quiz: `NN-name.ru.quiz.md`, and joins its languages.

use crate::kernel::{Language, Minutes, Permille};
use crate::programmes::rules::files::Split;
use crate::programmes::rules::finding::{Code, Notes};
use crate::programmes::rules::markdown::{self, Dialect, Page};
use crate::programmes::rules::quiz::{Question, QuizDefinition, QuizSettings};
use crate::programmes::rules::read::question::{self, QuestionDraft};
use crate::programmes::rules::read::sections;
use crate::programmes::rules::table::{At, Document, Section};
use crate::programmes::rules::words::{Behaviour, Counting, Layout, QuestionKind, Release};
use comrak::Arena;
use std::collections::BTreeSet;

/// One language of a quiz.
pub(in crate::programmes::rules) struct QuizDraft {
    /// `None` when there are no settings, or faulty ones.
    settings: Option<QuizSettings>,
    has_settings: bool,
    /// Keys with what could be read under them.
    questions: Vec<(At<String>, Option<QuestionDraft>)>,
}

/// Reads one language of a quiz. Only the main language must have settings.
pub(in crate::programmes::rules) fn read(text: Split, is_main: bool, page: &mut Page) -> QuizDraft {
    let settings = text.front.and_then(|toml| settings(toml, text.front_line, &mut page.notes));
    if text.front.is_none() && is_main && !text.unclosed {
        page.add(1, Code::FrontMatterMissing, "pass_percent, attempts, shuffle, release …");
    }
    let arena = Arena::new();
    let root = markdown::read(&arena, text.body, Dialect::Quiz, page);
    let parts = sections::divide(root, page);
    if parts.is_empty() {
        page.add(text.body_line, Code::ListEmpty, "questions");
    }
    let mut seen = BTreeSet::new();
    let mut questions = Vec::new();
    for part in parts {
        let Some(key) = part.key.clone() else {
            question::read(part, page);
            continue;
        };
        if !seen.insert(key.value.clone()) {
            page.add(key.line, Code::KeyRepeated, key.value.clone());
        }
        questions.push((key, question::read(part, page)));
    }
    let draft = QuizDraft { settings, has_settings: text.front.is_some(), questions };
    draft.check_pool(text.front_line, page);
    draft
}

impl QuizDraft {
    fn check_pool(&self, line: u32, page: &mut Page) {
        let Some(settings) = &self.settings else { return };
        if let Some(draw) = settings.draw
            && draw as usize > self.questions.len()
        {
            page.add(line, Code::DrawTooMany, format!("draw = {draw}, pool {}", self.questions.len()));
        }
        let scored = |question: &Option<QuestionDraft>| {
            question.as_ref().is_none_or(|question| question.kind() != QuestionKind::Scale)
        };
        if !settings.diagnostic
            && !self.questions.is_empty()
            && !self.questions.iter().any(|(_, one)| scored(one))
        {
            page.add(line, Code::QuizUnpassable, "");
        }
    }

    /// Notes where this language differs from the main one in more than words.
    pub(in crate::programmes::rules) fn compare(&self, main: &QuizDraft, notes: &mut Notes) {
        if self.has_settings
            && self.settings.is_some()
            && main.settings.is_some()
            && self.settings != main.settings
        {
            notes.add(1, Code::LanguageMismatch, "the settings; they may be left out here");
        }
        let keys =
            |draft: &QuizDraft| draft.questions.iter().map(|(key, _)| key.value.clone()).collect::<Vec<_>>();
        if self.questions.len() != main.questions.len() {
            let (here, there) = (self.questions.len(), main.questions.len());
            notes.add(1, Code::LanguageMismatch, format!("{here} questions, {there} in the main language"));
        }
        let (here, there) = (keys(self), keys(main));
        for ((key, question), (main_key, main_question)) in self.questions.iter().zip(&main.questions) {
            if key.value != main_key.value {
                let moved = there.contains(&key.value) && here.contains(&main_key.value);
                let what = if moved { "in another order" } else { "another key" };
                let detail = format!("{}: {what}, {} is expected", key.value, main_key.value);
                notes.add(key.line, Code::LanguageMismatch, detail);
            } else if let (Some(question), Some(main_question)) = (question, main_question)
                && let Some(difference) = question.difference(main_question)
            {
                notes.add(key.line, Code::LanguageMismatch, format!("{}: {difference}", key.value));
            }
        }
    }
}

/// Joins the languages of a quiz; the first is the main one. `None` when any of them has faults.
pub(in crate::programmes::rules) fn join(mut drafts: Vec<(Language, QuizDraft)>) -> Option<QuizDefinition> {
    let (_, main) = drafts.first_mut()?;
    let settings = main.settings.take()?;
    let mut questions = Vec::new();
    for place in 0..main.questions.len() {
        let mut texts = Vec::new();
        let mut key = String::new();
        for (language, draft) in &mut drafts {
            let (its_key, question) = draft.questions.get_mut(place)?;
            key.clone_from(&its_key.value);
            texts.push((*language, question.take()?));
        }
        questions.push(joined(key, texts)?);
    }
    Some(QuizDefinition { settings, questions })
}

fn joined(key: String, texts: Vec<(Language, QuestionDraft)>) -> Option<Question> {
    let ((_, main), others) = texts.split_first()?;
    let (lefts, rights) = main.deal(&key);
    let (kind, points, penalty) = (main.kind(), main.points, main.penalty);
    let mut answer = main.answer(&lefts, &rights)?;
    others.iter().for_each(|(_, other)| other.accept_too(&mut answer));
    let texts = texts
        .into_iter()
        .map(|(language, draft)| (language, draft.into_text(&lefts, &rights, &answer)))
        .collect();
    Some(Question { key, kind, points, texts, answer, penalty })
}

fn settings(toml: &str, line: u32, notes: &mut Notes) -> Option<QuizSettings> {
    let document = Document::parse(toml, line, notes);
    let mut root = document.root();
    let diagnostic = root.flag("diagnostic", notes);
    let pass = pass(&mut root, diagnostic, notes);
    let attempts = root.number_if("attempts", 0..=100, notes).map_or(0, |attempts| attempts.value);
    let words_written = ["release", "behaviour", "counting", "layout"].map(|word| root.has(word));
    let release = root.word_if::<Release>("release", notes).map(|release| release.value);
    let behaviour = root.word_if::<Behaviour>("behaviour", notes).map(|behaviour| behaviour.value);
    let counting = root.word_if::<Counting>("counting", notes).map(|counting| counting.value);
    let layout = root.word_if::<Layout>("layout", notes).map(|layout| layout.value);
    let words_read = [release.is_some(), behaviour.is_some(), counting.is_some(), layout.is_some()];
    let usual = QuizSettings::default();
    let settings = QuizSettings {
        pass: pass.flatten(),
        attempts: u32::try_from(attempts).ok().filter(|attempts| *attempts > 0),
        time_limit: root
            .number_if("time_limit_minutes", 1..=600, notes)
            .map(|minutes| Minutes(minutes.value)),
        shuffle: root.flag("shuffle", notes),
        draw: root.number_if("draw", 1..=1000, notes).and_then(|draw| u32::try_from(draw.value).ok()),
        diagnostic,
        release: release.unwrap_or(usual.release),
        behaviour: behaviour.unwrap_or(usual.behaviour),
        tries: whole(&mut root, "tries", 2..=10, notes).unwrap_or(usual.tries),
        counting: counting.unwrap_or(usual.counting),
        delay: root.number_if("delay_minutes", 1..=100_000, notes).map(|minutes| Minutes(minutes.value)),
        grace_seconds: whole(&mut root, "grace_seconds", 0..=600, notes).unwrap_or(0),
        drill: root.flag("drill", notes),
        layout: layout.unwrap_or(usual.layout),
    };
    contradictions(&settings, line, notes);
    root.finish(notes);
    let words_fit = words_written.iter().zip(words_read).all(|(written, read)| read || !written);
    (pass.is_some() && words_fit).then_some(settings)
}

fn whole(
    root: &mut Section,
    name: &str,
    range: std::ops::RangeInclusive<i32>,
    notes: &mut Notes,
) -> Option<u32> {
    root.number_if(name, range, notes).and_then(|number| u32::try_from(number.value).ok())
}

/// Settings that cannot be meant together.
fn contradictions(settings: &QuizSettings, line: u32, notes: &mut Notes) {
    let checks = matches!(settings.behaviour, Behaviour::Immediate | Behaviour::Interactive);
    if settings.release == Release::AfterEach && !checks {
        notes.add(line, Code::SettingsContradict, "release = \"after_each\" needs behaviour = \"immediate\"");
    }
    if checks && settings.release != Release::AfterEach {
        notes.add(line, Code::SettingsContradict, "this behaviour needs release = \"after_each\"");
    }
    if settings.drill && (settings.attempts.is_some() || settings.delay.is_some()) {
        notes.add(line, Code::SettingsContradict, "drill: no attempts and no delay_minutes");
    }
}

/// The pass mark; the outer `None` for a fault.
fn pass(root: &mut Section, diagnostic: bool, notes: &mut Notes) -> Option<Option<Permille>> {
    if !diagnostic {
        return root.number("pass_percent", 1..=100, notes).map(|pass| Some(Permille::percent(pass.value)));
    }
    match root.number_if("pass_percent", 1..=100, notes) {
        Some(pass) => {
            notes.add(pass.line, Code::PassWithDiagnostic, "");
            None
        }
        None => Some(None),
    }
}
