import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dnsRecords, domainAlerts, domains, notices, people, tenants } from "../../../../../db/schema";
import { createMailer } from "~/server/mailer";
import { sendNotice } from "~/server/notices/send-notice";
import { systemContext } from "~/server/context";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { startRelay } from "~/server/testing-relay";
import { alertsTo, jobIn, raise, sendIn, waitingAlerts, watchedDomain } from "./testing-alerts";
import { sendAlerts } from "./send-alerts";
import { sendDigest } from "./send-digest";

const { services, owner } = await testServices();
let names = 0;
const newName = () => `watched${names++}.test`;

async function tenant(count = 1) {
  const { ctx } = await testMember(services);
  const domainIds: string[] = [];
  for (let at = 0; at < count; at++) domainIds.push(await watchedDomain(owner, ctx, newName()));
  return { ctx, email: ctx.actor.email, domainIds, domainId: domainIds[0]! };
}
const mailed = (email: string) => alertsTo(services, owner, email);

test("what is wrong with several domains is one mail, the worst first, with since when, why and what to do", async () => {
  const { ctx, email, domainIds } = await tenant(3);
  const [broken, attention, unproven] = domainIds as [string, string, string];
  const advice = { code: "mx_lost", vars: { found: "mx.old.example\r\nhttps://evil.example" } };
  const record = { domainId: broken, recordKey: "mx.1", state: "missing" as const, advice, found: [] };
  await owner.insert(dnsRecords).values({ tenantId: ctx.tenantId, ...record });
  await raise(services, ctx, 0, { domainId: attention, kind: "attention", vars: { records: "dmarc" } });
  await raise(services, ctx, 0, { domainId: broken, kind: "broken", vars: { records: "mx.1" } });
  await raise(services, ctx, 1, { domainId: unproven, kind: "proof_missing" });
  await sendIn(services, ctx, 2);
  expect(await mailed(email)).toEqual([]);
  await sendIn(services, ctx, 4);
  const [mail, ...more] = await mailed(email);
  expect(more).toEqual([]);
  expect(mail!.subject).toBe("3 domains need you");
  const rows = await owner.select().from(domains).where(eq(domains.tenantId, ctx.tenantId));
  const nameOf = (id: string) => rows.find((row) => row.id === id)!.name;
  const places = [broken, unproven, attention].map((id) => mail!.text.indexOf(nameOf(id)));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(mail!.text).toContain(`/admin/domains/${broken}`);
  expect(mail!.text).toMatch(/- MX @: Mail came here before and now goes to: mx\.old\.example https: \/\/evil/);
  expect(mail!.text).toContain("Should be: 10 mail.deftmail.test");
  expect(mail!.text).toMatch(/since .*20\d\d.* \(UTC\)/);
  expect(await waitingAlerts(owner, ctx)).toEqual([]);
});

test("what recovers within the window is not told; what was told is told to be over, and only then", async () => {
  const { ctx, email, domainId } = await tenant();
  await raise(services, ctx, 0, { domainId, kind: "broken" });
  await raise(services, ctx, 1, { domainId, kind: "recovered" });
  await sendIn(services, ctx, 5);
  expect([await mailed(email), await waitingAlerts(owner, ctx)]).toEqual([[], []]);
  await raise(services, ctx, 10, { domainId, kind: "broken" });
  await sendIn(services, ctx, 13);
  await raise(services, ctx, 60, { domainId, kind: "recovered" });
  await sendIn(services, ctx, 63);
  expect((await mailed(email)).map(({ subject }) => subject.replace(/^\S+?:? /, ""))).toEqual([
    "mail may be lost",
    "is well again",
  ]);
});

test("a thousand flaps in a day are two mails, and what is broken after a day is told once more", async () => {
  const { ctx, email, domainId } = await tenant();
  const job = jobIn(services, ctx, 0);
  for (let at = 0; at < 1000; at++) {
    await raise(services, ctx, at, { domainId, kind: at % 2 ? "recovered" : "broken" });
    if (at % 7 === 0) await sendAlerts({ ...job, now: jobIn(services, ctx, at + 2.5).now });
  }
  await sendIn(services, ctx, 1010);
  expect((await mailed(email)).length).toBeLessThanOrEqual(2);
  await raise(services, ctx, 1100, { domainId, kind: "broken" });
  await sendIn(services, ctx, 1110);
  const told = (await mailed(email)).length;
  await sendIn(services, ctx, 1000 + 1441);
  expect([told <= 2, (await mailed(email)).length]).toEqual([true, told + 1]);
}, 60_000);

