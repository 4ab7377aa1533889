import { z } from "zod";
import { encodeId, rowId } from "../ids";
import { secretMask, secretValue, setOf } from "./encodings";
import type { ObjectKind } from "./object-kind";
import type { Body, RegistryStore, StoredObject } from "./registry-store";

const milliseconds = z.number().int().nonnegative();

/** What a client may write of an `x:WebHook`; durations in milliseconds. */
export const WebHookBody = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2048),
  enable: z.boolean().default(true),
  eventsPolicy: z.enum(["include", "exclude"]).default("exclude"),
  events: setOf().default({}),
  level: z.enum(["error", "warn", "info", "debug", "trace"]).default("info"),
  signatureKey: secretValue.default({ "@type": "None" }),
  httpAuth: z
    .discriminatedUnion("@type", [
      z.strictObject({ "@type": z.literal("Unauthenticated") }),
      z.strictObject({ "@type": z.literal("Basic"), username: z.string().max(255), secret: secretValue }),
      z.strictObject({ "@type": z.literal("Bearer"), bearerToken: secretValue }),
    ])
    .default({ "@type": "Unauthenticated" }),
  httpHeaders: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), z.string().max(1024)).default({}),
  throttle: milliseconds.default(1000),
  timeout: milliseconds.default(30_000),
  discardAfter: milliseconds.default(300_000),
  lossy: z.boolean().default(false),
  allowInvalidCerts: z.boolean().default(false),
});
export type WebHookBody = z.infer<typeof WebHookBody>;
export type WebHook = WebHookBody & { id: string };

const mask = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "secret" && typeof inner === "string" ? secretMask : mask(inner),
    ]),
  );
};

/** Puts stored secrets back where a client sent the mask that it had read. */
const unmask = (value: unknown, before: unknown): unknown => {
  if (value === secretMask) return typeof before === "string" ? before : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, unmask(inner, (before as Body | undefined)?.[key])]),
  );
};

const show = ({ id, body }: StoredObject): Body => ({ id: encodeId(id), ...(mask(body) as Body) });

/** `x:WebHook`: where events are posted to. */
export function webHookObject(store: RegistryStore): ObjectKind {
  return {
    name: "WebHook",
    permission: "sysWebHook",
    serverSet: [],
    schema: WebHookBody,
    filters: {},
    list: () => store.list("WebHook").map(show),
    find(_call, id) {
      const found = store.find("WebHook", rowId(id) ?? -1);
      return found && show(found);
    },
    stored: (_call, id) => store.find("WebHook", rowId(id) ?? -1)?.body ?? null,
    create: (_call, body) =>
      store.transaction(() => {
        const id = store.nextId("WebHook");
        store.put("WebHook", id, body);
        return { id: encodeId(id) };
      }),
    update: (_call, id, body, before) =>
      store.transaction(() => store.put("WebHook", rowId(id) as number, unmask(body, before) as Body)),
    destroy: (_call, id) => store.transaction(() => void store.drop("WebHook", rowId(id) as number)),
  };
}
