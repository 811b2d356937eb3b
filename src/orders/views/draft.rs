//! The form of a draft: one thing a page, by the kind of the paper.

use super::{Crumb, Refused, Telling, field, kind_key, samples, summary, to_edition, to_trail, whole};
use crate::kernel::{EnrolmentId, Fault, PersonName, Word as _};
use crate::orders::actions::{Group, Shown};
use crate::orders::rules::LONGEST_REASON;
use crate::orders::rules::content::{Content, Ending, Entry, Leaver, Listed, Member, Outcome, ground_of};
use crate::orders::rules::standing::Own;
use crate::web::{Choice, Field, Title, View, paths};
use serde::Serialize;

/// How many people a commission has at most.
pub const MOST_MEMBERS: usize = 9;

/// The page.
#[derive(Debug, Serialize)]
pub struct DraftPage {
    crumbs: Vec<Crumb>,
    heading_key: String,
    url: String,
    back_url: String,
    revision: i32,
    summary: Vec<Field>,
    whole: Vec<Fault>,
    limit: usize,
    /// Lines of text, in their order.
    texts: Vec<TextField>,
    listed: Vec<ListedLine>,
    members: Vec<MemberLine>,
    present: Option<Choices>,
    entries: Vec<EntryLine>,
    leavers: Vec<LeaverLine>,
    person: Option<String>,
}

#[derive(Debug, Serialize)]
struct TextField {
    field: Field,
    label_key: String,
    hint_key: Option<String>,
    long: bool,
}

#[derive(Debug, Serialize)]
struct ListedLine {
    id: String,
    value: String,
    who: String,
    chosen: bool,
    ground: Field,
}

#[derive(Debug, Serialize)]
struct MemberLine {
    place: usize,
    role: Field,
    roles: Vec<Choice>,
    person: Field,
    people: Vec<Choice>,
    typed: Field,
    post: Field,
}

#[derive(Debug, Serialize)]
struct Choices {
    field: Field,
    options: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct EntryLine {
    who: String,
    outcome: Field,
    outcomes: Vec<Choice>,
    percent: Field,
    grade: Field,
    topic: Field,
}

#[derive(Debug, Serialize)]
struct LeaverLine {
    who: String,
    ending: Field,
    endings: Vec<Choice>,
}

impl DraftPage {
    /// The form with what the draft says, or with what was typed.
    pub fn new(shown: &Shown, content: &Content, refused: Refused<'_>, telling: Telling<'_>) -> DraftPage {
        let (row, group) = (&shown.row, &shown.desk.group);
        let mut page = DraftPage {
            crumbs: vec![
                to_edition(group.edition.id, &group.edition.title),
                to_trail(group.edition.id, telling),
            ],
            heading_key: kind_key(row.kind),
            url: paths::order(row.id),
            back_url: paths::order(row.id),
            revision: row.revision,
            summary: summary(refused),
            whole: whole(refused, &[]),
            limit: LONGEST_REASON,
            texts: texts(content, refused),
            listed: Vec::new(),
            members: Vec::new(),
            present: None,
            entries: Vec::new(),
            leavers: Vec::new(),
            person: None,
        };
        page.whole.retain(|fault| ["paper", "people", "members", "entries"].contains(&fault.field.as_str()));
        page.fill(shown, content, refused, telling);
        page
    }

