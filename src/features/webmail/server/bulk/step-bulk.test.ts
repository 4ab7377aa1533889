import { expect, setDefaultTimeout, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import type { BulkAct, BulkStep } from "../../schema/bulk";
import { listThreads } from "../list-threads";
import { listMailboxes } from "../list-mailboxes";
import { setKeyword } from "../set-keyword";
import { putMail, testMailboxes } from "../testing-webmail";
import { stepBulk } from "./step-bulk";

setDefaultTimeout(30_000);

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;
const count = 230;
const begun = Date.now() - 3_600_000;
const until = new Date(begun + count).toISOString();
const ids = await Promise.all(
  Array.from({ length: count }, (_, at) => putMail(ctx, { subject: `Mail ${at}`, at: new Date(begun - at * 1000) })),
);
const later = await putMail(ctx, { subject: "Came later" });
const folders = (await listMailboxes(ctx)).mailboxes;
const idOf = (role: string) => folders.find((folder) => folder.role === role)!.id;
const mailboxId = idOf("inbox");
const rowsOf = async (role: "inbox" | "trash") => await listThreads(ctx, { role, limit: 100 });

/** Steps until nothing is left, each of them twice when `isRepeated`, as after a lost answer. */
async function runAll(act: BulkAct, more: Partial<BulkStep> = {}, isRepeated = false) {
  let done = 0;
  let steps = 0;
  for (let position: number | null = 0; position !== null; steps++) {
    if (steps > 20) throw new Error("this never ends");
    const step = { mailboxId, act, until, position, ...more };
    if (isRepeated) await stepBulk(ctx, step);
    const progress = await stepBulk(ctx, step);
    done += progress.done;
    position = progress.next;
  }
  return done;
}

test("all conversations of a folder are marked, and those that came later are not", async () => {
  expect(await runAll({ do: "mark", keyword: "$flagged", value: true })).toBe(count);
  const { threads } = await rowsOf("inbox");
  expect(threads.map(({ flagged }) => flagged)).toEqual([false, ...Array(99).fill(true)]);
});

test("marking takes those that match away from the match, and every one is reached all the same", async () => {
  expect(await runAll({ do: "mark", keyword: "$flagged", value: false }, { filter: { flagged: true } })).toBe(count);
  expect((await listThreads(ctx, { limit: 5, filter: { flagged: true } })).threads).toEqual([]);
});

test("only what matches is moved, and a step that is repeated does no harm", async () => {
  await setKeyword(ctx, { messageIds: ids.slice(0, 3), keyword: "$flagged", value: true });
  await runAll({ do: "move", to: { role: "trash" } }, { filter: { flagged: true } }, true);
  const trash = await rowsOf("trash");
  expect(trash.threads.map(({ subject }) => subject).toSorted()).toEqual(["Mail 0", "Mail 1", "Mail 2"]);
  expect((await rowsOf("inbox")).total).toBe(count - 3 + 1);
});

test("destroying is for the trash and the junk folder alone", async () => {
  const step = { mailboxId, act: { do: "destroy" as const }, until, position: 0 };
  expect(await refusalOf(stepBulk(ctx, step))).toBe("mailbox.kept");
  await runAll({ do: "destroy" }, { mailboxId: idOf("trash") });
  expect((await rowsOf("trash")).total).toBe(0);
  expect((await rowsOf("inbox")).threads.some(({ messageIds }) => messageIds.includes(later))).toBe(true);
});

test("moving mail to where it is already is refused, and so is a folder that does not exist", async () => {
  const to = (target: { role: "inbox" } | { mailboxId: string }) =>
    refusalOf(stepBulk(ctx, { mailboxId, act: { do: "move", to: target }, until, position: 0 }));
  expect(await to({ role: "inbox" })).toBe("mailbox.kept");
  expect(await to({ mailboxId })).toBe("mailbox.kept");
  const step = { mailboxId: "zzzz", act: { do: "destroy" as const }, until, position: 0 };
  expect(await refusalOf(stepBulk(ctx, step))).toBe("mailbox.not_found");
});

test("a first step names the moment, and what the next ones find later than that stays", async () => {
  const step = { mailboxId, act: { do: "mark" as const, keyword: "$flagged" as const, value: true }, position: 0 };
  const { until: moment } = await stepBulk(ctx, step);
  const newest = await putMail(ctx, { subject: "Newest", at: new Date(Date.now() + 2000) });
  await stepBulk(ctx, { ...step, until: moment });
  const { threads } = await rowsOf("inbox");
  expect(threads.filter(({ flagged }) => !flagged).map(({ messageId }) => messageId)).toEqual([newest]);
});
