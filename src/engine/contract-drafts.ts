import { describe, expect, test } from "bun:test";
import { startLossyProxy } from "./contract-lossy-proxy.ts";
import { outcome } from "./contract-outcome.ts";
import { countingEngine, outgoing, rowWith, testUser } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";

/** Drafts: saved over and over, never lost, never two. */
export function draftsContract({ peer, features }: Contract) {
  describe.concurrent("drafts", () => {
    const drafts = async ({ engine }: Pick<Awaited<ReturnType<typeof testUser>>, "engine">) =>
      (await engine.threads.list({ mailbox: { role: "drafts" }, limit: 50 })).threads;

    test("a draft that is saved again takes the place of the one before, with its files", async () => {
      const ana = await testUser(peer());
      const file = await ana.engine.blobs.upload(new Blob(["a,b"], { type: "text/csv" }));
      const content = await outgoing(ana, [], { attachments: [{ ...file, name: "März.csv", cid: "1@files" }] });
      const first = await ana.engine.drafts.save(content, {
        ...{ writer: "one", replaces: [], origin: { replyToId: "M-answered_1" } },
      });
      const origin = { replyToId: "M-answered_1" };
      expect(first).toMatchObject({ writer: "one", origin, hasReplaced: true });
      expect(await ana.engine.drafts.get(first.id)).toMatchObject({ writer: "one", origin });
      expect(first.attachments).toMatchObject([{ name: "März.csv", type: "text/csv", cid: "1@files", inline: false }]);

      const again = { ...content, text: "More words.", attachments: [{ ...content.attachments[0]!, ...file }] };
      again.attachments[0]!.blobId = first.attachments[0]!.blobId;
      const before = ana.requests();
      const second = await ana.engine.drafts.save(again, { writer: "one", replaces: [first.id] });
      if (features.has("getsWhatItCreated")) expect(ana.requests() - before).toBe(1);
      expect(second.hasReplaced).toBe(true);

      await rowWith(ana, content.subject, "drafts");
      expect((await drafts(ana)).map(({ messageId }) => messageId)).toEqual([second.id]);
      const kept = await ana.engine.messages.get(second.id);
      expect(kept).toMatchObject({ messageId: content.messageId, to: [], subject: content.subject });
      expect(kept.text?.trim()).toBe("More words.");
      expect([...kept.keywords].sort()).toEqual(["$draft", "$seen"]);
      const { blobId = "" } = second.attachments[0] ?? {};
      expect(await (await ana.engine.blobs.download(blobId, "x", "text/csv")).text()).toBe("a,b");
    });

    test("a draft that cannot be stored leaves the one before where it is", async () => {
      const ana = await testUser(peer());
      const content = await outgoing(ana, []);
      const first = await ana.engine.drafts.save(content, { writer: "one", replaces: [] });
      const attachments = [{ blobId: "nosuchblob", name: "x", type: "text/plain", size: 1 }];
      const refused = ana.engine.drafts.save({ ...content, attachments }, { writer: "one", replaces: [first.id] });
      expect(["notFound", "refused"]).toContain(await outcome(refused));
      // Cyrus refuses it and files it all the same.
      expect((await ana.engine.drafts.find(content.messageId)).map(({ id }) => id)).toContain(first.id);
    });

    test("whoever saves over a draft that is gone is told so, and finds what others saved", async () => {
      const ana = await testUser(peer());
      const content = await outgoing(ana, []);
      const base = await ana.engine.drafts.save(content, { writer: "one", replaces: [] });
      const one = await ana.engine.drafts.save(content, { writer: "one", replaces: [base.id] });
      const other = await ana.engine.drafts.save(content, { writer: "other", replaces: [base.id] });
      expect([one.hasReplaced, other.hasReplaced]).toEqual([true, false]);
      const found = await ana.engine.drafts.find(content.messageId);
      expect(found.map(({ id, writer }) => `${writer} ${id}`).sort()).toEqual([`one ${one.id}`, `other ${other.id}`]);
      const both = await ana.engine.drafts.save(content, { writer: "one", replaces: [one.id, other.id] });
      expect(both.hasReplaced).toBe(true);
      expect((await ana.engine.drafts.find(content.messageId)).map(({ id }) => id)).toEqual([both.id]);
      expect(await ana.engine.drafts.find(`no-${content.messageId}`)).toEqual([]);
    });

    test("when the reply is lost the draft can be found by its Message-ID, and there is one", async () => {
      const proxy = await startLossyProxy(peer().baseUrl);
      try {
        const ana = await testUser(peer(), proxy.baseUrl);
        const content = await outgoing(ana, []);
        const first = await ana.engine.drafts.save(content, { writer: "one", replaces: [] });
        proxy.loseRepliesTo(/X-DeftMail-Writer/);
        const lost = ana.engine.drafts.save(content, { writer: "one", replaces: [first.id] });
        expect(await outcome(lost)).toBe("unknownOutcome");
        const { engine } = countingEngine(peer().baseUrl, ana.authorization);
        const found = await engine.drafts.find(content.messageId);
        const newer = found.filter(({ id }) => id !== first.id);
        expect(newer).toHaveLength(1);
        if (features.has("getsWhatItCreated")) expect(found).toHaveLength(1);
      } finally {
        await proxy.stop();
      }
    });

    test("the server says how much may be attached, and a whole message may be attached to another", async () => {
      const ana = await testUser(peer());
      const { maxUploadBytes, maxAttachmentsBytes } = await ana.engine.limits();
      expect(maxUploadBytes).toBeGreaterThan(1_000_000);
      expect(maxAttachmentsBytes).toBeGreaterThan(1_000_000);
      const draft = await ana.engine.drafts.save(await outgoing(ana, []), { writer: "one", replaces: [] });
      const file = await ana.engine.messages.file(draft.id);
      const attachments = [{ blobId: file.blobId, size: file.size, name: "letter.eml", type: "message/rfc822" }];
      const carrier = await ana.engine.drafts.save(await outgoing(ana, [], { attachments }), {
        ...{ writer: "one", replaces: [] },
      });
      expect(carrier.attachments).toMatchObject([{ name: "letter.eml", type: "message/rfc822" }]);
      expect(await outcome(ana.engine.messages.file("zzzzzz"))).toBe("notFound");
    });
  });
}
