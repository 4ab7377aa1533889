import { z } from "zod";
import { rowId } from "../ids";
import { type MethodCall, MethodError } from "../seams";
import type { ObjectKind } from "./object-kind";
import type { RegistryStore } from "./registry-store";

const AccountSettingsBody = z.strictObject({
  description: z.string().max(1024).nullable().optional(),
  locale: z.string().max(32).optional(),
  timeZone: z.string().max(64).nullable().optional(),
  encryptionAtRest: z.looseObject({ "@type": z.string() }).optional(),
});

/** `x:AccountSettings`: what a user sees and may change of the own account. */
export function accountSettingsObject(store: RegistryStore): ObjectKind {
  const stored = (call: MethodCall) => {
    const found = store.find("Account", rowId(call.accountId) ?? -1);
    if (!found) throw new MethodError("accountNotFound");
    return found;
  };
  const read = (call: MethodCall) => {
    const { description = null, locale, timeZone, encryptionAtRest } = stored(call).body;
    return { id: "singleton", description, locale, timeZone, encryptionAtRest };
  };
  return {
    name: "AccountSettings",
    permission: "sysAccountSettings",
    singleton: true,
    serverSet: [],
    schema: AccountSettingsBody as unknown as ObjectKind["schema"],
    filters: {},
    list: (call) => [read(call)],
    find: (call, id) => (id === "singleton" ? read(call) : null),
    update(call, _id, settings) {
      store.transaction(() => {
        const { id, body } = stored(call);
        store.put(
          "Account",
          id,
          { ...body, ...settings },
          { domain: rowId(String(body.domainId)) as number, name: String(body.name) },
        );
      });
    },
  };
}
