//! Every text of the part with the forms of a room.

part!(FormTexts);
