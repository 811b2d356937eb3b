//! A small, careful reader of CMS (RFC 5652), as far as the digest of what was signed. It follows lengths that fit and
//! nothing else: what it does not understand is no signature file. Pure.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OID: u8 = 0x06;
const OCTETS: u8 = 0x04;
const TAGGED_0: u8 = 0xa0;

/// 1.2.840.113549.1.7.2
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/// 1.2.840.113549.1.9.4
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
/// 2.16.840.1.101.3.4.2.1
const SHA_256_OID: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

/// What one signer says of what was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// Its SHA-256.
    Sha256(Vec<u8>),
    /// A digest of another algorithm.
    Other,
    /// No digest.
    Nothing,
}

/// Reads a CMS file in DER, in PEM, or in bare base64; nothing when it is none.
pub fn read(bytes: &[u8]) -> Option<Vec<Signed>> {
    if bytes.first() == Some(&SEQUENCE) {
        return signers(bytes);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with("-----"));
    let body: String = lines.collect();
    signers(&STANDARD.decode(body).ok()?)
}

fn signers(der: &[u8]) -> Option<Vec<Signed>> {
    let (content_info, _) = take(der, SEQUENCE)?;
    let (oid, rest) = take(content_info, OID)?;
    if oid != SIGNED_DATA {
        return None;
    }
    let (explicit, _) = take(rest, TAGGED_0)?;
    let (signed_data, _) = take(explicit, SEQUENCE)?;
    // The signers stand last; the sets of algorithms and of certificates before them.
    let (tag, signers) = children(signed_data)?.pop()?;
    if tag != SET {
        return None;
    }
    children(signers)?
        .into_iter()
        .map(|(tag, signer)| (tag == SEQUENCE).then(|| signer_of(signer))?)
        .collect()
}

/// Version, who signed, the digest's algorithm, and the attributes that were signed.
fn signer_of(signer: &[u8]) -> Option<Signed> {
    let parts = children(signer)?;
    let (tag, algorithm) = parts.get(2)?;
    if *tag != SEQUENCE {
        return None;
    }
    let (algorithm, _) = take(algorithm, OID)?;
    let attributes = match parts.get(3) {
        Some((TAGGED_0, attributes)) => children(attributes)?,
        _ => return Some(Signed::Nothing),
    };
    let digest = attributes.into_iter().find_map(|(_, attribute)| {
        let (oid, rest) = take(attribute, OID)?;
        let (values, _) = take(rest, SET)?;
        let (digest, _) = take(values, OCTETS)?;
        (oid == MESSAGE_DIGEST).then(|| digest.to_vec())
    });
    Some(match digest {
        None => Signed::Nothing,
        Some(digest) if algorithm == SHA_256_OID && digest.len() == 32 => Signed::Sha256(digest),
        Some(_) => Signed::Other,
    })
}

/// Everything that stands in a row, each with its tag.
fn children(mut bytes: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (tag, content, rest) = element(bytes)?;
        all.push((tag, content));
        bytes = rest;
    }
    Some(all)
}

/// The first element, which must have this tag, and what follows it.
fn take(bytes: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (tag, content, rest) = element(bytes)?;
    (tag == wanted).then_some((content, rest))
}

/// Tag, content, rest. Lengths of at most four bytes; none of indefinite form.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match *first {
        short @ 0..=0x7f => (usize::from(short), rest),
        long @ 0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            let length = digits.iter().fold(0usize, |sum, digit| (sum << 8) | usize::from(*digit));
            (length, rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const SHA_256: &[u8] = SHA_256_OID;
    /// ГОСТ Р 34.11-2012, 256 bits: 1.2.643.7.1.1.2.2
    pub const OTHER: &[u8] = &[0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02];

    fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        [[tag, 0x82].as_slice(), &length, &content].concat()
    }

    /// A CMS file of one signer, as far as anybody here reads it.
    pub fn signed(algorithm: &[u8], digest: Option<&[u8]>) -> Vec<u8> {
        let algorithm = der(SEQUENCE, &[&der(OID, &[algorithm])]);
        let version = [0x02, 0x01, 0x01];
        let attributes = digest.map(|digest| {
            let value = der(SET, &[&der(OCTETS, &[digest])]);
            der(TAGGED_0, &[&der(SEQUENCE, &[&der(OID, &[MESSAGE_DIGEST]), &value])])
        });
        let signer =
            der(SEQUENCE, &[&version, &der(SEQUENCE, &[]), &algorithm, &attributes.unwrap_or_default()]);
        let data =
            der(SEQUENCE, &[&version, &der(SET, &[&algorithm]), &der(SEQUENCE, &[]), &der(SET, &[&signer])]);
        der(SEQUENCE, &[&der(OID, &[SIGNED_DATA]), &der(TAGGED_0, &[&data])])
    }

    #[test]
    fn the_digest_is_read_from_der_pem_and_base64() {
        let file = signed(SHA_256, Some(&[5; 32]));
        let expected = Some(vec![Signed::Sha256(vec![5; 32])]);
        assert_eq!(read(&file), expected);
        let text = STANDARD.encode(&file);
        assert_eq!(read(text.as_bytes()), expected);
        let pem = format!("-----BEGIN CMS-----\n{text}\n-----END CMS-----\n");
        assert_eq!(read(pem.as_bytes()), expected);
    }

    #[test]
    fn a_file_cut_off_anywhere_is_none_and_nothing_breaks() {
        let file = signed(SHA_256, Some(&[5; 32]));
        for end in 0..file.len() {
            assert_eq!(read(&file[..end]), None, "{end}");
        }
    }
}
