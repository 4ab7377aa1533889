import { expect, test } from "bun:test";
import type { Mailbox } from "../schema";
import { folderOf, folderPath, inOrder } from "./folders";

const folder = (id: string, change: Partial<Mailbox> = {}): Mailbox => ({
  ...{ id, name: id, parentId: null, role: null, sortOrder: 0, totalThreads: 0, unreadThreads: 0 },
  ...{ totalMessages: 0, unreadMessages: 0, ...change },
});

test("the address of a folder says what it is for, or its id", () => {
  expect(folderPath(folder("b", { role: "sent" }))).toBe("/mail/sent");
  expect(folderPath(folder("b"))).toBe("/mail/b");
  expect([folderOf("sent"), folderOf("b")]).toEqual([{ role: "sent" }, { mailboxId: "b" }]);
});

test("folders come as people know them: the inbox first, one's own by name, children below their parent", () => {
  const mailboxes = [
    ...[folder("zoo"), folder("bills"), folder("2026", { parentId: "bills" })],
    ...[folder("t", { role: "trash", sortOrder: 1 }), folder("i", { role: "inbox", sortOrder: 9 })],
  ];
  expect(inOrder(mailboxes).map(({ mailbox, depth }) => [mailbox.id, depth])).toEqual([
    ["i", 0],
    ["t", 0],
    ["bills", 0],
    ["2026", 1],
    ["zoo", 0],
  ]);
});

test("a closed folder hides those inside it, and says that there are some", () => {
  const mailboxes = [folder("bills"), folder("2026", { parentId: "bills" }), folder("zoo")];
  const shown = inOrder(mailboxes, new Set(["bills"])).map(({ mailbox, hasChildren }) => [mailbox.id, hasChildren]);
  expect(shown).toEqual([
    ["bills", true],
    ["zoo", false],
  ]);
});

test("a folder whose parent cannot be seen is shown all the same", () => {
  expect(inOrder([folder("shared", { parentId: "hidden" })]).map(({ mailbox }) => mailbox.id)).toEqual(["shared"]);
});
