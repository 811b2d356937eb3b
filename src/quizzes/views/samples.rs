//! A made-up quiz with a question of every kind, in the states its pages can be in.

mod questions;

use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{
    ActivityId, AttemptId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, OrganisationId,
    Permille, PersonId, PersonName, ProblemCode, ProgrammeVersionId, QuestionCategoryId, QuestionId,
    QuizOverrideId, ZoneName,
};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{ActivityKind, Behaviour, DeliveryMode, Layout, Nature, Release};
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::questions::rules::marking;
use crate::questions::rules::{Answer, ChoiceId, Decimal, Filling, Response, Weight};
use crate::quizzes::actions::{Asked, Desk, Entrance, Excepting, Reading, Situation};
use crate::quizzes::rules::behaviours::State;
use crate::quizzes::rules::setup::{Changes, Edge, Filter, Section, Settings, Source, Terms, Window};
use crate::quizzes::store::AttemptRow;
use crate::quizzes::store::overrides::OverrideRow;
use crate::quizzes::store::setups::{CategoryRow, PastRow, SetupRow};
use crate::web::Reader;
use chrono::NaiveDate;
use questions::questions;

/// The reader of the samples, a quarter of an hour after the attempt began.
pub(super) fn reader() -> Reader {
    Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: began().plus_minutes(15) }
}

fn began() -> Moment {
    Moment(chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default())
}

fn fact() -> ActivityFact {
    ActivityFact {
        id: ActivityId(5),
        key: "money-quiz".to_owned(),
        title: Localised {
            ru: Some("Тест «Деньги и прозрачность»".into()),
            kk: None,
            en: Some("Money quiz".into()),
        },
        kind: ActivityKind::Quiz,
        nature: Nature::Theory,
        mode: DeliveryMode::Distance,
        planned: Minutes(45),
        credited: Minutes::ZERO,
        completed: false,
        result: None,
        counts: true,
        pass: None,
        after: Vec::new(),
        question: None,
    }
}

