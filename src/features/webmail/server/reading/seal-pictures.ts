import { picturePath } from "~/lib/picture-path";
import type { MailboxCtx } from "~/server/context";
import type { SealedPictures, SealPictures } from "../../schema/reading";
import { sealPicture } from "./picture-token";

/**
 * Lets this session load pictures from the internet through us. Which ones is the reader's word: whoever may read mail here can have any
 * address in a message, so looking there for it would guard nothing; the guard stands where the picture is fetched.
 */
export function sealPictures(ctx: MailboxCtx, { urls }: SealPictures): SealedPictures {
  const { trialZone } = ctx.platform;
  return {
    paths: urls.map((text) => {
      const url = URL.parse(text.startsWith("//") ? `https:${text}` : text);
      if (!url || !/^https?:$/.test(url.protocol) || url.href.length > 2048) return null;
      // Outside of the trial strangers are spoken to by https only, and most picture servers that are named with http have both.
      if (url.protocol === "http:" && trialZone === null) url.protocol = "https:";
      return `${picturePath}${sealPicture(ctx, url.href)}`;
    }),
  };
}
