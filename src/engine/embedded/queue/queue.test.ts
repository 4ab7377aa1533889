import { afterEach, expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import PostalMime from "postal-mime";
import { decodeId } from "../ids";
import type { MethodCall } from "../seams";
import { createDnsLookup } from "./dns-lookup";
import { createQueue } from "./queue";
import type { QueueOptions } from "./queue-options";
import { until } from "../../../lib/testing-until";
import { openTestDirectory } from "../directory/testing";
import { type Zone, openSink, openTestDns, smtpError } from "./testing";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(options: Partial<QueueOptions> = {}, answer: Parameters<typeof openSink>[0] = {}) {
  const zone: Zone = {
    "ext.test MX": [{ exchange: "mx.ext.test", preference: 10 }],
    "mx.ext.test A": ["127.0.0.1"],
    "closed.test MX": [{ exchange: ".", preference: 0 }],
  };
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
    dns: { servers: [dns.server], timeout: 500 },
    outboundPortOverride: sink.port,
    retryDelays: [30],
    ...options,
  });
  closing.push(dns.close, sink.close, office.directory.close, queue.close);
  const principal = { accountId: ana.id, emailAddress: "ana@acme.test", permissions: new Set<string>() };
  const submit = (to: string[], more: { parameters?: Record<string, string>; raw?: string; from?: string } = {}) =>
    queue.submit({
      principal,
      envelope: {
        mailFrom: { email: more.from ?? "ana@acme.test", parameters: more.parameters ?? null },
        rcptTo: to.map((email) => ({ email, parameters: null })),
      },
      raw: Buffer.from(
        more.raw ?? `From: Ana <ana@acme.test>\r\nTo: ${to[0]}\r\nBcc: secret@ext.test\r\nSubject: Hi\r\n\r\nHello\r\n`,
      ),
    });
  const gone = (queueId: string) => until(() => queue.status(queueId) === null);
  const names = () =>
    office.events.filter((event) => /^(queue|delivery)\./.test(event.type)).map((event) => event.type);
  return { ...office, zone, dns, sink, queue, submit, gone, names, domainId, ana };
}

test("a message to another host leaves with valid RSA and Ed25519 signatures and without Bcc", async () => {
  const { create, submit, sink, zone, dns, domainId } = await open();
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ed = generateKeyPairSync("ed25519");
  const add = (type: string, selector: string, stage: string, key: typeof rsa.privateKey) => {
    const secret = key.export({ type: "pkcs8", format: "pem" }).toString();
    return create("DkimSignature", {
      "@type": type,
      domainId,
      selector,
      stage,
      privateKey: { "@type": "Text", secret },
    });
  };
  await add("Dkim1RsaSha256", "r", "active", rsa.privateKey);
  await add("Dkim1Ed25519Sha256", "e", "active", ed.privateKey);
  await add("Dkim1Ed25519Sha256", "p", "pending", ed.privateKey);
  const p = (key: typeof rsa.publicKey) => key.export({ type: "spki", format: "der" });
  const text = `v=DKIM1; k=rsa; h=sha256; p=${p(rsa.publicKey).toString("base64")}`;
  zone["r._domainkey.acme.test TXT"] = [[text.slice(0, 250), text.slice(250)]];
  zone["e._domainkey.acme.test TXT"] = [
    [`v=DKIM1; k=ed25519; h=sha256; p=${p(ed.publicKey).subarray(-32).toString("base64")}`],
  ];

  await submit(["bo@ext.test"]);
  const mail = await until(() => sink.received[0]);
  expect(mail).toMatchObject({ from: "ana@acme.test", to: ["bo@ext.test"] });
  expect(mail.text).not.toContain("secret@ext.test");
  const resolver = createDnsLookup({ servers: [dns.server] }) as (name: string, type: string) => Promise<string[][]>;
  const { results } = await dkimVerify(mail.text, { resolver });
  expect(new Set(results.map((result) => `${result.algo} ${result.status.result}`))).toEqual(
    new Set(["ed25519-sha256 pass", "rsa-sha256 pass"]),
  );
  for (const name of ["from", "to", "subject", "date", "message-id"])
    expect(results[0]?.signingHeaders?.keys.toLowerCase()).toContain(name);
});

