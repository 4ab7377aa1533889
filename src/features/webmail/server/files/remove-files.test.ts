import { expect, test } from "bun:test";
import { stagedFiles } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { removeFiles } from "./remove-files";
import { putFile } from "./testing-files";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const waiting = async () => (await owner.select().from(stagedFiles)).map(({ name }) => name).sort();

test("files are let go of with their octets, each by its owner only, and what is gone already is fine", async () => {
  const [one, other] = [await putFile(ana.ctx, "one", "1"), await putFile(ana.ctx, "other", "2")];
  await removeFiles(bea.ctx, [{ fileId: one }]);
  expect(await waiting()).toEqual(["one", "other"]);
  await removeFiles(ana.ctx, [{ fileId: one }, { messageId: "m", blobId: "b" }]);
  await removeFiles(ana.ctx, [{ fileId: one }]);
  expect(await waiting()).toEqual(["other"]);
  const keys: string[] = [];
  for await (const { key } of services.blobs.list("files")) keys.push(key.split("/").at(-1)!);
  expect(keys).toEqual([other]);
});

test("when the octets cannot be removed now, the file is gone all the same, and the sweep finds them later", async () => {
  const fileId = await putFile(bea.ctx, "stuck", "3");
  const blobs = { ...services.blobs, remove: () => Promise.reject(new Error("the bucket is away")) };
  await removeFiles({ ...bea.ctx, blobs }, [{ fileId }]);
  expect(await waiting()).toEqual(["other"]);
});
