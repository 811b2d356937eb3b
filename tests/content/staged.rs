//! Staged cases: what is read of them, and every fault of their map in its line.

use super::*;
use crate::content::faults::{Broken, in_course};
use birge::kernel::Minutes;
use birge::programmes::rules::{Decision, StagePlan};

pub(crate) const CASE: &str = "01-first/04-case.ru.case.md";
const CASE_KK: &str = "01-first/04-case.kk.case.md";

/// Four stages, one of them with a text and a clock, and two ends.
const STAGES: &str = r#"## {stage call} Звонок в десять

В 10:10 звонит координатор: трое не приедут.

### {question} Что вы сделаете первым?

- {warn -> plan} Предупредите пансионат
- {wait -> crowd} Подождёте *до одиннадцати*

## {stage plan minutes=10} План на бегу

Ольга ждёт ответа у телефона.

### {question} Что вы предложите?

Хватит двух предложений.

{text -> garden}

{timeout -> crowd}

## {stage crowd} Люди у крыльца

У крыльца двадцать четыре человека.

### {question} С чего вы начнёте?

- {sorry -> garden} Выйдете и объясните
- {hide -> broken} Начнёте с песен

## {stage garden} Сад после полудня

Вера Ильинична ждёт писем.

### {question} Что вы скажете Ольге вечером?

- {thanks -> agreed} Поблагодарите и назначите разбор
- {blame -> broken} Назовёте виноватых

## {end agreed} Разбор в понедельник

Ольга согласна встретиться.

## {end broken} Без продолжения

Ольга больше не отвечает.

"#;

impl Course {
    /// The sample with stages before its case, a criterion that belongs to some of them, and a debrief.
    pub(crate) fn staged() -> Course {
        Course::sample()
            .replace(CASE, "## {criteria}", &format!("{STAGES}## {{criteria}}"))
            .replace(CASE, "{grasp}", "{grasp stage=garden,crowd}")
            .replace(
                CASE,
                "## {trainer}",
                "## {debrief} Разбор\n\nЛучший ход: позвонить сразу.\n\n## {trainer}",
            )
    }

    /// The same with a Kazakh version of every text.
    fn staged_in_two_languages() -> Course {
        Course::staged().in_two_languages()
    }
}

fn plan(course: &Course) -> StagePlan {
    let programme = course.programme();
    let case = programme.activities().find_map(|activity| match &activity.body {
        Body::Case(case) => Some(case.clone()),
        _ => None,
    });
    case.expect("a case").stages.expect("stages")
}

#[test]
fn stages_ends_and_clocks_are_read_as_they_are_written() {
    let plan = plan(&Course::staged());
    let keys: Vec<_> = plan.stages.iter().map(|stage| stage.key.as_str()).collect();
    assert_eq!((keys.as_slice(), plan.replay), (["call", "plan", "crowd", "garden"].as_slice(), false));
    assert_eq!(plan.ends, ["agreed", "broken"]);
    let stage = plan.stage("plan").unwrap();
    assert_eq!(stage.decision, Decision::Text { next: "garden".into() });
    let clock = stage.clock.as_ref().unwrap();
    assert_eq!((clock.minutes, clock.next.as_str()), (Minutes(10), "crowd"));
    assert_eq!(plan.first().unwrap().targets(), ["plan", "crowd"]);
    assert_eq!(plan.criteria["grasp"], ["garden", "crowd"]);
    assert!(!plan.criteria.contains_key("tone"));
    let text = &plan.texts[&Language::Ru];
    let call = &text.stages["call"];
    assert_eq!(call.title, "Звонок в десять");
    assert_eq!(call.facts_html, "<p>В 10:10 звонит координатор: трое не приедут.</p>");
    assert_eq!(call.question, "Что вы сделаете первым?");
    assert_eq!(call.choices["wait"], "Подождёте <em>до одиннадцати</em>");
    assert_eq!(text.stages["plan"].detail_html, "<p>Хватит двух предложений.</p>");
    assert_eq!(text.ends["broken"].closing_html, "<p>Ольга больше не отвечает.</p>");
}

#[test]
fn stages_and_debrief_are_not_part_of_what_trainees_see() {
    let programme = Course::staged().programme();
    let Body::Case(case) = &programme.modules[0].activities[3].body else { panic!("a case") };
    assert!(case.text(Language::Ru).unwrap().1.debrief_html.contains("позвонить сразу"));
    let public = serde_json::to_string(&case.public(Language::Ru).unwrap()).unwrap();
    for secret in ["позвонить сразу", "Звонок в десять", "Разбор в понедельник", "garden"]
    {
        assert!(!public.contains(secret), "{secret}: {public}");
    }
}

#[test]
fn a_case_without_stages_is_kept_as_it_was() {
    let programme = Course::sample().programme();
    let Body::Case(case) = &programme.modules[0].activities[3].body else { panic!("a case") };
    let json = serde_json::to_value(case).unwrap();
    assert!(json.get("stages").is_none(), "{json}");
    assert!(json["texts"]["ru"].get("debrief_html").is_none(), "{json}");
}

