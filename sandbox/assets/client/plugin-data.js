// What plug-ins may know: they ask by an event on `window`, and are answered by another, then
// again at each change until they say that they have had enough.

const { dataset } = document.querySelector("main");
const USER = "Hooks::UseCurrentUser";
const MEETING = "Hooks::UseMeeting";
const SUBSCRIPTION = "Hooks::CustomSubscription";

const known = new Map();
// By hook and arguments: each subscription of its own is answered by itself.
const asked = new Map();
// What the server lets this person read now; nothing before the first event.
let texts;

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

const answered = (data) => ({ loading: false, data, error: undefined });
const refused = (message) => ({ loading: false, data: undefined, error: new Error(message) });

// The one subscription that is served, of all that the real server knows.
function subscribed({ query } = {}) {
  if (!/^\s*subscription\b[^{]*\{\s*user_welcomeMsgs\b/.test(query ?? "")) {
    return refused("field not found in type: 'subscription_root'");
  }
  if (texts === undefined) return { loading: true, data: undefined, error: undefined };
  if (texts === null) return refused("not allowed");
  const { welcome, for_moderators } = texts;
  return answered({
    user_welcomeMsgs: [{ welcomeMsg: welcome, welcomeMsgForModerators: for_moderators }],
  });
}

function send({ hook, hookArguments }) {
  const data = hook === SUBSCRIPTION ? subscribed(hookArguments) : answered(known.get(hook));
  dispatch("BBB_CORE_SENT_NEW_DATA", { hook, hookArguments, data });
}

function sendAll(hook) {
  for (const subscription of asked.values()) {
    if (subscription.hook === hook) send(subscription);
  }
}

const keyOf = ({ hook, hookArguments }) => JSON.stringify([hook, hookArguments]);

window.addEventListener("PLUGIN_SUBSCRIBED_TO_BBB_CORE", ({ detail }) => {
  const { hook, hookArguments } = detail;
  if (hook !== SUBSCRIPTION && !known.has(hook)) return;
  const key = keyOf(detail);
  const count = (asked.get(key)?.count ?? 0) + 1;
  const subscription = { count, hook, hookArguments };
  asked.set(key, subscription);
  if (hook !== SUBSCRIPTION) return send(subscription);
  // Over the network, and first that it is on its way.
  const data = { loading: true, data: undefined, error: undefined };
  dispatch("BBB_CORE_SENT_NEW_DATA", { hook, hookArguments, data });
  setTimeout(() => asked.has(key) && send(subscription));
});

window.addEventListener("PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE", ({ detail }) => {
  const key = keyOf(detail);
  const subscription = asked.get(key);
  if (!subscription) return;
  subscription.count -= 1;
  if (subscription.count === 0) asked.delete(key);
});

window.addEventListener("UI_DATA_LISTENER_SUBSCRIBED-CURRENT_LOCALE", () => {
  dispatch("CURRENT_LOCALE", { locale: document.documentElement.lang, fallbackLocale: "en" });
});

const isOther = (one, other) => JSON.stringify(one) !== JSON.stringify(other);

export function tellPerson({ you, texts: readable }) {
  const now = person(you);
  const isAnother = isOther(now, known.get(USER));
  known.set(USER, now);
  if (isAnother) sendAll(USER);
  const areOthers = isOther(readable, texts);
  texts = readable;
  if (areOthers) sendAll(SUBSCRIPTION);
}

export function tellDeparture() {
  dispatch("BBB_CORE_UPDATED_MEETING_STATUS", { data: { userCurrentlyInMeeting: false } });
}
