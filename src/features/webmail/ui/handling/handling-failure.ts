import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { t } from "~/lib/i18n/t";
import { failureText } from "../failure-text";

const sentences = {
  "mailbox.name_taken": "arranging.failure_folder_taken",
  "mailbox.refused": "arranging.failure_folder_refused",
  "mailbox.limit_reached": "arranging.failure_folder_limit",
  "mailbox.kept": "arranging.failure_folder_kept",
  "mailbox.not_empty": "arranging.failure_folder_not_empty",
  "request.invalid": "arranging.failure_name",
  "label.taken": "arranging.failure_label_taken",
  "label.not_found": "arranging.failure_label_gone",
  "label.limit_reached": "arranging.failure_label_limit",
} as const;

/** One sentence for what went wrong with a folder or a label. */
export function handlingFailure(error: unknown): string {
  const key = failureKeyOf(error) as keyof typeof sentences | null;
  return key && sentences[key] ? t(sentences[key]) : failureText(error);
}
