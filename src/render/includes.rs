//! Partials that only stand for their own text are put in place when the program starts. Handlebars copies all
//! the data of a page for each partial it calls, which a page with an icon on every line pays for; a partial
//! that is given nothing new needs no copy, because it sees what is around it anyway.

use std::collections::BTreeMap;

/// How deep partials may include partials; deeper ones are called as usual.
const DEEPEST: usize = 8;

/// The sources by name, each with the simple partials inside it put in place.
pub(super) fn put_in_place(sources: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    sources.iter().map(|(name, source)| (name.clone(), expanded(source, sources, DEEPEST))).collect()
}

fn expanded(source: &str, sources: &BTreeMap<String, String>, deeper: usize) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, call)) = rest.split_once("{{> ") {
        let (inside, after) = call.split_once("}}").unwrap_or((call, ""));
        let included = simple(inside).and_then(|name| sources.get(name)).filter(|text| fits(text));
        match included.filter(|_| deeper > 0) {
            Some(text) => {
                out.push_str(before);
                rest = after_call(&out, after);
                out.push_str(&expanded(without_heading(text), sources, deeper - 1));
            }
            None => {
                out.push_str(before);
                out.push_str("{{> ");
                out.push_str(inside);
                out.push_str("}}");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The name in a call that hands on nothing, or only names as they are: `x`, `x card=card`.
fn simple(inside: &str) -> Option<&str> {
    let mut words = inside.split_whitespace();
    let name = words.next()?;
    let as_they_are = |word: &str| word.split_once('=').is_some_and(|(name, value)| name == value);
    words.all(as_they_are).then_some(name)
}

/// Whether a partial means the same in another's place.
fn fits(text: &str) -> bool {
    !["../", "@partial-block", "{{#*inline", "{{~", "~}}"].iter().any(|sign| text.contains(sign))
}

/// The text without the comment on top, which would leave an empty line inside another.
fn without_heading(text: &str) -> &str {
    let rest = text.strip_prefix("{{!--").and_then(|text| text.split_once("--}}")).map(|(_, rest)| rest);
    rest.map_or(text, |rest| rest.strip_prefix('\n').unwrap_or(rest))
}

/// What follows a call: a call alone on its line takes the end of the line with it, as Handlebars does.
fn after_call<'a>(before: &str, after: &'a str) -> &'a str {
    let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
    match after.trim_start_matches([' ', '\t']).strip_prefix('\n') {
        Some(next_line) if line.trim().is_empty() => next_line,
        _ => after,
    }
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

    #[test]
    fn what_is_given_nothing_new_is_put_in_place() {
        let placed = put_in_place(&sources());
        assert_eq!(
            placed["list"],
            "<ul>\n{{#each cards as |card|}}\n<li><svg/>\n{{card.name}}</li>\n{{/each}}\n</ul>\n"
        );
    }

    #[test]
    fn what_is_given_something_or_looks_outside_is_called_as_before() {
        let placed = put_in_place(&sources());
        assert_eq!(placed["other"], sources()["other"]);
        assert!(placed["down"].starts_with("{{> up}}"), "{}", placed["down"]);
    }

    #[test]
    fn both_ways_render_the_same() {
        let rendered = |sources: &BTreeMap<String, String>| {
            let mut registry = handlebars::Handlebars::new();
            for name in ["icon", "row", "list"] {
                registry.register_template_string(name, &sources[name]).unwrap();
            }
            registry
                .render("list", &serde_json::json!({ "cards": [{ "name": "a" }, { "name": "b" }] }))
                .unwrap()
        };
        assert_eq!(rendered(&put_in_place(&sources())), rendered(&sources()));
    }
}
