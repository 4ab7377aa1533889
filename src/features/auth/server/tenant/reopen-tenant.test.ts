import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { auditLogs } from "../../../../../db/schema";
import { linkTo } from "../team/testing-team";
import { closeTenant } from "./close-tenant";
import { reopenTenant } from "./reopen-tenant";

const { services, owner: db } = await testServices();

test("of several who open the link at once one opens the tenant, signed in to nothing by it, and the log says whose link it was", async () => {
  const { ctx } = await testMember(services);
  await closeTenant(ctx, { name: "Test" });
  const token = await linkTo(services, db, ctx.actor.email);
  const browsers = [testBrowser(services), testBrowser(services), testBrowser(services)];
  const attempts = browsers.map((browser) => refusalOf(browser.visit((as) => reopenTenant(as, { token }))));
  expect((await Promise.all(attempts)).toSorted()).toEqual(["auth.link_invalid", "auth.link_invalid", "none"]);
  expect(browsers.flatMap(({ jar }) => [...jar.keys()])).toEqual([]);
  const rows = await db.select().from(auditLogs).where(eq(auditLogs.action, "tenant.reopen"));
  expect(rows).toMatchObject([{ tenantId: ctx.tenantId, after: { linkOf: ctx.actor.email } }]);
});
