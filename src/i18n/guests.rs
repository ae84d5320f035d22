//! Every text of the part for guests.

part!(GuestTexts);
