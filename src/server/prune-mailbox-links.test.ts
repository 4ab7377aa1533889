import { expect, test } from "bun:test";
import { appPasswords, mailboxNetworks, mailboxTokens } from "../../db/schema";
import { sendReset } from "../features/users/server/access/send-reset";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { prune } from "./prune";
import { testServices } from "./testing";

const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "over.test", ["ana", "bea"]);
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const atDay = (days: number) => prune({ ...services, now: () => inDays(days) });
const amounts = async () => [
  (await owner.select().from(mailboxTokens)).length,
  (await owner.select().from(appPasswords)).length,
  (await owner.select().from(mailboxNetworks)).length,
];

test("what lets nobody in any more is forgotten in time: links at once, app passwords after a month, networks after a year", async () => {
  await sendReset(member, { userId: people.ana.userId, toRecovery: false });
  const row = { tenantId: member.tenantId, mailUserId: people.ana.userId, name: "Phone", engineKeyId: "none" };
  await owner.insert(appPasswords).values([{ ...row, expiresAt: inDays(1) }, row]);
  await atDay(0);
  expect(await amounts()).toEqual([1, 2, 2]);
  await atDay(2);
  expect(await amounts()).toEqual([0, 2, 2]);
  await atDay(32);
  expect(await amounts()).toEqual([0, 1, 2]);
  await atDay(370);
  expect(await amounts()).toEqual([0, 1, 0]);
});
