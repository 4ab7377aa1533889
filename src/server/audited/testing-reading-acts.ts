import { putListMail } from "~/features/webmail/server/reading/testing-reading";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import type { Acts } from "./testing-act";

/** Reading. */
export const readingActs: Acts = {
  "webmail.reading.sealPictures": { isSilent: "it says where a picture may be loaded from, and changes nothing" },
  "webmail.reading.trust": { isSilent: "whose pictures somebody sees changes nothing for anybody" },
  "webmail.reading.distrust": { isSilent: "whose pictures somebody sees changes nothing for anybody" },
  "webmail.reading.unsubscribe": {
    audits: ["reading.unsubscribe"],
    async call({ services }) {
      const { ana } = (await testMailboxes(services, `a${Bun.randomUUIDv7().slice(-12)}.test`, ["ana"])).people;
      const messageId = await putListMail(ana.ctx, "https://127.0.0.1:9/leave");
      return { context: await ana.browser.visit((context) => context), input: { messageId } };
    },
  },
};
