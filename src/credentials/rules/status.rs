//! Lists of bits that say which credentials are revoked. Source: W3C Bitstring Status List v1.0.

use crate::kernel::Moment;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};

/// The bits of a list: the fewest the standard allows, so that no credential can be told by its list.
pub const BITS: i32 = 131_072;

/// So many places of a list are taken; then there is another, in which free places are found as quickly.
pub const FULL: i32 = BITS / 2;

/// The largest list that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The fewest bytes of a list.
const SMALLEST: usize = 16 * 1024;

/// A place drawn at random.
pub fn position(drawn: u64) -> i32 {
    // A power of two: every place is as likely as another.
    i32::try_from(drawn % u64::from(BITS.unsigned_abs())).unwrap_or_default()
}

/// The bytes of a list in which these places are set.
pub fn bits(set: &[i32]) -> Vec<u8> {
    let mut bytes = vec![0u8; SMALLEST];
    for position in set {
        let place = usize::try_from(*position).unwrap_or(usize::MAX);
        if let Some(byte) = bytes.get_mut(place / 8) {
            *byte |= 0x80u8 >> (place % 8);
        }
    }
    bytes
}

/// The list in which these places are set, packed. The same places give the same text.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn pack(set: &[i32]) -> std::io::Result<String> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&bits(set))?;
    Ok(format!("u{}", URL_SAFE_NO_PAD.encode(packed.finish()?)))
}

/// The bytes of a packed list; nothing when it is none, or of an unlawful size.
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let packed = URL_SAFE_NO_PAD.decode(text.strip_prefix('u')?).ok()?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    let fits = bytes.len() >= SMALLEST && u64::try_from(bytes.len()).is_ok_and(|size| size <= LARGEST);
    fits.then_some(bytes)
}

/// Whether a place is set; the first one is the left-most bit. Nothing for a place beyond the list.
pub fn is_set(bytes: &[u8], position: u64) -> Option<bool> {
    let place = usize::try_from(position).ok()?;
    bytes.get(place / 8).map(|byte| byte & (0x80u8 >> (place % 8)) != 0)
}

/// What a credential says of where its status stands.
pub fn entry(list: &str, position: i32) -> Value {
    json!({
        "id": format!("{list}#{position}"),
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": position.to_string(),
        "statusListCredential": list,
    })
}

/// For so long a signed list holds, in minutes: a week. Whoever verifies without a network has to fetch it anew then.
pub const HOLDS: i64 = 7 * 24 * 60;

/// So long before its end it is signed again, in minutes: a day. Whoever fetches one can use it for that long at least.
pub const AHEAD: i64 = 24 * 60;

/// A list as a credential that holds from a moment until another, not yet signed.
pub fn credential(list: &str, issuer: &str, packed: &str, (from, until): (Moment, Moment)) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": list,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": from.rfc3339(),
        "validUntil": until.rfc3339(),
        "credentialSubject": {
            "id": format!("{list}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": packed,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Bitstring Status List v1.0, example of 3.
    #[test]
    fn row_35_the_list_of_the_standard_is_16_384_empty_bytes() {
        let bytes = unpack("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA").unwrap();
        assert_eq!(bytes, vec![0; 16_384]);
    }

    #[test]
    fn the_first_place_is_the_left_most_bit() {
        let bytes = unpack(&pack(&[0, 9, BITS - 1]).unwrap()).unwrap();
        assert_eq!((bytes[0], bytes[1], bytes[SMALLEST - 1]), (0b1000_0000, 0b0100_0000, 1));
        assert_eq!([0, 1, 9, 131_071].map(|place| is_set(&bytes, place).unwrap()), [true, false, true, true]);
        assert_eq!(is_set(&bytes, 131_072), None);
    }

    #[test]
    fn what_is_no_list_is_none() {
        let short = {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&[0; 100]).unwrap();
            format!("u{}", URL_SAFE_NO_PAD.encode(packed.finish().unwrap()))
        };
        for text in
            ["", "u", "uAAAA", "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA", &short]
        {
            assert_eq!(unpack(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_set_is_set_and_nothing_else(set in proptest::collection::btree_set(0..BITS, 0..40), other in 0..BITS) {
            let list: Vec<i32> = set.iter().copied().collect();
            let bytes = unpack(&pack(&list).unwrap()).unwrap();
            let read = |place: i32| is_set(&bytes, u64::try_from(place).unwrap()).unwrap();
            prop_assert!(list.iter().all(|place| read(*place)));
            prop_assert_eq!(read(other), set.contains(&other));
        }

        #[test]
        fn places_lie_within_the_list(drawn in any::<u64>()) {
            prop_assert!((0..BITS).contains(&position(drawn)));
        }
    }
}
