import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, tenants } from "../../../../../db/schema";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "../add-domain";
import { ignoreRecord } from "../ignore-record";
import { setIntent } from "../set-intent";
import { updateDomain } from "../update-domain";
import { createShare } from "./create-share";
import { openShare, tokenOf } from "./testing-share";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);

async function sharedDomain(name: string) {
  const { id: domainId } = await addDomain(ctx, { name });
  return { domainId, token: tokenOf(await createShare(ctx, { domainId, days: 3 })) };
}

test("whoever has the link sees what to publish, and nothing else of the customer", async () => {
  const { domainId, token } = await sharedDomain("for-it.test");
  await updateDomain(ctx, { domainId, note: "our secret plan" });
  const seen = await openShare(services, token);
  expect(seen.records.map(({ id }) => id)).toContain("spf");
  const text = JSON.stringify(seen);
  for (const secret of [ctx.tenantId, domainId, ctx.actor.email, "our secret plan"]) expect(text).not.toContain(secret);
});

test("what is ignored, and the switch of a domain that only sends, is not asked for", async () => {
  const { domainId, token } = await sharedDomain("less.test");
  await ignoreRecord(ctx, { domainId, recordId: "autoconfig", isIgnored: true });
  await setIntent(ctx, { domainId, intent: "send_only" });
  const ids = (await openShare(services, token)).records.map(({ id }) => id);
  expect(ids.filter((id) => id === "autoconfig" || id.startsWith("mx."))).toEqual([]);
});

test("a link that ran out, one that never was, and one of a domain that is gone or frozen answer alike", async () => {
  const { domainId, token } = await sharedDomain("over.test");
  expect(await refusalOf(openShare(services, "t".repeat(43)))).toBe("auth.link_invalid");
  const later = { ...services, now: () => new Date(Date.now() + 3.1 * 86_400_000) };
  expect(await refusalOf(openShare(later, token))).toBe("auth.link_invalid");
  await owner.update(domains).set({ state: "suspended" }).where(eq(domains.id, domainId));
  expect(await refusalOf(openShare(services, token))).toBe("auth.link_invalid");
  await owner.delete(domains).where(eq(domains.id, domainId));
  expect(await refusalOf(openShare(services, token))).toBe("auth.link_invalid");
});

test("the links of a customer who was closed open nothing", async () => {
  const { token } = await sharedDomain("closed.test");
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, ctx.tenantId));
  expect(await refusalOf(openShare(services, token))).toBe("auth.link_invalid");
});

test("links cannot be guessed by trying", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 121; i++) outcomes.push(await refusalOf(openShare(services, `${i}`.padStart(43, "g"))));
  expect(outcomes.at(-1)).toBe("request.too_many");
});
