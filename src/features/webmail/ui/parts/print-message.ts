import { t } from "~/lib/i18n/t";
import type { Message } from "../../schema";
import { detailLines } from "../message-details";
import { printInFrame } from "../render/print-in-frame";

/** Prints an open message. Rejects when it is not on the screen any more, or its frame cannot be had. */
export async function printMessage(message: Message): Promise<void> {
  const body = document.querySelector(`[data-message-id="${CSS.escape(message.id)}"] [data-slot=message-body]`);
  const content =
    body?.querySelector("iframe")?.contentDocument?.querySelector("[data-message]") ??
    body?.querySelector("[data-slot=text-body]");
  if (!content) throw new Error("there is no such message on the screen");
  const files = message.attachments.flatMap(({ name }) => name ?? []).join(", ");
  await printInFrame({
    title: message.subject || t("webmail.noSubject"),
    head: [...detailLines(message), ...(files ? [[t("parts.files"), files] as const] : [])],
    content,
  });
}
