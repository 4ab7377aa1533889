import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailUsers, stagedFiles } from "../../db/schema";
import { putFile } from "../features/webmail/server/files/testing-files";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { pruneFiles } from "./prune-files";
import { testServices } from "./testing";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const day = 86_400_000;
const later = (ms: number) => ({ ...services, now: () => new Date(Date.now() + ms) });
const stored = async () => {
  const keys: string[] = [];
  for await (const { key } of services.blobs.list("files")) keys.push(key.split("/").at(-1)!);
  return keys.sort();
};

test("files that no message came for are removed after a day, and those that a draft still asks for stay", async () => {
  const [over, kept] = [await putFile(people.ana.ctx, "over", "1"), await putFile(people.ana.ctx, "kept", "2")];
  const expiresAt = new Date(Date.now() + 3 * day);
  await owner.update(stagedFiles).set({ expiresAt }).where(eq(stagedFiles.id, kept));
  await pruneFiles(later(day / 2));
  expect(await stored()).toEqual([over, kept].sort());
  await pruneFiles(later(day + 60_000));
  expect(await stored()).toEqual([kept]);
  expect((await owner.select().from(stagedFiles)).map(({ id }) => id)).toEqual([kept]);
});

test("what is left of a mailbox that is gone goes too, once nothing can be on its way any more", async () => {
  const [ana] = await stored();
  const orphan = await putFile(people.bea.ctx, "x", "3");
  await owner.delete(mailUsers).where(eq(mailUsers.id, people.bea.userId));
  await pruneFiles(later(60_000));
  expect(await stored()).toEqual([ana!, orphan].sort());
  await pruneFiles(later(day + 60_000));
  expect(await stored()).toEqual([ana!]);
});
