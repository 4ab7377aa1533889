import { expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import { MemberEmail } from "./schema";

type Row = { address: string; valid: boolean; why: string; normalised?: string | null };

test("an address to sign in with is taken or refused like everywhere else", () => {
  const wrong = corpusRows<Row>("web/addresses.jsonl").filter(
    ({ address, valid }) => MemberEmail.safeParse(address).success !== valid,
  );
  expect(wrong.map(({ address, why }) => [address, why])).toEqual([]);
});

test("whatever the case, and with spaces around it, an address is the same one", () => {
  for (const { address, valid } of corpusRows<Row>("web/addresses.jsonl").filter((row) => row.valid)) {
    expect([valid, MemberEmail.parse(` ${address.toUpperCase()} `)]).toEqual([true, address.toLowerCase()]);
  }
});

test.each([
  `${"x".repeat(65)}@a.example`,
  `a@${"x.".repeat(125)}example`,
  "a@1.2.3.4",
  "a@[192.0.2.1]",
  '"a b"@c.example',
])("%p is refused", (address) => expect(MemberEmail.safeParse(address).success).toBe(false));

test.each(["ana+deftmail@acme.example", "a@b.co", "a@mail.acme.xn--p1ai", "a.b-c_d@xn--bcher-kva.example"])(
  "%p is taken",
  (address) => expect(MemberEmail.parse(address)).toBe(address),
);

test("a hostile address is refused at once, however long", () => {
  const begun = performance.now();
  for (const text of [`${"a.".repeat(40_000)}@`, `a@${"a-".repeat(40_000)}`, "a".repeat(100_000)])
    expect(MemberEmail.safeParse(text).success).toBe(false);
  expect(performance.now() - begun).toBeLessThan(500);
});
