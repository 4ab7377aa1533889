import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { handlers } from "../../jobs/handlers";
import { startSchedule } from "../../jobs/schedule";
import { startWorker } from "../../jobs/start-worker";
import { publishZone, readZone, type ZoneRecord } from "../features/domains/server/dns/zone-files";
import type { DomainDetail } from "../features/domains/schema";
import { testWeb } from "../server/isolation/testing-web";
import { testServices } from "../server/testing";
import { type ApiClient, apiClient } from "./api-client";
import { seededRandom } from "./seeded-random";

setDefaultTimeout(120_000);

const { services: limited, kv } = await testServices();
/** Ten people sign up at once. */
const services = { ...limited, rateLimit: async () => {} };
const zones = services.platform.trialZone?.dataDir ?? "";
const { url } = testWeb(services, kv);
const times = 5;
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

let stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const worker = await startWorker(services, handlers);
  const schedule = await startSchedule(services.db, services.log);
  stops = [() => schedule.stop(), () => worker.stop()];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function signedUp(company: string): Promise<ApiClient> {
  const api = apiClient(url);
  await api.auth.signUp.mutate({ company, email: `owner@${company}.example`, password: "a long walk at dusk" });
  return api;
}

/** Reads until it is so; milliseconds until then. */
async function msUntil(isSo: () => Promise<boolean>, since = performance.now()): Promise<number> {
  while (!(await isSo())) await Bun.sleep(25);
  return performance.now() - since;
}

test("a domain whose records are all published is active within three seconds of being added", async () => {
  const api = await signedUp("swift");
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const since = performance.now();
    const { id: domainId } = await api.domains.add.mutate({ name: `swift-${at}.test` });
    await api.domains.publishInTrial.mutate({ domainId });
    const isActive = async () => (await api.domains.get.query({ domainId })).state === "active";
    taken.push(await msUntil(isActive, since));
  }
  console.log(`active after ${taken.map((ms) => Math.round(ms)).join(", ")} ms`);
  expect(median(taken)).toBeLessThan(3000);
});

/** An open page: it asks for looks as `createDnsWatch` does and reads again whenever it is told that something changed. */
function openPage(api: ApiClient, tenantId: string, domainId: string, onRead: (domain: DomainDetail) => void) {
  const closed = new AbortController();
  const timer = setInterval(() => void api.domains.watch.mutate({ domainId }).catch(() => {}), 10_000);
  const listening = (async () => {
    for await (const { topic } of services.events.subscribe(tenantId, closed.signal))
      if (topic === "domain") onRead(await api.domains.get.query({ domainId }));
  })();
  return async () => {
    clearInterval(timer);
    closed.abort();
    await listening;
  };
}

const random = seededRandom(3);

/** Publishes a domain as `before`, opens its page, and changes DNS to `after` anywhere between two looks; milliseconds until the page shows `shown`. */
async function msUntilShown(
  name: string,
  {
    before,
    after,
    recordId,
    shown,
  }: Record<"before" | "after", (zone: ZoneRecord[]) => ZoneRecord[]> & {
    recordId: string;
    shown: [string, string];
  },
): Promise<number> {
  const api = await signedUp(name);
  const { tenant } = await api.auth.me.query();
  const { id: domainId } = await api.domains.add.mutate({ name: `${name}.test` });
  await api.domains.publishInTrial.mutate({ domainId });
  const whole = await readZone(zones, `${name}.test`);
  await publishZone(zones, `${name}.test`, before(whole));
  let seen = "";
  const close = openPage(api, tenant.id, domainId, ({ records }) => {
    seen = records.find(({ id }) => id === recordId)?.state ?? "";
  });
  await msUntil(async () => seen === shown[0]);
  await Bun.sleep(random() * 10_000);
  await publishZone(zones, `${name}.test`, after(whole));
  const ms = await msUntil(async () => seen === shown[1]);
  await close();
  return ms;
}

const all = (zone: ZoneRecord[]) => zone;
const withoutPolicy = (zone: ZoneRecord[]) => zone.filter(({ name }) => !name.startsWith("_dmarc."));
const withoutMx = (zone: ZoneRecord[]) => zone.filter(({ type }) => type !== "MX");

test("what is published or taken away while its page is open shows there within twelve seconds", async () => {
  const serials = Array.from({ length: times }, (_, at) => at);
  const appears = {
    before: withoutPolicy,
    after: all,
    recordId: "dmarc",
    shown: ["missing", "match"] as [string, string],
  };
  const goes = { before: all, after: withoutMx, recordId: "mx.1", shown: ["match", "missing"] as [string, string] };
  const [came, went] = await Promise.all([
    Promise.all(serials.map((at) => msUntilShown(`comes-${at}`, appears))),
    Promise.all(serials.map((at) => msUntilShown(`goes-${at}`, goes))),
  ]);
  for (const taken of [came, went]) {
    console.log(`shown after ${taken.map((ms) => Math.round(ms)).join(", ")} ms`);
    expect(median(taken)).toBeLessThan(12_000);
  }
});
