//! Signed statements as JSON Web Tokens (RFC 7519, HS256): API bearers and one-time links.

use super::{Secrets, TokenError};
use crate::kernel::{Moment, Problem};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What an API bearer says: which session it is; the session row decides whether it still holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TokenClaims {
    /// The token whose hash names the session row.
    pub session: String,
    /// When it ends, in seconds since the epoch.
    pub exp: i64,
}

/// What a one-time link says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LinkClaims {
    /// The row that is used up when the link is.
    pub nonce: String,
    /// What for; a link for one purpose opens nothing else.
    pub purpose: String,
    /// When it ends, in seconds since the epoch.
    pub exp: i64,
}

impl Secrets {
    /// Signs claims.
    ///
    /// # Errors
    /// `Internal` when the claims cannot be serialised.
    pub fn sign<T: Serialize>(&self, claims: &T) -> Result<String, Problem> {
        let key = EncodingKey::from_secret(self.signing_key());
        encode(&Header::new(Algorithm::HS256), claims, &key).map_err(Problem::internal)
    }

    /// Reads claims back if the signature is ours. The term is checked against the given moment.
    ///
    /// # Errors
    /// [`TokenError`] when it is forged, malformed or over.
    pub fn verify<T: DeserializeOwned + Expiring>(&self, token: &str, now: Moment) -> Result<T, TokenError> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.required_spec_claims.clear();
        let key = DecodingKey::from_secret(self.signing_key());
        let claims = decode::<T>(token, &key, &validation).map_err(|_| TokenError)?.claims;
        if now.0.timestamp() < claims.ends() { Ok(claims) } else { Err(TokenError) }
    }
}

/// Claims with a term.
pub trait Expiring {
    /// The first second in which they no longer hold.
    fn ends(&self) -> i64;
}

impl Expiring for TokenClaims {
    fn ends(&self) -> i64 {
        self.exp
    }
}

impl Expiring for LinkClaims {
    fn ends(&self) -> i64 {
        self.exp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_until_its_end_and_only_with_our_key() {
        let secrets = Secrets::seeded([1; 32], 1);
        let now = Moment::parse("2026-09-01T09:00:00Z").unwrap();
        let claims =
            LinkClaims { nonce: "n".into(), purpose: "invitation".into(), exp: now.0.timestamp() + 60 };
        let token = secrets.sign(&claims).unwrap();
        assert_eq!(secrets.verify::<LinkClaims>(&token, now).unwrap().nonce, "n");
        assert!(secrets.verify::<LinkClaims>(&token, now.plus_minutes(1)).is_err());
        assert!(Secrets::seeded([2; 32], 1).verify::<LinkClaims>(&token, now).is_err());
    }
}
