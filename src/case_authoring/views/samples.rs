//! The pages in their typical states.

use super::{CopyPage, DeskPage, NewCasePage, PartPage, PreviewPage, TextPage, TypedPart, TypedText};
use crate::case_authoring::actions::{Desk, DeskCase, Open};
use crate::case_authoring::rules::{Handed, NewCase, Outline, Part, Settings, skeleton};
use crate::case_authoring::store::{CopyRow, TextRow};
use crate::db::Json;
use crate::kernel::{
    AcademicHours, ActivityId, CaseCopyId, Fault, Language, Localised, Minutes, ModuleId, Moment, Permille,
    PersonId, Problem, ProgrammeId, ProgrammeVersionId, ZoneName,
};
use crate::programmes::rules::difference::Outline as Activity;
use crate::programmes::rules::{
    ActivityKind, Branch, CaseDefinition, CaseSettings, CaseText, Clock, Code, CompletionShares, Criterion,
    Decision, DeliveryMode, DocumentKind, EndText, Finding, Level, Nature, PlanText, ProgrammeKind, Stage,
    StagePlan, StageText,
};
use crate::programmes::store::{ModuleRow, VersionRow};
use crate::web::{Form, Reader};
use std::collections::BTreeMap;

fn at() -> Moment {
    Moment::from_utc(chrono::NaiveDateTime::default())
}

fn reader() -> Reader {
    Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: at() }
}

fn say(key: &str) -> String {
    key.to_owned()
}

fn words(text: &str) -> Localised {
    Localised::only(Language::Ru, text)
}

fn version(number: i32) -> VersionRow {
    VersionRow {
        id: ProgrammeVersionId(i64::from(number)),
        programme_id: ProgrammeId(1),
        slug: "effective-partnership".into(),
        number,
        content_hash: String::new(),
        kind: ProgrammeKind::ShortCourse,
        title: Json(words("Эффективное партнёрство")),
        summary: Json(words("О партнёрстве")),
        audience: Json(words("Специалисты")),
        languages: Json(vec![Language::Ru, Language::Kk]),
        academic_hour: Minutes(45),
        theory: AcademicHours(24),
        practice: AcademicHours(36),
        self_study: AcademicHours(0),
        document_kind: DocumentKind::ParticipationCertificate,
        rule: Json(CompletionShares { attendance: Permille::WHOLE, hours: Permille::WHOLE }),
        imported_at: at(),
    }
}

fn plan() -> NewCase {
    NewCase {
        key: "case-new".into(),
        module: "01-first".into(),
        behind: None,
        title: words("Новый кейс"),
        hours: 2,
        nature: Nature::Practice,
        mode: DeliveryMode::Distance,
    }
}

fn copy(plan: Option<NewCase>) -> CopyRow {
    CopyRow {
        id: CaseCopyId(1),
        programme_id: ProgrammeId(1),
        slug: "effective-partnership".into(),
        base: ProgrammeVersionId(1),
        key: "case-refusal".into(),
        plan: plan.map(Json),
        created_at: at(),
    }
}

fn text(language: Language, body: &str) -> TextRow {
    TextRow {
        language,
        path: format!("01-first/03-case.{}.case.md", language.tag()),
        body: body.to_owned(),
        revision: 3,
        saved_by: Some(PersonId(1)),
        surname: Some("Иванова".into()),
        given_name: Some("Анна".into()),
        saved_at: at(),
    }
}

fn finding(line: u32, code: Code, detail: &str) -> Finding {
    Finding { file: "01-first/03-case.ru.case.md".into(), line, code, detail: detail.into() }
}

