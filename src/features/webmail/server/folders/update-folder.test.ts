import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { listMailboxes } from "../list-mailboxes";
import { testMailboxes } from "../testing-webmail";
import { createFolder } from "./create-folder";
import { updateFolder } from "./update-folder";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;
const made = async (name: string, parentId: string | null = null) =>
  (await createFolder(ctx, { name, parentId })).mailboxId;
const folder = async (mailboxId: string) => (await listMailboxes(ctx)).mailboxes.find(({ id }) => id === mailboxId);

test("a folder gets another name and another place, each without the other", async () => {
  const [mailboxId, parentId] = [await made("Bils"), await made("Home")];
  await updateFolder(ctx, { mailboxId, name: "Bills" });
  expect(await folder(mailboxId)).toMatchObject({ name: "Bills", parentId: null });
  await updateFolder(ctx, { mailboxId, parentId });
  expect(await folder(mailboxId)).toMatchObject({ name: "Bills", parentId });
  await updateFolder(ctx, { mailboxId, parentId: null });
  expect(await folder(mailboxId)).toMatchObject({ parentId: null });
});

test("a folder cannot be put into itself, nor take a name that its place has", async () => {
  const outer = await made("Outer");
  const inner = await made("Inner", outer);
  expect(await refusalOf(updateFolder(ctx, { mailboxId: outer, parentId: inner }))).toBe("mailbox.refused");
  await made("Taken", outer);
  expect(await refusalOf(updateFolder(ctx, { mailboxId: inner, name: "Taken" }))).toBe("mailbox.name_taken");
});

test("the inbox stays what it is, and what is not there cannot be changed", async () => {
  const inbox = (await listMailboxes(ctx)).mailboxes.find(({ role }) => role === "inbox")!;
  expect(await refusalOf(updateFolder(ctx, { mailboxId: inbox.id, name: "Other" }))).toBe("mailbox.kept");
  expect(await refusalOf(updateFolder(ctx, { mailboxId: "zzzz", name: "Other" }))).toBe("mailbox.not_found");
});
