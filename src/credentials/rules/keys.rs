//! Public keys as files name them, and the private keys that sign. Sources: W3C Controlled Identifiers 1.0 (Multikey,
//! JsonWebKey), did:key, did:jwk, RFC 7517, RFC 7638, RFC 8037.

use super::base58;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jsonwebtoken::{Algorithm as JwtAlgorithm, DecodingKey, EncodingKey};
use rsa::pkcs1::EncodeRsaPrivateKey as _;
use rsa::rand_core::{self, CryptoRng, RngCore};
use rsa::traits::PublicKeyParts as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

crate::kernel::words! {
    /// With what is signed.
    Algorithm {
        /// Ed25519: proofs within the credential, `eddsa-jcs-2022`.
        Ed25519 = "ed25519",
        /// RSA: credentials as tokens, RS256.
        Rsa = "rsa",
    }
}

/// The multicodec of an Ed25519 public key.
const ED25519_CODE: [u8; 2] = [0xed, 0x01];

/// The size of the RSA keys made here, in bits, and the least that is believed.
const RSA_BITS: usize = 2048;

/// The largest RSA key that is read, in bits: the work grows with it.
const LARGEST_RSA_BITS: usize = 4096;

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// Ed25519.
    Ed25519([u8; 32]),
    /// RSA, the numbers big-endian.
    Rsa {
        /// The modulus.
        modulus: Vec<u8>,
        /// The exponent.
        exponent: Vec<u8>,
    },
}

impl PublicKey {
    /// A multikey, `z6Mk…`.
    pub fn from_multikey(text: &str) -> Option<PublicKey> {
        let bytes = base58::decode(text.strip_prefix('z')?)?;
        let key = bytes.strip_prefix(&ED25519_CODE)?;
        Some(PublicKey::Ed25519(key.try_into().ok()?))
    }

    /// A JSON Web Key: OKP with Ed25519, or RSA of 2048 to 4096 bits.
    pub fn from_jwk(jwk: &Value) -> Option<PublicKey> {
        let bytes = |name: &str| URL_SAFE_NO_PAD.decode(jwk.get(name)?.as_str()?).ok();
        match jwk.get("kty")?.as_str()? {
            "OKP" if jwk.get("crv")?.as_str()? == "Ed25519" => {
                Some(PublicKey::Ed25519(bytes("x")?.try_into().ok()?))
            }
            "RSA" => {
                let modulus: Vec<u8> = bytes("n")?.into_iter().skip_while(|byte| *byte == 0).collect();
                let bits = modulus.len() * 8;
                let exponent = bytes("e")?;
                let believed = (RSA_BITS..=LARGEST_RSA_BITS).contains(&bits) && exponent.len() <= 8;
                believed.then_some(PublicKey::Rsa { modulus, exponent })
            }
            _ => None,
        }
    }

    /// The key that a `did:key` or a `did:jwk` is.
    pub fn from_did(did: &str) -> Option<PublicKey> {
        let bare = did.split('#').next().unwrap_or_default();
        if let Some(multikey) = bare.strip_prefix("did:key:") {
            return PublicKey::from_multikey(multikey);
        }
        let jwk = URL_SAFE_NO_PAD.decode(bare.strip_prefix("did:jwk:")?).ok()?;
        PublicKey::from_jwk(&serde_json::from_slice(&jwk).ok()?)
    }

    /// As a JSON Web Key.
    pub fn to_jwk(&self) -> Value {
        match self {
            PublicKey::Ed25519(key) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key) })
            }
            PublicKey::Rsa { modulus, exponent } => json!({
                "kty": "RSA",
                "n": URL_SAFE_NO_PAD.encode(modulus),
                "e": URL_SAFE_NO_PAD.encode(exponent),
            }),
        }
    }

    /// As a multikey; there is none for RSA.
    pub fn multikey(&self) -> Option<String> {
        match self {
            PublicKey::Ed25519(key) => {
                Some(format!("z{}", base58::encode(&[&ED25519_CODE[..], key].concat())))
            }
            PublicKey::Rsa { .. } => None,
        }
    }

    /// What names the key within the document of its issuer: the multikey, or the thumbprint of RFC 7638.
    pub fn fragment(&self) -> String {
        self.multikey().unwrap_or_else(|| {
            let jwk = self.to_jwk();
            let text = |name: &str| jwk.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let members = format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, text("e"), text("n"));
            URL_SAFE_NO_PAD.encode(Sha256::digest(members.as_bytes()))
        })
    }

    /// Whether a signature over a message is of this key.
    pub fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            PublicKey::Ed25519(key) => {
                let key = VerifyingKey::from_bytes(key).ok();
                let signature = Signature::from_slice(signature).ok();
                key.zip(signature)
                    .is_some_and(|(key, signature)| key.verify_strict(message, &signature).is_ok())
            }
            PublicKey::Rsa { modulus, exponent } => {
                let key = DecodingKey::from_rsa_raw_components(modulus, exponent);
                let signature = URL_SAFE_NO_PAD.encode(signature);
                jsonwebtoken::crypto::verify(&signature, message, &key, JwtAlgorithm::RS256).unwrap_or(false)
            }
        }
    }
}

/// A private key.
pub enum PrivateKey {
    /// Ed25519: its seed.
    Ed25519([u8; 32]),
    /// RSA: PKCS #1, DER.
    Rsa(Vec<u8>),
}