/// A case whose step leads nowhere, with a second language.
fn faulty() -> Open {
    let body = skeleton::text(Language::Ru, true).replacen("-> end-1", "-> gone", 1);
    let first = Outline::of(&body).lines();
    let step = first.get(2).copied().unwrap_or_default();
    let findings = vec![
        finding(step, Code::StageUnknown, "step-2 -> gone"),
        finding(step, Code::StageDeadEnd, "step-2"),
        finding(2, Code::PassTooHigh, "pass_points = 3, the criteria give 0"),
        finding(5, Code::SectionMissing, "task"),
        Finding { file: "programme.toml".into(), ..finding(3, Code::HoursMismatch, "") },
        finding(1, Code::MediaUnused, ""),
    ];
    let texts = vec![text(Language::Ru, &body), text(Language::Kk, &body)];
    Open { findings, texts, ..sound() }
}

fn sound() -> Open {
    Open {
        copy: copy(None),
        texts: vec![text(Language::Ru, &skeleton::text(Language::Ru, true))],
        title: words("Отказ на пороге"),
        hours: 2,
        module: words("Социальное волонтёрство"),
        base: version(1),
        newest: version(1),
        findings: Vec::new(),
        definition: Some(definition()),
        beside: Some(ActivityId(1)),
    }
}

fn definition() -> CaseDefinition {
    let branch = |key: &str, next: &str| Branch { key: key.into(), next: next.into() };
    let stage = |key: &str, decision| Stage { key: key.into(), decision, clock: None };
    let choice = Decision::Choice { branches: vec![branch("a", "two"), branch("b", "gone")] };
    let mut first = stage("one", choice);
    first.clock = Some(Clock { minutes: Minutes(10), next: "two".into() });
    let words_of = |title: &str| StageText {
        title: title.into(),
        facts_html: "<p>Факты</p>".into(),
        question: "Что делать?".into(),
        detail_html: String::new(),
        choices: [("a".to_owned(), "Позвонить".to_owned()), ("b".to_owned(), "Ждать".to_owned())].into(),
    };
    let texts = PlanText {
        stages: [("one".to_owned(), words_of("Утро")), ("two".to_owned(), words_of("Вечер"))].into(),
        ends: [("z".to_owned(), EndText { title: "Конец".into(), closing_html: "<p>Всё</p>".into() })].into(),
    };
    let html = "<p>Текст</p>".to_owned();
    CaseDefinition {
        settings: CaseSettings {
            pass_points: 1,
            submissions: 1,
            accepts: Vec::new(),
            max_files: 0,
            due_days: None,
            hand_in: Vec::new(),
            self_assessment: None,
            team: None,
        },
        texts: [(
            Language::Ru,
            CaseText {
                situation_html: html.clone(),
                task_html: html.clone(),
                hand_in_html: html.clone(),
                trainer_html: html.clone(),
                debrief_html: html,
            },
        )]
        .into(),
        rubric: vec![Criterion {
            key: "grasp".into(),
            title: words("Понимание"),
            weight: 1,
            levels: vec![Level { points: 2, text: words("всё названо") }],
        }],
        stages: Some(StagePlan {
            replay: false,
            stages: vec![first, stage("two", Decision::Text { next: "z".into() })],
            ends: vec!["z".into()],
            criteria: BTreeMap::new(),
            texts: [(Language::Ru, texts)].into(),
        }),
    }
}

fn activity(key: &str) -> Activity {
    Activity {
        id: ActivityId(1),
        key: key.into(),
        kind: ActivityKind::Case,
        format: "case".into(),
        mode: DeliveryMode::Distance,
        nature: Nature::Practice,
        hours: AcademicHours(2),
        after: Vec::new(),
        title: words("Отказ на пороге"),
        module: words("Социальное волонтёрство"),
        extra_for: None,
        digest: String::new(),
    }
}

fn desk() -> Desk {
    let with = |copy| DeskCase { case: activity("case-refusal"), copy };
    Desk {
        version: version(1),
        cases: vec![with(None), with(Some(copy(None)))],
        new: vec![copy(Some(plan()))],
        has_texts: true,
        modules: vec![ModuleRow {
            id: ModuleId(1),
            position: 0,
            key: "01-first".into(),
            title: Json(words("Социальное волонтёрство")),
        }],
        outline: vec![activity("case-refusal")],
    }
}

