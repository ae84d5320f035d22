//! The words of the page that sends a whole invitation, and of the invitation itself.

parvis_ui::texts_of!(SendingTexts);
