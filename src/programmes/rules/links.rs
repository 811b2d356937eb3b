//! Links inside of a programme: the importer writes them as `media:<path>` and `activity:<key>`, a page needs
//! addresses.

/// The attributes that the importer writes for links inside of a programme.
const LINKS: [&str; 3] = [" src=\"media:", " href=\"media:", " href=\"activity:"];

/// The text with its links to files and activities turned into addresses. A link that leads nowhere for this
/// reader stays on the page.
pub fn linked(
    html: &str,
    media: impl Fn(&str) -> String,
    activity: impl Fn(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some((start, kind)) = LINKS.into_iter().filter_map(|link| Some((rest.find(link)?, link))).min() {
        let (before, after) = rest.split_at(start);
        let target = after.get(kind.len()..).unwrap_or_default();
        let (target, tail) = target.split_once('"').unwrap_or((target, ""));
        let (attribute, scheme) = kind.split_once('"').unwrap_or((kind, ""));
        let address = if scheme == "media:" { Some(media(target)) } else { activity(target) };
        out.extend([before, attribute, "\"", &address.unwrap_or_else(|| "#".to_owned()), "\""]);
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn links_inside_the_programme_become_addresses_and_others_stay() {
        let html = concat!(
            r#"<p><img src="media:a/plan.png" alt="План"> <a href="activity:quiz">тест</a> "#,
            r#"<a href="activity:gone">нет</a> <a href="https://example.org/?x=media:y">сайт</a></p>"#,
        );
        let activity = |key: &str| (key == "quiz").then(|| "/q".to_owned());
        let page = linked(html, |path| format!("/m/{path}"), activity);
        let expected = concat!(
            r##"<p><img src="/m/a/plan.png" alt="План"> <a href="/q">тест</a> "##,
            r##"<a href="#">нет</a> <a href="https://example.org/?x=media:y">сайт</a></p>"##,
        );
        assert_eq!(page, expected);
    }
}
