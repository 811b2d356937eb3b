//! What an organisation is, what must be typed about it, and how the tree of organisations is read. Pure.

use crate::kernel::name::{fold, fold_loose, tidy};
use crate::kernel::{Actor, Fault, OrganisationId, Problem};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The sector an organisation belongs to: seven kinds that take part in partnerships, and the rest (B2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// A public authority or a state institution.
    State,
    /// A non-profit organisation.
    Npo,
    /// A company.
    Business,
    /// An institution for children.
    ChildInstitution,
    /// A university or a college.
    University,
    /// Press, radio, television.
    Media,
    /// A grant-making foundation.
    Foundation,
    /// Anything else.
    Other,
}

impl Sector {
    /// Every sector, in the order of the list.
    pub const ALL: [Sector; 8] = [
        Sector::State,
        Sector::Npo,
        Sector::Business,
        Sector::ChildInstitution,
        Sector::University,
        Sector::Media,
        Sector::Foundation,
        Sector::Other,
    ];

    /// The sector as rows and the API spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Sector::State => "state",
            Sector::Npo => "npo",
            Sector::Business => "business",
            Sector::ChildInstitution => "child_institution",
            Sector::University => "university",
            Sector::Media => "media",
            Sector::Foundation => "foundation",
            Sector::Other => "other",
        }
    }

    /// The sector of a stored text.
    pub fn parse(text: &str) -> Option<Sector> {
        Sector::ALL.into_iter().find(|sector| sector.as_str() == text)
    }
}

/// An organisation as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The full name, as on papers.
    pub name: String,
    /// The name people use; the full one when it is empty.
    pub short_name: String,
    /// The sector.
    pub sector: String,
    /// The id of the organisation above it, or nothing.
    pub parent: String,
    /// The city.
    pub city: String,
    /// The licence line of papers.
    pub licence: String,
    /// The post of the head, as papers print it.
    pub head_post: String,
    /// The name of the head, as papers print it.
    pub head_name: String,
}

/// An organisation with nothing wrong about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The full name, as on papers.
    pub name: String,
    /// The name people use.
    pub short_name: String,
    /// The sector.
    pub sector: Sector,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
    /// The city.
    pub city: Option<String>,
    /// The licence line of papers.
    pub licence: Option<String>,
    /// The post of the head, as papers print it.
    pub head_post: Option<String>,
    /// The name of the head, as papers print it.
    pub head_name: Option<String>,
}

/// The longest full name.
pub const NAME_LIMIT: usize = 300;

impl Details {
    /// An organisation of which only the name is known.
    pub fn named(name: &str, sector: Sector) -> Details {
        let name = tidy(name);
        Details {
            short_name: name.clone(),
            name,
            sector,
            parent: None,
            city: None,
            licence: None,
            head_post: None,
            head_name: None,
        }
    }

    /// The form under which the name is unique.
    pub fn name_fold(&self) -> String {
        fold(&self.name)
    }
}

impl Draft {
    /// The typed texts as details.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn check(&self) -> Result<Details, Problem> {
        let mut faults = Vec::new();
        let mut text = |field: &str, value: &str, limit: usize| {
            let value = tidy(value);
            if value.chars().count() > limit {
                faults.push(Fault::new(field, "too-long").with("limit", limit));
            }
            Some(value).filter(|value| !value.is_empty())
        };
        let name = text("name", &self.name, NAME_LIMIT);
        let short_name = text("short_name", &self.short_name, 120);
        let city = text("city", &self.city, 120);
        let licence = text("licence", &self.licence, 300);
        let head_post = text("head_post", &self.head_post, 200);
        let head_name = text("head_name", &self.head_name, 200);
        if name.is_none() {
            faults.push(Fault::new("name", "required"));
        }
        let sector = Sector::parse(self.sector.trim());
        if sector.is_none() {
            faults.push(Fault::new("sector", "choose-one"));
        }
        let parent = self.parent.trim();
        let above = parent.parse::<OrganisationId>().ok();
        if above.is_none() && !parent.is_empty() {
            faults.push(Fault::new("parent", "unknown"));
        }
        let (Some(name), Some(sector), true) = (name, sector, faults.is_empty()) else {
            return Err(Problem::invalid(faults));
        };
        let short_name = short_name.unwrap_or_else(|| name.clone());
        Ok(Details { name, short_name, sector, parent: above, city, licence, head_post, head_name })
    }
}

/// Whether somebody may change an organisation: administrators of the site, of it, and of those above it.
pub fn may_change(actor: &Actor, chain: &[OrganisationId]) -> bool {
    chain.iter().any(|above| actor.require_administrator_of(*above).is_ok())
        || actor.require_site_administrator().is_ok()
}

/// Who stands under whom.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    parents: BTreeMap<OrganisationId, OrganisationId>,
}

