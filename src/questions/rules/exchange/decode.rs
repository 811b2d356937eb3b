//! Bytes to text: UTF-8, UTF-16 with its mark, Windows-1251 and what else offices write.

use super::Code;
use crate::printing::tables::{TableError, decode_text};
use encoding_rs::{Encoding, UTF_8};

pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text with `\n` as its only line end; or the line and the code of the fault.
pub(super) fn text(bytes: &[u8]) -> Result<String, (u32, Code)> {
    if bytes.is_empty() {
        return Err((1, Code::NothingFound));
    }
    let text = decoded(bytes)?;
    if let Some(at) = text.find('\0') {
        let before = text.get(..at).unwrap_or_default();
        return Err((line_after(before.bytes()), Code::NullByte));
    }
    if text.contains('\r') { Ok(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Ok(text) }
}

fn decoded(bytes: &[u8]) -> Result<String, (u32, Code)> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    // What is marked as UTF-8 and is not is told with its line, below.
    if let Some(encoding) = marked.or_else(|| declared(bytes)).filter(|encoding| *encoding != UTF_8) {
        let (text, malformed) = encoding.decode_with_bom_removal(bytes);
        return if malformed { Err((1, Code::NotText)) } else { Ok(text.into_owned()) };
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err((line_after(bytes.iter().take(at).copied()), Code::NullByte));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    decode_text(bytes).map(|(text, _)| text).map_err(|error| match error {
        TableError::BrokenUtf8 { line } => (line, Code::BrokenUtf8),
        _ => (1, Code::NotText),
    })
}

/// The encoding that an XML declaration names, where the bytes are not UTF-8 anyway.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(200))?;
    if !head.starts_with(b"<?xml") || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = String::from_utf8_lossy(head);
    let (_, rest) = head.split("?>").next()?.split_once("encoding=")?;
    let name = rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
    Encoding::for_label(name.as_bytes()).filter(|encoding| *encoding != UTF_8)
}

fn line_after(bytes: impl Iterator<Item = u8>) -> u32 {
    u32::try_from(bytes.filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{UTF_16LE, WINDOWS_1251};

    #[test]
    fn the_encodings_of_offices_are_read() {
        let text = "Столица Казахстана?\nA) Астана";
        assert_eq!(super::text(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(super::text(format!("\u{feff}{text}").as_bytes()).as_deref(), Ok(text));
        assert_eq!(super::text(&WINDOWS_1251.encode(text).0).as_deref(), Ok(text));
        let wide: Vec<u8> =
            format!("\u{feff}{text}").encode_utf16().flat_map(|unit| unit.to_le_bytes()).collect();
        assert_eq!(Encoding::for_bom(&wide).map(|(encoding, _)| encoding), Some(UTF_16LE));
        assert_eq!(super::text(&wide).as_deref(), Ok(text));
        let xml = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\r\n<quiz>Ёж</quiz>";
        assert_eq!(super::text(&WINDOWS_1251.encode(xml).0).unwrap(), xml.replace('\r', ""));
    }

    #[test]
    fn what_is_no_text_is_named_with_its_line() {
        assert_eq!(text(b"a\nb\nc\0"), Err((3, Code::NullByte)));
        assert_eq!(text(b"\xd0\x9a\xd1\x82\xd0\xbe\xd0\xb9?\n\xff"), Err((2, Code::BrokenUtf8)));
        assert_eq!(text(b"\xef\xbb\xbf\xd0\x9a\xd1\x82\xd0\xbe\xd0\xb9?\n\xff"), Err((2, Code::BrokenUtf8)));
        assert_eq!(text(b""), Err((1, Code::NothingFound)));
        assert_eq!(text(&[0xff, 0xfe, 0x00, 0xd8]), Err((1, Code::NotText)));
    }
}
