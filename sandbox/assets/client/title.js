// The title, which the client renders anew whenever it likes: nothing that others did to the
// element outlives that.

import { openDetails } from "./details.js";

const { name } = JSON.parse(document.querySelector("main").dataset.meeting ?? "{}");
const bar = document.getElementById("Navbar");

export function renderTitle() {
  const title = document.createElement("h1");
  title.id = "presentationTitle";
  title.dataset.test = "presentationTitle";
  const text = document.createElement("span");
  text.textContent = name;
  const chevron = document.createElement("span");
  chevron.ariaHidden = "true";
  title.append(text, chevron);
  document.getElementById("presentationTitle").replaceWith(title);
}

// On the bar, as React listens above the elements that it renders.
bar?.addEventListener("click", (event) => {
  if (event.target.closest("#presentationTitle")) openDetails();
});
