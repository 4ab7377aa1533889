import { eq } from "drizzle-orm";
import { notices } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";
import { readNotice } from "./read-notice";

/**
 * Sends one notice and forgets it. Its Message-ID is its own, so that a repetition after a crash is the same mail. Without a mail relay
 * it is kept instead, to be read in the panel of a trial. Rejects with what the relay said.
 */
export async function sendNotice(services: Services, noticeId: string): Promise<void> {
  const own = eq(notices.id, noticeId);
  const scope = { lookup: noticeId };
  const [notice] = await inScope(services.db, scope, (tx) => tx.select().from(notices).where(own));
  if (!notice || notice.state === "kept") return;
  if (!services.mailer) {
    await inScope(services.db, scope, (tx) => tx.update(notices).set({ state: "kept" }).where(own));
    return;
  }
  const { subject, text } = readNotice(services, notice);
  await services.mailer.send({ id: noticeId, to: notice.recipient, subject, text });
  await inScope(services.db, scope, (tx) => tx.delete(notices).where(own));
}
