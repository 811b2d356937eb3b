//! The lines of the form: people enrolled, a commission, a sheet, those who leave.

use super::super::{Refused, Telling, field};
use crate::kernel::{EnrolmentId, Word as _};
use crate::orders::actions::{Group, Shown};
use crate::orders::rules::content::{Ending, Entry, Leaver, Listed, Member, MemberRole, Outcome, ground_of};
use crate::orders::rules::standing::Own;
use crate::orders::store::group::Trainee;
use crate::web::{Choice, Field};
use serde::Serialize;

/// What stands for an outcome that nobody has chosen: no value of the form.
const UNDECIDED: &str = "-";

#[derive(Debug, Serialize)]
pub(super) struct ListedLine {
    id: String,
    value: String,
    who: String,
    chosen: bool,
    ground: Field,
}

#[derive(Debug, Serialize)]
pub(super) struct MemberLine {
    place: usize,
    role: Field,
    roles: Vec<Choice>,
    person: Field,
    people: Vec<Choice>,
    typed: Field,
    post: Field,
}

#[derive(Debug, Serialize)]
pub(super) struct EntryLine {
    id: String,
    who: String,
    outcome: Field,
    outcomes: Vec<Choice>,
    percent: Field,
    grade: Field,
    topic: Field,
}

#[derive(Debug, Serialize)]
pub(super) struct LeaverLine {
    who: String,
    ending: Field,
    endings: Vec<Choice>,
}

/// Who is in the edition and in no order of enrolment, and whoever the draft names.
pub(super) fn listed(group: &Group, people: &[Listed], refused: Refused<'_>) -> Vec<ListedLine> {
    let waiting = group.unenrolled();
    let named = |id: EnrolmentId| people.iter().find(|one| one.enrolment == id);
    let offered = group
        .trainees
        .iter()
        .filter(|one| waiting.contains(&one.enrolment) || named(one.enrolment).is_some());
    let line = |one: &Trainee| {
        let listed = named(one.enrolment);
        let ground = listed.map(|listed| listed.ground.clone()).unwrap_or_default();
        ListedLine {
            id: format!("field-people-{}", one.enrolment),
            value: one.enrolment.to_string(),
            who: one.name.full(),
            chosen: listed.is_some(),
            ground: field(&ground_of(one.enrolment), ground, refused),
        }
    };
    offered.map(line).collect()
}

/// A row of a commission: as it was typed where it was, else as the draft says it.
pub(super) fn member(
    shown: &Shown,
    (place, member): (usize, Option<&Member>),
    refused: Refused<'_>,
    telling: Telling<'_>,
) -> MemberLine {
    let role = member.map(|one| one.role.as_str()).unwrap_or(match place {
        1 => "chair",
        _ => "member",
    });
    let person = member.and_then(|one| one.person).map(|id| id.to_string()).unwrap_or_default();
    let typed = member.filter(|one| one.person.is_none()).map(|one| one.name.full()).unwrap_or_default();
    let post = member.map(|one| one.post.clone()).unwrap_or_default();
    let name = format!("person-{place}");
    let chosen = refused.filter(|(form, _)| form.ticked(&name)).map(|(form, _)| form.text(&name));
    let role = field(&format!("role-{place}"), role, refused);
    let roles = MemberRole::WORDS.iter();
    MemberLine {
        place,
        roles: roles
            .map(|one| Choice::new(one, (telling.say)(&format!("orders-role-{one}")), &role.value))
            .collect(),
        role,
        person: field(&name, "", refused),
        people: offered(shown, &chosen.unwrap_or(person)),
        typed: field(&format!("name-{place}"), typed, refused),
        post: field(&format!("post-{place}"), post, refused),
    }
}

/// Who can be chosen, and whoever is chosen already, also when they are no longer offered.
fn offered(shown: &Shown, chosen: &str) -> Vec<Choice> {
    let choice = |id, name: String| Choice::new(id, name, chosen);
    let mut people: Vec<Choice> =
        shown.colleagues.iter().map(|one| choice(one.person, one.name.full())).collect();
    if !chosen.is_empty() && !people.iter().any(|one| one.selected) {
        let saved = shown.row.content.0.members().iter();
        let mut saved = saved.filter_map(|one| Some((one.person?, one.name.full())));
        let kept = saved.find(|(id, _)| id.to_string() == chosen);
        people.extend(kept.map(|(id, name)| choice(id, name)));
    }
    people
}

pub(super) fn assessed(
    group: &Group,
    entries: &[Entry],
    refused: Refused<'_>,
    telling: Telling<'_>,
) -> Vec<EntryLine> {
    let own = group.standing.own();
    let line = |one: &Trainee| {
        let entry = entries.iter().find(|entry| entry.enrolment == one.enrolment);
        let open = own.get(&one.enrolment).is_some_and(|own| own.studies() && !own.passed());
        if entry.is_none() && !open {
            return None;
        }
        let id = one.enrolment;
        let outcome = entry.map(|entry| entry.outcome.map_or(UNDECIDED, Outcome::as_str)).unwrap_or_default();
        let choice = |word: &str, key: String| Choice::new(word, (telling.say)(&key), outcome);
        let mut outcomes: Vec<Choice> =
            Outcome::WORDS.iter().map(|word| choice(word, format!("orders-part-{word}"))).collect();
        outcomes.push(choice("", "orders-not-now".to_owned()));
        let percent = entry.and_then(|entry| entry.percent).map(|percent| percent.to_string());
        let grade = entry.and_then(|entry| entry.grade.clone());
        let topic = entry.and_then(|entry| entry.topic.clone());
        Some(EntryLine {
            id: id.to_string(),
            who: one.name.full(),
            outcome: Field {
                id: format!("field-people-{id}"),
                ..field(&format!("outcome-{id}"), outcome, refused)
            },
            outcomes,
            percent: field(&format!("percent-{id}"), percent.unwrap_or_default(), refused),
            grade: field(&format!("grade-{id}"), grade.unwrap_or_default(), refused),
            topic: field(&format!("topic-{id}"), topic.unwrap_or_default(), refused),
        })
    };
    group.trainees.iter().filter_map(line).collect()
}

pub(super) fn leavers(group: &Group, people: &[Leaver], telling: Telling<'_>) -> Vec<LeaverLine> {
    let own = group.standing.own();
    let line = |one: &Trainee| {
        let leaver = people.iter().find(|leaver| leaver.enrolment == one.enrolment);
        if leaver.is_none() && !own.get(&one.enrolment).is_some_and(Own::studies) {
            return None;
        }
        let ending = leaver.map(|leaver| leaver.ending.as_str()).unwrap_or_default();
        let choice = |word: &str, key: String| Choice::new(word, (telling.say)(&key), ending);
        let mut endings: Vec<Choice> =
            Ending::WORDS.iter().map(|word| choice(word, format!("orders-part-{word}"))).collect();
        endings.push(choice("", "orders-not-now".to_owned()));
        let id = format!("field-people-{}", one.enrolment);
        let field = Field { id, ..Field::filled(&format!("ending-{}", one.enrolment), ending) };
        Some(LeaverLine { who: one.name.full(), ending: field, endings })
    };
    group.trainees.iter().filter_map(line).collect()
}
