import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { putMail, testMailboxes } from "../testing-webmail";
import { getHeaders } from "./get-headers";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("every header field is shown in order, readable, and the way the message took from its sender on", async () => {
  const messageId = await putMail(ctx, {
    subject: "=?utf-8?q?Gr=C3=BC=C3=9Fe?=",
    headers: [
      "Received: from b.example by c.example; Mon, 2 Nov 2026 10:00:05 +0000",
      "Received: from a.example\r\n by b.example; Mon, 2 Nov 2026 10:00:00 +0000",
      "X-Odd: <script>x()</script>",
    ],
  });
  const { fields, route } = await getHeaders(ctx, { messageId });
  expect(fields.map(({ name }) => name).slice(0, 3)).toEqual(["From", "To", "Subject"]);
  expect(fields).toContainEqual({ name: "Subject", value: "Grüße" });
  expect(fields).toContainEqual({ name: "X-Odd", value: "<script>x()</script>" });
  expect(fields).toContainEqual({
    name: "Received",
    value: "from a.example by b.example; Mon, 2 Nov 2026 10:00:00 +0000",
  });
  expect(route).toEqual([
    { from: "a.example", by: "b.example", at: "2026-11-02T10:00:00.000Z" },
    { from: "b.example", by: "c.example", at: "2026-11-02T10:00:05.000Z" },
  ]);
});

test("what our own server found is told apart from what the message claims to have been found", async () => {
  const verdict = "spf=pass smtp.mailfrom=navy.example; dkim=fail header.d=navy.example";
  const checksWhen = async (host: string) => {
    const headers = [`Authentication-Results: ${host}; ${verdict}`];
    return (await getHeaders(ctx, { messageId: await putMail(ctx, { subject: "Checked", headers }) })).checks;
  };
  expect(await checksWhen(services.platform.mailHost)).toEqual([
    { method: "spf", result: "pass", domain: "navy.example" },
    { method: "dkim", result: "fail", domain: "navy.example" },
  ]);
  expect(await checksWhen("mx.forged.example")).toEqual([]);
});

test("nobody reads the headers of another mailbox", async () => {
  const messageId = await putMail(ctx, { subject: "Mine" });
  expect(await refusalOf(getHeaders(people.bea.ctx, { messageId }))).toBe("message.not_found");
  expect(await refusalOf(getHeaders(ctx, { messageId: "zzzzz" }))).toBe("message.not_found");
});
