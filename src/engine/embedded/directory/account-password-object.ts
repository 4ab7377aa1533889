import { z } from "zod";
import { rowId } from "../ids";
import { type MethodCall, MethodError } from "../seams";
import type { StoredAccount } from "./account-schema";
import { secretMask } from "./encodings";
import type { ObjectKind } from "./object-kind";
import { hashPassword, verifyPassword } from "./password";
import type { RegistryStore } from "./registry-store";
import { invalidProperties } from "./set-failure";
import { passwordLengths } from "./singletons";

const AccountPasswordBody = z.strictObject({
  currentSecret: z.string().max(1024).optional(),
  secret: z.string().min(1).max(1024).optional(),
  otpAuth: z.null().optional(),
});

/** `x:AccountPassword`: a user changes the own password and must know the current one. */
export function accountPasswordObject(store: RegistryStore): ObjectKind {
  const account = (call: MethodCall) => {
    const found = store.find("Account", rowId(call.accountId) ?? -1);
    if (found?.body["@type"] !== "User") throw new MethodError("accountNotFound");
    return { id: found.id, body: found.body as StoredAccount & { "@type": "User" } };
  };
  const read = () => ({ id: "singleton", secret: secretMask, otpAuth: null });
  return {
    name: "AccountPassword",
    permission: "sysAccountPassword",
    singleton: true,
    serverSet: [],
    schema: AccountPasswordBody as unknown as ObjectKind["schema"],
    filters: {},
    list: () => [read()],
    find: (_call, id) => (id === "singleton" ? read() : null),
    stored: (_call, id) => (id === "singleton" ? {} : null),
    async update(call, _id, { currentSecret, secret }) {
      const [key, credential] = Object.entries(account(call).body.credentials)[0] ?? [];
      if (!key || !credential || !(await verifyPassword(credential.secret, String(currentSecret ?? ""))))
        throw invalidProperties(["currentSecret"], "The current password is wrong.");
      if (typeof secret !== "string") throw invalidProperties(["secret"], "A new password is missing.");
      if (secret.startsWith("$")) throw invalidProperties(["secret"], "A password is expected here, not a hash.");
      const hashed = await hashPassword(secret, passwordLengths(store));
      store.transaction(() => {
        const { id, body } = account(call);
        if (body.credentials[key]?.secret !== credential.secret)
          throw invalidProperties(["currentSecret"], "The current password is wrong.");
        body.credentials[key] = { ...credential, secret: hashed, expiresAt: null };
        store.put("Account", id, body, { domain: rowId(body.domainId) as number, name: body.name });
      });
    },
  };
}
