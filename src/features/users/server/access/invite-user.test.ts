import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailboxTokens } from "../../../../../db/schema";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { createUser } from "../create-user";
import { appliedUser, gigabyte, tenantWithDomain } from "../testing-users";
import { getAccess } from "./get-access";
import { inviteUser } from "./invite-user";
import { findMailboxLink } from "./mailbox-link";
import { revokeLink } from "./revoke-link";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "invite.test");
let made = 0;
const newcomer = async () =>
  (await createUser(ctx, { domainId, localPart: `n${++made}`, displayName: "Eve", quotaBytes: gigabyte })).id;
const tokenOf = ({ link }: { link: string | null }) => link!.split("#")[1]!;

test("an admin gets a link for a new mailbox that lasts for 72 hours, as text and as a picture; the database has its hash only", async () => {
  const userId = await newcomer();
  const invited = await inviteUser(ctx, { userId });
  expect(invited.link).toMatch(/^http:\/\/localhost:3000\/welcome#[\w-]{43}$/);
  expect(invited.picture.length).toBeGreaterThan(20);
  expect(Date.parse(invited.expiresAt) - Date.now()).toBeLessThanOrEqual(72 * 3_600_000);
  const [row] = await owner.select().from(mailboxTokens).where(eq(mailboxTokens.mailUserId, userId));
  expect(JSON.stringify(row)).not.toContain(tokenOf(invited));
  expect(await getAccess(ctx, { userId })).toMatchObject({
    passwordSetAt: null,
    link: { kind: "invite", email: null },
  });
  expect(await auditedActions(services, ctx.tenantId)).toContain("access.invite");
});

test("a new link kills the one before it, time kills the new one, and so does its withdrawal", async () => {
  const userId = await newcomer();
  const [first, second] = [await inviteUser(ctx, { userId }), await inviteUser(ctx, { userId })];
  expect(await refusalOf(findMailboxLink(services, tokenOf(first)))).toBe("auth.link_invalid");
  const late = { ...services, now: () => new Date(Date.now() + 72 * 3_600_000 + 1000) };
  expect(await refusalOf(findMailboxLink(late, tokenOf(second)))).toBe("auth.link_invalid");
  expect((await findMailboxLink(services, tokenOf(second))).mailUserId).toBe(userId);
  await revokeLink(ctx, { userId });
  expect(await refusalOf(findMailboxLink(services, tokenOf(second)))).toBe("auth.link_invalid");
  expect((await getAccess(ctx, { userId })).link).toBeNull();
});

test("the link is mailed to an address outside, in the language of the page, and never into the mailbox itself", async () => {
  const userId = await newcomer();
  const email = "eve@private.example";
  const invited = await inviteUser({ ...ctx, locale: "de" }, { userId, email });
  const [mail] = await mailedTo(services, owner, email);
  expect(mail).toMatchObject({ kind: "mailbox_invite", locale: "de", token: tokenOf(invited) });
  expect(await refusalOf(inviteUser(ctx, { userId, email: "eve@invite.test" }))).toBe("request.invalid");
});

test("whoever has a password is not invited: that would be a way around what is asked of who sends a new one", async () => {
  const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
  expect(await refusalOf(inviteUser(ctx, { userId }))).toBe("user.has_password");
});

test("a viewer, another domain's admin and another tenant invite nobody", async () => {
  const userId = await newcomer();
  const elsewhere = (await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx;
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(inviteUser(viewer, { userId }))).toBe("auth.role_too_low");
  expect(await refusalOf(inviteUser(elsewhere, { userId }))).toBe("user.not_found");
  expect(await refusalOf(inviteUser(stranger, { userId }))).toBe("user.not_found");
  expect(await refusalOf(getAccess(stranger, { userId }))).toBe("user.not_found");
});
