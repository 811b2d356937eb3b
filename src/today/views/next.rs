//! «Дальше»: one card with the next step, then the next session, what is due, and the programmes. Nothing else.

use super::consultations::Consultation;
use crate::attendance::actions::Planned;
use crate::attendance::views::When;
use crate::continuing_training::actions::Own;
use crate::continuing_training::views::Said;
use crate::editions::rules::Stage;
use crate::kernel::dates;
use crate::peer_reviews::actions::Owed;
use crate::progress::actions::Course;
use crate::progress::rules;
use crate::progress::views::conditions::Wording;
use crate::progress::views::course::{
    HeldView, HoursBar, NextStep, address, held, hours_bar, next_step, question_step,
};
use crate::reminders::views::Notice;
use crate::render::Words;
use crate::today::actions::next::{self, DueWork, Next, stage};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct NextPage {
    step: Option<StepCard>,
    held: Vec<HeldView>,
    session: Option<SessionCard>,
    consultations: Vec<Consultation>,
    appointments_url: &'static str,
    due: Vec<Due>,
    due_works: Vec<DueLine>,
    reviews: Vec<ReviewLine>,
    training: Vec<TrainingLine>,
    warnings: Vec<Notice>,
    any_due: bool,
    programmes: Vec<ProgrammeCard>,
    schedule_url: &'static str,
    documents_url: &'static str,
    hours_url: &'static str,
    unread: i64,
    messages_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct StepCard {
    programme: String,
    step: NextStep,
}

#[derive(Debug, Clone, Serialize)]
struct SessionCard {
    title: String,
    url: String,
    when: When,
    place: Option<String>,
    link: Option<String>,
    under_way: bool,
    absence_url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Due {
    programme: String,
    url: String,
    date: String,
    days: i64,
    left: usize,
}

/// A quiz or a case that is due before the edition ends.
#[derive(Debug, Clone, Serialize)]
struct DueLine {
    title: String,
    url: String,
    at: String,
}

/// Reviews of other people's works to write.
#[derive(Debug, Clone, Serialize)]
struct ReviewLine {
    title: String,
    url: String,
    count: usize,
    at: String,
}

impl ReviewLine {
    fn new(owed: &Owed, reader: &Reader) -> ReviewLine {
        ReviewLine {
            title: owed.title.for_reader(reader.language).to_owned(),
            url: paths::own_reviews(owed.enrolment, owed.case),
            count: owed.count,
            at: dates::day_and_time(reader.language, owed.due_at.plus_minutes(-1), reader.zone),
        }
    }
}

/// A session in person that is needed.
#[derive(Debug, Clone, Serialize)]
struct TrainingLine {
    what: Said,
    url: String,
    until: Option<Said>,
}

impl TrainingLine {
    /// The line of somebody whose quarter is open, or who needs training for another reason.
    fn new(own: &Own, reader: &Reader) -> Option<TrainingLine> {
        let url = paths::own_training(own.enrolment);
        if let Some(due) = own.standing.due() {
            let quarter = vec![("quarter", due.quarter.name(reader.language))];
            let until = vec![("until", dates::date(reader.language, due.until))];
            let what = Said { key: "training-next-due", args: quarter };
            return Some(TrainingLine {
                what,
                url,
                until: Some(Said { key: "training-next-until", args: until }),
            });
        }
        let what = Said { key: "training-next-needs", args: Vec::new() };
        own.standing.needs_training().then_some(TrainingLine { what, url, until: None })
    }
}

#[derive(Debug, Clone, Serialize)]
struct ProgrammeCard {
    title: String,
    edition: String,
    url: String,
    training_url: Option<String>,
    state_key: &'static str,
    unmet: usize,
    all_met: bool,
    hours: HoursBar,
}

impl NextPage {
    /// The page for a trainee.
    pub fn new(next: &Next, reader: &Reader, words: &Words) -> NextPage {
        let due: Vec<Due> = next.running(reader.now).filter_map(|course| due(course, reader)).collect();
        let training: Vec<TrainingLine> =
            next.training.iter().filter_map(|own| TrainingLine::new(own, reader)).collect();
        let nothing = due.is_empty() && next.dues.is_empty() && next.reviews.is_empty();
        NextPage {
            any_due: !(nothing && training.is_empty()),
            training,
            warnings: next.warnings.iter().map(|one| Notice::new(one, reader.language)).collect(),
            step: next.running(reader.now).find_map(|course| step_card(course, reader, words)),
            held: next.running(reader.now).flat_map(|course| held_in(course, reader, words)).collect(),
            session: next.session.as_ref().map(|planned| session_card(planned, reader)),
            consultations: Consultation::all(&next.consultations, reader),
            appointments_url: paths::APPOINTMENTS,
            due,
            reviews: next.reviews.iter().map(|owed| ReviewLine::new(owed, reader)).collect(),
            due_works: next.dues.iter().filter_map(|due| due_line(next, due, reader)).collect(),
            programmes: next
                .courses
                .iter()
                .map(|course| ProgrammeCard {
                    training_url: training_url(next, course),
                    ..programme_card(course, reader, words)
                })
                .collect(),
            schedule_url: paths::SCHEDULE,
            documents_url: paths::MY_DOCUMENTS,
            hours_url: paths::MY_HOURS,
            unread: next.unread,
            messages_url: paths::MESSAGES,
        }
    }
}

fn wording<'a>(course: &Course, reader: &Reader, words: &'a Words) -> Wording<'a> {
    Wording { words, language: reader.language, academic_hour: course.row.academic_hour }
}

