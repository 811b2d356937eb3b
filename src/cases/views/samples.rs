//! The pages in their typical states.

use super::case::{CasePage, Refused};
use super::draft::{DraftView, Theirs};
use super::locked::Closed;
use super::parts::{Deadline, FileView, Link};
use super::staged::StepsLink;
use super::versions::{
    CriterionView, GradeView, LevelView, MarkView, NoteLink, NoteView, PieceView, VersionView,
};
use crate::cases::actions::SettingUp;
use crate::cases::rules::{CaseSetup, Release};
use crate::cases::store::PastSetup;
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, Fault, Language, Localised, Moment, OrganisationId, Permille, ProgrammeVersionId,
    ZoneName,
};
use crate::render::SafeHtml;
use crate::web::Field;

const TITLE: &str = "Волонтёры не пришли";

fn link(label: &str, url: &str) -> Link {
    Link { label: label.into(), url: url.into() }
}

fn deadline(over: bool) -> Deadline {
    Deadline {
        datetime: "2026-09-15T16:00:00Z".into(),
        time: "вт, 15 сентября, 23:59".into(),
        city: "Иркутску",
        own: Some("вт, 15 сентября, 18:59".into()),
        left_key: if over { "cases-left-over" } else { "cases-left-days" },
        left: 2,
        soon: !over,
        over,
    }
}

/// A criterion to read or to grade by.
pub fn criterion(faults: Vec<Fault>, remark: bool) -> CriterionView {
    let level = |points: u32, text: &str| LevelView {
        value: points,
        points,
        text: text.into(),
        selected: points == 2 && faults.is_empty() && remark,
    };
    CriterionView {
        id: "field-points.grasp".into(),
        name: "points.grasp".into(),
        title: "Понимание вопроса".into(),
        levels: vec![level(0, "не назвал проблему"), level(2, "назвал часть")],
        remark: remark.then(|| Field::filled("remarks.grasp", "Посмотрите на сроки")),
        stages: if remark { "Четверг, десять утра".into() } else { String::new() },
        faults,
    }
}

fn file() -> FileView {
    FileView {
        id: 7,
        title: "План Б.pdf".into(),
        url: "/files/7".into(),
        kind_key: "cases-kind-pdf",
        size_key: "cases-size-megabytes",
        size: "2".into(),
    }
}

fn passage() -> Vec<PieceView> {
    let piece = |text: &str, marked, notes| PieceView { text: text.into(), marked, notes };
    let link = NoteLink { number: 1, id: 11 };
    vec![piece("Ольга, здравствуйте.\n", false, Vec::new()), piece("Нас будет трое.", true, vec![link])]
}

fn note() -> NoteView {
    NoteView {
        number: 1,
        id: 11,
        quote: "Нас будет трое.".into(),
        text: "Назовите их по именам.".into(),
        who: "Иванова А. С.".into(),
        removal_url: Some("/passage-comments/11/removal".into()),
    }
}

/// A version, graded or not.
pub fn version(number: i32, passed: Option<bool>) -> VersionView {
    let grade = |passed| GradeView {
        passed,
        total: if passed { 15 } else { 8 },
        most: 20,
        grader: passed.then(|| "Иванова А. С.".to_owned()),
        at: "16 сентября 2026 г., 10:00".into(),
        marks: vec![MarkView {
            title: "Понимание вопроса".into(),
            points: 2,
            most: 4,
            level: "назвал часть".into(),
            remark: Some("А что с письмами?".into()),
        }],
        remark: vec!["Хороший тон сообщения.".into()],
        advice: vec!["Сначала позвоните Ольге.".into(), "Потом ищите замену.".into()],
    };
    VersionView {
        number,
        handed_in: "14 сентября 2026 г., 18:20".into(),
        late: number == 2,
        receipt: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        paragraphs: vec!["Ольга, здравствуйте.\nНас будет трое.".into(), "План Б ниже.".into()],
        passages: if number == 2 { vec![passage()] } else { Vec::new() },
        notes: if number == 2 { vec![note()] } else { Vec::new() },
        files: vec![file()],
        grade: passed.map(grade),
        desk_url: "/submissions/3".into(),
    }
}

fn draft() -> DraftView {
    DraftView {
        save_url: "/learn/1/cases/2/draft".into(),
        hand_in_url: "/learn/1/cases/2/submissions".into(),
        work: Field::filled("text", "Ольга, здравствуйте."),
        most_characters: 30_000,
        takes_text: true,
        takes_files: true,
        files: vec![file()],
        upload: Field::empty("files"),
        most_files: 3,
        has_room: true,
        megabytes: 25,
        bytes: 26_214_400,
        revision: 4,
        saved: Some("14:02".into()),
        can_hand_in: true,
        number: 1,
        folded: false,
        theirs: None,
        fields: vec![Field::filled("text", "Ольга, здравствуйте."), Field::empty("files")],
    }
}

