//! Whose questions they are, and who may see and change which.

use crate::kernel::{OrganisationId, ProgrammeId};

/// Whom a category belongs to. What stands under it belongs to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// Nobody in particular: the administrators of the site.
    Site,
    /// An organisation.
    Organisation(OrganisationId),
    /// A programme.
    Programme(ProgrammeId),
}

impl Owner {
    /// As forms and addresses spell it: `site`, `organisation-3`, `programme-7`.
    pub fn as_text(self) -> String {
        match self {
            Owner::Site => "site".to_owned(),
            Owner::Organisation(id) => format!("organisation-{id}"),
            Owner::Programme(id) => format!("programme-{id}"),
        }
    }

    /// Reads what [`Owner::as_text`] writes.
    pub fn parse(text: &str) -> Option<Owner> {
        match text.split_once('-') {
            None if text == "site" => Some(Owner::Site),
            Some(("organisation", id)) => Some(Owner::Organisation(id.parse().ok()?)),
            Some(("programme", id)) => Some(Owner::Programme(id.parse().ok()?)),
            _ => None,
        }
    }
}

/// What somebody reaches: administrators of the site everything; administrators of an organisation what is its own
/// and what its programmes ask; trainers what the programmes ask that they teach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Everything, whatever else is listed.
    pub everything: bool,
    /// What belongs to these organisations.
    pub organisations: Vec<OrganisationId>,
    /// What belongs to these programmes.
    pub programmes: Vec<ProgrammeId>,
}

impl Reach {
    /// Everything there is.
    pub fn whole() -> Reach {
        Reach { everything: true, ..Reach::default() }
    }

    /// Whether what belongs to this owner may be seen and changed.
    pub fn covers(&self, owner: Owner) -> bool {
        self.everything
            || match owner {
                Owner::Site => false,
                Owner::Organisation(id) => self.organisations.contains(&id),
                Owner::Programme(id) => self.programmes.contains(&id),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_the_site_reaches_what_is_not_theirs() {
        let reach = Reach {
            everything: false,
            organisations: vec![OrganisationId(1)],
            programmes: vec![ProgrammeId(7)],
        };
        let mine = [Owner::Organisation(OrganisationId(1)), Owner::Programme(ProgrammeId(7))];
        let others = [Owner::Site, Owner::Organisation(OrganisationId(7)), Owner::Programme(ProgrammeId(1))];
        assert!(mine.iter().all(|owner| reach.covers(*owner)));
        assert!(others.iter().all(|owner| !reach.covers(*owner) && Reach::whole().covers(*owner)));
        for owner in mine.into_iter().chain(others) {
            assert_eq!(Owner::parse(&owner.as_text()), Some(owner));
        }
        assert_eq!(Owner::parse("programme-x"), None);
    }
}
