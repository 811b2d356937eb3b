//! Where links lead: the files of the programme, the activities they belong to, and which of them are used.

use crate::programmes::rules::files::FolderFiles;
use crate::programmes::rules::finding::Code;
use crate::programmes::rules::media;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, BTreeSet};

/// The addresses that may leave the programme.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// The files of a programme as its texts see them.
pub(super) struct Shelf<'f> {
    pub files: &'f FolderFiles,
    /// Keys of activities by the paths of their text files.
    activities: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

impl<'f> Shelf<'f> {
    pub(super) fn new(files: &'f FolderFiles) -> Shelf<'f> {
        Shelf { files, activities: BTreeMap::new(), used: BTreeSet::new() }
    }

    /// Says that a text file belongs to an activity.
    pub(super) fn belongs(&mut self, path: String, activity: &str) {
        self.used.insert(path.clone());
        self.activities.insert(path, activity.to_owned());
    }

    /// Whether an activity or a text uses this file.
    pub(super) fn is_used(&self, path: &str) -> bool {
        self.used.contains(path)
    }

    /// Where a link in a text of `folder` leads: an address of the web as it is, `media:<path>` for a file,
    /// `activity:<key>` for a text. Anchors within the page are the caller's.
    pub(super) fn link(&mut self, folder: &str, url: &str) -> Result<String, Code> {
        if let Some(scheme) = scheme_of(url) {
            let known = SCHEMES.contains(&scheme.to_ascii_lowercase().as_str());
            return if known { Ok(url.to_owned()) } else { Err(Code::LinkScheme) };
        }
        let path = self.inside(folder, url)?;
        if let Some(activity) = self.activities.get(&path) {
            return Ok(format!("activity:{activity}"));
        }
        if !media::is_media(&path) {
            return Err(Code::LinkMissing);
        }
        self.used.insert(path.clone());
        Ok(format!("media:{path}"))
    }

    /// Where an image in a text of `folder` lies, as `media:<path>`.
    pub(super) fn image(&mut self, folder: &str, url: &str) -> Result<String, Code> {
        if scheme_of(url).is_some() || url.starts_with("//") {
            return Err(Code::ImageRemote);
        }
        let path = self.inside(folder, url)?;
        if !media::type_of(&path).is_some_and(|kind| kind.starts_with("image/")) {
            return Err(Code::ImageKind);
        }
        self.used.insert(path.clone());
        Ok(format!("media:{path}"))
    }

    /// The path of an existing file of the programme, relative to its folder.
    fn inside(&self, folder: &str, url: &str) -> Result<String, Code> {
        let address = url.split(['#', '?']).next().unwrap_or_default();
        let address = percent_decode_str(address).decode_utf8().map_err(|_| Code::LinkMissing)?;
        if address.starts_with('/') || address.contains('\\') {
            return Err(Code::LinkLeaves);
        }
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in address.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or(Code::LinkLeaves)?;
                }
                name => parts.push(name),
            }
        }
        let path = parts.join("/");
        if self.files.has(&path) { Ok(path) } else { Err(Code::LinkMissing) }
    }
}

/// The scheme of an absolute address: what stands before the first colon, if no path begins before it.
fn scheme_of(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    (!scheme.contains(['/', '#', '?'])).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(files: &FolderFiles) -> Shelf<'_> {
        let mut shelf = Shelf::new(files);
        shelf.belongs("01-a/02-next.ru.md".into(), "next");
        shelf
    }

    fn files() -> FolderFiles {
        let mut files = FolderFiles::new("x");
        for path in ["01-a/02-next.ru.md", "01-a/media/plan.png", "media/form.pdf", "programme.toml"] {
            files.insert(path, Vec::new());
        }
        files
    }

    #[test]
    fn links_inside_are_rewritten_and_the_web_stays() {
        let files = files();
        let mut shelf = shelf(&files);
        assert_eq!(shelf.link("01-a", "02-next.ru.md#top").as_deref(), Ok("activity:next"));
        assert_eq!(shelf.link("01-a", "../media/form.pdf").as_deref(), Ok("media:media/form.pdf"));
        assert_eq!(shelf.link("01-a", "https://example.org/a").as_deref(), Ok("https://example.org/a"));
        assert_eq!(shelf.image("01-a", "media/plan.png").as_deref(), Ok("media:01-a/media/plan.png"));
        assert!(shelf.is_used("media/form.pdf"));
    }

    #[test]
    fn nothing_outside_can_be_reached() {
        let files = files();
        let mut shelf = shelf(&files);
        for url in ["../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..\\secret", "//host/x"] {
            assert_eq!(shelf.link("01-a", url), Err(Code::LinkLeaves), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "media:x",
        ] {
            assert_eq!(shelf.link("01-a", url), Err(Code::LinkScheme), "{url}");
        }
        assert_eq!(shelf.link("01-a", "../programme.toml"), Err(Code::LinkMissing));
        assert_eq!(shelf.image("01-a", "https://example.org/a.png"), Err(Code::ImageRemote));
        assert_eq!(shelf.image("01-a", "../media/form.pdf"), Err(Code::ImageKind));
    }
}
