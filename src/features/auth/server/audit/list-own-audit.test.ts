import { expect, test } from "bun:test";
import { audit } from "~/server/audit";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { ListAudit } from "../../schema/audit";
import { listOwnAudit } from "./list-own-audit";

const { services } = await testServices();

test("every member reads what they did and what was done to them, once each, and nothing else", async () => {
  const { ctx: owner } = await testMember(services);
  const { ctx: viewer } = await joinTenant(services, owner.tenantId, "viewer");
  const me = { type: "member", id: viewer.actor.memberId } as const;
  const other = { type: "mail_user", id: "another" } as const;
  const acts = [
    ...[
      { by: owner, action: "test.to_other", subject: other },
      { by: owner, action: "test.to_me", subject: me },
    ],
    ...[
      { by: viewer, action: "test.mine", subject: other },
      { by: viewer, action: "test.to_myself", subject: me },
    ],
  ];
  for (const { by, ...entry } of acts) await by.tx((tx) => audit(tx, by, entry));
  const read = async (filter: Record<string, unknown> = {}) =>
    (await listOwnAudit(viewer, ListAudit.parse(filter))).entries.map(({ action }) => action);
  expect(await read()).toEqual(["test.to_myself", "test.mine", "test.to_me"]);
  expect(await read({ action: "test.mine" })).toEqual(["test.mine"]);
  expect(await read({ actor: `member:${owner.actor.memberId}` })).toEqual(["test.to_me"]);
  expect(await read({ limit: 1 })).toEqual(["test.to_myself"]);
});
