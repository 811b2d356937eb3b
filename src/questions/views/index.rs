//! The bank as a list.

use super::{Link, category_choices, kind_key, languages, samples};
use crate::kernel::{Language, QuestionCategoryId, QuestionEntryId, Word as _, dates};
use crate::questions::actions::bank::Shelf;
use crate::questions::rules::filter::Filter;
use crate::questions::rules::{Owner, QuestionKind, outline};
use crate::questions::store::Listed;
use crate::web::{Choice, Field, Reader, Say, Title, View, paths};
use serde::Serialize;

/// Questions on one page.
pub const PAGE: usize = 50;

/// The list with its filters and the tree of categories beside it.
#[derive(Debug, Serialize)]
pub struct Index {
    list_url: &'static str,
    new_url: Option<String>,
    categories_url: &'static str,
    import_url: &'static str,
    export_urls: Vec<Link>,
    search: Field,
    kind: Field,
    kinds: Vec<Choice>,
    tag: Field,
    tags: Vec<Choice>,
    state: Field,
    states: Vec<Choice>,
    missing: Field,
    languages: Vec<Choice>,
    category: Field,
    categories: Vec<Choice>,
    archive: bool,
    archive_url: String,
    live_url: String,
    narrow: bool,
    filters_open: bool,
    clear_url: String,
    place: Option<String>,
    groups: Vec<Group>,
    rows: Vec<Row>,
    nowhere: bool,
    first_url: Option<String>,
    further_url: Option<String>,
}

/// What belongs to one owner.
#[derive(Debug, Serialize)]
struct Group {
    name: Option<String>,
    url: String,
    current: bool,
    count: i64,
    categories: Vec<Node>,
}

#[derive(Debug, Serialize)]
struct Node {
    name: String,
    url: String,
    current: bool,
    depth: usize,
    count: i64,
}

#[derive(Debug, Serialize)]
struct Row {
    url: String,
    title: String,
    name: Option<String>,
    content_lang: &'static str,
    key: String,
    kind_key: String,
    category: String,
    category_url: String,
    tags: Vec<Link>,
    draft: bool,
    archived: bool,
    missing: Option<String>,
    used: bool,
    quizzes: i64,
    answers: i64,
    changed: String,
}

impl Index {
    /// The list as it was asked for; `later` when it is not the first page.
    pub fn new(mut shelf: Shelf, filter: &Filter, later: bool, (reader, say): (&Reader, Say<'_>)) -> Index {
        let more = shelf.rows.len() > PAGE;
        shelf.rows.truncate(PAGE);
        let last = shelf.rows.last().map(|row| row.id).filter(|_| more);
        let fields = filter.fields();
        let with = |name: &'static str, value: &str| {
            let mut changed: Vec<_> = fields.iter().copied().filter(|(other, _)| *other != name).collect();
            changed.push((name, value));
            paths::questions(&changed)
        };
        let chosen_category = filter.category.parse().ok();
        Index {
            list_url: paths::QUESTIONS,
            new_url: shelf.bank.tree.all().next().map(|_| paths::new_question_in(chosen_category)),
            categories_url: paths::QUESTION_CATEGORIES,
            import_url: paths::NEW_QUESTION_IMPORT,
            export_urls: exports(&fields),
            search: Field::filled("q", &filter.q),
            kind: Field::filled("kind", &filter.kind),
            kinds: kinds(&filter.kind, say),
            tag: Field::filled("tag", &filter.tag),
            tags: shelf.all_tags.iter().map(|tag| Choice::new(tag, tag, &filter.tag)).collect(),
            state: Field::filled("state", &filter.state),
            states: ["ready", "draft"]
                .map(|state| Choice::new(state, say(&format!("questions-state-{state}")), &filter.state))
                .to_vec(),
            missing: Field::filled("missing", &filter.missing),
            languages: languages(reader.language)
                .iter()
                .map(|language| Choice::new(language.tag(), language.own_name(), &filter.missing))
                .collect(),
            category: Field::filled("category", &filter.category),
            categories: category_choices(&shelf.bank, reader, &filter.category),
            archive: filter.archived == "yes",
            archive_url: with("archived", "yes"),
            live_url: with("archived", ""),
            narrow: filter.is_narrow(),
            filters_open: fields.iter().any(|(name, _)| ["kind", "tag", "state", "missing"].contains(name)),
            clear_url: paths::questions(
                &fields
                    .iter()
                    .copied()
                    .filter(|(name, _)| ["category", "owner"].contains(name))
                    .collect::<Vec<_>>(),
            ),
            place: place(&shelf, filter, chosen_category, (reader, say)),
            groups: groups(&shelf, filter, chosen_category, reader),
            nowhere: shelf.bank.owners().is_empty(),
            first_url: later.then(|| paths::questions(&fields)),
            further_url: last.map(|last| {
                let after = last.to_string();
                let mut further = fields.clone();
                further.push(("after", &after));
                paths::questions(&further)
            }),
            rows: shelf.rows.iter().map(|listed| row(&shelf, listed, filter, reader)).collect(),
        }
    }
}

