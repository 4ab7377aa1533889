import { expect, test } from "bun:test";
import { parseScript } from "./parse-script";
import { runScript } from "./run-script";

const headers: Record<string, string[]> = {
  subject: ["Invoice 2026-11 (50% off)"],
  from: ["Ana Ruiz <ana@shop.test>"],
  to: ["bo@acme.test, Team <team@acme.test>"],
};

const message = {
  header: (name: string) => headers[name.toLowerCase()] ?? [],
  size: 2048,
  envelope: { from: "bounce@shop.test", to: "bo@acme.test" },
  mailboxExists: (name: string) => name === "Bills",
  now: Date.parse("2026-12-24T23:30:00Z"),
};
const run = (script: string) => runScript(parseScript(script), message);
const inbox = { mailbox: null, flags: [] };

test("an empty script keeps the message", () => {
  expect(run("")).toEqual({ filings: [inbox], redirects: [], answer: null });
});

test("a redirect takes the message away, a redirected copy leaves it here", () => {
  expect(run('redirect "x@ext.test";')).toEqual({ filings: [], redirects: ["x@ext.test"], answer: null });
  expect(run('redirect :copy "x@ext.test";')).toEqual({ filings: [inbox], redirects: ["x@ext.test"], answer: null });
  expect(run('redirect "x@ext.test"; keep;')).toEqual({ filings: [inbox], redirects: ["x@ext.test"], answer: null });
  expect(run("discard;")).toEqual({ filings: [], redirects: [], answer: null });
});

test("the first branch whose test holds is taken, and stop ends everything", () => {
  const bills = { filings: [{ mailbox: "Bills", flags: ["\\Seen"] }], redirects: [], answer: null };
  expect(
    run(`if header :is "subject" "x" { discard; }
      elsif allof (address :domain "from" "SHOP.test", not size :over 1M) { addflag "\\\\Seen"; fileinto "Bills"; stop; }
      else { redirect "x@ext.test"; }
      discard;`),
  ).toEqual(bills);
  expect(run('if false { discard; } fileinto :flags "\\\\Seen" "Bills";')).toEqual(bills);
});

test("every kind of test looks where it should", () => {
  const holds = (script: string) => run(`if ${script} { discard; }`).filings.length === 0;
  expect(holds('header :matches "Subject" "invoice ????-??*"')).toBe(true);
  expect(holds('header :matches "Subject" "invoice \\\\*"')).toBe(false);
  expect(holds('header :comparator "i;octet" :contains "subject" "invoice"')).toBe(false);
  expect(holds('header :contains ["list-id", "subject"] ["nothing", "50%"]')).toBe(true);
  expect(holds('address :is :localpart ["to", "cc"] "TEAM"')).toBe(true);
  expect(holds('envelope "from" "bounce@shop.test"')).toBe(true);
  expect(holds('exists ["from", "subject"]')).toBe(true);
  expect(holds('exists ["from", "list-id"]')).toBe(false);
  expect(holds("size :under 2K")).toBe(false);
  expect(holds("size :over 2047")).toBe(true);
  expect(holds('anyof (false, mailboxexists "Bills")')).toBe(true);
});

test("a pattern that was made to take for ever does not", () => {
  headers.long = ["a".repeat(20_000)];
  const before = performance.now();
  expect(run(`if header :matches "long" "${"*a".repeat(30)}*b" { discard; }`).filings).toHaveLength(1);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("what the engine does not know fails as a whole", () => {
  for (const script of [
    "vacation;",
    'redirect "no address";',
    'redirect "a@x.test"; redirect "b@x.test";',
    'if header :regex "a" "b" { keep; }',
    "constructor;",
    "if size { keep; }",
  ])
    expect(() => run(script)).toThrow();
});

test("an absence is answered on its days, wherever it is that day", () => {
  const away = (test: string) => run(`if ${test} { vacation :days 3 :subject "Away" "Back soon."; }`).answer;
  const answer = { days: 3, subject: "Away", text: "Back soon." };
  expect(away('currentdate :zone "+0100" :value "ge" "date" "2026-12-25"')).toEqual(answer);
  expect(away('currentdate :zone "+0000" :value "ge" "date" "2026-12-25"')).toBeNull();
  expect(away('currentdate :zone "+0000" :value "le" "date" "2026-12-24"')).toEqual(answer);
  expect(run('vacation "Away.";').filings).toEqual([inbox]);
});
