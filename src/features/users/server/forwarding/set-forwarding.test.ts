import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { until } from "~/lib/testing-until";
import { auditedActions, refusalOf, testMember } from "~/server/testing";
import { mailUsers } from "../../../../../db/schema";
import { addAlias } from "../aliases/add-alias";
import { appliedGroup } from "../groups/testing-groups";
import { getForwarding } from "./get-forwarding";
import { removeForwarding } from "./remove-forwarding";
import { setForwarding } from "./set-forwarding";
import { forwardingWorld } from "./testing-forwarding";

setDefaultTimeout(30_000);
const { services, owner, ctx, viewer, domainId, outside, newUser, send, inboxOf, agree, apply } =
  await forwardingWorld();

test("mail goes outside only once whoever reads mail there has agreed, and the mailbox is told", async () => {
  const { id: userId, address } = await newUser("ana");
  const target = "ana@outside.test";
  expect((await setForwarding(ctx, { userId, target, keepsCopy: true })).forwarding).toMatchObject({
    ...{ target, keepsCopy: true, state: "waiting", application: "applied" },
  });
  await apply(userId);
  expect(await send(address, "before")).toBe("accepted");
  await until(async () => (await inboxOf(address)).includes("before"));
  expect(await agree(target)).toEqual({ address, target });
  expect((await getForwarding(ctx, { userId })).forwarding).toMatchObject({
    state: "confirmed",
    application: "pending",
  });
  await apply(userId);
  expect((await getForwarding(ctx, { userId })).forwarding).toMatchObject({ application: "applied" });
  expect(await inboxOf(address)).toContain(`Your mail is forwarded to ${target}`);
  expect(await send(address, "after")).toBe("accepted");
  await until(() => outside.mails.some(({ raw }) => raw.includes("Subject: after")), 25_000);
  expect(outside.mails.map(({ to }) => to)).toEqual([[target]]);
  expect(outside.mails.some(({ raw }) => raw.includes("Subject: before"))).toBe(false);
  await until(async () => (await inboxOf(address)).includes("after"));
  const actions = await auditedActions(services, ctx.tenantId);
  expect(actions).toEqual(expect.arrayContaining(["forwarding.set", "forwarding.confirm"]));
});

test("an address of the tenant counts at once, and without a copy nothing stays here but the word of it", async () => {
  const [from, to] = [await newUser("bea"), await newUser("cleo")];
  const { forwarding } = await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: false });
  expect(forwarding).toMatchObject({ state: "confirmed", keepsCopy: false, application: "pending" });
  await apply(from.id);
  await send(from.address, "onward");
  await until(async () => (await inboxOf(to.address)).includes("onward"));
  expect(await inboxOf(from.address)).toEqual([`Your mail goes to ${to.address} only`]);
});

test("the recovery address hears of it too, once, when it begins", async () => {
  const [from, to] = [await newUser("watched"), await newUser("watched-to")];
  const known = { recoveryEmail: "ana@private.example", recoveryConfirmedAt: new Date() };
  await owner.update(mailUsers).set(known).where(eq(mailUsers.id, from.id));
  await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: true });
  for (let run = 0; run < 2; run++) await apply(from.id);
  const told = await mailedTo(services, owner, known.recoveryEmail);
  expect(told.map(({ subject }) => subject)).toEqual([`Your mail is forwarded to ${to.address}`]);
});

test("a mailbox that the mail server lost passes mail on again when it is made anew", async () => {
  const [from, to] = [await newUser("lost"), await newUser("lost-to")];
  await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: true });
  await apply(from.id);
  await services.engine.directory.accounts.remove(from.address);
  await apply(from.id);
  await send(from.address, "again");
  await until(async () => (await inboxOf(to.address)).includes("again"));
});

test("another target stops the mail to the one before at once", async () => {
  const [from, first] = [await newUser("dana"), await newUser("dana-first")];
  await setForwarding(ctx, { userId: from.id, target: first.address, keepsCopy: true });
  await apply(from.id);
  await setForwarding(ctx, { userId: from.id, target: "dana@outside.test", keepsCopy: true });
  await apply(from.id);
  await send(from.address, "to whom");
  await until(async () => (await inboxOf(from.address)).includes("to whom"));
  expect(await inboxOf(first.address)).toEqual([]);
});

test("mail that would come back is refused: to oneself, by alias or tag, and over others", async () => {
  const [one, two, three] = [await newUser("one"), await newUser("two"), await newUser("three")];
  await addAlias(ctx, { userId: one.id, domainId, localPart: "uno", note: "", isEnabled: true });
  const set = (userId: string, target: string) => refusalOf(setForwarding(ctx, { userId, target, keepsCopy: true }));
  for (const own of [one.address, "uno@acme.test", "one+tag@acme.test"])
    expect(await set(one.id, own)).toBe("forwarding.loop");
  expect(await set(one.id, two.address)).toBe("none");
  expect(await set(two.id, three.address)).toBe("none");
  expect(await set(three.id, "uno+x@acme.test")).toBe("forwarding.loop");
  expect(await set(three.id, "nobody@acme.test")).toBe("address.not_found");
  await removeForwarding(ctx, { userId: one.id });
  expect(await set(three.id, "uno@acme.test")).toBe("none");
});

test("a group that one belongs to is refused, directly and behind somebody else; another group is not", async () => {
  const [one, two] = [await newUser("member"), await newUser("friend")];
  const world = { ctx, viewer, domainId, name: "acme.test" };
  await appliedGroup(services, world, { localPart: "team", posting: "anyone" }, [one.address]);
  await appliedGroup(services, world, { localPart: "others", posting: "anyone" }, [two.address]);
  const set = (userId: string, target: string) => refusalOf(setForwarding(ctx, { userId, target, keepsCopy: true }));
  expect(await set(one.id, "team@acme.test")).toBe("forwarding.loop");
  expect(await set(two.id, "team@acme.test")).toBe("none");
  expect(await set(one.id, two.address)).toBe("forwarding.loop");
  expect(await set(one.id, "others@acme.test")).toBe("forwarding.loop");
  await removeForwarding(ctx, { userId: two.id });
  expect(await set(one.id, "others@acme.test")).toBe("none");
});

test("viewers and other tenants change nothing", async () => {
  const { id: userId } = await newUser("guarded");
  const { ctx: stranger } = await testMember(services);
  const wish = { userId, target: "x@outside.test", keepsCopy: true };
  expect(await refusalOf(setForwarding(viewer, wish))).toBe("auth.role_too_low");
  expect(await refusalOf(setForwarding(stranger, wish))).toBe("user.not_found");
  expect(await getForwarding(viewer, { userId })).toEqual({ forwarding: null });
});
