//! The categories, and the form of one.

use super::{Link, category_choices, field, samples, way_to};
use crate::kernel::{Fault, QuestionCategoryId};
use crate::questions::actions::bank::Bank;
use crate::questions::actions::categories::CategoryDraft;
use crate::questions::rules::Owner;
use crate::questions::rules::tree::Category;
use crate::web::{Choice, Field, Reader, Say, Title, View, paths};
use serde::Serialize;
use std::collections::HashMap;

/// Every category that is reached, with the form of a new one.
#[derive(Debug, Serialize)]
pub struct Categories {
    list_url: &'static str,
    url: &'static str,
    groups: Vec<Group>,
    form: Form,
    owners: Vec<Choice>,
    owner: Field,
    fields: Vec<Field>,
    nowhere: bool,
}

#[derive(Debug, Serialize)]
struct Group {
    name: Option<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    url: String,
    questions_url: String,
    depth: usize,
    count: i64,
}

/// What both forms ask.
#[derive(Debug, Serialize)]
struct Form {
    name: Field,
    parent: Field,
    parents: Vec<Choice>,
}

impl Categories {
    /// The page, with what was typed into the form of a new category.
    pub fn new(
        bank: &Bank,
        counts: &HashMap<QuestionCategoryId, i64>,
        (draft, faults): (&CategoryDraft, &[Fault]),
        (reader, say): (&Reader, Say<'_>),
    ) -> Categories {
        let form = Form {
            name: field("name", &draft.name, faults),
            parent: field("parent", &draft.parent, faults),
            parents: category_choices(bank, reader, &draft.parent),
        };
        let owner = field("owner", &draft.owner, faults);
        let owners = bank.owners();
        let only = if owners.len() == 1 { owners.first().map(|owner| owner.as_text()) } else { None };
        let chosen = only.unwrap_or_else(|| draft.owner.clone());
        let name = |owner: Owner| {
            bank.owner_name(owner, reader.language).unwrap_or_else(|| say("questions-owner-site"))
        };
        let group = |owner: &Owner| Group {
            name: bank.owner_name(*owner, reader.language),
            rows: bank.tree.in_order(*owner).into_iter().map(|row| line(row, counts)).collect(),
        };
        let groups: Vec<Group> = owners.iter().map(group).filter(|group| !group.rows.is_empty()).collect();
        Categories {
            list_url: paths::QUESTIONS,
            url: paths::QUESTION_CATEGORIES,
            fields: wrong(&[&form.name, &owner, &form.parent]),
            groups,
            form,
            nowhere: owners.is_empty(),
            owners: owners.iter().map(|owner| Choice::new(owner.as_text(), name(*owner), &chosen)).collect(),
            owner,
        }
    }
}

fn line((category, depth): (&Category, usize), counts: &HashMap<QuestionCategoryId, i64>) -> Row {
    Row {
        name: category.name.clone(),
        url: paths::question_category(category.id),
        questions_url: paths::questions(&[("category", &category.id.to_string())]),
        depth,
        count: counts.get(&category.id).copied().unwrap_or_default(),
    }
}

fn wrong(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

/// The form of one category.
#[derive(Debug, Serialize)]
pub struct CategoryForm {
    list_url: &'static str,
    categories_url: &'static str,
    url: String,
    heading: String,
    crumbs: Vec<Link>,
    owner: Option<String>,
    form: Form,
    fields: Vec<Field>,
}

impl CategoryForm {
    /// The form, with what was typed into it.
    pub fn new(
        (bank, category): (&Bank, &Category),
        (draft, faults): (&CategoryDraft, &[Fault]),
        reader: &Reader,
    ) -> CategoryForm {
        let fits = |choice: &Choice| {
            let id = choice.value.parse::<QuestionCategoryId>().ok();
            id.is_some_and(|id| bank.tree.may_stand(category.owner, Some(category.id), id).is_ok())
        };
        let parents = category_choices(bank, reader, &draft.parent).into_iter().filter(fits).collect();
        let form = Form {
            name: field("name", &draft.name, faults),
            parent: field("parent", &draft.parent, faults),
            parents,
        };
        let mut crumbs = way_to(bank, category.id);
        crumbs.pop();
        CategoryForm {
            list_url: paths::QUESTIONS,
            categories_url: paths::QUESTION_CATEGORIES,
            url: paths::question_category(category.id),
            heading: category.name.clone(),
            crumbs,
            owner: bank.owner_name(category.owner, reader.language),
            fields: wrong(&[&form.name, &form.parent]),
            form,
        }
    }
}

impl View for Categories {
    const TEMPLATE: &'static str = "pages/questions/categories";

    fn title(&self) -> Title {
        Title::key("questions-categories-title")
    }

    fn samples() -> Vec<Categories> {
        let say = |key: &str| key.to_owned();
        let (reader, shelf) = (Reader::sample(), samples::shelf());
        let draft = CategoryDraft { name: "Право".into(), ..CategoryDraft::default() };
        let faults = [Fault::new("name", "category-exists"), Fault::new("owner", "choose-one")];
        let page = |bank: &Bank, faults: &[Fault]| {
            Categories::new(bank, &shelf.counts, (&draft, faults), (&reader, &say))
        };
        vec![page(&shelf.bank, &faults), page(&Bank::default(), &[])]
    }
}

impl View for CategoryForm {
    const TEMPLATE: &'static str = "pages/questions/category";

    fn title(&self) -> Title {
        Title::text(&self.heading)
    }

    fn samples() -> Vec<CategoryForm> {
        let (reader, shelf) = (Reader::sample(), samples::shelf());
        let draft = CategoryDraft { name: "Право".into(), ..CategoryDraft::default() };
        let faults =
            [Fault::new("parent", "category-under-itself"), Fault::new("parent", "category-too-deep")];
        let form = |category: &Category, faults: &[Fault]| {
            CategoryForm::new((&shelf.bank, category), (&draft, faults), &reader)
        };
        shelf.bank.tree.all().map(|category| form(category, &faults)).collect()
    }
}
