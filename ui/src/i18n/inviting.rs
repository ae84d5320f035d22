//! The words for what lets others in, in the portal and in the meeting.

crate::texts_of!(InvitingTexts);
