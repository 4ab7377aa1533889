import { eq } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { auditPerson } from "~/server/audit-person";
import { queueNotice } from "~/server/notices/queue-notice";
import type { Services } from "~/server/services";
import { issueLink } from "./person-token";

/**
 * Mails a link for a new password. Only a confirmed address gets one: who merely signed up with it may be a stranger, whose account must
 * not become the one of the mailbox's owner. Nothing is done for a person that there is not.
 */
export async function mailResetLink(services: Services, { personId }: { personId: string }): Promise<void> {
  await inScope(services.db, { personId }, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person?.emailConfirmedAt) return;
    const { email, locale } = person;
    const link = await issueLink(tx, services, { personId, kind: "reset_password", email });
    await queueNotice(tx, services, { kind: "reset_password", recipient: email, locale, fields: { link } });
    const asked = { ...services, ip: "", requestId: Bun.randomUUIDv7() };
    await auditPerson(tx, asked, personId, { action: "auth.request_reset", job: "auth.reset-link" });
  });
}
