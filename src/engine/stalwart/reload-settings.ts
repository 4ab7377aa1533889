import type { Calls } from "./jmap-client.ts";

/** Throttles and webhooks are settings: written down at once, in force when the engine reads its settings again. */
export const reloadSettings = {
  reload: ["x:Action/set", { create: { reload: { "@type": "ReloadSettings" } } }],
} satisfies Calls;
