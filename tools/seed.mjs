// Creates the rooms of the demo accounts by the portal's API, signed in as each: Alix 6, Camille 50, Sacha 500.
// Each room has its own Idempotency-Key, so seeding again adds nothing.
// usage: node tools/seed.mjs PORTAL [BACKEND]
// BACKEND is the backend's own address, for when the portal does not run yet.

const [portal, backend = portal] = process.argv.slice(2);

const subjects = [
  'Conseil d’école',
  'Équipe pédagogique',
  'Réunion de service',
  'Point hebdomadaire',
  'Formation',
  'Commission académique',
  'Jury de concours',
  'Groupe de travail',
  'Entretien',
  'Atelier numérique',
];
const alix = [
  'Ma salle de réunion',
  'Mon aide numérique',
  'Équipe de com',
  'Conseil d’école',
  'Point hebdomadaire',
  'Formation des tuteurs',
];
const numbered = (count) =>
  Array.from({ length: count }, (_, index) => `${subjects[index % subjects.length]} ${index + 1}`);

const accounts = { alix, camille: numbered(50), sacha: numbered(500) };

/** Signs in as an account by the identity provider's page; returns the session's cookie. */
async function signIn(account) {
  const begin = await fetch(`${backend}/auth/sign-in`, { redirect: 'manual' });
  const cookie = cookieOf(begin);
  const page = new URL(begin.headers.get('location'));
  const decision = new URL(page.href.replace('/authorize', '/decision'));
  const decided = await fetch(decision, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account }),
  });
  const callback = await fetch(decided.headers.get('location').replace(portal, backend), {
    redirect: 'manual',
    headers: { cookie },
  });
  return cookieOf(callback);
}

function cookieOf(response) {
  // Not one that is removed, which has no value.
  const cookie = response.headers.getSetCookie().find((set) => !/^[^=]*=;/.test(set));
  if (!cookie) throw new Error(`no cookie from ${response.url} (${response.status})`);
  return cookie.split(';')[0];
}

async function createRoom(cookie, key, name) {
  const response = await fetch(`${backend}/api/v1/rooms`, {
    method: 'POST',
    headers: {
      cookie,
      origin: portal,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ name }),
  });
  if (response.status !== 201) {
    throw new Error(`${name}: ${response.status} ${await response.text()}`);
  }
}

for (const [account, names] of Object.entries(accounts)) {
  const cookie = await signIn(account);
  // From the last to the first, so that the first is at the top of the list.
  for (const [index, name] of [...names.entries()].reverse()) {
    await createRoom(cookie, `demo-${account}-${index}`, name);
  }
}
