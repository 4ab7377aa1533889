import { z } from "zod";
import { encodeId, rowId } from "../ids";
import { setOf } from "./encodings";
import type { ObjectKind } from "./object-kind";
import { administratorPermissions, groupPermissions, userPermissions } from "./permissions";
import type { Body, RegistryStore, StoredObject } from "./registry-store";
import { forbidden, invalidForeignKey } from "./set-failure";
import { textFilter } from "./text-filter";

/** What a client may write of an `x:Role`. */
export const RoleBody = z.strictObject({
  description: z.string().min(1).max(255),
  enabledPermissions: setOf().default({}),
  disabledPermissions: setOf().default({}),
  roleIds: setOf(z.string().min(1).max(16)).default({}),
  memberTenantId: z.string().max(16).nullable().default(null),
});
export type RoleBody = z.infer<typeof RoleBody>;

const fixed: [description: string, permissions: readonly string[]][] = [
  ["User", userPermissions],
  ["Group", groupPermissions],
  ["Tenant Administrator", administratorPermissions.filter((name) => name !== "impersonate")],
  ["System Administrator", administratorPermissions],
];

/** Writes the four roles of a first boot, ids `b` to `e`. */
export function seedRoles(store: RegistryStore): void {
  if (store.list("Role").length > 0) return;
  store.transaction(() => {
    for (const [description, permissions] of fixed) {
      const enabledPermissions = Object.fromEntries(permissions.map((name) => [name, true]));
      store.put("Role", store.nextId("Role"), RoleBody.parse({ description, enabledPermissions }));
    }
  });
}

const show = ({ id, body }: StoredObject): Body => ({ id: encodeId(id), ...body });

/** `x:Role`: the four of the first boot. Their lists may be changed, there are never more or fewer. */
export function roleObject(store: RegistryStore): ObjectKind {
  return {
    name: "Role",
    permission: "sysRole",
    serverSet: [],
    schema: RoleBody,
    filters: {
      text: textFilter("description"),
      memberTenantId: (role, value) => role.memberTenantId === value,
    },
    list: () => store.list("Role").map(show),
    find(_call, id) {
      const found = store.find("Role", rowId(id) ?? -1);
      return found && show(found);
    },
    update(call, id, body, before) {
      const role = body as RoleBody;
      const had = (before as RoleBody).enabledPermissions;
      const granted = Object.keys(role.enabledPermissions).filter((name) => !had[name]);
      if (granted.some((name) => !call.principal.permissions.has(name)))
        throw forbidden("A permission that the caller lacks cannot be granted.");
      for (const roleId of Object.keys(role.roleIds))
        if (!store.find("Role", rowId(roleId) ?? -1)) throw invalidForeignKey({ object: "Role", id: roleId });
      store.transaction(() => store.put("Role", rowId(id) as number, role));
    },
  };
}
