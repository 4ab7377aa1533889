import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { nobodysIds } from "../expectations/testing-expectation";
import { testServices } from "../testing";
import { answerOf, expectations, procedures } from "../testing-expectations";
import { compareTimes } from "./testing-same-time";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(300_000);

const world = await testServices();
const both = { ...world, services: { ...world.services, rateLimit: async () => {} } };

let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  ours = await tenantWithEverything(both, "ours.test");
  theirs = await tenantWithEverything(both, "theirs.test", canary);
});

test("the measure tells an id that is found from one that is not", async () => {
  const ask = (domainId: string) => answerOf(ours.owner, "domains.get", { domainId });
  const random = () => ask(Bun.randomUUIDv7());
  expect(Math.abs((await compareTimes(random, random)).ratio - 1)).toBeLessThan(0.15);
  const found = await compareTimes(() => ask(ours.ids.domainId), random, { tolerance: 0 });
  expect(found.ratio).toBeGreaterThan(1.15);
});

test("V8.4.1 an id of another tenant takes as long as an id that nobody has, in every call that looks for one", async () => {
  const slower: Record<string, unknown> = {};
  let measured = 0;
  for (const [path, { who, input, idsAreLocal }] of Object.entries(expectations)) {
    if (who === "anyone" || !input || idsAreLocal || procedures[path]?._def.type === "subscription") continue;
    const context = who === "mailbox" ? ours.mail : ours.owner;
    const ask = (ids: typeof theirs.ids) => answerOf(context, path, input(ids));
    if (!(await ask(theirs.ids)).includes("not_found")) continue;
    const timing = await compareTimes(
      () => ask(theirs.ids),
      () => ask(nobodysIds()),
    );
    measured += 1;
    if (Math.abs(timing.ratio - 1) > 0.15) slower[path] = timing;
  }
  expect(measured).toBeGreaterThan(10);
  expect(slower).toEqual({});
});