test("an address inside of a domain of the tenant hears nothing, one outside does, one that is not confirmed does not", async () => {
  const { ctx, email, domainId } = await tenant();
  const [row] = await owner.select().from(domains).where(eq(domains.id, domainId));
  const inside = `ops@mail.${row!.name}`;
  await owner.update(tenants).set({ alertEmail: inside, alertEmailConfirmedAt: new Date() });
  const { ctx: unconfirmed } = await joinTenant(services, ctx.tenantId, "admin");
  await owner.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, unconfirmed.actor.personId));
  const { ctx: viewer } = await joinTenant(services, ctx.tenantId, "viewer");
  await raise(services, ctx, 0, { domainId, kind: "broken" });
  await sendIn(services, ctx, 3);
  const counts = [email, inside, unconfirmed.actor.email, viewer.actor.email].map(
    async (to) => (await mailed(to)).length,
  );
  expect(await Promise.all(counts)).toEqual([1, 0, 0, 0]);
});

test("whoever looks after some domains hears of these alone, in a mail of their own", async () => {
  const { ctx, email, domainIds } = await tenant(2);
  const [first, second] = domainIds as [string, string];
  const held = await joinTenant(services, ctx.tenantId, "domain_admin", [second]);
  const idle = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  for (const domainId of domainIds) await raise(services, ctx, 0, { domainId, kind: "broken" });
  await sendIn(services, ctx, 3);
  const [mail, ...more] = await mailed(held.ctx.actor.email);
  expect([more, mail!.text.includes(first), mail!.text.includes(second)]).toEqual([[], false, true]);
  expect([(await mailed(email)).length, (await mailed(idle.ctx.actor.email)).length]).toEqual([1, 0]);
});

test("where nobody can be reached nothing is told later, and nobody is told of the end of what nobody heard of", async () => {
  const { ctx, domainId } = await tenant();
  await owner.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, ctx.actor.personId));
  await raise(services, ctx, 0, { domainId, kind: "broken" });
  await sendIn(services, ctx, 3);
  await owner.update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, ctx.actor.personId));
  await raise(services, ctx, 5, { domainId, kind: "recovered" });
  await sendIn(services, ctx, 10);
  expect([await mailed(ctx.actor.email), await waitingAlerts(owner, ctx)]).toEqual([[], []]);
});

test("of eight workers at once one sends the mail, and a relay gets it with one recipient, one subject line and no markup", async () => {
  const { ctx, email, domainId } = await tenant();
  await owner.update(tenants).set({ name: "<b>Acme</b>\r\nBcc: x@y.example" }).where(eq(tenants.id, ctx.tenantId));
  await raise(services, ctx, 0, { domainId, kind: "broken" });
  await Promise.all(Array.from({ length: 8 }, () => sendIn(services, ctx, 3)));
  const own = await owner.select().from(notices).where(eq(notices.recipient, email));
  expect(own.map(({ kind, tenantId }) => [kind, tenantId])).toEqual([["domain_alert", ctx.tenantId]]);
  const relay = await startRelay({ disabledCommands: ["STARTTLS"] });
  const mailer = createMailer({ url: `smtp://127.0.0.1:${relay.port}`, from: "no-reply@deftmail.test" });
  for (const { id } of own) await sendNotice({ ...services, mailer }, id);
  expect(relay.mails.map(({ to }) => to)).toEqual([[email]]);
  const [head = ""] = relay.mails[0]!.raw.split("\r\n\r\n");
  expect([/^Subject: \S+: mail may be lost$/m.test(head), /^Bcc/im.test(head), /text\/html/.test(head)]).toEqual([
    ...[true, false, false],
  ]);
});

test("a tenant that was erased meanwhile is nobody to write to", async () => {
  const gone = systemContext(services, { job: "domain.alert" }, Bun.randomUUIDv7());
  expect([await refusalOf(sendAlerts(gone)), await refusalOf(sendDigest(gone))]).toEqual(["none", "none"]);
});

test("when all domains of a large tenant break at once it is still one mail, of the size of a mail", async () => {
  const { ctx, email, domainId } = await tenant();
  const [row] = await owner.select().from(domains).where(eq(domains.id, domainId));
  const rows = Array.from({ length: 3000 }, (_, at) => ({
    ...row!,
    id: Bun.randomUUIDv7(),
    name: `l${at}.${row!.name}`,
  }));
  const alerts = rows.map(({ id }) => ({ tenantId: ctx.tenantId, domainId: id, kind: "broken" as const }));
  for (let at = 0; at < rows.length; at += 1000) {
    await owner.insert(domains).values(rows.slice(at, at + 1000));
    await owner.insert(domainAlerts).values(alerts.slice(at, at + 1000));
  }
  await sendIn(services, ctx, 3);
  const [mail, ...more] = await mailed(email);
  expect([mail!.subject, more, mail!.text.includes("… and 2,960 more domains.")]).toEqual([
    ...["3,000 domains need you", [], true],
  ]);
  expect([mail!.text.length < 20_000, await waitingAlerts(owner, ctx)]).toEqual([true, []]);
}, 30_000);
