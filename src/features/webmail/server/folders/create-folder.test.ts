import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { CreateFolder } from "../../schema/folders";
import { listMailboxes } from "../list-mailboxes";
import { testMailboxes } from "../testing-webmail";
import { createFolder } from "./create-folder";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const namesOf = async (who: typeof ctx) => (await listMailboxes(who)).mailboxes.map(({ name }) => name);

test("a folder is made at the top or inside another, and only in one's own mailbox", async () => {
  const { mailboxId: parentId } = await createFolder(ctx, { name: "Bills", parentId: null });
  const { mailboxId } = await createFolder(ctx, { name: "2026", parentId });
  const { mailboxes } = await listMailboxes(ctx);
  expect(mailboxes.find(({ id }) => id === mailboxId)).toMatchObject({ name: "2026", parentId, role: null });
  expect(await namesOf(people.bea.ctx)).not.toContain("Bills");
});

test("a name that is there already is refused, in another folder it is fine", async () => {
  const { mailboxId: parentId } = await createFolder(ctx, { name: "Trips", parentId: null });
  expect(await refusalOf(createFolder(ctx, { name: "Trips", parentId: null }))).toBe("mailbox.name_taken");
  expect(await refusalOf(createFolder(ctx, { name: "Trips", parentId }))).toBe("none");
});

test("a folder inside one that does not exist is refused", async () => {
  expect(await refusalOf(createFolder(ctx, { name: "Lost", parentId: "zzzz" }))).toBe("mailbox.refused");
  expect(await namesOf(ctx)).not.toContain("Lost");
});

test.each(["", "   ", "a/b", "two\nlines", "x".repeat(61), "\u202etxt"])("the name %p is refused at the door", (name) =>
  expect(CreateFolder.safeParse({ name }).success).toBe(false),
);
