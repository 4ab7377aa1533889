import { encodeId, rowId } from "../ids";
import { type MethodCall, MethodError } from "../seams";
import type { StoredAccount } from "./account-schema";
import { CredentialBody, type StoredCredential, narrowPermissions } from "./credential-schema";
import { createApiKeySecret, createAppPasswordSecret, digestSecret } from "./credential-secret";
import type { DirectoryContext } from "./directory-context";
import { isoSeconds, secretMask } from "./encodings";
import type { ObjectKind } from "./object-kind";
import { allPermissions } from "./permissions";
import type { Body, StoredObject } from "./registry-store";
import { SetFailure, forbidden, invalidProperties } from "./set-failure";
import { readSingleton } from "./singletons";

type Kind = "ApiKey" | "AppPassword";

const limits = { ApiKey: "maxApiKeys", AppPassword: "maxAppPasswords" } as const;

const show = ({ id, body }: StoredObject): Body => {
  const { digest: _digest, ...rest } = body as StoredCredential;
  return { id: encodeId(id), ...rest, secret: secretMask };
};

/** `x:ApiKey` and `x:AppPassword` of the account that the call names. The secret is in the answer to the create, once. */
export function credentialObject(context: DirectoryContext, kind: Kind): ObjectKind {
  const { store } = context;

  const accountOf = (call: MethodCall): number => {
    const account = rowId(call.accountId) ?? -1;
    if (store.find("Account", account)?.body["@type"] !== "User") throw new MethodError("accountNotFound");
    return account;
  };
  const own = (call: MethodCall, id: string) =>
    store.listOfAccount(kind, accountOf(call)).find((credential) => credential.id === rowId(id)) ?? null;

  const refuseGrants = (call: MethodCall, { permissions }: CredentialBody) => {
    const listed = permissions["@type"] === "Replace" ? Object.keys(permissions.permissions) : null;
    const unknown = listed?.find((name) => !allPermissions.has(name));
    if (unknown) throw invalidProperties(["permissions"], `There is no permission ${unknown}.`);
    const callersOwn = call.principal.permissions;
    const wanted =
      listed ?? narrowPermissions(context.permissionsOf(rowId(call.principal.accountId) ?? -1), permissions);
    for (const name of wanted)
      if (!callersOwn.has(name)) throw forbidden("A permission that the caller lacks cannot be granted.");
  };

  const refuseTooMany = (account: number, existing: number) => {
    const { quotas } = store.body("Account", account) as StoredAccount;
    const most = quotas[limits[kind]] ?? readSingleton(store, "Authentication")[limits[kind]];
    if (most !== null && existing >= most)
      throw new SetFailure("overQuota", { description: `At most ${most} are allowed.` });
  };

  return {
    name: kind,
    permission: `sys${kind}`,
    serverSet: ["createdAt", "secret"],
    schema: CredentialBody as unknown as ObjectKind["schema"],
    filters: {},
    comparable: ["expiresAt", "createdAt"],
    list: (call) => store.listOfAccount(kind, accountOf(call)).map(show),
    find(call, id) {
      const found = own(call, id);
      return found && show(found);
    },
    stored(call, id) {
      const { digest: _digest, ...body } = (own(call, id)?.body ?? {}) as StoredCredential;
      return own(call, id) ? body : null;
    },
    create(call, given) {
      const body = given as CredentialBody;
      refuseGrants(call, body);
      const account = accountOf(call);
      return store.transaction(() => {
        refuseTooMany(account, store.listOfAccount(kind, account).length);
        const id = store.nextId(kind);
        const secret = kind === "ApiKey" ? createApiKeySecret(account, id) : createAppPasswordSecret();
        const row: StoredCredential = { ...body, createdAt: isoSeconds(context.now()), digest: digestSecret(secret) };
        store.put(kind, id, row, { account });
        return { id: encodeId(id), secret };
      });
    },
    update(call, id, given) {
      refuseGrants(call, given as CredentialBody);
      const { createdAt, digest } = store.body(kind, rowId(id) as number) as StoredCredential;
      store.transaction(() =>
        store.put(kind, rowId(id) as number, { ...given, createdAt, digest }, { account: accountOf(call) }),
      );
    },
    destroy: (_call, id) => store.transaction(() => void store.drop(kind, rowId(id) as number)),
  };
}
