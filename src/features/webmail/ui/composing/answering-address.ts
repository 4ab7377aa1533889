import type { Message } from "../../schema";
import type { MailIdentity } from "../../schema/composing";

/**
 * As whom one answers a message: as the one who wrote it, when that was oneself, else as the address that it came to. Undefined when it came
 * to none that one may write as, a mailing list for example; one answers as one's mailbox then.
 */
export function answeringAddress(
  { from, to, cc, bcc }: Pick<Message, "from" | "to" | "cc" | "bcc">,
  identities: readonly Pick<MailIdentity, "email">[],
): string | undefined {
  const own = new Set(identities.map(({ email }) => email.toLowerCase()));
  return [...from, ...to, ...cc, ...bcc].find(({ email }) => own.has(email.toLowerCase()))?.email.toLowerCase();
}
