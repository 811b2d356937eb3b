//! The instance's secret key and its randomness: tokens, signatures, signed links.
//! Everything random in the product is drawn here, so that tests can seed it.

mod locked;
mod signed;

use crate::kernel::{Problem, PublicId};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

pub use signed::{LinkClaims, TokenClaims};

/// The secret key and the source of randomness.
pub struct Secrets {
    key: [u8; 32],
    random: Mutex<StdRng>,
}

impl Secrets {
    /// Secrets over a key, with randomness from the operating system.
    pub fn new(key: [u8; 32]) -> Secrets {
        Secrets { key, random: Mutex::new(rand::make_rng()) }
    }

    /// Secrets whose randomness repeats, for tests.
    pub fn seeded(key: [u8; 32], seed: u64) -> Secrets {
        Secrets { key, random: Mutex::new(StdRng::seed_from_u64(seed)) }
    }

    /// A key out of text (an environment variable) of any length.
    pub fn key_from_text(text: &str) -> [u8; 32] {
        Sha256::digest(text.as_bytes()).into()
    }

    /// Fresh random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A random number, for instance the seed of a shuffle.
    pub fn number(&self) -> i64 {
        i64::from_le_bytes(self.bytes())
    }

    /// A fresh token of 256 bits as URL-safe text.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// A fresh id that strangers may see.
    pub fn public_id(&self) -> PublicId {
        PublicId::from_random(self.bytes())
    }

    /// The keyed hash of some data for one purpose, as URL-safe text.
    pub fn seal(&self, purpose: &str, data: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.keyed_hash(purpose, data))
    }

    /// The number that the keyed hash of some data begins with: what a short code is made of.
    pub fn sealed_number(&self, purpose: &str, data: &str) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.keyed_hash(purpose, data);
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }

    /// The name of a thing of this installation that no other installation gives to anything of its own, for
    /// calendars: the same for ever, whatever address the installation has.
    pub fn worldwide(&self, thing: &str) -> String {
        format!("{thing}-{}@birge", self.seal("worldwide", thing))
    }

    fn keyed_hash(&self, purpose: &str, data: &str) -> [u8; 32] {
        let mut block = [0u8; 64];
        block.iter_mut().zip(self.key).for_each(|(slot, byte)| *slot = byte);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(data.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Whether a seal belongs to the data, in constant time.
    pub fn seal_fits(&self, purpose: &str, data: &str, seal: &str) -> bool {
        use subtle::ConstantTimeEq;
        self.seal(purpose, data).as_bytes().ct_eq(seal.as_bytes()).into()
    }

    fn signing_key(&self) -> &[u8] {
        &self.key
    }
}

/// The SHA-256 of a token: what a database keeps of it.
pub fn token_hash(token: &str) -> String {
    sha256_hex(token.as_bytes())
}

/// SHA-256 as lower-case hexadecimal text.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// A signed link or token that is forged, expired or not one of ours.
#[derive(Debug, thiserror::Error)]
#[error("the signature or the term of the token does not hold")]
pub struct TokenError;

impl From<TokenError> for Problem {
    fn from(_: TokenError) -> Problem {
        Problem::new(crate::kernel::ProblemCode::TokenInvalid)
    }
}
