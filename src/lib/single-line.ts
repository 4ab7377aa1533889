import { z } from "zod";

/** A header field of one line: a line break in it could begin a field of its own (RFC 5322 section 2.2). What people write to each other. */
export const headerText = () => z.string().regex(/^[\t\P{Cc}]*$/u, "must be one line");

/**
 * A name: one line, and without the invisible marks that turn the direction of writing around (Unicode's Bidi_Control), with which a name
 * could be made to look like another one, or change the text around it.
 */
export const singleLine = () =>
  headerText()
    .regex(/^[^\p{Zl}\p{Zp}]*$/u, "must be one line")
    .regex(/^\P{Bidi_Control}*$/u, "must have no marks of writing direction");
