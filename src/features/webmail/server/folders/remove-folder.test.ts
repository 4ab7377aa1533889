import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { listMailboxes } from "../list-mailboxes";
import { moveMessages } from "../move-messages";
import { putMail, testMailboxes } from "../testing-webmail";
import { createFolder } from "./create-folder";
import { removeFolder } from "./remove-folder";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("an empty folder is removed; one with mail or folders in it is not", async () => {
  const { mailboxId: parentId } = await createFolder(ctx, { name: "Outer", parentId: null });
  const { mailboxId } = await createFolder(ctx, { name: "Inner", parentId });
  const messageIds = [await putMail(ctx, { subject: "Kept" })];
  await moveMessages(ctx, { messageIds, to: { mailboxId } });
  expect(await refusalOf(removeFolder(ctx, { mailboxId: parentId }))).toBe("mailbox.not_empty");
  expect(await refusalOf(removeFolder(ctx, { mailboxId }))).toBe("mailbox.not_empty");
  await moveMessages(ctx, { messageIds, to: { role: "trash" } });
  await removeFolder(ctx, { mailboxId });
  await removeFolder(ctx, { mailboxId: parentId });
  const { mailboxes } = await listMailboxes(ctx);
  expect(mailboxes.every(({ role }) => role !== null)).toBe(true);
  expect(await refusalOf(removeFolder(ctx, { mailboxId }))).toBe("mailbox.not_found");
});

test("no folder with a role is removed, nor another's", async () => {
  const { mailboxes } = await listMailboxes(ctx);
  for (const { id } of mailboxes) expect(await refusalOf(removeFolder(ctx, { mailboxId: id }))).toBe("mailbox.kept");
  const { mailboxId } = await createFolder(people.bea.ctx, { name: "Hers", parentId: null });
  expect(await refusalOf(removeFolder(ctx, { mailboxId }))).toBe("mailbox.not_found");
});
