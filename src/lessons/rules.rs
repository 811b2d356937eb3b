//! What a lesson's page is decided on. Pure.

use crate::kernel::{ActivityId, Permille};
use crate::progress::rules::{ActivityFact, is_open};

/// A heading that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The id of the heading.
    pub id: String,
    /// Its words.
    pub title: String,
}

/// The heading under which a reader stopped who had got so far; `None` when that was before the first one.
pub fn heading_at(html: &str, place: Permille) -> Option<Anchor> {
    let length = i64::try_from(html.len()).ok()?;
    let reached = length * i64::from(place.0) / 1000;
    let mut found = None;
    let mut from = 0;
    while let Some(start) = html.get(from..).and_then(|rest| rest.find("<h")).map(|at| from + at) {
        if i64::try_from(start).ok()? > reached {
            break;
        }
        from = start + 2;
        found = heading(html.get(start..)?).or(found);
    }
    found
}

/// Reads `<h2 id="…">…</h2>`.
fn heading(html: &str) -> Option<Anchor> {
    let (tag, rest) = html.split_once('>')?;
    let (_, id) = tag.split_once(" id=\"")?;
    let title = rest.split_once("</h").map_or(rest, |(title, _)| title);
    Some(Anchor { id: id.split('"').next()?.to_owned(), title: plain(title) })
}

/// The words of a piece of sanitised HTML.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => out.push(other),
            _ => {}
        }
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
        .iter()
        .fold(out, |text, (entity, letter)| text.replace(entity, letter))
}

/// Whether it helps to be led back: the reader had begun, and not come to the end.
pub fn worth_resuming(place: Permille) -> bool {
    (50..950).contains(&place.0)
}

/// The activities before and after one, in programme order.
pub fn neighbours(facts: &[ActivityFact], id: ActivityId) -> (Option<&ActivityFact>, Option<&ActivityFact>) {
    let Some(place) = facts.iter().position(|fact| fact.id == id) else { return (None, None) };
    (place.checked_sub(1).and_then(|before| facts.get(before)), facts.get(place + 1))
}

/// What comes after a lesson just read: the next activity at one's own time that is open and not completed, first
/// among those after it, then among those passed over.
pub fn next_after(facts: &[ActivityFact], id: ActivityId) -> Option<&ActivityFact> {
    let place = facts.iter().position(|fact| fact.id == id)?;
    let (before, after) = facts.split_at_checked(place + 1)?;
    let can_be_done = |fact: &&ActivityFact| !fact.completed && !fact.is_attended() && is_open(fact, facts);
    after.iter().chain(before).find(can_be_done)
}

/// The first thing to do so that a locked activity opens: an activity that is itself open.
pub fn first_to_do<'a>(fact: &ActivityFact, facts: &'a [ActivityFact]) -> Option<&'a ActivityFact> {
    let missing =
        |of: &ActivityFact| facts.iter().find(|other| of.after.contains(&other.key) && !other.completed);
    let mut first = missing(fact)?;
    // The checker lets an activity wait only for earlier ones, so this ends; the bound is for rows it never saw.
    for _ in 0..facts.len() {
        match missing(first) {
            Some(deeper) => first = deeper,
            None => return Some(first),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Localised, Minutes};
    use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};

    #[test]
    fn the_place_is_named_by_the_heading_above_it() {
        let html = format!(
            "<p>{}</p><h2 id=\"h-one\">Первый &amp; <em>главный</em></h2><p>{}</p><h2 id=\"h-two\">Второй</h2><p>{}</p>",
            "а".repeat(100),
            "б".repeat(300),
            "в".repeat(300)
        );
        assert_eq!(heading_at(&html, Permille(20)), None);
        let first = heading_at(&html, Permille(400)).unwrap();
        assert_eq!((first.id.as_str(), first.title.as_str()), ("h-one", "Первый & главный"));
        assert_eq!(heading_at(&html, Permille(990)).unwrap().id, "h-two");
    }

    fn fact(id: i64, kind: ActivityKind, after: &[&str]) -> ActivityFact {
        ActivityFact {
            id: ActivityId(id),
            key: format!("a{id}"),
            title: Localised::default(),
            kind,
            nature: Nature::Theory,
            mode: DeliveryMode::Distance,
            planned: Minutes(45),
            credited: Minutes::ZERO,
            completed: false,
            result: None,
            counts: true,
            pass: None,
            after: after.iter().map(|key| (*key).to_owned()).collect(),
            question: None,
        }
    }

    #[test]
    fn after_a_lesson_comes_what_is_open_and_at_ones_own_time() {
        let mut facts = vec![
            fact(1, ActivityKind::Lesson, &[]),
            fact(2, ActivityKind::Lesson, &[]),
            fact(3, ActivityKind::Session, &[]),
            fact(4, ActivityKind::Quiz, &["a2"]),
        ];
        assert_eq!(next_after(&facts, ActivityId(2)).unwrap().id, ActivityId(1), "the quiz is locked");
        facts[1].completed = true;
        assert_eq!(next_after(&facts, ActivityId(2)).unwrap().id, ActivityId(4), "no session");
        let (before, after) = neighbours(&facts, ActivityId(1));
        assert_eq!((before, after.unwrap().id), (None, ActivityId(2)));
    }

    #[test]
    fn a_locked_lesson_leads_to_what_can_be_done_first() {
        let mut facts = vec![
            fact(1, ActivityKind::Quiz, &[]),
            fact(2, ActivityKind::Lesson, &["a1"]),
            fact(3, ActivityKind::Lesson, &["a2"]),
        ];
        assert_eq!(first_to_do(&facts[2], &facts).unwrap().id, ActivityId(1));
        facts[0].completed = true;
        assert_eq!(first_to_do(&facts[2], &facts).unwrap().id, ActivityId(2));
        facts[1].completed = true;
        assert_eq!(first_to_do(&facts[2], &facts), None);
        let circle = [fact(1, ActivityKind::Quiz, &["a2"]), fact(2, ActivityKind::Quiz, &["a1"])];
        assert_eq!(first_to_do(&circle[0], &circle), None);
    }
}
