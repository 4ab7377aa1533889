import { describe, expect, test } from "bun:test";
import { outcome } from "./contract-outcome.ts";
import { countingEngine, rawMessage, rowWith, testUser } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";

/** Every way of not succeeding has its name. */
export function failureContract({ peer, features }: Contract) {
  describe.concurrent("failures", () => {
    test("a wrong credential is unauthorized, for views, files and push", async () => {
      const { engine } = countingEngine(peer().baseUrl, "Bearer API_wrong");
      expect(await outcome(engine.mailboxes.list())).toBe("unauthorized");
      expect(await outcome(engine.blobs.upload(new Blob(["x"])))).toBe("unauthorized");
      const events = engine.events(new AbortController().signal)[Symbol.asyncIterator]();
      expect(await outcome(events.next())).toBe("unauthorized");
    });

    test("what does not exist is not found", async () => {
      const { engine } = await testUser(peer());
      const failures = await Promise.all(
        [
          engine.threads.list({ mailbox: { id: "zzzzzz" }, limit: 5 }),
          engine.overview({ mailbox: { id: "zzzzzz" }, limit: 5 }),
          engine.threads.get("zzzzzz"),
          engine.messages.get("zzzzzz"),
          engine.messages.setKeywords(["zzzzzz"], { $seen: true }),
          engine.blobs.download("..", "x", "text/plain"),
        ].map(outcome),
      );
      expect(failures).toEqual(Array(failures.length).fill("notFound"));
    });

    test("marking several messages fails when one of them is gone", async () => {
      const user = await testUser(peer());
      await peer().deliver(user.address, rawMessage(user.address, "Still here"));
      const { messageId } = await rowWith(user, "Still here");
      const marked = user.engine.messages.setKeywords([messageId, "zzzzzz"], { $seen: true });
      expect(await outcome(marked)).toBe("notFound");
    });

    test("a state that the engine does not know asks for a fresh start", async () => {
      const { engine } = await testUser(peer());
      const changes = engine.changes({ type: "Email", state: "unheard-of" });
      expect(await outcome(changes)).toBe("stateTooOld");
    });

    test.skipIf(features.has("push"))("a server that cannot push says so", async () => {
      const { engine } = await testUser(peer());
      const events = engine.events(new AbortController().signal)[Symbol.asyncIterator]();
      expect(await outcome(events.next())).toBe("refused");
    });

    test("twenty views at once are all answered", async () => {
      const { engine } = await testUser(peer());
      const views = Array.from({ length: 20 }, () => engine.overview({ mailbox: { role: "inbox" }, limit: 10 }));
      expect((await Promise.all(views)).every(({ page }) => page.total === 0)).toBe(true);
    });
  });
}
