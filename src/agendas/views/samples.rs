//! Sessions for the test that renders every page.

use crate::agendas::actions::{Contents, Editing, Going, Programme, Shifts, Timed};
use crate::agendas::rules::{Block, BlockKind, Guest, Question, Shift, Visit};
use crate::agendas::store::Led;
use crate::agendas::store::shifts::ShiftRow;
use crate::agendas::store::visits::{Report, VisitRow};
use crate::attendance::rules::{Condition, SessionMode};
use crate::attendance::store::composition::Brief;
use crate::attendance::store::sessions::SessionRow;
use crate::attendance::views::Telling;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::formats::rules::Called;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, OrganisationId, Permille,
    PersonId, PersonName, ProgrammeVersionId, SessionId, ShiftId, ZoneName,
};
use crate::programmes::rules::words::ActivityKind;
use crate::web::Reader;
use chrono::{NaiveDate, TimeDelta};

/// Draws for a reader in Moscow.
pub(super) fn told<V>(draw: impl FnOnce(Telling<'_>) -> V) -> V {
    draw(Telling { reader: &Reader::sample(), say: &str::to_owned })
}

fn start() -> Moment {
    Reader::sample().now.plus_minutes(-60)
}

fn irkutsk() -> ZoneName {
    ZoneName::parse("Asia/Irkutsk").unwrap_or(ZoneName::MOSCOW)
}

fn today() -> NaiveDate {
    start().date_in(irkutsk())
}

fn session(cancelled: bool) -> SessionRow {
    let begins = start().local(irkutsk()).time();
    SessionRow {
        id: SessionId(1),
        edition_id: EditionId(2),
        activity_id: ActivityId(3),
        held_on: today(),
        starts_local: begins,
        ends_local: begins.overflowing_add_signed(TimeDelta::minutes(90)).0,
        time_zone: irkutsk(),
        starts_at: start(),
        ends_at: start().plus_minutes(90),
        mode: SessionMode::Mixed,
        place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
        link: Some("https://meet.example.org/birge".into()),
        trainer_id: None,
        cancelled_at: cancelled.then(start),
        cancellation_reason: cancelled.then(|| "Преподаватель заболел".into()),
    }
}

fn edition() -> EditionRow {
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
    EditionRow {
        id: EditionId(2),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: today(),
        ends_on: today(),
        time_zone: irkutsk(),
        capacity: 30,
        rule: Json(rule),
        closed_at: None,
    }
}

fn title() -> Localised {
    Localised::only(Language::Ru, "Волонтёр в учреждении: практикум")
}

fn questions() -> Vec<Question> {
    let question = |(text, minutes): (&str, Option<i32>)| Question {
        text: text.into(),
        minutes: minutes.map(Minutes),
        speaker: minutes.map(|_| "Ким О. В.".into()),
    };
    let all = [("Кто такой наставник", Some(20)), ("Права ребёнка", Some(7)), ("Вопросы из зала", None)];
    all.map(question).into()
}

fn contents() -> Contents {
    let led =
        Led {
            id: ActivityId(4), kind: ActivityKind::Quiz, title: Localised::only(Language::Ru, "Тест 1")
        };
    let block = |(kind, minutes)| Block { kind, minutes: Minutes(minutes), title: None, activity: None };
    let named = Block { title: Some("Игра «День НКО»".into()), ..block((BlockKind::Game, 30)) };
    let quiz = Block { activity: Some(led.id), ..block((BlockKind::Quiz, 20)) };
    let guest = Guest {
        name: "Ахметова Сауле".into(),
        post: Some("советник".into()),
        organisation: Some("Аппарат полномочного представителя".into()),
        topic: Some("Как государство поддерживает добровольцев".into()),
    };
    let visit = Visit {
        host: "Детский дом № 1".into(),
        address: "Иркутск, ул. Байкальская, 200".into(),
        contact: Some("Петрова Анна, воспитатель".into()),
        phone: Some("+7 3952 000-000".into()),
        bring: Some("Паспорт, сменную обувь".into()),
    };
    let by = Some(PersonName::new("Ким", "Ольга", Some("Викторовна")));
    let report =
        Report { text: "Нас встретили.\nПоказали музей.".into(), at: start(), by };
    Contents {
        brief: Brief {
            topic: Some("Как договориться с директором".into()),
            conditions: Condition::ALL.to_vec(),
            access_note: Some("Вход со двора, позвоните, и вас встретят".into()),
        },
        questions: questions(),
        blocks: vec![(block((BlockKind::Theory, 20)), None), (quiz, Some(led)), (named, None)],
        trainers: vec![PersonName::new("Ким", "Ольга", Some("Викторовна"))],
        co_trainers: vec![PersonId(5)],
        guests: vec![guest.clone(), Guest { post: None, organisation: None, topic: None, ..guest }],
        visit: Some(VisitRow { visit, host_id: None, report: Some(report) }),
        shifts: vec![shift(Some("Школа-интернат, комнаты на четверых")), shift(None)],
    }
}

fn shift(lodging: Option<&str>) -> Shift {
    Shift {
        first_on: today(),
        last_on: today(),
        place: "с. Еланцы".into(),
        lodging: lodging.map(str::to_owned),
        meals: lodging.map(|_| "Столовая школы, 8:00, 13:00 и 19:00".into()),
    }
}

/// Everything that can be said to those who teach and to a trainee, nothing to either, and a cancelled session.
pub(super) fn programmes() -> Vec<Programme> {
    let going = |(number, came): (usize, Option<bool>)| Going {
        name: PersonName::new(["Сейтқали", "Петрова", "Ким"].get(number).unwrap_or(&""), "Айгүл", None),
        came,
    };
    let full = Programme {
        session: session(false),
        edition: edition(),
        title: title(),
        format: Called { key: "site_visit".into(), name: None },
        contents: contents(),
        edits: true,
        seat: None,
        people: [Some(true), Some(false), None].into_iter().enumerate().map(going).collect(),
    };
    let read = Programme { edits: false, seat: Some(EnrolmentId(7)), people: Vec::new(), ..full.clone() };
    let bare = Programme { contents: Contents::default(), ..full.clone() };
    let nothing = Programme { contents: Contents::default(), ..read.clone() };
    let cancelled = Programme { session: session(true), ..full.clone() };
    vec![full, read, bare, nothing, cancelled]
}

/// A session that everything is said of.
pub(super) fn editing() -> Editing {
    Editing {
        session: session(false),
        edition: edition(),
        title: title(),
        contents: contents(),
        activities: Vec::new(),
        trainers: vec![
            (PersonId(5), PersonName::new("Ли", "Вера", None)),
            (PersonId(6), PersonName::new("Сейтқали", "Айгүл", None)),
        ],
    }
}

/// Questions for the projector.
pub(super) fn timed() -> Timed {
    Timed {
        session: session(false),
        title: title(),
        topic: Some("Пять докладов по семь минут".into()),
        questions: questions(),
    }
}

/// The shifts of an edition.
pub(super) fn shifts() -> Shifts {
    let row =
        |(number, lodging)| ShiftRow { id: ShiftId(number), edition: EditionId(2), shift: shift(lodging) };
    Shifts {
        edition: edition(), shifts: [(1, Some("Школа-интернат")), (2, None)].map(row).into()
    }
}
