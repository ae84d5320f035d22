//! QR code of a link.

use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};

/// The QR code as SVG, with the quiet zone that readers need. `None` for a link that is too long for a code:
/// thousands of characters.
pub fn svg(link: &str) -> Option<String> {
    let code = QRBuilder::new(link).ecl(ECL::M).build().ok()?;
    Some(SvgBuilder::default().to_str(&code))
}
