import { t } from "~/lib/i18n/t";
import type { SightAnswer, SightFailure, ZoneServer } from "../../schema/sight";

/** Numbers of the registry that a person can do something with (RFC 8914 section 4). */
const explained = new Set([3, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20, 22, 23]);

export const failureText = (failure: SightFailure): string => t(`sight.failure_${failure}`);

/** What one server says, in a sentence; what it shows is told beside it. */
export function answerText({ sees, absent, failure, ede }: SightAnswer): string {
  if (!failure) return t(absent && sees !== "yes" ? `sight.absent_${absent}` : `sight.sees_${sees}`);
  if (!ede) return failureText(failure);
  const reason = explained.has(ede.code)
    ? t(`sight.ede_${ede.code}` as "sight.ede_6")
    : t("sight.ede_other", { code: ede.code });
  return [failureText(failure), reason, ede.text && t("sight.ede_words", { words: ede.text })]
    .filter(Boolean)
    .join(" ");
}

export function serverText({ failure, isBehind, serial }: ZoneServer): string {
  if (failure) return failureText(failure);
  if (isBehind) return t("sight.serverBehind");
  return t(serial === null ? "sight.serverNoSerial" : "sight.serverFine");
}
