// Loads plug-ins as the real client's loader does: an element, an object of setters, and a
// classic script with two attributes, in no fixed order.

const SETTERS = [
  "setNavBarItems",
  "setOptionsDropdownItems",
  "setActionButtonDropdownItems",
  "setFloatingWindows",
  "setGenericContentItems",
];

export function loadPlugins() {
  window.bbb_plugins = {};
  JSON.parse(document.querySelector("main").dataset.plugins).forEach(load);
}

function load({ uuid, name, url }) {
  const place = document.createElement("div");
  place.id = uuid;
  document.body.append(place);
  window.bbb_plugins[uuid] = Object.fromEntries(SETTERS.map((setter) => [setter, () => {}]));
  const script = document.createElement("script");
  script.src = url;
  script.setAttribute("uuid", uuid);
  script.setAttribute("pluginName", name);
  document.head.append(script);
}
