import MailComposer from "nodemailer/lib/mail-composer";
import type { ImportedMessage } from "../src/engine/mail-objects";
import type { TrialMessage } from "./trial-mail";

const dayMs = 86_400_000;

const placed = ({ daysAgo, at }: TrialMessage, now: Date): Date => {
  const day = new Date(now.getTime() - daysAgo * dayMs);
  day.setHours(Math.floor(at), Math.round((at % 1) * 60), 0, 0);
  return day > now ? new Date(now.getTime() - 60_000) : day;
};

/** Turns the trial's mail into whole messages with threads, ready to be imported into the mailbox of `owner`. */
export async function composeTrialMail(
  mail: TrialMessage[],
  owner: [name: string, email: string],
  now: Date,
): Promise<ImportedMessage[]> {
  const threads = new Map<string, string[]>();
  const correspondents = new Map<string, [name: string, email: string]>();
  const composed: ImportedMessage[] = [];
  for (const [index, message] of mail.entries()) {
    const { thread, from, subject, text, html, sent, attachment } = message;
    const earlier = threads.get(thread) ?? [];
    const messageId = `<trial-${index}@${from[1].slice(from[1].indexOf("@") + 1)}>`;
    if (!sent) correspondents.set(thread, from);
    const to = sent ? (correspondents.get(thread) ?? owner) : owner;
    const date = placed(message, now);
    const raw = await new MailComposer({
      ...{
        from: { name: from[0], address: from[1] },
        to: { name: to[0], address: to[1] },
        subject,
        text,
        html,
        date,
        messageId,
      },
      ...{ inReplyTo: earlier.at(-1), references: earlier },
      attachments: attachment && [
        { filename: attachment.name, contentType: attachment.type, content: attachment.content },
      ],
    })
      .compile()
      .build();
    threads.set(thread, [...earlier, messageId]);
    composed.push({
      ...{ raw: new Uint8Array(raw), role: sent ? "sent" : "inbox", receivedAt: date },
      keywords: [...(message.unread ? [] : ["$seen"]), ...(message.flagged ? ["$flagged"] : [])],
    });
  }
  return composed;
}
