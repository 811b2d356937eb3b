//! The programme as one trainee has it: modules, what is open and why not, what stands before the document.

use super::asked::AskedView;
use super::conditions::{ConditionView, Wording};
use crate::kernel::{EnrolmentId, Fault, Minutes, Permille, dates};
use crate::programmes::rules::words::{ActivityKind, DeliveryMode};
use crate::progress::actions::Course as CourseData;
use crate::progress::rules::assignment::{Assignment, theirs};
use crate::progress::rules::{self, ActivityFact, Work};
use crate::progress::store::PlannedActivity;
use crate::render::Words;
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Course {
    programme: String,
    edition: String,
    period: String,
    over: bool,
    ahead: bool,
    done: String,
    percent: i32,
    /// Questions that wait for their answer.
    open_questions: Vec<AskedView>,
    /// Questions that were answered or decided.
    answered: Vec<AskedView>,
    wrong: Vec<Field>,
    /// Where staff see answers and decisions.
    extra_modules_url: Option<String>,
    next: Option<NextStep>,
    held: Vec<HeldView>,
    modules: Vec<ModuleView>,
    conditions: Vec<ConditionView>,
    all_met: bool,
    hours: HoursBar,
    hours_url: String,
    schedule_url: String,
    documents_url: String,
    /// The trainee's own cases from practice; nothing for anybody else.
    site_cases_url: Option<String>,
}

/// The one thing to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStep {
    /// What.
    pub title: String,
    /// Where.
    pub url: String,
    /// What kind of thing, and how long.
    pub meta: String,
    /// What its button says.
    pub action_key: &'static str,
    /// Why it is here again, when it was tried already.
    pub again_key: Option<&'static str>,
}

/// The hours bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoursBar {
    /// By the programme.
    pub planned: String,
    /// The trainee's own.
    pub yours: String,
    /// Of a hundred.
    pub yours_percent: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ModuleView {
    number: usize,
    title: String,
    hours: String,
    /// Why it is here, or what it waits for, when it is an extra one.
    note: Option<String>,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Step {
    number: usize,
    title: String,
    url: String,
    meta: String,
    done: bool,
    current: bool,
    next: bool,
    locked: bool,
    reason: String,
}

impl Course {
    /// The page of an enrolment.
    pub fn new(data: &CourseData, reader: &Reader, words: &Words) -> Course {
        Course::again(data, reader, words, &[])
    }

    /// The same page with what was wrong when a question was answered.
    pub fn again(data: &CourseData, reader: &Reader, words: &Words, faults: &[Fault]) -> Course {
        let wording = Wording { words, language: reader.language, academic_hour: data.row.academic_hour };
        let stage = data.row.edition.term().stage(reader.now);
        let conditions = data.conditions(reader.now);
        let percent = rules::done(&data.facts).as_percent();
        let (done, all) = rules::counted(&data.facts);
        let (done, all, share) = (done.to_string(), all.to_string(), percent.to_string());
        let numbers = [("done", done.as_str()), ("all", &all), ("percent", &share)];
        let asked: Vec<AskedView> =
            data.asked.iter().map(|one| AskedView::new(one, data, reader, &wording, faults)).collect();
        let wrong = asked.iter().map(|one| &one.field).filter(|field| !field.faults.is_empty());
        let wrong: Vec<Field> = wrong.cloned().collect();
        let (open_questions, answered) = asked.into_iter().partition(AskedView::comes_first);
        Course {
            programme: data.row.title.0.for_reader(reader.language).to_owned(),
            edition: data.row.edition.title.clone(),
            period: dates::period(reader.language, data.row.edition.starts_on, data.row.edition.ends_on),
            over: stage == crate::editions::rules::Stage::Over,
            ahead: stage == crate::editions::rules::Stage::Ahead,
            done: wording.say("progress-course-done", &numbers),
            percent,
            open_questions,
            answered,
            wrong,
            extra_modules_url: (!data.own && !data.asked.is_empty())
                .then(|| paths::extra_modules(data.row.enrolment.id)),
            next: next_step(data, &wording),
            held: held(data, &wording),
            modules: modules(data, &wording),
            all_met: rules::all_met(&conditions),
            conditions: wording.all(&conditions, data.row.enrolment.id, &data.works),
            hours: hours_bar(&data.facts, &wording),
            hours_url: paths::MY_HOURS.to_owned(),
            schedule_url: paths::SCHEDULE.to_owned(),
            documents_url: paths::MY_DOCUMENTS.to_owned(),
            site_cases_url: data.own.then(|| paths::own_site_cases(data.row.enrolment.id)),
        }
    }
}

/// The next thing to do at one's own time.
pub fn next_step(data: &CourseData, wording: &Wording<'_>) -> Option<NextStep> {
    let fact = rules::next_step(&data.facts, &data.works)?;
    let plan = data.plan.iter().find(|plan| plan.id == fact.id)?;
    Some(NextStep {
        title: fact.title.for_reader(wording.language).to_owned(),
        url: address(data.row.enrolment.id, fact),
        meta: meta(data, plan, wording),
        action_key: action_key(fact.kind),
        again_key: match data.works.get(&fact.id) {
            Some(Work::Graded) => Some("progress-again-case"),
            Some(Work::Tried(_)) => Some("progress-again-quiz"),
            _ => None,
        },
    })
}

/// The question that comes before everything else, as a step; nothing when none waits for its trainee.
pub fn question_step(data: &CourseData, wording: &Wording<'_>) -> Option<NextStep> {
    let waits = data.asked.iter().find(|one| one.waits() && one.settled.is_none())?;
    Some(NextStep {
        title: waits.question.for_reader(wording.language).to_owned(),
        url: paths::course_questions(data.row.enrolment.id),
        meta: wording.say("progress-question-meta", &[]),
        action_key: "progress-question-go",
        again_key: None,
    })
}

/// Something that would be next, and why it cannot be gone on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldView {
    /// What.
    pub title: String,
    /// Where.
    pub url: String,
    /// Why, and what to do about it.
    pub why: String,
}

