import { expect, test } from "bun:test";
import { invitations, rateLimits } from "../../db/schema";
import { pruneTeam } from "./prune-team";
import { testMember, testServices } from "./testing";

const { services, owner: db } = await testServices();
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test("counters of days gone by and invitations that ran out a month ago are removed, others stay", async () => {
  const { tenantId } = (await testMember(services)).ctx;
  const invite = (email: string, expiresAt: Date) => ({
    ...({ tenantId, email, role: "viewer", tokenHash: email, expiresAt } as const),
  });
  await db.insert(invitations).values([invite("old@a.example", ago(31)), invite("late@a.example", ago(2))]);
  await db.insert(rateLimits).values([ago(8), ago(0)].map((windowStart) => ({ tenantId, name: "x", windowStart })));
  await pruneTeam(services);
  expect((await db.select().from(invitations)).map(({ email }) => email)).toEqual(["late@a.example"]);
  expect((await db.select().from(rateLimits)).length).toBe(1);
});
