import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";

type WireFailure = { key: FailureKey; issues?: { path: string; message: string }[] };

const failureOf = (error: unknown): WireFailure | undefined =>
  (error as { data?: { failure?: WireFailure } } | undefined)?.data?.failure;

/** The catalogue's key of what a procedure failed with. */
export const failureKeyOf = (error: unknown): FailureKey => failureOf(error)?.key ?? "unexpected";

const sentences: Partial<Record<FailureKey, Key>> = {
  "domain.already_added": "domains.failure_already_added",
  "tenant.limit_reached": "domains.failure_limit",
  "request.too_many": "domains.failure_too_many",
  "domain.has_users": "domains.failure_has_users",
  "domain.taken": "domains.failure_taken",
  "auth.role_too_low": "domains.failure_role",
};

/** One sentence for whatever a domain procedure failed with; a refused name says which rule it broke. */
export function failureText(error: unknown): string {
  const failure = failureOf(error);
  const fault = failure?.key === "domain.name_refused" ? failure.issues?.[0]?.message : undefined;
  if (fault) return t(`domains.fault_${fault}` as "domains.fault_malformed");
  const key = failure && sentences[failure.key];
  return t((key ?? "domains.failure_other") as "domains.failure_other");
}
