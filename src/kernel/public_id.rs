//! Ids that strangers may see.

use serde::{Deserialize, Serialize};

/// An unguessable id: 160 random bits in lower-case base 32, safe to print and to type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicId(pub String);

const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

impl PublicId {
    /// An id of 20 random bytes, which the caller draws.
    pub fn from_random(bytes: [u8; 20]) -> PublicId {
        let mut text = String::with_capacity(32);
        let (mut held, mut bits) = (0u32, 0u32);
        for byte in bytes {
            held = (held << 8) | u32::from(byte);
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                let index = ((held >> bits) & 31) as usize;
                text.push(char::from(LETTERS.get(index).copied().unwrap_or(b'a')));
            }
        }
        PublicId(text)
    }

    /// Reads an id from an address; `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<PublicId> {
        let plausible = text.len() == 32 && text.bytes().all(|byte| LETTERS.contains(&byte));
        plausible.then(|| PublicId(text.to_owned()))
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PublicId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_bytes_give_different_ids_that_parse() {
        let one = PublicId::from_random([7; 20]);
        let other = PublicId::from_random([8; 20]);
        assert_ne!(one, other);
        assert_eq!(PublicId::parse(one.as_str()), Some(one));
        assert_eq!(PublicId::parse("../../etc/passwd"), None);
    }
}
