import { afterEach, expect, test } from "bun:test";
import { connect } from "node:net";
import nodemailer from "nodemailer";
import { createQueue } from "../queue/queue";
import { until } from "../../../lib/testing-until";
import { openTestDirectory } from "../directory/testing";
import { type Zone, openSink, openTestDns } from "../queue/testing";
import { createSelfSignedCertificate } from "./self-signed-certificate";
import { openSmtpListeners } from "./smtp-listeners";
import type { SmtpOptions } from "./smtp-options";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(options: Partial<SmtpOptions> = {}) {
  const zone: Zone = {
    "ext.test MX": [{ exchange: "mx.ext.test", preference: 10 }],
    "mx.ext.test A": ["127.0.0.1"],
    "ext.test TXT": [["v=spf1 ip4:127.0.0.1 -all"]],
  };
  const dns = await openTestDns(zone);
  const sink = await openSink();
  const office = openTestDirectory();
  const { id: domainId } = await office.createDomain("acme.test");
  const ana = await office.createUser("ana", domainId);
  const common = {
    directory: office.directory,
    store: office.store,
    emit: (event: (typeof office.events)[number]) => void office.events.push(event),
    hostname: "mail.acme.test",
    dns: { servers: [dns.server] },
  };
  const queue = createQueue({ dataDir: office.dataDir, ...common, outboundPortOverride: sink.port, retryDelays: [30] });
  const listeners = await openSmtpListeners({ ...common, queue, mxPort: 0, submissionPort: 0, ...options });
  closing.push(dns.close, sink.close, office.directory.close, queue.close, listeners.close);
  return { ...office, zone, sink, queue, listeners, domainId, ana };
}

/** Speaks plain SMTP and gives the last line of each answer. */
function converse(port: number, lines: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("error", reject);
    socket.on("close", () => resolve(answers));
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (line[3] === "-") continue;
        answers.push(line);
        const next = lines[answers.length - 1];
        if (next === undefined) socket.end();
        else socket.write(`${next}\r\n`);
      }
    });
  });
}

const letter = [
  "From: Bo <bo@ext.test>",
  "To: ana@acme.test",
  "Subject: Hi",
  "Authentication-Results: mail.acme.test; dkim=pass",
  "Authentication-Results: other.test; dkim=pass",
  "",
  "Hello",
  ".",
].join("\r\n");

test("mail from outside arrives with our verdict on it, and a forged verdict in our name is gone", async () => {
  const { listeners, mail, ana } = await open();
  const answers = await converse(listeners.mxPort, [
    "EHLO mx.ext.test",
    "MAIL FROM:<bo@ext.test>",
    "RCPT TO:<ana@acme.test>",
    "DATA",
    letter,
    "QUIT",
  ]);
  expect(answers[5]).toStartWith("250 2.0.0 Message accepted");
  expect(mail).toHaveLength(1);
  const [{ accountId, text } = { accountId: "", text: "" }] = mail;
  expect(accountId).toBe(ana.id);
  expect(text).toStartWith(
    "Return-Path: <bo@ext.test>\r\nReceived: from mx.ext.test ([127.0.0.1])\r\n\tby mail.acme.test with ESMTP id ",
  );
  expect(text.match(/Authentication-Results: mail\.acme\.test;/g)).toHaveLength(1);
  expect(text).toContain("spf=pass");
  expect(text).not.toContain("mail.acme.test; dkim=pass");
  expect(text).toContain("Authentication-Results: other.test; dkim=pass");
});

test("a recipient that is not here, not ours, suspended or full is refused with the right code", async () => {
  const { listeners, createUser, domainId, full } = await open();
  await createUser("away", domainId, {
    permissions: { "@type": "Merge", disabledPermissions: { emailReceive: true } },
  });
  const packed = await createUser("packed", domainId, { quotas: { maxDiskQuota: 1000 } });
  full.add(packed.id);
  const rcpt = (address: string) => `RCPT TO:<${address}>`;
  const answers = await converse(listeners.mxPort, [
    "EHLO x",
    "MAIL FROM:<>",
    ...["who@acme.test", "bo@ext.test", "away@acme.test", "packed@acme.test"].map(rcpt),
    "QUIT",
  ]);
  expect(answers.slice(3, 7).map((answer) => answer.slice(0, 9))).toEqual([
    "550 5.1.1",
    "550 5.7.1",
    "550 5.5.0",
    "452 4.2.2",
  ]);
});

test("a message that is too big is refused, announced or not", async () => {
  const { listeners, mail } = await open({ maxMessageSize: 2000 });
  const announced = await converse(listeners.mxPort, ["EHLO x", "MAIL FROM:<bo@ext.test> SIZE=3000", "QUIT"]);
  expect(announced[2]).toStartWith("552");
  const silent = await converse(listeners.mxPort, [
    "EHLO x",
    "MAIL FROM:<bo@ext.test>",
    "RCPT TO:<ana@acme.test>",
    "DATA",
    `Subject: big\r\n\r\n${"x".repeat(3000)}\r\n.`,
    "QUIT",
  ]);
  expect(silent[5]).toStartWith("552");
  expect(mail).toHaveLength(0);
});

