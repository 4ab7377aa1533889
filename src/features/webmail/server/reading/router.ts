import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import {
  Acquaintance,
  DistrustSender,
  GetAcquaintance,
  SealedPictures,
  SealPictures,
  TrustSender,
  Unsubscribed,
  UnsubscribeFrom,
} from "../../schema/reading";
import { distrustSender } from "./distrust-sender";
import { getAcquaintance } from "./get-acquaintance";
import { sealPictures } from "./seal-pictures";
import { trustSender } from "./trust-sender";
import { unsubscribe } from "./unsubscribe";

export const readingRouter = router({
  /** A mutation because the addresses are too long for a URL; it changes nothing. */
  sealPictures: mailboxProcedure
    .input(SealPictures)
    .output(SealedPictures)
    .mutation(({ ctx, input }) => sealPictures(ctx, input)),
  acquaintance: mailboxProcedure
    .input(GetAcquaintance)
    .output(Acquaintance)
    .query(({ ctx, input }) => getAcquaintance(ctx, input)),
  trust: mailboxProcedure
    .input(TrustSender)
    .output(z.void())
    .mutation(({ ctx, input }) => trustSender(ctx, input)),
  distrust: mailboxProcedure
    .input(DistrustSender)
    .output(z.void())
    .mutation(({ ctx, input }) => distrustSender(ctx, input)),
  unsubscribe: mailboxProcedure
    .meta(rest("POST /webmail/messages/{messageId}/unsubscribe", "Leave the list that a message came from"))
    .input(UnsubscribeFrom)
    .output(Unsubscribed)
    .mutation(({ ctx, input }) => unsubscribe(ctx, input)),
});
