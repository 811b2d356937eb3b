//! Credentials within pictures. Source: Open Badges 3.0, 5.3 (Baked badges).

use flate2::Crc;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// What every PNG begins with (ISO/IEC 15948, 5.2).
const PNG: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The keyword of the chunk.
const KEYWORD: &[u8] = b"openbadgecredential";

/// The namespace of the element.
const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";

/// Whether bytes begin as a PNG does.
pub fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(PNG)
}

/// The picture with a credential in it: an uncompressed `iTXt` chunk, behind the header. One that was there before is
/// gone. Nothing when the picture is none.
pub fn into_png(picture: &[u8], credential: &str) -> Option<Vec<u8>> {
    let mut baked = PNG.to_vec();
    for (number, chunk) in chunks(picture)?.into_iter().enumerate() {
        if !is_ours(&chunk) {
            put_chunk(&mut baked, chunk.kind, chunk.data);
        }
        if number == 0 {
            // Keyword, end, not compressed, method, language, translated keyword, text (ISO/IEC 15948, 11.3.4.5).
            let data = [KEYWORD, &[0, 0, 0, 0, 0], credential.as_bytes()].concat();
            put_chunk(&mut baked, *b"iTXt", &data);
        }
    }
    Some(baked)
}

/// The credential in a picture. Nothing when there is none, or more than one.
pub fn from_png(picture: &[u8]) -> Option<String> {
    let mut found = chunks(picture)?.into_iter().filter(is_ours);
    let (one, None) = (found.next()?, found.next()) else { return None };
    let rest = one.data.strip_prefix(KEYWORD)?.strip_prefix(&[0, 0, 0])?;
    let mut parts = rest.splitn(3, |byte| *byte == 0);
    let text = parts.nth(2)?;
    String::from_utf8(text.to_vec()).ok()
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
}

fn is_ours(chunk: &Chunk<'_>) -> bool {
    chunk.kind == *b"iTXt" && chunk.data.strip_prefix(KEYWORD).is_some_and(|rest| rest.first() == Some(&0))
}

/// The chunks of a PNG, each with the right sum, up to its end.
fn chunks(picture: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut rest = picture.strip_prefix(PNG)?;
    let mut chunks = Vec::new();
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let (data, after) = after.split_at_checked(length)?;
        let (sum, after) = after.split_first_chunk::<4>()?;
        if u32::from_be_bytes(*sum) != crc(kind, data) {
            return None;
        }
        chunks.push(Chunk { kind: *kind, data });
        if kind == b"IEND" {
            return Some(chunks);
        }
        rest = after;
    }
}

fn put_chunk(png: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    png.extend(length.to_be_bytes());
    png.extend(kind);
    png.extend(data);
    png.extend(crc(&kind, data).to_be_bytes());
}

fn crc(kind: &[u8; 4], data: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(kind);
    crc.update(data);
    crc.sum()
}

/// The picture with a signed document in it, right behind `<svg …>`. Nothing when the picture is none.
pub fn into_svg(picture: &str, credential: &str) -> Option<String> {
    let start = picture.find("<svg")?;
    let (_, from) = picture.split_at_checked(start)?;
    let end = start + from.find('>')? + 1;
    let (head, tail) = picture.split_at_checked(end)?;
    // The only sequence that would end the section; as an escape it is the same JSON.
    let text = credential.replace("]]>", "]]\\u003e");
    let element = format!(
        "<openbadges:credential xmlns:openbadges=\"{NAMESPACE}\"><![CDATA[{text}]]></openbadges:credential>"
    );
    Some(format!("{head}{element}{tail}"))
}

/// The credential in a picture: the text of the element, or its attribute `verify` for a token. Nothing when there is
/// none, or more than one.
pub fn from_svg(picture: &str) -> Option<String> {
    let mut reader = Reader::from_str(picture);
    let (mut found, mut inside, mut text) = (Vec::new(), false, String::new());
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) if is_credential(&element) => match token_of(&element) {
                Some(token) => found.push(token),
                None => (inside, text) = (true, String::new()),
            },
            Event::Empty(element) if is_credential(&element) => found.extend(token_of(&element)),
            Event::CData(part) if inside => text.push_str(&part),
            Event::Text(part) if inside => text.push_str(&part),
            Event::GeneralRef(reference) if inside => text.push(letter(&reference)?),
            Event::End(_) if inside => {
                found.push(std::mem::take(&mut text));
                inside = false;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let (Some(one), None) = (found.pop(), found.pop()) else { return None };
    Some(one.trim().to_owned())
}

fn is_credential(element: &BytesStart<'_>) -> bool {
    element.name().as_ref() == "openbadges:credential"
}

/// The letter that a reference stands for; nothing for those that a document defines itself.
fn letter(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

/// A token has only letters that need no escape.
fn token_of(element: &BytesStart<'_>) -> Option<String> {
    let attribute = element.try_get_attribute("verify").ok()??;
    Some(attribute.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"><title>Б</title></svg>";

    fn png() -> Vec<u8> {
        let mut png = PNG.to_vec();
        put_chunk(&mut png, *b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        put_chunk(&mut png, *b"IEND", &[]);
        png
    }

    #[test]
    fn a_png_carries_one_credential_uncompressed() {
        let baked = into_png(&png(), "{\"name\":\"Әлия\"}").unwrap();
        assert_eq!(from_png(&baked).as_deref(), Some("{\"name\":\"Әлия\"}"));
        let again = into_png(&baked, "{}").unwrap();
        assert_eq!(from_png(&again).as_deref(), Some("{}"), "once per file");
        assert_eq!(from_png(&png()), None);
        let mut broken = baked.clone();
        broken[60] ^= 1;
        assert_eq!(from_png(&broken), None, "the sum of the chunk");
        assert_eq!(into_png(b"GIF89a", "{}"), None);
    }

    #[test]
    fn an_svg_carries_a_credential_as_text_or_as_an_attribute() {
        let baked = into_svg(SVG, "{\"a\":\"]]> <&>\"}").unwrap();
        assert_eq!(from_svg(&baked).as_deref(), Some("{\"a\":\"]]\\u003e <&>\"}"));
        let token = SVG.replace("<title>", "<openbadges:credential verify=\"ey.J.k\"/><title>");
        assert_eq!(from_svg(&token).as_deref(), Some("ey.J.k"));
        let escaped =
            SVG.replace("<title>", "<openbadges:credential>{&quot;a&quot;:1}</openbadges:credential><title>");
        assert_eq!(from_svg(&escaped).as_deref(), Some("{\"a\":1}"));
        assert_eq!(from_svg(&into_svg(&baked, "{}").unwrap()), None, "two");
        assert_eq!(from_svg(SVG), None);
        assert_eq!(from_svg("<svg><"), None);
    }
}
