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
    if let Some(line) = damaged_utf8(bytes) {
        return Err(TableError::BrokenUtf8 { line });
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

/// How many letters outside of ASCII must be whole for each broken place, for a file to be damaged UTF-8. Texts in
/// old encodings hardly ever have two bytes in a row that happen to be a letter of UTF-8.
const WHOLE_PER_BROKEN: usize = 4;

/// The line of the first broken place, from 1, of a text that is UTF-8 but for a few bytes. Read in an old encoding
/// it would be a text without sense from its first letter to its last.
fn damaged_utf8(bytes: &[u8]) -> Option<u32> {
    let (mut whole, mut broken, mut lines, mut first) = (0_usize, 0_usize, 0_usize, None);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        lines += chunk.valid().bytes().filter(|byte| *byte == b'\n').count();
        if !chunk.invalid().is_empty() {
            broken += 1;
            first.get_or_insert(lines + 1);
        }
    }
    let line = first.filter(|_| whole >= broken * WHOLE_PER_BROKEN)?;
    u32::try_from(line).ok()
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
    fn damaged_utf8_is_refused_with_its_line_and_never_read_as_something_else() {
        let text = "ФИО;Почта\nСергеева Анна;anna@example.org\nЁжиков Пётр;petr@example.org\n";
        for (damaged, line) in [(4, 1), (30, 2), (text.len() - 1, 3)] {
            let mut bytes = text.as_bytes().to_vec();
            bytes.insert(damaged, 0xff);
            assert_eq!(decode(&bytes), Err(TableError::BrokenUtf8 { line }), "at {damaged}");
        }
        let cut = text.as_bytes().split_at(text.find("Анна").unwrap() + 1).0;
        assert_eq!(decode(cut), Err(TableError::BrokenUtf8 { line: 2 }), "a file that ends in a letter");
        let marked = [b"\xef\xbb\xbf", text.as_bytes(), b"\xff"].concat();
        assert_eq!(decode(&marked), Err(TableError::BrokenUtf8 { line: 4 }));
    }

    #[test]
    fn old_encodings_are_no_damaged_utf8() {
        for text in ["Ё", "СЁ", "Пётр", "ПЁТР;СЁМА\n", "№ 1 «Ёлка»", "работа", "ААА"]
        {
            for encoding in [WINDOWS_1251, KOI8_U, IBM866] {
                let bytes = encoding.encode(text).0;
                if std::str::from_utf8(&bytes).is_err() {
                    assert!(decode(&bytes).is_ok(), "{text} in {}", encoding.name());
                }
            }
        }
    }

    #[test]
    fn a_picture_is_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), Err(TableError::UnknownKind));
        assert_eq!(decode(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Err(TableError::UnknownKind));
        assert_eq!(decode(b""), Err(TableError::Empty));
    }
}
