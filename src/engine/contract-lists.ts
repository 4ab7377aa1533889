import { describe, expect, test } from "bun:test";
import { rawMessage, rowWith, testUser } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";
import type { ThreadQuery } from "./mail-objects.ts";

/** Filters, orders and stretches of a folder's list. */
export function listContract({ peer, features }: Contract) {
  describe.concurrent("the list of conversations", () => {
    const inbox = { mailbox: { role: "inbox" as const } };

    /** Three letters that came on three days: Ann's is long, Bob's unread and flagged, Cem's labelled. */
    async function threeLetters() {
      const user = await testUser(peer());
      const put = (day: number, from: string, subject: string, body: string, keywords: string[]) =>
        user.engine.messages.import({
          raw: new TextEncoder().encode(rawMessage(user.address, subject, { From: `${from} <x@outside.test>` }, body)),
          ...{ role: "inbox", keywords, receivedAt: new Date(`2026-03-0${day}T10:00:00Z`) },
        });
      await put(1, "Bob", "Zebra", "Short.", ["$flagged"]);
      await put(2, "Cem", "Apple", "A little longer.", ["$seen", "travel"]);
      await put(3, "Ann", "Mango", "Very long. ".repeat(400), ["$seen"]);
      await rowWith(user, "Mango");
      const subjects = async (query: Partial<ThreadQuery>) =>
        (await user.engine.threads.list({ ...inbox, limit: 50, ...query })).threads.map(({ subject }) => subject);
      return { user, subjects };
    }

    test("is sorted by date, sender, subject or size, either way", async () => {
      const { subjects } = await threeLetters();
      const by = (by: "received" | "from" | "subject" | "size", ascending: boolean) =>
        subjects({ sort: { by, ascending } });
      expect(await by("received", false)).toEqual(["Mango", "Apple", "Zebra"]);
      expect(await by("received", true)).toEqual(["Zebra", "Apple", "Mango"]);
      expect(await by("from", true)).toEqual(["Mango", "Zebra", "Apple"]);
      expect(await by("subject", true)).toEqual(["Apple", "Mango", "Zebra"]);
      expect(await by("size", false)).toEqual(["Mango", "Apple", "Zebra"]);
    });

    test("shows only what is unread or has files, and says how many these are", async () => {
      const { user, subjects } = await threeLetters();
      expect(await subjects({ filter: { unread: true } })).toEqual(["Zebra"]);
      expect(await subjects({ filter: { hasAttachment: true } })).toEqual([]);
      expect(await subjects({ filter: { unread: true, hasAttachment: true } })).toEqual([]);
      const page = await user.engine.threads.list({ ...inbox, limit: 1, filter: { unread: true } });
      expect(page).toMatchObject({ total: 1, position: 0 });
      expect((await user.engine.threads.list({ ...inbox, limit: 1 })).total).toBe(3);
      expect((await user.engine.overview({ ...inbox, limit: 1, filter: { unread: true } })).page.total).toBe(1);
    });

    test.skipIf(!features.has("threadKeywords"))("shows only what is flagged or has a label", async () => {
      const { subjects } = await threeLetters();
      expect(await subjects({ filter: { flagged: true } })).toEqual(["Zebra"]);
      expect(await subjects({ filter: { label: "travel" } })).toEqual(["Apple"]);
      expect(await subjects({ filter: { label: "travel", flagged: true } })).toEqual([]);
    });

    test("begins wherever it is told to, and ends at its end", async () => {
      const { user, subjects } = await threeLetters();
      expect(await subjects({ position: 1, limit: 1 })).toEqual(["Apple"]);
      const { threads, position, cursor } = await user.engine.threads.list({ ...inbox, position: 2, limit: 2 });
      expect([threads[0]?.subject, position, cursor]).toEqual(["Zebra", 2, undefined]);
      expect(await subjects({ position: 9 })).toEqual([]);
    });

    test("a row says how long the conversation is, with one's own answers, and which labels it has", async () => {
      const user = await testUser(peer());
      const first = `${crypto.randomUUID()}@outside.test`;
      const file = (role: "inbox" | "sent", headers: Record<string, string>, keywords: string[], receivedAt: string) =>
        user.engine.messages.import({
          raw: new TextEncoder().encode(rawMessage(user.address, "Plans", headers)),
          ...{ role, keywords, receivedAt: new Date(receivedAt) },
        });
      await file("inbox", { "Message-ID": `<${first}>` }, ["$seen", "work"], "2026-03-01T10:00:00Z");
      const answer = { "In-Reply-To": `<${first}>`, References: `<${first}>` };
      await file("sent", answer, ["$seen"], "2026-03-02T10:00:00Z");
      const row = await rowWith(user, "Plans");
      expect(row).toMatchObject({ messageCount: 2, keywords: ["work"] });
      expect(row.messageIds).toHaveLength(1);
    });
  });
}
