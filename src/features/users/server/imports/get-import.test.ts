import { expect, setDefaultTimeout, test } from "bun:test";
import { systemContext } from "~/server/context";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { applyNewUsers } from "../apply-new-users";
import { tenantWithDomain } from "../testing-users";
import { getImport } from "./get-import";
import { checkText, importText } from "./testing-imports";

setDefaultTimeout(60_000);

const { services } = await testServices();
const { ctx, viewer } = await tenantWithDomain(services, "acme.test");

test("an import is seen before it begins and when it is over, by whoever may look", async () => {
  const text = "address\nana@acme.test\nbo@nowhere.test\n";
  const { runId } = await checkText(ctx, text, { existing: "change" });
  expect(await getImport(viewer, { runId })).toMatchObject({
    ...{ state: "planned", fileName: "people.csv", existing: "change", total: 2, done: 1, failed: 1 },
    ...{ wanted: { create: 1, change: 0, skip: 0, refuse: 1 }, finishedAt: null },
  });
  const over = await importText(services, ctx, text);
  expect(await getImport(viewer, { runId: over.runId })).toMatchObject({
    state: "done",
    total: 2,
    done: 2,
    failed: 1,
    unapplied: 1,
  });
  await applyNewUsers(systemContext(services, { job: "engine.apply.new" }, ctx.tenantId));
  expect((await getImport(viewer, { runId: over.runId })).unapplied).toBe(0);
});

test("another tenant and who looks after other domains see none of it", async () => {
  const { runId } = await checkText(ctx, "address\ncara@acme.test\n");
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  const { ctx: stranger } = await tenantWithDomain(services, "other.test");
  for (const who of [held, stranger]) expect(await refusalOf(getImport(who, { runId }))).toBe("run.not_found");
});
