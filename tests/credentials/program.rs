//! `birge credential verify` as a shell sees it: a program of its own, its exit code, and its reasons as JSON.

use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

/// The signed credential of W3C Data Integrity EdDSA Cryptosuites v1.0 (Recommendation of 15 May 2025), B.3.
fn vector() -> Value {
    let context = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"];
    json!({
        "@context": context,
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
        "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-jcs-2022",
            "created": "2023-02-24T23:36:38Z",
            "verificationMethod": format!("did:key:{KEY}#{KEY}"),
            "proofPurpose": "assertionMethod",
            "@context": context,
            "proofValue":
                "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX",
        },
    })
}

/// The exit code and what was printed.
fn verify(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_birge"));
    let output = program.args(["credential", "verify"]).args(arguments).current_dir(folder).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn row_34_the_program_exits_with_zero_only_when_everything_holds_and_says_why_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let signed = vector().to_string();
    put("alumni.json", &signed);
    put("keys", &format!("did:key:{KEY}"));
    put("changed.json", &signed.replacen("School of Examples", "School of Exemples", 1));
    put("other.txt", "no credential at all");
    let (code, said) = verify(folder.path(), &["alumni.json", "--key", "keys", "--json"]);
    let verdict: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &verdict["valid"]), (Some(0), &json!(true)), "{said}");
    // Whoever brings no key of the issuer learns that it is not known, and the exit code says that it does not hold.
    let (code, said) = verify(folder.path(), &["alumni.json", "--json"]);
    let verdict: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &verdict["valid"]), (Some(1), &json!(false)), "{said}");
    let (code, said) = verify(folder.path(), &["changed.json", "--key", "keys", "--json"]);
    let verdict: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, super::code(&verdict, "signature")), (Some(1), "signature-broken".into()), "{said}");
    for wrong in ["other.txt", "nowhere.json"] {
        let (code, _) = verify(folder.path(), &[wrong, "--key", "keys", "--json"]);
        assert_eq!(
            code,
            Some(2),
            "{wrong}: a file that cannot be read is another thing than one that does not hold"
        );
    }
}
