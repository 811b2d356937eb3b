//! Who reaches which part of the bank, and the list of what stands there.

use crate::db::Read;
use crate::kernel::{
    Actor, Language, Localised, OrganisationId, Problem, ProgrammeId, QuestionCategoryId, QuestionEntryId,
    Word as _,
};
use crate::questions::rules::QuestionKind;
use crate::questions::rules::filter::Filter;
use crate::questions::rules::folding::fold;
use crate::questions::rules::reach::{Owner, Reach};
use crate::questions::rules::tree::Tree;
use crate::questions::store::{self, Listed, Search, Usage};
use std::collections::HashMap;

/// The part of the bank that somebody reaches.
#[derive(Debug, Clone, Default)]
pub struct Bank {
    /// What is reached.
    pub reach: Reach,
    /// The categories, no others.
    pub tree: Tree,
    organisations: Vec<(OrganisationId, String)>,
    programmes: Vec<(ProgrammeId, Localised)>,
}

impl Bank {
    /// The part of the bank that an actor reaches.
    ///
    /// # Errors
    /// The database's.
    pub fn of(r: &mut Read, actor: &Actor) -> Result<Bank, Problem> {
        let reach = reach(r, actor)?;
        let categories = store::categories(r)?.into_iter().filter(|row| reach.covers(row.owner));
        let tree = Tree::of(categories);
        let (organisations, programmes) = store::owners(r)?;
        Ok(Bank { reach, tree, organisations, programmes })
    }

    /// For the samples of views.
    pub fn sample(tree: Tree, programmes: Vec<(ProgrammeId, Localised)>) -> Bank {
        Bank { reach: Reach::whole(), tree, organisations: Vec::new(), programmes }
    }

    /// Everybody whose questions are reached: programmes, then organisations, then the site.
    pub fn owners(&self) -> Vec<Owner> {
        let programmes = self.programmes.iter().map(|(id, _)| Owner::Programme(*id));
        let organisations = self.organisations.iter().map(|(id, _)| Owner::Organisation(*id));
        let all = programmes.chain(organisations).chain([Owner::Site]);
        all.filter(|owner| self.reach.covers(*owner)).collect()
    }

    /// The name of whom something belongs to; nothing for the site.
    pub fn owner_name(&self, owner: Owner, reader: Language) -> Option<String> {
        match owner {
            Owner::Site => None,
            Owner::Organisation(wanted) => {
                self.organisations.iter().find(|(id, _)| *id == wanted).map(|(_, name)| name.clone())
            }
            Owner::Programme(wanted) => self
                .programmes
                .iter()
                .find(|(id, _)| *id == wanted)
                .map(|(_, title)| title.for_reader(reader).to_owned()),
        }
    }

    fn wanted(&self, filter: &Filter) -> Option<Vec<QuestionCategoryId>> {
        let all = || self.tree.all();
        if let Ok(id) = filter.category.parse::<QuestionCategoryId>() {
            return Some(self.tree.with_those_under(id));
        }
        if let Some(owner) = Owner::parse(&filter.owner) {
            return Some(all().filter(|row| row.owner == owner).map(|row| row.id).collect());
        }
        (!self.reach.everything).then(|| all().map(|row| row.id).collect())
    }
}

fn reach(r: &mut Read, actor: &Actor) -> Result<Reach, Problem> {
    let roles = &actor.roles;
    if roles.site_administrator {
        return Ok(Reach::whole());
    }
    let mut programmes = Vec::new();
    if !roles.trainer_of.is_empty() {
        programmes = store::programmes_taught(r, &roles.trainer_of)?;
    }
    if !roles.administrator_of.is_empty() {
        programmes.extend(store::programmes_of_organisations(r, &roles.administrator_of)?);
    }
    Ok(Reach { everything: false, organisations: roles.administrator_of.clone(), programmes })
}

/// A page of the bank with what stands beside it.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// What is reached.
    pub bank: Bank,
    /// The questions, the newest first; one more than asked for says that there is more.
    pub rows: Vec<Listed>,
    /// Their tags.
    pub tags: HashMap<QuestionEntryId, Vec<String>>,
    /// How often they are used.
    pub usage: HashMap<QuestionEntryId, Usage>,
    /// How many questions each category has.
    pub counts: HashMap<QuestionCategoryId, i64>,
    /// Every tag there is to choose from.
    pub all_tags: Vec<String>,
}

/// The questions that a filter finds among those an actor reaches, the newest first.
///
/// # Errors
/// The database's.
pub fn found(
    r: &mut Read,
    actor: &Actor,
    filter: &Filter,
    (after, limit): (Option<QuestionEntryId>, i64),
) -> Result<(Bank, Vec<Listed>), Problem> {
    let bank = Bank::of(r, actor)?;
    let search = Search {
        categories: bank.wanted(filter),
        words: fold(&filter.q, false).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        kind: QuestionKind::parse(&filter.kind),
        tag: Some(filter.tag.trim().to_lowercase()).filter(|tag| !tag.is_empty()),
        ready: match filter.state.as_str() {
            "ready" => Some(true),
            "draft" => Some(false),
            _ => None,
        },
        missing: Language::from_tag(&filter.missing),
        archived: filter.archived == "yes",
        after,
        limit,
    };
    let rows = store::page(r, &search)?;
    Ok((bank, rows))
}

/// The questions that a filter finds among those an actor reaches, with their usage (G7).
///
/// # Errors
/// The database's.
pub fn list(
    r: &mut Read,
    actor: &Actor,
    filter: &Filter,
    from: (Option<QuestionEntryId>, i64),
) -> Result<Shelf, Problem> {
    let (bank, rows) = found(r, actor, filter, from)?;
    let ids: Vec<QuestionEntryId> = rows.iter().map(|row| row.id).collect();
    let within: Option<Vec<QuestionCategoryId>> =
        (!bank.reach.everything).then(|| bank.tree.all().map(|row| row.id).collect());
    Ok(Shelf {
        tags: store::tags(r, &ids)?,
        usage: store::usage(r, &ids)?,
        counts: store::counts(r)?,
        all_tags: store::all_tags(r, within.as_deref())?,
        rows,
        bank,
    })
}
