//! Which encoding a text file is in. Offices send UTF-8, Excel's "Unicode text" (UTF-16) and
//! Windows-1251; none of them says so.

use super::TableError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
};

/// The single-byte encodings a guess may name; any other guess means that the text is too short to
/// tell, and then it is what Excel writes on a Russian Windows.
const SINGLE_BYTE: [&Encoding; 5] = [WINDOWS_1251, WINDOWS_1252, IBM866, KOI8_U, ISO_8859_5];

/// The text and the name of its encoding. Bytes that are no text are refused.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    let encoding = detect(bytes);
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if malformed || text.chars().any(is_binary) {
        return Err(TableError::UnknownKind);
    }
    Ok((text.into_owned(), encoding.name()))
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if bytes.contains(&0) {
        return without_mark_utf16(bytes);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"ru"), Utf8Detection::Deny);
    if SINGLE_BYTE.contains(&guess) { guess } else { WINDOWS_1251 }
}

/// Delimiters, digits and line ends have a zero as their high byte, which comes first in big endian.
fn without_mark_utf16(bytes: &[u8]) -> &'static Encoding {
    let zeros_at = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    if zeros_at(0) > zeros_at(1) { UTF_16BE } else { UTF_16LE }
}

fn is_binary(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_offices_are_told_apart() {
        let text = "ФИО;Почта\nСергеева Анна;anna@example.org\n";
        let bytes = |encoding: &'static Encoding| encoding.encode(text).0.into_owned();
        for encoding in [UTF_8, WINDOWS_1251, KOI8_U, IBM866] {
            assert_eq!(decode(&bytes(encoding)).unwrap(), (text.to_owned(), encoding.name()));
        }
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let text = "Аты\tҚала\nӘлия\tҮштөбе\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decode(&little).unwrap(), (text.to_owned(), "UTF-16LE"));
        assert_eq!(decode(&big).unwrap(), (text.to_owned(), "UTF-16BE"));
        let marked = [vec![0xff, 0xfe], little].concat();
        assert_eq!(decode(&marked).unwrap(), (text.to_owned(), "UTF-16LE"));
    }

    #[test]
    fn a_picture_is_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), Err(TableError::UnknownKind));
        assert_eq!(decode(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Err(TableError::UnknownKind));
        assert_eq!(decode(b""), Err(TableError::Empty));
    }
}
