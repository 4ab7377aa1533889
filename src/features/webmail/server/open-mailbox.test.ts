import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { auditLogs, mailUsers } from "../../../../db/schema";
import { mailboxContext } from "~/server/context";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { getOverview } from "./get-overview";
import { openMailbox } from "./open-mailbox";
import { testMailboxes } from "./testing-webmail";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);

test("whoever signs in without ever signing out stays out nowhere but where they were last long ago", async () => {
  const [ana] = await owner.select().from(mailUsers).where(eq(mailUsers.id, people.ana.userId));
  const reading = (browser: ReturnType<typeof testBrowser>) =>
    refusalOf(browser.visit((ctx) => getOverview(mailboxContext(ctx), { limit: 1 })));
  const later: ReturnType<typeof testBrowser>[] = [];
  for (let count = 0; count < 55; count++) {
    const browser = testBrowser(services);
    await browser.visit((ctx) => openMailbox(ctx, ana!));
    later.push(browser);
  }
  expect(await reading(people.ana.browser)).toBe("auth.required");
  expect(await reading(later[0]!)).toBe("auth.required");
  expect(await reading(later.at(-40)!)).toBe("none");
  expect(await reading(later.at(-1)!)).toBe("none");
  const rows = await owner
    .select()
    .from(auditLogs)
    .where(and(eq(auditLogs.action, "session.end"), eq(auditLogs.actor, "job:session-limit")));
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(16);
  expect(rows).toHaveLength(16);
});
