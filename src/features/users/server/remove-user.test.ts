import { expect, test } from "bun:test";
import { asc, eq } from "drizzle-orm";
import { applyDomain } from "~/features/domains/server/apply-domain";
import { removeDomain } from "~/features/domains/server/remove-domain";
import { asJob } from "~/features/domains/server/testing-domains";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { aliases, domains, groupMembers, groups, mailUsers } from "../../../../db/schema";
import { createUser } from "./create-user";
import { removeUser } from "./remove-user";
import { undeleteUser } from "./undelete-user";
import { appliedUser, applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = ctx;
const { accounts } = services.engine.directory;
// Who holds what a domain must have, whoever else comes and goes.
await appliedUser(services, ctx, domainId, "anchor");
const rowOf = async (id: string) => (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!;

test("a deleted user is out at once, does nothing and gets nothing at the mail server, and is audited", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  const browser = testBrowser(services);
  await browser.visit((as) => signInMailbox(as, { address: user.address, password }));
  await removeUser(ctx, { userId: user.id });
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  const again = testBrowser(services).visit((as) => signInMailbox(as, { address: user.address, password }));
  expect(await refusalOf(again)).toBe("auth.wrong_credentials");
  await applyNow(services, ctx, user.id);
  expect((await accounts.find(user.address))?.blocks).toEqual(["signIn", "send", "receive"]);
  expect(await auditedActions(services, tenantId)).toContain("user.remove");
});

test("all that brings a user back is kept", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  const before = await rowOf(user.id);
  await removeUser(ctx, { userId: user.id });
  await applyNow(services, ctx, user.id);
  const { passwordHash, engineId, address } = await rowOf(user.id);
  expect({ passwordHash, engineId, address }).toEqual({
    ...{ passwordHash: before.passwordHash, engineId: before.engineId, address: before.address },
  });
});

test("deleting twice says that there is no such user", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  await removeUser(ctx, { userId: user.id });
  expect(await refusalOf(removeUser(ctx, { userId: user.id }))).toBe("user.not_found");
});

test("groups of a deleted user are brought to the mail server anew", async () => {
  const user = await appliedUser(services, ctx, domainId, "dora");
  const [team] = await owner.insert(groups).values({ tenantId, domainId, address: "team@acme.test" }).returning();
  await owner.insert(groupMembers).values({ tenantId, groupId: team!.id, mailUserId: user.id });
  await removeUser(ctx, { userId: user.id });
  const [after] = await owner.select().from(groups).where(eq(groups.id, team!.id));
  expect(after?.revision).toBe(2);
});

test("mail to postmaster@ and abuse@ goes to the next user of the domain, and stays where there is none", async () => {
  const { ctx: own, domainId: id } = await tenantWithDomain(services, "roles.test");
  const [ana, bo] = [await appliedUser(services, own, id, "ana"), await appliedUser(services, own, id, "bo")];
  const holders = async () =>
    (await owner.select().from(aliases).where(eq(aliases.domainId, id)).orderBy(asc(aliases.address))).map(
      (alias) => alias.mailUserId,
    );
  expect(await holders()).toEqual([ana.id, ana.id]);
  await removeUser(own, { userId: ana.id });
  expect(await holders()).toEqual([bo.id, bo.id]);
  await removeUser(own, { userId: bo.id });
  expect(await holders()).toEqual([bo.id, bo.id]);
  await applyNow(services, own, ana.id);
  await applyNow(services, own, bo.id);
  expect((await accounts.find("bo@roles.test"))?.aliases).toEqual(["abuse@roles.test", "postmaster@roles.test"]);
});

test("whoever comes after the last user of a domain was deleted gets that mail, here and at the mail server", async () => {
  const { ctx: own, domainId: id } = await tenantWithDomain(services, "successor.test");
  const ana = await appliedUser(services, own, id, "ana");
  await removeUser(own, { userId: ana.id });
  await applyNow(services, own, ana.id);
  const bo = await createUser(own, { domainId: id, localPart: "bo", displayName: "", quotaBytes: gigabyte });
  await applyNow(services, own, ana.id);
  await applyNow(services, own, bo.id);
  const roles = ["abuse@successor.test", "postmaster@successor.test"];
  expect((await accounts.find("bo@successor.test"))?.aliases?.toSorted()).toEqual(roles);
  expect((await accounts.find("ana@successor.test"))?.aliases).toEqual([]);
  expect((await rowOf(ana.id)).appliedRevision).toBe((await rowOf(ana.id)).revision);
});

test("once its last user is deleted a domain can be given up, and what was kept goes with it", async () => {
  const { ctx: leaver, domainId: id } = await tenantWithDomain(services, "leaving.test");
  const user = await appliedUser(services, leaver, id, "ana");
  expect(await refusalOf(removeDomain(leaver, { domainId: id }))).toBe("domain.has_users");
  await removeUser(leaver, { userId: user.id });
  await removeDomain(leaver, { domainId: id });
  const release = () => applyDomain(asJob(services, leaver), { domainId: id });
  expect(await refusalOf(release())).toBe("engine.unavailable");
  await applyNow(services, leaver, user.id);
  expect(await refusalOf(undeleteUser(leaver, { userId: user.id }))).toBe("user.not_found");
  await release();
  expect(await owner.select().from(domains).where(eq(domains.id, id))).toEqual([]);
  expect(await owner.select().from(mailUsers).where(eq(mailUsers.id, user.id))).toEqual([]);
  expect(await services.engine.directory.domains.find("leaving.test")).toBeNull();
});
