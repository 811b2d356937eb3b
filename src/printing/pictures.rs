//! Pictures that papers carry: which formats, and how large. Told by their first bytes, never by a name.

use crate::kernel::words;

words! {
    /// What a picture of a template is for.
    PictureUse {
        /// The emblem of the organisation.
        Logo = "logo",
        /// The signature of its head as a picture.
        Signature = "signature",
        /// What lies under the whole page: a printed blank, a coloured ground.
        Background = "background",
    }
}

/// The most pixels of a picture: a page of A4 at 600 dots an inch. A file of few bytes may unpack to gigabytes.
pub const MOST_PIXELS: u64 = 5_000 * 7_100;

/// Formats that a paper can embed for an archive. SVG is not among them: it can name files and carry scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Portable network graphics.
    Png,
    /// JPEG.
    Jpeg,
}

impl PictureFormat {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureFormat::Png => "image/png",
            PictureFormat::Jpeg => "image/jpeg",
        }
    }
}

/// What the first bytes of a picture say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureFacts {
    /// The format.
    pub format: PictureFormat,
    /// Pixels in a row.
    pub width: u32,
    /// Rows of pixels.
    pub height: u32,
}

impl PictureFacts {
    /// Whether it unpacks to no more than a page needs.
    pub fn modest(self) -> bool {
        u64::from(self.width) * u64::from(self.height) <= MOST_PIXELS
    }
}

/// The name under which a template reaches a picture.
pub fn file_name(of: PictureUse, format: PictureFormat) -> &'static str {
    match (of, format) {
        (PictureUse::Logo, PictureFormat::Png) => "logo.png",
        (PictureUse::Logo, PictureFormat::Jpeg) => "logo.jpg",
        (PictureUse::Signature, PictureFormat::Png) => "signature.png",
        (PictureUse::Signature, PictureFormat::Jpeg) => "signature.jpg",
        (PictureUse::Background, PictureFormat::Png) => "background.png",
        (PictureUse::Background, PictureFormat::Jpeg) => "background.jpg",
    }
}

/// The same name, where it is one of those.
pub(super) fn known_name(name: &str) -> Option<&'static str> {
    let formats = [PictureFormat::Png, PictureFormat::Jpeg];
    let uses = [PictureUse::Logo, PictureUse::Signature, PictureUse::Background];
    let mut names = uses.into_iter().flat_map(|of| formats.map(|format| file_name(of, format)));
    names.find(|known| *known == name)
}

/// Format and size of a picture; nothing for what is no PNG or JPEG.
pub fn facts(bytes: &[u8]) -> Option<PictureFacts> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let header = bytes.get(12..24).filter(|header| header.starts_with(b"IHDR"))?;
        let (width, height) = (number(header.get(4..8)?), number(header.get(8..12)?));
        return sized(PictureFormat::Png, width, height);
    }
    let (width, height) = jpeg_size(bytes.strip_prefix(b"\xff\xd8")?)?;
    sized(PictureFormat::Jpeg, width, height)
}

fn sized(format: PictureFormat, width: u32, height: u32) -> Option<PictureFacts> {
    (width > 0 && height > 0).then_some(PictureFacts { format, width, height })
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

/// The size stands in the frame header, behind segments that each say how long they are (ITU-T T.81, B.1.1.3).
fn jpeg_size(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let marker = *rest.strip_prefix(b"\xff")?.first()?;
        if marker == 0xff {
            rest = rest.get(1..)?;
            continue;
        }
        let length = usize::try_from(number(rest.get(2..4)?)).ok()?;
        let segment = rest.get(4..)?;
        // Frame headers; 0xC4, 0xC8 and 0xCC are tables between them.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(segment.get(3..5)?), number(segment.get(1..3)?)));
        }
        rest = rest.get(length.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x40\x08\x06";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x06JFIF\xff\xff\xc0\0\x11\x08\0\x10\0\x20\x03";

    #[test]
    fn the_first_bytes_tell_format_and_size() {
        let png = facts(PNG).unwrap();
        assert_eq!((png.format, png.width, png.height), (PictureFormat::Png, 258, 64));
        let jpeg = facts(JPEG).unwrap();
        assert_eq!((jpeg.format, jpeg.width, jpeg.height), (PictureFormat::Jpeg, 32, 16));
    }

    #[test]
    fn anything_else_is_no_picture() {
        for bytes in [
            &b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..],
            b"",
            b"\xff\xd8",
            b"\xff\xd8\xff\xe0\xff\xff",
            b"\x89PNG\r\n\x1a\n",
            &PNG[..20],
            b"GIF89a\x01\0\x01\0",
        ] {
            assert_eq!(facts(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_few_bytes_that_unpack_to_gigabytes_are_not_modest() {
        let mut bomb = PNG.to_vec();
        bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert!(!facts(&bomb).unwrap().modest());
        assert!(facts(PNG).unwrap().modest());
    }
}
