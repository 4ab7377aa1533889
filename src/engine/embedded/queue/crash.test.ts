import { expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { join } from "node:path";
import { until } from "../../../lib/testing-until";
import { openTestDirectory } from "../directory/testing";
import { openSink, openTestDns } from "./testing";

test("after a kill, each message that was acknowledged arrives, on this server exactly once", async () => {
  const dns = await openTestDns({
    "ext.test MX": [{ exchange: "mx.ext.test", preference: 10 }],
    "mx.ext.test A": ["127.0.0.1"],
  });
  const sink = await openSink();
  const office = openTestDirectory();
  const { id: domainId } = await office.createDomain("acme.test");
  const ana = await office.createUser("ana", domainId);
  await office.createUser("bo", domainId);
  office.directory.close();

  const start = async () => {
    const command = [
      process.execPath,
      join(import.meta.dir, "crash-child.ts"),
      office.dataDir,
      ana.id,
      dns.server,
      String(sink.port),
    ];
    const child = Bun.spawn(command, { stdin: "pipe", stdout: "pipe", stderr: "inherit" });
    let output = "";
    void (async () => {
      for await (const chunk of child.stdout as unknown as AsyncIterable<Uint8Array>)
        output += Buffer.from(chunk).toString();
    })();
    await until(() => output.includes("ready\n"));
    return { child, acknowledged: () => output.split("\n").slice(1, -1) };
  };

  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { child, acknowledged: seen } = await start();
    const lines = Array.from({ length: 20 }, (_, i) => `${i % 2 ? "bo@acme.test" : "cy@ext.test"} m${round}-${i}\n`);
    await child.stdin.write(lines.join(""));
    await child.stdin.flush();
    await until(() => seen().length >= 4 + round);
    child.kill("SIGKILL");
    await child.exited;
    acknowledged.push(...seen());
  }

  const { child } = await start();
  const queue = new Database(join(office.dataDir, "queue.sqlite"), { readonly: true });
  await until(
    () => queue.query<{ count: number }, []>("select count(*) as count from spool").get()?.count === 0,
    20_000,
  );
  queue.close();
  child.kill("SIGKILL");
  await child.exited;

  const mail = new Database(join(office.dataDir, "mail.sqlite"), { readonly: true });
  const here = mail
    .query<{ subject: string }, []>("select subject from mail")
    .all()
    .map((row) => row.subject);
  mail.close();
  const there = sink.received.map((message) => /^Subject: (.*)$/m.exec(message.text)?.[1]?.trim() ?? "");
  await Promise.all([sink.close(), dns.close()]);

  expect(acknowledged.length).toBeGreaterThanOrEqual(4 + 5 + 6);
  expect(new Set(here).size).toBe(here.length);
  for (const subject of acknowledged) expect([...here, ...there]).toContain(subject);
  // Another host may have answered in the instant of the kill: such a message is sent again, once for each kill at most.
  expect(there.length - new Set(there).size).toBeLessThanOrEqual(3);
}, 60_000);
