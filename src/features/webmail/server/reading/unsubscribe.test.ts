import { afterAll, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs } from "../../../../../db/schema";
import { createSelfSignedCertificate } from "~/engine/embedded/smtp/self-signed-certificate";
import { withLoopback } from "~/features/auth/server/webhooks/testing-webhooks-services";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "../get-message";
import { putMail, testMailboxes } from "../testing-webmail";
import { putListMail } from "./testing-reading";
import { unsubscribe } from "./unsubscribe";

const { services, owner } = await testServices();
const { ana } = (await testMailboxes(withLoopback(services), "acme.test", ["ana"])).people;
const heard: string[] = [];
const { key, cert } = createSelfSignedCertificate("lists.example");
const server = Bun.serve({
  ...{ hostname: "127.0.0.1", port: 0, tls: { key, cert } },
  fetch: async (request) => new Response((heard.push(await request.text()), "ok")),
});
afterAll(() => server.stop(true));

test("the reader is told whom the call goes to, and that a list whose server cannot be trusted was not reached", async () => {
  const messageId = await putListMail(ana.ctx, `https://127.0.0.1:${server.port}/leave?id=1`);
  expect((await getMessage(ana.ctx, { messageId })).unsubscribe).toEqual({ kind: "one_click", host: "127.0.0.1" });
  // Nobody vouches for its certificate.
  expect(await unsubscribe(ana.ctx, { messageId })).toEqual({ outcome: "unreachable" });
  expect(heard).toEqual([]);
  const [row] = await owner.select().from(auditLogs).where(eq(auditLogs.action, "reading.unsubscribe"));
  expect(row).toMatchObject({ actor: `mailbox:${ana.userId}`, after: { host: "127.0.0.1", outcome: "unreachable" } });
});

test("a list inside is never called", async () => {
  const messageId = await putListMail(ana.ctx, "https://10.0.0.1/leave");
  expect(await unsubscribe(ana.ctx, { messageId })).toEqual({ outcome: "unreachable" });
});

test("a message without a way out, or whose sender is not proven, leaves nothing", async () => {
  const plain = await putMail(ana.ctx, { subject: "Hello" });
  const forged = await putMail(ana.ctx, {
    subject: "News",
    headers: ["List-Unsubscribe: <https://evil.example/>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"],
  });
  for (const messageId of [plain, forged])
    expect(await refusalOf(unsubscribe(ana.ctx, { messageId }))).toBe("message.no_unsubscribe");
  expect(await refusalOf(unsubscribe(ana.ctx, { messageId: "zzzz" }))).toBe("message.not_found");
});