/// What is held up, in programme order.
pub fn held(data: &CourseData, wording: &Wording<'_>) -> Vec<HeldView> {
    let zone = data.row.edition.time_zone;
    let view = |fact: &ActivityFact| match data.works.get(&fact.id) {
        Some(Work::HeldUp(why)) => Some(HeldView {
            title: fact.title.for_reader(wording.language).to_owned(),
            url: address(data.row.enrolment.id, fact),
            why: wording.held_up(*why, zone),
        }),
        _ => None,
    };
    data.facts.iter().filter_map(view).collect()
}

/// The button of a step names what it opens.
fn action_key(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Lesson => "progress-go-lesson",
        ActivityKind::Quiz => "progress-go-quiz",
        ActivityKind::Case => "progress-go-case",
        _ => "progress-go-meeting",
    }
}

/// Credited hours beside planned ones.
pub fn hours_bar(facts: &[ActivityFact], wording: &Wording<'_>) -> HoursBar {
    let planned: Minutes = theirs(facts).map(|fact| fact.planned).sum();
    let yours: Minutes = theirs(facts).map(|fact| fact.credited.min(fact.planned)).sum();
    HoursBar {
        planned: wording.say("progress-hours", &[("hours", &wording.hours(planned))]),
        yours: wording.say("progress-hours", &[("hours", &wording.hours(yours))]),
        yours_percent: Permille::of(yours.0.into(), planned.0.into()).as_percent(),
    }
}

/// Where an activity is done.
pub fn address(enrolment: EnrolmentId, fact: &ActivityFact) -> String {
    match fact.kind {
        ActivityKind::Lesson => paths::lesson(enrolment, fact.id),
        ActivityKind::Quiz => paths::quiz(enrolment, fact.id),
        ActivityKind::Case => paths::case(enrolment, fact.id),
        _ => paths::meeting(enrolment, fact.id),
    }
}

fn meta(data: &CourseData, plan: &PlannedActivity, wording: &Wording<'_>) -> String {
    let kind = wording.format(&data.formats.call(&plan.format));
    let place = match plan.mode {
        DeliveryMode::InPerson => format!(" · {}", wording.say("progress-mode-in_person", &[])),
        DeliveryMode::Online => format!(" · {}", wording.say("progress-mode-online", &[])),
        DeliveryMode::Distance => String::new(),
    };
    let hours = match plan.minutes {
        Minutes::ZERO => String::new(),
        minutes => format!(" · {}", wording.say("progress-hours", &[("hours", &wording.hours(minutes))])),
    };
    format!("{kind}{place}{hours}")
}

fn modules(data: &CourseData, wording: &Wording<'_>) -> Vec<ModuleView> {
    let next = rules::next_step(&data.facts, &data.works).map(|fact| fact.id);
    let mut views: Vec<ModuleView> = Vec::new();
    let mut module = None;
    for (plan, fact) in data.plan.iter().zip(&data.facts) {
        if module != Some(plan.module_id) {
            module = Some(plan.module_id);
            views.push(ModuleView {
                number: views.len() + 1,
                title: plan.module_title.0.for_reader(wording.language).to_owned(),
                hours: module_hours(data, plan, wording),
                note: module_note(data, plan, wording),
                steps: Vec::new(),
            });
        }
        if let Some(view) = views.last_mut() {
            let number = view.steps.len() + 1;
            view.steps.push(step(data, (plan, fact), (number, next == Some(fact.id)), wording));
        }
    }
    views
}

/// Why an extra module is here.
fn module_note(data: &CourseData, plan: &PlannedActivity, wording: &Wording<'_>) -> Option<String> {
    let module = data.asked.iter().flat_map(|one| &one.modules).find(|module| module.id == plan.module_id)?;
    let key = match (module.assignment, module.decided()) {
        (Assignment::Waiting, _) => "progress-extra-waiting",
        (_, Some(_)) => "progress-extra-decided",
        (_, None) => "progress-extra-answered",
    };
    Some(wording.say(key, &[]))
}

