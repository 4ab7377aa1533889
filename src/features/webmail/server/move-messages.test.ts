import { expect, test } from "bun:test";
import { endSession } from "~/features/auth/server/end-session";
import { refusalOf, testServices } from "~/server/testing";
import { getOverview } from "./get-overview";
import { listThreads } from "./list-threads";
import { moveMessages } from "./move-messages";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const messageIds = [await putMail(ctx, { subject: "Engines" })];
const subjectsIn = async (role: "inbox" | "trash" | "junk") =>
  (await listThreads(ctx, { role, limit: 50 })).threads.map(({ subject }) => subject);

test("what is moved to the trash is there and nowhere else, and moving it back undoes it", async () => {
  const { page } = await getOverview(ctx, { limit: 50 });
  await moveMessages(ctx, { messageIds, to: { role: "trash" } });
  expect([await subjectsIn("inbox"), await subjectsIn("trash")]).toEqual([[], ["Engines"]]);
  await moveMessages(ctx, { messageIds, to: { mailboxId: page.mailboxId } });
  expect([await subjectsIn("inbox"), await subjectsIn("trash")]).toEqual([["Engines"], []]);
});

test("a folder that does not exist takes nothing, and the message stays", async () => {
  expect(await refusalOf(moveMessages(ctx, { messageIds, to: { mailboxId: "zzzz" } }))).not.toBe("none");
  expect(await subjectsIn("inbox")).toEqual(["Engines"]);
});

test("another's message cannot be moved", async () => {
  expect(await refusalOf(moveMessages(people.bea.ctx, { messageIds, to: { role: "trash" } }))).toBe(
    "message.not_found",
  );
  expect(await subjectsIn("inbox")).toEqual(["Engines"]);
});

test("without a session nothing is moved", async () => {
  await people.ana.browser.visit((visit) => endSession(visit, "mailbox"));
  expect(await refusalOf(moveMessages(ctx, { messageIds, to: { role: "trash" } }))).toBe("auth.required");
});
