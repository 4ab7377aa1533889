import { describe, expect, test } from "bun:test";
import { eventually } from "../lib/testing-eventually.ts";
import type { Contract } from "./contract-peer.ts";
import { rawMessage, rowWith, type TestUser, testUser } from "./contract-users.ts";
import type { SearchFilter } from "./mail-search.ts";

/** A mailbox with four messages, one of them in Trash, all of which a search finds by now. */
async function filledUser({ peer }: Contract): Promise<TestUser> {
  const user = await testUser(peer());
  const mails: [subject: string, headers: Record<string, string>, body: string][] = [
    ["Budget draft", { From: "Grace Hopper <grace@navy.test>" }, "The compiler costs eleven dollars."],
    ["Holiday plans", { Cc: "Doris <doris@outside.test>" }, "We meet at the big harbour, then sail."],
    ["Harbour works", {}, "A big crane stands in the harbour."],
    ["Thrown away", {}, "The harbour is closed."],
  ];
  for (const [subject, headers, body] of mails) {
    await peer().deliver(user.address, rawMessage(user.address, subject, headers, body));
    await rowWith(user, subject);
  }
  const trash = (await user.engine.mailboxes.list()).find(({ role }) => role === "trash");
  await user.engine.messages.move((await rowWith(user, "Thrown away")).messageIds, trash?.id ?? "");
  const words = any({ text: "harbour" }, { text: "compiler" });
  await eventually(
    () => subjects(user, all(words, { mailbox: { role: "trash" } }), true),
    (found) => found.length === 1,
  );
  await eventually(
    () => subjects(user, words),
    (found) => found.length === 3,
  );
  return user;
}

const find = (user: TestUser, filter: SearchFilter, everywhere = false) =>
  user.engine.search({ filter, everywhere, limit: 20 });
const subjects = async (user: TestUser, filter: SearchFilter, everywhere = false) =>
  (await find(user, filter, everywhere)).hits.map(({ subject }) => subject).sort();
const all = (...filters: SearchFilter[]): SearchFilter => ({ operator: "all", filters });
const none = (...filters: SearchFilter[]): SearchFilter => ({ operator: "none", filters });
const any = (...filters: SearchFilter[]): SearchFilter => ({ operator: "any", filters });

/** What somebody looks for is found. An engine may index what came after a while. */
export function searchContract(contract: Contract) {
  describe.concurrent("searching mail", () => {
    test("words are found in subject and body, with where they are, in one round trip, and not what lies in Trash", async () => {
      const user = await filledUser(contract);
      const found = await find(user, { text: "harbour" });
      expect(found.total).toBe(2);
      const works = found.hits.find(({ subject }) => subject === "Harbour works");
      const inbox = (await user.engine.mailboxes.list()).find(({ role }) => role === "inbox");
      expect(works).toMatchObject({ mailboxIds: [inbox?.id], unread: true, messageCount: 1 });
      expect(works?.messageIds).toEqual([works!.messageId]);
      expect(works?.marked.subject?.find(({ isHit }) => isHit)?.text).toBe("Harbour");
      expect(works?.marked.preview?.map(({ text }) => text).join("")).toContain("A big crane stands in the harbour.");
      expect(works?.marked.preview?.find(({ isHit }) => isHit)?.text).toBe("harbour");
      const before = user.requests();
      await find(user, all({ text: "harbour" }, { mailbox: { name: "inbox" } }));
      expect(user.requests() - before).toBe(1);
      expect(await subjects(user, { text: "harbour" }, true)).toContain("Thrown away");
      expect(await subjects(user, all({ text: "harbour" }, { mailbox: { role: "trash" } }), true)).toEqual([
        "Thrown away",
      ]);
    });

    test("people, subjects, phrases, folders and everything else narrow it down", async () => {
      const user = await filledUser(contract);
      const draft = ["Budget draft"];
      expect(await subjects(user, { from: "grace" })).toEqual(draft);
      expect(await subjects(user, { from: "grace@navy.test" })).toEqual(draft);
      expect(await subjects(user, { cc: "doris" })).toEqual(["Holiday plans"]);
      expect(await subjects(user, { subject: "harbour" })).toEqual(["Harbour works"]);
      expect(await subjects(user, { text: "big harbour" })).toEqual(["Holiday plans"]);
      expect(await subjects(user, all({ text: "harbour" }, none({ text: "crane" })))).toEqual(["Holiday plans"]);
      expect(await subjects(user, any({ text: "crane" }, { text: "compiler" }))).toEqual([...draft, "Harbour works"]);
      expect(await subjects(user, all(any(), { text: "harbour" }))).toEqual([]);
      expect(await subjects(user, all({ text: ":-" }, { from: "grace" }))).toEqual(draft);
      expect(await subjects(user, { mailbox: { name: "No such folder" } })).toEqual([]);
      expect(await subjects(user, { hasAttachment: true })).toEqual([]);
      expect((await subjects(user, { notKeyword: "$seen" })).length).toBe(3);
      expect(await subjects(user, { hasKeyword: "$flagged" })).toEqual([]);
      expect(await subjects(user, { minSize: 1_000_000 })).toEqual([]);
      const [hour, now] = [3_600_000, Date.now()];
      expect((await subjects(user, { after: new Date(now - hour), before: new Date(now + hour) })).length).toBe(3);
      expect(await subjects(user, { before: new Date(now - hour) })).toEqual([]);
    });

    test("pages of what was found follow each other", async () => {
      const user = await filledUser(contract);
      const page = (after?: string) => user.engine.search({ filter: {}, everywhere: false, limit: 2, after });
      const first = await page();
      const next = await page(first.cursor);
      expect([first.hits.length, first.total, next.hits.length]).toEqual([2, 3, 1]);
      expect(next.cursor).toBeUndefined();
      expect(new Set([...first.hits, ...next.hits].map(({ threadId }) => threadId)).size).toBe(3);
    });

    test("no text that is searched for is anything but text to the engine", async () => {
      const user = await testUser(contract.peer());
      for (const text of [
        '" OR 1=1 --',
        "a* NEAR b",
        "{subject}: x",
        "'; drop table emails",
        "%",
        "(((",
        "\u0000x",
        "💥",
      ])
        for (const filter of [{ text }, { from: text }, { subject: text }, { mailbox: { name: text } }])
          expect((await find(user, filter)).hits).toEqual([]);
    });
  });
}
