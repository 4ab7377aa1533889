import { encodeId, rowId } from "../ids";
import { MethodError } from "../seams";
import { accountPermissions } from "./account-permissions";
import { accountReferences } from "./account-references";
import { AccountBody, type StoredAccount, type UserBody } from "./account-schema";
import type { AddressSpace } from "./address-space";
import type { DirectoryContext } from "./directory-context";
import { isoSeconds, secretMask } from "./encodings";
import type { ObjectKind } from "./object-kind";
import { type PasswordLengths, hashPassword } from "./password";
import type { Body, StoredObject } from "./registry-store";
import { forbidden, invalidProperties, objectIsLinked } from "./set-failure";
import { passwordLengths } from "./singletons";
import { textFilter } from "./text-filter";

const serverSet = ["emailAddress", "usedDiskQuota", "createdAt"];

/** Replaces clear passwords by their hashes and masks by what was there. Throws `invalidProperties`. */
async function sealCredentials(body: AccountBody, before: Body | null, lengths: PasswordLengths): Promise<AccountBody> {
  if (body["@type"] !== "User") return body;
  if (Object.keys(body.credentials).length > 1)
    throw invalidProperties(["credentials"], "An account has one password at most.");
  const old = Object.values((before as UserBody | null)?.credentials ?? {})[0];
  const sealed: UserBody["credentials"] = {};
  for (const [index, credential] of Object.entries(body.credentials)) {
    if (credential.secret === secretMask && !old) throw invalidProperties(["secret"], "A password is missing.");
    const secret =
      credential.secret === secretMask ? (old?.secret as string) : await hashPassword(credential.secret, lengths);
    sealed[index] = { ...credential, credentialId: old?.credentialId ?? "a", secret };
  }
  return { ...body, credentials: sealed };
}

/** `x:Account`, users and groups. An account is there at once; the mail of a destroyed one goes with it. */
export function accountObject(context: DirectoryContext, addresses: AddressSpace): ObjectKind {
  const { store } = context;
  const { check, claimsOf, membersOf } = accountReferences(store);

  const show = ({ id, body }: StoredObject): Body => {
    const account = body as StoredAccount;
    const credentials = account["@type"] === "User" ? account.credentials : undefined;
    return {
      id: encodeId(id),
      ...account,
      ...(credentials && {
        credentials: Object.fromEntries(
          Object.entries(credentials).map(([key, value]) => [key, { ...value, secret: secretMask }]),
        ),
      }),
      emailAddress: `${account.name}@${context.domainName(account.domainId)}`,
      get usedDiskQuota() {
        return context.usedDiskQuota(encodeId(id));
      },
    };
  };

  const refuseGrants = (call: Parameters<ObjectKind["list"]>[0], body: AccountBody, before: AccountBody | null) => {
    const isPlain = (account: AccountBody) =>
      ["User", "Default"].includes(account.roles["@type"]) && account.permissions["@type"] === "Inherit";
    if (isPlain(body)) return;
    const had = before
      ? accountPermissions(store, before)
      : accountPermissions(store, {
          ...body,
          roles: { "@type": body["@type"] === "User" ? "User" : "Default" },
          permissions: { "@type": "Inherit" },
        } as AccountBody);
    const granted = [...accountPermissions(store, body)].filter((name) => !had.has(name));
    if (granted.some((name) => !call.principal.permissions.has(name)))
      throw forbidden("A permission that the caller lacks cannot be granted.");
  };

  const write = (id: number, body: AccountBody, createdAt: string) => {
    addresses.claim("Account", id, claimsOf(body));
    store.put("Account", id, { ...body, createdAt }, { domain: rowId(body.domainId) as number, name: body.name });
  };

  return {
    name: "Account",
    permission: "sysAccount",
    serverSet,
    schema: AccountBody as unknown as ObjectKind["schema"],
    filters: {
      "@type": (account, value) => account["@type"] === value,
      name: (account, value) => account.name === String(value).toLowerCase(),
      domainId: (account, value) => account.domainId === value,
      memberTenantId: (account, value) => account.memberTenantId === value,
      memberGroupIds: (account, value) => (account.memberGroupIds as Body | undefined)?.[String(value)] === true,
      text: textFilter("name", "emailAddress", "description"),
    },
    list(_call, { domainId, name }) {
      if (typeof domainId !== "string") return store.list("Account").map(show);
      const domain = rowId(domainId) ?? -1;
      if (typeof name !== "string") return store.listOfDomain("Account", domain).map(show);
      const owner = addresses.findOwner(name.toLowerCase(), domain);
      const found = owner?.kind === "Account" ? store.find("Account", owner.id) : null;
      return found ? [show(found)] : [];
    },
    find(_call, id) {
      const found = store.find("Account", rowId(id) ?? -1);
      return found && show(found);
    },
    stored: (_call, id) => store.find("Account", rowId(id) ?? -1)?.body ?? null,
    async create(call, given) {
      const body = await sealCredentials(check(given as AccountBody), null, passwordLengths(store));
      refuseGrants(call, body, null);
      const id = store.transaction(() => {
        const fresh = store.nextId("Account");
        write(fresh, body, isoSeconds(context.now()));
        return fresh;
      });
      context.openAccount(encodeId(id));
      return { id: encodeId(id) };
    },
    async update(call, id, given, before) {
      if (given["@type"] !== before["@type"]) throw invalidProperties(["@type"], "An account stays what it is.");
      const body = await sealCredentials(check(given as AccountBody), before, passwordLengths(store));
      refuseGrants(call, body, before as AccountBody);
      store.transaction(() => {
        const isStale = JSON.stringify(store.body("Account", rowId(id) as number)) !== JSON.stringify(before);
        if (isStale) throw new MethodError("serverUnavailable", "The account was changed meanwhile.");
        write(rowId(id) as number, body, String(before.createdAt));
      });
    },
    destroy(_call, id) {
      const account = rowId(id) as number;
      store.transaction(() => {
        const members = store.find("Account", account)?.body["@type"] === "Group" ? membersOf(id) : [];
        if (members.length > 0) throw objectIsLinked({ object: "Account", id }, members);
        addresses.release("Account", account);
        for (const kind of ["ApiKey", "AppPassword"])
          for (const credential of store.listOfAccount(kind, account)) store.drop(kind, credential.id);
        store.drop("Account", account);
      });
      context.destroyAccount(id);
    },
  };
}
