import { describe, expect, test } from "bun:test";
import { rawMessage, rowWith, testUser } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";

/** What of a message's head tells whether to believe it. */
export function originContract({ peer }: Contract) {
  describe.concurrent("where mail comes from", () => {
    test("a message tells which way it came, and how to get no more of its kind", async () => {
      const user = await testUser(peer());
      const way = "<https://outside.test/leave?id=1>,\r\n <mailto:leave@outside.test>";
      await peer().deliver(
        user.address,
        rawMessage(user.address, "News", {
          Received: "from nowhere by mx.outside.test; Mon, 1 Jan 2024 00:00:00 +0000",
          "DKIM-Signature": "v=1; d=outside.test;\r\n h=From:List-Unsubscribe; b=x",
          ...{ "List-Unsubscribe": way, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
        }),
      );
      const { headers } = await user.engine.messages.get((await rowWith(user, "News")).messageId);
      expect(headers).toMatchObject({
        dkimSignatures: ["v=1; d=outside.test; h=From:List-Unsubscribe; b=x"],
        listUnsubscribe: "<https://outside.test/leave?id=1>, <mailto:leave@outside.test>",
        listUnsubscribePost: "List-Unsubscribe=One-Click",
      });
      // The hop that the server itself added stands above the one that came with the message.
      expect(headers.received).not.toContain("nowhere");
    });
  });
}
