import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { failureText as generalText } from "~/features/auth/ui/failure-text";
import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";

const sentences: Partial<Record<FailureKey, Key>> = {
  "group.not_found": "groups.failure_not_found",
  "group.member_not_found": "groups.failure_not_found",
  "group.member_taken": "groups.issue_member_taken",
  "group.post_not_found": "groups.failure_post_gone",
  "group.post_settled": "groups.failure_settled",
  "tenant.limit_reached": "groups.failure_limit",
};

type Refusal = { data?: { failure?: { max?: number } } };

/** One sentence for whatever a procedure of groups failed with. */
export function groupFailure(error: unknown): string {
  const key = failureKeyOf(error);
  const sentence = key && sentences[key];
  if (!sentence) return generalText(error);
  return t(sentence as "groups.failure_limit", { max: (error as Refusal).data?.failure?.max ?? 0 });
}
