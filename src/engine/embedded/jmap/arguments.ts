import { z } from "zod";
import { MethodError, type MethodArguments } from "../seams";

/** Checks a method's arguments. Throws the method error `invalidArguments` that names the first bad one. */
export function parseArguments<T>(schema: z.ZodType<T>, args: MethodArguments): T {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MethodError("invalidArguments", `${issue?.path.join("/") || "arguments"}: ${issue?.message ?? "invalid"}`);
}

export const Id = z.string().min(1).max(255);
export const UnsignedInt = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const UtcDate = z.iso.datetime({ offset: true });

/** Arguments of every /get. */
export const GetArguments = z.strictObject({
  accountId: Id,
  ids: z.array(z.string().max(255)).nullish(),
  properties: z.array(z.string().max(300)).nullish(),
});

/** Arguments of every /changes. */
export const ChangesArguments = z.strictObject({
  accountId: Id,
  sinceState: z.string().max(255),
  maxChanges: z.int().min(1).nullish(),
});

export const SetObject = z.record(z.string(), z.unknown());

/** Arguments of every /set; extend with `.extend()`. */
export const SetArguments = z.strictObject({
  accountId: Id,
  ifInState: z.string().max(255).nullish(),
  create: z.record(z.string().min(1).max(255), SetObject).nullish(),
  update: z.record(z.string().max(255), SetObject).nullish(),
  destroy: z.array(z.string().max(255)).nullish(),
});

/** Arguments of every /query but the filter, sort and Email's own. */
export const queryArguments = {
  accountId: Id,
  position: z.int().nullish(),
  anchor: Id.nullish(),
  anchorOffset: z.int().nullish(),
  limit: UnsignedInt.nullish(),
  calculateTotal: z.boolean().nullish(),
};

/** Arguments of every /queryChanges but the filter, sort and Email's own. */
export const queryChangesArguments = {
  accountId: Id,
  sinceQueryState: z.string().max(255),
  maxChanges: z.int().min(1).nullish(),
  upToId: z.string().max(255).nullish(),
  calculateTotal: z.boolean().nullish(),
};
