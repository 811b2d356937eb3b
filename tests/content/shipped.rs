//! What the courses that are shipped promise, held by what lies in their folders.

use super::*;
use birge::programmes::rules::LessonText;
use birge::questions::rules::QuestionKind;

const EFFECTIVE_PARTNERSHIP: &str = "effective-partnership";
const BIRGEMIZ_BILIM: &str = "birgemiz-bilim-orientation";

fn shipped(name: &str) -> Programme {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content");
    parse(&folder::read(&root.join(name)).unwrap()).programme.expect("a programme")
}

/// The lessons with their keys, in every language they have.
fn lessons(programme: &Programme) -> Vec<(&str, &LessonText)> {
    let texts = |activity: &'_ birge::programmes::rules::Activity| match &activity.body {
        Body::Lesson(texts) => texts.len(),
        _ => 0,
    };
    let expected: usize = programme.activities().map(texts).sum();
    let found: Vec<(&str, &LessonText)> = programme
        .activities()
        .filter_map(|activity| match &activity.body {
            Body::Lesson(texts) => Some(texts.values().map(|text| (activity.key.as_str(), text))),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(found.len(), expected);
    found
}

/// Keys of the questions that count towards a result: neither of a diagnostic quiz nor without a right answer.
fn scored(programme: &Programme) -> Vec<String> {
    let quizzes = programme.activities().filter_map(|activity| match &activity.body {
        Body::Quiz(quiz) if !quiz.settings.diagnostic => Some(quiz),
        _ => None,
    });
    quizzes
        .flat_map(|quiz| &quiz.questions)
        .filter(|question| question.kind != QuestionKind::Scale)
        .map(|question| question.key.clone())
        .collect()
}

fn every_question(programme: &Programme) -> BTreeSet<&str> {
    let quizzes = programme.activities().filter_map(|activity| match &activity.body {
        Body::Quiz(quiz) => Some(quiz),
        _ => None,
    });
    quizzes.flat_map(|quiz| &quiz.questions).map(|question| question.key.as_str()).collect()
}

/// `ep` and a number, `bb` and a number: the questions that the courses were asked to have.
fn is_asked_for(key: &str, letters: &str) -> bool {
    key.strip_prefix(letters).is_some_and(|rest| rest.parse::<u32>().is_ok())
}

#[test]
fn the_courses_that_are_shipped_have_nothing_to_find() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content");
    let mut programmes = BTreeSet::new();
    for entry in std::fs::read_dir(root).expect("course-content is part of the repository") {
        let path = entry.unwrap().path();
        let checked = parse(&folder::read(&path).unwrap());
        let found: Vec<_> =
            checked.findings.iter().map(|finding| finding.printed(&path.to_string_lossy())).collect();
        assert!(found.is_empty(), "{found:#?}");
        programmes.insert(checked.programme.expect("a programme").slug);
    }
    assert_eq!(programmes, [BIRGEMIZ_BILIM.to_owned(), EFFECTIVE_PARTNERSHIP.to_owned()].into());
}

#[test]
fn every_question_that_was_asked_for_is_there_and_as_many_of_our_own() {
    let (partnership, orientation) = (shipped(EFFECTIVE_PARTNERSHIP), shipped(BIRGEMIZ_BILIM));
    for (programme, letters, count) in [(&partnership, "ep", 18), (&orientation, "bb", 12)] {
        let keys = every_question(programme);
        for number in 1..=count {
            assert!(keys.contains(format!("{letters}{number}").as_str()), "{letters}{number} is missing");
        }
        assert_eq!(keys.iter().filter(|key| is_asked_for(key, letters)).count(), count);
        let own = scored(programme).iter().filter(|key| !is_asked_for(key, letters)).count();
        assert!(own >= count, "{} has {own} scored questions of its own", programme.slug);
    }
}

#[test]
fn the_hours_are_the_promised_ones() {
    let hours = shipped(EFFECTIVE_PARTNERSHIP).hours;
    assert_eq!((hours.theory, hours.practice), (AcademicHours(24), AcademicHours(36)));
}

#[test]
fn every_lesson_says_what_it_gives_what_it_rests_on_and_asks_back() {
    for name in [EFFECTIVE_PARTNERSHIP, BIRGEMIZ_BILIM] {
        let programme = shipped(name);
        let lessons = lessons(&programme);
        assert!(lessons.len() >= 7, "{name} has {} lessons", lessons.len());
        for (key, lesson) in &lessons {
            assert!(!lesson.takeaways.is_empty() && !lesson.self_check.is_empty(), "{name}: {key}");
            assert!(lesson.self_check.iter().all(|check| !check.answer.is_empty()), "{name}: {key}");
            assert!(!lesson.sources.is_empty(), "{name}: {key} rests on the documents of others");
        }
    }
}

#[test]
fn a_russian_lesson_is_read_in_one_sitting() {
    for (key, lesson) in lessons(&shipped(EFFECTIVE_PARTNERSHIP)) {
        assert!((600..=1500).contains(&lesson.words), "{key} has {} words", lesson.words);
    }
}
