import { expect, test } from "bun:test";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { until } from "../../../lib/testing-until";
import { temporaryFolder } from "../directory/testing";
import { openTestDns } from "../queue/testing";

type Reply = Record<
  string,
  { id?: string; list?: { subject: string }[]; created?: Record<string, { id: string }>; ids?: string[] }
>;

test("mail that the server said yes to is in the mailbox after a kill, each message once", async () => {
  const dns = await openTestDns({});
  const dataDir = temporaryFolder();

  const start = async () => {
    const command = [process.execPath, join(import.meta.dir, "crash-child.ts"), dataDir, dns.server];
    const child = Bun.spawn(command, { stdout: "pipe", stderr: "inherit" });
    let output = "";
    void (async () => {
      for await (const chunk of child.stdout as unknown as AsyncIterable<Uint8Array>)
        output += Buffer.from(chunk).toString();
    })();
    const line = await until(() => output.includes("\n") && output);
    return { child, ...(JSON.parse(line) as { baseUrl: string; smtpPort: number }) };
  };
  const call = async (baseUrl: string, authorization: string, methodCalls: unknown[]) => {
    const using = ["urn:ietf:params:jmap:core", "urn:ietf:params:jmap:mail", "urn:stalwart:jmap"];
    const headers = { authorization, "content-type": "application/json" };
    const response = await fetch(`${baseUrl}/jmap/`, {
      method: "POST",
      headers,
      body: JSON.stringify({ using, methodCalls }),
    });
    const { methodResponses } = (await response.json()) as { methodResponses: [string, Reply[string], string][] };
    return Object.fromEntries(methodResponses.map(([, result, id]) => [id, result])) as Reply;
  };

  let engine = await start();
  const credentials = { "0": { "@type": "Password", secret: "correct horse battery 42" } };
  const made = await call(engine.baseUrl, "Bearer operator-token", [
    ["x:Domain/set", { create: { d: { name: "acme.test", dkimManagement: { "@type": "Manual" } } } }, "d"],
    ["x:Account/set", { create: { u: { "@type": "User", name: "ana", domainId: "#d", credentials } } }, "u"],
  ]);
  const accountId = made.u?.created?.u?.id;
  expect(accountId).toBeString();

  const accepted: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { child, smtpPort } = engine;
    const transport = nodemailer.createTransport({
      host: "127.0.0.1",
      port: smtpPort,
      ignoreTLS: true,
      pool: true,
      maxConnections: 3,
    });
    const letters = Array.from({ length: 30 }, (_, i) => `letter ${round}-${i}`);
    const sending = letters.map((subject) =>
      transport.sendMail({ from: "bo@ext.test", to: "ana@acme.test", subject, text: "Hello" }).then(
        () => accepted.push(subject),
        () => {},
      ),
    );
    const before = accepted.length;
    await until(() => accepted.length >= before + 5);
    child.kill("SIGKILL");
    await child.exited;
    transport.close();
    await Promise.all(sending);
    engine = await start();
  }

  const authorization = `Basic ${Buffer.from("ana@acme.test:correct horse battery 42").toString("base64")}`;
  const { got } = await call(engine.baseUrl, authorization, [
    ["Email/query", { accountId }, "ids"],
    [
      "Email/get",
      { accountId, "#ids": { resultOf: "ids", name: "Email/query", path: "/ids" }, properties: ["subject"] },
      "got",
    ],
  ]);
  const subjects = got?.list?.map((email) => email.subject) ?? [];
  engine.child.kill("SIGKILL");
  await engine.child.exited;
  dns.close();
  expect(accepted.length).toBeGreaterThanOrEqual(15);
  expect(new Set(subjects).size).toBe(subjects.length);
  for (const subject of accepted) expect(subjects).toContain(subject);
}, 60_000);