fn refused_file() -> DraftView {
    let fault = Fault::new("files", "case-file-kind").with("name", "plan.exe");
    let too_many = Fault::new("files", "case-one-too-many").with("name", "4.pdf").with("limit", 3);
    let upload = Field { faults: vec![fault, too_many], ..Field::empty("files") };
    let theirs = Some(Theirs { text: "С телефона.".into(), at: "13:40".into() });
    let fields = vec![Field::empty("text"), upload.clone()];
    DraftView { upload, theirs, fields, has_room: false, saved: None, ..draft() }
}

fn case() -> CasePage {
    CasePage {
        case_title: TITLE.into(),
        crumbs: vec![link("2-й поток", "/learn/1")],
        language: "ru",
        is_fallback: false,
        situation: SafeHtml::trusted("<p>Суббота, в пансионате день двора.</p>"),
        task: SafeHtml::trusted("<ol><li>Напишите сообщение Ольге.</li></ol>"),
        hand_in: SafeHtml::trusted("<ul><li>Один текст на страницу.</li></ul>"),
        rubric: vec![criterion(Vec::new(), false)],
        pass_points: 12,
        most_points: 20,
        due: deadline(false),
        ends: deadline(false),
        allowed: 3,
        remaining: 3,
        is_waiting: false,
        is_used_up: false,
        is_closed: false,
        is_too_late: false,
        is_preview: false,
        is_passed: false,
        is_late_now: false,
        draft: Some(draft()),
        graded: Vec::new(),
        ungraded: None,
        refused: None,
        unsaved: None,
        steps: None,
        debrief: None,
    }
}

pub(super) fn cases() -> Vec<CasePage> {
    let waiting = CasePage {
        is_waiting: true,
        draft: Some(DraftView { folded: true, can_hand_in: false, number: 2, ..draft() }),
        ungraded: Some(version(1, None)),
        remaining: 2,
        ..case()
    };
    let second = CasePage {
        graded: vec![version(2, Some(true)), version(1, Some(false))],
        is_passed: true,
        is_late_now: true,
        due: deadline(true),
        draft: Some(DraftView { folded: true, number: 3, ..draft() }),
        ..case()
    };
    let refused = Some(Refused {
        key: "problem-edition-closed".into(),
        help_key: "problem-edition-closed-help".into(),
    });
    let over = CasePage {
        is_closed: true,
        is_fallback: true,
        draft: None,
        refused,
        unsaved: Some("Не успел".into()),
        ..case()
    };
    let faulty = CasePage { draft: Some(refused_file()), ..case() };
    let used_up = CasePage { is_used_up: true, remaining: 0, draft: None, ..case() };
    let preview = CasePage { is_preview: true, is_too_late: true, draft: None, ..case() };
    let steps = |first, again| Some(StepsLink { url: "/learn/5/cases/6/steps".into(), first, again });
    let hidden = || SafeHtml::trusted(String::new());
    let staged = CasePage {
        steps: steps(true, false),
        task: hidden(),
        hand_in: hidden(),
        rubric: Vec::new(),
        draft: None,
        ..case()
    };
    let again = CasePage { steps: steps(true, true), draft: None, ..case() };
    let debrief = Some(SafeHtml::trusted("<p>Лучший ход: позвонить сразу.</p>"));
    let closed = CasePage { steps: steps(false, false), debrief, ..case() };
    vec![case(), waiting, second, over, faulty, used_up, preview, staged, again, closed]
}

pub(super) fn closed() -> Vec<Closed> {
    let locked = Closed {
        question: None,
        case_title: TITLE.into(),
        crumbs: vec![link("2-й поток", "/learn/1")],
        waits_for: vec![link("Роль НКО", "/learn/1/lessons/2")],
        starts_on: None,
        course_url: "/learn/1".into(),
    };
    let ahead =
        Closed {
            starts_on: Some("1 сентября 2026 г.".into()), waits_for: Vec::new(), ..locked.clone()
        };
    let question = Some("Работали ли вы раньше с детьми-сиротами?".into());
    let asked = Closed { question, waits_for: Vec::new(), ..locked.clone() };
    vec![locked, ahead, asked]
}

fn edition() -> EditionRow {
    let day = |ordinal| chrono::NaiveDate::from_yo_opt(2026, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
    };
    EditionRow {
        id: EditionId(1),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: day(244),
        ends_on: day(334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    }
}

pub(super) fn setting_up() -> SettingUp {
    let at = Moment::from_utc(Default::default());
    let name = |text: &str| Some(text.to_owned());
    SettingUp {
        edition: edition(),
        case: ActivityId(2),
        title: Localised::only(Language::Ru, TITLE),
        number: Some(2),
        setup: CaseSetup { graders: 2, blind: true, release: Release::At(at), ..CaseSetup::default() },
        past: vec![
            PastSetup {
                number: 2, set_at: at, surname: name("Иванова"), given_name: name("Анна")
            },
            PastSetup { number: 1, set_at: at, surname: None, given_name: None },
        ],
    }
}
