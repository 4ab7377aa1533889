import type { z } from "zod";
import type { Body } from "./registry-store";
import { SetFailure, invalidPatch } from "./set-failure";

const kinds: Record<string, string> = { too_big: "MaxLength", too_small: "MinLength" };

function toValidationError(issue: z.core.$ZodIssue): Record<string, unknown> {
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return { type: missing ? "Required" : (kinds[issue.code] ?? "Invalid"), property: issue.path.join("/") };
}

/** Checks a whole object. Throws `invalidPatch` for properties that do not exist and `validationFailed` for wrong values. */
export function parseBody(schema: z.ZodType<Body>, body: Body): Body {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key].join("/")) : [],
  );
  if (unknown.length > 0) throw invalidPatch(unknown, "There is no such property.");
  throw new SetFailure("validationFailed", { validationErrors: parsed.error.issues.map(toValidationError) });
}
