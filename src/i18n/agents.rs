//! Every text of the part for those who are signed in.

part!(AgentTexts);
