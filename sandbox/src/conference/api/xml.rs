//! XML serialization: elements with text or child elements, without attributes.

use std::fmt::Display;
use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

/// An XML element.
#[derive(Clone)]
pub(crate) struct Element {
    name: String,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Text(String),
    Children(Vec<Element>),
}

/// An element with text, which may be empty.
pub(super) fn text(name: &str, value: &(impl Display + ?Sized)) -> Element {
    Element {
        name: name.to_owned(),
        content: Content::Text(value.to_string()),
    }
}

/// An element with child elements.
pub(super) fn parent(name: &str, children: Vec<Element>) -> Element {
    Element {
        name: name.to_owned(),
        content: Content::Children(children),
    }
}

/// Serializes a document.
pub(super) fn document(root: &Element) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    root.write(&mut writer)?;
    Ok(writer.into_inner())
}

impl Element {
    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let element = writer.create_element(self.name.as_str());
        match &self.content {
            Content::Children(children) if children.is_empty() => element.write_empty()?,
            Content::Children(children) => element.write_inner_content(|writer| {
                children.iter().try_for_each(|child| child.write(writer))
            })?,
            Content::Text(value) => {
                element.write_text_content(BytesText::new(&without_forbidden(value)))?
            }
        };
        Ok(())
    }
}

/// Removes control characters, which XML cannot contain even escaped.
fn without_forbidden(value: &str) -> String {
    value
        .chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_freed_of_what_xml_cannot_carry() {
        let root = parent(
            "r",
            vec![text("a", "1 < 2 & \u{1}\u{ffff}é"), parent("b", vec![])],
        );
        let document = document(&root).expect("a document");
        assert_eq!(
            String::from_utf8(document).expect("text"),
            "<r><a>1 &lt; 2 &amp; é</a><b/></r>"
        );
    }
}
