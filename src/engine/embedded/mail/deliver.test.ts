import { afterEach, expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OverQuota } from "../seams";
import { letter, openTestMail } from "./testing";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function open(options: Parameters<typeof openTestMail>[0] = {}) {
  const opened = openTestMail(options);
  closing.push(opened.close);
  const count = () => opened.mail.db.query<{ n: number }, []>("select count(*) as n from emails").get()?.n;
  return { ...opened, count };
}

test("mail that was acknowledged survives the death of the process", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "mail-store-"));
  const script = `
    const { openTestMail, letter } = await import(${JSON.stringify(join(import.meta.dir, "testing.ts"))});
    const { store } = openTestMail({ dataDir: ${JSON.stringify(dataDir)} });
    for (let at = 0; ; at++) {
      await store.deliver({ accountId: "f", raw: letter({ id: "m" + at }), deliveryId: "d" + at });
      require("node:fs").writeSync(1, at + "\\n");
    }`;
  const child = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", stderr: "inherit" });
  let output = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    output += decoder.decode(chunk);
    if (output.split("\n").length > 30) child.kill("SIGKILL");
  }
  await child.exited;
  const acknowledged = output.trimEnd().split("\n").length;
  const { count, mail, store } = open({ dataDir });
  expect(acknowledged).toBeGreaterThanOrEqual(30);
  expect(count()).toBeGreaterThanOrEqual(acknowledged);
  expect(mail.db.query("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });

  // The queue does not know the outcome of its last delivery and repeats them all.
  const before = count();
  for (let at = 0; at < acknowledged; at++) {
    await store.deliver({ accountId: "f", raw: letter({ id: `m${at}` }), deliveryId: `d${at}` });
  }
  expect(count()).toBe(before);
}, 30_000);

test("a delivery that is repeated is filed once, two equal letters are filed twice", async () => {
  const { store, count } = open();
  const raw = letter({ id: "same" });
  const first = await store.deliver({ accountId: "f", raw, deliveryId: "q1" });
  expect(await store.deliver({ accountId: "f", raw, deliveryId: "q1" })).toEqual(first);
  expect(count()).toBe(1);
  await store.deliver({ accountId: "f", raw, deliveryId: "q2" });
  await store.deliver({ accountId: "f", raw });
  expect(count()).toBe(3);
});

test("a full mailbox takes no more mail and stays as it was", async () => {
  const { store, count, mail } = open({ quota: 1000 });
  await store.deliver({ accountId: "f", raw: letter({ body: "x".repeat(600) }) });
  const used = store.usedDiskQuota("f");
  await expect(store.deliver({ accountId: "f", raw: letter({ body: "y".repeat(600) }) })).rejects.toThrow(OverQuota);
  expect(count()).toBe(1);
  expect(store.usedDiskQuota("f")).toBe(used);
  expect(mail.db.query("select count(*) as n from threads").get()).toEqual({ n: 1 });
});

test("mail is filed by role, and a removed account leaves nothing behind that others do not hold", async () => {
  const { store, mail } = open();
  store.openAccount("g");
  const raw = letter();
  await store.deliver({ accountId: "f", raw, role: "junk", keywords: ["$Junk"] });
  await store.deliver({ accountId: "g", raw });
  const junk = mail.db.query("select total_emails from mailboxes where account_id = 'f' and role = 'junk'").get();
  expect(junk).toEqual({ total_emails: 1 });
  store.destroyAccount("f");
  const blobs = () => mail.db.query("select count(*) as n from blobs").get();
  expect(blobs()).toEqual({ n: 1 });
  store.destroyAccount("g");
  expect(blobs()).toEqual({ n: 0 });
  expect(mail.db.query("select count(*) as n from email_mailboxes").get()).toEqual({ n: 0 });
});
