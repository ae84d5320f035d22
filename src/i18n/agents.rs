//! Every text of the part for those who are signed in.

parvis_ui::texts_of!(AgentTexts);
