//! Images that come inside of the file.

use super::Element;
use crate::files::{FileKind, sniff};
use crate::questions::rules::exchange::{Code, IMAGE_PREFIX, Image};
use crate::secrets::sha256_hex;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const PLACE: &str = "@@PLUGINFILE@@";
const INSIDE: &str = "data:image/";
/// The most images of one text.
const MOST: usize = 200;

/// What became of the images of a text.
pub(super) struct Shown {
    /// The text with the addresses under which they will be kept.
    pub html: String,
    pub images: Vec<Image>,
    /// Code and name of what could not be taken.
    pub findings: Vec<(Code, String)>,
}

/// Takes the images of an element's `file`s that its text shows, and those that the text itself holds.
pub(super) fn taken(text: &str, element: &Element) -> Shown {
    let mut shown =
        Shown { html: String::with_capacity(text.len()), images: Vec::new(), findings: Vec::new() };
    let mut places: Vec<usize> = [PLACE, INSIDE]
        .iter()
        .flat_map(|sign| text.match_indices(sign).map(|(at, _)| at).take(MOST))
        .collect();
    places.sort_unstable();
    let (mut rest, mut passed) = (text, 0);
    for place in places {
        let Some(at) = place.checked_sub(passed) else { continue };
        let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        shown.html.push_str(before);
        let end = found.find(['"', '\'', '<', '>', ')', '\n']).unwrap_or(found.len());
        let (address, after) = found.split_at_checked(end).unwrap_or((found, ""));
        let address = match address.strip_prefix(PLACE) {
            Some(path) => from_file(path, element, &mut shown),
            None => inside(address, &mut shown),
        };
        shown.html.push_str(&address);
        rest = after;
        passed = text.len() - after.len();
    }
    shown.html.push_str(rest);
    shown
}

fn from_file(path: &str, element: &Element, shown: &mut Shown) -> String {
    let path = path.split('?').next().unwrap_or_default().replace("&amp;", "&");
    let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy().into_owned();
    let is_it = |file: &&Element| {
        let name = file.attribute("name").unwrap_or_default();
        let folder = file.attribute("path").unwrap_or("/");
        format!("/{}/{name}", folder.trim_matches('/')).replace("//", "/") == path
    };
    let Some(file) = element.all("file").find(is_it) else {
        shown.findings.push((Code::ImageMissing, path));
        return String::new();
    };
    let base64: String = file.text.chars().filter(|c| !c.is_whitespace()).collect();
    kept(&base64, &path, shown)
}

/// `data:image/png;base64,…`
fn inside(address: &str, shown: &mut Shown) -> String {
    let base64 = address.split_once(";base64,").map_or("", |(_, base64)| base64);
    kept(base64, "data:", shown)
}

fn kept(base64: &str, name: &str, shown: &mut Shown) -> String {
    let bytes = STANDARD.decode(base64).unwrap_or_default();
    let ending = match sniff(&bytes) {
        Some((FileKind::Image, "image/png")) => "png",
        Some((FileKind::Image, "image/jpeg")) => "jpg",
        Some((FileKind::Image, "image/webp")) => "webp",
        _ => {
            shown.findings.push((Code::ImageRefused, name.to_owned()));
            return String::new();
        }
    };
    let name = format!("{}.{ending}", sha256_hex(&bytes));
    let address = format!("{IMAGE_PREFIX}{name}");
    if !shown.images.iter().any(|image| image.name == name) {
        shown.images.push(Image { name, bytes });
    }
    address
}
