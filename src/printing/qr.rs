//! QR codes as SVG pictures.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// Light modules around the code; readers need four.
const QUIET_ZONE: usize = 4;

/// The text does not fit into the largest QR code (2 331 bytes at level M).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR code")]
pub struct QrError;

/// A QR code of the text as an SVG picture, one unit a module: error correction level M, a quiet zone of
/// four modules, black on white. Neighbouring dark modules of a row are one rectangle, so that no
/// hairline shows between them in print.
pub fn qr_svg(text: &str) -> Result<String, QrError> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| QrError)?;
    let dark = |x: usize, y: usize| code.data.get(y * code.size + x).is_some_and(|module| module.value());
    let side = code.size + 2 * QUIET_ZONE;
    let mut path = String::with_capacity(side * side * 4);
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let length = (x..code.size).take_while(|&column| dark(column, y)).count();
            if length > 0 {
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += length.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_address_is_a_small_code_with_a_quiet_zone() {
        let svg = qr_svg("https://birge.example/v/abc").unwrap();
        assert!(svg.starts_with("<svg"));
        // Version 3 has 29 modules; with twice four light ones, 37.
        assert!(svg.contains("viewBox=\"0 0 37 37\""), "{}", &svg[..120]);
        // The finder pattern begins with seven dark modules right after the quiet zone.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"));
    }

    #[test]
    fn a_text_beyond_the_largest_code_is_refused() {
        assert_eq!(qr_svg(&"x".repeat(3000)), Err(QrError));
    }
}
