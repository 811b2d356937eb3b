//! The pages of a trainee in their typical states.

use super::afterwards::AfterwardsView;
use super::case::{CasePage, LateView, Refused, RubricChange};
use super::draft::{DraftView, Theirs};
use super::locked::Closed;
use super::own::{Difference, OwnForm, OwnRow, OwnView};
use super::parts::{Deadline, FileView, Link};
use super::staged::StepsLink;
use super::team_samples;
use super::versions::{
    CriterionView, FormerMark, GradeView, HiddenView, LevelView, LinkView, MarkView, NoteLink, NoteView,
    PieceView, VersionView,
};
use super::writing::PartView;
use crate::kernel::{Fault, Word as _};
use crate::programmes::rules::PartKind;
use crate::render::SafeHtml;
use crate::web::Field;

pub(super) const TITLE: &str = "Волонтёры не пришли";

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
        counted: points * 2,
        text: text.into(),
        selected: points == 2 && faults.is_empty() && remark,
    };
    CriterionView {
        id: "field-points.grasp".into(),
        name: "points.grasp".into(),
        title: "Понимание вопроса".into(),
        weight: remark.then_some(2),
        levels: vec![level(0, "не назвал проблему"), level(2, "назвал часть")],
        remark: remark.then(|| Field::filled("remarks.grasp", "Посмотрите на сроки")),
        former: remark.then(|| FormerMark { points: 2, text: "назвал часть".into() }),
        stages: if remark { "Четверг, десять утра".into() } else { String::new() },
        faults,
    }
}

/// A criterion to judge the own work by.
fn own_criterion(faults: Vec<Fault>) -> CriterionView {
    let (id, name) = ("field-own.grasp".into(), "own.grasp".into());
    CriterionView { id, name, ..criterion(faults, false) }
}

