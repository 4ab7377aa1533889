import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { createHmac } from "node:crypto";
import { createTransport } from "nodemailer";
import { until } from "../../../lib/testing-until";
import { createEngine } from "../../create-engine";
import type { EngineAppScope } from "../../engine-directory";
import { startTestEngine } from "../http/testing";
import { openSink, openTestDns } from "../queue/testing";

setDefaultTimeout(30_000);

const sink = await openSink();
const dns = await openTestDns({
  "ext.test MX": [{ exchange: "mx.ext.test", preference: 10 }],
  "mx.ext.test A": ["127.0.0.1"],
});
const server = await startTestEngine({ dns: { servers: [dns.server] }, outboundPortOverride: sink.port });
const { directory } = createEngine({
  baseUrl: server.baseUrl,
  serviceAuth: { bearer: server.admin.authorization.split(" ")[1]! },
});
afterAll(async () => {
  await server.close();
  await sink.close();
  dns.close();
});

const password = "correct horse battery 42";
const program = (user: string, pass = password) =>
  createTransport({ host: "127.0.0.1", port: server.submissionPort, ignoreTLS: true, auth: { user, pass } });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode,
  );
const letter = (from: string, to: string) => ({ from, to, subject: "Hello", text: "Text." });
const outside = (port: number) => createTransport({ host: "127.0.0.1", port, ignoreTLS: true });

test("a mail program that sends too much is told to wait, whichever of its addresses it uses", async () => {
  const ana = await server.addUser("ana");
  await directory.accounts.ensure({
    ...{ address: ana.address, displayName: "", quotaBytes: 0, blocks: [], aliases: ["ana2@acme.test"] },
    ...{ passwordHash: await Bun.password.hash(password, { algorithm: "argon2id", memoryCost: 64, timeCost: 2 }) },
  });
  const limit = { count: 2, periodSeconds: 86_400 };
  await directory.throttles.ensure({ name: "ana", sender: { address: ana.address }, ...limit });
  const mail = program(ana.address);
  expect(await codeOf(mail.sendMail(letter(ana.address, "bo@ext.test")))).toBe(250);
  expect(await codeOf(mail.sendMail(letter("ana2@acme.test", "bo@ext.test")))).toBe(250);
  expect(await codeOf(mail.sendMail(letter("ana2@acme.test", "bo@ext.test")))).toBe(452);
});

test("of a message to many, those beyond the limit are refused and the others get it", async () => {
  const ira = await server.addUser("ira");
  const sender = { address: ira.address };
  await directory.throttles.ensure({ name: "ira", sender, count: 2, periodSeconds: 86_400 });
  const to = ["a@ext.test", "b@ext.test", "c@ext.test"];
  const { rejected } = await program(ira.address).sendMail({ ...letter(ira.address, ""), to });
  expect(rejected).toEqual(["c@ext.test"]);
  expect(await codeOf(program(ira.address).sendMail(letter(ira.address, "d@ext.test")))).toBe(452);
});

test("a limit for mail programs leaves webmail alone", async () => {
  const { address, accountId } = await server.addUser("joe");
  const burst = { name: "burst", sender: { eachOf: "acme.test" }, count: 1, periodSeconds: 86_400 };
  await directory.throttles.ensure({ ...burst, isForPrograms: true });
  const expiresAt = new Date(Date.now() + 600_000);
  const { secret } = await directory.keys.mint({ accountId, description: "t", expiresAt });
  const webmail = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: secret } }).forUser(secret);
  const mail = program(address);
  expect(await codeOf(mail.sendMail(letter(address, "a@ext.test")))).toBe(250);
  expect(await codeOf(mail.sendMail(letter(address, "b@ext.test")))).toBe(452);
  const [identity] = await webmail.identities.list();
  const person = (email: string) => ({ name: null, email });
  const sent = await webmail.submissions.send({
    ...{ identityId: identity!.id, from: person(address), to: [person("c@ext.test"), person("d@ext.test")] },
    ...{ cc: [], bcc: [], subject: "Hello", text: "Text.", html: null, messageId: `${crypto.randomUUID()}@acme.test` },
    ...{ inReplyTo: [], references: [], attachments: [], holdSeconds: 0 },
  });
  expect(sent.refused).toEqual([]);
  await directory.throttles.remove("burst");
});

test("somebody outside who pretends to be one of us uses nothing up", async () => {
  const { address } = await server.addUser("cleo");
  await directory.throttles.ensure({ name: "all", sender: { domain: "acme.test" }, count: 1, periodSeconds: 86_400 });
  const stranger = outside(server.smtpPort);
  for (let at = 0; at < 3; at++)
    expect(await codeOf(stranger.sendMail(letter("somebody@acme.test", address)))).toBe(250);
  expect(await codeOf(program(address).sendMail(letter(address, "bo@ext.test")))).toBe(250);
  expect(await codeOf(program(address).sendMail(letter(address, "bo@ext.test")))).toBe(452);
  await directory.throttles.remove("all");
});

