import { z } from "zod";
import { EngineError, type EngineFailure } from "../engine-error.ts";

/** A method-level error (RFC 8620 section 3.6.2) or a SetError (section 5.3): descriptions are free text, only `type` is mapped. */
export const JmapFailure = z.object({ type: z.string(), description: z.string().nullish() }).loose();
export type JmapFailure = z.infer<typeof JmapFailure>;

const failureByType: Record<string, EngineFailure> = {
  serverUnavailable: "unavailable",
  serverFail: "unavailable",
  serverPartialFail: "unavailable",
  rateLimit: "unavailable",
  accountNotFound: "notFound",
  notFound: "notFound",
  blobNotFound: "notFound",
  invalidForeignKey: "notFound",
  cannotCalculateChanges: "stateTooOld",
  stateMismatch: "conflict",
  alreadyExists: "conflict",
  primaryKeyViolation: "conflict",
  objectIsLinked: "conflict",
  mailboxHasChild: "conflict",
  mailboxHasEmail: "conflict",
  overQuota: "overQuota",
};

/** Types that are not listed are a refusal: repeating the same request would not help. */
export function engineErrorOf(failure: JmapFailure, where: string): EngineError {
  const { type, description, ...rest } = failure;
  // Only these two of a failure's own fields are known to hold no secret.
  const about = JSON.stringify({ properties: rest.properties, objectId: rest.objectId });
  const error = new EngineError(
    failureByType[type] ?? "refused",
    `${where}: ${type} ${description ?? ""} ${about}`.trim(),
  );
  return error;
}

/** What may lie in place of an ordinary response when a call was sent with `mayFail`. */
export const Failed = z.object({ failed: JmapFailure });

/** The response, where it is one. */
export function succeeded<T extends object>(response: T | { failed: JmapFailure }, method: string): T {
  if ("failed" in response) throw engineErrorOf((response as { failed: JmapFailure }).failed, method);
  return response as T;
}

const SetFailures = z.record(z.string(), JmapFailure).nullish().catch(null);
const SetOutcome = z.object({ notCreated: SetFailures, notUpdated: SetFailures, notDestroyed: SetFailures });

/** The first object that a set method did not create, update or destroy although the request as a whole succeeded. */
export function firstSetFailure(response: unknown): JmapFailure | null {
  const { notCreated, notUpdated, notDestroyed } = SetOutcome.parse(response);
  return Object.values({ ...notDestroyed, ...notUpdated, ...notCreated })[0] ?? null;
}
