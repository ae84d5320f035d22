// What makes a page a hard host for the overlay of others: it listens to every key and every
// copy, whoever has the focus, and changes its colours.

const microphone = document.getElementById("microphone");
const theme = document.getElementById("theme");

function toggleMicrophone() {
  const isOpen = microphone.textContent === "Micro ouvert";
  microphone.textContent = isOpen ? "Micro coupé" : "Micro ouvert";
}

function togglePeople() {
  const people = document.getElementById("people");
  people.hidden = !people.hidden;
}

function onKey({ key, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey) return;
  if (key === "m") toggleMicrophone();
  // While it is open, the client's own dialog takes the key.
  else if (key === "Escape" && !document.getElementById("details").open) togglePeople();
}

function onCopy(event) {
  if (event.target.closest?.("input, textarea")) return;
  event.clipboardData.setData("text/plain", "copié par la page");
  event.preventDefault();
}

// Dark is marked as the Dark Reader library marks it.
function setDark(isDark) {
  const page = document.documentElement;
  page.classList.toggle("light", !isDark);
  if (isDark) page.dataset.darkreaderScheme = "dark";
  else delete page.dataset.darkreaderScheme;
  theme.textContent = isDark ? "Thème clair" : "Thème sombre";
}

export function armHost() {
  setDark(true);
  document.addEventListener("keydown", onKey);
  document.addEventListener("copy", onCopy);
  theme.addEventListener("click", () => {
    setDark(document.documentElement.classList.contains("light"));
  });
  document.getElementById("fullscreen").addEventListener("click", () => {
    document.documentElement.requestFullscreen();
  });
}
