import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { FailureKey } from "~/lib/errors";
import { t } from "~/lib/i18n/t";
import { failureText } from "../failure-text";

const sentences = {
  "submission.too_late": "outbox.failure_too_late",
  "submission.not_found": "outbox.failure_gone",
  "submission.draft_gone": "outbox.failure_draft_gone",
  "submission.forbidden_from": "outbox.failure_forbidden_from",
  "submission.cancelled": "outbox.failure_cancelled",
} as const satisfies Partial<Record<FailureKey, string>>;

/** One sentence for what went wrong with sending or calling back. */
export function outboxFailure(error: unknown): string {
  const key = failureKeyOf(error);
  return key && key in sentences ? t(sentences[key as keyof typeof sentences]) : failureText(error);
}
