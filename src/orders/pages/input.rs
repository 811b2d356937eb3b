//! Forms of this room, read into what its actions take. Every fault at once; nothing typed is lost.

use crate::kernel::name::tidy;
use crate::kernel::{EditionId, EnrolmentId, Fault, OrderId, PersonId, PersonName, Problem, Word as _};
use crate::orders::actions::{Begin, Shown, Signing};
use crate::orders::rules::content::{
    Content, Ending, Entry, Leaver, Listed, Member, MemberRole, Outcome, ground_of, split_name,
};
use crate::orders::rules::snapshot::Signatory;
use crate::orders::rules::words::OrderKind;
use crate::orders::views::MOST_MEMBERS;
use crate::web::{Form, FormErrors};
use std::collections::BTreeSet;

/// Which paper is begun.
///
/// # Errors
/// `Invalid` where none was chosen.
pub fn begin(form: &Form, edition: EditionId) -> Result<Begin, Problem> {
    let Some(kind) = OrderKind::parse(form.raw("kind")) else {
        return Err(Problem::invalid(vec![Fault::new("paper", "choose-one")]));
    };
    let (enrolment, about) = (form.text("enrolment").parse().ok(), form.text("about").parse().ok());
    Ok(Begin { edition, kind, enrolment, about })
}

/// The revision that was looked at.
pub fn revision(form: &Form) -> i32 {
    form.text("revision").parse().unwrap_or(-1)
}

/// What is typed at signing.
///
/// # Errors
/// `Invalid` for what is no date.
pub fn signing(form: &Form, order: OrderId) -> Result<Signing, Problem> {
    let mut errors = FormErrors::new();
    let dated = errors.date(form, "dated");
    let said = |name: &str| Some(form.text(name)).filter(|text| !text.is_empty());
    let signatory = form
        .ticked("signatory_post")
        .then(|| Signatory { post: form.text("signatory_post"), name: form.text("signatory_name") });
    let (number, despite) = (said("number"), said("despite"));
    errors.into_result(Signing { order, revision: revision(form), dated, number, signatory, despite })
}

/// What a draft says as it was typed, with what cannot be read.
pub fn content(form: &Form, shown: &Shown) -> (Content, Vec<Fault>) {
    let mut faults = Vec::new();
    let text = |name: &str| tidy(form.raw(name));
    let content = match &shown.row.content.0 {
        Content::Enrolment { .. } => Content::Enrolment {
            responsible_post: text("responsible_post"),
            responsible_name: text("responsible_name"),
            people: listed(form),
        },
        Content::Commission { .. } => Content::Commission { members: members(form, shown, &mut faults) },
        Content::AssessmentSheet { .. } => {
            Content::AssessmentSheet { assessment: text("assessment"), entries: entries(form, &mut faults) }
        }
        Content::Protocol { .. } => Content::Protocol {
            present: form.all("present").iter().filter_map(|place| place.parse().ok()).collect(),
            topic: text("topic"),
            questions: form.raw("questions").lines().map(tidy).filter(|line| !line.is_empty()).collect(),
            opinions: Some(text("opinions")).filter(|said| !said.is_empty()),
        },
        Content::Closing { .. } => Content::Closing { people: leavers(form) },
        Content::Expulsion { enrolment, .. } => {
            Content::Expulsion { enrolment: *enrolment, reason: text("reason"), ground: text("ground") }
        }
        Content::Correction { .. } => Content::Correction { change: text("change"), ground: text("ground") },
        Content::Cancellation { .. } => Content::Cancellation { ground: text("ground") },
    };
    (content, faults)
}

fn listed(form: &Form) -> Vec<Listed> {
    let chosen: BTreeSet<EnrolmentId> = form.all("people").iter().filter_map(|id| id.parse().ok()).collect();
    let listed = |enrolment: EnrolmentId| Listed { enrolment, ground: form.text(&ground_of(enrolment)) };
    chosen.into_iter().map(listed).collect()
}

/// Who is chosen in the rows of a commission.
pub fn chosen(form: &Form) -> Vec<PersonId> {
    (1..=MOST_MEMBERS).filter_map(|place| form.text(&format!("person-{place}")).parse().ok()).collect()
}

/// The rows of a commission; one without person and name is left out. Whoever is in the draft already stays in it, also
/// when they are no longer offered.
fn members(form: &Form, shown: &Shown, faults: &mut Vec<Fault>) -> Vec<Member> {
    let mut members = Vec::new();
    for place in 1..=MOST_MEMBERS {
        let person: Option<PersonId> = form.text(&format!("person-{place}")).parse().ok();
        let typed = form.text(&format!("name-{place}"));
        let post = form.text(&format!("post-{place}"));
        if person.is_none() && typed.is_empty() {
            continue;
        }
        let known = person.and_then(|id| shown.colleagues.iter().find(|one| one.person == id));
        let mut saved = shown.row.content.0.members().iter();
        let before = person.and_then(|id| saved.find(|one| one.person == Some(id)));
        let name = known.map(|one| one.name.clone()).or_else(|| before.map(|one| one.name.clone()));
        let name = name.or_else(|| split_name(&typed));
        if name.is_none() {
            faults.push(Fault::new(format!("person-{place}"), "order-member-name"));
        }
        let role = MemberRole::parse(form.raw(&format!("role-{place}")));
        if role.is_none() {
            faults.push(Fault::new(format!("role-{place}"), "choose-one"));
        }
        let usual = || known.and_then(|one| one.post.clone()).unwrap_or_default();
        members.push(Member {
            role: role.unwrap_or(MemberRole::Member),
            person: person.filter(|_| known.is_some() || before.is_some()),
            name: name.unwrap_or_else(|| PersonName::new(&typed, "", None)),
            post: if post.is_empty() { usual() } else { post },
        });
    }
    members
}

/// The lines of a sheet. One for which nothing was chosen is in it and not decided; one that is not to be in it says so.
fn entries(form: &Form, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let offered = form.all("entry").iter().map(String::as_str);
    let offered = offered.chain(form.under("outcome-").map(|(id, _)| id));
    let people: BTreeSet<EnrolmentId> = offered.filter_map(|id| id.parse().ok()).collect();
    let mut entries = Vec::new();
    for enrolment in people {
        let field = format!("outcome-{enrolment}");
        let outcome = Outcome::parse(form.raw(&field));
        if outcome.is_none() && form.ticked(&field) {
            continue;
        }
        let field = format!("percent-{enrolment}");
        let typed = form.text(&field);
        let percent: Option<i32> = typed.parse().ok();
        if percent.is_none() && !typed.is_empty() {
            faults.push(Fault::new(field, "not-a-number"));
        }
        let grade = form.text(&format!("grade-{enrolment}"));
        let topic = tidy(form.raw(&format!("topic-{enrolment}")));
        entries.push(Entry {
            enrolment,
            outcome,
            percent,
            grade: Some(grade).filter(|text| !text.is_empty()),
            topic: Some(topic).filter(|text| !text.is_empty()),
        });
    }
    entries
}

fn leavers(form: &Form) -> Vec<Leaver> {
    let leaver = |(id, ending): (&str, &str)| {
        Some(Leaver { enrolment: id.parse().ok()?, ending: Ending::parse(ending)? })
    };
    let mut people: Vec<Leaver> = form.under("ending-").filter_map(leaver).collect();
    people.sort_by_key(|one| one.enrolment);
    people
}
