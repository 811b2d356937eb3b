//! Texts that lie encrypted in the database: numbers of the state, dates of birth. ChaCha20-Poly1305 (RFC 8439) with a
//! key for each purpose, derived from the instance's key, and a fresh nonce for each text. What a text is about is
//! bound to it, so that the bytes of one person's row cannot be put into another's.

use super::Secrets;
use crate::kernel::Problem;
use anyhow::anyhow;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

/// What stands before every locked text: how it was locked, so that another way can come one day.
const VERSION: &str = "v1.";

impl Secrets {
    /// Encrypts a text for one purpose (`snils`), bound to what it is about (`person 7`).
    ///
    /// # Errors
    /// `Internal` when the cipher refuses, which it does for texts of hundreds of gigabytes only.
    pub fn lock(&self, purpose: &str, about: &str, text: &str) -> Result<String, Problem> {
        let nonce: [u8; NONCE_LEN] = self.bytes();
        let mut bytes = text.as_bytes().to_vec();
        self.cipher(purpose)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(about.as_bytes()),
                &mut bytes,
            )
            .map_err(|_| Problem::internal(anyhow!("a text of {purpose} was not encrypted")))?;
        let whole = [nonce.as_slice(), &bytes].concat();
        Ok(format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(whole)))
    }

    /// Decrypts what [`Secrets::lock`] gave for the same purpose and the same thing.
    ///
    /// # Errors
    /// `Internal` for a text that was changed, is about something else, or was locked with another key.
    pub fn unlock(&self, purpose: &str, about: &str, locked: &str) -> Result<String, Problem> {
        self.opened(purpose, about, locked).ok_or_else(|| {
            Problem::internal(anyhow!("a text of {purpose} about {about} does not open with this key"))
        })
    }

    fn opened(&self, purpose: &str, about: &str, locked: &str) -> Option<String> {
        let whole = URL_SAFE_NO_PAD.decode(locked.strip_prefix(VERSION)?).ok()?;
        let (nonce, rest) = whole.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::assume_unique_for_key(nonce.try_into().ok()?);
        let mut bytes = rest.to_vec();
        let cipher = self.cipher(purpose).ok()?;
        let plain = cipher.open_in_place(nonce, Aad::from(about.as_bytes()), &mut bytes).ok()?;
        String::from_utf8(plain.to_vec()).ok()
    }

    /// The cipher of a purpose: its key is the keyed hash of the purpose's name, so that no text of one purpose opens as
    /// one of another.
    fn cipher(&self, purpose: &str) -> Result<LessSafeKey, Problem> {
        let key = self.keyed_hash("locked", purpose);
        UnboundKey::new(&CHACHA20_POLY1305, &key)
            .map(LessSafeKey::new)
            .map_err(|_| Problem::internal(anyhow!("the key of {purpose} is of the wrong length")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_text_opens_for_its_purpose_its_person_and_its_key_only() {
        let secrets = Secrets::seeded([1; 32], 1);
        let locked = secrets.lock("snils", "person 7", "11223344595").unwrap();
        assert!(!locked.contains("11223344595"));
        assert_eq!(secrets.unlock("snils", "person 7", &locked).unwrap(), "11223344595");
        assert!(secrets.unlock("snils", "person 8", &locked).is_err());
        assert!(secrets.unlock("iin", "person 7", &locked).is_err());
        assert!(Secrets::seeded([2; 32], 1).unlock("snils", "person 7", &locked).is_err());
    }

    #[test]
    fn the_same_text_is_locked_anew_each_time_and_a_changed_letter_is_found() {
        let secrets = Secrets::seeded([1; 32], 1);
        let lock = || secrets.lock("snils", "person 7", "11223344595").unwrap();
        let (one, two) = (lock(), lock());
        assert_ne!(one, two);
        for at in VERSION.len()..one.len() - 1 {
            let mut changed = one.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert!(secrets.unlock("snils", "person 7", &changed).is_err(), "letter {at}");
        }
        for short in ["", "v1.", "v1.AAAA", "11223344595"] {
            assert!(secrets.unlock("snils", "person 7", short).is_err(), "{short:?}");
        }
    }
}
