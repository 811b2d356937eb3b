//! Who of a group lacks what for papers.

use crate::countries::views::country_key;
use crate::identities::actions::group::{Group, Member};
use crate::identities::rules::lacking::Lack;
use crate::identities::store::whose::EditionOf;
use crate::kernel::{EditionId, OrganisationId, PersonId, PersonName};
use crate::web::{Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct GroupPage {
    edition: String,
    edition_url: String,
    country_key: &'static str,
    profile_url: String,
    count: usize,
    ready: usize,
    people: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    full_name: String,
    url: String,
    lack_keys: Vec<&'static str>,
    public_name: bool,
}

/// The message that names what is not known.
pub(super) fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::Education => "identities-lack-education",
        Lack::EducationUnseen => "identities-lack-education-unseen",
        Lack::Studying => "identities-lack-studying",
        Lack::Spelling => "identities-lack-spelling",
        Lack::BornOn => "identities-lack-born-on",
        Lack::Sex => "identities-lack-sex",
        Lack::Citizenship => "identities-lack-citizenship",
        Lack::Snils => "identities-lack-snils",
    }
}

impl GroupPage {
    /// A group; those who lack something come first.
    pub fn new(group: &Group) -> GroupPage {
        let line = |member: &Member| Line {
            full_name: member.name.full(),
            url: paths::person_identity(member.person),
            lack_keys: member.lacks.iter().copied().map(lack_key).collect(),
            public_name: member.public_name,
        };
        let (ready, lacking): (Vec<&Member>, Vec<&Member>) =
            group.people.iter().partition(|member| member.lacks.is_empty());
        GroupPage {
            edition: group.edition.title.clone(),
            edition_url: paths::edition(group.edition.id),
            country_key: country_key(group.profile.country),
            profile_url: paths::country(crate::kernel::Word::as_str(group.profile.country)),
            count: group.people.len(),
            ready: ready.len(),
            people: lacking.into_iter().chain(ready).map(line).collect(),
        }
    }
}

impl View for GroupPage {
    const TEMPLATE: &'static str = "pages/identities/group";

    fn title(&self) -> Title {
        Title::key("identities-group-title")
    }

    fn samples() -> Vec<GroupPage> {
        let member = |lacks: &[Lack]| Member {
            person: PersonId(7),
            name: PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы")),
            lacks: lacks.to_vec(),
            public_name: lacks.is_empty(),
        };
        let all = [
            Lack::Education,
            Lack::Studying,
            Lack::Spelling,
            Lack::BornOn,
            Lack::Sex,
            Lack::Citizenship,
            Lack::Snils,
        ];
        let group = |people| Group {
            edition: EditionOf {
                id: EditionId(1),
                title: "2-й поток, осень 2026".into(),
                organisation: OrganisationId(1),
            },
            profile: crate::countries::rules::shipped::profile(crate::countries::rules::Country::Ru),
            people,
        };
        vec![
            GroupPage::new(&group(vec![member(&[]), member(&all)])),
            GroupPage::new(&group(vec![member(&[])])),
            GroupPage::new(&group(Vec::new())),
        ]
    }
}
