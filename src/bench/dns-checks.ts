import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, encode, type RecordType } from "dns-packet";
import { numberOptions } from "../e2e/number-options";
import { createDnsDesk } from "../features/domains/server/dns/dns-desk";
import { findAuthority } from "../features/domains/server/dns/find-authority";
import { gatherVerdicts } from "../features/domains/server/dns/gather-answers";
import { createResolver } from "../features/domains/server/dns/resolver";
import { domainOf, platform, wantedOf, zoneOf } from "./dns-checks-domains";

/**
 * What re-checking 10,000 domains costs: authority found, every record asked of the zone's own servers and judged, against a bare loop that
 * sends the very same questions with as many of them on the way, and throws the answers away. DNS is on loopback and takes 20 ms for each answer.
 * bun src/bench/dns-checks.ts [--domains 10000] [--at-once 400] [--rounds 3]
 */
const {
  domains: domainCount,
  "at-once": atOnce,
  rounds,
} = numberOptions({ domains: 10_000, "at-once": 400, rounds: 3 });
const zoneRate = 50;

const directory = mkdtempSync(join(tmpdir(), "bench-dns-"));
const child = Bun.spawn([process.execPath, `${import.meta.dir}/dns-checks-server.ts`], {
  ...{ stdin: "pipe", stdout: "pipe", stderr: "inherit" },
});
const lines = (async function* () {
  let rest = "";
  for await (const chunk of child.stdout) {
    const parts = (rest + new TextDecoder().decode(chunk)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
})();
const nextLine = async () => (await lines.next()).value ?? "";
const port = Number(await nextLine());
async function report(file = ""): Promise<{ count: number; mostInFlight: number; mostOfAZone: number }> {
  void child.stdin.write(`${file}\n`);
  await child.stdin.flush();
  return JSON.parse(await nextLine());
}

const server = { host: "127.0.0.1", port };
const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 250);

async function inTurn(count: number, places: number, work: (index: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: places }, lane));
  return (performance.now() - started) / 1000;
}

/** As the worker does it, up to the verdicts. */
async function check(desk: ReturnType<typeof createDnsDesk>, index: number): Promise<void> {
  const domain = domainOf(index);
  const routes = { servers: [server], desk };
  const likely = [`ns1.${zoneOf(domain)}`];
  const authority = await findAuthority(domain, createResolver(routes), { port, isAllowed: () => true, likely });
  const resolve = createResolver({ ...routes, authority });
  const { verdicts } = await gatherVerdicts({ domain, wanted: wantedOf(domain), platform }, resolve);
  const wrong = [...verdicts].filter(([, { state }]) => state !== "match");
  if (wrong.length > 0) throw new Error(`${domain}: ${JSON.stringify(wrong[0])}`);
}

/** One socket, one question after the other on each of `places`: encoded, sent, decoded. */
async function bareLoop(questions: string[], places: number): Promise<number> {
  const waiting = new Map<number, () => void>();
  const socket = await Bun.udpSocket({
    connect: { hostname: server.host, port },
    socket: {
      data(_, bytes) {
        const { id } = decode(bytes);
        waiting.get(id ?? 0)?.();
      },
    },
  });
  let lastId = 0;
  const ask = (question: string) => {
    const [name = "", type] = question.split(" ");
    do lastId = (lastId + 1) % 0x10000;
    while (waiting.has(lastId));
    const id = lastId;
    const query = encode({ type: "query", id, questions: [{ name, type: type as RecordType, class: "IN" }] });
    return new Promise<void>((resolve) => {
      const timer = setInterval(() => socket.send(query), 1000);
      waiting.set(id, () => (clearInterval(timer), waiting.delete(id), resolve()));
      socket.send(query);
    });
  };
  const seconds = await inTurn(questions.length, places, (index) => ask(questions[index] ?? ""));
  socket.close();
  return seconds;
}

/** Seconds of this process's own work. */
const cpuSeconds = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const desk = createDnsDesk(zoneRate);
  const file = join(directory, "questions");
  const start = process.cpuUsage();
  const seconds = await inTurn(domainCount, atOnce, (index) => check(desk, index));
  const { count, mostInFlight, mostOfAZone } = await report(file);
  const questions = (await Bun.file(file).text()).split("\n");
  const cpu = cpuSeconds(start) / count;
  const bareStart = process.cpuUsage();
  const bareSeconds = await bareLoop(questions, mostInFlight);
  const bare = await report();
  const bareCpu = cpuSeconds(bareStart) / bare.count;
  const [rate, bareRate] = [count / seconds, bare.count / bareSeconds];
  ratios.push(rate / bareRate);
  console.log(
    `round ${round}: ${domainCount} domains in ${seconds.toFixed(2)} s (${(domainCount / seconds).toFixed(0)}/s), ${count} questions (${(count / domainCount).toFixed(1)} a domain), ` +
      `${rate.toFixed(0)} questions/s; bare loop ${bareRate.toFixed(0)}/s with ${mostInFlight} on the way; ratio ${(rate / bareRate).toFixed(2)}; work for a question ${(cpu * 1e6).toFixed(0)} µs, bare ${(bareCpu * 1e6).toFixed(0)} µs; ` +
      `most of one zone in a second ${mostOfAZone} of ${zoneRate}; memory at most ${mb(peak)} MB`,
  );
}
console.log(`median ratio ${ratios.toSorted((x, y) => x - y)[rounds >> 1]?.toFixed(2)}`);
clearInterval(watch);
child.kill();
rmSync(directory, { recursive: true });
