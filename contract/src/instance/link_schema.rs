//! The schema of a link: its purpose, then its address.

use std::borrow::Cow;

use utoipa::openapi::schema::{ArrayBuilder, ArrayItems, ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::{Link, LinkName};

impl PartialSchema for Link {
    fn schema() -> RefOr<Schema> {
        let purpose = match LinkName::schema() {
            RefOr::T(schema) => schema,
            // The derived schema of an enumeration stands for itself.
            RefOr::Ref(_) => Schema::default(),
        };
        let address = Schema::from(ObjectBuilder::new().schema_type(Type::String));
        ArrayBuilder::new()
            .description(Some("A link's purpose and its address."))
            .prefix_items([purpose, address])
            .items(ArrayItems::False)
            .min_items(Some(2))
            .max_items(Some(2))
            .into()
    }
}

impl ToSchema for Link {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Link")
    }
}
