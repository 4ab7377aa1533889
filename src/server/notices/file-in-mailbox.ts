import { createTransport } from "nodemailer";
import type { UserEngine } from "../../engine/mail-engine";
import type { Ctx } from "../context";
import type { NoticeFields, NoticeKind } from "./notice-kinds";
import { noticeText } from "./notice-text";

/** Sends nothing: it only writes the message. */
const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

/**
 * Lays a notice into the inbox of a mailbox user. It is filed, not sent: no relay is needed for it, and no forwarding carries it away.
 * Rejects with `EngineError`, also when the mailbox is full.
 */
export async function fileInMailbox<K extends NoticeKind>(
  { platform, now }: Pick<Ctx, "platform" | "now">,
  engine: UserEngine,
  notice: { address: string; kind: K; locale: string; fields: NoticeFields<K> },
): Promise<void> {
  const { address, kind, locale, fields } = notice;
  const { subject, text } = noticeText(kind, { locale, fields, origin: platform.appUrl });
  const from = `no-reply@${platform.mailHost}`;
  const { message } = await writer.sendMail({ from, to: address, subject, text, date: now() });
  const raw = new Uint8Array(message as Buffer);
  await engine.messages.import({ raw, role: "inbox", keywords: [], receivedAt: now() });
}