fn title(course: &Course, reader: &Reader) -> String {
    course.row.title.0.for_reader(reader.language).to_owned()
}

fn step_card(course: &Course, reader: &Reader, words: &Words) -> Option<StepCard> {
    let wording = wording(course, reader, words);
    let step = question_step(course, &wording).or_else(|| next_step(course, &wording))?;
    Some(StepCard { programme: title(course, reader), step })
}

fn held_in(course: &Course, reader: &Reader, words: &Words) -> Vec<HeldView> {
    held(course, &wording(course, reader, words))
}

fn session_card(planned: &Planned, reader: &Reader) -> SessionCard {
    let (listed, row) = (&planned.listed, &planned.listed.session);
    SessionCard {
        title: listed.title.0.for_reader(reader.language).to_owned(),
        url: paths::meeting(planned.enrolment, row.activity_id),
        when: When::new(row, reader),
        place: row.place.clone(),
        link: row.link.clone(),
        under_way: row.starts_at <= reader.now,
        absence_url: (row.starts_at > reader.now && planned.notice.is_none())
            .then(|| paths::own_absence(row.id)),
    }
}

fn due(course: &Course, reader: &Reader) -> Option<Due> {
    let due = next::due(course, reader.now)?;
    Some(Due {
        programme: title(course, reader),
        url: paths::course(course.row.enrolment.id),
        date: dates::day(reader.language, course.row.edition.ends_on),
        days: due.days,
        left: due.left,
    })
}

fn due_line(next: &Next, due: &DueWork, reader: &Reader) -> Option<DueLine> {
    let course = next.courses.iter().find(|course| course.row.enrolment.id == due.enrolment)?;
    let fact = course.facts.iter().find(|fact| fact.id == due.activity)?;
    // The last moment in time, so that the end of a day does not read as the next one.
    let last = due.due_at.plus_seconds(-1);
    Some(DueLine {
        title: fact.title.for_reader(reader.language).to_owned(),
        url: address(due.enrolment, fact),
        at: dates::day_and_time(reader.language, last, course.row.edition.time_zone),
    })
}

/// Where a person finds how they stand, in editions that ask for training in person.
fn training_url(next: &Next, course: &Course) -> Option<String> {
    let asks = |own: &&Own| own.enrolment == course.row.enrolment.id;
    next.training.iter().find(asks).map(|own| paths::own_training(own.enrolment))
}

fn programme_card(course: &Course, reader: &Reader, words: &Words) -> ProgrammeCard {
    let conditions = course.conditions(reader.now);
    ProgrammeCard {
        title: title(course, reader),
        edition: course.row.edition.title.clone(),
        url: paths::course(course.row.enrolment.id),
        training_url: None,
        state_key: match stage(course, reader.now) {
            Stage::Ahead => "today-stage-ahead",
            Stage::Running => "today-stage-running",
            Stage::Over => "today-stage-over",
        },
        unmet: conditions.iter().filter(|condition| !condition.met).count(),
        all_met: rules::all_met(&conditions),
        hours: hours_bar(&course.facts, &wording(course, reader, words)),
    }
}

