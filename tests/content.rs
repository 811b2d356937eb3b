//! Programmes as folders of files: every kind of fault is found with its file and line, and what is read is
//! what was written.

use birge::kernel::{AcademicHours, Language, Permille};
use birge::programmes::folder;
use birge::programmes::rules::{Answer, Body, Checked, Code, Programme, Question, Severity, parse};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

mod course;
mod faults;
mod printed;
mod shipped;
pub(crate) mod staged;

pub(crate) use course::Course;

fn quiz(programme: &Programme) -> &[Question] {
    let quiz = programme.activities().find_map(|activity| match &activity.body {
        Body::Quiz(quiz) => Some(quiz),
        _ => None,
    });
    &quiz.expect("the sample has a quiz").questions
}

#[test]
fn the_sample_has_nothing_to_find() {
    let checked = Course::sample().check();
    assert_eq!(checked.findings, []);
    let programme = checked.programme.expect("a programme");
    assert_eq!(programme.slug, "sample");
    assert_eq!(programme.hours.total(), AcademicHours(16));
    assert_eq!(programme.rule.attendance, Permille::percent(80));
    assert_eq!(programme.activities().count(), 4);
    assert_eq!(programme.media.len(), 1);
    assert_eq!(programme.media[0].media_type, "image/png");
    assert_eq!(programme.content_hash.len(), 64);
}

#[test]
fn a_lesson_becomes_clean_html_with_its_frame() {
    let programme = Course::sample().programme();
    let Body::Lesson(texts) = &programme.modules[0].activities[1].body else { panic!("a lesson") };
    let lesson = &texts[&Language::Ru];
    assert!(lesson.html.starts_with("<h2 id=\"h-первый-раздел\">Первый раздел</h2>"), "{}", lesson.html);
    assert!(
        lesson.html.contains("<img src=\"media:01-first/media/plan.png\" alt=\"План зала\">"),
        "{}",
        lesson.html
    );
    assert!(lesson.html.contains("<a href=\"activity:quiz\" rel=\"noopener\">"), "{}", lesson.html);
    assert_eq!(lesson.takeaways, ["Что делать"]);
    assert_eq!(lesson.sources[0].year, 2022);
    assert_eq!(lesson.self_check[0].question, "Что?");
    assert_eq!(lesson.reading_minutes.0, i32::try_from(lesson.words.div_ceil(150)).unwrap());
}

#[test]
fn a_quiz_keeps_its_answers_apart_from_what_trainees_see() {
    let programme = Course::with_every_kind().programme();
    let questions = quiz(&programme);
    let kinds: Vec<_> = questions.iter().map(|question| question.answer.kind()).collect();
    assert_eq!(kinds, questions.iter().map(|question| question.kind).collect::<Vec<_>>());
    assert_eq!(kinds.iter().collect::<BTreeSet<_>>().len(), 10, "every kind of question");
    for question in questions {
        let public = serde_json::to_string(&question.public(Language::En).unwrap()).unwrap();
        for secret in ["answer", "right\"", "explanation", "потому"] {
            assert!(!public.contains(secret), "{}: {secret} in {public}", question.key);
        }
    }
}

#[test]
fn a_quiz_in_two_languages_is_one_bank() {
    let programme = Course::sample().in_two_languages().programme();
    let question = &quiz(&programme)[0];
    assert_eq!(question.public(Language::Ru).unwrap().prompt_html, "Один ответ?");
    assert_eq!(question.public(Language::Kk).unwrap().prompt_html, "Бір жауап?");
    let ids =
        |language| question.public(language).unwrap().choices.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(Language::Ru), ids(Language::Kk));
    assert_eq!(question.public(Language::En).unwrap().language, Language::Kk, "falls back kk → ru → en");
}