pub(super) fn desks() -> Vec<DeskPage> {
    let old = Desk { has_texts: false, ..desk() };
    let empty = Desk { cases: Vec::new(), new: Vec::new(), ..desk() };
    [desk(), old, empty].iter().map(|desk| DeskPage::new(desk, &reader())).collect()
}

pub(super) fn new_cases() -> Vec<NewCasePage> {
    let form = Form::of(&[("title-ru", "Кейс"), ("place", "01-first"), ("staged", "on")]);
    let problem = Problem::invalid(vec![Fault::new("title-kk", "required")]);
    let typed = [None, Some((&form, &problem))];
    typed.into_iter().map(|typed| NewCasePage::new(&desk(), typed, (&reader(), &say))).collect()
}

pub(super) fn copies() -> Vec<CopyPage> {
    let overtaken = Open { newest: version(2), ..sound() };
    let new = Open { copy: copy(Some(plan())), ..sound() };
    let bare = Open { texts: vec![text(Language::Ru, "+++\n+++\n")], ..sound() };
    let pages = [faulty(), sound(), overtaken, new.clone(), bare];
    let page = |open: &Open| Some(CopyPage::new(open, open.texts.first()?, &reader()));
    let problem = Problem::invalid(vec![Fault::new("title-kk", "required"), Fault::new("hours", "required")]);
    let typed = page(&new).map(|page| page.named(&Form::of(&[("title-ru", "План")]), &problem));
    pages.iter().filter_map(page).chain(typed).collect()
}

pub(super) fn parts() -> Vec<PartPage> {
    let open = faulty();
    let Some(text) = open.texts.first() else { return Vec::new() };
    let page = |section, typed: Option<TypedPart>| {
        PartPage::new((&open, text), section, typed.as_ref(), (&reader(), &say))
    };
    let outline = Outline::of(&text.body);
    let raw = TypedPart { part: Part::Raw("как есть".into()), faults: Vec::new() };
    let part = Handed {
        key: "plan".into(),
        title: words("План"),
        kind: "file".into(),
        required: true,
        accepts: vec!["pdf".into()],
    };
    let settings = Settings { pass_points: "много".into(), parts: vec![part], ..Settings::default() };
    let faults = vec![Fault::new("pass_points", "not-a-number"), Fault::new("", "required")];
    let settings = TypedPart { part: Part::Settings(settings), faults };
    let mut pages: Vec<PartPage> =
        (0..outline.sections.len()).filter_map(|section| page(Some(section), None)).collect();
    pages.extend(page(None, None));
    pages.extend(page(None, Some(settings)));
    pages.extend(page(Some(0), Some(raw)));
    let in_words = crate::case_authoring::rules::Step {
        in_words: true,
        words_next: "end-1".into(),
        minutes: "5".into(),
        ..Default::default()
    };
    pages.extend(page(Some(1), Some(TypedPart { part: Part::Step(in_words), faults: Vec::new() })));
    pages
}

pub(super) fn texts() -> Vec<TextPage> {
    let (open, typed) = (faulty(), TypedText { text: "моё".into(), faults: Vec::new() });
    let long = TypedText { faults: vec![Fault::new("text", "too-long").with("limit", 10)], ..typed.clone() };
    let states = [None, Some(&typed), Some(&long)];
    let page = |typed| Some(TextPage::new(&open, open.texts.first()?, typed, &reader()));
    states.into_iter().filter_map(page).collect()
}

pub(super) fn previews() -> Vec<PreviewPage> {
    let unreadable = Open { definition: None, ..faulty() };
    let plain = definition();
    let plain = Open { definition: Some(CaseDefinition { stages: None, ..plain }), ..sound() };
    let mut pages: Vec<PreviewPage> =
        ["", "1", "2", "c", "1.t"].map(|way| PreviewPage::new(&sound(), Language::Ru, way, &reader())).into();
    pages.push(PreviewPage::new(&unreadable, Language::Ru, "", &reader()));
    pages.push(PreviewPage::new(&plain, Language::Ru, "", &reader()));
    pages
}
