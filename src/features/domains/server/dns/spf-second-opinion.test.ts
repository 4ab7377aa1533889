import { expect, test } from "bun:test";
import { spf } from "mailauth/lib/spf";
import type { RecordType } from "./dns-answer";
import { checkHost } from "./spf-check-host";
import { askPublished, type Published, verdictOn } from "./testing-answers";

/** The same row of numbers for the same seed (mulberry32). */
function chooser(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    happens: (share: number) => next() < share,
    pick: <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T,
  };
}

const names = ["a.example.com", "b.example.com", "c.example.org", "d.example.net"];
const others = [...names, "gone.example.com", "fail.example.com"];
const addresses = ["192.0.2.1", "192.0.2.77", "198.51.100.3", "2001:db8::1", "2001:db8:1::2"];
const macros = [
  "%{d}",
  "%{o}",
  "%{i}.x.example.com",
  "%{l}.%{d2}",
  "%{ir}.%{v}.%{d}",
  "%{h}",
  "%{p}",
  "%{S}.example.com",
  "%{l1r+}.example.com",
];
const broken = ["foo", "x..y.com", "%{z}.com", "%{d0}", "%%.example.com", "1.2.3.4", "a.example.com."];
const oddities = [
  "exp=e.example.com",
  "foo=bar",
  "foo=%{x}",
  "exp=",
  "include",
  "moo",
  "IP4:192.0.2.1",
  "a:",
  "=x",
  "all/8",
  "ip4:1.2.3",
  "ip6:zz",
  "ip4:192.0.2.1/33",
];

type Chooser = ReturnType<typeof chooser>;

function makeTerm({ happens, pick }: Chooser): string {
  const qualifier = pick(["", "", "", "+", "-", "~", "?"]);
  const target = happens(0.5) ? pick(others) : pick(happens(0.8) ? macros : broken);
  const prefix = pick(["", "", "", "/24", "//64", "/16//48", "/0"]);
  if (happens(0.05)) return pick(oddities);
  return pick([
    ...[
      `${qualifier}a${prefix}`,
      `${qualifier}a:${target}${prefix}`,
      `${qualifier}mx${prefix}`,
      `${qualifier}mx:${target}${prefix}`,
    ],
    ...[`${qualifier}include:${target}`, `${qualifier}exists:${target}`, `redirect=${target}`, `${qualifier}all`],
    ...[`${qualifier}ip4:192.0.2.64/26`, `${qualifier}ip6:2001:db8::/32`, `${qualifier}ptr`, `${qualifier}ptr:%{d2}`],
  ]);
}

const makeRecord = (choose: Chooser) =>
  [
    "TXT v=spf1",
    ...Array.from({ length: choose.pick([0, 1, 2, 3, 4]) }, () => makeTerm(choose)),
    choose.pick(["-all", "~all", ""]),
  ].join(" ");

function makeZone(choose: Chooser): Published {
  const { happens, pick } = choose;
  const zone: Published = { "fail.example.com": ["TXT !", "A !", "AAAA !", "MX !"] };
  for (const name of names) {
    zone[name] = [
      ...(happens(0.85) ? [makeRecord(choose)] : []),
      ...(happens(0.04) ? [makeRecord(choose)] : []),
      ...(happens(0.5) ? [`A ${pick(addresses.slice(0, 3))}`] : []),
      ...(happens(0.4) ? [`AAAA ${pick(addresses.slice(3))}`] : []),
      ...(happens(0.5) ? [`MX 10 ${pick(others)}`] : []),
    ];
  }
  if (happens(0.5)) zone["1.2.0.192.in-addr.arpa"] = ["PTR a.example.com"];
  if (happens(0.5)) zone["e.example.com"] = ["TXT because %{i} %{s}"];
  return zone;
}

/** The second opinion is a library's, read strictly after RFC 7208. */
async function askLibrary(
  question: { ip: string; sender: string; helo: string },
  ask: ReturnType<typeof askPublished>,
) {
  const resolver = async (name: string, type: string): Promise<never> => {
    const answer = ask(name, type as RecordType);
    if (answer.status !== "found")
      throw Object.assign(new Error(name), { code: answer.status === "absent" ? answer.reason : "ESERVFAIL" });
    const toMx = (record: string) => ({ priority: Number(record.split(" ")[0]), exchange: record.split(" ")[1] });
    return answer.records.map((record) => (type === "TXT" ? [record] : type === "MX" ? toMx(record) : record)) as never;
  };
  const { status, explanation } = await spf({ ...question, resolver, strict: true, mta: "unknown" });
  return { result: status.result, explanation };
}

test("our judgement of senders is that of another program, over two thousand zones that nobody would write", async () => {
  const choose = chooser(7208);
  const seen = new Set<string>();
  for (let round = 0; round < 2000; round++) {
    const zone = makeZone(choose);
    const question = {
      ip: choose.pick([...addresses, "::ffff:192.0.2.1"]),
      sender: choose.pick(["bob@a.example.com", "@a.example.com", "", "x.y+z@b.example.com", "bob@C.Example.ORG"]),
      helo: choose.pick(["a.example.com", "helo.example.com"]),
    };
    const ask = askPublished(zone);
    const { result, explanation } = checkHost({ ...question, ask });
    seen.add(result);
    const theirs = await askLibrary(question, ask);
    const same = { result: theirs.result as typeof result, explanation: theirs.explanation };
    expect({ zone, question, result, explanation }).toEqual({ zone, question, ...same });
  }
  expect(seen.size).toBe(7);
});

test("records made to keep us busy do not", async () => {
  const hostile = [
    ...[
      "a.".repeat(30_000),
      `a:${"a".repeat(60_000)}`,
      `a:${".a".repeat(30_000)}%`,
      "%{d".repeat(20_000),
      "a ".repeat(30_000),
    ],
    ...[
      `exists:${"%{d}".repeat(15_000)}`,
      " ".repeat(60_000),
      "'".repeat(60_000),
      "x".repeat(60_000),
      "inclde:x.test ".repeat(4000),
    ],
  ];
  const started = performance.now();
  for (const text of hostile) {
    for (const start of ["v=spf1 ", '"v=spf1 ', "v=DMARC1; p=none; ", "v=dmarc1, "]) {
      const published = { "acme.test": [`TXT ${start}${text} -all`], "_dmarc.acme.test": [`TXT ${start}${text}`] };
      await verdictOn("spf", published);
    }
  }
  expect(performance.now() - started).toBeLessThan(8000);
});
