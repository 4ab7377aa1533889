import { createTurns } from "../../../lib/turns";
import { type MethodCall, MethodError, type MethodHandler } from "../seams";
import { resolveCreationReferences } from "./creation-references";
import type { ObjectKind } from "./object-kind";
import { parseBody } from "./parse-body";
import { patchObject, pointerPath } from "./patch-object";
import type { Body } from "./registry-store";
import { requirePermission } from "./require-permission";
import { SetFailure, forbidden, invalidPatch } from "./set-failure";

const maxObjectsInSet = 500;

/** Two updates of one object: the second meets what the first has written. */
const inTurn = createTurns();

function refuseServerSet(kind: ObjectKind, body: Body): void {
  const touched = Object.keys(body).filter((pointer) =>
    ["id", ...kind.serverSet].includes(pointerPath(pointer)[0] as string),
  );
  if (touched.length > 0) throw invalidPatch(touched, "The server sets this property.");
}

const asObjects = (value: unknown, name: string): Record<string, Body> => {
  if (value === undefined || value === null) return {};
  const isObject = (v: unknown) => typeof v === "object" && v !== null && !Array.isArray(v);
  if (!isObject(value) || !Object.values(value as Body).every(isObject))
    throw new MethodError("invalidArguments", `${name} must be a map of objects`);
  return value as Record<string, Body>;
};

async function createObject(kind: ObjectKind, call: MethodCall, given: Body) {
  if (kind.singleton) throw new SetFailure("singleton");
  if (!kind.create) throw forbidden(`${kind.name} objects cannot be created.`);
  refuseServerSet(kind, given);
  return kind.create(call, parseBody(kind.schema, resolveCreationReferences(given, call.createdIds, false)));
}

async function updateObject(kind: ObjectKind, call: MethodCall, id: string, patch: Body) {
  const before = (kind.stored ?? kind.find)(call, id);
  if (!before) throw new SetFailure("notFound");
  if (!kind.update) throw forbidden(`${kind.name} objects cannot be changed.`);
  refuseServerSet(kind, patch);
  const unread = new Set(["id", ...kind.serverSet]);
  const writable = Object.fromEntries(Object.entries(before).filter(([name]) => !unread.has(name)));
  const resolved = resolveCreationReferences(patch, call.createdIds, true);
  await kind.update(call, id, parseBody(kind.schema, patchObject(writable, resolved)), before);
}

async function destroyObject(kind: ObjectKind, call: MethodCall, id: string) {
  if (kind.singleton) throw new SetFailure("singleton");
  if (!kind.find(call, id)) throw new SetFailure("notFound");
  if (!kind.destroy) throw forbidden(`${kind.name} objects cannot be destroyed.`);
  await kind.destroy(call, id);
}

/** `x:<Object>/set` (RFC 8620 section 5.3 without states): only the maps that have entries are in the answer. */
export const setObjects =
  (kind: ObjectKind): MethodHandler =>
  async (call, args) => {
    const create = Object.entries(asObjects(args.create, "create"));
    const update = Object.entries(asObjects(args.update, "update"));
    const destroy = Array.isArray(args.destroy) ? args.destroy.map(String) : [];
    if (create.length + update.length + destroy.length > maxObjectsInSet) throw new MethodError("requestTooLarge");
    if (create.length > 0) requirePermission(call, `${kind.permission}${kind.singleton ? "Update" : "Create"}`);
    if (update.length > 0) requirePermission(call, `${kind.permission}Update`);
    if (destroy.length > 0) requirePermission(call, `${kind.permission}${kind.singleton ? "Update" : "Destroy"}`);

    const result: Record<string, Record<string, unknown> | string[]> = {};
    const put = (map: string, key: string, value: unknown) => {
      result[map] ??= {} as Record<string, unknown>;
      (result[map] as Record<string, unknown>)[key] = value;
    };
    const attempt = async (failed: string, key: string, change: () => Promise<void>) => {
      try {
        await change();
      } catch (error) {
        if (!(error instanceof SetFailure)) throw error;
        put(failed, key, error.toJSON());
      }
    };

    for (const [key, body] of create)
      await attempt("notCreated", key, async () => {
        const created = await createObject(kind, call, body);
        call.createdIds.set(key, created.id);
        put("created", key, created);
      });
    for (const [id, patch] of update)
      await attempt("notUpdated", id, async () => {
        if (destroy.includes(id)) throw new SetFailure("willDestroy");
        await inTurn(`${kind.name} ${kind.singleton ? call.accountId : ""} ${id}`, () =>
          updateObject(kind, call, id, patch),
        );
        put("updated", id, null);
      });
    for (const id of new Set(destroy))
      await attempt("notDestroyed", id, async () => {
        await destroyObject(kind, call, id);
        result.destroyed = [...((result.destroyed as string[]) ?? []), id];
      });
    return { accountId: call.accountId, ...result };
  };
