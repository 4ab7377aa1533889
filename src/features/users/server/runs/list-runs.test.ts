import { expect, test } from "bun:test";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { ListRuns, RunPage } from "../../schema/runs";
import { tenantWithDomain } from "../testing-users";
import { listRuns } from "./list-runs";
import { begin, insertUsers } from "./testing-runs";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "list.test");
const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "list.test", count: 3 });
const { ctx: keeper } = await joinTenant(services, ctx.tenantId, "domain_admin", [domainId]);
const mine = await begin(ctx, "suspend", ids);
const theirs = await begin(keeper, "resume", ids);
const list = (by: typeof ctx, asked: object = {}) => listRuns(by, ListRuns.parse(asked));

test("runs are listed newest first, with who began them, page by page", async () => {
  const page = await list(viewer, { limit: 1 });
  expect(RunPage.parse(page)).toEqual(page);
  expect(page.runs).toMatchObject([{ id: theirs.id, action: "resume", startedBy: keeper.actor.email }]);
  expect((await list(viewer, { limit: 1, after: page.next })).runs).toMatchObject([{ id: mine.id }]);
  expect((await list(viewer, { kind: "import" })).runs).toEqual([]);
});

test("whoever is held to some domains sees the own runs only, and another tenant none", async () => {
  expect((await list(keeper)).runs.map(({ id }) => id)).toEqual([theirs.id]);
  expect((await list((await testMember(services)).ctx)).runs).toEqual([]);
});
