import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { encodeId, rowId } from "../../ids";
import { destroyEmail } from "../../mail/destroy-email";
import { letter, openTestMail } from "../../mail/testing";
import { writeMail } from "../../mail/write-mail";
import type { EmailFilter } from "./email-filter";
import { emailQuerySql, runEmailQuery, type EmailQuery } from "./run-query";

const { mail, store, close } = openTestMail();
afterAll(close);

const newestFirst = [{ property: "receivedAt", isAscending: false }];
const threads = 12;
const ids: string[] = [];

beforeAll(async () => {
  // Three letters in each thread, the threads interleaved: the newest letter of thread 0 is number 24, of thread 11 number 35.
  for (let at = 0; at < threads * 3; at++) {
    const thread = at % threads;
    const references = at < threads ? undefined : `<t${thread}@ext.test>`;
    const raw = letter({
      id: at < threads ? `t${thread}` : `m${at}`,
      subject: `Subject ${thread}`,
      references,
      body: `word${at}`,
    });
    const keywords = at % 2 === 0 ? ["$seen"] : [];
    const { emailId } = await store.deliver({
      accountId: "f",
      raw,
      keywords,
      receivedAt: new Date(1_800_000_000_000 + at * 1000),
    });
    ids.push(emailId ?? "");
  }
});

const withCharset = (raw: Uint8Array) =>
  Buffer.concat([Buffer.from("Content-Type: text/plain; charset=utf-8\r\n"), raw]);

const query = (filter: EmailFilter | null, options: Partial<EmailQuery> = {}): EmailQuery => ({
  accountId: "f",
  filter,
  sort: newestFirst,
  collapseThreads: false,
  ...options,
});

/** The steps of SQLite's plan in one text. */
function plan(wanted: EmailQuery): string {
  const { sql, values } = emailQuerySql(mail, wanted);
  using explain = mail.db.prepare<{ detail: string }, (string | number)[]>(`explain query plan ${sql}`);
  const rows = explain.all(...values);
  return rows.map(({ detail }) => detail).join("\n");
}

describe("opening a folder", () => {
  test("reads the folder's index in its order and nothing else", () => {
    const steps = plan(query({ inMailbox: "a" }, { collapseThreads: true }));
    expect(steps).toContain("SEARCH m USING PRIMARY KEY (account_id=? AND mailbox_id=?)");
    expect(steps).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  test("with a filter still walks the folder in order, without sorting it", () => {
    for (const filter of [
      { inMailbox: "a", notKeyword: "$seen" },
      { inMailbox: "a", text: "word7" },
    ]) {
      expect(plan(query(filter))).toContain("SEARCH m USING PRIMARY KEY (account_id=? AND mailbox_id=?)");
      expect(plan(query(filter))).not.toMatch(/SCAN (m|e)\b|TEMP B-TREE FOR ORDER BY/);
    }
  });

  test("all mail of an account comes from the index on its date", () => {
    expect(plan(query(null))).toContain("emails_by_received");
    expect(plan(query(null))).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe("threads as one row", () => {
  test("pages follow each other without gap or repetition, each thread by its newest letter", () => {
    const whole = runEmailQuery(mail, query({ inMailbox: "a" }, { collapseThreads: true }));
    expect(whole).toEqual(ids.slice(-threads).toReversed());
    const paged = [0, 5, 10].flatMap((position) =>
      runEmailQuery(mail, query({ inMailbox: "a" }, { collapseThreads: true }), position + 5).slice(position),
    );
    expect(paged).toEqual(whole);
  });
});

describe("searching", () => {
  const find = (filter: EmailFilter) => runEmailQuery(mail, query(filter)).map((id) => ids.indexOf(id));

  test("words are found by their beginning, in the body, the subject and the addresses", () => {
    expect(find({ body: "word35" })).toEqual([35]);
    expect(find({ text: "WORD3" })).toEqual([35, 34, 33, 32, 31, 30, 3]);
    expect(find({ subject: "subject 11" })).toEqual([35, 23, 11]);
    expect(find({ from: "bo@ext" })).toHaveLength(36);
    expect(find({ to: "bo@ext" })).toEqual([]);
    expect(find({ text: '" - ' })).toEqual([]);
  });

  test("words of scripts without spaces are found inside a sentence", async () => {
    const raw = letter({ subject: "Plan", body: "今日は会議があります。" });
    const emailId = (await store.deliver({ accountId: "f", raw: withCharset(raw), role: "sent" })).emailId ?? "";
    expect(runEmailQuery(mail, query({ body: "会議" }))).toEqual([emailId]);
    expect(runEmailQuery(mail, query({ body: "議会" }))).toEqual([]);
    writeMail(mail, "f", (write) => destroyEmail(write, rowId(emailId) ?? -1));
  });

  test("conditions combine, and thread conditions look at the whole thread", () => {
    const unread: EmailFilter = { operator: "NOT", conditions: [{ hasKeyword: "$seen" }] };
    expect(find({ operator: "AND", conditions: [{ subject: "subject 11" }, unread] })).toEqual([35, 23, 11]);
    expect(find({ subject: "subject 11", someInThreadHaveKeyword: "$seen" })).toEqual([]);
    expect(find({ subject: "subject 10", allInThreadHaveKeyword: "$seen" })).toEqual([34, 22, 10]);
    expect(find({ operator: "OR", conditions: [{ body: "word1" }, { id: [ids[2] ?? ""] }] })).toContain(2);
    expect(find({ header: ["Message-ID", "t7@ext"] })).toEqual([7]);
    expect(find({ inThread: encodeId(999_999) })).toEqual([]);
    expect(find({ before: "2027-01-15T08:00:02Z" }).length + find({ after: "2027-01-15T08:00:02Z" }).length).toBe(36);
  });

  test("an odd mailbox id finds nothing", () => {
    expect(find({ inMailbox: "!!" })).toEqual([]);
    expect(rowId("A")).toBeNull();
  });
});
