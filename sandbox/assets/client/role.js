// Becoming moderator or participant while the page stands: the parts of the page that depend on
// the role are got from the server, and everything else stays.

import { placeTexts } from "./details.js";

const main = document.querySelector("main");
let latest;

// Calls `show` once the page fits the view.
export async function takeRole(view, show) {
  latest = view;
  const isNew = main.dataset.role !== view.you.role;
  if (isNew && !(await renderFor(view.you.role))) return;
  if (latest === view) show();
}

async function renderFor(role) {
  const html = await ownPage().catch(() => "");
  const page = new DOMParser().parseFromString(html, "text/html");
  // Changed again meanwhile, or cut off, or over: another event tells.
  if (page.querySelector("main")?.dataset.role !== role) return false;
  for (const part of page.querySelectorAll("[data-by-role]")) {
    document.getElementById(part.id).replaceWith(part);
  }
  main.dataset.role = role;
  placeTexts();
  return true;
}

async function ownPage() {
  const token = encodeURIComponent(main.dataset.session);
  return (await fetch(`/html5client/?sessionToken=${token}`)).text();
}
