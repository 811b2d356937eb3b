//! What the pages have in common: links, deadlines, files, texts with their addresses.

use crate::cases::store::FileRow;
use crate::editions::store::EditionRow;
use crate::kernel::{ActivityId, Moment, dates};
use crate::programmes::rules::links::{Addresses, linked};
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;
use crate::progress::views::course::address;
use crate::render::SafeHtml;
use crate::web::{Reader, has_preview, paths};
use serde::Serialize;

/// A name that leads somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// The way down to a case.
pub fn crumbs(standing: &Standing) -> Vec<Link> {
    vec![Link { label: standing.edition.title.clone(), url: paths::course(standing.enrolment.id) }]
}

/// A sanitised text with its links turned into addresses.
pub fn text_with_links(html: &str, standing: &Standing) -> SafeHtml {
    SafeHtml::trusted(linked(html, &CourseAddresses(standing)))
}

/// Where links of a case lead for its trainee, and for those who teach the edition.
struct CourseAddresses<'s>(&'s Standing);

impl Addresses for CourseAddresses<'_> {
    fn media(&self, path: &str) -> String {
        paths::lesson_media(self.0.enrolment.id, path)
    }

    fn activity(&self, key: &str) -> Option<String> {
        let fact = self.0.facts.iter().find(|fact| fact.key == key)?;
        Some(address(self.0.enrolment.id, fact))
    }
}

/// The same text for whoever grades: its addresses lead through no trainee's place in the edition.
pub fn text_for_graders(html: &str, standing: &Standing, case: ActivityId) -> SafeHtml {
    SafeHtml::trusted(linked(html, &PreviewAddresses { standing, case }))
}

/// Where links of a case lead for those who grade it.
struct PreviewAddresses<'s> {
    standing: &'s Standing,
    case: ActivityId,
}

impl Addresses for PreviewAddresses<'_> {
    fn media(&self, path: &str) -> String {
        let lesson = self.standing.facts.iter().find(|fact| fact.kind == ActivityKind::Lesson);
        paths::preview_media(lesson.map_or(self.case, |fact| fact.id), path)
    }

    fn activity(&self, key: &str) -> Option<String> {
        let lesson = |fact: &&ActivityFact| fact.key == key && fact.kind == ActivityKind::Lesson;
        self.standing.facts.iter().find(lesson).map(|fact| paths::lesson_preview(fact.id))
    }
}

/// Until when something may be handed in.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline {
    /// Machine time.
    pub datetime: String,
    /// The last minute that is in time, where the edition is.
    pub time: String,
    /// The city by which people name that zone.
    pub city: &'static str,
    /// The same minute where the reader is, when that differs.
    pub own: Option<String>,
    /// The message of how long is left.
    pub left_key: &'static str,
    /// Its number.
    pub left: i64,
    /// Less than three days are left.
    pub soon: bool,
    /// Nothing is left.
    pub over: bool,
}

impl Deadline {
    /// A half-open deadline: the instant itself is already late, so the minute before it is shown.
    pub(super) fn new(at: Moment, edition: &EditionRow, reader: &Reader) -> Deadline {
        let (zone, last) = (edition.time_zone, at.plus_minutes(-1));
        let differs = last.local(zone) != last.local(reader.zone);
        let minutes = reader.now.seconds_until(at).max(0) / 60;
        let over = reader.now >= at;
        let (left_key, left) = match minutes {
            _ if over => ("cases-left-over", 0),
            0..60 => ("cases-left-minutes", minutes.max(1)),
            60..2880 => ("cases-left-hours", minutes / 60),
            _ => ("cases-left-days", minutes / 1440),
        };
        Deadline {
            datetime: at.rfc3339(),
            time: dates::day_and_time(reader.language, last, zone),
            city: dates::zone_city(reader.language, zone),
            own: differs.then(|| dates::day_and_time(reader.language, last, reader.zone)),
            left_key,
            left,
            soon: !over && minutes < 4320,
            over,
        }
    }
}

/// An uploaded file as a list shows it.
#[derive(Debug, Clone, Serialize)]
pub struct FileView {
    /// Its id, to take it out by.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// Where it comes from.
    pub url: String,
    /// The message of what it is.
    pub kind_key: &'static str,
    /// The message of its size.
    pub size_key: &'static str,
    /// The number of it.
    pub size: String,
    /// Where it can be looked at without being saved.
    pub preview_url: Option<String>,
    /// What the part is called that it was handed in for.
    pub part: Option<String>,
}

impl FileView {
    pub(super) fn new(file: &FileRow) -> FileView {
        let (size_key, size) = size_of(file.size);
        FileView {
            id: file.id.0,
            title: file.name.clone(),
            url: paths::file(file.id),
            kind_key: kind_of(&file.media_type),
            size_key,
            size,
            preview_url: has_preview(&file.media_type).then(|| paths::file_preview(file.id)),
            part: None,
        }
    }
}

/// What a file is, for people.
fn kind_of(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "cases-kind-pdf",
        kind if kind.starts_with("image/") => "cases-kind-image",
        kind if kind.starts_with("text/") => "cases-kind-text",
        _ => "cases-kind-office",
    }
}

/// A size in whole units, rounded up: a file is never smaller than it says.
fn size_of(bytes: i64) -> (&'static str, String) {
    const MEGABYTE: i64 = 1024 * 1024;
    if bytes < MEGABYTE {
        ("cases-size-kilobytes", ((bytes + 1023) / 1024).max(1).to_string())
    } else {
        ("cases-size-megabytes", ((bytes + MEGABYTE - 1) / MEGABYTE).to_string())
    }
}

/// A text as paragraphs; single line ends inside of one are kept by the style.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_never_understated() {
        assert_eq!(size_of(1), ("cases-size-kilobytes", "1".to_owned()));
        assert_eq!(size_of(1025), ("cases-size-kilobytes", "2".to_owned()));
        assert_eq!(size_of(5 * 1024 * 1024 + 1), ("cases-size-megabytes", "6".to_owned()));
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(paragraphs("Раз\nдва\n\n\n\nтри\n"), ["Раз\nдва", "три"]);
    }
}
