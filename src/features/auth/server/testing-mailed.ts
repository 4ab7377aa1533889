import { asc, eq } from "drizzle-orm";
import type { Database } from "../../../../db/client";
import { notices } from "../../../../db/schema";
import { readNotice } from "~/server/notices/read-notice";
import type { Services } from "~/server/services";

/** What was mailed to an address, oldest first, with the token of its link. `owner` is the superuser of a test's database. */
export async function mailedTo(services: Services, owner: Database, recipient: string) {
  const rows = await owner.select().from(notices).where(eq(notices.recipient, recipient)).orderBy(asc(notices.id));
  return rows.map((row) => {
    const { subject, text, link } = readNotice(services, row);
    return { kind: row.kind, locale: row.locale, subject, text, token: link?.split("#")[1] ?? "" };
  });
}

/** The token of the newest mail of a kind. Throws when there is none. */
export async function mailedToken(services: Services, owner: Database, recipient: string, kind: string) {
  const found = (await mailedTo(services, owner, recipient)).findLast((mail) => mail.kind === kind);
  if (!found) throw new Error(`no ${kind} was mailed to ${recipient}`);
  return found.token;
}
