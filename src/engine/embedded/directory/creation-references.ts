import { MethodError } from "../seams";
import { SetFailure } from "./set-failure";

/** Only properties that hold ids of other objects may refer to what the same request has created. */
const referenceProperties = new Set([
  "domainId",
  "accountId",
  "memberGroupIds",
  "roleIds",
  "memberTenantId",
  "defaultDomainId",
  "defaultUserRoleIds",
  "defaultGroupRoleIds",
  "defaultAdminRoleIds",
  "defaultTenantRoleIds",
]);

type Find = (creationId: string) => string;

function inReference(value: unknown, find: Find): unknown {
  if (typeof value === "string") return value.startsWith("#") ? find(value.slice(1)) : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.startsWith("#") ? find(key.slice(1)) : key, inner]),
  );
}

function walk(value: unknown, find: Find): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => walk(item, find));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const [first = "", ...rest] = key.split("/");
      if (!referenceProperties.has(rest.at(-1) ?? first) && !referenceProperties.has(first))
        return [key, walk(inner, find)];
      const name = [first, ...rest.map((part) => (part.startsWith("#") ? find(part.slice(1)) : part))].join("/");
      return [name, inReference(inner, find)];
    }),
  );
}

/**
 * Replaces `#creationId` in reference-typed properties of a create or an update. An unknown one is a SetError of the object in
 * a create and fails the whole call in an update (method error `invalidResultReference`).
 */
export function resolveCreationReferences(
  body: Record<string, unknown>,
  createdIds: ReadonlyMap<string, string>,
  inUpdate: boolean,
): Record<string, unknown> {
  return walk(body, (creationId) => {
    const id = createdIds.get(creationId);
    if (id !== undefined) return id;
    const description = `Nothing was created as #${creationId} in this request.`;
    if (inUpdate) throw new MethodError("invalidResultReference", description);
    throw new SetFailure("invalidForeignKey", { description });
  }) as Record<string, unknown>;
}
