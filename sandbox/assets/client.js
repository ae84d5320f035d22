// Presence and the list of people. All texts are set as text, never as HTML.
"use strict";

const session = document.querySelector("main").dataset.session;
const status = document.getElementById("status");
const participants = document.getElementById("participants");
const lobby = document.getElementById("lobby");

const events = new EventSource(
  `/html5client/events?sessionToken=${encodeURIComponent(session)}`,
);

function showParticipants(people) {
  participants.replaceChildren(
    ...people.map(({ name, role }) => {
      const item = document.createElement("li");
      item.textContent = `${name} – ${role}`;
      return item;
    }),
  );
}

function showLobby(people) {
  const template = document.getElementById("waiting-row");
  const rows = people.map(({ name, user_id }) => {
    const row = template.content.cloneNode(true);
    row.querySelector("[name=user_id]").value = user_id;
    row.querySelector("button span").textContent = name;
    return row;
  });
  document.getElementById("waiting").replaceChildren(...rows);
  lobby.hidden = rows.length === 0;
}

function enter() {
  events.close();
  location.reload();
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

events.addEventListener("people", (event) => {
  // Let in while the connection was down: this is still the lobby's page.
  if (!participants) return enter();
  const view = JSON.parse(event.data);
  showParticipants(view.participants);
  if (lobby) showLobby(view.waiting);
  say("Vous êtes dans la réunion");
});

events.addEventListener("admitted", enter);

events.addEventListener("ended", (event) => {
  events.close();
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