/// Where what the list shows is taken away, by format.
fn exports(fields: &[(&str, &str)]) -> Vec<Link> {
    [("GIFT", "gift"), ("Moodle XML", "moodle-xml")]
        .map(|(label, format)| Link { label: label.to_owned(), url: paths::question_export(format, fields) })
        .to_vec()
}

fn kinds(chosen: &str, say: Say<'_>) -> Vec<Choice> {
    let kinds = QuestionKind::WORDS.iter().filter_map(|word| QuestionKind::parse(word));
    kinds.map(|kind| Choice::new(kind.as_str(), say(&kind_key(kind)), chosen)).collect()
}

/// What the list is narrowed to by place, in words.
fn place(
    shelf: &Shelf,
    filter: &Filter,
    category: Option<QuestionCategoryId>,
    (reader, say): (&Reader, Say<'_>),
) -> Option<String> {
    if let Some(id) = category.filter(|id| shelf.bank.tree.get(*id).is_some()) {
        return Some(shelf.bank.tree.path(id).join(" → "));
    }
    let owner = Owner::parse(&filter.owner)?;
    Some(shelf.bank.owner_name(owner, reader.language).unwrap_or_else(|| say("questions-owner-site")))
}

fn groups(shelf: &Shelf, filter: &Filter, chosen: Option<QuestionCategoryId>, reader: &Reader) -> Vec<Group> {
    let bank = &shelf.bank;
    let own = |id: QuestionCategoryId| shelf.counts.get(&id).copied().unwrap_or_default();
    let group = |owner: Owner| {
        let rows = bank.tree.in_order(owner);
        let node = |(category, depth): &(&crate::questions::rules::tree::Category, usize)| Node {
            name: category.name.clone(),
            url: paths::questions(&[("category", &category.id.to_string())]),
            current: chosen == Some(category.id),
            depth: *depth,
            count: bank.tree.with_those_under(category.id).into_iter().map(own).sum(),
        };
        Group {
            name: bank.owner_name(owner, reader.language),
            url: paths::questions(&[("owner", &owner.as_text())]),
            current: chosen.is_none() && filter.owner == owner.as_text(),
            count: rows.iter().map(|(category, _)| own(category.id)).sum(),
            categories: rows.iter().map(node).collect(),
        }
    };
    let groups = bank.owners().into_iter().map(group);
    groups.filter(|group| !group.categories.is_empty()).collect()
}

fn row(shelf: &Shelf, listed: &Listed, filter: &Filter, reader: &Reader) -> Row {
    let usage = shelf.usage.get(&listed.id).copied().unwrap_or_default();
    let tags = shelf.tags.get(&listed.id).map(Vec::as_slice).unwrap_or_default();
    let fields = filter.fields();
    let tagged = |tag: &String| {
        let mut wanted: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "tag").collect();
        wanted.push(("tag", tag));
        Link { label: tag.clone(), url: paths::questions(&wanted) }
    };
    let text = listed.question.text(reader.language);
    Row {
        url: paths::question(listed.id),
        title: outline::title(&listed.question, reader.language),
        name: listed.name.clone(),
        content_lang: text.map_or(reader.language, |(language, _)| language).tag(),
        key: listed.question.key.clone(),
        kind_key: kind_key(listed.question.kind),
        category: shelf.bank.tree.path(listed.category).join(" → "),
        category_url: paths::questions(&[("category", &listed.category.to_string())]),
        tags: tags.iter().map(tagged).collect(),
        draft: !listed.ready,
        archived: listed.archived_at.is_some(),
        missing: missing(&listed.languages),
        used: usage != Default::default(),
        quizzes: usage.quizzes,
        answers: usage.answers,
        changed: dates::date(reader.language, listed.changed_at.date_in(reader.zone)),
    }
}

/// The languages a question has no texts in, by their own names.
fn missing(there: &[Language]) -> Option<String> {
    let all = [Language::Ru, Language::Kk, Language::En];
    let absent = all.into_iter().filter(|language| !there.contains(language)).map(Language::own_name);
    Some(absent.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/questions/index";

    fn title(&self) -> Title {
        Title::key("questions-index-title")
    }

    fn samples() -> Vec<Index> {
        let say = |key: &str| key.to_owned();
        let reader = Reader::sample();
        let of = |shelf: Shelf, filter: &Filter| Index::new(shelf, filter, true, (&reader, &say));
        let narrow =
            Filter {
                q: "партнёр".into(), category: "1".into(), kind: "one".into(), ..Filter::default()
            };
        let archive = Filter { archived: "yes".into(), owner: "programme-1".into(), ..Filter::default() };
        let full = Index {
            further_url: Some(paths::questions(&[("after", &QuestionEntryId(7).to_string())])),
            ..of(samples::shelf(), &narrow)
        };
        let empty = |filter| of(Shelf { rows: Vec::new(), ..samples::shelf() }, filter);
        vec![
            full,
            of(samples::shelf(), &archive),
            empty(&narrow),
            empty(&archive),
            empty(&Filter::default()),
            of(Shelf::default(), &Filter::default()),
        ]
    }
}