test("a colleague on the same server gets the message once, also when he is on the list that it went to", async () => {
  const { createUser, create, submit, gone, sink, mail, domainId } = await open();
  const bo = await createUser("bo", domainId);
  await create("MailingList", { name: "team", domainId, recipients: { "bo@acme.test": true, "cy@ext.test": true } });
  const { queueId } = await submit(["bo@acme.test", "team@acme.test"]);
  await gone(queueId);
  expect(mail.map((m) => m.accountId)).toEqual([bo.id]);
  expect(mail[0]?.text).toStartWith("Return-Path: <ana@acme.test>\r\n");
  expect(sink.received.map((m) => m.to)).toEqual([["cy@ext.test"]]);
});

test("a host that has no time is asked again, and what happened can be read meanwhile", async () => {
  let busy = true;
  const rcpt = () => {
    if (busy) throw smtpError(451, "4.7.1 Come back later");
  };
  const { submit, queue, gone, sink, names } = await open({}, { rcpt });
  const { queueId } = await submit(["bo@ext.test"]);
  await until(() => queue.status(queueId)?.["bo@ext.test"]?.smtpReply.startsWith("451"));
  expect(queue.status(queueId)?.["bo@ext.test"]?.delivered).toBe("queued");
  busy = false;
  await gone(queueId);
  expect(sink.received).toHaveLength(1);
  expect(names()).toEqual(
    expect.arrayContaining([
      "queue.authenticated-message-queued",
      "delivery.attempt-start",
      "delivery.dsn-temp-fail",
      "delivery.delivered",
      "delivery.completed",
    ]),
  );
});

test("recipients that are refused for good come back in one report, the others get the message", async () => {
  const rcpt = (address: string) => {
    if (address !== "bo@ext.test") throw smtpError(550, "5.1.1 No such person");
  };
  const { submit, gone, sink, mail, ana, names } = await open({}, { rcpt });
  const { queueId } = await submit(["bo@ext.test", "x@ext.test", "y@ext.test"], { parameters: { ENVID: "panel-7" } });
  await gone(queueId);
  expect(sink.received.map((m) => m.to)).toEqual([["bo@ext.test"]]);
  const report = await until(() => mail[0]);
  expect(report.accountId).toBe(ana.id);
  expect(report.text).toStartWith("Return-Path: <>\r\n");
  const { attachments, headers } = await PostalMime.parse(report.text);
  expect(headers.find((header) => header.key === "auto-submitted")?.value).toBe("auto-replied");
  expect(attachments.map((part) => part.mimeType)).toContain("message/delivery-status");
  for (const part of [
    "Original-Envelope-Id: panel-7",
    "Final-Recipient: rfc822;x@ext.test",
    "Final-Recipient: rfc822;y@ext.test",
    "Status: 5.1.1",
  ])
    expect(report.text).toContain(part);
  expect(names().filter((name) => name === "delivery.dsn-perm-fail")).toHaveLength(2);
});

test("a domain that does not exist or takes no mail is a failure at once, silent DNS is not", async () => {
  const { submit, gone, queue, mail, zone } = await open();
  const nowhere = await submit(["a@nowhere.test"]);
  const closed = await submit(["a@closed.test"]);
  await Promise.all([gone(nowhere.queueId), gone(closed.queueId)]);
  await until(() => mail.length === 2);
  expect(mail.map((m) => /Status: (\S+)/.exec(m.text)?.[1])).toEqual(expect.arrayContaining(["5.1.2", "5.1.10"]));
  zone["late.test MX"] = [{ exchange: "mx.late.test", preference: 1 }];
  zone["mx.late.test A"] = ["127.0.0.2"];
  const late = await submit(["a@late.test"]);
  await until(() => queue.status(late.queueId)?.["a@late.test"]?.smtpReply.startsWith("451"));
  zone["mx.late.test A"] = ["127.0.0.1"];
  await gone(late.queueId);
});

test("a message that nobody takes for too long comes back", async () => {
  const rcpt = () => {
    throw smtpError(451, "4.7.1 Come back later");
  };
  const { submit, gone, mail } = await open({ expireAfter: 100 }, { rcpt });
  const { queueId } = await submit(["bo@ext.test"]);
  await gone(queueId);
  const report = await until(() => mail[0]);
  expect(report.text).toContain("Diagnostic-Code: smtp;451 4.7.1 Come back later");
});

