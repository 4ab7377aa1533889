import { afterAll, expect, test } from "bun:test";
import { encodeId, rowId } from "../../ids";
import { destroyEmail } from "../../mail/destroy-email";
import { letter, openTestMail } from "../../mail/testing";
import { readPlacement, updateEmail } from "../../mail/update-email";
import { writeMail } from "../../mail/write-mail";
import type { EmailFilter } from "./email-filter";
import { collapse } from "./email-list";
import { keptList } from "./kept-lists";
import { runEmailQuery } from "./run-query";

const { mail, store, close } = openTestMail({ historyLimit: 400 });
afterAll(close);

const newest = { property: "receivedAt", isAscending: false };
const inbox: EmailFilter = { inMailbox: "a" };
const within = (...conditions: EmailFilter[]): EmailFilter => ({ operator: "AND", conditions: [inbox, ...conditions] });
const filters: (EmailFilter | null)[] = [
  ...[null, inbox, within({ notKeyword: "$seen" }, { notKeyword: "$draft" }), within({ notKeyword: "$seen" })],
  ...[within({ someInThreadHaveKeyword: "$flagged" }), within({ noneInThreadHaveKeyword: "travel" })],
  ...[{ inMailbox: "a", hasAttachment: true }, within({ hasKeyword: "travel" }), { hasAttachment: false }],
];
const sorts = [
  ...[[newest], [{ property: "receivedAt" }], [{ property: "from" }, newest], [{ property: "subject" }]],
  ...[
    [{ property: "size", isAscending: false }, newest],
    [{ property: "from", isAscending: false }, newest],
  ],
];

/** Numbers that are the same in every run. */
function numbers(seed: number) {
  let at = seed;
  return (below: number) => (at = (at * 1_103_515_245 + 12_345) & 0x7fffffff) % below;
}

function expectAllRight() {
  for (const filter of filters)
    for (const sort of sorts)
      for (const collapseThreads of [false, true]) {
        const query = { accountId: "f", filter, sort, collapseThreads };
        const list = keptList(mail, query)!;
        const ids = Array.from(collapseThreads ? collapse(list) : list.ids, encodeId);
        expect([filter, sort, ids]).toEqual([filter, sort, runEmailQuery(mail, query)]);
      }
}

test("a list in memory is always what the mail would answer itself, whatever arrives, moves, is marked or goes", async () => {
  const random = numbers(7);
  const emails: string[] = [];
  const arrive = async (at: number) => {
    const thread = random(12);
    const raw = letter({
      ...{ id: `m${at}`, references: `<t${thread}@ext.test>`, subject: `Subject ${thread % 5}` },
      ...{ from: `P${random(6)} <p@ext.test>`, body: "x".repeat(random(40)) },
    });
    const keywords = ["$seen", "$flagged", "travel", "$draft"].filter(() => random(3) === 0);
    const receivedAt = new Date(1_800_000_000_000 + random(30) * 1_000);
    emails.push((await store.deliver({ accountId: "f", raw, keywords, receivedAt })).emailId ?? "");
  };
  for (let at = 0; at < 40; at++) await arrive(at);
  mail.db.run("update emails set has_attachment = 1 where id % 3 = 0");
  expectAllRight();
  for (let step = 0; step < 60; step++) {
    const id = emails[random(emails.length)]!;
    const kind = random(4);
    if (kind === 0) await arrive(100 + step);
    else if (kind === 1 && emails.length > 20) {
      emails.splice(emails.indexOf(id), 1);
      writeMail(mail, "f", (write) => destroyEmail(write, rowId(id)!));
    } else
      writeMail(mail, "f", (write) => {
        const { mailboxIds, keywords } = readPlacement(write, rowId(id)!)!;
        const word = ["$seen", "$flagged", "travel"][random(3)]!;
        const marked = new Set(
          keywords.has(word) ? [...keywords].filter((other) => other !== word) : [...keywords, word],
        );
        const placed = kind === 2 ? mailboxIds : new Set([random(2)]);
        updateEmail(write, rowId(id)!, { mailboxIds: placed, keywords: marked });
      });
    if (step % 3 === 0) expectAllRight();
  }
  expectAllRight();
});

test("a search, and an order that marks make, are asked of the mail itself", () => {
  const query = { accountId: "f", sort: [newest], collapseThreads: true };
  expect(keptList(mail, { ...query, filter: { inMailbox: "a", text: "word" } })).toBeNull();
  expect(
    keptList(mail, { ...query, filter: null, sort: [{ property: "hasKeyword", keyword: "$flagged" }] }),
  ).toBeNull();
});
