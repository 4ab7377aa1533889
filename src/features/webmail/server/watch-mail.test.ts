import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { getOverview } from "./get-overview";
import { withEngine } from "./session-engine";
import { putMail, testMailboxes } from "./testing-webmail";
import { watchMail } from "./watch-mail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const states = async () => (await getOverview(ctx, { limit: 50 })).states;

/** The first change that a page hears of; `undefined` when it goes away without one. */
async function firstChange(since: Awaited<ReturnType<typeof states>> | undefined, signal: AbortSignal) {
  for await (const { types } of watchMail(ctx, { since }, signal)) return types;
  return undefined;
}

test("an open page hears of new mail", async () => {
  const heard = firstChange(await states(), AbortSignal.timeout(10_000));
  await putMail(ctx, { subject: "Engines" });
  expect(await heard).toContain("Email");
});

test("a page is told at once what came while it was loading", async () => {
  const before = await states();
  await putMail(ctx, { subject: "Meanwhile" });
  expect(await firstChange(before, AbortSignal.timeout(10_000))).toContain("Email");
});

test("a page hears which conversation it concerns, and reads no other one again", async () => {
  const id = await putMail(ctx, { subject: "Known" });
  const [row] = (await getOverview(ctx, { limit: 50 })).page.threads;
  const since = await states();
  const heard = (async () => {
    for await (const change of watchMail(ctx, { since }, AbortSignal.timeout(10_000))) return change;
    return undefined;
  })();
  await withEngine(ctx, (engine) => engine.messages.setKeywords([id], { $flagged: true }));
  expect(await heard).toMatchObject({ threadIds: [row!.threadId] });
});

test("a page that has read everything is told nothing until something happens", async () => {
  expect(await firstChange(await states(), AbortSignal.timeout(600))).toBeUndefined();
});

test("mail of another mailbox is no news", async () => {
  const heard = firstChange(await states(), AbortSignal.timeout(800));
  await putMail(people.bea.ctx, { subject: "For Bea" });
  expect(await heard).toBeUndefined();
});

test("without a session there is nothing to listen to", async () => {
  await people.ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(firstChange(undefined, AbortSignal.timeout(5_000)))).toBe("auth.required");
});
