//! The tree of categories.

use super::reach::Owner;
use crate::kernel::QuestionCategoryId;
use std::collections::BTreeMap;

/// The longest name of a category, in characters.
pub const NAME_LIMIT: usize = 120;
/// How deep categories may stand under each other.
pub const DEEPEST: usize = 6;

/// A category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// The category.
    pub id: QuestionCategoryId,
    /// Whom it belongs to.
    pub owner: Owner,
    /// The one above it.
    pub parent: Option<QuestionCategoryId>,
    /// What people call it.
    pub name: String,
}

/// Categories with who stands under whom.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    rows: BTreeMap<QuestionCategoryId, Category>,
}

impl Tree {
    /// The tree of these categories.
    pub fn of(categories: impl IntoIterator<Item = Category>) -> Tree {
        Tree { rows: categories.into_iter().map(|row| (row.id, row)).collect() }
    }

    /// A category.
    pub fn get(&self, id: QuestionCategoryId) -> Option<&Category> {
        self.rows.get(&id)
    }

    /// Every category.
    pub fn all(&self) -> impl Iterator<Item = &Category> {
        self.rows.values()
    }

    /// A category and those above it, from the nearest. Ends even where rows form a ring.
    pub fn chain(&self, id: QuestionCategoryId) -> Vec<&Category> {
        let mut chain: Vec<&Category> = Vec::new();
        let mut at = self.rows.get(&id);
        while let Some(row) = at.filter(|row| !chain.iter().any(|known| known.id == row.id)) {
            chain.push(row);
            at = row.parent.and_then(|parent| self.rows.get(&parent));
        }
        chain
    }

    /// The names from the top down to a category.
    pub fn path(&self, id: QuestionCategoryId) -> Vec<String> {
        self.chain(id).into_iter().rev().map(|row| row.name.clone()).collect()
    }

    /// A category with all that stand under it.
    pub fn with_those_under(&self, id: QuestionCategoryId) -> Vec<QuestionCategoryId> {
        self.rows.keys().copied().filter(|at| self.chain(*at).iter().any(|row| row.id == id)).collect()
    }

    /// The categories of an owner in the order of their tree, each with its depth; siblings by name.
    pub fn in_order(&self, owner: Owner) -> Vec<(&Category, usize)> {
        let mut rows: Vec<(Vec<String>, &Category, usize)> = self
            .rows
            .values()
            .filter(|row| row.owner == owner)
            .map(|row| {
                let chain = self.chain(row.id);
                let depth = chain.len().saturating_sub(1);
                let key =
                    |row: &&Category| format!("{}\u{1}{}", crate::kernel::name::fold(&row.name), row.id);
                (chain.iter().rev().map(key).collect(), row, depth)
            })
            .collect();
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        rows.into_iter().map(|(_, row, depth)| (row, depth)).collect()
    }

    /// Where a category may stand: under one of the same owner that does not stand under it, and not too deep.
    /// The code of the fault otherwise.
    pub fn may_stand(
        &self,
        owner: Owner,
        own: Option<QuestionCategoryId>,
        parent: QuestionCategoryId,
    ) -> Result<(), &'static str> {
        let chain = self.chain(parent);
        if chain.first().is_none_or(|above| above.owner != owner) {
            return Err("unknown");
        }
        if own.is_some_and(|own| chain.iter().any(|above| above.id == own)) {
            return Err("category-under-itself");
        }
        let under = own.map_or(1, |own| self.height(own));
        if chain.len() + under > DEEPEST { Err("category-too-deep") } else { Ok(()) }
    }

    /// How many levels a category and what is under it take.
    fn height(&self, id: QuestionCategoryId) -> usize {
        let above = self.chain(id).len().saturating_sub(1);
        let deepest = self.with_those_under(id).into_iter().map(|at| self.chain(at).len()).max();
        deepest.unwrap_or(1).saturating_sub(above)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        let row = |id, parent: Option<i64>, name: &str| Category {
            id: QuestionCategoryId(id),
            owner: Owner::Site,
            parent: parent.map(QuestionCategoryId),
            name: name.to_owned(),
        };
        Tree::of([
            row(1, None, "Право"),
            row(2, Some(1), "НКО"),
            row(3, Some(2), "Гранты"),
            row(4, None, "Ёлка"),
        ])
    }

    #[test]
    fn siblings_stand_by_name_and_children_under_their_parents() {
        let names: Vec<(String, usize)> =
            tree().in_order(Owner::Site).iter().map(|(row, depth)| (row.name.clone(), *depth)).collect();
        let expected = [("Ёлка", 0), ("Право", 0), ("НКО", 1), ("Гранты", 2)];
        assert_eq!(names, expected.map(|(name, depth)| (name.to_owned(), depth)));
        assert_eq!(tree().path(QuestionCategoryId(3)), ["Право", "НКО", "Гранты"]);
        assert_eq!(tree().with_those_under(QuestionCategoryId(2)), [2, 3].map(QuestionCategoryId));
    }

    #[test]
    fn nothing_stands_under_itself_or_under_another_owner() {
        let may = |own, parent| {
            tree().may_stand(Owner::Site, Some(QuestionCategoryId(own)), QuestionCategoryId(parent))
        };
        assert_eq!(may(1, 3), Err("category-under-itself"));
        assert_eq!(may(1, 1), Err("category-under-itself"));
        assert_eq!(may(4, 3), Ok(()));
        assert_eq!(may(4, 9), Err("unknown"));
        let other = Owner::Programme(crate::kernel::ProgrammeId(1));
        assert_eq!(tree().may_stand(other, None, QuestionCategoryId(1)), Err("unknown"));
    }

    #[test]
    fn a_tree_ends_somewhere() {
        let row = |id: i64| Category {
            id: QuestionCategoryId(id),
            owner: Owner::Site,
            parent: (id > 1).then(|| QuestionCategoryId(id - 1)),
            name: id.to_string(),
        };
        let deep = Tree::of((1..=6).map(row));
        assert_eq!(deep.may_stand(Owner::Site, None, QuestionCategoryId(6)), Err("category-too-deep"));
        assert_eq!(deep.may_stand(Owner::Site, None, QuestionCategoryId(5)), Ok(()));
    }
}
