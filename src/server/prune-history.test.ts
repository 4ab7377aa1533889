import { expect, test } from "bun:test";
import { domainAlerts, domainEvents } from "../../db/schema";
import { addDomain } from "../features/domains/server/add-domain";
import { pruneHistory } from "./prune-history";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test("what happened to a domain is forgotten after 90 days, of every tenant, and what still has to be told is not", async () => {
  const kept: string[] = [];
  for (const name of ["one.test", "two.test"]) {
    const { ctx } = await testMember(services);
    const { id: domainId } = await addDomain(ctx, { name });
    const own = { tenantId: ctx.tenantId, domainId };
    const event = (days: number) => ({ ...own, kind: "state" as const, after: `${days}`, createdAt: ago(days) });
    await owner.insert(domainEvents).values([...Array.from({ length: 1200 }, () => event(91)), event(89), event(1)]);
    const alert = { ...own, kind: "broken" as const };
    await owner.insert(domainAlerts).values([
      { ...alert, createdAt: ago(91), sentAt: ago(91) },
      { ...alert, createdAt: ago(92), sentAt: null },
      { ...alert, createdAt: ago(89), sentAt: ago(89) },
    ]);
    kept.push(domainId);
  }
  await pruneHistory(services);
  const left = await owner.select().from(domainEvents);
  const mine = left.filter(({ domainId, after }) => kept.includes(domainId) && after);
  expect(mine.map(({ after }) => after).toSorted()).toEqual(["1", "1", "89", "89"]);
  const alerts = await owner.select().from(domainAlerts);
  expect(alerts.map(({ sentAt }) => sentAt === null).toSorted()).toEqual([false, false, true, true]);
});
