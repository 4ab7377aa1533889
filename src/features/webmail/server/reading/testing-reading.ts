import type { MailboxCtx } from "~/server/context";
import { putMail, type TestMail } from "../testing-webmail";

/** Puts a message into the inbox whose sender our own mail server has verified. Returns its JMAP id. */
export const putVerified = (ctx: MailboxCtx, { headers = [], ...mail }: TestMail): Promise<string> =>
  putMail(ctx, {
    ...mail,
    headers: [`Authentication-Results: ${ctx.platform.mailHost}; dkim=pass header.d=navy.example`, ...headers],
  });

/** The same from a list that is left by a call of `url`. */
export const putListMail = (ctx: MailboxCtx, url: string): Promise<string> =>
  putVerified(ctx, {
    subject: "News",
    headers: [
      "DKIM-Signature: v=1; d=navy.example; s=s; h=From:List-Unsubscribe:List-Unsubscribe-Post; b=x",
      `List-Unsubscribe: <${url}>`,
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ],
  });
