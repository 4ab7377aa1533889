import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { testServices } from "../testing";
import { answerOf, expectations, procedures } from "../testing-expectations";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(120_000);

const world = await testServices();
const both = { ...world, services: { ...world.services, rateLimit: async () => {} } };
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  ours = await tenantWithEverything(both, "ours.test");
  theirs = await tenantWithEverything(both, "theirs.test", canary);
});

test("V8.4.1 without row-level security a verb's own conditions still show nothing of another tenant", async () => {
  const shown: string[] = [];
  for (const [path, { who, input, idsAreLocal }] of Object.entries(expectations)) {
    if (who === "anyone" || !input || idsAreLocal || procedures[path]?._def.type === "subscription") continue;
    // A superuser sees every row: what is left is what the verb asks for.
    const context = { ...(who === "mailbox" ? ours.mail : ours.owner), db: world.owner };
    const seen = await answerOf(context, path, input(theirs.ids));
    if (seen.includes(canary) || seen.includes("theirs.test")) shown.push(path);
  }
  expect(shown).toEqual([]);
});
