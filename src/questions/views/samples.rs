//! What the samples of this room's views show.

use crate::kernel::{
    ActivityId, Language, Localised, Moment, PersonName, ProgrammeId, QuestionCategoryId, QuestionEntryId,
    QuestionId,
};
use crate::questions::actions::bank::{Bank, Shelf};
use crate::questions::actions::entries::Shown;
use crate::questions::rules::tree::{Category, Tree};
use crate::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Gap, GapAnswer,
    OutcomeTexts, Owner, Question, QuestionText, Ratio, ScaleLabels, Unit, Weight,
};
use crate::questions::store::{EntryRow, Listed, Usage, UsageRow, VersionRow};
use std::collections::BTreeMap;

fn now() -> Moment {
    Moment::from_utc(Default::default())
}

pub(super) fn bank() -> Bank {
    let owner = Owner::Programme(ProgrammeId(1));
    let row = |id, parent: Option<i64>, name: &str| Category {
        id: QuestionCategoryId(id),
        owner,
        parent: parent.map(QuestionCategoryId),
        name: name.to_owned(),
    };
    let tree = Tree::of([row(1, None, "Зачем нужны партнёры"), row(2, Some(1), "Договорённости")]);
    let title = Localised::only(Language::Ru, "Эффективное партнёрство");
    Bank::sample(tree, vec![(ProgrammeId(1), title)])
}

fn choices(texts: &[&str]) -> Vec<Choice> {
    (1..).zip(texts).map(|(id, text)| Choice { id: ChoiceId(id), html: (*text).to_owned() }).collect()
}

fn text(prompt: &str) -> QuestionText {
    QuestionText {
        prompt_html: prompt.to_owned(),
        explanation_html: "<p>Так договориться проще.</p>".to_owned(),
        choices: choices(&["Спросить", "Подождать", "Уйти"]),
        ..QuestionText::default()
    }
}

fn question(answer: Answer, text: QuestionText) -> Question {
    Question {
        key: "ep1".into(),
        kind: answer.kind(),
        points: 2,
        texts: [(Language::Ru, text)].into(),
        answer,
        penalty: Question::USUAL_PENALTY,
    }
}

fn accepted(pattern: &str, percent: i32) -> AcceptedText {
    AcceptedText { pattern: pattern.to_owned(), weight: Weight::percent(percent) }
}

fn half() -> BTreeMap<ChoiceId, Weight> {
    [(ChoiceId(1), Weight::WHOLE), (ChoiceId(2), Weight::percent(50))].into()
}

fn texts() -> AcceptedTexts {
    AcceptedTexts {
        accepted: vec![accepted("партнёр*", 100), accepted("друг", 50)], case_matters: true
    }
}

fn also() -> AcceptedNumber {
    AcceptedNumber { value: Decimal::whole(80), tolerance: Decimal::whole(1), weight: Weight::percent(50) }
}

/// A question of each kind.
pub(super) fn questions() -> Vec<Question> {
    let chosen = [
        question(Answer::One(ChoiceId(1)), with_said()),
        question(Answer::OneWeighted(half()), text("Что лучше?")),
        question(Answer::Many([ChoiceId(1), ChoiceId(2)].into()), text("Что поможет?")),
        question(Answer::TrueFalse(true), text("Это так?")),
        question(Answer::Order(vec![ChoiceId(2), ChoiceId(1), ChoiceId(3)]), text("По порядку")),
    ];
    let scale = QuestionText {
        scale: Some(ScaleLabels { lowest: "не готов".into(), highest: "готов".into() }),
        ..text("Насколько вы готовы?")
    };
    let essay = QuestionText {
        template: "Я начну с".into(),
        marking_notes_html: "<p>Есть ли срок.</p>".into(),
        ..text("Напишите письмо партнёру")
    };
    let typed = [
        number(),
        paired(),
        question(Answer::Scale, scale),
        question(Answer::Text(texts()), text("Как это называется?")),
        with_gaps(),
        question(Answer::Essay { min_words: Some(50), max_words: Some(200) }, essay),
    ];
    chosen.into_iter().chain(typed).collect()
}

fn with_said() -> QuestionText {
    QuestionText {
        choice_feedback: [(ChoiceId(2), "<p>Ждать долго.</p>".to_owned())].into(),
        outcome: Some(OutcomeTexts {
            right_html: "<p>Да.</p>".into(),
            partly_html: "<p>Почти.</p>".into(),
            wrong_html: "<p>Нет.</p>".into(),
        }),
        hints_html: vec!["<p>Вспомните урок.</p>".into()],
        ..text("С чего начать?")
    }
}

