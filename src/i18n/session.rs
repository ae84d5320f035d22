//! What the session's details say besides.

part!(SessionTexts);
