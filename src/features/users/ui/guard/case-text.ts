import { t } from "~/lib/i18n/t";
import type { GuardCase } from "../../schema/guard";

const number = (value: string | number | undefined) => Number(value ?? 0);

/** Why it was paused, with the figures, in plain words. */
export function caseText({ sign, evidence }: GuardCase): string {
  const [recipients, strangers] = [number(evidence.recipients), number(evidence.strangers)];
  const texts = {
    rate: () => t("guard.sign_rate", { recipients, usual: number(evidence.usualPeak) }),
    fan_out: () => t("guard.sign_fan_out", { strangers }),
    bounces: () => t("guard.sign_bounces", { bounced: number(evidence.bounced), recipients }),
    new_network: () => t("guard.sign_new_network", { strangers }),
    failed_sign_ins: () => t("guard.sign_failed_sign_ins", { strangers, failed: number(evidence.failedSignIns) }),
  } satisfies Record<GuardCase["sign"], () => string>;
  return texts[sign]();
}
