import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { until } from "~/lib/testing-until";
import { refusalOf } from "~/server/testing";
import { forwardings } from "../../../../../db/schema";
import { resumeUser } from "../resume-user";
import { suspendUser } from "../suspend-user";
import { getForwarding } from "./get-forwarding";
import { removeForwarding } from "./remove-forwarding";
import { setForwarding } from "./set-forwarding";
import { forwardingWorld } from "./testing-forwarding";

setDefaultTimeout(30_000);
const { services, owner, ctx, viewer, newUser, send, inboxOf, apply } = await forwardingWorld();
const rowsOf = (userId: string) => owner.select().from(forwardings).where(eq(forwardings.mailUserId, userId));

test("a forwarding that is taken away ends, and nothing is left of it", async () => {
  const [from, to] = [await newUser("ana"), await newUser("bo")];
  await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: true });
  await apply(from.id);
  expect(await removeForwarding(ctx, { userId: from.id })).toEqual({ forwarding: null });
  expect(await refusalOf(removeForwarding(ctx, { userId: from.id }))).toBe("forwarding.not_found");
  await apply(from.id);
  expect(await rowsOf(from.id)).toEqual([]);
  await send(from.address, "stays");
  await until(async () => (await inboxOf(from.address)).includes("stays"));
  expect(await inboxOf(to.address)).toEqual([]);
});

test("of somebody who was locked out it ends too, and they stay locked out", async () => {
  const [from, to] = [await newUser("cleo"), await newUser("dana")];
  await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: false });
  await apply(from.id);
  await suspendUser(ctx, { userId: from.id });
  await apply(from.id);
  await removeForwarding(ctx, { userId: from.id });
  await apply(from.id);
  expect(await rowsOf(from.id)).toEqual([]);
  expect((await services.engine.directory.accounts.find(from.address))?.blocks).toContain("signIn");
  await send(from.address, "not any more");
  await resumeUser(ctx, { userId: from.id });
  await apply(from.id);
  await until(async () => (await inboxOf(from.address)).includes("not any more"));
  expect(await inboxOf(to.address)).toEqual([]);
});

test("a new one of somebody who may not sign in waits, says so, and begins when they may", async () => {
  const [from, to] = [await newUser("eve"), await newUser("finn")];
  await suspendUser(ctx, { userId: from.id });
  await setForwarding(ctx, { userId: from.id, target: to.address, keepsCopy: true });
  await apply(from.id);
  const waits = { application: "pending", waitsForSignIn: true };
  expect((await getForwarding(ctx, { userId: from.id })).forwarding).toMatchObject(waits);
  await resumeUser(ctx, { userId: from.id });
  await apply(from.id);
  const works = { application: "applied", waitsForSignIn: false };
  expect((await getForwarding(ctx, { userId: from.id })).forwarding).toMatchObject(works);
});

test("viewers take nothing away", async () => {
  const { id: userId } = await newUser("gil");
  expect(await refusalOf(removeForwarding(viewer, { userId }))).toBe("auth.role_too_low");
});
