//! The papers of a group whose documents the demonstration issues: enrolment, commission, sheet, protocol, closing order.

use super::courses::Story;
use super::stage::Run;
use crate::db::Write;
use crate::kernel::{Actor, EnrolmentId, Moment, PersonName, Problem};
use crate::orders::actions::{self as orders, Begin, Signing, Tools};
use crate::orders::rules::content::{Content, Entry, Member, MemberRole, Outcome};
use crate::orders::rules::words::OrderKind;
use crate::web::Kit;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Takes a group through its trail; whoever has met the rule has passed.
///
/// # Errors
/// What an action answers.
pub fn lay(w: &mut Write, kit: &Kit, admin: &Actor, run: &Run, now: Moment) -> Result<(), Problem> {
    let group = orders::group(w, admin, run.id, now)?;
    orders::set_group(w, admin, run.id, &group.proposal, now)?;
    let ready = run.trainees.iter().filter(|who| who.plot.story == Story::Ready);
    let passed: BTreeSet<EnrolmentId> = ready.map(|who| who.enrolment).collect();
    for kind in OrderKind::STEPS {
        let early = matches!(kind, OrderKind::Enrolment | OrderKind::Commission);
        let dated = if early { run.term.starts_on } else { run.term.ends_on };
        sign(w, kit, (admin, run), (kind, dated, &passed), now)?;
    }
    Ok(())
}

fn sign(
    w: &mut Write,
    kit: &Kit,
    (admin, run): (&Actor, &Run),
    (kind, dated, passed): (OrderKind, NaiveDate, &BTreeSet<EnrolmentId>),
    now: Moment,
) -> Result<(), Problem> {
    let tools =
        Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
    let wanted = Begin { edition: run.id, kind, enrolment: None, about: None };
    let order = orders::begin(w, admin, &tools, &wanted, now)?;
    let draft = orders::show(w, admin, order, now)?;
    let content = filled(draft.row.content.0, (run.course.is_kazakh(), passed));
    orders::edit(w, admin, (order, draft.row.revision), &content, now)?;
    let revision = draft.row.revision + 1;
    let input = Signing { order, revision, dated: Some(dated), number: None, signatory: None, despite: None };
    orders::sign(w, admin, &tools, &input, now)?;
    Ok(())
}

/// What the program proposes, with what only people know.
fn filled(proposal: Content, (kazakh, passed): (bool, &BTreeSet<EnrolmentId>)) -> Content {
    match proposal {
        Content::Enrolment { people, .. } => {
            let (post, name) = if kazakh {
                ("әдіскер", "Г. Б. Сейітова")
            } else {
                ("методист", "Е. В. Соколова")
            };
            Content::Enrolment {
                responsible_post: post.to_owned(),
                responsible_name: name.to_owned(),
                people,
            }
        }
        Content::Commission { .. } => Content::Commission { members: commission(kazakh) },
        Content::AssessmentSheet { assessment, entries } => {
            let entries = entries.into_iter().map(|one| judged(one, (kazakh, passed))).collect();
            Content::AssessmentSheet { assessment, entries }
        }
        other => other,
    }
}

/// What the commission has decided on somebody, with its grade in the first language of the papers.
fn judged(entry: Entry, (kazakh, passed): (bool, &BTreeSet<EnrolmentId>)) -> Entry {
    let (well, badly) = if kazakh {
        ("сынақтан өтті", "сынақтан өтпеді")
    } else {
        ("зачтено", "не зачтено")
    };
    if passed.contains(&entry.enrolment) {
        return Entry { outcome: Some(Outcome::Passed), grade: Some(well.to_owned()), ..entry };
    }
    if entry.percent.is_none() {
        return Entry { outcome: Some(Outcome::Absent), grade: None, ..entry };
    }
    // Who has everything right in the last quiz and lacks something else has failed by what is missing, without a percent.
    let percent = entry.percent.filter(|percent| *percent < 100);
    Entry { outcome: Some(Outcome::Failed), grade: Some(badly.to_owned()), percent, ..entry }
}

/// People from outside, who are tied to nobody.
fn commission(kazakh: bool) -> Vec<Member> {
    let member = |role, surname: &str, given: &str, patronymic: &str, post: &str| Member {
        role,
        person: None,
        name: PersonName::new(surname, given, Some(patronymic)),
        post: post.to_owned(),
    };
    if kazakh {
        return vec![
            member(MemberRole::Chair, "Төлегенов", "Ерлан", "Қайратұлы", "оқу ісі жөніндегі проректор"),
            member(MemberRole::DeputyChair, "Искакова", "Жанна", "Маратқызы", "бағдарламалар жетекшісі"),
            member(MemberRole::Member, "Жұмабаева", "Әсел", "Нұрланқызы", "қор директорының орынбасары"),
            member(MemberRole::Secretary, "Омарова", "Гүлнәр", "Серікқызы", "оқу бөлімінің маманы"),
        ];
    }
    vec![
        member(MemberRole::Chair, "Громова", "Наталья", "Викторовна", "проректор по учебной работе"),
        member(MemberRole::Member, "Тарасов", "Олег", "Игоревич", "заместитель директора фонда"),
        member(MemberRole::Member, "Искакова", "Жанна", "Маратовна", "руководитель программ"),
        member(MemberRole::Secretary, "Фомина", "Полина", "Андреевна", "специалист учебного отдела"),
    ]
}
