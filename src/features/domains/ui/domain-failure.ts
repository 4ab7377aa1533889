import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { failureText as generalText } from "~/features/auth/ui/failure-text";
import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";

const sentences: Partial<Record<FailureKey, Key>> = {
  "domain.already_added": "domains.failure_already_added",
  "tenant.limit_reached": "domains.failure_limit",
  "request.too_many": "domains.failure_too_many",
  "domain.has_users": "domains.failure_has_users",
  "domain.has_groups": "domains.failure_has_groups",
  "domain.taken": "domains.failure_taken",
};

type Refusal = { data?: { failure?: { issues?: { message: string }[]; max?: number } } };

/** Which rule a refused name broke; undefined for any other failure. */
export const nameFaultOf = (error: unknown): string | undefined =>
  failureKeyOf(error) === "domain.name_refused" ? (error as Refusal).data?.failure?.issues?.[0]?.message : undefined;

/** One sentence for whatever a domain procedure failed with; a refused name says which rule it broke. */
export function failureText(error: unknown): string {
  const key = failureKeyOf(error);
  const fault = nameFaultOf(error);
  if (fault) return t(`domains.fault_${fault}` as "domains.fault_malformed");
  const sentence = key && sentences[key];
  const { max = 0 } = (error as Refusal).data?.failure ?? {};
  return sentence ? t(sentence as "domains.failure_limit", { max }) : generalText(error);
}
