//! Credentials as JSON Web Tokens. Sources: Open Badges 3.0, 8.2 (JSON Web Token Proof Format); RFC 7515; RFC 7519.

use super::jcs::{canonical, composed};
use super::keys::{KeyError, PrivateKey, PublicKey};
use super::strict;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use serde_json::{Map, Value, json};

/// A credential as a token: RS256, `kid`, and the registered claims beside what the credential says.
///
/// # Errors
/// The key is none.
pub fn sign(credential: Value, key_id: &str, key: &PrivateKey) -> Result<String, KeyError> {
    let mut payload = composed(credential);
    let claims = claims(&payload);
    if let Some(members) = payload.as_object_mut() {
        members.extend(claims);
    }
    let header = json!({ "alg": "RS256", "kid": key_id, "typ": "JWT" });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(canonical(value));
    let input = format!("{}.{}", part(&header), part(&payload));
    let signature = key.sign(input.as_bytes())?;
    Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

/// The registered claims as they follow from what a credential says.
fn claims(credential: &Value) -> Map<String, Value> {
    let seconds = |name: &str| {
        let text = credential.get(name)?.as_str()?;
        DateTime::parse_from_rfc3339(text).ok().map(|at| json!(at.timestamp()))
    };
    let found = [
        ("iss", issuer(credential).map(Value::from)),
        ("jti", credential.get("id").cloned()),
        ("sub", credential.get("credentialSubject").and_then(|subject| subject.get("id")).cloned()),
        ("nbf", seconds("validFrom")),
        ("exp", seconds("validUntil")),
    ];
    found.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// Who a credential says has issued it: an address, or a profile with one.
pub fn issuer(credential: &Value) -> Option<&str> {
    let issuer = credential.get("issuer")?;
    issuer.as_str().or_else(|| issuer.get("id")?.as_str())
}

/// A token taken apart; nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it says of its signature.
    pub header: Value,
    /// What it says.
    pub payload: Value,
    input: String,
    signature: Vec<u8>,
}

impl Token {
    /// Takes a token apart; nothing when it is none.
    pub fn parse(text: &str) -> Option<Token> {
        let (input, signature) = text.trim().rsplit_once('.')?;
        let (header, payload) = input.split_once('.')?;
        let part = |text: &str| {
            let value = strict::read(&URL_SAFE_NO_PAD.decode(text).ok()?)?;
            value.is_object().then_some(value)
        };
        Some(Token {
            header: part(header)?,
            payload: part(payload)?,
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?,
            input: input.to_owned(),
        })
    }

    /// The algorithm it names.
    pub fn algorithm(&self) -> &str {
        self.header.get("alg").and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether its signature is of a key. The kind of the key decides the algorithm, never the token.
    pub fn holds(&self, key: &PublicKey) -> bool {
        let fits = match key {
            PublicKey::Rsa { .. } => self.algorithm() == "RS256",
            PublicKey::Ed25519(_) => matches!(self.algorithm(), "EdDSA" | "Ed25519"),
        };
        // What the header calls critical has to be understood (RFC 7515, 4.1.11), and nothing of it is.
        fits && self.header.get("crit").is_none() && key.signed(self.input.as_bytes(), &self.signature)
    }

    /// The credential in it: what it says without the registered claims, or what stands under `vc` as of old.
    pub fn credential(&self) -> Value {
        let mut said = self.payload.get("vc").filter(|old| old.is_object()).unwrap_or(&self.payload).clone();
        if let Some(members) = said.as_object_mut() {
            for claim in ["iss", "jti", "sub", "nbf", "exp", "iat", "aud"] {
                members.shift_remove(claim);
            }
        }
        said
    }

    /// The registered claims that say something else than the credential.
    pub fn contradictions(&self) -> Vec<&'static str> {
        let expected = claims(&self.credential());
        let names = ["iss", "jti", "sub", "nbf", "exp"];
        let differs =
            |name: &&str| self.payload.get(*name).is_some_and(|said| expected.get(*name) != Some(said));
        names.into_iter().filter(differs).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::Algorithm;
    use super::*;

    fn credential() -> Value {
        json!({
            "id": "https://birge.example/v/abc",
            "issuer": { "id": "did:web:birge.example" },
            "validFrom": "2026-12-01T00:00:00+08:00",
            "credentialSubject": { "id": "urn:uuid:1" },
        })
    }

    #[test]
    fn the_claims_follow_from_the_credential() {
        let claims = Value::Object(claims(&credential()));
        let expected = json!({
            "iss": "did:web:birge.example", "jti": "https://birge.example/v/abc", "sub": "urn:uuid:1",
            "nbf": 1_796_054_400,
        });
        assert_eq!(claims, expected);
    }

    #[test]
    fn a_token_signed_with_ed25519_is_read_and_one_with_another_algorithm_is_not() {
        let mut fill = |bytes: &mut [u8]| bytes.fill(9);
        let (key, public) = PrivateKey::make(Algorithm::Ed25519, &mut fill).unwrap();
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let token = |header: Value, payload: Value| {
            let input = format!("{}.{}", part(&header), part(&payload));
            let signature = URL_SAFE_NO_PAD.encode(key.sign(input.as_bytes()).unwrap());
            Token::parse(&format!("{input}.{signature}")).unwrap()
        };
        let good = token(json!({ "alg": "EdDSA" }), credential());
        assert!(good.holds(&public) && good.contradictions().is_empty());
        assert_eq!(good.credential(), credential());
        for header in
            [json!({ "alg": "RS256" }), json!({ "alg": "none" }), json!({ "alg": "EdDSA", "crit": ["x"] })]
        {
            assert!(!token(header, credential()).holds(&public));
        }
        let mut lying = credential();
        lying["iss"] = json!("did:web:other.example");
        assert_eq!(token(json!({ "alg": "EdDSA" }), lying).contradictions(), ["iss"]);
        assert_eq!(Token::parse("a.b.c"), None);
    }
}
