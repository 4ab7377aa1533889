import type { z } from "zod";
import type { MethodCall } from "../seams";
import type { Body } from "./registry-store";

export type Created = { id: string; secret?: string };

/** A condition of a query; the object is as `get` would show it. */
export type Filter = (object: Body, value: unknown) => boolean;

/**
 * One `x:` object. `find` and `list` give what a client may read, without `id` missing and with secrets masked; `before` in an
 * update is the stored body, so that patches meet what is really there. Writers throw `SetFailure`.
 */
export type ObjectKind = {
  name: string;
  /** Permission prefix, such as `sysDomain`. */
  permission: string;
  singleton?: true;
  /** Properties that a client reads and never writes. */
  serverSet: readonly string[];
  schema: z.ZodType<Body>;
  filters: Readonly<Record<string, Filter>>;
  /** Properties that a query may be sorted by or compare with a range suffix. */
  comparable?: readonly string[];
  list(call: MethodCall, filter: Body): Body[];
  find(call: MethodCall, id: string): Body | null;
  stored?(call: MethodCall, id: string): Body | null;
  create?(call: MethodCall, body: Body): Promise<Created> | Created;
  update?(call: MethodCall, id: string, body: Body, before: Body): Promise<void> | void;
  destroy?(call: MethodCall, id: string): Promise<void> | void;
};
