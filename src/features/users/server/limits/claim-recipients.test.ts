import { beforeEach, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testServices } from "~/server/testing";
import { domains, mailUsers, rateLimits, tenants } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";
import { claimRecipients } from "./claim-recipients";
import { countSubmitted } from "./count-submitted";
import { giveRecipientsBack } from "./give-recipients-back";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = ctx;
const make = async (localPart: string) =>
  (await createUser(ctx, { domainId, localPart, displayName: "", password, quotaBytes: gigabyte })).id;
const ids = { ana: await make("ana"), bo: await make("bo") };
const idOf = (name: keyof typeof ids) => ids[name];
const noon = new Date("2026-11-23T12:10:00Z");

const claim = (name: "ana" | "bo", recipients: number, at = noon) =>
  ctx
    .tx((tx) => claimRecipients(tx, { tenantId, mailUserId: idOf(name), recipients, at }))
    .then(
      () => "sent",
      (error: { key: string; details: object }) => ({ key: error.key, ...error.details }),
    );
const see = (name: "ana" | "bo", recipients: number, at = noon) =>
  ctx.tx((tx) => countSubmitted(tx, { tenantId, domainId, mailUserId: idOf(name), recipients, at }));

beforeEach(async () => {
  await owner.delete(rateLimits);
  const plan = { maxRecipientsPerHour: 100, maxMessagesPerDay: 1000 };
  await owner.update(tenants).set({ ...plan, maxUserRecipientsPerHour: 10, maxUserRecipientsPerDay: 50 });
  await owner.update(domains).set({ maxRecipientsPerHour: null, maxRecipientsPerDay: null });
  await owner.update(mailUsers).set({ maxRecipientsPerHour: null, maxRecipientsPerDay: null });
});

test("a mailbox that has used its hour is told which limit it is and when there is room, and others still send", async () => {
  expect(await claim("ana", 10)).toBe("sent");
  const refused = { key: "submission.limit_user_hour", max: 10, retryAfterSeconds: 3_000 };
  expect(await claim("ana", 1)).toMatchObject(refused);
  expect(await claim("bo", 1)).toBe("sent");
  expect(await claim("ana", 10, new Date("2026-11-23T13:00:00Z"))).toBe("sent");
});

test("an admin's number for a mailbox holds below the plan and never above", async () => {
  await owner
    .update(mailUsers)
    .set({ maxRecipientsPerHour: 3 })
    .where(eq(mailUsers.id, idOf("ana")));
  expect(await claim("ana", 4)).toMatchObject({ key: "submission.limit_user_hour", max: 3 });
  await owner
    .update(mailUsers)
    .set({ maxRecipientsPerHour: 999 })
    .where(eq(mailUsers.id, idOf("ana")));
  expect(await claim("ana", 11)).toMatchObject({ key: "submission.limit_user_hour", max: 10 });
});

test("domain and tenant hold for all of their mailboxes together", async () => {
  await owner.update(domains).set({ maxRecipientsPerHour: 12 });
  expect(await claim("ana", 8)).toBe("sent");
  expect(await claim("bo", 5)).toMatchObject({ key: "submission.limit_domain_hour", max: 12 });
  await owner.update(domains).set({ maxRecipientsPerHour: null });
  await owner.update(tenants).set({ maxMessagesPerDay: 12 });
  expect(await claim("bo", 5)).toMatchObject({ key: "submission.limit_tenant_day", retryAfterSeconds: 42_600 });
  expect(await claim("bo", 4)).toBe("sent");
});

test("of several limits that are reached, the one is named that is free again last", async () => {
  await owner.update(tenants).set({ maxUserRecipientsPerDay: 10 });
  expect(await claim("ana", 10)).toBe("sent");
  expect(await claim("ana", 1)).toMatchObject({ key: "submission.limit_user_day" });
});

test("a message to more than any hour allows is refused without a time", async () => {
  const refused = { key: "submission.limit_user_hour", max: 10, reason: expect.any(String) };
  expect<object | string>(await claim("ana", 11)).toEqual(refused);
  expect(await owner.select().from(rateLimits)).toEqual([]);
});

test("what a mail program sent is used up as well, and what the webmail sent is not counted twice", async () => {
  expect(await claim("ana", 4)).toBe("sent");
  await see("ana", 4);
  expect(await claim("ana", 6)).toBe("sent");
  await see("ana", 6);
  expect(await claim("ana", 1)).toMatchObject({ key: "submission.limit_user_hour" });
  await see("bo", 9);
  expect(await claim("bo", 2)).toMatchObject({ key: "submission.limit_user_hour" });
  expect(await claim("bo", 1)).toBe("sent");
  await see("bo", 9, new Date("2026-11-23T11:59:59Z"));
  expect(await claim("bo", 1)).toMatchObject({ key: "submission.limit_user_hour" });
});

test("of fifty who send at once with room for ten, ten do", async () => {
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => claim("ana", 1)));
  expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(10);
});

test("what never left is given back everywhere", async () => {
  expect(await claim("ana", 10)).toBe("sent");
  const claimed = { tenantId, mailUserId: idOf("ana"), recipients: 10, at: noon };
  await ctx.tx((tx) => giveRecipientsBack(tx, claimed));
  expect((await owner.select().from(rateLimits)).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await claim("ana", 10)).toBe("sent");
});