fn standing() -> Standing {
    let day = |year, ordinal| NaiveDate::from_yo_opt(year, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    let edition = EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "Эффективное партнёрство, осень".to_owned(),
        starts_on: day(2026, 244),
        ends_on: day(2026, 334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    };
    let enrolment = EnrolmentRow {
        id: EnrolmentId(3),
        edition_id: edition.id,
        person_id: PersonId(4),
        organisation_id: None,
        enrolled_at: began(),
        withdrawn_at: None,
    };
    Standing { enrolment, edition, facts: vec![fact()], elsewhere: Vec::new() }
}

fn entrance() -> Entrance {
    let settings = QuizSettings {
        pass: Some(Permille(700)),
        attempts: Some(3),
        time_limit: Some(Minutes(20)),
        shuffle: true,
        draw: None,
        ..QuizSettings::default()
    };
    let standing = standing();
    let situation = Situation {
        setup: None,
        terms: Terms { settings: settings.clone(), ..Terms::default() },
        closes: standing.edition.term().ends_at(),
        exceptions: Vec::new(),
    };
    Entrance {
        standing,
        fact: fact(),
        settings,
        questions: 12,
        attempts: Vec::new(),
        closed: None,
        first: None,
        opens: None,
        own: true,
        drill: Vec::new(),
        situation,
    }
}

/// A quiz that can begin, goes on, is locked, used up, diagnostic without limits, and as a trainer sees it.
pub(super) fn entrances() -> Vec<Entrance> {
    let (done, running) = (submitted_row(true), row());
    let closed = |code| Entrance { closed: Some(code), ..entrance() };
    let free = QuizSettings {
        pass: None,
        attempts: None,
        time_limit: None,
        diagnostic: true,
        release: Release::AfterClose,
        ..entrance().settings
    };
    vec![
        entrance(),
        Entrance { attempts: vec![waiting_row(), submitted_row(false), running], ..entrance() },
        Entrance {
            first: Some("Роль НКО; Кейс «Никто не пришёл»".into()),
            ..closed(ProblemCode::ActivityLocked)
        },
        Entrance {
            first: Some("Работали ли вы раньше с детьми-сиротами?".into()),
            ..closed(ProblemCode::AnswerNeeded)
        },
        Entrance {
            attempts: vec![done.clone(), submitted_row(false)],
            ..closed(ProblemCode::NoAttemptsLeft)
        },
        closed(ProblemCode::EditionClosed),
        Entrance { settings: free, ..entrance() },
        Entrance { opens: Some(began().plus_minutes(60)), ..closed(ProblemCode::QuizNotOpen) },
        Entrance { opens: Some(began().plus_minutes(60)), ..closed(ProblemCode::AttemptTooSoon) },
        closed(ProblemCode::QuizClosed),
        excepted(),
        drilled(),
        Entrance { own: false, attempts: vec![done], ..entrance() },
    ]
}

/// A mock test that was taken three times.
fn drilled() -> Entrance {
    let told = |number, law, money| {
        let section = |title: &str, share| (title.to_owned(), Permille(share));
        (number, vec![section("Договор", law), section("Деньги", money)])
    };
    let mut entrance = entrance();
    entrance.settings.drill = true;
    entrance.drill = vec![told(1, 400, 250), told(2, 600, 750), told(3, 1000, 700)];
    entrance
}

/// A quiz with a password, a window, an exception and extra time.
fn excepted() -> Entrance {
    let mut entrance = entrance();
    let desk = desk();
    entrance.situation.setup = desk.setup;
    entrance.situation.exceptions = excepting().rows;
    entrance.situation.terms.window = Window { closes: desk.settings.window.opens, ..desk.settings.window };
    entrance.situation.terms.extra_percent = 25;
    entrance.settings.delay = Some(Minutes(60));
    entrance.settings.grace_seconds = 30;
    entrance.settings.release = Release::MarksAfterClose;
    entrance
}

fn row() -> AttemptRow {
    AttemptRow {
        id: AttemptId(6),
        enrolment_id: EnrolmentId(3),
        activity_id: ActivityId(5),
        number: 1,
        seed: 7,
        question_ids: Json((1..=12).map(QuestionId).collect()),
        started_at: began(),
        due_at: Some(began().plus_minutes(20)),
        submitted_at: None,
        submitted_by_clock: false,
        milli_points: None,
        most_milli_points: None,
        result: None,
        passed: None,
        plan: None,
        taken_until: None,
        holder: None,
    }
}

fn submitted_row(passed: bool) -> AttemptRow {
    AttemptRow {
        submitted_at: Some(began().plus_minutes(if passed { 14 } else { 20 })),
        submitted_by_clock: !passed,
        milli_points: Some(if passed { 5333 } else { 1333 }),
        most_milli_points: Some(12_000),
        result: Some(Permille(if passed { 761 } else { 190 })),
        passed: Some(passed),
        ..row()
    }
}

fn waiting_row() -> AttemptRow {
    AttemptRow { result: None, passed: None, ..submitted_row(true) }
}

fn reading(responses: &[Response]) -> Reading {
    let blank = std::iter::repeat(Response::Blank);
    let asked = (1..).zip(questions()).zip(responses.iter().cloned().chain(blank));
    let asked = asked.map(|((id, question), response)| Asked {
        id: QuestionId(id),
        question,
        response,
        mark: None,
        state: State::default(),
        flagged: id == 2 || id == 7,
    });
    Reading {
        attempt: row(),
        entrance: Entrance { attempts: vec![row()], ..entrance() },
        asked: asked.collect(),
        sequence: i32::try_from(responses.len()).unwrap_or_default(),
        saved_at: (!responses.is_empty()).then(|| began().plus_minutes(9)),
        released: false,
        plan: Default::default(),
        late: 0,
        marks_from: None,
        notes: Default::default(),
        lessons: Vec::new(),
    }
}

/// An attempt just begun, without a time limit.
pub(super) fn not_begun() -> Reading {
    let mut reading = reading(&[]);
    reading.entrance.settings.time_limit = None;
    reading
}

/// An attempt with all but the scale answered, some of them wrong.
pub(super) fn under_way() -> Reading {
    reading(&[
        Response::One(ChoiceId(1)),
        Response::Many([ChoiceId(1), ChoiceId(3)].into()),
        Response::Number(Decimal::whole(60)),
        Response::TrueFalse(true),
        Response::Order(vec![Some(ChoiceId(2)), None, Some(ChoiceId(1))]),
        Response::Match([(ChoiceId(1), ChoiceId(4))].into()),
        Response::Blank,
        Response::Text("помощь людям".to_owned()),
        Response::Gaps([(ChoiceId(1), Filling::Choice(ChoiceId(2)))].into()),
        Response::Text("Позвоню в фонд.\n\nПредложу встречу.".to_owned()),
        Response::One(ChoiceId(2)),
        Response::Measured { number: Decimal(1_500_000), unit: "ч".to_owned() },
    ])
}

/// An attempt whose time is up while the last answers are still received.
pub(super) fn in_grace() -> Reading {
    let mut reading = under_way();
    reading.entrance.settings.grace_seconds = 30;
    let now = reader().now;
    (reading.attempt.due_at, reading.attempt.taken_until) = (Some(now), Some(now.plus_seconds(30)));
    reading
}

/// An attempt in sections that is checked question by question: one done, one to be tried again.
pub(super) fn checked() -> Reading {
    let mut reading = under_way();
    reading.entrance.settings.behaviour = Behaviour::Interactive;
    reading.plan.sections = vec![("Договор".to_owned(), 3), ("Деньги".to_owned(), 4)];
    let tries = [(3, true), (1, false)];
    for (asked, (tries, locked)) in reading.asked.iter_mut().zip(tries) {
        let (worth, tried) = (Some(Weight(5_000_000)), Some(asked.response.clone()));
        asked.state = State { tries, worth, tried, locked };
        for text in asked.question.texts.values_mut() {
            text.hints_html = vec!["<p>Вспомните, кто отвечает за деньги.</p>".to_owned()];
        }
    }
    reading
}

/// An attempt whose questions stand on pages of their own.
pub(super) fn one_by_one() -> Reading {
    alone(under_way())
}

/// The same, checked question by question.
pub(super) fn checked_one_by_one() -> Reading {
    alone(checked())
}

fn alone(mut reading: Reading) -> Reading {
    reading.entrance.settings.layout = Layout::OneQuestion;
    reading
}

fn marked(passed: bool, released: bool) -> Reading {
    let mut reading = under_way();
    reading.attempt = submitted_row(passed);
    reading.released = released;
    reading.entrance.attempts = vec![submitted_row(passed)];
    for asked in &mut reading.asked {
        let mark = marking::mark(&asked.question, &asked.response);
        asked.mark = Some((mark.fraction, mark.points));
    }
    reading.lessons = vec![(ActivityId(4), Localised::only(Language::Ru, "Откуда берутся деньги"))];
    reading
}

/// An attempt that was handed in, failed and released, for the samples of rooms that look at attempts.
pub fn handed_in() -> Reading {
    marked(false, true)
}

/// Passed and released, failed by the clock, hidden until the end, used up, diagnostic, only self-rating, waiting
/// for a trainer.
pub(super) fn submitted() -> Vec<Reading> {
    let mut hidden = marked(true, false);
    hidden.entrance.settings.release = Release::AfterClose;
    let mut used_up = marked(false, true);
    used_up.entrance.settings.attempts = Some(1);
    used_up.entrance.closed = Some(ProblemCode::NoAttemptsLeft);
    let mut diagnostic = marked(true, true);
    diagnostic.entrance.settings.diagnostic = true;
    diagnostic.attempt.passed = None;
    let mut rating = diagnostic.clone();
    rating.asked.retain(|asked| asked.question.answer == Answer::Scale);
    (rating.attempt.milli_points, rating.attempt.most_milli_points) = (Some(0), Some(0));
    let mut waiting = marked(true, true);
    (waiting.attempt.result, waiting.attempt.passed) = (None, None);
    let mut secret = marked(true, false);
    secret.marks_from = Some(began().plus_minutes(600));
    (secret.attempt.result, secret.attempt.passed, secret.late) = (None, None, 2);
    let mut drill = marked(true, true);
    drill.entrance.settings.drill = true;
    vec![marked(true, true), marked(false, true), hidden, used_up, diagnostic, rating, waiting, secret, drill]
}

/// A quiz with a setup of its own.
pub(super) fn desk() -> Desk {
    let edition = standing().edition;
    let edge = Edge::new(edition.starts_on, chrono::NaiveTime::MIN, edition.time_zone);
    let window = Window { opens: Some(edge), closes: None };
    let settings = Settings { quiz: entrance().settings, window };
    let fixed = Source::Fixed { questions: vec![QuestionId(2), QuestionId(1)] };
    let random = Source::Random { count: 5, filter: Filter::default() };
    let section = |title: &str, source| Section { title: title.to_owned(), source };
    let setup = SetupRow {
        number: 2,
        settings: Json(settings.clone()),
        sections: Json(vec![section("Договор", fixed), section("Деньги", random)]),
        password_hash: Some(String::new()),
        set_by: None,
        set_at: began(),
    };
    let category = CategoryRow { id: QuestionCategoryId(1), name: "Деньги".to_owned() };
    Desk {
        edition,
        quiz: ActivityId(5),
        title: fact().title,
        programme: entrance().settings,
        setup: Some(setup),
        settings,
        pool: 7,
        named: (1..).map(QuestionId).zip(questions()).take(2).collect(),
        categories: vec![(category, 12)],
        history: vec![
            PastRow {
                number: 2,
                set_at: began(),
                surname: Some("Ли".into()),
                given_name: Some("Анна".into()),
            },
            PastRow { number: 1, set_at: began(), surname: None, given_name: None },
        ],
        under_way: 3,
        newer: [(QuestionId(1), QuestionId(7))].into(),
        lacking: Some((6, 7)),
    }
}

/// Exceptions for a trainee and for an organisation.
pub(super) fn excepting() -> Excepting {
    let changes = Changes { time_limit: Some(Minutes(40)), attempts: Some(4), ..Changes::default() };
    let own = OverrideRow {
        id: QuizOverrideId(1),
        enrolment_id: Some(EnrolmentId(3)),
        organisation_id: None,
        changes: Json(changes),
        reason: "Болезнь, справка у куратора".to_owned(),
        set_by: None,
        set_at: began(),
    };
    let edition = standing().edition;
    let closes = Some(Edge::new(edition.ends_on, chrono::NaiveTime::MIN, edition.time_zone));
    let group = OverrideRow {
        id: QuizOverrideId(2),
        enrolment_id: None,
        organisation_id: Some(OrganisationId(1)),
        changes: Json(Changes { closes, ..Changes::default() }),
        ..own.clone()
    };
    Excepting {
        rows: vec![own, group],
        trainees: vec![(EnrolmentId(3), PersonName::new("Ли", "Анна", None))],
        senders: vec![(OrganisationId(1), "Школа № 5".to_owned())],
    }
}
