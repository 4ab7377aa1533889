import { failureOf } from "~/features/auth/ui/failure-key";
import { formatBytes } from "~/lib/bytes";
import type { FailureKey } from "~/lib/errors";
import { locale } from "~/lib/i18n/catalogue";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import { failureText } from "../failure-text";

const sentences: Partial<Record<FailureKey, Key>> = {
  "file.not_found": "drafts.failure_fileGone",
  "file.no_room": "drafts.failure_noRoom",
  "mailbox.full": "drafts.failure_mailboxFull",
};

/** One sentence for whatever went wrong with a file or a draft. */
export function fileFailure(error: unknown): string {
  const { key, max } = failureOf(error) ?? {};
  if (key === "file.too_large")
    return max
      ? t("drafts.failure_tooLarge", { size: formatBytes(max, locale()) })
      : t("drafts.failure_messageTooLarge");
  const sentence = key && sentences[key];
  return sentence ? t(sentence as "drafts.failure_fileGone") : failureText(error);
}
