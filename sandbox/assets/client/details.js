// The client's own dialog about the meeting: the one place where the meeting's texts stand.

const SHOWN = "alreadyShowSessionDetailsOnJoin";
const dialog = document.getElementById("details");

// Follows a change of role while the dialog is open.
export function placeTexts() {
  const place = dialog.querySelector("div");
  if (!dialog.open) return place.replaceChildren();
  const { content } = document.getElementById("details-texts");
  // These texts, and no others, are HTML: the server has filtered them.
  place.replaceChildren(content.cloneNode(true));
}

export function openDetails() {
  if (dialog.open) return;
  dialog.showModal();
  placeTexts();
}

// Once for each meeting and tab.
export function showDetailsOnJoin() {
  const { meetingId } = JSON.parse(document.querySelector("main").dataset.meeting);
  if (dialog.dataset.onJoin !== "true" || sessionStorage.getItem(SHOWN) === meetingId) return;
  sessionStorage.setItem(SHOWN, meetingId);
  openDetails();
}

dialog?.addEventListener("close", placeTexts);
dialog?.querySelector("button").addEventListener("click", () => dialog.close());
