import { afterAll, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { domains, guardCases, mailUsers } from "../../db/schema";
import { startOutsideWorld } from "./outside-world";
import { applySendLimits } from "../features/users/server/limits/apply-send-limits";
import { until } from "../lib/testing-until";
import { systemContext } from "../server/context";
import { sendMessage } from "../features/webmail/server/send-message";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { engineHookPath } from "../server/engine-events/engine-hook-path";
import { keepEngineHook } from "../server/engine-events/keep-engine-hook";
import { createAnswer } from "../server/http/answer";
import { refusalOf, testServices } from "../server/testing";
import { password } from "../features/users/server/testing-users";

const sink = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
const sinkPort = sink.port!;
await sink.stop(true);
const { services, owner, kv, submissionPort } = await testServices({ outboundPort: sinkPort });
const quick = { ...services, rateLimit: async () => {} };
const world = await startOutsideWorld({ zoneDir: services.platform.trialZone!.dataDir, sinkPort });
const answer = createAnswer({
  ...{ services: quick, kv, renderPage: async () => new Response(""), staticFile: async () => null },
  floodLimit: { max: 10_000, windowSeconds: 60 },
});
const web = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request, "127.0.0.1") });
const key = services.platform.engineHookKey!;
const forget = keepEngineHook(services, { url: `http://127.0.0.1:${web.port}${engineHookPath}`, key });
const { people, member } = await testMailboxes(quick, "hijack.test", ["vic", "val", "vee"]);
const [{ id: domainId } = { id: "" }] = await owner.select({ id: domains.id }).from(domains);
await applySendLimits(systemContext(quick, { job: "limits.apply" }, member.tenantId), { domainId });
afterAll(async () => {
  forget();
  await world.stop();
  await web.stop(true);
});

const casesOf = async (address: string) =>
  owner
    .select({ sign: guardCases.sign })
    .from(guardCases)
    .innerJoin(mailUsers, eq(mailUsers.id, guardCases.mailUserId))
    .where(eq(mailUsers.address, address));

/** Whoever has the password of a mailbox sends as fast as the mail server takes it, over connections that stay open. */
async function flood(address: string, connections: number, perMessage: number): Promise<number> {
  let [accepted, next, isOver] = [0, 0, false];
  const end = Date.now() + 20_000;
  const one = async () => {
    const transport = createTransport({
      ...{ host: "127.0.0.1", port: submissionPort, secure: false, ignoreTLS: true, pool: true, maxConnections: 1 },
      ...{ maxMessages: Number.POSITIVE_INFINITY, auth: { user: address, pass: password } },
    });
    while (!isOver && Date.now() < end) {
      const to = Array.from({ length: perMessage }, () => `victim${next++}@outside.test`);
      await transport.sendMail({ from: address, to, subject: "You have won", text: "Click" }).then(
        (sent) => (accepted += sent.accepted.length),
        () => (isOver = true),
      );
      await Bun.sleep(50);
    }
    transport.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  expect(isOver).toBe(true);
  return accepted;
}

test("a stolen password that floods the world by SMTP is stopped before its hundredth recipient, on open connections too", async () => {
  const accepted = await flood(people.vic.address, 2, 1);
  expect(accepted).toBeGreaterThanOrEqual(30);
  expect(accepted).toBeLessThan(100);
  expect((await casesOf(people.vic.address)).length).toBe(1);
  await Bun.sleep(300);
  expect(world.arrived.length).toBeLessThan(100);
}, 40_000);

test("nor do many recipients a message come any further", async () => {
  const before = world.arrived.length;
  const accepted = await flood(people.vee.address, 4, 50);
  expect(accepted).toBeGreaterThanOrEqual(50);
  expect(accepted).toBeLessThan(100);
  await until(async () => (await casesOf(people.vee.address)).length === 1);
  expect(world.arrived.length - before).toBeLessThan(100);
}, 40_000);

test("a stolen session of webmail is stopped at once, whatever it does", async () => {
  let accepted = 0;
  for (let at = 0; at < 200; at++) {
    const to = [`target${at}@outside.test`];
    const message = {
      idempotencyKey: crypto.randomUUID(),
      to,
      cc: [],
      bcc: [],
      files: [],
      subject: "Won",
      text: "Click",
    };
    if ((await refusalOf(sendMessage(people.val.ctx, message))) !== "none") break;
    accepted++;
  }
  expect(accepted).toBeLessThan(100);
  expect((await casesOf(people.val.address)).length).toBe(1);
}, 40_000);
