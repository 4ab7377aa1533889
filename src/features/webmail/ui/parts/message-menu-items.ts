import { t } from "~/lib/i18n/t";
import type { MenuItem } from "~/ui/menu";
import { toast } from "~/ui/toast-store";
import type { Message } from "../../schema";
import type { AnswerKind } from "../composing/draft";
import { messageFilePath } from "./message-file-path";
import type { MessageMenuProps } from "./message-menu";

/** The lines of the menu of a message; `inspect` shows its header or source. */
export function messageMenuItems(
  { message, onAnswer, onUnreadFrom }: MessageMenuProps,
  inspect: (what: "headers" | "source") => void,
): MenuItem[] {
  const answer = (label: string, kind: AnswerKind) => ({ label, onSelect: () => onAnswer(kind, message) });
  return [
    answer(t("webmail.reply"), "reply"),
    answer(t("webmail.replyAll"), "replyAll"),
    answer(t("webmail.forward"), "forward"),
    answer(t("parts.forwardAttached"), "forwardAttached"),
    "separator",
    { label: t("parts.unreadFrom"), onSelect: () => onUnreadFrom(message) },
    { label: t("parts.print"), onSelect: () => void print(message) },
    "separator",
    { label: t("parts.headers"), onSelect: () => inspect("headers") },
    { label: t("parts.source"), onSelect: () => inspect("source") },
    { label: t("parts.save"), onSelect: () => save(message) },
  ];
}

function save({ id }: Message): void {
  const link = document.createElement("a");
  link.href = messageFilePath(id, "message.eml");
  link.download = "";
  link.click();
}

async function print(message: Message): Promise<void> {
  try {
    await (await import("./print-message")).printMessage(message);
  } catch {
    toast(t("common.notLoaded"), { tone: "danger" });
  }
}