fn number() -> Question {
    let (value, tolerance) = (Decimal::whole(60), Decimal::whole(2));
    let units = vec![Unit { symbol: "ч".into(), multiplier: Ratio::ONE }];
    let text = QuestionText {
        unit: Some("ч".into()),
        accepted_feedback: [(0, "<p>Верно.</p>".into())].into(),
        ..text("Сколько?")
    };
    question(Answer::Number { value, tolerance, also: vec![also()], units }, text)
}

fn paired() -> Question {
    let text = QuestionText {
        choices: choices(&["Спросить", "Уйти"]),
        rights: vec![
            Choice { id: ChoiceId(4), html: "сначала".into() },
            Choice { id: ChoiceId(5), html: "потом".into() },
        ],
        columns: Some(("Что".into(), "Когда".into())),
        ..text("Соедините")
    };
    question(Answer::Match([(ChoiceId(1), ChoiceId(4)), (ChoiceId(2), ChoiceId(5))].into()), text)
}

fn with_gaps() -> Question {
    let gap = |right| Gap { weight: 1, right };
    let gaps = BTreeMap::from([
        (ChoiceId(1), gap(GapAnswer::Choice(half()))),
        (ChoiceId(2), gap(GapAnswer::Text(texts()))),
        (ChoiceId(3), gap(GapAnswer::Number(vec![also()]))),
    ]);
    let text = QuestionText {
        detail_html: "<p>Сначала [[1]], потом [[2]] и [[3]] раз.</p>".into(),
        gaps: [(ChoiceId(1), choices(&["спросить", "уйти"]))].into(),
        ..text("Заполните пропуски")
    };
    question(Answer::Gaps(gaps), text)
}

fn version(number: i32, question: Question) -> VersionRow {
    VersionRow {
        id: QuestionId(i64::from(number)),
        number,
        ready: number > 1,
        question,
        source: None,
        created_at: now(),
        by: (number > 1).then(|| PersonName::new("Ли", "Анна", None)),
    }
}

fn shown_of(question: Question) -> Shown {
    let entry = EntryRow {
        id: QuestionEntryId(1),
        category: QuestionCategoryId(2),
        key: question.key.clone(),
        name: None,
        archived_at: None,
        archived_by: None,
    };
    Shown {
        bank: bank(),
        entry,
        versions: vec![version(1, question)],
        tags: Vec::new(),
        quizzes: Vec::new(),
        usage: Usage::default(),
    }
}

/// A question of each kind with one version.
pub(super) fn every_kind() -> Vec<Shown> {
    questions().into_iter().map(shown_of).collect()
}

/// A used question with two versions, in the archive.
pub(super) fn shown() -> Shown {
    let first = question(Answer::One(ChoiceId(1)), text("С чего начать разговор?"));
    let mut second = question(Answer::One(ChoiceId(2)), text("С чего лучше начать разговор?"));
    second.points = 3;
    let mut shown = shown_of(first.clone());
    shown.versions = vec![version(2, second), version(1, first)];
    shown.entry.archived_at = Some(now());
    shown.entry.name = Some("Партнёры 1".to_owned());
    shown.entry.archived_by = Some(PersonName::new("Ли", "Анна", None));
    shown.tags = vec!["переговоры".into(), "право".into()];
    shown.usage = Usage { quizzes: 3, answers: 412 };
    shown.quizzes = vec![UsageRow {
        quiz: ActivityId(1),
        title: Localised::only(Language::Ru, "Проверьте себя"),
        slug: "effective-partnership".into(),
        programme: Localised::only(Language::Ru, "Эффективное партнёрство"),
        programme_version: 2,
        number: 1,
        answers: 412,
    }];
    shown
}

/// A page of the bank.
pub(super) fn shelf() -> Shelf {
    let listed = |(id, question): (i64, Question)| Listed {
        id: QuestionEntryId(id),
        category: QuestionCategoryId(1 + id % 2),
        name: (id == 1).then(|| "Партнёры 1".to_owned()),
        number: 1,
        ready: id % 3 > 0,
        languages: question.texts.keys().copied().collect(),
        question,
        changed_at: now(),
        archived_at: (id == 2).then(now),
    };
    Shelf {
        bank: bank(),
        rows: (1..).zip(questions()).map(listed).collect(),
        tags: [(QuestionEntryId(1), vec!["право".to_owned(), "нко".to_owned()])].into(),
        usage: [(QuestionEntryId(1), Usage { quizzes: 3, answers: 412 })].into(),
        counts: [(QuestionCategoryId(1), 5), (QuestionCategoryId(2), 6)].into(),
        all_tags: vec!["нко".to_owned(), "право".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::rules::QuestionKind;

    #[test]
    fn there_is_a_sample_of_every_kind() {
        use crate::kernel::Word as _;
        let there: Vec<QuestionKind> = questions().iter().map(|question| question.kind).collect();
        let all = QuestionKind::WORDS.iter().map(|word| QuestionKind::parse(word).unwrap());
        assert!(all.into_iter().all(|kind| there.contains(&kind)));
    }
}