/// A programme in one of its states, for samples.
fn sample_programme(state_key: &'static str, all_met: bool) -> ProgrammeCard {
    ProgrammeCard {
        title: "Эффективное партнёрство".into(),
        edition: "2-й поток".into(),
        url: "/learn/1".into(),
        training_url: Some("/learn/1/training".into()),
        state_key,
        unmet: 4,
        all_met,
        hours: HoursBar { planned: "60 ч".into(), yours: "17 ч".into(), yours_percent: 28 },
    }
}

fn sample_step() -> StepCard {
    StepCard {
        programme: "Эффективное партнёрство".into(),
        step: NextStep {
            title: "Роль НКО".into(),
            url: "/learn/1/lessons/3".into(),
            meta: "кейс · 1 ч".into(),
            action_key: "progress-go-case",
            again_key: Some("progress-again-case"),
        },
    }
}

/// A page with everything on it, for samples.
fn sample_page() -> NextPage {
    NextPage {
        step: Some(sample_step()),
        held: vec![HeldView {
            title: "Тест модуля".into(),
            url: "/learn/1/quizzes/2".into(),
            why: "Тест закрыт. Если вы не успели по уважительной причине, напишите преподавателю".into(),
        }],
        session: Some(SessionCard {
            title: "Семинар".into(),
            url: "/learn/1/meetings/4".into(),
            when: When::sample(),
            place: Some("Москва, ул. Щепкина, 38".into()),
            link: Some("https://meet.example.org/birge".into()),
            under_way: true,
            absence_url: Some(paths::SCHEDULE.into()),
        }),
        consultations: Consultation::samples().into_iter().take(1).collect(),
        appointments_url: paths::APPOINTMENTS,
        due: vec![Due {
            programme: "Эффективное партнёрство".into(),
            url: "/learn/1".into(),
            date: "пн, 30 ноября".into(),
            days: 9,
            left: 4,
        }],
        any_due: true,
        reviews: vec![ReviewLine {
            title: "Волонтёры не пришли".into(),
            url: "/learn/1/cases/7/peer-reviews".into(),
            count: 2,
            at: "вт, 15 сентября, 23:59".into(),
        }],
        warnings: vec![Notice::sample()],
        training: vec![TrainingLine {
            what: Said {
                key: "training-next-due", args: vec![("quarter", "III квартал 2026 г.".into())]
            },
            url: "/learn/1/training".into(),
            until: Some(Said {
                key: "training-next-until",
                args: vec![("until", "30 сентября 2026 г.".into())],
            }),
        }],
        due_works: vec![DueLine {
            title: "Добровольцы не пришли".into(),
            url: "/learn/1/cases/7".into(),
            at: "чт, 19 ноября, 23:59".into(),
        }],
        programmes: vec![
            sample_programme("today-stage-running", false),
            sample_programme("today-stage-over", true),
        ],
        schedule_url: paths::SCHEDULE,
        documents_url: paths::MY_DOCUMENTS,
        hours_url: paths::MY_HOURS,
        unread: 2,
        messages_url: paths::MESSAGES,
    }
}

impl View for NextPage {
    const TEMPLATE: &'static str = "pages/today/next";

    fn title(&self) -> Title {
        Title::key("today-next-title")
    }

    fn samples() -> Vec<Self> {
        let page = sample_page();
        let calm = NextPage {
            step: None,
            held: Vec::new(),
            session: None,
            consultations: Vec::new(),
            due: Vec::new(),
            due_works: Vec::new(),
            reviews: Vec::new(),
            training: Vec::new(),
            warnings: Vec::new(),
            any_due: false,
            unread: 0,
            programmes: vec![sample_programme("today-stage-ahead", false)],
            ..page.clone()
        };
        let nothing = NextPage { programmes: Vec::new(), ..calm.clone() };
        vec![page, calm, nothing]
    }
}