test("a held message waits, and one that was cancelled never leaves", async () => {
  const { submit, queue, gone, sink } = await open();
  const held = await submit(["bo@ext.test"], { parameters: { HOLDFOR: "30" } });
  expect(held.sendAt.getTime() - Date.now()).toBeWithin(28_000, 30_001);
  expect(queue.status(held.queueId)).toEqual({
    "bo@ext.test": { smtpReply: "250 2.1.5 Queued", delivered: "queued", displayed: "unknown" },
  });
  const soon = await submit(["cy@ext.test"], { parameters: { HOLDUNTIL: new Date(Date.now() + 80).toISOString() } });
  await gone(soon.queueId);
  expect(queue.cancel(soon.queueId)).toBe(false);
  expect(queue.cancel(held.queueId)).toBe(true);
  expect(queue.cancel(held.queueId)).toBe(false);
  expect(queue.status(held.queueId)).toBeNull();
  expect(sink.received.map((m) => m.to)).toEqual([["cy@ext.test"]]);
});

test("what may not be sent is refused with the reason", async () => {
  const { submit, queue, createUser, domainId } = await open({ maxMessageSize: 5000 });
  await createUser("deaf", domainId, {
    permissions: { "@type": "Merge", disabledPermissions: { emailReceive: true } },
  });
  const reason = (to: string[], more = {}) =>
    submit(to, more).then(
      () => "sent",
      (error: { type: string }) => error.type,
    );
  expect(await reason(["bo@ext.test"], { from: "boss@acme.test" })).toBe("forbiddenMailFrom");
  expect(await reason(["bo@ext.test"], { parameters: { HOLDFOR: String(8 * 86_400) } })).toBe("forbiddenMailFrom");
  expect(await reason(["bo@ext.test"], { raw: "x".repeat(6000) })).toBe("tooLarge");
  expect(await reason([])).toBe("noRecipients");
  expect(await reason(Array.from({ length: 101 }, (_, i) => `u${i}@ext.test`))).toBe("tooManyRecipients");
  const refused = await submit(["who@acme.test", "deaf@acme.test", "not an address"]);
  expect(refused.accepted).toBe(false);
  expect(
    Object.values(refused.recipients).map((status) => `${status.smtpReply.slice(0, 9)} ${status.delivered}`),
  ).toEqual(["550 5.1.1 no", "550 5.5.0 no", "553 5.1.3 no"]);
  expect(queue.status(refused.queueId)).toBeNull();
});

test("the administrator sees the queue, tries again, drops a recipient and removes a message", async () => {
  const rcpt = () => {
    throw smtpError(451, "4.7.1 Come back later");
  };
  const { submit, queue, sink, gone, events } = await open({ retryDelays: [600_000] }, { rcpt });
  const { queueId } = await submit(["bo@ext.test", "cy@ext.test"], { parameters: { envid: "panel-8" } });
  await until(() => queue.status(queueId)?.["cy@ext.test"]?.smtpReply.startsWith("451"));
  const permissions = new Set([
    "sysQueuedMessageGet",
    "sysQueuedMessageQuery",
    "sysQueuedMessageUpdate",
    "sysQueuedMessageDestroy",
  ]);
  const call = (name: string, args: Record<string, unknown>) => {
    const principal = { accountId: "b", emailAddress: "", permissions };
    return queue.methods.get(`x:QueuedMessage/${name}`)?.(
      { principal, accountId: "b", using: new Set(), createdIds: new Map(), ip: "" } satisfies MethodCall,
      args,
    ) as Promise<Record<string, unknown>>;
  };
  expect(
    (await call("query", { filter: { text: "ext.test", queueName: "remote" }, sort: [{ property: "due" }] })).ids,
  ).toEqual([queueId]);
  expect((await call("query", { filter: { returnPath: "eve@acme.test" } })).ids).toEqual([]);
  const { list } = await call("get", { ids: [queueId] });
  expect(list).toEqual([expect.objectContaining({ returnPath: "ana@acme.test", envId: "panel-8" })]);
  const [{ recipients }] = list as [{ recipients: Record<string, { retryCount: number; status: object }> }];
  expect(recipients["bo@ext.test"]).toMatchObject({
    retryCount: 1,
    status: {
      "@type": "TemporaryFailure",
      errorType: "unexpectedResponse",
      responseCode: 451,
      responseEnhanced: "4.7.1",
      responseHostname: "mx.ext.test",
    },
  });
  const queued = events.find((event) => event.type === "queue.authenticated-message-queued")?.data.queueId as bigint;
  expect(queued).toBe(decodeId(queueId) as bigint);
  expect(queued > 2n ** 53n).toBe(true);

  await call("set", { update: { [queueId]: { "recipients/cy@ext.test": null } } });
  sink.answer.rcpt = () => {};
  await call("set", { update: { [queueId]: { nextRetry: new Date().toISOString() } } });
  await gone(queueId);
  expect(sink.received.map((m) => m.to)).toEqual([["bo@ext.test"]]);

  const other = await submit(["bo@ext.test"], { parameters: { HOLDFOR: "60" } });
  expect((await call("set", { destroy: [other.queueId] })).destroyed).toEqual([other.queueId]);
  expect(queue.status(other.queueId)).toBeNull();
});

