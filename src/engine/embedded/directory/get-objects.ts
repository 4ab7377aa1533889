import { MethodError, type MethodHandler } from "../seams";
import type { ObjectKind } from "./object-kind";
import { requirePermission } from "./require-permission";

const maxObjectsInGet = 500;

/** `x:<Object>/get` (RFC 8620 section 5.1 without a state). */
export const getObjects =
  (kind: ObjectKind): MethodHandler =>
  async (call, args) => {
    requirePermission(call, `${kind.permission}Get`);
    const { ids = null, properties = null } = args;
    const isList = (value: unknown): value is string[] =>
      Array.isArray(value) && value.every((v) => typeof v === "string");
    if (ids !== null && !isList(ids)) throw new MethodError("invalidArguments", "ids must be a list of ids or null");
    if (properties !== null && !isList(properties))
      throw new MethodError("invalidArguments", "properties must be a list");
    if (ids && ids.length > maxObjectsInGet) throw new MethodError("requestTooLarge");

    const list: Record<string, unknown>[] = [];
    const notFound: string[] = [];
    const pick = (object: Record<string, unknown>) =>
      properties === null
        ? object
        : Object.fromEntries(
            ["id", "@type", ...properties].flatMap((name) =>
              name in object && (name !== "@type" || properties.includes(name)) ? [[name, object[name]]] : [],
            ),
          );

    if (ids === null) list.push(...kind.list(call, {}).slice(0, maxObjectsInGet).map(pick));
    for (const wanted of new Set(ids ?? [])) {
      const id = wanted.startsWith("#") ? call.createdIds.get(wanted.slice(1)) : wanted;
      const object = id === undefined ? null : kind.find(call, id);
      if (object) list.push(pick(object));
      else notFound.push(wanted);
    }
    return { accountId: call.accountId, list, notFound };
  };
