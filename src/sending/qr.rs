//! A link as a picture that telephones read.

use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};

/// The picture as SVG, with the quiet margin that readers need. `None` for a link that no code can hold,
/// which is one of thousands of characters.
pub fn svg(link: &str) -> Option<String> {
    let code = QRBuilder::new(link).ecl(ECL::M).build().ok()?;
    Some(SvgBuilder::default().to_str(&code))
}