test("a full mailbox makes the message wait until there is room", async () => {
  const { createUser, submit, queue, full, mail, domainId, gone } = await open();
  const bo = await createUser("bo", domainId);
  full.add(bo.id);
  const { queueId } = await submit(["bo@acme.test"]);
  await until(() => queue.status(queueId)?.["bo@acme.test"]?.smtpReply.startsWith("452"));
  full.delete(bo.id);
  await gone(queueId);
  expect(mail.map((m) => m.accountId)).toEqual([bo.id]);
});

test("a paused queue keeps what it has until it is resumed", async () => {
  const { submit, queue, gone, sink } = await open();
  queue.pause();
  const { queueId } = await submit(["bo@ext.test"]);
  await Bun.sleep(50);
  expect(sink.received).toHaveLength(0);
  queue.resume();
  await gone(queueId);
  expect(sink.received).toHaveLength(1);
});

test("members of a list who have the message do not get it again while another waits, also when keys change", async () => {
  const { create, createUser, submit, queue, full, mail, domainId, gone } = await open();
  const addKey = (selector: string) => {
    const secret = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    return create("DkimSignature", {
      "@type": "Dkim1Ed25519Sha256",
      domainId,
      selector,
      privateKey: { "@type": "Text", secret },
    });
  };
  await addKey("k1");
  const bo = await createUser("bo", domainId);
  const cy = await createUser("cy", domainId);
  await create("MailingList", { name: "team", domainId, recipients: { "bo@acme.test": true, "cy@acme.test": true } });
  full.add(cy.id);
  const parameters = { HOLDUNTIL: new Date(Date.now() + 20).toISOString() };
  const { queueId } = await submit(["team@acme.test"], { parameters });
  await until(() => queue.status(queueId)?.["team@acme.test"]?.smtpReply.startsWith("452"));
  await addKey("k2");
  full.delete(cy.id);
  await gone(queueId);
  expect(mail.map((m) => m.accountId)).toEqual([bo.id, cy.id]);
  expect(mail[1]?.text).toBe(mail[0]?.text ?? "");
  expect(mail[0]?.text).toContain("s=k1;");
});

test("a host that never greets does not keep the server from stopping, and the message stays", async () => {
  let isConnected = false;
  const mute = createServer(() => (isConnected = true));
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const { submit, queue, dataDir, directory, store } = await open({
    outboundPortOverride: (mute.address() as AddressInfo).port,
  });
  const { queueId } = await submit(["bo@ext.test"]);
  await until(() => isConnected);
  const start = performance.now();
  await queue.close();
  expect(performance.now() - start).toBeLessThan(2000);
  mute.close();
  const again = createQueue({
    dataDir,
    directory,
    store,
    emit: () => {},
    hostname: "mail.acme.test",
    dns: { servers: ["127.0.0.1:1"] },
  });
  expect(again.status(queueId)?.["bo@ext.test"]?.delivered).toBe("queued");
  await again.close();
});