pub(super) fn file() -> FileView {
    FileView {
        id: 7,
        title: "План Б.pdf".into(),
        url: "/files/7".into(),
        kind_key: "cases-kind-pdf",
        size_key: "cases-size-megabytes",
        size: "2".into(),
        preview_url: Some("/files/7/preview".into()),
        part: None,
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
        taken_off: i32::from(passed),
        most: 20,
        version: passed.then_some(2),
        grader: passed.then(|| "Иванова А. С.".to_owned()),
        at: "16 сентября 2026 г., 10:00".into(),
        marks: vec![MarkView {
            title: "Понимание вопроса".into(),
            points: 2,
            most: 4,
            weight: passed.then_some(2),
            counted: if passed { 4 } else { 2 },
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
        files: vec![FileView { part: Some("Фотография".into()), ..file() }],
        links: vec![LinkView { name: Some("Доска".into()), url: "https://example.org/board".into() }],
        hidden: None,
        deduction: if number == 2 { 10 } else { 0 },
        grade: passed.map(grade),
        own: (number == 2 || passed.is_some()).then(|| own(passed.is_some())),
        desk_url: "/submissions/3".into(),
        hide_url: "/submissions/3/hiding".into(),
        team: None,
    }
}

/// How an author judged the own work, beside a grade or without one.
pub fn own(graded: bool) -> OwnView {
    let row = |own: Option<u32>, key: &'static str| OwnRow {
        title: "Понимание вопроса".into(),
        own,
        level: own.map_or_else(String::new, |_| "назвал часть".into()),
        given: graded.then_some(2),
        difference: own.filter(|_| graded).map(|own| Difference { key, by: own.abs_diff(2) }),
    };
    let (same, higher) = (row(Some(2), "rubrics-own-same"), row(Some(3), "rubrics-own-higher"));
    let lower = row(Some(0), "rubrics-own-lower");
    OwnView {
        rows: vec![same, higher, lower, row(None, "")],
        total: graded.then_some(9),
        most: 20,
        sum: graded.then_some(Difference { key: "rubrics-own-lower", by: 6 }),
        graded,
        version: graded.then_some(1),
    }
}

pub(super) fn hidden() -> HiddenView {
    HiddenView {
        reason: vec!["Названа фамилия и адрес семьи.".into()],
        who: Some("Иванова А. С.".into()),
        at: "16 сентября 2026 г., 10:00".into(),
    }
}

/// A version that was hidden.
pub fn given_back() -> VersionView {
    VersionView {
        paragraphs: Vec::new(),
        passages: Vec::new(),
        notes: Vec::new(),
        files: Vec::new(),
        links: Vec::new(),
        hidden: Some(hidden()),
        ..version(1, None)
    }
}

fn part(kind: PartKind, field: Field, files: Vec<FileView>) -> PartView {
    PartView {
        name: None,
        required: false,
        is_text: kind == PartKind::Text,
        is_file: kind == PartKind::File,
        is_link: kind == PartKind::Link,
        heading_id: format!("part-{}", kind.as_str()),
        field,
        files,
        accept: ".pdf".into(),
        sort_keys: Vec::new(),
    }
}

/// A case that names its parts.
fn named_parts() -> Vec<PartView> {
    let fault = Fault::new("files.photo", "case-part-missing").with("part", "Фотография");
    let photo = Field { faults: vec![fault], ..Field::empty("files.photo") };
    let link =
        Field { faults: vec![Fault::new("links.board", "case-link")], ..Field::filled("links.board", "x") };
    let named = |name: &str, part: PartView| PartView { name: Some(name.into()), required: true, ..part };
    let accept = "image/*".to_owned();
    vec![
        named("Письмо", part(PartKind::Text, Field::filled("text", "Ольга, здравствуйте."), Vec::new())),
        PartView {
            accept,
            sort_keys: vec!["cases-sort-image".into()],
            ..named("Фотография", part(PartKind::File, photo, Vec::new()))
        },
        named("Доска", part(PartKind::Link, link, Vec::new())),
    ]
}

pub(super) fn draft() -> DraftView {
    DraftView {
        save_url: "/learn/1/cases/2/draft".into(),
        hand_in_url: "/learn/1/cases/2/submissions".into(),
        parts: vec![
            part(PartKind::Text, Field::filled("text", "Ольга, здравствуйте."), Vec::new()),
            part(PartKind::File, Field::empty("files"), vec![file()]),
        ],
        own: Some(OwnForm {
            required: false,
            changed: false,
            rubric: 1,
            criteria: vec![own_criterion(Vec::new())],
        }),
        most_characters: 30_000,
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
        present: Vec::new(),
        saved_by: None,
    }
}

fn refused_file() -> DraftView {
    let fault = Fault::new("files", "case-file-kind").with("name", "plan.exe");
    let too_many = Fault::new("files", "case-one-too-many").with("name", "4.pdf").with("limit", 3);
    let upload = Field { faults: vec![fault, too_many], ..Field::empty("files") };
    let theirs = Some(Theirs { text: "С телефона.".into(), at: "13:40".into() });
    let fields = vec![Field::empty("text"), upload.clone()];
    let parts = vec![
        part(PartKind::Text, Field::filled("text", "Ольга, здравствуйте."), Vec::new()),
        part(PartKind::File, upload, vec![file()]),
    ];
    let missing = Fault::new("own.grasp", "case-own").with("criterion", "Понимание вопроса");
    let own =
        OwnForm { required: true, changed: true, rubric: 2, criteria: vec![own_criterion(vec![missing])] };
    DraftView { parts, own: Some(own), theirs, fields, has_room: false, saved: None, ..draft() }
}

pub(super) fn case() -> CasePage {
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
        is_too_late: false,
        is_given_back: false,
        extension: None,
        late: LateView { is_deducted: false, is_refused: false, per_day: 10, most: 50, days: 3 },
        is_closed: false,
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
        team: None,
        former: Vec::new(),
        ratings: None,
        afterwards: None,
        rubric_change: None,
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
    let rubric_change = Some(RubricChange {
        at: "8 сентября 2026 г., 10:00".into(),
        reason: "Уточнили".into(),
    });
    let faulty = CasePage { draft: Some(refused_file()), rubric_change, ..case() };
    let used_up = CasePage { is_used_up: true, remaining: 0, draft: None, ..case() };
    let preview = CasePage { is_preview: true, draft: None, ..case() };
    let mut all = vec![case(), waiting, second, over, faulty, used_up, preview];
    all.extend(staged());
    all.extend(late());
    all.extend(team_samples::cases());
    all
}

fn staged() -> [CasePage; 3] {
    let steps = |first, again| Some(StepsLink { url: "/learn/5/cases/6/steps".into(), first, again });
    let hidden = || SafeHtml::trusted(String::new());
    let ahead = CasePage {
        steps: steps(true, false),
        task: hidden(),
        hand_in: hidden(),
        rubric: Vec::new(),
        draft: None,
        ..case()
    };
    let debrief = Some(SafeHtml::trusted("<p>Лучший ход: позвонить сразу.</p>"));
    let afterwards = |is_ahead| {
        let url = |name: &str| Some(format!("/learn/1/cases/2/{name}"));
        let (talk_url, examples_url) = (url("discussion"), url("examples"));
        let (reviews_url, consent_url) = (url("peer-reviews"), url("consent"));
        Some(AfterwardsView { reviews_url, talk_url, consent_url, examples_url, examples: 2, is_ahead })
    };
    let again = CasePage { steps: steps(true, true), draft: None, afterwards: afterwards(true), ..case() };
    let closed = CasePage { steps: steps(false, false), debrief, afterwards: afterwards(false), ..case() };
    [ahead, again, closed]
}

fn late() -> [CasePage; 3] {
    let late =
        |is_deducted| LateView { is_deducted, is_refused: !is_deducted, per_day: 10, most: 50, days: 3 };
    let back = CasePage {
        is_given_back: true,
        graded: vec![given_back()],
        extension: Some("Болезнь".into()),
        late: late(true),
        ..case()
    };
    let fields = named_parts().into_iter().map(|part| part.field).collect();
    let named = CasePage {
        draft: Some(DraftView { parts: named_parts(), fields, ..draft() }),
        late: late(false),
        ..case()
    };
    let draft = Some(DraftView { folded: true, can_hand_in: false, ..draft() });
    let too_late = CasePage { is_too_late: true, due: deadline(true), draft, late: late(false), ..case() };
    [back, named, too_late]
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
