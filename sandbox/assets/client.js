// Presence: whoever has this page connected is in the meeting.

import { showDetailsOnJoin } from "./client/details.js";
import { armHost } from "./client/host.js";
import { sendRoleChange, showLobby, showParticipants } from "./client/people.js";
import { tellDeparture, tellPerson } from "./client/plugin-data.js";
import { loadPlugins } from "./client/plugins.js";
import { takeRole } from "./client/role.js";
import { renderTitle } from "./client/title.js";

const { session } = document.querySelector("main").dataset;
const status = document.getElementById("status");
const inMeeting = document.getElementById("participants") !== null;

// Where newer clients keep it.
sessionStorage.setItem("BBB_sessionToken", session);

if (inMeeting) {
  armHost();
  loadPlugins();
  document.addEventListener("submit", (event) => {
    const { pathname } = new URL(event.target.action);
    if (pathname.endsWith("/role")) sendRoleChange(event);
    else if (!pathname.endsWith("/admit")) tellDeparture();
  });
}

const events = new EventSource(
  `/html5client/events?sessionToken=${encodeURIComponent(session)}`,
);

function enter() {
  events.close();
  location.reload();
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

events.addEventListener("people", (event) => {
  // Let in while the connection was down: this is still the lobby's page.
  if (!inMeeting) return enter();
  const view = JSON.parse(event.data);
  renderTitle();
  takeRole(view, () => {
    showParticipants(view);
    showLobby(view.waiting);
  });
  tellPerson(view);
  say("Vous êtes dans la réunion");
  showDetailsOnJoin();
});

events.addEventListener("admitted", enter);

events.addEventListener("ended", (event) => {
  events.close();
  tellDeparture();
  location.replace(event.data);
});

events.addEventListener("error", () => {
  // The browser connects again by itself, unless it was refused.
  say(
    events.readyState === EventSource.CLOSED
      ? "Vous n’êtes plus dans la réunion"
      : "Connexion perdue, nouvel essai…",
  );
});
