//! What somebody brings to be verified: a signed document, a token, or a picture with either in it.

use super::baking;
use super::strict;
use super::token::Token;
use crate::kernel::Fault;
use serde_json::Value;

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// In what a credential came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapping {
    /// As text.
    Text,
    /// In a PNG.
    Png,
    /// In an SVG.
    Svg,
}

/// A credential with its signature, not yet believed.
#[derive(Debug, Clone, PartialEq)]
pub enum Signed {
    /// JSON with proofs in it.
    Document(Value),
    /// A token.
    Token(Box<Token>),
}

impl Signed {
    /// What it says.
    pub fn credential(&self) -> Value {
        match self {
            Signed::Document(document) => document.clone(),
            Signed::Token(token) => token.credential(),
        }
    }

    /// Reads a text: JSON, or a token.
    pub fn parse(text: &str) -> Option<Signed> {
        let text = text.trim().trim_start_matches('\u{feff}');
        if text.starts_with('{') {
            return strict::read(text.as_bytes()).filter(Value::is_object).map(Signed::Document);
        }
        Token::parse(text).map(|token| Signed::Token(Box::new(token)))
    }
}

/// Why a file cannot be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unopened {
    /// It is too large for a credential.
    TooLarge,
    /// A picture with none in it, or with several.
    EmptyPicture,
    /// Neither JSON nor a token nor a picture that can hold one.
    Unknown,
}

impl Unopened {
    /// As the fault of a field.
    pub fn fault(self, field: &str) -> Fault {
        match self {
            Unopened::TooLarge => {
                Fault::new(field, "credential-file-large").with("megabytes", LARGEST / (1024 * 1024))
            }
            Unopened::EmptyPicture => Fault::new(field, "credential-file-picture"),
            Unopened::Unknown => Fault::new(field, "credential-file-unknown"),
        }
    }
}

/// Opens a file by its content; its name does not count.
///
/// # Errors
/// It is no credential.
pub fn open(bytes: &[u8]) -> Result<(Wrapping, Signed), Unopened> {
    if bytes.len() > LARGEST {
        return Err(Unopened::TooLarge);
    }
    if baking::is_png(bytes) {
        return unwrapped(Wrapping::Png, baking::from_png(bytes));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unopened::Unknown)?;
    if text.trim_start().starts_with('<') || text.trim_start().starts_with("\u{feff}<") {
        return unwrapped(Wrapping::Svg, baking::from_svg(text));
    }
    Signed::parse(text).map(|signed| (Wrapping::Text, signed)).ok_or(Unopened::Unknown)
}

fn unwrapped(wrapping: Wrapping, found: Option<String>) -> Result<(Wrapping, Signed), Unopened> {
    let signed = found.as_deref().and_then(Signed::parse);
    signed.map(|signed| (wrapping, signed)).ok_or(Unopened::EmptyPicture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_content() {
        let (wrapping, signed) = open(b" {\"id\":1}\n").unwrap();
        assert_eq!((wrapping, signed.credential()["id"].clone()), (Wrapping::Text, 1.into()));
        assert_eq!(open(b"<svg></svg>").unwrap_err(), Unopened::EmptyPicture);
        assert_eq!(open(b"\x89PNG\r\n\x1a\n").unwrap_err(), Unopened::EmptyPicture);
        for other in [&b"%PDF-1.7"[..], b"[1]", b"{", b"hello", b"\xff\xfe", b"{\"id\":1,\"id\":2}"] {
            assert_eq!(open(other).unwrap_err(), Unopened::Unknown);
        }
        assert_eq!(open(&vec![b' '; LARGEST + 1]).unwrap_err(), Unopened::TooLarge);
    }
}
