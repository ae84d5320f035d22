//! Values of the form of a room, as typed.

/// Declares `FormValues` for the options that are numbers: they are texts in the form, so that invalid input is
/// kept and reported.
macro_rules! form_values {
    ($($number:ident),*) => {
        /// The values of the form, as typed.
        #[derive(Clone, Default, PartialEq, ::serde::Serialize, ::serde::Deserialize, ::reactive_stores::Store)]
        // A draft of another version may lack a number.
        #[serde(default)]
        pub struct FormValues {
            pub name: String,
            $(pub $number: String,)*
            /// All other options; its numbers are not used.
            pub options: RoomOptions,
        }

        impl From<&RoomDetails> for FormValues {
            fn from(RoomDetails { room, options }: &RoomDetails) -> Self {
                Self {
                    name: room.name.clone(),
                    $($number: format_number(options.$number),)*
                    options: RoomOptions {
                        $($number: None,)*
                        ..options.clone()
                    },
                }
            }
        }

        impl FormValues {
            /// The name and the options, or the errors of all invalid fields.
            pub fn check(self) -> Result<(RoomName, RoomOptions), Vec<FieldError>> {
                let mut errors = Vec::new();
                let mut refuse = |field: &str, reason: FieldReason| {
                    errors.push(FieldError {
                        field: field.to_owned(),
                        reason,
                    });
                };
                let name = RoomName::parse(&self.name);
                if let Err(reason) = name {
                    refuse("name", reason.into());
                }
                let mut number = |field: &str, text: &str| {
                    parse_number(text).unwrap_or_else(|()| {
                        refuse(field, FieldReason::OutOfRange);
                        None
                    })
                };
                let options = RoomOptions {
                    $($number: number(stringify!($number), &self.$number),)*
                    ..self.options
                };
                match (name, options.validate()) {
                    (Ok(name), Ok(options)) if errors.is_empty() => Ok((name, options)),
                    (_, options) => {
                        errors.extend(options.err().unwrap_or_default());
                        Err(errors)
                    }
                }
            }
        }
    };
}
pub(super) use form_values;
