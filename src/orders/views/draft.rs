//! The form of a draft: one thing a page, by the kind of the paper.

mod lines;

use super::compare::{Difference, differences};
use super::{
    Crumb, Editor, Refused, Telling, editor, field, kind_key, samples, summary, to_edition, to_trail, whole,
};
use crate::kernel::{Fault, PersonName, Problem};
use crate::orders::actions::Shown;
use crate::orders::rules::LONGEST_REASON;
use crate::orders::rules::content::{Content, Member};
use crate::web::{Choice, Field, Form, Title, View, paths};
use lines::{EntryLine, LeaverLine, ListedLine, MemberLine};
use serde::Serialize;

/// How many people a commission has at most.
pub const MOST_MEMBERS: usize = 9;
/// With fewer people to choose from, nobody needs to search among them.
const FEW: usize = 15;

/// The page.
#[derive(Debug, Serialize)]
pub struct DraftPage {
    crumbs: Vec<Crumb>,
    heading_key: String,
    url: String,
    back_url: String,
    /// Somebody else has saved the draft since the form was opened.
    overtaken: Option<Overtaken>,
    revision: i32,
    summary: Vec<Field>,
    whole: Vec<Fault>,
    limit: usize,
    /// Lines of text, in their order.
    texts: Vec<TextField>,
    listed: Vec<ListedLine>,
    members: Vec<MemberLine>,
    /// Looks for more people to choose from.
    search: Option<Field>,
    present: Option<Choices>,
    entries: Vec<EntryLine>,
    leavers: Vec<LeaverLine>,
    person: Option<String>,
}

/// Who was first, and how what they saved differs from what was typed here.
#[derive(Debug, Serialize)]
struct Overtaken {
    by: Editor,
    differences: Vec<Difference>,
    /// The form with what is saved.
    take_url: String,
}

#[derive(Debug, Serialize)]
pub(super) struct TextField {
    pub(super) field: Field,
    pub(super) label_key: String,
    hint_key: Option<String>,
    long: bool,
}

#[derive(Debug, Serialize)]
struct Choices {
    field: Field,
    options: Vec<Choice>,
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
            overtaken: None,
            revision: row.revision,
            summary: summary(refused),
            whole: whole(refused, &[]),
            limit: LONGEST_REASON,
            texts: texts(content, refused),
            listed: Vec::new(),
            members: Vec::new(),
            search: None,
            present: None,
            entries: Vec::new(),
            leavers: Vec::new(),
            person: None,
        };
        page.whole.retain(|fault| ["paper", "people", "members", "entries"].contains(&fault.field.as_str()));
        page.fill(shown, content, refused, telling);
        page
    }

    /// The form with what was typed, after somebody else has saved the draft: who that was, and what differs. It carries the
    /// revision of what is saved, so that sending it once more saves it over that.
    pub fn overtaken(shown: &Shown, mine: &Content, form: &Form, telling: Telling<'_>) -> DraftPage {
        let nothing = Problem::invalid(Vec::new());
        let page = DraftPage::new(shown, mine, Some((form, &nothing)), telling);
        let overtaken = Overtaken {
            by: editor(shown, telling),
            differences: differences(shown, mine, telling),
            take_url: paths::edit_order(shown.row.id),
        };
        DraftPage { overtaken: Some(overtaken), ..page }
    }

    fn fill(&mut self, shown: &Shown, content: &Content, refused: Refused<'_>, telling: Telling<'_>) {
        let group = &shown.desk.group;
        match content {
            Content::Enrolment { people, .. } => self.listed = lines::listed(group, people, refused),
            Content::Commission { members } => {
                let member =
                    |place: usize| lines::member(shown, (place, members.get(place - 1)), refused, telling);
                self.members = (1..=MOST_MEMBERS).map(member).collect();
                let search = field("search", "", refused);
                let many = shown.colleagues.len() > FEW || !search.value.is_empty();
                self.search = many.then_some(search);
            }
            Content::AssessmentSheet { entries, .. } => {
                self.entries = lines::assessed(group, entries, refused, telling);
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
            Content::Closing { people } => self.leavers = lines::leavers(group, people, telling),
            Content::Expulsion { enrolment, .. } => {
                self.person = group.name(*enrolment).map(PersonName::full);
            }
            Content::Correction { .. } | Content::Cancellation { .. } => {}
        }
    }
}

/// The lines of text of a kind of paper.
pub(super) fn texts(content: &Content, refused: Refused<'_>) -> Vec<TextField> {
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
        let typed = Form::of(&[("responsible_name", "А. С. Петрова"), ("person-1", "9"), ("search", "Ким")]);
        pages.extend(
            drafts.iter().map(|shown| DraftPage::overtaken(shown, &shown.row.content.0, &typed, telling)),
        );
        pages.extend(
            samples::changed().map(|(shown, mine)| DraftPage::overtaken(&shown, &mine, &typed, telling)),
        );
        pages
    }
}