    fn fill(&mut self, shown: &Shown, content: &Content, refused: Refused<'_>, telling: Telling<'_>) {
        let group = &shown.desk.group;
        match content {
            Content::Enrolment { people, .. } => self.listed = listed(group, people, refused),
            Content::Commission { members } => {
                let member = |place: usize| member(shown, (place, members.get(place - 1)), refused, telling);
                self.members = (1..=MOST_MEMBERS).map(member).collect();
            }
            Content::AssessmentSheet { entries, .. } => {
                self.entries = assessed(group, entries, refused, telling);
            }
            Content::Protocol { present, .. } => {
                let option = |(place, one): (usize, &Member)| Choice {
                    value: (place + 1).to_string(),
                    label: format!("{}, {}", one.name.full(), one.post),
                    selected: present.contains(&(place + 1)),
                };
                let options = shown.desk.commission.iter().enumerate().map(option).collect();
                self.present = Some(Choices { field: field("present", "", refused), options });
            }
            Content::Closing { people } => self.leavers = leavers(group, people, telling),
            Content::Expulsion { enrolment, .. } => {
                self.person = group.name(*enrolment).map(PersonName::full);
            }
            Content::Correction { .. } | Content::Cancellation { .. } => {}
        }
    }
}

/// The lines of text of a kind of paper.
fn texts(content: &Content, refused: Refused<'_>) -> Vec<TextField> {
    let text = |name: &str, value: &str, long: bool| TextField {
        field: field(name, value, refused),
        label_key: format!("orders-field-{}", name.replace('_', "-")),
        hint_key: Some(format!("orders-hint-{}", name.replace('_', "-"))),
        long,
    };
    match content {
        Content::Enrolment { responsible_post, responsible_name, .. } => {
            let post = text("responsible_post", responsible_post, false);
            vec![post, text("responsible_name", responsible_name, false)]
        }
        Content::Commission { .. } | Content::Closing { .. } => Vec::new(),
        Content::AssessmentSheet { assessment, .. } => vec![text("assessment", assessment, false)],
        Content::Protocol { topic, questions, opinions, .. } => vec![
            text("topic", topic, true),
            text("questions", &questions.join("\n"), true),
            text("opinions", opinions.as_deref().unwrap_or_default(), true),
        ],
        Content::Expulsion { reason, ground, .. } => {
            vec![text("reason", reason, false), text("ground", ground, false)]
        }
        Content::Correction { change, ground } => {
            vec![text("change", change, true), text("ground", ground, false)]
        }
        Content::Cancellation { ground } => vec![text("ground", ground, true)],
    }
}

/// Who is in the edition and in no order of enrolment, and whoever the draft names.
fn listed(group: &Group, people: &[Listed], refused: Refused<'_>) -> Vec<ListedLine> {
    let waiting = group.unenrolled();
    let named = |id: EnrolmentId| people.iter().find(|one| one.enrolment == id);
    let offered = group
        .trainees
        .iter()
        .filter(|one| waiting.contains(&one.enrolment) || named(one.enrolment).is_some());
    let line = |one: &crate::orders::store::group::Trainee| {
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

fn member(
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
    let roles = ["chair", "member", "secretary"];
    let people = shown.desk.colleagues.iter();
    MemberLine {
        place,
        role: field(&format!("role-{place}"), role, refused),
        roles: roles
            .map(|one| Choice::new(one, (telling.say)(&format!("orders-role-{one}")), role))
            .into_iter()
            .collect(),
        person: field(&format!("person-{place}"), "", refused),
        people: people.map(|one| Choice::new(one.person, one.name.full(), &person)).collect(),
        typed: field(&format!("name-{place}"), typed, refused),
        post: field(&format!("post-{place}"), post, refused),
    }
}

fn assessed(group: &Group, entries: &[Entry], refused: Refused<'_>, telling: Telling<'_>) -> Vec<EntryLine> {
    let own = group.standing.own();
    let line = |one: &crate::orders::store::group::Trainee| {
        let entry = entries.iter().find(|entry| entry.enrolment == one.enrolment);
        let open = own.get(&one.enrolment).is_some_and(|own| own.studies() && !own.passed());
        if entry.is_none() && !open {
            return None;
        }
        let id = one.enrolment;
        let outcome = entry.map(|entry| entry.outcome.as_str()).unwrap_or_default();
        let choice = |word: &str, key: String| Choice::new(word, (telling.say)(&key), outcome);
        let mut outcomes: Vec<Choice> =
            Outcome::WORDS.iter().map(|word| choice(word, format!("orders-part-{word}"))).collect();
        outcomes.push(choice("", "orders-not-now".to_owned()));
        let percent = entry.and_then(|entry| entry.percent).map(|percent| percent.to_string());
        let grade = entry.and_then(|entry| entry.grade.clone());
        let topic = entry.and_then(|entry| entry.topic.clone());
        Some(EntryLine {
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

fn leavers(group: &Group, people: &[Leaver], telling: Telling<'_>) -> Vec<LeaverLine> {
    let own = group.standing.own();
    let line = |one: &crate::orders::store::group::Trainee| {
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

impl View for DraftPage {
    const TEMPLATE: &'static str = "pages/orders/draft";

    fn title(&self) -> Title {
        Title::key("orders-draft-title")
    }

    fn samples() -> Vec<DraftPage> {
        let (say, reader) = (|key: &str| key.to_owned(), crate::web::Reader::sample());
        let telling = Telling { reader: &reader, say: &say };
        let (form, problem) = samples::refused("responsible_post");
        let drafts = samples::drafts();
        let page = |shown: &Shown| DraftPage::new(shown, &shown.row.content.0, None, telling);
        let mut pages: Vec<DraftPage> = drafts.iter().map(page).collect();
        pages.extend(
            drafts
                .first()
                .map(|shown| DraftPage::new(shown, &shown.row.content.0, Some((&form, &problem)), telling)),
        );
        pages
    }
}
