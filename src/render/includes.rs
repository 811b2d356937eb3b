//! Partials that only stand for their own text are put in place when the program starts. Handlebars copies all
//! the data of a page for each partial it calls, which a page with an icon on every line pays for; a partial
//! that is given nothing new needs no copy, because it sees what is around it anyway. Templates are put into each
//! other after they were parsed: the parser's time grows with the square of a text's length.

use handlebars::template::{DecoratorTemplate, Parameter, TemplateElement};
use handlebars::{Handlebars, Path, Template};
use std::collections::BTreeMap;

/// How deep partials may include partials; deeper ones are called as usual.
const DEEPEST: usize = 8;

/// Puts the simple partials of every registered template in place.
pub(super) fn put_in_place(registry: &mut Handlebars<'_>, sources: &BTreeMap<String, String>) {
    let fitting = |(name, text): (&String, &String)| {
        let parsed = registry.get_template(name).filter(|_| fits(text))?;
        Some((name.clone(), parsed.clone()))
    };
    let partials: BTreeMap<String, Template> = sources.iter().filter_map(fitting).collect();
    for name in sources.keys() {
        let placed = registry.get_template(name).map(|template| expanded(template, &partials, DEEPEST));
        if let Some(template) = placed {
            registry.register_template(name, template);
        }
    }
}

fn expanded(template: &Template, partials: &BTreeMap<String, Template>, deeper: usize) -> Template {
    let mut whole = Template::default();
    whole.name.clone_from(&template.name);
    for (number, element) in template.elements.iter().enumerate() {
        match included(element).and_then(|name| partials.get(name)).filter(|_| deeper > 0) {
            Some(partial) => {
                let partial = expanded(partial, partials, deeper - 1);
                whole.elements.extend(partial.elements);
                whole.mapping.extend(partial.mapping);
            }
            None => {
                whole.elements.push(within(element, partials, deeper));
                whole.mapping.extend(template.mapping.get(number).cloned());
            }
        }
    }
    whole
}

/// The same element with the partials inside its blocks put in place.
fn within(
    element: &TemplateElement,
    partials: &BTreeMap<String, Template>,
    deeper: usize,
) -> TemplateElement {
    let mut element = element.clone();
    let blocks = match &mut element {
        TemplateElement::HelperBlock(helper) => vec![&mut helper.template, &mut helper.inverse],
        TemplateElement::PartialBlock(partial) | TemplateElement::DecoratorBlock(partial) => {
            vec![&mut partial.template]
        }
        _ => Vec::new(),
    };
    for block in blocks.into_iter().flatten() {
        *block = expanded(block, partials, deeper);
    }
    element
}

/// The name in a call that hands on nothing, or only names as they are: `x`, `x card=card`.
fn included(element: &TemplateElement) -> Option<&str> {
    let TemplateElement::PartialExpression(call) = element else { return None };
    let DecoratorTemplate { name: Parameter::Name(name), params, hash, .. } = call.as_ref() else {
        return None;
    };
    let as_it_is = |(name, value): (&String, &Parameter)| matches!(value, Parameter::Path(Path::Relative((_, raw))) if raw == name);
    (params.is_empty() && hash.iter().all(as_it_is)).then_some(name)
}

/// Whether a partial means the same in another's place.
fn fits(text: &str) -> bool {
    !["../", "@partial-block", "{{#*inline"].iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> BTreeMap<String, String> {
        let texts = [
            ("icon", "{{!-- An icon. --}}\n<svg/>\n"),
            ("row", "<li>{{> icon}}{{card.name}}</li>\n"),
            ("list", "<ul>\n{{#each cards as |card|}}\n{{> row card=card}}\n{{/each}}\n</ul>\n"),
            ("other", "{{> row card=first}}{{> row card=(t \"x\")}}{{> absent}}\n"),
            ("up", "{{../name}}\n"),
            ("down", "{{> up}}{{> down}}\n"),
        ];
        texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect()
    }

    fn registry(sources: &BTreeMap<String, String>) -> Handlebars<'static> {
        let mut registry = Handlebars::new();
        for (name, text) in sources {
            registry.register_template_string(name, text).unwrap();
        }
        registry
    }

    /// The names of the partials that a template still calls, inside its blocks too.
    fn calls(template: &Template) -> Vec<String> {
        let mut found = Vec::new();
        for element in &template.elements {
            match element {
                TemplateElement::PartialExpression(call) => {
                    found.extend(call.name.as_name().map(str::to_owned));
                }
                TemplateElement::HelperBlock(block) => {
                    found.extend(block.template.iter().flat_map(calls));
                }
                _ => {}
            }
        }
        found
    }

    fn placed() -> Handlebars<'static> {
        let mut registry = registry(&sources());
        put_in_place(&mut registry, &sources());
        registry
    }

    #[test]
    fn what_is_given_nothing_new_is_put_in_place() {
        assert_eq!(calls(registry(&sources()).get_template("list").unwrap()), ["row"]);
        assert_eq!(calls(placed().get_template("list").unwrap()), [""; 0]);
    }

    #[test]
    fn what_is_given_something_or_looks_outside_is_called_as_before() {
        let placed = placed();
        assert_eq!(calls(placed.get_template("other").unwrap()), ["row", "row", "absent"]);
        let down = calls(placed.get_template("down").unwrap());
        assert!(down.contains(&"up".to_owned()) && down.ends_with(&["down".to_owned()]), "{down:?}");
    }

    #[test]
    fn both_ways_render_the_same() {
        let cards = serde_json::json!({ "cards": [{ "name": "a" }, { "name": "b" }] });
        let before = registry(&sources()).render("list", &cards).unwrap();
        assert_eq!(placed().render("list", &cards).unwrap(), before);
        assert_eq!(before, "<ul>\n<li><svg/>\na</li>\n<li><svg/>\nb</li>\n</ul>\n");
    }
}
