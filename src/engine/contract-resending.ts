import { describe, expect, test } from "bun:test";
import { eventually } from "../lib/testing-eventually.ts";
import { outcome } from "./contract-outcome.ts";
import type { Contract } from "./contract-peer.ts";
import { outgoing, rowWith, testUser, testUsers, type TestUser } from "./contract-users.ts";
import { EngineError } from "./engine-error.ts";

const subjectsIn = async (user: TestUser, role: "drafts" | "sent") =>
  (await user.engine.threads.list({ mailbox: { role }, limit: 20 })).threads.map(({ subject }) => subject);

/** What becomes of drafts when they are sent, refused, called back and sent again. */
export function resendingContract({ peer }: Contract) {
  describe.concurrent("drafts that are sent", () => {
    test("a letter that was called back can be sent again as it is, once", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const letter = await outgoing(ana, [bo.address], { holdSeconds: 60 });
      const { submissionId, emailId } = await ana.engine.submissions.send(letter);
      await ana.engine.submissions.cancel({ submissionId: submissionId ?? "", emailId });
      const again = await ana.engine.submissions.resend({ emailId, holdSeconds: 0 });
      expect(again).toMatchObject({ emailId, refused: [] });
      expect(again.submissionId).not.toBe(submissionId);
      const arrived = await bo.engine.messages.get((await rowWith(bo, letter.subject)).messageId);
      expect(arrived.messageId).toBe(letter.messageId);
      expect([await subjectsIn(ana, "drafts"), await subjectsIn(ana, "sent")]).toEqual([[], [letter.subject]]);
      expect(await outcome(ana.engine.submissions.resend({ emailId, holdSeconds: 0 }))).toBe("conflict");
      expect(await outcome(ana.engine.submissions.resend({ emailId: "zzzzzz", holdSeconds: 0 }))).toBe("notFound");
    });

    test("however often a letter is refused, one draft of it is left", async () => {
      const ana = await testUser(peer());
      const refused = async (draftId?: string): Promise<string | undefined> => {
        const letter = await outgoing(ana, [peer().refusedAddress], { subject: "No", ...(draftId ? { draftId } : {}) });
        const error = await ana.engine.submissions.send(letter).catch((thrown: unknown) => thrown);
        return error instanceof EngineError ? error.draftId : undefined;
      };
      const first = await refused();
      expect(first).toBeString();
      expect(await refused(first)).toBe(first);
      await rowWith(ana, "No", "drafts");
      expect(await subjectsIn(ana, "drafts")).toEqual(["No"]);
    });

    test("after a letter its draft is gone and what it answers is marked, also a second time", async () => {
      const ana = await testUser(peer());
      await peer().deliver(ana.address, "Subject: Question\r\n\r\nWell?\r\n");
      const question = await rowWith(ana, "Question");
      const held = await ana.engine.submissions.send(await outgoing(ana, [ana.address], { holdSeconds: 60 }));
      const sent = {
        draftId: held.emailId,
        marks: { emailId: question.messageId, keyword: "$answered" as const },
      };
      await ana.engine.submissions.finish(sent);
      await ana.engine.submissions.finish(sent);
      await eventually(
        async () => (await ana.engine.messages.get(question.messageId)).keywords,
        (keywords) => keywords.includes("$answered"),
      );
      expect(await ana.engine.submissions.headings([held.emailId])).toEqual([]);
    });

    test("what lists of sent mail show of messages is read at once, and what is gone is left out", async () => {
      const [ana, bo, cleo] = await testUsers(peer(), 3);
      const letter = await outgoing(ana, [bo.address], { cc: [{ name: "Cleo", email: cleo.address }] });
      const { emailId, threadId } = await ana.engine.submissions.send(letter);
      expect(await ana.engine.submissions.headings([emailId, "zzzzzz"])).toEqual([
        { id: emailId, threadId, subject: letter.subject, to: letter.to, cc: letter.cc, bcc: [] },
      ]);
    });
  });
}
