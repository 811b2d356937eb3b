//! Where papers are taken away: each in its languages and forms.

use super::Wording;
use crate::attendance_papers::rules::PaperFormat;
use crate::kernel::Language;
use crate::web::paths;
use serde::Serialize;

/// A paper with the ways to take it away.
#[derive(Debug, Clone, Serialize)]
pub struct Offer {
    title: String,
    note: Option<String>,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    label: String,
    language: &'static str,
    tag: &'static str,
    url: String,
}

impl Offer {
    /// A paper in these languages. `url` makes its address in a form; `fields` are what was chosen on the page.
    pub fn new(
        (title_key, note_key): (&str, Option<&str>),
        languages: &[Language],
        url: impl Fn(&str) -> String,
        fields: &[(&str, &str)],
        wording: Wording<'_>,
    ) -> Offer {
        let link = |language: &Language, format: PaperFormat| {
            let fields = [fields, &[("in", language.tag())]].concat();
            Link {
                label: wording.say(match format {
                    PaperFormat::Pdf => "attendance-papers-as-pdf",
                    PaperFormat::Xlsx => "attendance-papers-as-xlsx",
                }),
                language: language.own_name(),
                tag: language.tag(),
                url: paths::attendance_asking(&url(format.as_str()), &fields),
            }
        };
        let links =
            languages.iter().flat_map(|language| PaperFormat::ALL.map(|format| link(language, format)));
        Offer {
            title: wording.say(title_key),
            note: note_key.map(|key| wording.say(key)),
            links: links.collect(),
        }
    }

    /// A paper for samples.
    pub(super) fn sample() -> Offer {
        let link = |language: Language, label: &str| Link {
            label: label.to_owned(),
            language: language.own_name(),
            tag: language.tag(),
            url: paths::EDITIONS.to_owned(),
        };
        let links = vec![link(Language::Ru, "PDF"), link(Language::Kk, "XLSX")];
        Offer {
            title: "Журнал".to_owned(), note: Some("По занятиям, выбранным выше".to_owned()), links
        }
    }
}
