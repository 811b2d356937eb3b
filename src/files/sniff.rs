//! What a file is, by its content; the name and the sender's word count for nothing.

/// Kinds of files that people hand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Portable document.
    Pdf,
    /// Photo or drawing in a raster format.
    Image,
    /// Word processor, spreadsheet or slides in an open or Microsoft zip format.
    Office,
    /// Plain text in UTF-8.
    Text,
}

/// The kind and media type of the content; `None` for what is not accepted (programs, archives,
/// SVG and HTML, which browsers would run).
pub fn sniff(bytes: &[u8]) -> Option<(FileKind, &'static str)> {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => Some((FileKind::Pdf, "application/pdf")),
        Some("image/jpeg") => Some((FileKind::Image, "image/jpeg")),
        Some("image/png") => Some((FileKind::Image, "image/png")),
        Some("image/webp") => Some((FileKind::Image, "image/webp")),
        Some("image/heif") => Some((FileKind::Image, "image/heif")),
        Some(office) if office.starts_with("application/vnd.openxmlformats") => {
            Some((FileKind::Office, office_type(office)))
        }
        Some(office) if office.starts_with("application/vnd.oasis.opendocument") => {
            Some((FileKind::Office, office_type(office)))
        }
        Some(_) => None,
        None => plain_text(bytes).then_some((FileKind::Text, "text/plain; charset=utf-8")),
    }
}

fn office_type(mime: &str) -> &'static str {
    const TYPES: [&str; 6] = [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
    ];
    TYPES.into_iter().find(|known| *known == mime).unwrap_or("application/octet-stream")
}

fn plain_text(bytes: &[u8]) -> bool {
    let markup = |text: &str| text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    match std::str::from_utf8(bytes) {
        Ok(text) => !text.is_empty() && !text.contains('\0') && !markup(text),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_programs_are_refused() {
        assert_eq!(sniff(b"%PDF-1.7 ...").map(|(kind, _)| kind), Some(FileKind::Pdf));
        assert_eq!(sniff("Отчёт".as_bytes()).map(|(kind, _)| kind), Some(FileKind::Text));
        assert_eq!(sniff(b"<svg onload=alert(1)>"), None);
        assert_eq!(sniff(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), None);
        assert_eq!(sniff(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"), None);
    }
}
