//! The words for what lets others in, in the portal and in the meeting.

part!(InvitingTexts);
