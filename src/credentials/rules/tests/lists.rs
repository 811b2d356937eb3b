//! Which lists of statuses are believed: of whom, and for how long.

use super::super::status::{self, pack};
use super::*;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

/// A list that somebody signed, as it holds from a moment until another.
fn said(issuer: &str, revoked: &[i32], (from, until): (&str, &str)) -> Value {
    status::credential(Place::sample().list, issuer, &pack(revoked).unwrap(), (at(from), at(until)))
}

fn by(said: Value, issuer: &str, (key, public): &(PrivateKey, PublicKey)) -> StatusList {
    let method = format!("{issuer}#{}", public.fragment());
    let signed = proof::sign(said, (&method, "2026-11-20T00:00:00Z"), key).unwrap();
    StatusList::Signed(Box::new(Signed::Document(signed)))
}

const WEEK: (&str, &str) = ("2026-11-30T00:00:00Z", "2026-12-07T00:00:00Z");

fn asked(keys: &[KnownKey], lists: &[StatusList]) -> (bool, &'static str) {
    let found = judge(&signed(statement()).to_string(), keys, lists);
    (found.valid, of(&found, Question::Status).code)
}

#[test]
fn row_35_a_revoked_place_fails_and_a_list_is_believed_only_of_who_may_sign_it() {
    let position = Place::sample().position;
    assert_eq!(asked(&known(), &[own_list(&[position])]), (false, "status-revoked"));
    assert_eq!(asked(&known(), &[own_list(&[position - 1, position + 1])]), (true, "status-good"));
    assert_eq!(asked(&known(), &[]), (false, "status-without-list"));

    let of_site = |revoked: &[i32]| by(said(SITE, revoked, WEEK), SITE, &KEYS.site);
    assert_eq!(asked(&known(), &[of_site(&[])]), (true, "status-good-since"));
    assert_eq!(asked(&known(), &[of_site(&[position])]), (false, "status-revoked"));
    // Of two lists that were brought the worse one counts, in either order.
    assert_eq!(asked(&known(), &[of_site(&[]), of_site(&[position])]), (false, "status-revoked"));
    assert_eq!(
        asked(&known(), &[by(said(issuer(), &[], WEEK), issuer(), &KEYS.ed)]),
        (true, "status-good-since")
    );
    // Whoever holds a revoked credential can make a list of their own, with a key that is its own issuer.
    let secrets = Secrets::seeded([4; 32], 4);
    let mut fill = |bytes: &mut [u8]| bytes.copy_from_slice(&secrets.bytes::<32>());
    let theirs = PrivateKey::make(Algorithm::Ed25519, &mut fill).unwrap();
    let did = format!("did:key:{}", theirs.1.fragment());
    assert_eq!(asked(&known(), &[by(said(&did, &[], WEEK), &did, &theirs)]), (false, "status-list-issuer"));
    assert_eq!(
        asked(&known(), &[by(said(SITE, &[], WEEK), SITE, &theirs)]),
        (false, "status-list-signature")
    );
}

/// Both issuers are known to whoever asks; still B has no say in what A has revoked.
#[test]
fn row_35_one_issuer_cannot_bring_back_what_another_has_revoked() {
    let document = |status_issuer| {
        let keys = Published { standing: vec![KEYS.ed.1.clone()], withdrawn: Vec::new() };
        let other = Published { standing: vec![KEYS.site.1.clone()], withdrawn: Vec::new() };
        let both =
            json!([super::document(issuer(), &keys, status_issuer), super::document(SITE, &other, None)]);
        keys_of(&both.to_string())
    };
    let list = [by(said(SITE, &[], WEEK), SITE, &KEYS.site)];
    assert_eq!(asked(&document(None), &list), (false, "status-list-issuer"));
    assert_eq!(asked(&document(Some("did:web:third.example")), &list), (false, "status-list-issuer"));
    assert_eq!(asked(&document(Some(SITE)), &list), (true, "status-good-since"));
}

#[test]
fn row_35_a_list_that_is_over_says_nothing() {
    let of_site = |dates| by(said(SITE, &[], dates), SITE, &KEYS.site);
    let over = ("2026-11-24T09:00:00Z", NOW);
    assert_eq!(asked(&known(), &[of_site(over)]), (false, "status-list-dates"));
    assert_eq!(asked(&known(), &[of_site(over), of_site(WEEK)]), (true, "status-good-since"));
    let endless = |from: &str| {
        let mut said = said(SITE, &[], (from, NOW));
        said.as_object_mut().unwrap().remove("validUntil");
        by(said, SITE, &KEYS.site)
    };
    assert_eq!(asked(&known(), &[endless("2026-10-31T09:00:00Z")]), (false, "status-list-old"));
    assert_eq!(asked(&known(), &[endless("2026-10-31T09:00:01Z")]), (true, "status-good-since"));
}

#[test]
fn a_list_of_a_withdrawn_key_is_not_believed() {
    let standing = |key: &PublicKey| Published { standing: vec![key.clone()], withdrawn: Vec::new() };
    let gone = Published { standing: Vec::new(), withdrawn: vec![(KEYS.site.1.clone(), at(NOW))] };
    let both = json!([document(issuer(), &standing(&KEYS.ed.1), Some(SITE)), document(SITE, &gone, None)]);
    let list = by(said(SITE, &[], WEEK), SITE, &KEYS.site);
    assert_eq!(asked(&keys_of(&both.to_string()), &[list]), (false, "status-list-withdrawn"));
}
