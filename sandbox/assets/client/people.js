// The lists of people. Names are set as text, never as HTML.

const list = document.getElementById("participants");

export function showParticipants({ you, participants }) {
  const focused = formOf(document.activeElement)?.elements.user_id.value;
  list.replaceChildren(
    ...participants.map((person) => {
      const item = document.createElement("li");
      item.append(`${person.name} – ${person.role}`);
      if (person.user_id !== you.user_id) item.append(roleForm(person));
      return item;
    }),
  );
  // The button that was pressed has gone with its row.
  const again = [...list.querySelectorAll("form")].find(
    ({ elements }) => elements.user_id.value === focused,
  );
  again?.querySelector("button").focus();
}

function formOf(element) {
  return list.contains(element) ? element.closest("form") : null;
}

// Empty for those who are no moderators: so is their template.
function roleForm({ name, user_id, is_moderator }) {
  const content = document.getElementById("role-form").content.cloneNode(true);
  const form = content.querySelector("form");
  if (form) {
    form.elements.user_id.value = user_id;
    form.elements.role.value = is_moderator ? "VIEWER" : "MODERATOR";
    form.querySelector("button").textContent = `${is_moderator ? "Rétrograder" : "Promouvoir"} ${name}`;
  }
  return content;
}

// The answer would be this page again; what it changes comes as an event, and without one the
// button is still there.
export function sendRoleChange(event) {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target));
  fetch(event.target.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
}

export function showLobby(people) {
  const lobby = document.getElementById("lobby");
  if (!lobby) return;
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
