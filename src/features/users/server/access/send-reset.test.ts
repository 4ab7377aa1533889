import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { withRecovery } from "~/features/webmail/server/security/testing-mail-security";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { createUser } from "../create-user";
import { gigabyte } from "../testing-users";
import { findMailboxLink } from "./mailbox-link";
import { sendReset } from "./send-reset";

const { services, owner } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "send.test", ["ana", "bea"]);
const { userId } = people.ana;

test("without a recovery address the link is shown to be passed on, for a day; the password stays as it is", async () => {
  expect(await refusalOf(sendReset(member, { userId, toRecovery: true }))).toBe("user.no_recovery");
  const { link, mailedTo: to, expiresAt } = await sendReset(member, { userId, toRecovery: false });
  expect((await findMailboxLink(services, link!.split("#")[1]!)).kind).toBe("reset");
  expect([to, Date.parse(expiresAt) - Date.now() > 23 * 3_600_000]).toEqual([null, true]);
  expect(await people.ana.browser.visit((ctx) => ctx.mailbox?.address)).toBe("ana@send.test");
  expect(await auditedActions(services, member.tenantId)).toContain("access.send_reset");
});

test("with one the user alone gets the link, and the admin does not see it", async () => {
  await withRecovery(owner, people.bea.userId, "bea@private.example");
  const sent = await sendReset(member, { userId: people.bea.userId, toRecovery: true });
  expect(sent).toMatchObject({ link: null, picture: [], mailedTo: "bea@private.example" });
  const [mail] = await mailedTo(services, owner, "bea@private.example");
  expect((await findMailboxLink(services, mail!.token)).mailUserId).toBe(people.bea.userId);
});

test("who has no password yet is invited instead; a viewer and another tenant send nothing", async () => {
  const input = { domainId, localPart: "eve", displayName: "", quotaBytes: gigabyte };
  const newcomer = await createUser(member, input);
  expect(await refusalOf(sendReset(member, { userId: newcomer.id, toRecovery: false }))).toBe("user.no_password");
  const viewer = (await joinTenant(services, member.tenantId, "viewer")).ctx;
  expect(await refusalOf(sendReset(viewer, { userId, toRecovery: false }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(sendReset(stranger, { userId, toRecovery: false }))).toBe("user.not_found");
});
