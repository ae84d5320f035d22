// The client's own dialog about the meeting. Its texts are on the page while it is closed, and
// in it while it is open: never twice.

const SHOWN = "alreadyShowSessionDetailsOnJoin";
const dialog = document.getElementById("details");
const onPage = document.getElementById("texts");

export function placeTexts() {
  const inDialog = dialog.querySelector("div");
  const [full, empty] = dialog.open ? [inDialog, onPage] : [onPage, inDialog];
  const { content } = document.getElementById("details-texts");
  empty.replaceChildren();
  // These texts, and no others, are HTML: the server has filtered them.
  full.replaceChildren(content.cloneNode(true));
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
