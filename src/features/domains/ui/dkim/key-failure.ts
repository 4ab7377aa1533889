import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import { failureText } from "../domain-failure";

const sentences: Partial<Record<FailureKey, Key>> = {
  "dkim.already_there": "dkim.failure_already_there",
  "dkim.none_signs": "dkim.failure_none_signs",
  "dkim.rotation_running": "dkim.failure_rotation_running",
  "dkim.in_transit": "dkim.failure_in_transit",
  "dkim.nothing_waits": "dkim.failure_nothing_waits",
  "dkim.no_zone": "dkim.failure_no_zone",
};

/** One sentence for whatever an act on a key failed with. */
export function keyFailureText(error: unknown): string {
  const key = failureKeyOf(error);
  const sentence = key && sentences[key];
  return sentence ? t(sentence as "dkim.failure_no_zone") : failureText(error);
}
