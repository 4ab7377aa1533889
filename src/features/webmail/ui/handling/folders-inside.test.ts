import { expect, test } from "bun:test";
import type { Mailbox } from "../../schema";
import { foldersInside } from "./folders-inside";

const folder = (id: string, parentId: string | null) => ({ id, parentId }) as Mailbox;
const mailboxes = [folder("a", null), folder("b", "a"), folder("c", "b"), folder("d", "a"), folder("x", null)];

test("a folder comes with all that is inside it, children before their parent", () => {
  expect(foldersInside(mailboxes, "a").map(({ id }) => id)).toEqual(["c", "b", "d", "a"]);
  expect(foldersInside(mailboxes, "x").map(({ id }) => id)).toEqual(["x"]);
});
