import { expect, test } from "bun:test";
import { runRows, runs } from "../../db/schema";
import { pruneRuns } from "./prune-runs";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test("imports and bulk actions are forgotten with their rows when nobody can ask for them any more", async () => {
  const add = async (state: "planned" | "running" | "done", days: number) => {
    const row = {
      tenantId: ctx.tenantId,
      kind: "import",
      plan: {},
      startedBy: "m",
      state,
      createdAt: ago(days),
    } as const;
    const [run] = await owner.insert(runs).values(row).returning();
    await owner.insert(runRows).values({ tenantId: ctx.tenantId, runId: run!.id, line: 1 });
    return run!.id;
  };
  const kept = [await add("planned", 1), await add("running", 200), await add("done", 80)];
  await add("planned", 3);
  await add("done", 91);
  await pruneRuns(services);
  const left = await owner.select({ id: runs.id }).from(runs);
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  expect((await owner.select().from(runRows)).map(({ runId }) => runId).toSorted()).toEqual(kept.toSorted());
});
