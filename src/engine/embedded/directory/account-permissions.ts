import { rowId } from "../ids";
import type { AccountBody } from "./account-schema";
import type { RegistryStore } from "./registry-store";
import type { RoleBody } from "./role-object";
import { readSingleton } from "./singletons";

type Rights = { enabled: Set<string>; disabled: Set<string> };

function addRole(store: RegistryStore, roleId: string, rights: Rights, seen: Set<string>): void {
  if (seen.has(roleId)) return;
  seen.add(roleId);
  const role = store.find("Role", rowId(roleId) ?? -1)?.body as RoleBody | undefined;
  if (!role) return;
  for (const name of Object.keys(role.enabledPermissions)) rights.enabled.add(name);
  for (const name of Object.keys(role.disabledPermissions)) rights.disabled.add(name);
  for (const inherited of Object.keys(role.roleIds)) addRole(store, inherited, rights, seen);
}

const defaultRoles = {
  User: "defaultUserRoleIds",
  Admin: "defaultAdminRoleIds",
  Default: "defaultGroupRoleIds",
} as const;

/** Rights of an account: those of its roles, then its own list on top or instead; what is disabled anywhere is gone. */
export function accountPermissions(store: RegistryStore, { roles, permissions }: AccountBody): ReadonlySet<string> {
  const rights: Rights = { enabled: new Set(), disabled: new Set() };
  if (permissions["@type"] !== "Replace") {
    const roleIds =
      roles["@type"] === "Custom"
        ? roles.roleIds
        : readSingleton(store, "Authentication")[defaultRoles[roles["@type"]]];
    const seen = new Set<string>();
    for (const roleId of Object.keys(roleIds)) addRole(store, roleId, rights, seen);
  }
  if (permissions["@type"] !== "Inherit") {
    for (const name of Object.keys(permissions.enabledPermissions)) rights.enabled.add(name);
    for (const name of Object.keys(permissions.disabledPermissions)) rights.disabled.add(name);
  }
  for (const name of rights.disabled) rights.enabled.delete(name);
  return rights.enabled;
}
