import { z } from "zod";
import { encodeId, rowId } from "../ids";
import { setOf } from "./encodings";
import type { ObjectKind } from "./object-kind";
import type { Body, RegistryStore, StoredObject } from "./registry-store";
import { invalidPatch, invalidProperties } from "./set-failure";
import { readThrottleExpression } from "./throttle-expression";

/** What this engine counts by; Stalwart also knows listener, remoteIp, localIp, heloDomain, rcpt and rcptDomain. */
const keys = ["authenticatedAs", "sender", "senderDomain"];
const key = z.string().refine((name) => keys.includes(name));

/** What a client may write of an `x:MtaInboundThrottle`; `period` in milliseconds. */
export const ThrottleBody = z.strictObject({
  description: z.string().min(1).max(255),
  enable: z.boolean().default(true),
  key: setOf(key).default({}),
  match: z
    .strictObject({ match: z.strictObject({}).default({}), else: z.string().min(1).max(50_000) })
    .default({ match: {}, else: "true" }),
  rate: z.strictObject({ count: z.int().positive(), period: z.int().min(1000) }),
});
export type ThrottleBody = z.infer<typeof ThrottleBody>;

const show = ({ id, body }: StoredObject): Body => ({ id: encodeId(id), ...body });

function check(body: Body): Body {
  if (readThrottleExpression((body as ThrottleBody).match.else) === null)
    throw invalidProperties(["match"], "This engine cannot read the expression.");
  return body;
}

/** `x:MtaInboundThrottle`: how many messages may begin in a time. In force after `ReloadSettings`. */
export function throttleObject(store: RegistryStore): ObjectKind {
  return {
    name: "MtaInboundThrottle",
    permission: "sysMtaInboundThrottle",
    serverSet: [],
    schema: ThrottleBody,
    filters: {},
    list: () => store.list("MtaInboundThrottle").map(show),
    find(_call, id) {
      const found = store.find("MtaInboundThrottle", rowId(id) ?? -1);
      return found && show(found);
    },
    create: (_call, body) =>
      store.transaction(() => {
        const id = store.nextId("MtaInboundThrottle");
        store.put("MtaInboundThrottle", id, check(body));
        return { id: encodeId(id) };
      }),
    update(_call, id, body, before) {
      if (body.description !== before.description) throw invalidPatch(["description"], "It cannot be changed.");
      store.transaction(() => store.put("MtaInboundThrottle", rowId(id) as number, check(body)));
    },
    destroy: (_call, id) => store.transaction(() => void store.drop("MtaInboundThrottle", rowId(id) as number)),
  };
}
