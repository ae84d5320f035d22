//! The texts of the rooms and their invitations.

parvis_ui::texts_of!(AgentTexts);
