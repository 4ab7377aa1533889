import { expect, test } from "bun:test";
import { stagedFiles } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { keepFiles } from "./keep-files";
import { putFile } from "./testing-files";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const hour = 3_600_000;

test("a file waits for as long as its own draft or message needs it", async () => {
  const fileId = await putFile(ana.ctx, "a.txt", "1");
  const endsIn = async () => (await owner.select().from(stagedFiles))[0]!.expiresAt.getTime() - Date.now();
  await keepFiles(ana.ctx, [{ fileId }], hour);
  expect(Math.abs((await endsIn()) - hour)).toBeLessThan(10_000);
  await keepFiles(bea.ctx, [{ fileId }]);
  expect(Math.abs((await endsIn()) - hour)).toBeLessThan(10_000);
  await keepFiles(ana.ctx, [{ fileId }]);
  expect(Math.abs((await endsIn()) - 24 * hour)).toBeLessThan(10_000);
});
