//! The pages in their typical states.

use super::*;

pub(super) fn index() -> Vec<Index> {
    let card = Card {
        title: "Эффективное партнёрство".into(),
        summary: "Как учреждению и НКО работать вместе.".into(),
        url: "/programmes/effective-partnership".into(),
        number: 2,
        imported_on: "21 ноября 2026 г.".into(),
        hours: 60,
        editions: 3,
    };
    let imports_url = paths::PROGRAMME_IMPORTS;
    vec![
        Index { programmes: vec![card], folders: vec![faulty(), changed()], may_import: true, imports_url },
        Index { programmes: Vec::new(), folders: vec![changed()], may_import: false, imports_url },
        Index { programmes: Vec::new(), folders: Vec::new(), may_import: true, imports_url },
    ]
}

fn faulty() -> Folder {
    Folder {
        name: "orientation".into(),
        title: "orientation".into(),
        url: String::new(),
        faulty: true,
        new: false,
        changed: false,
        importable: false,
        number: 0,
        errors: 1,
        warnings: 1,
        findings: vec![
            FindingLine {
                place: "01-first/03-quiz.ru.quiz.md:10".into(),
                error: true,
                key: "fault-content-right-missing".into(),
                detail: "ep2".into(),
            },
            FindingLine {
                place: "01-first/02-lesson.ru.md:1".into(),
                error: false,
                key: "fault-content-lesson-length".into(),
                detail: String::new(),
            },
        ],
        unreadable: String::new(),
    }
}

fn changed() -> Folder {
    Folder {
        name: "effective-partnership".into(),
        title: "Эффективное партнёрство".into(),
        url: "/programmes/effective-partnership".into(),
        faulty: false,
        changed: true,
        importable: true,
        number: 1,
        errors: 0,
        warnings: 0,
        findings: Vec::new(),
        ..faulty()
    }
}

fn unreadable() -> Folder {
    Folder {
        errors: 0,
        warnings: 0,
        findings: Vec::new(),
        unreadable: "a file name is not UTF-8".into(),
        ..faulty()
    }
}

pub(super) fn folders() -> Vec<Folders> {
    let page = |folders, refused| Folders {
        folders,
        may_import: true,
        refused,
        content_dir: "course-content".into(),
        imports_url: paths::PROGRAMME_IMPORTS,
        programmes_url: paths::PROGRAMMES,
    };
    let imported = Folder { changed: false, importable: false, number: 2, ..changed() };
    let new = Folder { changed: false, new: true, number: 0, url: String::new(), ..changed() };
    vec![
        page(vec![faulty(), changed(), imported, new, unreadable()], false),
        page(vec![faulty()], true),
        page(Vec::new(), false),
    ]
}

pub(super) fn programme() -> Vec<Programme> {
    let filtered = Programme { filter: Filter::sample("lecture"), ..page(None) };
    vec![page(otherwise(changes())), page(otherwise(Vec::new())), page(None), filtered]
}

fn page(changed: Option<Changed>) -> Programme {
    Programme {
        title: "Эффективное партнёрство".into(),
        kind: "advanced_training",
        summary: "Как учреждению и НКО работать вместе.".into(),
        audience: "Сотрудникам учреждений.".into(),
        number: 2,
        imported_on: "21 ноября 2026 г.".into(),
        hours: 60,
        theory: 24,
        practice: 36,
        self_study: 0,
        academic_hour: 45,
        languages: "Русский".into(),
        document: "advanced_training_certificate",
        attendance_percent: 80,
        hours_percent: 100,
        filter: Filter::sample(""),
        modules: vec![ModuleView {
            title: "Зачем нужны партнёры".into(),
            hours: 6,
            extra: Some("Работали ли вы раньше с детьми-сиротами?".into()),
            activities: vec![lesson(), game()],
        }],
        changed,
        versions: vec![line(2, true), line(1, false)],
        new_edition_url: paths::NEW_EDITION,
        cases_url: paths::case_desk("effective-partnership"),
        programmes_url: paths::PROGRAMMES,
    }
}

fn lesson() -> ActivityView {
    ActivityView {
        title: "Роль НКО".into(),
        place: 1,
        format: "урок".into(),
        mode: "distance",
        nature: "theory",
        hours: 2,
        after: "Входной тест".into(),
        preview_url: "/lessons/1".into(),
    }
}

fn game() -> ActivityView {
    ActivityView {
        title: "Деловая игра".into(),
        place: 2,
        format: "деловая игра".into(),
        mode: "in_person",
        nature: "practice",
        hours: 4,
        after: String::new(),
        preview_url: String::new(),
    }
}

fn line(number: i32, current: bool) -> VersionLine {
    VersionLine {
        number,
        url: format!("/programmes/effective-partnership?version={number}"),
        current,
        imported_on: "21 ноября 2026 г.".into(),
        theory: 24,
        practice: 36,
        self_study: 12,
        languages: "Русский".into(),
        editions: 1,
    }
}

fn otherwise(changes: Vec<ChangeLine>) -> Option<Changed> {
    Some(Changed { number: 1, hours_before: 59, hours_now: 60, changes })
}

fn changes() -> Vec<ChangeLine> {
    let keys = [
        "programmes-aspect-hours",
        "programmes-aspect-content",
        "programmes-aspect-title",
        "programmes-aspect-module",
        "programmes-aspect-extra",
        "programmes-aspect-form",
        "programmes-aspect-nature",
        "programmes-aspect-prerequisites",
    ];
    let aspects = keys.map(|key| AspectView { key, from: 1, to: 2 });
    let change =
        |added, removed, aspects| ChangeLine {
            title: "Роль НКО".into(), added, removed, hours: 2, aspects
        };
    vec![
        change(true, false, Vec::new()),
        change(false, true, Vec::new()),
        change(false, false, aspects.into()),
    ]
}
