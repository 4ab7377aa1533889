import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, mailUsers } from "../../../../db/schema";
import { addDomain } from "~/features/domains/server/add-domain";
import { publishZone } from "~/features/domains/server/dns/zone-files";
import { getDomain } from "~/features/domains/server/get-domain";
import { parkedName } from "~/features/domains/server/park-name";
import { asJob } from "~/features/domains/server/testing-domains";
import { verifyDomain } from "~/features/domains/server/verify-domain";
import { type Ctx } from "~/server/context";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { createUser } from "./create-user";
import { appliedUser, applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { accounts, keys } = services.engine.directory;
const zoneDir = services.platform.trialZone?.dataDir ?? "";
const name = "sold.test";

const look = (ctx: Ctx, domainId: string, days: number) => {
  const now = () => new Date(Date.now() + days * 86_400_000);
  return verifyDomain(asJob({ ...services, now }, ctx), { domainId });
};
const openAs = async (accountId: string) => {
  const expiresAt = new Date(Date.now() + 600_000);
  return services.engine.forUser((await keys.mint({ accountId, description: "test", expiresAt })).secret);
};
const inbox = { mailbox: { role: "inbox" as const }, limit: 10 };

test("who buys a domain finds an empty mailbox under an address of old, and the mail of old stays with its tenant, out of use", async () => {
  const old = await tenantWithDomain(services, name);
  const ana = await appliedUser(services, old.ctx, old.domainId, "ana");
  const before = (await accounts.find(ana.address))!;
  const raw = new TextEncoder().encode(
    `From: bo@elsewhere.example\r\nTo: ${ana.address}\r\nSubject: Private\r\n\r\nHi\r\n`,
  );
  const message = { raw, role: "inbox" as const, keywords: [], receivedAt: new Date() };
  await (await openAs(before.accountId)).messages.import(message);

  const buyer = await testMember(services);
  const { id: domainId } = await addDomain(buyer.ctx, { name });
  const { records } = await getDomain(buyer.ctx, { domainId });
  const zone = records.map(({ name: full, type, value }) => ({ name: full, type, value, ttlSeconds: 5 }));
  await publishZone(zoneDir, name, zone);
  for (const days of [7.1, 14.2, 21.3]) await look(old.ctx, old.domainId, days);
  await look(buyer.ctx, domainId, 21.4);
  await look(buyer.ctx, domainId, 21.5);
  await applyNow(services, old.ctx, ana.id);

  const input = { domainId, localPart: "ana", displayName: "Ana", password: "another long walk", quotaBytes: gigabyte };
  const fresh = await createUser(buyer.ctx, input);
  expect(fresh.address).toBe(ana.address);
  await applyNow(services, buyer.ctx, fresh.id);
  const after = (await accounts.find(fresh.address))!;
  expect(after.accountId).not.toBe(before.accountId);
  expect((await (await openAs(after.accountId)).threads.list(inbox)).total).toBe(0);

  const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, ana.id));
  expect(row?.address).toBe(`ana@${parkedName(old.domainId)}`);
  expect(await accounts.find(row!.address)).toMatchObject({ accountId: before.accountId, blocks: ["signIn", "send"] });
  const more = { domainId: old.domainId, localPart: "bea", displayName: "Bea", password, quotaBytes: gigabyte };
  expect(await refusalOf(createUser(old.ctx, more))).toBe("domain.not_active");
  expect((await owner.select().from(domains).where(eq(domains.id, old.domainId)))[0]?.state).toBe("suspended");
});
