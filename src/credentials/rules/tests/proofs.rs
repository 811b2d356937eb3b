//! Proofs that are not what they should be, and keys that were withdrawn.

use super::*;

/// Whoever has a leaked key can write any date beside a signature, so the date saves nothing.
#[test]
fn what_a_withdrawn_key_signed_is_not_believed_and_the_reason_says_so() {
    let text = signed(statement()).to_string();
    let withdrawn = |since: &str| {
        let keys = Published {
            standing: vec![KEYS.rsa.1.clone()],
            withdrawn: vec![(KEYS.ed.1.clone(), Moment::parse(since).unwrap())],
        };
        judge(&text, &keys_of(&document(issuer(), &keys, Some(SITE)).to_string()), &[own_list(&[])])
    };
    let found = withdrawn(NOW);
    assert!(!found.valid);
    assert_eq!(of(&found, Question::Signature).code, "signature-holds");
    assert_eq!(of(&found, Question::Issuer).code, "issuer-withdrawn");
    assert!(withdrawn("2026-12-01T09:00:01Z").valid, "not yet");
    // A second proof with a key that stands is enough.
    let key_id = format!("{}#{}", issuer(), KEYS.rsa.1.fragment());
    let token = token::sign(statement(), &key_id, &KEYS.rsa.0).unwrap();
    assert!(usual(&token).valid);
}

#[test]
fn a_chain_of_proofs_is_unsupported_and_not_broken() {
    let mut document = signed(statement());
    document["proof"]["previousProof"] = json!("urn:uuid:1");
    let found = usual(&document.to_string());
    let signature = of(&found, Question::Signature);
    assert_eq!((found.valid, signature.answer, signature.code), (false, Answer::Unknown, "signature-chain"));
}

/// Of 2^53 + 1 a program that reads numbers as JSON has them sees 2^53, and the same signature fits both.
#[test]
fn whole_numbers_beyond_two_to_the_53rd_are_refused_and_named() {
    for (number, code) in [
        ("9007199254740991", "signature-holds"),
        ("-9007199254740991", "signature-holds"),
        ("9007199254740993", "signature-number"),
        ("-9007199254740992", "signature-number"),
        ("18446744073709551616", "signature-number"),
    ] {
        let mut statement = statement();
        statement["evidence"] = json!({ "count": serde_json::from_str::<Value>(number).unwrap() });
        let found = usual(&signed(statement).to_string());
        assert_eq!(of(&found, Question::Signature).code, code, "{number}");
    }
}

#[test]
fn a_proof_of_the_future_and_one_that_is_over_do_not_count() {
    let method = format!("{}#{}", issuer(), KEYS.ed.1.fragment());
    let later = proof::sign(statement(), (&method, "2026-12-01T09:00:01Z"), &KEYS.ed.0).unwrap();
    let code = |document: &Value| {
        let found = usual(&document.to_string());
        assert!(!found.valid);
        of(&found, Question::Signature).code
    };
    assert_eq!(code(&later), "signature-ahead");
    let mut over = signed(statement());
    over["proof"]["expires"] = json!(NOW);
    assert_eq!(code(&over), "signature-over");
    over["proof"]["expires"] = json!("tomorrow");
    assert_eq!(code(&over), "signature-date");
}

/// The work grows with proofs, keys and entries; a stranger's file is not given as much of it as it asks for.
#[test]
fn a_file_of_a_thousand_proofs_or_entries_is_looked_at_only_in_part() {
    let good = signed(statement());
    let mut broken = good["proof"].clone();
    broken["created"] = json!("2026-11-20T00:00:00Z");
    let mut many = good.clone();
    many["proof"] = std::iter::repeat_n(broken, 1000).chain([good["proof"].clone()]).collect();
    assert_eq!(of(&usual(&many.to_string()), Question::Signature).code, "signature-broken");
    let mut pointing = statement();
    let entry = pointing["credentialStatus"].clone();
    pointing["credentialStatus"] = std::iter::repeat_n(entry, 5).collect();
    let found = usual(&signed(pointing).to_string());
    assert_eq!((found.valid, of(&found, Question::Status).code), (false, "status-many"));
}
