//! Passwords: what one must be, and how it is kept (argon2id, RFC 9106, with the OWASP minimum of memory).

use crate::kernel::name::email_key;
use crate::kernel::{Fault, Problem};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;
/// The longest password, in characters: hashing takes time by length.
pub const LONGEST: usize = 200;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash with our parameters that belongs to no password: an unknown e-mail costs as much time as a known one.
pub const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$YmlyZ2UtZHVtbXktc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Passwords that are tried first by whoever guesses, and are long enough to pass otherwise.
const COMMON: [&str; 40] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "9876543210",
    "1234567891",
    "12345678910",
    "123456789a",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "q1w2e3r4t5",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "qwerty1234",
    "asdfghjkl;",
    "zxcvbnm123",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "p@ssw0rd123",
    "administrator",
    "admin12345",
    "welcome123",
    "letmein123",
    "iloveyou12",
    "abcdefghij",
    "abc1234567",
    "йцукенгшщз",
    "йцукен12345",
    "пароль12345",
    "пароль1234",
    "парольпароль",
    "администратор",
    "qazaqstan1",
    "kazakhstan",
    "казахстан1",
    "қазақстан1",
    "құпиясөз12",
    "волонтёр123",
];

/// What is wrong with a password for the owner of an e-mail address; nothing when it will do.
pub fn fault(password: &str, email: &str) -> Option<Fault> {
    let length = password.chars().count();
    if password.is_empty() {
        return Some(Fault::new("password", "required"));
    }
    if length < SHORTEST {
        return Some(Fault::new("password", "password-too-short").with("limit", SHORTEST));
    }
    if length > LONGEST {
        return Some(Fault::new("password", "too-long").with("limit", LONGEST));
    }
    let folded = email_key(password);
    let own = email_key(email);
    if folded == own || own.split('@').next() == Some(folded.as_str()) {
        return Some(Fault::new("password", "password-like-email"));
    }
    let easy = COMMON.contains(&folded.as_str()) || is_monotonous(&folded);
    easy.then(|| Fault::new("password", "password-too-common"))
}

/// One or two letters repeated.
fn is_monotonous(password: &str) -> bool {
    let letters: std::collections::BTreeSet<char> = password.chars().collect();
    letters.len() <= 2
}

/// Hashes a password with a salt that the caller draws. Takes tens of milliseconds on purpose: never on a thread
/// that serves requests, never inside a transaction.
///
/// # Errors
/// `Internal` when the machine has no memory left for it.
pub fn hash(password: &str, salt: [u8; 16]) -> Result<String, Problem> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(failed)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash =
        argon.hash_password_with_salt(composed(password).as_bytes(), &salt).map_err(failed)?;
    Ok(hash.to_string())
}

/// Whether a password belongs to a hash. As slow as [`hash`].
pub fn verify(password: &str, hash: &str) -> bool {
    Argon2::default().verify_password(composed(password).as_bytes(), hash).is_ok()
}

/// NFC (RFC 8265): «й» typed on a telephone and on a desk may be different characters.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

fn failed(error: impl std::fmt::Display) -> Problem {
    Problem::internal(anyhow::anyhow!("a password could not be hashed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<String> {
        fault(password, "Aigul.Seitkali@Mail.example").map(|fault| fault.code)
    }

    #[test]
    fn a_password_must_be_long_unusual_and_not_the_address() {
        assert_eq!(code("үш қара мысық"), None);
        assert_eq!(code("birge-demo"), None);
        assert_eq!(code(""), Some("required".into()));
        assert_eq!(code("коротко"), Some("password-too-short".into()));
        assert_eq!(code(&"я".repeat(201)), Some("too-long".into()));
        assert_eq!(code("Qwerty12345"), Some("password-too-common".into()));
        assert_eq!(code("ababababababab"), Some("password-too-common".into()));
        assert_eq!(code("aigul.seitkali@mail.example"), Some("password-like-email".into()));
        assert_eq!(code("AIGUL.SEITKALI"), Some("password-like-email".into()));
    }

    #[test]
    fn the_list_of_common_passwords_holds_only_what_would_pass_otherwise() {
        for password in COMMON {
            assert_eq!(email_key(password), password);
            assert!(password.chars().count() >= SHORTEST, "{password}");
        }
    }

    #[test]
    fn a_hash_fits_its_password_only_and_nobodys_hash_fits_none() {
        let kept = hash("верный пароль", [7; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify("верный пароль", &kept));
        assert!(!verify("Верный пароль", &kept));
        assert!(verify("верный пароль".replace('й', "и\u{306}").as_str(), &kept));
        assert_ne!(hash("верный пароль", [8; 16]).unwrap(), kept);
        assert!(PasswordHash::new(NOBODYS_HASH).is_ok(), "it must cost the time of a real one");
        assert!(!verify("", NOBODYS_HASH));
    }
}
