import { afterEach, expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { createDnsLookup } from "./dns-lookup";
import { createQueue } from "./queue";
import type { QueueOptions } from "./queue-options";
import { type Zone, openSink, openTestDirectory, openTestDns, until } from "./testing";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(options: Partial<QueueOptions> = {}, answer: Parameters<typeof openSink>[0] = {}) {
  const zone: Zone = { "ext.test MX": [{ exchange: "mx.ext.test", preference: 10 }], "mx.ext.test A": ["127.0.0.1"] };
  const dns = await openTestDns(zone);
  const sink = await openSink(answer);
  const office = openTestDirectory();
  const { id: domainId } = await office.createDomain("acme.test");
  const ana = await office.createUser("ana", domainId);
  const queue = createQueue({
    dataDir: office.dataDir,
    directory: office.directory,
    store: office.store,
    emit: (event) => void office.events.push(event),
    hostname: "mail.acme.test",
    dns: { servers: [dns.server] },
    outboundPortOverride: sink.port,
    retryDelays: [30],
    ...options,
  });
  closing.push(dns.close, sink.close, office.directory.close, queue.close);
  const principal = { accountId: ana.id, emailAddress: "ana@acme.test", permissions: new Set<string>() };
  const submit = (to: string[], more: { parameters?: Record<string, string>; raw?: string } = {}) =>
    queue.submit({
      principal,
      envelope: {
        mailFrom: { email: "ana@acme.test", parameters: more.parameters ?? null },
        rcptTo: to.map((email) => ({ email, parameters: null })),
      },
      raw: Buffer.from(
        more.raw ?? `From: Ana <ana@acme.test>\r\nTo: ${to[0]}\r\nBcc: secret@ext.test\r\nSubject: Hi\r\n\r\nHello\r\n`,
      ),
    });
  return { ...office, zone, dns, sink, queue, submit, domainId, ana };
}

test("a message to another host leaves with valid RSA and Ed25519 signatures and without Bcc", async () => {
  const { create, submit, sink, zone, dns, domainId } = await open();
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ed = generateKeyPairSync("ed25519");
  const pem = (key: typeof rsa.privateKey) => ({
    "@type": "Text",
    secret: key.export({ type: "pkcs8", format: "pem" }).toString(),
  });
  await create("DkimSignature", {
    "@type": "Dkim1RsaSha256",
    domainId,
    selector: "r",
    stage: "active",
    privateKey: pem(rsa.privateKey),
  });
  await create("DkimSignature", {
    "@type": "Dkim1Ed25519Sha256",
    domainId,
    selector: "e",
    stage: "active",
    privateKey: pem(ed.privateKey),
  });
  await create("DkimSignature", {
    "@type": "Dkim1Ed25519Sha256",
    domainId,
    selector: "p",
    stage: "pending",
    privateKey: pem(ed.privateKey),
  });
  const p = (key: typeof rsa.publicKey) => key.export({ type: "spki", format: "der" });
  const text = `v=DKIM1; k=rsa; h=sha256; p=${p(rsa.publicKey).toString("base64")}`;
  zone["r._domainkey.acme.test TXT"] = [[text.slice(0, 250), text.slice(250)]];
  zone["e._domainkey.acme.test TXT"] = [
    [`v=DKIM1; k=ed25519; h=sha256; p=${p(ed.publicKey).subarray(-32).toString("base64")}`],
  ];

  await submit(["bo@ext.test"]);
  const [mail] = await until(() => sink.received.length > 0 && sink.received);
  expect(mail).toMatchObject({ from: "ana@acme.test", to: ["bo@ext.test"] });
  expect(mail?.text).not.toContain("secret@ext.test");
  const resolver = createDnsLookup({ servers: [dns.server] }) as (name: string, type: string) => Promise<string[][]>;
  const { results } = await dkimVerify(mail?.text ?? "", { resolver });
  expect(new Set(results.map((result) => `${result.algo} ${result.status.result}`))).toEqual(
    new Set(["ed25519-sha256 pass", "rsa-sha256 pass"]),
  );
});

test("a colleague on the same server gets the message once, also when he is on the list that it went to", async () => {
  const { createUser, create, submit, mail, domainId, queue } = await open();
  const bo = await createUser("bo", domainId);
  await create("MailingList", { name: "team", domainId, recipients: { "bo@acme.test": true, "cy@ext.test": true } });
  const { queueId } = await submit(["bo@acme.test", "team@acme.test"]);
  await until(() => queue.status(queueId) === null);
  expect(mail.map((m) => m.accountId)).toEqual([bo.id]);
});
