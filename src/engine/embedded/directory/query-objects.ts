import { MethodError, type MethodHandler } from "../seams";
import type { Filter, ObjectKind } from "./object-kind";
import type { Body } from "./registry-store";
import { requirePermission } from "./require-permission";

const queryMaxResults = 5000;

const ranges: Record<string, (order: number) => boolean> = {
  IsGreaterThanOrEqual: (order) => order >= 0,
  IsLessThanOrEqual: (order) => order <= 0,
  IsGreaterThan: (order) => order > 0,
  IsLessThan: (order) => order < 0,
};

const compare = (a: unknown, b: unknown): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""), "en");

function findCondition(kind: ObjectKind, property: string): Filter {
  const plain = kind.filters[property];
  if (plain) return plain;
  for (const [suffix, holds] of Object.entries(ranges)) {
    const name = property.slice(0, -suffix.length);
    if (property.endsWith(suffix) && kind.comparable?.includes(name))
      return (object, value) => object[name] != null && holds(compare(object[name], value));
  }
  throw new MethodError("unsupportedFilter", property);
}

function sortObjects(kind: ObjectKind, objects: Body[], sort: unknown): void {
  if (sort === undefined || sort === null) return;
  if (!Array.isArray(sort)) throw new MethodError("invalidArguments", "sort must be a list");
  const orders = sort.map(({ property, isAscending = true }: { property: string; isAscending?: boolean }) => {
    if (!kind.comparable?.includes(property)) throw new MethodError("unsupportedSort", property);
    return (a: Body, b: Body) => compare(a[property], b[property]) * (isAscending ? 1 : -1);
  });
  objects.sort((a, b) => orders.reduce((order, next) => order || next(a, b), 0));
}

const wholeNumber = (value: unknown, name: string): number => {
  if (typeof value !== "number" || !Number.isInteger(value))
    throw new MethodError("invalidArguments", `${name} must be a whole number`);
  return value;
};

/** `x:<Object>/query` (RFC 8620 section 5.5): conditions are ANDed, there are no operators; newest id first unless sorted. */
export const queryObjects =
  (kind: ObjectKind): MethodHandler =>
  async (call, args) => {
    requirePermission(call, `${kind.permission}Query`);
    const filter = (args.filter ?? {}) as Body;
    if (typeof filter !== "object" || Array.isArray(filter) || "operator" in filter)
      throw new MethodError("unsupportedFilter");
    const conditions = Object.entries(filter).map(
      ([property, value]) => [findCondition(kind, property), value] as const,
    );
    const found = kind
      .list(call, filter)
      .filter((object) => conditions.every(([holds, value]) => holds(object, value)));
    sortObjects(kind, found, args.sort);

    const wanted = wholeNumber(args.position ?? 0, "position");
    const position = wanted < 0 ? Math.max(0, found.length + wanted) : wanted;
    const limit = Math.min(wholeNumber(args.limit ?? queryMaxResults, "limit"), queryMaxResults);
    if (limit < 0) throw new MethodError("invalidArguments", "limit must not be negative");
    return {
      accountId: call.accountId,
      canCalculateChanges: false,
      position,
      ids: found.slice(position, position + limit).map((object) => object.id),
      ...(args.calculateTotal === true ? { total: found.length } : {}),
      ...(args.limit !== undefined && limit !== args.limit ? { limit } : {}),
    };
  };
