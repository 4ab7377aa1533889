import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { putMail, testMailboxes } from "../testing-webmail";
import { readZip } from "./testing-zip";
import { zipAttachments } from "./zip-attachments";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const part = (name: string, content: string) =>
  `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
const messageId = await putMail(ctx, {
  subject: "Q3 / plans",
  headers: ['Content-Type: multipart/mixed; boundary="b"'],
  body: `--b\r\nContent-Type: text/plain\r\n\r\nSee.\r\n${part("plan.txt", "one")}${part("../PLAN.txt", "two")}${part("PLAN.txt", "three")}--b--\r\n`,
});

test("the archive opens with every file under a name of its own, none outside of its folder", async () => {
  const response = await zipAttachments(ctx, { messageId });
  expect(response.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Q3%20_%20plans.zip");
  expect(readZip(await response.bytes())).toEqual({
    "plan.txt": "one",
    "__PLAN.txt": "two",
    "PLAN (2).txt": "three",
  });
});

test("there is no archive of nothing, and none of another mailbox's message", async () => {
  const plain = await putMail(ctx, { subject: "Plain" });
  expect(await refusalOf(zipAttachments(ctx, { messageId: plain }))).toBe("message.not_found");
  expect(await refusalOf(zipAttachments(people.bea.ctx, { messageId }))).toBe("message.not_found");
});
