//! What lets others in, named within a sentence: "le lien modérateur". Buttons that copy and buttons that
//! renew speak of the same.

crate::texts_of!(NamingTexts);
