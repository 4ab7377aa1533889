import { afterEach, expect, test } from "bun:test";
import { rowId } from "../ids";
import { destroyEmail } from "./destroy-email";
import type { ChangeType } from "./mail";
import { readChanges, typeState } from "./read-changes";
import { letter, openTestMail } from "./testing";
import { updateEmail } from "./update-email";
import { writeMail } from "./write-mail";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function open(options: Parameters<typeof openTestMail>[0] = {}) {
  const { mail, store, close } = openTestMail(options);
  closing.push(close);
  const state = (type: ChangeType = "Email") => typeState(mail, "f", type);
  const deliver = async () => (await store.deliver({ accountId: "f", raw: letter() })).emailId ?? "";
  const mark = (id: string, ...keywords: string[]) =>
    writeMail(mail, "f", (write) =>
      updateEmail(write, rowId(id) ?? -1, { mailboxIds: new Set([0]), keywords: new Set(keywords) }),
    );
  const destroy = (id: string) => writeMail(mail, "f", (write) => destroyEmail(write, rowId(id) ?? -1));
  const since = (from: string, max = 100, type: ChangeType = "Email") => readChanges(mail, "f", type, from, max);
  return { mail, state, deliver, mark, destroy, since };
}

test("changes name what came, what changed and what went", async () => {
  const { state, deliver, mark, destroy, since } = open();
  const [a, b] = [await deliver(), await deliver()];
  const start = state();
  const c = await deliver();
  mark(a, "$seen");
  destroy(b);
  expect(since(start)).toMatchObject({ created: [c], updated: [a], destroyed: [b], newState: state() });
  expect(since(state())).toMatchObject({ created: [], updated: [], destroyed: [], hasMoreChanges: false });
});

test("what came and went in between is not mentioned", async () => {
  const { state, deliver, destroy, since } = open();
  const start = state();
  destroy(await deliver());
  expect(since(start)).toMatchObject({ created: [], updated: [], destroyed: [] });
  expect(state()).not.toBe(start);
});

test("marking what is already marked changes no state", async () => {
  const { state, deliver, mark } = open();
  const id = await deliver();
  mark(id, "$seen");
  const start = state();
  mark(id, "$seen");
  expect(state()).toBe(start);
});

test("many changes come in pieces that add up", async () => {
  const { mail, state, deliver, since } = open();
  const start = state();
  const ids = [await deliver(), await deliver(), await deliver(), await deliver(), await deliver()];
  writeMail(mail, "f", (write) => {
    for (const id of ids) {
      updateEmail(write, rowId(id) ?? -1, { mailboxIds: new Set([0]), keywords: new Set(["$flagged"]) });
    }
  });
  const seen: string[] = [];
  let from = start;
  for (;;) {
    const changes = since(from, 2);
    if (!changes) throw new Error("no changes");
    expect(changes.created.length + changes.updated.length).toBeLessThanOrEqual(2);
    seen.push(...changes.created);
    from = changes.newState;
    if (!changes.hasMoreChanges) break;
  }
  expect(from).toBe(state());
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test("a state that is too old, from the future or not ours cannot be answered", async () => {
  const { state, deliver, since } = open({ historyLimit: 20 });
  const start = state();
  for (let at = 0; at < 10; at++) await deliver();
  expect(since(start)).toBeNull();
  expect(since("szzzz")).toBeNull();
  expect(since("nonsense")).toBeNull();
  expect(since(state())).not.toBeNull();
});

test("a mailbox whose counters moved says that only they did", async () => {
  const { state, deliver, since } = open();
  const start = state("Mailbox");
  await deliver();
  expect(since(start, 100, "Mailbox")).toMatchObject({ updated: ["a"], countsOnly: true });
});

test("listeners hear of a change after it is on disk, and of a refused one never", async () => {
  const { mail, deliver } = open();
  const heard: string[][] = [];
  mail.listeners.add(({ changed }) => heard.push(Object.keys(changed).toSorted()));
  await deliver();
  expect(heard).toEqual([["Email", "EmailDelivery", "Mailbox", "Thread"]]);
  expect(() =>
    writeMail(mail, "f", ({ note }) => {
      note("Email", "b", "updated");
      throw new Error("refused");
    }),
  ).toThrow("refused");
  expect(heard).toHaveLength(1);
});
