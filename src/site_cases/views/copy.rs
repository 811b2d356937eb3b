//! What others may read of a case, for those who write it.

use super::case::consent_key;
use super::parts::{TextView, Way};
use crate::case_library::views::{Typed, field, wrong};
use crate::cases::views::Link;
use crate::kernel::{Language, dates};
use crate::programmes::store::VersionRow;
use crate::site_cases::actions::Found;
use crate::site_cases::rules::{LONGEST_PART, LONGEST_TITLE};
use crate::web::{Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CopyPage {
    pub(super) way: Way,
    pub(super) number: i64,
    pub(super) url: String,
    /// When the text was written that counts.
    pub(super) written: Option<String>,
    pub(super) title: Field,
    pub(super) situation: Field,
    pub(super) task: Field,
    pub(super) outcome: Field,
    pub(super) fields: Vec<Field>,
    pub(super) longest_title: usize,
    pub(super) limit: usize,
    /// What the author wrote; nothing while that is hidden.
    pub(super) original: Option<TextView>,
    pub(super) consent_key: &'static str,
    pub(super) ask_url: Option<String>,
    pub(super) open_url: Option<String>,
    pub(super) shut_url: Option<String>,
    /// The file of a course case by language, once its author agreed.
    pub(super) files: Vec<Link>,
    /// The programmes that it can become a case of, by language, for whoever may change them.
    pub(super) courses: Vec<Link>,
}

impl CopyPage {
    /// The page, with what was typed.
    pub fn new(
        (found, courses): (&Found, &[VersionRow]),
        reader: &Reader,
        typed: Option<Typed<'_>>,
    ) -> CopyPage {
        let id = found.row.id;
        let copy = found.copy.as_ref();
        let known = copy.map(|copy| copy.content.0.clone()).unwrap_or_default();
        let part = |name: &str, known: &str| match typed {
            // The other buttons of the page send no text: what is wrong stands at the text as it is kept.
            Some(typed) if !typed.form.ticked("situation") => {
                Field::with_faults(name, known, &typed.problem.faults)
            }
            typed => field(typed, name, known),
        };
        let [title, situation, task, outcome] = [
            part("title", &known.title),
            part("situation", &known.situation),
            part("task", &known.task),
            part("outcome", &known.outcome),
        ];
        let opened = copy.is_some_and(|copy| copy.opened_at.is_some());
        let for_group = copy.is_some_and(|copy| copy.for_group == Some(true));
        let file = |language: Language| Link {
            label: language.own_name().to_owned(),
            url: paths::site_case_file(id, language.tag()),
        };
        let course = |version: &VersionRow, language: Language| Link {
            label: format!("«{}», {}", version.title.0.for_reader(reader.language), language.own_name()),
            url: paths::site_case_course(id, &version.slug, language.tag()),
        };
        let courses = courses
            .iter()
            .flat_map(|version| version.languages.0.iter().map(move |language| (version, *language)));
        let for_course = copy.is_some_and(|copy| copy.for_course == Some(true));
        let seen = found.text().filter(|text| text.hidden.is_none());
        CopyPage {
            way: Way { case_url: Some(paths::site_case(id)), ..Way::of_staff(&found.edition) },
            number: id.0,
            url: paths::site_case_copy(id),
            written: copy.map(|copy| dates::day_and_time(reader.language, copy.written_at, reader.zone)),
            fields: wrong([&title, &situation, &task, &outcome]),
            title,
            situation,
            task,
            outcome,
            longest_title: LONGEST_TITLE,
            limit: LONGEST_PART,
            original: seen.map(|text| TextView::new(&text.content)),
            consent_key: consent_key(copy),
            ask_url: copy.filter(|copy| copy.asked_at.is_none()).map(|_| paths::site_case_question(id)),
            open_url: (for_group && !opened).then(|| paths::site_case_opening(id)),
            shut_url: (for_group && opened).then(|| paths::site_case_shutting(id)),
            files: if for_course { Language::ALL.into_iter().map(file).collect() } else { Vec::new() },
            courses: courses.map(|(version, language)| course(version, language)).collect(),
        }
    }
}

impl View for CopyPage {
    const TEMPLATE: &'static str = "pages/site_cases/copy";

    fn title(&self) -> Title {
        Title::with("site-copy-title", vec![("number", self.number.to_string())])
    }

    fn samples() -> Vec<CopyPage> {
        super::samples::copies()
    }
}
