import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { withRecovery } from "~/features/webmail/server/security/testing-mail-security";
import { systemContext } from "~/server/context";
import { auditedActions, testServices } from "~/server/testing";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { findMailboxLink } from "./mailbox-link";
import { mailResetLink } from "./mail-reset-link";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "mailed.test");
const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
const work = (id: string, tenantId: string = ctx.tenantId) =>
  mailResetLink(systemContext(services, { job: "mailbox.reset-link" }, tenantId), { userId: id });
const mails = () => mailedTo(services, owner, "ana@private.example");

test("the link goes to the recovery address and lives for an hour; a second run makes the first link worthless", async () => {
  await withRecovery(owner, userId, "ana@private.example");
  await work(userId);
  await work(userId);
  const [first, second] = await mails();
  const open = ({ token = "" } = {}, at = services) =>
    findMailboxLink(at, token).then(
      ({ kind }) => kind,
      () => "worthless",
    );
  expect([await open(first), await open(second)]).toEqual(["worthless", "reset"]);
  const late = { ...services, now: () => new Date(Date.now() + 3_601_000) };
  expect(await open(second, late)).toBe("worthless");
  expect(await auditedActions(services, ctx.tenantId)).toContain("access.request_reset");
});

test("for nobody, and for another tenant's user, nothing is done", async () => {
  const before = (await mails()).length;
  await work(Bun.randomUUIDv7());
  await work(userId, Bun.randomUUIDv7());
  expect((await mails()).length).toBe(before);
});
