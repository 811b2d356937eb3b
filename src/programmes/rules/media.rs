//! Files that texts link to: which kinds are accepted, and whether the content is what the name says.

use crate::programmes::rules::files::FolderFiles;
use crate::programmes::rules::programme::Media;
use sha2::{Digest, Sha256};

/// Accepted endings with their media types and the types a look at the content may find.
/// SVG is not among them: it may carry scripts.
const KINDS: &[(&str, &str, &[&str])] = &[
    ("png", "image/png", &["image/png"]),
    ("jpg", "image/jpeg", &["image/jpeg"]),
    ("jpeg", "image/jpeg", &["image/jpeg"]),
    ("webp", "image/webp", &["image/webp"]),
    ("gif", "image/gif", &["image/gif"]),
    ("pdf", "application/pdf", &["application/pdf"]),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIPPED),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIPPED),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ZIPPED),
    ("odt", "application/vnd.oasis.opendocument.text", ZIPPED),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", ZIPPED),
    ("odp", "application/vnd.oasis.opendocument.presentation", ZIPPED),
    ("mp3", "audio/mpeg", &["audio/mpeg"]),
    ("ogg", "audio/ogg", &["audio/ogg", "audio/opus"]),
    ("mp4", "video/mp4", &["video/mp4", "video/x-m4v"]),
];

const ZIPPED: &[&str] = &[
    "application/zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
];

/// Whether a path is that of a file for texts to link to: it lies in a folder `media`.
pub(super) fn is_media(path: &str) -> bool {
    path.starts_with("media/") || path.contains("/media/")
}

/// The media type by the ending of the name; `None` when the kind is not accepted.
pub(super) fn type_of(path: &str) -> Option<&'static str> {
    kind_of(path).map(|(_, media_type, _)| *media_type)
}

/// Whether the kind is accepted and the content is what the name says.
pub(super) fn is_genuine(path: &str, bytes: &[u8]) -> bool {
    let Some((_, _, contents)) = kind_of(path) else { return false };
    infer::get(bytes).is_some_and(|found| contents.contains(&found.mime_type()))
}

/// Whether a file of the folder is genuine; what an earlier import has looked at, is.
pub(super) fn is_fine(files: &FolderFiles, path: &str) -> bool {
    files.checked(path).is_some() || files.bytes(path).is_some_and(|bytes| is_genuine(path, bytes))
}

/// The file with its digest.
pub(super) fn read(files: &FolderFiles, path: &str) -> Option<Media> {
    if let Some(checked) = files.checked(path) {
        return Some(checked.clone());
    }
    let bytes = files.bytes(path)?;
    Some(Media {
        path: path.to_owned(),
        sha256: hex::encode(Sha256::digest(bytes)),
        media_type: type_of(path)?.to_owned(),
        size: bytes.len() as u64,
        bytes: bytes.to_vec(),
    })
}

fn kind_of(path: &str) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    let (_, ending) = path.rsplit_once('.')?;
    KINDS.iter().find(|(known, _, _)| *known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_calls_itself_a_picture_is_not_genuine() {
        assert!(is_genuine("media/a.png", b"\x89PNG\r\n\x1a\n"));
        assert!(!is_genuine("media/a.png", b"<html><script>alert(1)</script>"));
        assert!(!is_genuine("media/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assert!(!is_genuine("media/a.pdf", b"\x89PNG\r\n\x1a\n"));
    }
}
