//! The words of the page that sends a whole invitation, and of the invitation itself.

part!(SendingTexts);
