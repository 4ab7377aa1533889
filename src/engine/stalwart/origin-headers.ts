import { z } from "zod";
import type { OriginHeaders } from "../mail-objects.ts";

const values = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

const received = "header:Received:all";
const returnPath = "header:Return-Path:all";
const dkimSignature = "header:DKIM-Signature:all";
const listUnsubscribe = "header:List-Unsubscribe:all";
const listUnsubscribePost = "header:List-Unsubscribe-Post:all";

/** Properties of Email/get (RFC 8621 section 4.1.3), all in the raw form, which every server has. */
export const originShape = {
  [received]: values,
  [returnPath]: values,
  [dkimSignature]: values,
  [listUnsubscribe]: values,
  [listUnsubscribePost]: values,
};
type Origin = z.infer<z.ZodObject<typeof originShape>>;

/** A field's value comes raw: folded, with the space after the colon. */
export const unfolded = (value: string): string => value.replace(/\r?\n(?=[ \t])/g, "").trim();

const topmost = (fields: string[]) => (fields[0] === undefined ? null : unfolded(fields[0]));
/** A field that may stand there once says nothing when it stands there twice. */
const single = (fields: string[]) => (fields.length === 1 ? topmost(fields) : null);

/** Takes the fields apart from the rest of a message. */
export function splitOrigin<T extends Origin>(object: T): { rest: Omit<T, keyof Origin>; headers: OriginHeaders } {
  const {
    [received]: hops,
    [returnPath]: paths,
    [dkimSignature]: signatures,
    [listUnsubscribe]: ways,
    [listUnsubscribePost]: posts,
    ...rest
  } = object;
  const headers = {
    ...{ received: topmost(hops), returnPath: topmost(paths), dkimSignatures: signatures.map(unfolded) },
    ...{ listUnsubscribe: single(ways), listUnsubscribePost: single(posts) },
  };
  return { rest, headers };
}
