import { expect, setDefaultTimeout, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { jobs } from "../../../../../db/schema";
import { tenantWithDomain } from "../testing-users";
import { startImport } from "./start-import";
import { checkText } from "./testing-imports";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, viewer } = await tenantWithDomain(services, "acme.test");

test("who may only look cannot begin an import, a second begin is refused, and so is a dry run of the day before", async () => {
  const { runId } = await checkText(ctx, "address\nivy@acme.test\n");
  expect(await refusalOf(startImport(viewer, { runId }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await tenantWithDomain(services, "stranger.test");
  expect(await refusalOf(startImport(stranger, { runId }))).toBe("run.not_found");
  const late = { ...ctx, now: () => new Date(Date.now() + 25 * 3_600_000) };
  expect(await refusalOf(startImport(late, { runId }))).toBe("import.stale");
  await startImport(ctx, { runId });
  expect(await refusalOf(startImport(ctx, { runId }))).toBe("import.begun");
  const waiting = and(eq(jobs.name, "run.work"), eq(jobs.key, runId));
  expect(await owner.$count(jobs, waiting)).toBe(1);
  expect((await auditedActions(services, ctx.tenantId)).at(-1)).toBe("import.start");
});
