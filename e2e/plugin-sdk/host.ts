// The part of a conference client that plug-ins talk to, written with the names and types of the plug-in SDK. It runs
// in the page; the build gives it one version of the SDK.
//
// As the real client does, it keeps one subscription for each query and its variables, by the SDK's own identifier,
// and answers whoever asks from it.

import { HookEvents } from 'bigbluebutton-html-plugin-sdk/dist/cjs/core/enum.js';
import type {
  GraphqlResponseWrapper,
  SubscribedEventDetails,
  UpdatedEventDetails,
} from 'bigbluebutton-html-plugin-sdk/dist/cjs/core/types.js';
import type { CustomSubscriptionArguments } from 'bigbluebutton-html-plugin-sdk/dist/cjs/data-consumption/domain/shared/custom-subscription/types.js';
import type { CurrentUserData } from 'bigbluebutton-html-plugin-sdk/dist/cjs/data-consumption/domain/users/current-user/types.js';
import { DataConsumptionHooks } from 'bigbluebutton-html-plugin-sdk/dist/cjs/data-consumption/enums.js';
import { makeCustomHookIdentifierFromArgs } from 'bigbluebutton-html-plugin-sdk/dist/cjs/data-consumption/utils.js';

interface Texts {
  user_welcomeMsgs: { welcomeMsg: string; welcomeMsgForModerators: string | null }[];
}
/** Some clients say of a subscription that fails no more than that word. */
type TextsAnswer = GraphqlResponseWrapper<Texts> | 'Error';

/** The subscriptions that stand, by the SDK's identifier, and how many hold each. */
const held = new Map<string, { hookArguments: CustomSubscriptionArguments; count: number }>();
/** All that were ever asked for. */
const everAsked = new Set<string>();
let usersHeld = 0;
let user: CurrentUserData | undefined;
let texts: TextsAnswer = { loading: true };

function dispatch<T>(detail: UpdatedEventDetails<T>): void {
  dispatchEvent(new CustomEvent(HookEvents.BBB_CORE_SENT_NEW_DATA, { detail }));
}

function sendUser(): void {
  if (usersHeld === 0 || !user) return;
  const data: GraphqlResponseWrapper<CurrentUserData> = { loading: false, data: user };
  dispatch({ hook: DataConsumptionHooks.CURRENT_USER, data });
}

function sendTexts(): void {
  for (const { hookArguments } of held.values()) {
    dispatch({ hook: DataConsumptionHooks.CUSTOM_SUBSCRIPTION, hookArguments, data: texts });
  }
}

function change(detail: SubscribedEventDetails, by: 1 | -1): void {
  if (detail.hook === DataConsumptionHooks.CURRENT_USER) {
    usersHeld += by;
    if (by > 0) sendUser();
  } else if (detail.hook === DataConsumptionHooks.CUSTOM_SUBSCRIPTION) {
    const hookArguments = detail.hookArguments as CustomSubscriptionArguments;
    const key = makeCustomHookIdentifierFromArgs(hookArguments);
    const count = (held.get(key)?.count ?? 0) + by;
    if (count > 0) held.set(key, { hookArguments, count });
    else held.delete(key);
    if (by < 0) return;
    everAsked.add(key);
    // Over the network.
    setTimeout(sendTexts);
  }
}

addEventListener(HookEvents.PLUGIN_SUBSCRIBED_TO_BBB_CORE, (event) =>
  change((event as CustomEvent<SubscribedEventDetails>).detail, 1),
);
addEventListener(HookEvents.PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE, (event) =>
  change((event as CustomEvent<SubscribedEventDetails>).detail, -1),
);

/** What a test does in the client's place. */
const host = {
  /** Says who the person is now. */
  become(role: 'MODERATOR' | 'VIEWER'): void {
    user = { userId: 'w_1', extId: '1', name: 'Zoé', role, presenter: false, cameras: [] };
    sendUser();
  },
  /** Says what the person may read of the texts now. */
  write(forModerators: string | null): void {
    const all = [{ welcomeMsg: 'Bonjour', welcomeMsgForModerators: forModerators }];
    texts = { loading: false, data: { user_welcomeMsgs: all } };
    sendTexts();
  },
  /** Says that the texts may not be read. */
  refuse(): void {
    texts = 'Error';
    sendTexts();
  },
  /** Says that the person is out of the meeting. */
  leave(): void {
    const detail = { data: { userCurrentlyInMeeting: false } };
    dispatchEvent(new CustomEvent(HookEvents.BBB_CORE_UPDATED_MEETING_STATUS, { detail }));
  },
  /** How many subscriptions stand, and how many were asked for. */
  subscriptions: () => ({ held: held.size + usersHeld, texts: everAsked.size }),
  /** Loads a plug-in as the client's loader does. */
  load(url: string): void {
    const place = document.createElement('div');
    place.id = 'plug-in';
    document.body.append(place);
    const script = document.createElement('script');
    script.src = url;
    script.setAttribute('uuid', place.id);
    script.setAttribute('pluginName', 'ParvisSessionDetails');
    document.head.append(script);
  },
};
export type Host = typeof host;
Object.assign(window, { host });
