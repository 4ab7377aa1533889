import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import type { EngineDirectory } from "../engine-directory.ts";
import { toSet } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { reloadSettings } from "./reload-settings.ts";
import { resultOf } from "./result-reference.ts";

const Hooks = z.object({ found: z.object({ list: z.array(z.object({ id: z.string(), url: z.string() })) }) });

/** x:WebHook. The secret is written each time: the engine shows only a mask of the one it has. */
export const createHooks = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["hooks"] => ({
  ensure: ({ url, secret, types }) =>
    oneWriter(`hook:${url}`, async () => {
      const { found } = await jmap.send(
        {
          ids: ["x:WebHook/query", {}],
          found: ["x:WebHook/get", { "#ids": resultOf("ids", "x:WebHook/query", "/ids"), properties: ["id", "url"] }],
        },
        Hooks,
      );
      const present = found.list.find((hook) => hook.url === url);
      const body = {
        enable: true,
        // By default it is everything that happens.
        eventsPolicy: "include",
        events: toSet(types),
        level: "info",
        signatureKey: { "@type": "Value", secret },
        lossy: false,
        // Whoever has stolen a password sends dozens of messages in the second that is usual.
        throttle: 250,
      };
      const fresh = { url, ...body, httpAuth: { "@type": "Unauthenticated" }, httpHeaders: {} };
      const change = present ? { update: { [present.id]: body } } : { create: { it: fresh } };
      await jmap.send({ set: ["x:WebHook/set", change], ...reloadSettings }, z.object({}));
    }),
});
