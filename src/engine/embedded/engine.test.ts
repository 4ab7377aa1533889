import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedEngine } from "./engine";
import { startTestEngine } from "./http/testing";

test("mail, people and folders are still there after a restart", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "embedded-engine-"));
  const first = await startTestEngine({ dataDir });
  const ana = await first.addUser("ana");
  const { accountId } = ana;
  const create = { k: { mailboxIds: { a: true }, subject: "Kept" } };
  const { created } = await ana.call("Email/set", { accountId, create });
  const { state } = await ana.call("Mailbox/get", { accountId, ids: [] });
  await first.stop();

  const again = await startEmbeddedEngine({
    dataDir,
    hostname: "mail.acme.test",
    httpPort: 0,
    smtpPort: 0,
    submissionPort: 0,
  });
  const response = await fetch(`${again.baseUrl}/jmap/`, {
    method: "POST",
    headers: { authorization: ana.authorization, "content-type": "application/json" },
    body: JSON.stringify({
      using: ["urn:ietf:params:jmap:core", "urn:ietf:params:jmap:mail"],
      methodCalls: [
        ["Email/get", { accountId, ids: null, properties: ["subject"] }, "0"],
        ["Mailbox/changes", { accountId, sinceState: state }, "1"],
      ],
    }),
  });
  const { id } = (created as { k: { id: string } }).k;
  expect(await response.json()).toMatchObject({
    methodResponses: [
      ["Email/get", { list: [{ id, subject: "Kept" }] }, "0"],
      ["Mailbox/changes", { updated: [], newState: state }, "1"],
    ],
  });
  await again.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("an engine whose port is taken says so and leaves nothing open", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "embedded-engine-"));
  const other = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response() });
  const ports = { httpPort: other.port ?? 0, smtpPort: 0, submissionPort: 0 };
  const options = { dataDir, hostname: "mail.acme.test", ...ports };
  await expect(startEmbeddedEngine(options)).rejects.toThrow(/in use/i);
  await other.stop(true);
  const engine = await startEmbeddedEngine(options);
  expect((await fetch(`${engine.baseUrl}/healthz/ready`)).status).toBe(200);
  await engine.stop();
  await expect(fetch(`${engine.baseUrl}/healthz/ready`)).rejects.toThrow();
  rmSync(dataDir, { recursive: true, force: true });
});
