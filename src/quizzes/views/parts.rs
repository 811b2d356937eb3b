//! What the pages of a quiz have in common: crumbs, plain words of a question, numbers as people read them.

use crate::kernel::{Language, Permille};
use crate::programmes::rules::quiz::{Choice, ChoiceId, PublicQuestion};
use crate::questions::rules::marking::MilliPoints;
use crate::questions::rules::response::{Filling, Response};
use crate::quizzes::actions::Entrance;
use crate::web::paths;
use serde::Serialize;

/// A step on the way down to a page, or another link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// The way down to the quiz itself.
pub fn crumbs(entrance: &Entrance) -> Vec<Link> {
    let edition = &entrance.standing.edition;
    vec![Link { label: edition.title.clone(), url: paths::course(entrance.standing.enrolment.id) }]
}

/// The way down to what belongs to the quiz.
pub fn crumbs_below(entrance: &Entrance, language: Language) -> Vec<Link> {
    let mut crumbs = crumbs(entrance);
    let url = paths::quiz(entrance.standing.enrolment.id, entrance.fact.id);
    crumbs.push(Link { label: title(entrance, language), url });
    crumbs
}

/// The quiz's title.
pub fn title(entrance: &Entrance, language: Language) -> String {
    entrance.fact.title.for_reader(language).to_owned()
}

/// Whole percent, rounded down.
pub fn percent(share: Permille) -> String {
    share.as_percent().to_string()
}

/// Points with at most two decimals, rounded here and nowhere before, with the language's own comma.
pub fn points(language: Language, points: MilliPoints) -> String {
    let hundredths = (points.0 + 5) / 10;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if language == Language::En { text.to_owned() } else { text.replace('.', ",") }
}

/// A number as the language writes it.
pub fn decimal(language: Language, text: &str) -> String {
    if language == Language::En { text.to_owned() } else { text.replace('.', ",") }
}

/// The words of sanitised HTML, for places where no markup can stand.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, character)| text.replace(entity, character))
}

/// The words of a choice.
pub fn words_of(choices: &[Choice], id: ChoiceId) -> String {
    choices.iter().find(|choice| choice.id == id).map(|choice| plain(&choice.html)).unwrap_or_default()
}

/// A response in one line of words; empty when nothing is answered.
pub fn describe(question: &PublicQuestion, response: &Response, language: Language) -> String {
    let said = |id: ChoiceId| words_of(&question.choices, id);
    match response {
        Response::Blank => String::new(),
        Response::One(id) => said(*id),
        Response::Many(ids) => ids.iter().map(|id| said(*id)).collect::<Vec<_>>().join("; "),
        Response::TrueFalse(true) => said(ChoiceId::TRUE),
        Response::TrueFalse(false) => said(ChoiceId::FALSE),
        Response::Number(number) => {
            let number = decimal(language, &number.to_string());
            question.unit.as_ref().map_or(number.clone(), |unit| format!("{number} {unit}"))
        }
        Response::Order(places) => {
            let placed = (1..).zip(places).filter_map(|(place, id): (usize, _)| Some((place, (*id)?)));
            placed.map(|(place, id)| format!("{place}. {}", said(id))).collect::<Vec<_>>().join("; ")
        }
        Response::Match(pairs) => {
            let pair = |(left, right): (&ChoiceId, &ChoiceId)| {
                format!("{} – {}", said(*left), words_of(&question.rights, *right))
            };
            pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        Response::Scale(value) => value.to_string(),
        Response::Measured { number, unit } => format!("{} {unit}", decimal(language, &number.to_string())),
        Response::Text(text) => text.clone(),
        Response::Gaps(fillings) => {
            let filled = |(gap, filling): (&ChoiceId, &Filling)| match filling {
                Filling::Choice(id) => question.gaps.get(gap).map(|choices| words_of(choices, *id)),
                Filling::Text(text) => Some(text.clone()),
            };
            fillings.iter().filter_map(filled).collect::<Vec<_>>().join("; ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_leaves_nothing_but_words() {
        assert_eq!(plain("<em>НКО</em> &amp; власть: 2 &lt; 3 &amp;lt;"), "НКО & власть: 2 < 3 &lt;");
    }

    #[test]
    fn points_are_rounded_once_and_written_with_the_languages_comma() {
        assert_eq!(points(Language::Ru, MilliPoints(1500)), "1,5");
        assert_eq!(points(Language::En, MilliPoints(666)), "0.67");
        assert_eq!(points(Language::Kk, MilliPoints(2000)), "2");
    }
}
