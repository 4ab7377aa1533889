import { Database } from "bun:sqlite";
import { join } from "node:path";
import { createDirectory } from "../directory/directory";
import type { MailStore } from "../seams";
import { createQueue } from "./queue";

/**
 * A process for `crash.test.ts` to kill: a queue that delivers as fast as it can into a mail store on disk. Each line of standard
 * input is one recipient to submit to; each line of standard output is one that was acknowledged.
 */
const [dataDir = "", accountId = "", dnsServer = "", port = ""] = process.argv.slice(2);

const mail = new Database(join(dataDir, "mail.sqlite"), { create: true });
mail.run("pragma journal_mode = wal");
mail.run("pragma synchronous = full");
mail.run("create table if not exists mail (delivery text primary key, subject text not null)");

const store: MailStore = {
  openAccount: () => {},
  destroyAccount: () => {},
  async deliver({ deliveryId = "", raw }) {
    const subject = /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString())?.[1] ?? "";
    mail.run("insert or ignore into mail (delivery, subject) values (?, ?)", [deliveryId, subject]);
    return { emailId: "b" };
  },
  usedDiskQuota: () => 0,
  readBlob: () => null,
};
const directory = createDirectory({ dataDir, emit: () => {}, ...store });
const queue = createQueue({
  dataDir,
  directory,
  store,
  emit: () => {},
  hostname: "mail.acme.test",
  dns: { servers: [dnsServer] },
  outboundPortOverride: Number(port),
  retryDelays: [50],
});
await Bun.stdout.write("ready\n");

for await (const line of console) {
  const [address = "", subject = ""] = line.split(" ");
  await queue.submit({
    principal: { accountId, emailAddress: "ana@acme.test", permissions: new Set() },
    envelope: {
      mailFrom: { email: "ana@acme.test", parameters: null },
      rcptTo: [{ email: address, parameters: null }],
    },
    raw: Buffer.from(`From: ana@acme.test\r\nTo: ${address}\r\nSubject: ${subject}\r\n\r\nHello\r\n`),
  });
  await Bun.stdout.write(`${subject}\n`);
}
