import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { failureText as commonFailureText } from "~/features/auth/ui/failure-text";
import type { FailureKey } from "~/lib/errors";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import type { Failed } from "./page-data";

const sentences: Partial<Record<FailureKey | "offline", Key>> = {
  "auth.wrong_credentials": "webmail.failure_credentials",
  "user.suspended": "webmail.failure_suspended",
  "engine.unavailable": "webmail.failure_engine",
  "message.not_found": "webmail.failure_message_gone",
  "mailbox.not_found": "webmail.failure_folder_gone",
  "submission.unknown_outcome": "webmail.failure_unknown_outcome",
  offline: "webmail.failure_offline",
};

type Said = { data?: { failure?: { reason?: string; max?: number } } };
const saidOf = (error: unknown) => (error as Said | undefined)?.data?.failure;

/** One sentence for whatever went wrong; of a refused message also what the mail server said. */
export function failureText(error: unknown): string {
  const key = failureKeyOf(error) ?? "offline";
  const { reason, max = 0 } = saidOf(error) ?? {};
  if (key === "tenant.limit_reached") return t("webmail.failure_limit", { max });
  if (key === "submission.refused")
    return reason ? t("webmail.failure_refused_because", { reason }) : t("webmail.failure_refused");
  const sentence = sentences[key];
  return sentence ? t(sentence as "webmail.failure_engine") : commonFailureText(error);
}

/** The same for what a page could not read. */
export const pageFailureText = ({ failure }: Failed): string =>
  t((sentences[failure] ?? "webmail.failure_page") as "webmail.failure_page");
