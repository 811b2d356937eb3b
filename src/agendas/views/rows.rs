//! Rows of a form that grow without scripts: a button sends the form back with a few more of them, one higher, or one
//! out, and everything that was typed stays.

use crate::web::Form;

/// The most rows of a form.
pub const MOST: usize = 40;
/// How many empty rows a new form has.
const FIRST: usize = 5;
/// How many empty rows stand below what is filled in.
const SPARE: usize = 2;

/// How many rows a form has that was sent: in the field `count`.
pub fn count(form: &Form) -> usize {
    form.text("count").parse::<usize>().unwrap_or(0).min(MOST)
}

/// How many rows stand on a page: what was sent, with some to spare.
pub fn shown(form: &Form, columns: &[&str]) -> usize {
    let filled = (0..count(form)).filter(|place| is_filled(form, columns, *place)).count();
    let spare = if filled == 0 { FIRST } else { filled + SPARE };
    count(form).max(spare).min(MOST)
}

fn is_filled(form: &Form, columns: &[&str], place: usize) -> bool {
    columns.iter().any(|column| !form.text(&format!("{column}-{place}")).is_empty())
}

/// The form with its rows in another order, or with more of them; `None` when the button was the one that saves.
pub fn rearranged(form: &Form, columns: &[&str]) -> Option<Form> {
    let mut order: Vec<Option<usize>> = (0..count(form)).map(Some).collect();
    let place = |prefix: &str| form.raw("do").strip_prefix(prefix)?.parse::<usize>().ok();
    if form.raw("do") == "more" {
        order.extend([None; 3]);
    } else if let Some(place) = place("up-") {
        let fits = place > 0 && place < order.len();
        if fits {
            order.swap(place - 1, place);
        }
    } else if let Some(place) = place("drop-") {
        if place < order.len() {
            order.remove(place);
        }
    } else {
        return None;
    }
    order.truncate(MOST);
    Some(renumbered(form, columns, &order))
}

/// The form without its empty rows, so that the rows are numbered as what is made of them.
pub fn compacted(form: &Form, columns: &[&str]) -> Form {
    let filled = (0..count(form)).filter(|place| is_filled(form, columns, *place));
    let order: Vec<Option<usize>> = filled.map(Some).collect();
    renumbered(form, columns, &order)
}

fn renumbered(form: &Form, columns: &[&str], order: &[Option<usize>]) -> Form {
    let is_row = |name: &str| {
        let row = name.rsplit_once('-').filter(|(_, place)| place.parse::<usize>().is_ok());
        row.is_some_and(|(column, _)| columns.contains(&column))
    };
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, _) in form.under("").filter(|(name, _)| !is_row(name) && *name != "count") {
        fields.extend(form.all(name).iter().map(|value| (name.to_owned(), value.clone())));
    }
    for (place, from) in order.iter().enumerate() {
        for column in columns {
            let value = from.map_or("", |from| form.raw(&format!("{column}-{from}")));
            fields.push((format!("{column}-{place}"), value.to_owned()));
        }
    }
    fields.push(("count".to_owned(), order.len().to_string()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Form::of(&fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 2] = ["text", "minutes"];

    fn form(button: &str) -> Form {
        Form::of(&[
            ("topic", "Права детей"),
            ("co", "1"),
            ("co", "2"),
            ("text-0", "Первый"),
            ("minutes-0", "10"),
            ("text-1", " "),
            ("text-2", "Третий"),
            ("count", "3"),
            ("do", button),
        ])
    }

    fn texts(form: &Form) -> Vec<&str> {
        (0..count(form)).map(|place| form.raw(["text-0", "text-1", "text-2", "text-3"][place])).collect()
    }

    #[test]
    fn buttons_change_the_rows_and_keep_everything_typed() {
        assert!(rearranged(&form("save"), &COLUMNS).is_none());
        assert!(rearranged(&form("up-third"), &COLUMNS).is_none());
        let more = rearranged(&form("more"), &COLUMNS).unwrap();
        assert_eq!((count(&more), more.raw("text-2"), more.raw("text-5")), (6, "Третий", ""));
        assert_eq!((more.raw("topic"), more.all("co").len()), ("Права детей", 2));
        let up = rearranged(&form("up-2"), &COLUMNS).unwrap();
        assert_eq!(texts(&up), ["Первый", "Третий", " "]);
        let dropped = rearranged(&form("drop-0"), &COLUMNS).unwrap();
        assert_eq!((texts(&dropped), dropped.raw("minutes-0")), (vec![" ", "Третий"], ""));
        for nonsense in ["up-0", "up-99", "drop-99"] {
            assert_eq!(texts(&rearranged(&form(nonsense), &COLUMNS).unwrap()), ["Первый", " ", "Третий"]);
        }
    }

    #[test]
    fn empty_rows_are_left_out_and_never_become_too_many() {
        let compact = compacted(&form("save"), &COLUMNS);
        assert_eq!((texts(&compact), compact.raw("topic")), (vec!["Первый", "Третий"], "Права детей"));
        assert_eq!(shown(&compact, &COLUMNS), 4);
        assert_eq!(shown(&Form::default(), &COLUMNS), 5);
        let endless = Form::of(&[("count", "999999"), ("do", "more")]);
        assert_eq!(count(&rearranged(&endless, &COLUMNS).unwrap()), MOST);
    }
}
