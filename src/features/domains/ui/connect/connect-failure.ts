import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { FailureKey } from "~/lib/errors";
import { t } from "~/lib/i18n/t";
import { failureText } from "../domain-failure";

const sentences = {
  "dns.refused": "connect.error_refused",
  "dns.zone_not_found": "connect.error_zone_not_found",
  "dns.zone_inactive": "connect.error_zone_inactive",
  "dns.unavailable": "connect.error_unavailable",
  "dns.token_needed": "connect.error_token_needed",
  "dns.plan_stale": "connect.error_plan_stale",
  "dns.change_running": "connect.error_change_running",
} as const satisfies Partial<Record<FailureKey, `connect.${string}`>>;

/** One sentence for whatever changing DNS at a provider failed with. */
export function connectFailure(error: unknown): string {
  const key = failureKeyOf(error);
  return key && key in sentences ? t(sentences[key as keyof typeof sentences]) : failureText(error);
}