test("a mail program signs in, sends from its own address only, and the message goes out", async () => {
  const { listeners, sink } = await open();
  const program = (pass: string) =>
    nodemailer.createTransport({
      host: "127.0.0.1",
      port: listeners.submissionPort,
      ignoreTLS: true,
      auth: { user: "ana@acme.test", pass },
    });
  const message = { from: "ana@acme.test", to: "cy@ext.test", subject: "Hi", text: "Hello" };
  const refusal = (sending: Promise<unknown>) =>
    sending.then(
      () => "sent",
      (error: Error) => error.message,
    );
  expect(await refusal(program("wrong password").sendMail(message))).toContain("535 5.7.8");
  const right = program("correct horse battery 42");
  expect(await refusal(right.sendMail({ ...message, from: "boss@acme.test" }))).toContain("550 5.7.1");
  await right.sendMail(message);
  const sent = await until(() => sink.received[0]);
  expect(sent).toMatchObject({ from: "ana@acme.test", to: ["cy@ext.test"] });
  expect(sent.text).toContain("with ESMTPA id");
});

test("with a certificate, mail programs and other hosts speak over TLS", async () => {
  const tls = createSelfSignedCertificate("mail.acme.test");
  const { listeners, sink, mail } = await open({ tls });
  const trusting = { ca: tls.cert, servername: "mail.acme.test" };
  const auth = { user: "ana@acme.test", pass: "correct horse battery 42" };
  const program = nodemailer.createTransport({
    host: "127.0.0.1",
    port: listeners.submissionPort,
    requireTLS: true,
    tls: trusting,
    auth,
  });
  await program.sendMail({ from: "ana@acme.test", to: "cy@ext.test", subject: "Hi", text: "Hello" });
  expect((await until(() => sink.received[0])).text).toContain("with ESMTPSA id");
  const host = nodemailer.createTransport({
    host: "127.0.0.1",
    port: listeners.mxPort,
    requireTLS: true,
    tls: trusting,
  });
  await host.sendMail({ from: "bo@ext.test", to: "ana@acme.test", subject: "Hi", text: "Hello" });
  expect(mail.at(-1)?.text).toContain("with ESMTPS id");
});

test("a mailbox that the message does not fit into gets it later, the other recipient at once and once", async () => {
  const { listeners, createUser, domainId, full, mail, ana } = await open();
  const bo = await createUser("bo", domainId);
  full.add(bo.id);
  const lines = ["EHLO x", "MAIL FROM:<bo@ext.test>", "RCPT TO:<ana@acme.test>", "RCPT TO:<bo@acme.test>", "DATA"];
  const answers = await converse(listeners.mxPort, [...lines, letter, "QUIT"]);
  expect(answers[6]).toStartWith("250");
  expect(mail.map((m) => m.accountId)).toEqual([ana.id]);
  full.delete(bo.id);
  await until(() => mail.length === 2);
  expect(mail.map((m) => m.accountId)).toEqual([ana.id, bo.id]);
});

test("a message for a full mailbox alone is not taken, so that its sender tries again", async () => {
  const { listeners, full, mail, ana } = await open();
  full.add(ana.id);
  const answers = await converse(listeners.mxPort, [
    "EHLO x",
    "MAIL FROM:<bo@ext.test>",
    "RCPT TO:<ana@acme.test>",
    "DATA",
    letter,
    "QUIT",
  ]);
  expect(answers[5]).toStartWith("452 4.2.2");
  expect(mail).toHaveLength(0);
});

test("an account that may read but not send is refused by the submission port and still gets mail", async () => {
  const { listeners, call, mail, ana } = await open();
  const permissions = { "@type": "Merge", disabledPermissions: { emailSend: true } };
  await call("x:Account/set", { update: { [ana.id]: { permissions } } });
  const auth = Buffer.from("\0ana@acme.test\0correct horse battery 42").toString("base64");
  const answers = await converse(listeners.submissionPort, [
    "EHLO x",
    `AUTH PLAIN ${auth}`,
    "MAIL FROM:<ana@acme.test>",
    "QUIT",
  ]);
  expect(answers[2]).toBe("550 5.7.1 Your account is not authorized to use this service");
  expect(answers[3]).toStartWith("530");
  await converse(listeners.mxPort, [
    "EHLO x",
    "MAIL FROM:<bo@ext.test>",
    "RCPT TO:<ana@acme.test>",
    "DATA",
    letter,
    "QUIT",
  ]);
  expect(mail.map((m) => m.accountId)).toEqual([ana.id]);
});
