// What plug-ins may know: they ask by an event on `window`, and are answered by another, then
// again at each change until they say that they have had enough.

const { dataset } = document.querySelector("main");
const USER = "Hooks::UseCurrentUser";
const MEETING = "Hooks::UseMeeting";

const known = new Map();
const asked = new Map();

if (dataset.you) {
  known.set(USER, person(JSON.parse(dataset.you)));
  known.set(MEETING, JSON.parse(dataset.meeting));
}

function person({ user_id, ext_id, name, role, presenter }) {
  return { userId: user_id, extId: ext_id, name, role, presenter };
}

function dispatch(name, detail) {
  window.dispatchEvent(new CustomEvent(name, { detail }));
}

function send(hook) {
  const data = { loading: false, data: known.get(hook), error: undefined };
  const { hookArguments } = asked.get(hook);
  dispatch("BBB_CORE_SENT_NEW_DATA", { hook, hookArguments, data });
}

window.addEventListener("PLUGIN_SUBSCRIBED_TO_BBB_CORE", ({ detail }) => {
  if (!known.has(detail.hook)) return;
  const count = (asked.get(detail.hook)?.count ?? 0) + 1;
  asked.set(detail.hook, { count, hookArguments: detail.hookArguments });
  send(detail.hook);
});

window.addEventListener("PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE", ({ detail }) => {
  const subscription = asked.get(detail.hook);
  if (!subscription) return;
  subscription.count -= 1;
  if (subscription.count === 0) asked.delete(detail.hook);
});

window.addEventListener("UI_DATA_LISTENER_SUBSCRIBED-CURRENT_LOCALE", () => {
  dispatch("CURRENT_LOCALE", { locale: document.documentElement.lang, fallbackLocale: "en" });
});

export function tellPerson(you) {
  const now = person(you);
  const isNews = JSON.stringify(now) !== JSON.stringify(known.get(USER));
  known.set(USER, now);
  if (isNews && asked.has(USER)) send(USER);
}

export function tellDeparture() {
  dispatch("BBB_CORE_UPDATED_MEETING_STATUS", { data: { userCurrentlyInMeeting: false } });
}
