import { expect, test } from "bun:test";
import { stagedFiles } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { removeFiles } from "./remove-files";
import { type GivenFile, stageFile } from "./stage-file";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea", "cleo"]);
const { ana, bea, cleo } = people;

const given = (content: string, change: Partial<GivenFile> = {}): GivenFile => {
  const blob = new Blob([content]);
  return { name: "notes.txt", type: "text/plain", size: blob.size, content: blob.stream(), ...change };
};
const stored = async () => {
  const keys: string[] = [];
  for await (const { key } of services.blobs.list("files")) keys.push(key);
  return keys.length;
};

test("a file waits under its name for its message, until it is let go of, and only its owner can let go of it", async () => {
  const { fileId, ...file } = await stageFile(ana.ctx, given("Grüße"));
  expect(file).toEqual({ name: "notes.txt", type: "text/plain", size: 7 });
  const [row] = await owner.select().from(stagedFiles);
  expect(await (await services.blobs.open(row!.storageKey, row!.type))?.text()).toBe("Grüße");
  await removeFiles(bea.ctx, [{ fileId }]);
  expect(await stored()).toBe(1);
  await removeFiles(ana.ctx, [{ fileId }]);
  await removeFiles(ana.ctx, [{ fileId }]);
  expect([await stored(), await owner.$count(stagedFiles)]).toEqual([0, 0]);
});

test("a name cannot deceive, and a type cannot break what it stands in", async () => {
  const names = [
    ["../../etc/passwd", "text/plain\r\nBcc: x"],
    ["invoice\u202efdp.exe", "multipart/mixed"],
  ] as const;
  for (const [name, type] of names) {
    const file = await stageFile(ana.ctx, given("x", { name, type }));
    expect(file.type).toBe("application/octet-stream");
    expect(file.name).not.toMatch(/[/\u202e]/);
  }
});

test("a file that is larger than the mail server takes is refused before it is read", async () => {
  let pulls = 0;
  const content = new ReadableStream<Uint8Array>({ pull: () => void pulls++ }, { highWaterMark: 0 });
  expect(await refusalOf(stageFile(ana.ctx, given("", { size: 60_000_000, content })))).toBe("file.too_large");
  expect(pulls).toBe(0);
});

test("a file that breaks off, or is more than it was said to be, leaves nothing behind", async () => {
  const before = await stored();
  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("cut")) });
  expect(await stageFile(ana.ctx, given("", { size: 10, content: broken })).catch(String)).toContain("cut");
  expect(await refusalOf(stageFile(ana.ctx, given("abc", { size: 2 })))).toBe("request.invalid");
  expect(await refusalOf(stageFile(ana.ctx, given("abc", { size: 4 })))).toBe("request.invalid");
  expect(await stored()).toBe(before);
});

test("there is an end to what waits for one mailbox, also for files that come at once, and others have their own", async () => {
  const fill = { tenantId: cleo.ctx.tenantId, mailUserId: cleo.userId, name: "x", type: "text/plain" };
  const expiresAt = new Date(Date.now() + 60_000);
  await owner.insert(stagedFiles).values({ ...fill, size: 249_999_990, storageKey: "files/none", expiresAt });
  const four = Array.from({ length: 4 }, () => refusalOf(stageFile(cleo.ctx, given("12345"))));
  expect((await Promise.all(four)).sort()).toEqual(["file.no_room", "file.no_room", "none", "none"]);
  expect(await refusalOf(stageFile(bea.ctx, given("12345")))).toBe("none");
});

test("who attaches too often in an hour has to wait", async () => {
  const rateLimit: MailboxCtx["rateLimit"] = (rule) => services.rateLimit(rule, "once");
  const limited = { ...bea.ctx, rateLimit };
  for (let used = 0; used < 600; used++) await services.rateLimit("file.mailbox", "once");
  expect(await refusalOf(stageFile(limited, given("x")))).toBe("request.too_many");
});
