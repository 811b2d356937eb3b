//! What a template may be, how its versions are told apart, and what is wrong with one in the words of the house. Pure.

use crate::kernel::{Fault, Language, OrganisationId, words};
use crate::printing::custom::{TemplateFault, Wrong};
use crate::printing::pictures::{PictureFormat, PictureUse, facts};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use serde_json::json;

words! {
    /// The languages that a template prints.
    Languages {
        /// Russian.
        Ru = "ru",
        /// Kazakh.
        Kk = "kk",
        /// Kazakh and Russian on one paper.
        KkRu = "kk_ru",
        /// English.
        En = "en",
    }
}

impl Languages {
    /// The languages in the order of print.
    pub fn printed(self) -> &'static [Language] {
        match self {
            Languages::Ru => &[Language::Ru],
            Languages::Kk => &[Language::Kk],
            Languages::KkRu => &[Language::Kk, Language::Ru],
            Languages::En => &[Language::En],
        }
    }

    /// What fits a paper of a main language, the best first: one in Kazakh carries Russian too where there is a template
    /// for that.
    pub fn of(language: Language) -> &'static [Languages] {
        match language {
            Language::Ru => &[Languages::Ru],
            Language::Kk => &[Languages::KkRu, Languages::Kk],
            Language::En => &[Languages::En],
        }
    }
}

/// The longest template, in bytes.
pub const LONGEST_SOURCE: usize = 100_000;
/// The largest picture, in bytes.
pub const LARGEST_PICTURE: usize = 4 * 1024 * 1024;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 120;
/// The farthest that everything printed can be moved, in tenths of a millimetre.
pub const FARTHEST: i32 = 500;

/// One organisation has one template for a kind and its languages.
pub fn template_key(
    organisation: Option<OrganisationId>,
    kind: DocumentKind,
    languages: Languages,
) -> String {
    let organisation = organisation.map_or(0, |organisation| organisation.0);
    format!("{organisation}:{}:{}", kind.as_str(), languages.as_str())
}

/// What of a version counts for its hash, beside the pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The text of `template.typ`.
    pub source: String,
    /// By how much everything printed is moved to the right, in tenths of a millimetre.
    pub shift_x: i32,
    /// By how much everything printed is moved down, in tenths of a millimetre.
    pub shift_y: i32,
    /// Whether it is printed on a blank that carries the background.
    pub on_blank: bool,
}

/// The text over which the hash of a version is taken: everything that decides what is printed.
pub fn canonical(settings: &Settings, pictures: &[(PictureUse, String)]) -> String {
    let mut pictures: Vec<[&str; 2]> =
        pictures.iter().map(|(of, sha256)| [of.as_str(), sha256.as_str()]).collect();
    pictures.sort_unstable();
    json!({
        "source": settings.source,
        "shift": [settings.shift_x, settings.shift_y],
        "on_blank": settings.on_blank,
        "pictures": pictures,
    })
    .to_string()
}

/// Millimetres as they are typed (`2,5`, `-1`, empty for none) in tenths.
///
/// # Errors
/// The fault of the field.
pub fn tenths(field: &str, typed: &str) -> Result<i32, Fault> {
    let wrong = || Fault::new(field, "paper-template-shift").with("most", FARTHEST / 10);
    let text = typed.trim().replace('−', "-");
    if text.is_empty() {
        return Ok(0);
    }
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let number = |text: &str, most: usize| {
        let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| fits).ok_or_else(wrong)
    };
    let tenths = sign * (number(whole, 2)? * 10 + number(part, 1)?);
    if tenths.abs() <= FARTHEST { Ok(tenths) } else { Err(wrong()) }
}

/// Tenths of a millimetre as they are typed.
pub fn millimetres(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole},{part}"),
    }
}

/// A template as it was sent: text in UTF-8 with ends of lines of one sort.
///
/// # Errors
/// The fault of the field `source`.
pub fn source(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.len() > LONGEST_SOURCE {
        return Err(Fault::new("source", "paper-template-source-long").with("limit", LONGEST_SOURCE / 1000));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::new("source", "paper-template-source-text"))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if text.contains('\0') {
        return Err(Fault::new("source", "paper-template-source-text"));
    }
    if text.trim().is_empty() { Err(Fault::new("source", "required")) } else { Ok(text) }
}

/// The format of a picture that a paper can carry.
///
/// # Errors
/// The fault of the field.
pub fn picture(field: &str, bytes: &[u8]) -> Result<PictureFormat, Fault> {
    if bytes.len() > LARGEST_PICTURE {
        let most = LARGEST_PICTURE / (1024 * 1024);
        return Err(Fault::new(field, "paper-template-picture-size").with("megabytes", most));
    }
    let facts = facts(bytes).ok_or_else(|| Fault::new(field, "paper-template-picture-kind"))?;
    if facts.modest() { Ok(facts.format) } else { Err(Fault::new(field, "paper-template-picture-pixels")) }
}

