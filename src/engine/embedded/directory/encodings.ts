import { z } from "zod";

/** A set of strings, ids or enum values: `{"value": true}`. Members set to `false` or `null` are gone. */
export const setOf = (member: z.ZodType<string> = z.string().min(1).max(320)) =>
  z
    .record(member, z.boolean().nullable())
    .transform((set): Record<string, true> =>
      Object.fromEntries(Object.keys(set).flatMap((key) => (set[key] ? [[key, true as const]] : []))),
    );

/** A list of objects: `{"0": …, "1": …}`. The keys are indexes, so they are counted anew. */
export const listOf = <T extends z.ZodType>(item: T, max = 1000) =>
  z
    .record(z.string().regex(/^\d{1,6}$/), item)
    .refine((list) => Object.keys(list).length <= max)
    .transform((list): Record<string, z.output<T>> =>
      Object.fromEntries(
        Object.keys(list)
          .sort((a, b) => Number(a) - Number(b))
          .map((key, index) => [String(index), list[key] as z.output<T>]),
      ),
    );

/** A UTC instant as text, `2026-09-01T10:00:00Z`. */
export const utcInstant = z.iso.datetime({ offset: true }).transform((text) => isoSeconds(new Date(text)));

/** `2026-09-01T10:00:00Z`: the registry writes no fractions of a second. */
export const isoSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** What a secret looks like when it is read; sent back, it keeps the stored one. */
export const secretMask = "****";

/** A secret on the wire. Only the literal form is supported here: the engine reads no environment and no files for others. */
export const secretValue = z.union([
  z.strictObject({ "@type": z.literal("None") }),
  z.strictObject({ "@type": z.enum(["Value", "Text"]), secret: z.string().min(1).max(16_384) }),
]);
