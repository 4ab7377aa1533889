import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { withEngine } from "../session-engine";
import { putMail, testMailboxes } from "../testing-webmail";
import { engineFiles } from "./engine-files";
import { putFile } from "./testing-files";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const bring = (files: Parameters<typeof engineFiles>[2], drafts?: Parameters<typeof engineFiles>[3], from = ctx) =>
  withEngine(from, (engine) => engineFiles(from, engine, files, drafts));
const textOf = (blobId: string) =>
  withEngine(ctx, async (engine) => (await engine.blobs.download(blobId, "x", "text/plain")).text());

const withFile = {
  headers: ['Content-Type: multipart/mixed; boundary="b"'],
  body: [
    "--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n",
    '--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="a.csv"\r\n\r\n1,2\r\n--b--\r\n',
  ].join(""),
};

test("files that were uploaded and files of other messages arrive at the engine in their order", async () => {
  const messageId = await putMail(ctx, { subject: "With a file", ...withFile });
  const { attachments } = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const fileId = await putFile(ctx, "Grüße.txt", "Hello.");
  const found = await bring([{ messageId }, { fileId, cid: "1@x" }, { messageId, blobId: attachments[0]!.blobId }]);
  expect(found).toMatchObject([
    { name: "With a file.eml", type: "message/rfc822" },
    { name: "Grüße.txt", type: "text/plain", size: 6, cid: "1@x" },
    { name: "a.csv", type: "text/csv" },
  ]);
  expect(found[2]!.cid).toBeUndefined();
  expect(await textOf(found[1]!.blobId)).toBe("Hello.");
  expect(await textOf(found[0]!.blobId)).toContain("Subject: With a file");
});

test("what was saved with a draft is not uploaded again, even when it is not here any more", async () => {
  const fileId = await putFile(ctx, "a.txt", "Once.");
  const [first] = await bring([{ fileId }], []);
  const saved = { ...first!, cid: first!.cid!, inline: false };
  const nowhere = crypto.randomUUID();
  const again = await bring(
    [{ fileId }, { messageId: "gone", blobId: "gone", cid: saved.cid }],
    [{ attachments: [saved] }],
  );
  expect(again.map(({ blobId }) => blobId)).toEqual([first!.blobId, first!.blobId]);
  expect(await refusalOf(bring([{ fileId: nowhere }], [{ attachments: [saved] }]))).toBe("file.not_found");
});

test("a file that is gone, or somebody else's, is not found", async () => {
  const fileId = await putFile(ctx, "a.txt", "Mine.");
  const messageId = await putMail(ctx, { subject: "Mine", ...withFile });
  const { attachments } = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const { blobId } = attachments[0]!;
  const nowhere = [{ fileId: crypto.randomUUID() }, { messageId: "zzzz" }, { messageId: "zzzz", blobId }];
  for (const file of [...nowhere, { messageId, blobId: "other" }])
    expect(await refusalOf(bring([file]))).toBe("file.not_found");
  for (const file of [{ fileId }, { messageId, blobId }])
    expect(await refusalOf(bring([file], undefined, people.bea.ctx))).toBe("file.not_found");
});

test("a Content-ID cannot become a header line of its own", async () => {
  const fileId = await putFile(ctx, "a.txt", "x");
  const [file] = await bring([{ fileId, cid: 'a>\r\nBcc: x@y.test "é' }]);
  expect(file!.cid).toBe("aBcc:x@y.test");
});
