import { trialMail } from "../../db/trial-mail";
import { trialAccounts } from "../../db/trial-accounts";
import { type ApiClient, apiClient } from "./api-client";
import type { AppProcess } from "./app-process";
import type { Workload } from "./kill-drill-workload";
import type { Arrived, startOutsideWorld } from "./outside-world";

type World = Awaited<ReturnType<typeof startOutsideWorld>>;

const quietMs = 60_000;

/** How often each subject stands in a folder. */
async function subjectsIn(mail: ApiClient, role: "inbox" | "sent"): Promise<Map<string, number>> {
  const { mailboxes } = await mail.webmail.overview.query({ limit: 1 });
  const mailboxId = mailboxes.find((mailbox) => mailbox.role === role)!.id;
  const counts = new Map<string, number>();
  for (let after: string | undefined; ;) {
    const page = await mail.webmail.threads.query({ mailboxId, limit: 100, ...(after ? { after } : {}) });
    for (const { subject, messageIds } of page.threads)
      counts.set(subject, (counts.get(subject) ?? 0) + messageIds.length);
    if (!page.cursor) return counts;
    after = page.cursor;
  }
}

/**
 * A sender that dies before it has noted the other server's 250 must repeat itself (RFC 1047): around a kill, for as long as noting may
 * take, and for as long as what the dead one had already sent may lie in a socket.
 */
const noteMs = 500;

/** Copies of each subject outside; a repetition that a kill in that moment explains, byte for byte the same, is one copy. */
function subjectsAt(world: World, kills: number[]): Map<string, Arrived[]> {
  const bySubject = Map.groupBy(
    world.arrived,
    ({ raw }) => /^Subject: (.*)\r?$/m.exec(raw.toString())?.[1]?.trim() ?? "",
  );
  const isRepeated = (earlier: Arrived, later: Arrived) =>
    kills.some((kill) => Math.abs(kill - earlier.at) < noteMs) && earlier.raw.equals(later.raw);
  const distinct = (copies: Arrived[]) => copies.filter((copy, i) => i === 0 || !isRepeated(copies[i - 1]!, copy));
  return new Map([...bySubject].map(([subject, copies]) => [subject, distinct(copies)]));
}

/** When each copy came, for whoever has to find out why. */
const describe = (copies: Arrived[], kills: number[]) =>
  copies
    .map(({ at, raw }) => {
      const nearest = kills.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? 0;
      return `${new Date(at).toISOString().slice(11, 23)} ${raw.length} bytes, ${at - nearest} ms from a kill`;
    })
    .join("; ");

/** Waits for the work that is left to be done. */
async function untilQuiet(world: World, panel: ApiClient): Promise<string[]> {
  let arrived = -1;
  for (const until = Date.now() + quietMs; ; await Bun.sleep(1500)) {
    const { users } = await panel.users.list.query({ limit: 100 });
    const pending = users.filter(({ application }) => application !== "applied").map(({ address }) => address);
    if (pending.length === 0 && world.arrived.length === arrived) return [];
    if (Date.now() > until) return pending.map((address) => `${address} is still not in the engine`);
    arrived = world.arrived.length;
  }
}

async function allDomains(panel: ApiClient): Promise<Map<string, { state: string; application: string }>> {
  const found = new Map<string, { state: string; application: string }>();
  for (let after: string | undefined; ;) {
    const page = await panel.domains.list.query({ limit: 100, ...(after ? { after } : {}) });
    for (const { name, state, application } of page.domains) found.set(name, { state, application });
    if (!page.next) return found;
    after = page.next;
  }
}

/** A row of a list shows the subject of its newest message. */
const threadOf = (subject: string) => subject.replace(/^Re: /, "");

/** What is not as it was acknowledged; empty when all is well. */
export async function auditDrill({
  app,
  world,
  workload,
  dataDir,
  kills,
}: {
  app: AppProcess;
  world: World;
  workload: Workload;
  dataDir: string;
  /** When each kill was, in milliseconds since the epoch. */
  kills: number[];
}): Promise<string[]> {
  const [panel, jonas, mara] = [apiClient(app.url), apiClient(app.url), apiClient(app.url)];
  const [first, second] = trialAccounts.people;
  await panel.auth.signIn.mutate(trialAccounts.owner);
  await jonas.webmail.signIn.mutate({ address: second.address, password: second.password });
  await mara.webmail.signIn.mutate({ address: first.address, password: first.password });
  for (let i = 0; i < 3 && workload.sends.some(({ outcome }) => outcome === "open"); i++)
    await workload.sendMail(mara).catch(() => {});
  const faults = await untilQuiet(world, panel);
  const expectCount = (what: string, found: number, allowed: number[]) => {
    if (!allowed.includes(found)) faults.push(`${what}: ${found} copies`);
  };

  const inbox = await subjectsIn(jonas, "inbox");
  for (const subject of workload.attempted)
    expectCount(`${subject} in the inbox`, inbox.get(subject) ?? 0, workload.received.has(subject) ? [1] : [0, 1]);

  const [sent, outside] = [await subjectsIn(mara, "sent"), subjectsAt(world, kills)];
  for (const { subject, outcome } of workload.sends) {
    const allowed = outcome === "acknowledged" ? [1] : [0, 1];
    expectCount(`${subject} (${outcome}) in Sent`, sent.get(subject) ?? 0, allowed);
    const copies = outside.get(subject) ?? [];
    expectCount(`${subject} (${outcome}) outside, ${describe(copies, kills)}`, copies.length, allowed);
  }

  const mine = await subjectsIn(mara, "inbox");
  const rows = [...mine, ...sent];
  for (const [thread, wanted] of Map.groupBy(trialMail, ({ subject }) => threadOf(subject))) {
    const found = rows.filter(([subject]) => threadOf(subject) === thread).reduce((sum, [, count]) => sum + count, 0);
    expectCount(`the trial's "${thread}"`, found, [wanted.length]);
  }

  const domains = await allDomains(panel);
  for (const name of workload.domains) if (!domains.has(name)) faults.push(`${name} was acknowledged and is gone`);
  const { users } = await panel.users.list.query({ limit: 100 });
  for (const address of workload.users)
    if (!users.some((user) => user.address === address)) faults.push(`${address} is gone`);
  const reconcile = Bun.spawn([process.execPath, "src/cli/reconcile.ts"], {
    ...{ stdout: "pipe", stderr: "inherit" },
    env: { ...(Bun.env as Record<string, string | undefined>), DATA_DIR: dataDir },
  });
  const report = await new Response(reconcile.stdout).text();
  if ((await reconcile.exited) !== 0) faults.push(`panel and engine differ: ${report.trim()}`);
  return faults;
}