test("an app password that only reads sends nothing, one that only sends does", async () => {
  const { address, accountId } = await server.addUser("dora");
  const attempt = async (scope: EngineAppScope) => {
    const { secret } = await directory.appPasswords.mint({ accountId, description: scope, scope, expiresAt: null });
    return codeOf(program(address, secret).sendMail(letter(address, "bo@ext.test")));
  };
  expect([await attempt("mail"), await attempt("send"), await attempt("read")]).toEqual([250, 250, 550]);
});

test("mail to a list, and mail that a person sends on, leaves for outside with its author's envelope, marked against circles", async () => {
  const eve = await server.addUser("eve");
  await directory.lists.ensure({ address: "team@acme.test", description: "", recipients: ["bo@ext.test"] });
  const key = await directory.keys.mint({
    ...{ accountId: eve.accountId, description: "t", expiresAt: new Date(Date.now() + 600_000) },
  });
  const own = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: key.secret } }).forUser(key.secret);
  await own.sieve.activate({ name: "forwarding", content: 'redirect "fay@ext.test";' });
  const stranger = outside(server.smtpPort);
  const subject = crypto.randomUUID();
  for (const to of ["team@acme.test", eve.address])
    await stranger.sendMail({ ...letter("author@else.test", to), subject });
  const mine = () => sink.received.filter(({ text }) => text.includes(subject));
  await until(() => mine().length === 2);
  expect(
    mine()
      .map(({ from, to }) => `${from} ${to}`)
      .sort(),
  ).toEqual(["author@else.test bo@ext.test", "author@else.test fay@ext.test"]);
  expect(mine().find(({ to }) => to[0] === "fay@ext.test")?.text).toContain(`Delivered-To: ${eve.address}`);
  // It comes back: kept, not sent on again.
  const returned = { ...letter("author@else.test", eve.address), subject, headers: { "Delivered-To": eve.address } };
  await stranger.sendMail(returned);
  await until(async () => (await own.overview({ mailbox: { role: "inbox" }, limit: 5 })).page.total === 1);
  expect(mine()).toHaveLength(2);
});

test("a broken script loses nothing, and spam is put away whatever the script says", async () => {
  const gil = await server.addUser("gil");
  const { accountId } = gil;
  const key = await directory.keys.mint({
    ...{ accountId, description: "t", expiresAt: new Date(Date.now() + 600_000) },
  });
  const own = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: key.secret } }).forUser(key.secret);
  const stranger = outside(server.smtpPort);
  const countOf = async (role: "inbox" | "junk") => (await own.overview({ mailbox: { role }, limit: 5 })).page.total;
  await own.sieve.activate({ name: "rules", content: "discard; vacation;" });
  await stranger.sendMail(letter("author@else.test", gil.address));
  await until(async () => (await countOf("inbox")) === 1);
  await own.sieve.activate({ name: "rules", content: "discard;" });
  const sample = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
  await stranger.sendMail({ ...letter("author@else.test", gil.address), text: sample });
  await until(async () => (await countOf("junk")) === 1);
});

test("the events that were asked for arrive, signed, and ids are the numbers that they are", async () => {
  const posts: { raw: string; signature: string | null }[] = [];
  const receiver = Bun.serve({
    ...{ port: 0, hostname: "127.0.0.1" },
    async fetch(request) {
      posts.push({ raw: await request.text(), signature: request.headers.get("x-signature") });
      return new Response(null, { status: 204 });
    },
  });
  const hook = { url: `http://127.0.0.1:${receiver.port}/hook`, types: ["queue.authenticated-message-queued"] };
  await directory.hooks.ensure({ ...hook, secret: "an old secret" });
  await directory.hooks.ensure({ ...hook, secret: "hush" });
  const hal = await server.addUser("hal");
  await program(hal.address).sendMail(letter(hal.address, "bo@ext.test"));
  const { raw, signature } = await until(() => posts[0]);
  expect(signature).toBe(createHmac("sha256", "hush").update(raw).digest("base64"));
  expect(raw).toMatch(/"queueId":\d{18}/);
  const { events } = JSON.parse(raw) as { events: { type: string; data: Record<string, unknown> }[] };
  expect(events).toMatchObject([{ type: hook.types[0], data: { from: hal.address, to: ["bo@ext.test"] } }]);
  await receiver.stop(true);
});
