import type { UserEngine } from "~/engine/mail-engine";
import type { Mailbox } from "~/engine/mail-objects";
import { AppError } from "~/lib/errors";

/** A folder that somebody made. Throws `mailbox.not_found`, and `mailbox.kept` for one that mail comes into or goes through. */
export async function ownFolder(engine: UserEngine, mailboxId: string): Promise<Mailbox> {
  const mailbox = (await engine.mailboxes.list()).find(({ id }) => id === mailboxId);
  if (!mailbox) throw new AppError("mailbox.not_found");
  if (mailbox.role !== null) throw new AppError("mailbox.kept");
  return mailbox;
}
