import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { downloadAttachment } from "./download-attachment";
import { getMessage } from "./get-message";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const messageId = await putMail(ctx, {
  subject: "Drawing",
  headers: ['Content-Type: multipart/mixed; boundary="b"'],
  body: '--b\r\nContent-Type: text/plain\r\n\r\nSee.\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="a.html"\r\n\r\n<script>x()</script>\r\n--b--\r\n',
});
const blobId = (await getMessage(ctx, { messageId })).attachments[0]!.blobId;

test("V3.2.1 an attachment is a download of unknown bytes under its own name", async () => {
  const response = await downloadAttachment(ctx, { messageId, blobId });
  expect(response.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a.html");
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(await response.text()).toContain("<script>");
});

test("only what is attached to that message can be had, and by its owner alone", async () => {
  const other = await putMail(ctx, { subject: "Notes" });
  expect(await refusalOf(downloadAttachment(ctx, { messageId: other, blobId }))).toBe("message.not_found");
  expect(await refusalOf(downloadAttachment(people.bea.ctx, { messageId, blobId }))).toBe("message.not_found");
});
