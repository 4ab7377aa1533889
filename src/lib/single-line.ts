import { z } from "zod";

/** Text of one line, as names and subjects are: a line break in it could begin a header field of its own (RFC 5322 section 2.2). */
export const singleLine = () => z.string().regex(/^[\t\P{Cc}]*$/u, "must be one line");
