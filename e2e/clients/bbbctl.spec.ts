// The sandbox's conference server, spoken to by a client of the BigBlueButton API that is not ours
// (https://github.com/defnull/bbbctl): what the portal is tested against is what others speak too.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { sandbox } from '../support/addresses.ts';
import { expectInConference, invite, joinBy } from '../support/invite.ts';

/** The command's file. */
const command = process.env.PARVIS_BBBCTL ?? '';

/** Runs the client with the conference server's secret, or with another. */
function run(args: string[], secret = shared()): string {
  const env = {
    ...process.env,
    BBBCTL_SERVER: `${sandbox}/bigbluebutton/api`,
    BBBCTL_SECRET: secret,
  };
  // What it says of an error stands in the exception.
  return execFileSync(command, ['--format', 'json', ...args], {
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function shared(): string {
  return readFileSync(join(process.env.PARVIS_E2E_DATA ?? '', 'conference-secret'), 'utf8');
}

interface Info {
  meetingID: string;
  meetingName: string;
  running: boolean;
  voiceBridge: string;
  participantCount: number;
  attendees: { fullName: string; role: string }[];
  metadata: Record<string, string> | null;
}

function info(id: string): Info {
  return JSON.parse(run(['meeting', 'info', id]));
}

test('a meeting is created, found again, entered, told of and ended', async ({ page }) => {
  const id = `client-${crypto.randomUUID()}`;
  const create = ['meeting', 'create', id, 'Conseil & Cie', '--voiceBridge', '70123'];
  run([...create, '--meta', 'Origin=client']);
  run(create);
  const before = info(id);
  expect(before).toMatchObject({
    meetingID: id,
    meetingName: 'Conseil & Cie',
    running: false,
    voiceBridge: '70123',
    participantCount: 0,
    metadata: { origin: 'client' },
  });

  await page.goto(run(['meeting', 'join', '--mod', id, 'Zoé']).trim());
  await expectInConference(page, 'Conseil & Cie');
  await expect.poll(() => info(id).running).toBe(true);
  expect(info(id).attendees).toMatchObject([{ fullName: 'Zoé', role: 'MODERATOR' }]);
  expect(run(['meeting', 'list'])).toContain(id);

  run(['meeting', 'end', id]);
  await expect.poll(() => run(['meeting', 'list'])).not.toContain(id);
  expect(() => info(id)).toThrow(/notFound/);
});

test('another secret is refused', () => {
  expect(() => run(['meeting', 'list'], 'another secret')).toThrow(/checksumError/);
});

test('a meeting that the portal has started is like any other', async ({ page, browser }) => {
  await signIn(page, 'Alix Martin');
  const { id, room, moderator } = await invite(page);
  const zoe = await browser.newPage();
  await joinBy(zoe, moderator, 'Zoé');
  await expectInConference(zoe, room);
  await expect.poll(() => info(id).running).toBe(true);
  expect(info(id)).toMatchObject({ meetingName: room, participantCount: 1 });
  expect(info(id).voiceBridge).toMatch(/^[1-9][0-9]{8}$/);
});
