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
    let content = filled(draft.row.content.0, passed);
    orders::edit(w, admin, (order, draft.row.revision), &content, now)?;
    let revision = draft.row.revision + 1;
    let input = Signing { order, revision, dated: Some(dated), number: None, signatory: None, despite: None };
    orders::sign(w, admin, &tools, &input, now)?;
    Ok(())
}

/// What the program proposes, with what only people know.
fn filled(proposal: Content, passed: &BTreeSet<EnrolmentId>) -> Content {
    match proposal {
        Content::Enrolment { people, .. } => Content::Enrolment {
            responsible_post: "методист".to_owned(),
            responsible_name: "Е. В. Соколова".to_owned(),
            people,
        },
        Content::Commission { .. } => Content::Commission { members: commission() },
        Content::AssessmentSheet { assessment, entries } => {
            let entries = entries.into_iter().map(|one| judged(one, passed)).collect();
            Content::AssessmentSheet { assessment, entries }
        }
        other => other,
    }
}

fn judged(entry: Entry, passed: &BTreeSet<EnrolmentId>) -> Entry {
    if passed.contains(&entry.enrolment) {
        let grade = Some("зачтено".to_owned());
        return Entry { outcome: Outcome::Passed, grade, ..entry };
    }
    let outcome = if entry.percent.is_some() { Outcome::Failed } else { Outcome::Absent };
    let grade = (outcome == Outcome::Failed).then(|| "не зачтено".to_owned());
    Entry { outcome, grade, ..entry }
}

/// People from outside, who are tied to nobody.
fn commission() -> Vec<Member> {
    let member = |role, surname: &str, given: &str, patronymic: &str, post: &str| Member {
        role,
        person: None,
        name: PersonName::new(surname, given, Some(patronymic)),
        post: post.to_owned(),
    };
    vec![
        member(MemberRole::Chair, "Громова", "Наталья", "Викторовна", "проректор по учебной работе"),
        member(MemberRole::Member, "Тарасов", "Олег", "Игоревич", "заместитель директора фонда"),
        member(MemberRole::Member, "Искакова", "Жанна", "Маратовна", "руководитель программ"),
        member(MemberRole::Secretary, "Фомина", "Полина", "Андреевна", "специалист учебного отдела"),
    ]
}
