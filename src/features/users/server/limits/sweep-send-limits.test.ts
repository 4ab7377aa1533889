import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, jobs, tenants } from "../../../../../db/schema";
import { jobsOf } from "../testing-users";
import { sweepSendLimits } from "./sweep-send-limits";
import { sendLimitsWorld } from "./testing-send-limits";

setDefaultTimeout(60_000);

const { services, owner, tenantId, domainId, throttles, toEngine } = await sendLimitsWorld();
const due = async () => {
  await owner.delete(jobs);
  await sweepSendLimits(services);
  return jobsOf(services, domainId);
};

test("a plan that changed reaches the mail server without anybody asking, and then there is nothing to do", async () => {
  expect(await due()).toEqual([{ name: "limits.apply", payload: { tenantId, domainId } }]);
  await toEngine();
  expect(await due()).toEqual([]);
  await owner.update(tenants).set({ maxUserRecipientsPerHour: 25 }).where(eq(tenants.id, tenantId));
  expect(await due()).toHaveLength(1);
  await toEngine();
  expect((await throttles()).find(({ name }) => name === "each hour")?.count).toBe(25);
});

test("what is left of a domain that is gone is taken away, and a stranger's rule stays", async () => {
  const foreign = { name: "another's", sender: { domain: "else.test" }, count: 5, periodSeconds: 60 };
  await services.engine.directory.throttles.ensure(foreign);
  await owner.update(domains).set({ frozenUntil: new Date() }).where(eq(domains.id, domainId));
  await sweepSendLimits(services);
  expect(await throttles()).toEqual([]);
  expect((await services.engine.directory.throttles.list({ limit: 500 })).throttles).toContainEqual(foreign);
});