/// A key that cannot be made or used; a fault of ours.
#[derive(Debug, thiserror::Error)]
#[error("a key for digital credentials cannot be made or used: {0}")]
pub struct KeyError(String);

impl PrivateKey {
    /// A new key with its public half. RSA takes a moment: keep it off the threads that serve requests.
    ///
    /// # Errors
    /// The randomness is no good.
    pub fn make(
        algorithm: Algorithm,
        fill: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(PrivateKey, PublicKey), KeyError> {
        match algorithm {
            Algorithm::Ed25519 => {
                let mut seed = [0; 32];
                fill(&mut seed);
                let public = SigningKey::from_bytes(&seed).verifying_key().to_bytes();
                Ok((PrivateKey::Ed25519(seed), PublicKey::Ed25519(public)))
            }
            Algorithm::Rsa => {
                let failed = |error: &dyn std::fmt::Display| KeyError(error.to_string());
                let key =
                    rsa::RsaPrivateKey::new(&mut Drawn(fill), RSA_BITS).map_err(|error| failed(&error))?;
                let public =
                    PublicKey::Rsa { modulus: key.n().to_bytes_be(), exponent: key.e().to_bytes_be() };
                let der = key.to_pkcs1_der().map_err(|error| failed(&error))?;
                Ok((PrivateKey::Rsa(der.as_bytes().to_vec()), public))
            }
        }
    }

    /// The key as it is kept, sealed.
    pub fn bytes(&self) -> &[u8] {
        match self {
            PrivateKey::Ed25519(seed) => seed,
            PrivateKey::Rsa(der) => der,
        }
    }

    /// A key that was kept.
    ///
    /// # Errors
    /// It is none.
    pub fn from_bytes(algorithm: Algorithm, bytes: Vec<u8>) -> Result<PrivateKey, KeyError> {
        match algorithm {
            Algorithm::Ed25519 => {
                let seed = bytes.try_into().map_err(|_| KeyError("it is not of 32 bytes".to_owned()))?;
                Ok(PrivateKey::Ed25519(seed))
            }
            Algorithm::Rsa => Ok(PrivateKey::Rsa(bytes)),
        }
    }

    /// Signs a message; the same message has the same signature.
    ///
    /// # Errors
    /// The key is none.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        match self {
            PrivateKey::Ed25519(seed) => Ok(SigningKey::from_bytes(seed).sign(message).to_bytes().to_vec()),
            PrivateKey::Rsa(der) => {
                let failed = |error: &dyn std::fmt::Display| KeyError(error.to_string());
                let key = EncodingKey::from_rsa_der(der);
                let signature = jsonwebtoken::crypto::sign(message, &key, JwtAlgorithm::RS256)
                    .map_err(|error| failed(&error))?;
                URL_SAFE_NO_PAD.decode(signature).map_err(|error| failed(&error))
            }
        }
    }
}

/// The randomness of the installation for the library that makes RSA keys.
struct Drawn<'a>(&'a mut dyn FnMut(&mut [u8]));

impl RngCore for Drawn<'_> {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        (self.0)(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        (self.0)(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        (self.0)(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        (self.0)(bytes);
        Ok(())
    }
}

impl CryptoRng for Drawn<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    const MULTIKEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    #[test]
    fn a_multikey_a_jwk_and_a_did_are_the_same_key() {
        let key = PublicKey::from_multikey(MULTIKEY).unwrap();
        assert_eq!(key.multikey().as_deref(), Some(MULTIKEY));
        assert_eq!(key.fragment(), MULTIKEY);
        assert_eq!(PublicKey::from_jwk(&key.to_jwk()), Some(key.clone()));
        assert_eq!(PublicKey::from_did(&format!("did:key:{MULTIKEY}#{MULTIKEY}")), Some(key.clone()));
        let jwk = URL_SAFE_NO_PAD.encode(key.to_jwk().to_string());
        assert_eq!(PublicKey::from_did(&format!("did:jwk:{jwk}#0")), Some(key));
        assert_eq!(PublicKey::from_did("did:web:birge.example"), None);
        assert_eq!(PublicKey::from_multikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ"), None);
    }

    /// RFC 7638, 3.1.
    #[test]
    fn the_thumbprint_of_the_standard() {
        let jwk = json!({ "kty": "RSA", "e": "AQAB", "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw" });
        assert_eq!(
            PublicKey::from_jwk(&jwk).unwrap().fragment(),
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        );
    }

    #[test]
    fn small_rsa_keys_are_not_believed() {
        let jwk = json!({ "kty": "RSA", "e": "AQAB", "n": URL_SAFE_NO_PAD.encode([0xff; 128]) });
        assert_eq!(PublicKey::from_jwk(&jwk), None);
    }

    #[test]
    fn each_kind_of_key_signs_and_knows_its_signature() {
        let mut state = 7u8;
        let mut fill = |bytes: &mut [u8]| {
            for byte in bytes {
                state = state.wrapping_mul(141).wrapping_add(59);
                *byte = state;
            }
        };
        let (key, public) = PrivateKey::make(Algorithm::Ed25519, &mut fill).unwrap();
        let signature = key.sign(b"message").unwrap();
        assert!(public.signed(b"message", &signature) && !public.signed(b"messagf", &signature));
        let again = PrivateKey::from_bytes(Algorithm::Ed25519, key.bytes().to_vec()).unwrap();
        assert_eq!(again.sign(b"message").unwrap(), signature);
        assert!(PrivateKey::from_bytes(Algorithm::Ed25519, vec![1; 31]).is_err());
    }
}