fn module_hours(data: &CourseData, plan: &PlannedActivity, wording: &Wording<'_>) -> String {
    let same = data.plan.iter().filter(|other| other.module_id == plan.module_id);
    let minutes: Minutes = same.map(|other| other.minutes).sum();
    wording.say("progress-hours", &[("hours", &wording.hours(minutes))])
}

fn step(
    data: &CourseData,
    (plan, fact): (&PlannedActivity, &ActivityFact),
    (number, next): (usize, bool),
    wording: &Wording<'_>,
) -> Step {
    let missing = rules::missing_before(fact, &data.facts);
    let locked = !fact.completed && !rules::is_open(fact, &data.facts);
    let titles: Vec<&str> = missing.iter().map(|title| title.for_reader(wording.language)).collect();
    Step {
        number,
        title: fact.title.for_reader(wording.language).to_owned(),
        url: address(data.row.enrolment.id, fact),
        meta: meta(data, plan, wording),
        done: fact.completed,
        current: false,
        next,
        locked,
        reason: match &fact.question {
            _ if !locked => String::new(),
            Some(question) => wording
                .say("progress-locked-question", &[("question", question.text.for_reader(wording.language))]),
            None => wording.say("progress-locked-first", &[("titles", &titles.join("», «"))]),
        },
    }
}

fn sample_held() -> HeldView {
    HeldView {
        title: "Тест модуля".into(),
        url: "/learn/1/quizzes/2".into(),
        why: "Попытки закончились. Напишите преподавателю: он может дать ещё одну".into(),
    }
}

/// A step in one of its states, for samples.
fn sample_step(number: usize, done: bool, next: bool, locked: bool) -> Step {
    Step {
        number,
        title: "Роль НКО в социальной сфере".into(),
        url: "/learn/1/lessons/3".into(),
        meta: "урок · 1 ч".into(),
        done,
        current: false,
        next,
        locked,
        reason: if locked {
            "Сначала пройдите: «Вводный опрос»".into()
        } else {
            String::new()
        },
    }
}

/// The page with a question that waits, with one that was sent empty, and with what was answered.
fn samples_asked(running: &Course) -> [Course; 3] {
    let [open, faulty, answered, settled] = AskedView::samples();
    let asked = Course { open_questions: vec![open], ..running.clone() };
    let wrong = Course { wrong: vec![faulty.field.clone()], open_questions: vec![faulty], ..running.clone() };
    let answered = Course {
        answered: vec![answered, settled],
        extra_modules_url: Some("/learn/1/extra-modules".into()),
        ..running.clone()
    };
    [asked, wrong, answered]
}

impl View for Course {
    const TEMPLATE: &'static str = "pages/progress/course";

    fn title(&self) -> Title {
        Title::text(&self.programme)
    }

    fn samples() -> Vec<Self> {
        let step = sample_step;
        let condition = |met| ConditionView {
            met,
            text: "Посещаемость не ниже 80 %".into(),
            numbers: "30 из 41 ч, 73 %".into(),
            beside: "От проведённого на сегодня: 30 из 32 ч, 93 %".into(),
            percent: Some(73),
            note: if met {
                String::new()
            } else {
                "Отработайте пропущенное занятие".into()
            },
            url: None,
        };
        let running = Course {
            programme: "Эффективное партнёрство".into(),
            edition: "2-й поток".into(),
            period: "1 сентября – 30 ноября 2026 г.".into(),
            over: false,
            ahead: false,
            done: "Пройдено 12 из 42, 28 %".into(),
            percent: 28,
            open_questions: Vec::new(),
            answered: Vec::new(),
            wrong: Vec::new(),
            extra_modules_url: None,
            next: Some(NextStep {
                title: "Роль НКО".into(),
                url: "/learn/1/lessons/3".into(),
                meta: "урок · 1 ч".into(),
                action_key: action_key(ActivityKind::Lesson),
                again_key: None,
            }),
            held: vec![sample_held()],
            modules: vec![ModuleView {
                number: 1,
                title: "Зачем нужны партнёры".into(),
                hours: "6 ч".into(),
                note: Some("Дополнительный модуль: ждёт вашего ответа на вопрос об опыте".into()),
                steps: vec![
                    step(1, true, false, false),
                    step(2, false, true, false),
                    step(3, false, false, true),
                ],
            }],
            conditions: vec![condition(true), condition(false)],
            all_met: false,
            hours: HoursBar { planned: "60 ч".into(), yours: "17 ч".into(), yours_percent: 28 },
            hours_url: "/hours".into(),
            schedule_url: "/schedule".into(),
            documents_url: "/documents".into(),
            site_cases_url: Some("/learn/1/site-cases".into()),
        };
        let over = Course { over: true, next: None, held: Vec::new(), all_met: true, ..running.clone() };
        let [asked, wrong, answered] = samples_asked(&running);
        vec![Course { ahead: true, ..running.clone() }, running, over, asked, wrong, answered]
    }
}