/// What the typesetter found, as a fault of the field `source`.
pub fn fault(found: &TemplateFault) -> Fault {
    let place = match found.line {
        Some(line) => format!("{}:{line}", found.file),
        None => found.file.clone(),
    };
    let of = |code: &'static str| Fault::new("source", code).with("place", &place);
    match &found.wrong {
        Wrong::UnknownField(name) => of("paper-template-unknown-field").with("name", name),
        Wrong::UnknownWord(name) => of("paper-template-unknown-word").with("name", name),
        Wrong::NoSuchFile(path) => of("paper-template-no-file").with("name", path),
        Wrong::Packages => of("paper-template-packages"),
        Wrong::Glyphs(letters) => of("paper-template-glyphs").with("letters", letters),
        Wrong::Font(name) => of("paper-template-font").with("name", name),
        Wrong::BeyondPage { page, text } => {
            of("paper-template-beyond-page").with("page", page).with("text", text)
        }
        Wrong::Overlapping { page, text } => {
            of("paper-template-overlapping").with("page", page).with("text", text)
        }
        Wrong::TooTall => of("paper-template-too-tall"),
        Wrong::Pages(pages) => of("paper-template-pages").with("pages", pages),
        Wrong::Slow(seconds) => of("paper-template-slow").with("seconds", seconds),
        Wrong::Busy => of("paper-template-busy"),
        Wrong::Memory => of("paper-template-memory"),
        Wrong::Crashed => of("paper-template-crashed"),
        Wrong::NoTitle => of("paper-template-no-title"),
        Wrong::SetPage => of("paper-template-set-page"),
        Wrong::NoAlt => of("paper-template-no-alt"),
        Wrong::Engine(said) => of("paper-template-engine").with("said", said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn millimetres_are_read_as_people_type_them() {
        for (typed, expected) in
            [("", 0), ("2,5", 25), ("2.5", 25), ("-1", -10), ("−0,3", -3), ("50", 500), (" 3 ", 30)]
        {
            assert_eq!(tenths("shift_x", typed), Ok(expected), "{typed}");
        }
        for typed in ["50,1", "2,55", "мм", "2,", "--1", "1e1", "+1", ",5"] {
            assert_eq!(tenths("shift_x", typed).unwrap_err().code, "paper-template-shift", "{typed}");
        }
    }

    proptest! {
        #[test]
        fn millimetres_come_back_as_they_were_written(number in -500..=500i32) {
            prop_assert_eq!(tenths("shift_x", &millimetres(number)), Ok(number));
        }
    }

    #[test]
    fn whatever_decides_what_is_printed_changes_the_hash_and_the_order_of_pictures_does_not() {
        let settings = || Settings { source: "= A".into(), shift_x: 0, shift_y: 0, on_blank: false };
        let (logo, ground) = ((PictureUse::Logo, "aa".to_owned()), (PictureUse::Background, "bb".to_owned()));
        let one = canonical(&settings(), &[logo.clone(), ground.clone()]);
        assert_eq!(one, canonical(&settings(), &[ground, logo.clone()]));
        for other in [
            canonical(&Settings { source: "= B".into(), ..settings() }, &[]),
            canonical(&Settings { shift_x: 1, ..settings() }, &[]),
            canonical(&Settings { shift_y: 1, ..settings() }, &[]),
            canonical(&Settings { on_blank: true, ..settings() }, &[]),
            canonical(&settings(), &[logo]),
        ] {
            assert_ne!(other, canonical(&settings(), &[]));
        }
    }

    #[test]
    fn a_template_is_text() {
        assert_eq!(source(b"\xef\xbb\xbf= A\r\nB").unwrap(), "= A\nB");
        assert_eq!(source(b" \n").unwrap_err().code, "required");
        assert_eq!(source(b"\xff\xfe=").unwrap_err().code, "paper-template-source-text");
        assert_eq!(source(&vec![b'a'; LONGEST_SOURCE + 1]).unwrap_err().code, "paper-template-source-long");
    }

    #[test]
    fn a_picture_is_png_or_jpeg_of_a_modest_size() {
        assert_eq!(picture("logo", b"<svg/>").unwrap_err().code, "paper-template-picture-kind");
        let large = vec![0; LARGEST_PICTURE + 1];
        assert_eq!(picture("logo", &large).unwrap_err().code, "paper-template-picture-size");
        let bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06";
        assert_eq!(picture("logo", bomb).unwrap_err().code, "paper-template-picture-pixels");
    }
}
