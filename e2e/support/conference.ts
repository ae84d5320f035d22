// The meetings of the sandbox's conference server.

import type { APIRequestContext } from '@playwright/test';
import { sandbox } from './addresses.ts';

export interface Participant {
  name: string;
  role: 'MODERATOR' | 'VIEWER';
  user_id: string;
}

export interface Meeting {
  meeting_id: string;
  name: string;
  running: boolean;
  /** The number by which callers join. */
  voice_bridge: string;
  participants: Participant[];
  /** The presentations that it was given. */
  documents: { filename: string; current: boolean; size: number | null }[];
  create: Record<string, string>;
}

/** The meeting of this name, if there is one; on the journeys' conference server, unless another is given. */
export async function meeting(
  request: APIRequestContext,
  name: string,
  server = sandbox,
): Promise<Meeting | undefined> {
  const response = await request.get(`${server}/_sandbox/meetings`);
  const meetings = (await response.json()) as Meeting[];
  return meetings.find((meeting) => meeting.name === name);
}

/** The people in the meeting of this name, as "name: ROLE". */
export async function whoIsIn(
  request: APIRequestContext,
  name: string,
  server = sandbox,
): Promise<string[]> {
  const { participants } = (await meeting(request, name, server)) ?? { participants: [] };
  return participants.map((person) => `${person.name}: ${person.role}`);
}
