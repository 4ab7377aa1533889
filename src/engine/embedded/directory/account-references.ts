import { encodeId, rowId } from "../ids";
import type { AccountBody, UserBody } from "./account-schema";
import type { Claim } from "./address-space";
import { normaliseLocalPart } from "./local-part";
import type { RegistryStore } from "./registry-store";
import { requireDomain } from "./require-domain";
import { type ObjectId, invalidForeignKey, invalidProperties } from "./set-failure";

type Addressed = Pick<AccountBody, "name" | "domainId" | "aliases">;

/** Normalises the local parts of an account or a list. Throws `invalidProperties`. */
export function checkLocalParts<T extends Addressed>(body: T): T {
  const name = normaliseLocalPart(body.name);
  if (name === null) throw invalidProperties(["name"], "Not a valid local part.");
  const aliases = Object.fromEntries(
    Object.entries(body.aliases).map(([index, alias]) => {
      const local = normaliseLocalPart(alias.name);
      if (local === null) throw invalidProperties(["aliases"], "Not a valid local part.");
      return [index, { ...alias, name: local }];
    }),
  );
  return { ...body, name, aliases };
}

/** All addresses that a body claims, its own first. Throws `invalidForeignKey` for unknown domains. */
export function claimsOf(store: RegistryStore, body: Addressed): Claim[] {
  return [
    { local: body.name, domain: requireDomain(store, body.domainId), enabled: true },
    ...Object.values(body.aliases).map(({ name, domainId, enabled }) => ({
      local: name,
      domain: requireDomain(store, domainId),
      enabled,
    })),
  ];
}

/** The references of accounts: domains, groups and roles must exist. */
export function accountReferences(store: RegistryStore) {
  return {
    claimsOf: (body: AccountBody) => claimsOf(store, body),
    check(given: AccountBody): AccountBody {
      const body = checkLocalParts(given);
      claimsOf(store, body);
      const groups = body["@type"] === "User" ? Object.keys(body.memberGroupIds) : [];
      for (const id of groups)
        if (store.find("Account", rowId(id) ?? -1)?.body["@type"] !== "Group")
          throw invalidForeignKey({ object: "Account", id });
      const roles = body.roles["@type"] === "Custom" ? Object.keys(body.roles.roleIds) : [];
      for (const id of roles) if (!store.find("Role", rowId(id) ?? -1)) throw invalidForeignKey({ object: "Role", id });
      return body;
    },
    /** The users of a group. */
    membersOf: (groupId: string): ObjectId[] =>
      store
        .list("Account")
        .filter(({ body }) => (body as UserBody).memberGroupIds?.[groupId])
        .map(({ id }) => ({ object: "Account", id: encodeId(id) })),
  };
}
