import { describe, expect, test } from "bun:test";
import { outcome } from "./contract-outcome.ts";
import type { Contract } from "./contract-peer.ts";
import { countingEngine, rawMessage, rowWith, type TestUser, testUser } from "./contract-users.ts";

/** Folders of one's own, and what is done with the mail in them. */
export function handlingContract({ peer, features }: Contract) {
  const taken = features.has("tellsTakenNames") ? "conflict" : "refused";
  const folderOf = async (user: TestUser, id: string) =>
    (await user.engine.mailboxes.list()).find((mailbox) => mailbox.id === id);
  const received = async (user: TestUser, subject: string) => {
    await peer().deliver(user.address, rawMessage(user.address, subject));
    return (await rowWith(user, subject)).messageIds;
  };

  describe.concurrent("folders and what is done with mail", () => {
    test("a folder is made, renamed, put into another and removed", async () => {
      const user = await testUser(peer());
      const { mailboxes } = user.engine;
      const { id } = await mailboxes.create({ name: "Bills", parentId: null });
      const { id: parentId } = await mailboxes.create({ name: "Größeres", parentId: null });
      expect(await folderOf(user, id)).toMatchObject({ name: "Bills", parentId: null, role: null, totalMessages: 0 });
      await mailboxes.update(id, { name: "Bills 2026", parentId });
      expect(await folderOf(user, id)).toMatchObject({ name: "Bills 2026", parentId });
      expect(await outcome(mailboxes.destroy(parentId))).toBe("conflict");
      await mailboxes.destroy(id);
      await mailboxes.destroy(parentId);
      await mailboxes.destroy("zzzzz");
      expect(await folderOf(user, parentId)).toBeUndefined();
    });

    test("two folders in one place cannot have one name", async () => {
      const { mailboxes } = (await testUser(peer())).engine;
      await mailboxes.create({ name: "Twice", parentId: null });
      const { id } = await mailboxes.create({ name: "Once", parentId: null });
      expect(await outcome(mailboxes.create({ name: "Twice", parentId: null }))).toBe(taken);
      expect(await outcome(mailboxes.update(id, { name: "Twice" }))).toBe(taken);
    });

    test("a folder with mail is not removed", async () => {
      const user = await testUser(peer());
      const { id } = await user.engine.mailboxes.create({ name: "Full", parentId: null });
      await user.engine.messages.move(await received(user, "Stays"), id);
      expect(await outcome(user.engine.mailboxes.destroy(id))).toBe("conflict");
      expect(await folderOf(user, id)).toMatchObject({ totalMessages: 1 });
    });

    test("mail moves to the archive and is marked in one round trip; a mailbox without archive gets one", async () => {
      const user = await testUser(peer());
      const [first, second] = [await received(user, "Old one"), await received(user, "Old two")];
      const archive = { role: "archive", name: "Archive" } as const;
      await user.engine.messages.move(first, archive);
      const before = user.requests();
      await user.engine.messages.move(second, archive, { $seen: true, $flagged: false });
      expect(user.requests() - before).toBe(1);
      const [made, ...others] = (await user.engine.mailboxes.list()).filter(({ role }) => role === "archive");
      expect([made?.totalMessages, others]).toEqual([2, []]);
      const [id = ""] = second;
      const { keywords, mailboxIds } = await user.engine.messages.get(id);
      expect([keywords, mailboxIds]).toEqual([["$seen"], [made?.id ?? ""]]);
    });

    test("two tabs that archive for the first time at the same moment make one archive", async () => {
      const user = await testUser(peer());
      const parts = [await received(user, "Tab one"), await received(user, "Tab two")];
      const engines = [user.engine, countingEngine(peer().baseUrl, user.authorization).engine];
      await Promise.all(parts.map((ids, at) => engines[at]?.messages.move(ids, { role: "archive", name: "Archive" })));
      const archives = (await user.engine.mailboxes.list()).filter(({ role }) => role === "archive");
      expect(archives.map(({ totalMessages }) => totalMessages)).toEqual([2]);
    });

    test("what is removed from the trash is gone for ever; what is elsewhere stays", async () => {
      const user = await testUser(peer());
      const [gone, stays] = [await received(user, "Gone"), await received(user, "Stays")];
      await user.engine.messages.move(gone, { role: "trash", name: "Trash" });
      await user.engine.messages.removeFrom([...gone, ...stays], { role: "trash" });
      expect(await outcome(user.engine.messages.get(gone[0] ?? ""))).toBe("notFound");
      expect((await user.engine.messages.get(stays[0] ?? "")).subject).toBe("Stays");
      await user.engine.messages.removeFrom(gone, { role: "trash" });
    });
  });
}
