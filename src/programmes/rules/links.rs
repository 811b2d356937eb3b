//! Links inside of a programme: the importer writes them as `media:<path>` and `activity:<key>`, a page needs
//! addresses.

use crate::questions::rules::Question;

/// Where the links of a text lead: files and activities of the same programme are known by path and key.
pub trait Addresses {
    /// The address of a file.
    fn media(&self, path: &str) -> String;
    /// The address of another activity; `None` when this reader has none.
    fn activity(&self, key: &str) -> Option<String>;
}

/// The text with its links to files (`media:…`) and activities (`activity:…`) turned into addresses. A link that
/// leads nowhere for this reader stays on the page.
pub fn linked(html: &str, to: &impl Addresses) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some((start, kind)) = next_link(rest) {
        let (before, after) = rest.split_at(start);
        let target = after.get(kind.len()..).unwrap_or_default();
        let (target, tail) = target.split_once('"').unwrap_or((target, ""));
        let (attribute, scheme) = kind.split_once('"').unwrap_or((kind, ""));
        let address = match scheme {
            "media:" => Some(to.media(target)),
            _ => to.activity(target),
        };
        out.extend([before, attribute, "\"", &address.unwrap_or_else(|| "#".to_owned()), "\""]);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A question with the links of all its texts turned into addresses.
pub fn linked_question(mut question: Question, to: &impl Addresses) -> Question {
    for text in question.texts.values_mut() {
        let choices = text.choices.iter_mut().chain(&mut text.rights).chain(text.gaps.values_mut().flatten());
        let outcome = text.outcome.iter_mut();
        let outcome =
            outcome.flat_map(|one| [&mut one.right_html, &mut one.partly_html, &mut one.wrong_html]);
        let said = text.choice_feedback.values_mut().chain(text.accepted_feedback.values_mut());
        let around = [
            &mut text.prompt_html,
            &mut text.detail_html,
            &mut text.explanation_html,
            &mut text.marking_notes_html,
        ];
        let html = around.into_iter().chain(choices.map(|choice| &mut choice.html)).chain(said);
        for html in html.chain(outcome).chain(&mut text.hints_html) {
            if next_link(html).is_some() {
                *html = linked(html, to);
            }
        }
    }
    question
}

/// The attributes that the importer writes for links inside of a programme.
const LINKS: [&str; 3] = [" src=\"media:", " href=\"media:", " href=\"activity:"];

fn next_link(html: &str) -> Option<(usize, &'static str)> {
    LINKS.into_iter().filter_map(|link| Some((html.find(link)?, link))).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Here;

    impl Addresses for Here {
        fn media(&self, path: &str) -> String {
            format!("/learn/7/media/{path}")
        }

        fn activity(&self, key: &str) -> Option<String> {
            (key == "quiz").then(|| "/learn/7/quizzes/3".to_owned())
        }
    }

    #[test]
    fn links_inside_the_programme_become_addresses_and_others_stay() {
        let html = concat!(
            r#"<p><img src="media:01-a/media/plan.png" alt="План"> <a href="activity:quiz" rel="noopener">тест</a> "#,
            r#"<a href="media:media/form.pdf">бланк</a> <a href="https://example.org/media:x">сайт</a> "#,
            r#"<a href="activity:gone">нет</a> media:not-a-link</p>"#
        );
        let wanted = concat!(
            r#"<p><img src="/learn/7/media/01-a/media/plan.png" alt="План"> <a href="/learn/7/quizzes/3" "#,
            r#"rel="noopener">тест</a> <a href="/learn/7/media/media/form.pdf">бланк</a> "#,
            r##"<a href="https://example.org/media:x">сайт</a> <a href="#">нет</a> media:not-a-link</p>"##
        );
        assert_eq!(linked(html, &Here), wanted);
    }
}