impl Tree {
    /// A tree of (organisation, the one above it).
    pub fn of(pairs: impl IntoIterator<Item = (OrganisationId, OrganisationId)>) -> Tree {
        Tree { parents: pairs.into_iter().collect() }
    }

    /// An organisation and those above it, from the nearest. Ends even where rows form a ring.
    pub fn chain(&self, organisation: OrganisationId) -> Vec<OrganisationId> {
        let mut chain = vec![organisation];
        let mut at = organisation;
        while let Some(above) = self.parents.get(&at).filter(|above| !chain.contains(above)) {
            chain.push(*above);
            at = *above;
        }
        chain
    }

    /// Organisations with all that stand under them.
    pub fn with_those_under(&self, roots: &[OrganisationId]) -> Vec<OrganisationId> {
        let roots: BTreeSet<OrganisationId> = roots.iter().copied().collect();
        let under = |id: &&OrganisationId| self.chain(**id).iter().any(|above| roots.contains(above));
        let mut all: BTreeSet<OrganisationId> = self.parents.keys().filter(under).copied().collect();
        all.extend(roots);
        all.into_iter().collect()
    }

    /// The organisations in the order of the tree, each with its depth: by name among neighbours, and each
    /// followed by those under it.
    pub fn in_order(&self, names: &[(OrganisationId, &str)]) -> Vec<(OrganisationId, usize)> {
        let key = |name: &str| (fold_loose(name), fold(name));
        let keys: BTreeMap<OrganisationId, (String, String)> =
            names.iter().map(|(id, name)| (*id, key(name))).collect();
        let path = |id: OrganisationId| {
            let mut path: Vec<_> = self.chain(id).iter().map(|at| (keys.get(at).cloned(), *at)).collect();
            path.reverse();
            path
        };
        let mut rows: Vec<_> = names.iter().map(|(id, _)| (path(*id), *id)).collect();
        rows.sort();
        rows.into_iter().map(|(path, id)| (id, path.len() - 1)).collect()
    }
}

/// Whether a name, short name or city holds what somebody searches for; case, ё, and the letters that a
/// Russian keyboard lacks make no difference.
pub fn matches(wanted: &str, texts: &[&str]) -> bool {
    let wanted = fold_loose(wanted);
    wanted.is_empty() || texts.iter().any(|text| fold_loose(text).contains(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINISTRY: OrganisationId = OrganisationId(1);
    const CENTRE: OrganisationId = OrganisationId(2);
    const HOME: OrganisationId = OrganisationId(3);

    #[test]
    fn every_fault_is_named_at_once() {
        let draft = Draft { parent: "x".into(), city: "я".repeat(121), ..Draft::default() };
        let problem = draft.check().unwrap_err();
        let faults: Vec<_> = problem.faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        let expected =
            [("city", "too-long"), ("name", "required"), ("sector", "choose-one"), ("parent", "unknown")];
        assert_eq!(faults, expected);
    }

    #[test]
    fn the_short_name_is_the_full_one_when_nobody_typed_it() {
        let draft =
            Draft {
                name: " Фонд\u{a0}«Рядом» ".into(), sector: "foundation".into(), ..Draft::default()
            };
        let details = draft.check().unwrap();
        assert_eq!((details.name.as_str(), details.short_name.as_str()), ("Фонд «Рядом»", "Фонд «Рядом»"));
        assert_eq!(Details::named("ФОНД «РЯДОМ»", Sector::Other).name_fold(), details.name_fold());
    }

    #[test]
    fn a_ministry_has_what_is_under_it_and_a_centre_does_not_see_its_sister() {
        let tree = Tree::of([(CENTRE, MINISTRY), (HOME, MINISTRY)]);
        assert_eq!(tree.with_those_under(&[MINISTRY]), [MINISTRY, CENTRE, HOME]);
        assert_eq!(tree.with_those_under(&[CENTRE]), [CENTRE]);
        assert_eq!(tree.chain(HOME), [HOME, MINISTRY]);
    }

    #[test]
    fn a_ring_of_parents_ends() {
        let ring = Tree::of([(CENTRE, HOME), (HOME, CENTRE)]);
        assert_eq!(ring.chain(CENTRE), [CENTRE, HOME]);
        assert_eq!(ring.with_those_under(&[HOME]).len(), 2);
    }

    #[test]
    fn neighbours_stand_by_name_and_children_follow_their_parent() {
        let tree = Tree::of([(CENTRE, MINISTRY)]);
        let names = [(HOME, "Ясли"), (CENTRE, "Әлеуметтік орталық"), (MINISTRY, "министерство")];
        assert_eq!(tree.in_order(&names), [(MINISTRY, 0), (CENTRE, 1), (HOME, 0)]);
    }

    #[test]
    fn a_russian_keyboard_finds_a_kazakh_name() {
        assert!(matches("алеуметтик", &["Әлеуметтік орталық"]));
        assert!(!matches("банк", &["Әлеуметтік орталық"]));
    }
}
