//! What a signature file is, and whether it is of our paper. Pure.

pub mod cms;

use crate::kernel::{Fault, words};
use cms::Signed;

/// The largest signature file, in bytes.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

words! {
    /// What a signature file is.
    Format {
        /// CMS (PKCS#7), detached.
        Cms = "cms",
        /// A PDF with its signature inside.
        Pdf = "pdf",
    }
}

words! {
    /// Whether the file was found to be of our paper.
    Finding {
        /// What was signed is our PDF.
        Fits = "fits",
        /// Signed with an algorithm that is not computed here, such as ГОСТ.
        UnknownAlgorithm = "unknown_algorithm",
        /// The file holds no digest of what was signed.
        NoDigest = "no_digest",
        /// There was no PDF of ours to compare with: files attached to orders before their papers were kept.
        NoPaper = "no_paper",
    }
}

/// A signature file that may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// What it is.
    pub format: Format,
    /// What was found.
    pub finding: Finding,
}

/// Looks at a file beside our paper and the SHA-256 of that.
///
/// # Errors
/// The fault on the field `file`: no signature file at all, a PDF without signature, a signature of something else.
pub fn look(bytes: &[u8], (ours, digest): (&[u8], &[u8])) -> Result<Looked, Fault> {
    let refused = |code| Fault::new("file", code);
    if bytes.len() > MAX_BYTES {
        return Err(refused("file-too-large").with("limit", "5 MB"));
    }
    if bytes.starts_with(b"%PDF-") {
        if !holds(bytes, b"/ByteRange") {
            return Err(refused("signature-unsigned"));
        }
        // A signature is an update written after the bytes that were signed; those stay as they were.
        if bytes.len() <= ours.len() || !bytes.starts_with(ours) {
            return Err(refused("signature-other"));
        }
        return Ok(Looked { format: Format::Pdf, finding: Finding::Fits });
    }
    let signed = cms::read(bytes).ok_or_else(|| refused("signature-kind"))?;
    Ok(Looked { format: Format::Cms, finding: judge(&signed, digest, refused)? })
}

/// One signer over our paper is enough: several people sign one file.
fn judge(signed: &[Signed], ours: &[u8], refused: impl Fn(&'static str) -> Fault) -> Result<Finding, Fault> {
    let known = signed.iter().filter_map(|one| match one {
        Signed::Sha256(digest) => Some(digest.as_slice()),
        _ => None,
    });
    let known: Vec<&[u8]> = known.collect();
    if known.contains(&ours) {
        Ok(Finding::Fits)
    } else if !known.is_empty() {
        Err(refused("signature-other"))
    } else if signed.contains(&Signed::Other) {
        Ok(Finding::UnknownAlgorithm)
    } else {
        Ok(Finding::NoDigest)
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::cms::tests::{OTHER, SHA_256, signed};
    use super::*;

    const OURS: &[u8] = b"%PDF-1.7\nour paper\n%%EOF\n";

    fn code(bytes: &[u8]) -> String {
        look(bytes, (OURS, &[7; 32])).unwrap_err().code
    }

    fn finding(bytes: &[u8]) -> Finding {
        look(bytes, (OURS, &[7; 32])).unwrap().finding
    }

    #[test]
    fn a_signature_of_our_paper_fits_and_one_of_another_is_refused() {
        assert_eq!(finding(&signed(SHA_256, Some(&[7; 32]))), Finding::Fits);
        assert_eq!(code(&signed(SHA_256, Some(&[8; 32]))), "signature-other");
        let update = [OURS, b"1 0 obj << /ByteRange [0 1 2 3] >> endobj".as_slice()].concat();
        assert_eq!(finding(&update), Finding::Fits);
        assert_eq!(code(&[b"%PDF-1.7\nother".as_slice(), &update].concat()), "signature-other");
        assert_eq!(code(OURS), "signature-unsigned");
    }

    #[test]
    fn what_cannot_be_computed_is_said_plainly() {
        assert_eq!(finding(&signed(OTHER, Some(&[7; 32]))), Finding::UnknownAlgorithm);
        assert_eq!(finding(&signed(SHA_256, None)), Finding::NoDigest);
    }

    #[test]
    fn anything_else_is_no_signature_file() {
        for other in
            [b"".as_slice(), b"hello", b"PK\x03\x04", &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff], b"\x30\x80"]
        {
            assert_eq!(code(other), "signature-kind", "{other:?}");
        }
    }
}
