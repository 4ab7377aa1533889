import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { getOverview } from "./get-overview";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const all = { limit: 50 };

test("a mailbox opens on its inbox, with every folder that people expect", async () => {
  await putMail(people.ana.ctx, { subject: "Engines" });
  const { me, mailboxes, page, states } = await getOverview(people.ana.ctx, all);
  expect(me.address).toBe("ana@acme.test");
  const roles = mailboxes.map(({ role }) => role);
  for (const role of ["inbox", "drafts", "sent", "junk", "trash"] as const) expect(roles).toContain(role);
  expect(page.threads.map(({ subject, unread }) => [subject, unread])).toEqual([["Engines", true]]);
  expect(mailboxes.find(({ id }) => id === page.mailboxId)).toMatchObject({ role: "inbox", unreadThreads: 1 });
  expect(states.Email).toBeString();
  expect(states.Mailbox).toBeString();
});

test("any folder can be asked for, by what it is for or by its id", async () => {
  const { mailboxes, page } = await getOverview(people.ana.ctx, { ...all, role: "sent" });
  expect(mailboxes.find(({ id }) => id === page.mailboxId)?.role).toBe("sent");
  expect((await getOverview(people.ana.ctx, { ...all, mailboxId: page.mailboxId })).page).toEqual(page);
});

test("a folder that does not exist is named as such", async () => {
  expect(await refusalOf(getOverview(people.ana.ctx, { ...all, mailboxId: "zzzz" }))).toBe("mailbox.not_found");
});

test("one mailbox sees nothing of another", async () => {
  expect((await getOverview(people.bea.ctx, all)).page.threads).toEqual([]);
});

test("after signing out nothing can be read, whatever is still in memory", async () => {
  const { ctx, browser } = people.bea;
  await getOverview(ctx, all);
  await browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(getOverview(ctx, all))).toBe("auth.required");
});
