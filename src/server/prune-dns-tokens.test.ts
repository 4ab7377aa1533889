import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dnsConnections, domains } from "../../db/schema";
import { addDomain } from "../features/domains/server/add-domain";
import { storeToken } from "../features/domains/server/connect/connection";
import { pruneDnsTokens } from "./prune-dns-tokens";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);

async function withToken(name: string, isKept: boolean): Promise<string> {
  const { id: domainId } = await addDomain(ctx, { name });
  await ctx.tx((tx) => storeToken(tx, ctx, { domainId, token: "a-token-of-somebody", isKept }));
  return domainId;
}

test("a token for one change goes after a day, a kept one stays, and none stays with a domain that is lost", async () => {
  const [, kept, lost] = [
    await withToken("once.test", false),
    await withToken("kept.test", true),
    await withToken("lost.test", true),
  ];
  await owner.update(domains).set({ state: "suspended" }).where(eq(domains.id, lost!));
  const left = async () => (await owner.select().from(dnsConnections)).map(({ domainId }) => domainId);
  await pruneDnsTokens(services);
  expect(await left()).not.toContain(lost!);
  expect(await left()).toHaveLength(2);
  await pruneDnsTokens({ ...services, now: () => new Date(Date.now() + 90_000_000) });
  expect(await left()).toEqual([kept!]);
});
