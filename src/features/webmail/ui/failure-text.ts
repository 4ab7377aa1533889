import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { failureText as commonFailureText } from "~/features/auth/ui/failure-text";
import type { FailureKey } from "~/lib/errors";
import { locale } from "~/lib/i18n/catalogue";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import type { Failed } from "./page-data";

const sentences: Partial<Record<FailureKey | "offline", Key>> = {
  "auth.wrong_credentials": "webmail.failure_credentials",
  "user.suspended": "webmail.failure_suspended",
  "user.may_not_send": "webmail.failure_may_not_send",
  "user.sending_paused": "webmail.failure_paused",
  "engine.unavailable": "webmail.failure_engine",
  "message.not_found": "webmail.failure_message_gone",
  "mailbox.not_found": "webmail.failure_folder_gone",
  "submission.unknown_outcome": "webmail.failure_unknown_outcome",
  offline: "webmail.failure_offline",
};

/** Which limit on sending is reached; `{max}` recipients. */
const limits: Partial<Record<FailureKey, Key>> = {
  "submission.limit_user_hour": "webmail.failure_limit_user_hour",
  "submission.limit_user_day": "webmail.failure_limit_user_day",
  "submission.limit_domain_hour": "webmail.failure_limit_domain_hour",
  "submission.limit_domain_day": "webmail.failure_limit_domain_day",
  "submission.limit_tenant_hour": "webmail.failure_limit_tenant_hour",
  "submission.limit_tenant_day": "webmail.failure_limit_tenant_day",
};

type Said = { data?: { failure?: { reason?: string; max?: number; retryAfterSeconds?: number } } };
const saidOf = (error: unknown) => (error as Said | undefined)?.data?.failure;

/** One sentence for whatever went wrong; of a refused message also what the mail server said. */
export function failureText(error: unknown): string {
  const key = failureKeyOf(error) ?? "offline";
  const { reason, max = 0, retryAfterSeconds } = saidOf(error) ?? {};
  const limit = limits[key as FailureKey];
  if (limit) return `${t(limit as "webmail.failure_limit_user_hour", { max })} ${roomText(retryAfterSeconds)}`;
  if (key === "submission.throttled") return `${t("webmail.failure_throttled")} ${roomText(retryAfterSeconds)}`;
  if (key === "submission.refused")
    return reason ? t("webmail.failure_refused_because", { reason }) : t("webmail.failure_refused");
  const sentence = sentences[key];
  return sentence ? t(sentence as "webmail.failure_engine") : commonFailureText(error);
}

/** When it fits again, on the reader's clock; a message that is too much for any hour or day never does as it is. */
function roomText(seconds: number | undefined): string {
  if (seconds === undefined) return t("webmail.failure_room_never");
  const at = new Date(Date.now() + seconds * 1000);
  const time = at.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
  return t("webmail.failure_room_at", { time });
}

/** The same for what a page could not read. */
export const pageFailureText = ({ failure }: Failed): string =>
  t((sentences[failure] ?? "webmail.failure_page") as "webmail.failure_page");
