import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { invitations } from "../../../../../db/schema";
import { ListTeam } from "../../schema/team";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
for (const name of ["a", "b", "c"]) await inviteMember(owner, { email: `${name}@new.example`, role: "viewer" });

test("paging shows every open invitation once, and who invited", async () => {
  const first = await listInvitations(owner, ListTeam.parse({ limit: 2 }));
  const second = await listInvitations(owner, ListTeam.parse({ limit: 2, after: first.next }));
  const all = [...first.invitations, ...second.invitations];
  expect(all.map(({ email }) => email)).toEqual(["a@new.example", "b@new.example", "c@new.example"]);
  expect(all[0]).toMatchObject({ invitedBy: owner.actor.email, isExpired: false });
  expect(second.next).toBeUndefined();
});

test("one that has run out is still there to be sent again", async () => {
  await db
    .update(invitations)
    .set({ expiresAt: new Date(0) })
    .where(eq(invitations.email, "a@new.example"));
  const { invitations: all } = await listInvitations(owner, ListTeam.parse({}));
  expect(all.map(({ isExpired }) => isExpired)).toEqual([true, false, false]);
});

test("V8.4.1 other tenants and domain admins see none", async () => {
  const { ctx: stranger } = await testMember(services);
  expect((await listInvitations(stranger, ListTeam.parse({}))).invitations).toEqual([]);
  const { ctx: keeper } = await joinTenant(services, owner.tenantId, "domain_admin", []);
  expect(await refusalOf(listInvitations(keeper, ListTeam.parse({})))).toBe("auth.role_too_low");
});