#[test]
fn languages_have_their_own_words_for_the_same_stages() {
    let course = Course::staged_in_two_languages().replace(CASE_KK, "Люди у крыльца", "Есік алды");
    let plan = plan(&course);
    assert_eq!(plan.text(Language::Kk).unwrap().stages["crowd"].title, "Есік алды");
    assert_eq!(plan.text(Language::Ru).unwrap().stages["crowd"].title, "Люди у крыльца");
}

#[test]
fn steps_may_be_gone_through_again_only_where_the_author_says_so() {
    let course = Course::staged().replace(CASE, "pass_points = 4", "replay = true\npass_points = 4");
    assert!(plan(&course).replay);
}

/// Every fault of stages, each in its line.
pub(super) fn of_stages() -> Vec<Broken> {
    let case = |code, from: &str, to: &str, at: &str| in_course(Course::staged(), code, CASE, from, to, at);
    let kk = |from: &str, to: &str, at: &str| {
        in_course(Course::staged_in_two_languages(), Code::LanguageMismatch, CASE_KK, from, to, at)
    };
    let ends = |text: &str| text[text.find("## {end agreed}").unwrap()..].to_owned();
    vec![
        case(Code::StageUnknown, "{wait -> crowd}", "{wait -> nowhere}", "nowhere"),
        case(Code::StageUnreachable, "{thanks -> agreed}", "{thanks -> broken}", "{end agreed}"),
        case(Code::StageLoop, "{sorry -> garden}", "{sorry -> call}", "{sorry"),
        case(Code::StageLoop, "{timeout -> crowd}", "{timeout -> plan}", "{timeout"),
        in_course(
            Course::staged().replace(CASE, "{thanks -> agreed}", "{thanks -> garden}"),
            Code::StageDeadEnd,
            CASE,
            "{blame -> broken}",
            "{blame -> garden}",
            "{stage garden}",
        ),
        in_course(Course::staged(), Code::EndMissing, CASE, &ends(STAGES), "", "{stage call}"),
        in_course(
            Course::sample(),
            Code::StageMissing,
            CASE,
            "## {criteria}",
            "## {end agreed} Конец\n\nВсё.\n\n## {criteria}",
            "{end agreed}",
        ),
        case(Code::KeyRepeated, "{stage crowd}", "{stage call}", "{stage call} Люди"),
        case(Code::KeyRepeated, "{hide -> broken}", "{sorry -> broken}", "{sorry -> broken}"),
        case(Code::KeySyntax, "{stage crowd}", "{stage Crowd}", "{stage Crowd}"),
        case(Code::StageWord, "{stage garden}", "{stage garden slow}", "{stage garden"),
        case(Code::StageWord, "{end agreed}", "{end}", "{end}"),
        case(Code::StageWord, "{text -> garden}", "{essay -> garden}", "{essay"),
        case(Code::ChoiceTarget, "{hide -> broken}", "{hide}", "{hide}"),
        case(Code::ChoiceTarget, "{hide -> broken} ", "", "- Начнёте с песен"),
        case(Code::ChoicesTooFew, "- {hide -> broken} Начнёте с песен\n", "", "{stage crowd}"),
        case(Code::StageDecision, "### {question} С чего вы начнёте?", "С чего вы начнёте?", "{stage crowd}"),
        case(Code::StageDecision, "- {sorry", "{text -> garden}\n\n- {sorry", "{stage crowd}"),
        case(Code::ValueRange, "minutes=10", "minutes=500", "minutes=500"),
        case(Code::ValueRange, "minutes=10", "minutes=0", "minutes=0"),
        case(Code::TimeoutTarget, " minutes=10", "", "{stage plan}"),
        case(Code::TimeoutTarget, "{timeout -> crowd}\n", "", "{stage plan"),
        case(Code::TextEmpty, "У крыльца двадцать четыре человека.\n", "", "{stage crowd}"),
        case(Code::TextStray, "{timeout -> crowd}\n", "{timeout -> crowd}\n\nИ ещё.\n", "И ещё."),
        case(Code::CriterionStage, "stage=garden,crowd", "stage=garden,cellar", "{grasp"),
        case(Code::CriterionSkipped, "stage=garden,crowd", "stage=garden", "{grasp"),
        in_course(
            Course::sample(),
            Code::KeyUnknown,
            CASE,
            "pass_points = 4",
            "replay = true\npass_points = 4",
            "replay",
        ),
        kk("{hide -> broken}", "{run -> broken}", "{stage crowd}"),
        in_course(
            Course::staged_in_two_languages().replace(CASE_KK, "{end agreed}", "{end swapped}").replace(
                CASE_KK,
                "{end broken}",
                "{end agreed}",
            ),
            Code::LanguageMismatch,
            CASE_KK,
            "{end swapped}",
            "{end broken}",
            "{end broken}",
        ),
    ]
}
