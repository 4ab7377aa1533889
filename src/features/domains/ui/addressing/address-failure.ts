import { failureKeyOf, failureOf } from "~/features/auth/ui/failure-key";
import { failureText as generalText } from "~/features/auth/ui/failure-text";
import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";

const sentences: Partial<Record<FailureKey, Key>> = {
  "alias.not_found": "addresses.failure_alias_gone",
  "alias.is_role": "addresses.failure_is_role",
  "domain.is_alias": "addresses.failure_is_alias",
  "domain.has_addresses": "addresses.failure_has_addresses",
  "domain.alias_refused": "addresses.failure_alias_refused",
  "address.not_found": "addresses.issue_nobody",
  "forwarding.loop": "addresses.issue_loop",
  "forwarding.not_found": "addresses.failure_no_forwarding",
  "tenant.limit_reached": "addresses.failure_limit",
};

/** One sentence for whatever a procedure about addresses failed with. */
export function addressFailure(error: unknown): string {
  const key = failureKeyOf(error);
  const sentence = key && sentences[key];
  return sentence ? t(sentence as "addresses.failure_limit", { max: failureOf(error)?.max ?? 0 }) : generalText(error);
}
