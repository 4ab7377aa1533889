import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { EngineError } from "~/engine/engine-error";
import { refusalOf, testServices } from "~/server/testing";
import { rateLimits, submissions, tenants } from "../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { messagesCounter } from "~/server/plan-counter";
import { claimSubmission } from "./claim-submission";
import { sendMessage } from "./send-message";
import { testMailboxes } from "./testing-webmail";

setDefaultTimeout(60_000);

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;
const { tenantId } = ctx;

const mail = (to: string[], idempotencyKey: string = crypto.randomUUID()) => ({
  ...{ idempotencyKey, to, cc: [], bcc: [], subject: "s", text: "t", files: [] },
});
const allow = async (max: number) => {
  await owner.delete(rateLimits);
  await owner.update(tenants).set({ maxMessagesPerDay: max }).where(eq(tenants.id, tenantId));
};
const counted = async () =>
  (await owner.select().from(rateLimits).where(eq(rateLimits.name, messagesCounter))).map(({ count }) => count);

test("V2.3.4 of fifty messages that are sent at once with room for one, exactly one is", async () => {
  await allow(10);
  await claimSubmission(ctx, mail(Array.from({ length: 9 }, (_, i) => `a${i}@elsewhere.test`)));
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => refusalOf(claimSubmission(ctx, mail(["b@elsewhere.test"])))),
  );
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(1);
  expect(new Set(outcomes)).toEqual(new Set(["none", "submission.limit_tenant_day"]));
  expect(await counted()).toEqual([10]);
});

test("a message that does not fit is not sent, leaves no claim, and says what the plan allows", async () => {
  await allow(2);
  const key = crypto.randomUUID();
  const tooMany = mail(["a@elsewhere.test", "b@elsewhere.test", "c@elsewhere.test"], key);
  const refused = await sendMessage(ctx, tooMany).catch((error: { key: string; details: unknown }) => error);
  expect(refused).toMatchObject({ key: "submission.limit_tenant_day", details: { max: 2 } });
  expect(await owner.select().from(submissions).where(eq(submissions.idempotencyKey, key))).toEqual([]);
  expect(await counted()).toEqual([]);
});

test("I6 the same click twice is counted once", async () => {
  await allow(5);
  const message = mail(["ana@acme.test"]);
  await sendMessage(ctx, message);
  await sendMessage(ctx, message);
  expect(await counted()).toEqual([1]);
});

test("what never left is given back, and can be sent when the mail server answers again", async () => {
  await allow(1);
  const down = (): never => {
    throw new EngineError("unavailable", "no answer");
  };
  const forUser = (credential: string) => {
    const engine = services.engine.forUser(credential);
    return { ...engine, submissions: { ...engine.submissions, send: down } };
  };
  const away: MailboxCtx = { ...ctx, engine: { ...ctx.engine, forUser } };
  const message = mail(["ana@acme.test"]);
  expect(await refusalOf(sendMessage(away, message))).toBe("engine.unavailable");
  expect(await counted()).toEqual([0]);
  expect(await refusalOf(sendMessage(ctx, message))).toBe("none");
});

test("what the mail server takes no more of for now was not sent, says when to try again, and is given back", async () => {
  await allow(5);
  const full = (): never => {
    throw new EngineError("throttled", "452 4.4.5");
  };
  const forUser = (credential: string) => {
    const engine = services.engine.forUser(credential);
    return { ...engine, submissions: { ...engine.submissions, send: full } };
  };
  const message = mail(["ana@acme.test"]);
  const refused = sendMessage({ ...ctx, engine: { ...ctx.engine, forUser } }, message);
  const seconds = expect.any(Number);
  await expect(refused).rejects.toMatchObject({
    ...{ key: "submission.throttled", details: { retryAfterSeconds: seconds } },
  });
  expect(await counted()).toEqual([0]);
  expect(await refusalOf(sendMessage(ctx, message))).toBe("none");
});

test("the next day begins anew", async () => {
  await allow(1);
  await claimSubmission(ctx, mail(["a@elsewhere.test"]));
  expect(await refusalOf(claimSubmission(ctx, mail(["b@elsewhere.test"])))).toBe("submission.limit_tenant_day");
  const tomorrow = { ...ctx, now: () => new Date(Date.now() + 86_400_000) };
  expect(await refusalOf(claimSubmission(tomorrow, mail(["b@elsewhere.test"])))).toBe("none");
});