#[test]
fn what_may_be_typed_is_accepted_in_every_language() {
    let course = Course::with_every_kind().in_two_languages().replace(
        "01-first/03-quiz.kk.quiz.md",
        "- [x] добровольчество",
        "- [x] еріктілік",
    );
    let programme = course.programme();
    let word = quiz(&programme).iter().find(|question| question.key == "word").unwrap();
    let Answer::Text(texts) = &word.answer else { panic!("typed") };
    let patterns: Vec<_> = texts.accepted.iter().map(|one| one.pattern.as_str()).collect();
    assert_eq!(patterns, ["добровольчество", "Волонтёр*", "помощь", "еріктілік"]);
    for text in word.texts.values() {
        assert_eq!(text.accepted_feedback.keys().collect::<Vec<_>>(), [&2], "the remark stays at its answer");
    }
    let gaps = quiz(&programme).iter().find(|question| question.key == "gaps").unwrap();
    let chosen = |language| &gaps.texts[&language].gaps;
    assert_eq!(chosen(Language::Ru), chosen(Language::Kk), "one bank, one set of numbers");
    let other = course.replace("01-first/03-quiz.kk.quiz.md", "{text weight=2}", "{text}");
    assert!(other.check().findings.iter().any(|found| found.code == Code::LanguageMismatch));
}

#[test]
fn a_case_shows_trainees_everything_but_the_notes_of_the_trainer() {
    let programme = Course::sample().programme();
    let Body::Case(case) = &programme.modules[0].activities[3].body else { panic!("a case") };
    assert_eq!(case.most_points(), 7);
    assert_eq!(case.settings.pass_points, 4);
    let points: Vec<Vec<u32>> =
        case.rubric.iter().map(|one| one.levels.iter().map(|level| level.points).collect()).collect();
    assert_eq!(points, [vec![0, 2, 4], vec![0, 3]], "an empty cell is no level");
    assert!(case.text(Language::Ru).unwrap().1.trainer_html.contains("Обычная ошибка"));
    let public = serde_json::to_string(&case.public(Language::Ru).unwrap()).unwrap();
    assert!(public.contains("Волонтёры не пришли") && !public.contains("Обычная ошибка"), "{public}");
}

#[test]
fn the_hash_is_of_the_content_and_of_nothing_else() {
    let first = Course::sample().programme().content_hash;
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(Course::sample().programme().content_hash, first, "other file times");
    let commented = Course::sample().replace("programme.toml", "[hours]", "# a comment\n[hours]");
    assert_eq!(commented.programme().content_hash, first, "a comment teaches nothing");
    let media = Course::sample().with_bytes("01-first/media/plan.png", b"\x89PNG\r\n\x1a\nother");
    assert_ne!(media.programme().content_hash, first);
    let word = Course::sample().replace("01-first/03-quiz.ru.quiz.md", "да, этот", "да, тот");
    assert_ne!(word.programme().content_hash, first);
}

#[test]
fn a_programme_survives_json() {
    let programme = Course::sample().in_two_languages().programme();
    let json = serde_json::to_string(&programme).unwrap();
    let mut back: Programme = serde_json::from_str(&json).unwrap();
    for (media, original) in back.media.iter_mut().zip(&programme.media) {
        media.bytes.clone_from(&original.bytes);
    }
    // The texts are kept beside the version, file by file.
    back.sources.clone_from(&programme.sources);
    assert_eq!(back, programme);
}

#[test]
fn every_fault_is_found_in_one_run_and_printed_with_its_place() {
    let checked = Course::sample()
        .replace("programme.toml", "theory = 4", "theory = 5")
        .replace("01-first/module.toml", "kind = \"lesson\"", "kind = \"lessn\"")
        .replace("01-first/03-quiz.ru.quiz.md", "- [x] да, этот", "- [ ] да, этот")
        .check();
    let errors: BTreeSet<_> = checked.errors().map(|finding| finding.code).collect();
    assert!(
        errors.is_superset(&[Code::HoursMismatch, Code::WordUnknown, Code::RightMissing].into()),
        "{errors:?}"
    );
    assert!(checked.programme.is_none());
    let printed: Vec<_> = checked.findings.iter().map(|one| one.printed("course-content/sample")).collect();
    let wanted = "course-content/sample/01-first/03-quiz.ru.quiz.md:10: error: no choice is marked as right";
    assert!(printed.iter().any(|line| line.starts_with(wanted) && line.contains(" → ")), "{printed:#?}");
}
