import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import fc from "fast-check";
import { encodeId } from "../../ids";
import { letter, openTestMail } from "../../mail/testing";
import type { EmailFilter } from "./email-filter";
import { runEmailQuery } from "./run-query";
import { searchList } from "./search-list";

const { mail, store, close } = openTestMail();
afterAll(close);

const words = ["apple", "apricot", "berry", "Grüße", "zebra"];
const start = 1_800_000_000_000;
const deliver = (at: number) =>
  store.deliver({
    accountId: "f",
    raw: letter({
      id: `m${at}`,
      subject: `${words[at % 5]} ${at}`,
      references: at % 3 === 0 && at > 5 ? `<m${at - 6}@ext.test>` : undefined,
      body: `${words[(at * 7) % 5]} ${words[(at * 3) % 5]}`,
    }),
    role: at % 4 === 0 ? "sent" : "inbox",
    keywords: at % 2 === 0 ? ["$seen"] : [],
    receivedAt: new Date(start + ((at * 37) % 60) * 1_000),
  });
beforeAll(async () => {
  for (let at = 0; at < 60; at++) await deliver(at);
});

const query = (filter: EmailFilter) => ({ accountId: "f", filter, sort: [], collapseThreads: false });
const listed = (filter: EmailFilter) => Array.from(searchList(mail, query(filter))?.ids ?? [], encodeId);

const condition = fc.oneof(
  fc.record({ text: fc.constantFrom("ap", "berry", "grusse", "Grüße", '"apple berry"', "nothing", "-") }),
  fc.record({ subject: fc.constantFrom("apple", "zebra 4") }),
  fc.record({ from: fc.constant("bo"), hasKeyword: fc.constant("$seen") }),
  fc.record({ inMailbox: fc.constantFrom("a", "e", "zz") }),
  fc.record({ inMailboxOtherThan: fc.constantFrom(["a"], ["b", "c"]) }),
  fc.record({ notKeyword: fc.constantFrom("$seen", "$flagged"), text: fc.constant("apple") }),
  fc.record({ before: fc.constant(new Date(start + 30_000).toISOString().replace(".000", "")) }),
  fc.record({ minSize: fc.constantFrom(1, 250, 1_000_000) }),
  fc.constant({}),
);
const { tree } = fc.letrec<{ tree: EmailFilter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    condition as fc.Arbitrary<EmailFilter>,
    fc.record({
      operator: fc.constantFrom("AND" as const, "OR" as const, "NOT" as const),
      conditions: fc.array(tie("tree"), { maxLength: 3 }),
    }),
  ),
}));

describe("a search over the list in memory", () => {
  test("finds what the database finds, in its order, whatever the filter", () => {
    fc.assert(
      fc.property(tree, (filter) => {
        expect(listed(filter)).toEqual(runEmailQuery(mail, query(filter)));
      }),
      { numRuns: 300 },
    );
  });

  test("finds what came a moment ago", async () => {
    const before = listed({ text: "zebra" }).length;
    await store.deliver({ accountId: "f", raw: letter({ subject: "zebra crossing" }) });
    expect(listed({ text: "zebra" })).toHaveLength(before + 1);
  });

  test("leaves other orders to the database", () => {
    const sort = [{ property: "size", isAscending: true }];
    expect(searchList(mail, { ...query({ text: "apple" }), sort })).toBeNull();
  });
});
