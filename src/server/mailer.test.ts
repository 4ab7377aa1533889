import { expect, test } from "bun:test";
import PostalMime from "postal-mime";
import { corpusRows } from "../lib/testing-corpora";
import { createMailer, relayOptions } from "./mailer";
import { startRelay } from "./testing-relay";

const from = "no-reply@deftmail.test";
const plain = { disabledCommands: ["STARTTLS"] };
const mail = { id: "0199-a", to: "ana@acme.example", subject: "Grüße", text: "https://deftmail.test/confirm#abc\n" };

test("a mail reaches the relay once, for its one recipient, named for good", async () => {
  const relay = await startRelay(plain);
  await createMailer({ url: `smtp://127.0.0.1:${relay.port}`, from }).send(mail);
  expect(relay.mails.map(({ from, to }) => [from, to])).toEqual([[from, ["ana@acme.example"]]]);
  const read = await PostalMime.parse(relay.mails[0]!.raw);
  expect(read).toMatchObject({ subject: "Grüße", messageId: "<0199-a@deftmail.test>", from: { address: from } });
  expect(read.text?.trim()).toBe(mail.text.trim());
  expect(read.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
});

test.each([
  ["STARTTLS", false, ""],
  ["TLS from the start", true, ""],
  ["STARTTLS, although the URL asks not to look", false, "?tls.rejectUnauthorized=false&rejectUnauthorized=false"],
  ["STARTTLS, although the URL asks to go on without", false, "?ignoreTLS=true&opportunisticTLS=true"],
])("V12.3.2 a relay whose certificate nobody signed gets no mail: %s", async (_, secure, query) => {
  const relay = await startRelay({ secure });
  const mailer = createMailer({ url: `${secure ? "smtps" : "smtp"}://localhost:${relay.port}/${query}`, from });
  const refusal = await mailer.send(mail).then(
    () => "sent",
    (error: Error) => error.message,
  );
  expect(refusal).toMatch(/certificate|self.signed/i);
  expect(relay.mails).toEqual([]);
});

test("V12.3.2 only a relay on this machine may do without encryption", () => {
  const needs = (url: string) => relayOptions(url).secure || relayOptions(url).requireTLS;
  expect(["smtp://relay.example", "smtp://10.0.0.5:25", "smtps://localhost"].map(needs)).toEqual([true, true, true]);
  expect(["smtp://localhost:2587", "smtp://127.0.0.1:25", "smtp://[::1]:25"].map(needs)).toEqual([false, false, false]);
  expect(relayOptions("smtps://us%40er:p%3Aw@relay.example")).toMatchObject({
    ...{ host: "relay.example", port: 465, auth: { user: "us@er", pass: "p:w" } },
  });
});

type Row = { id: string; field: string; value: string };

test("V1.3.11 nothing that stands in a subject or an address adds a header, a recipient or a part", async () => {
  const relay = await startRelay({ ...plain, onRcptTo: (_, __, done) => done() });
  const mailer = createMailer({ url: `smtp://127.0.0.1:${relay.port}`, from });
  const rows = corpusRows<Row>("web/header-injection.jsonl");
  const refused: string[] = [];
  await Promise.all(
    rows.flatMap(({ id, value }) => [
      mailer.send({ ...mail, id: `subject-${id}`, subject: value }),
      mailer.send({ ...mail, id: `address-${id}`, to: value }).catch(() => refused.push(id)),
    ]),
  );
  expect([relay.mails.length, refused.length]).toEqual([rows.length, rows.length]);
  const broken: string[] = [];
  for (const { raw, to } of relay.mails) {
    const { headers, attachments, bcc, cc, html, messageId } = await PostalMime.parse(raw);
    const names = headers.map(({ key }) => key);
    const isWhole = new Set(names).size === names.length && attachments.length === 0 && !bcc && !cc && !html;
    if (!isWhole || to.length !== 1 || to.some((one) => one.startsWith("victim@"))) broken.push(messageId ?? raw);
  }
  expect(broken).toEqual([]);
}, 30_000);

test("a relay that does not answer, or refuses, is reported to whoever sends", async () => {
  const refusing = await startRelay({ ...plain, onRcptTo: (_, __, done) => done(new Error("no such user here")) });
  const refused = createMailer({ url: `smtp://127.0.0.1:${refusing.port}`, from }).send(mail);
  expect(await refused.catch((error: Error) => error.message)).toContain("no such user here");
  await refusing.stop();
  const away = createMailer({ url: `smtp://127.0.0.1:${refusing.port}`, from }).send(mail);
  expect(await away.catch((error: { code: string }) => error.code)).toBe("ESOCKET");
});
