import { z } from "zod";
import { singleLine } from "~/lib/single-line";

/** An address that one may write as. */
export const MailIdentity = z.strictObject({
  email: z.string(),
  /** As recipients see it; may be empty. */
  name: z.string(),
  kind: z.enum(["own", "alias", "group"]),
});
export type MailIdentity = z.infer<typeof MailIdentity>;

/** Letters with which some word of a name or an address begins. */
export const SuggestPeople = z.strictObject({ text: z.string().trim().min(1).max(100) });
export type SuggestPeople = z.infer<typeof SuggestPeople>;

export const SuggestedPerson = z.strictObject({
  name: z.string().nullable(),
  email: z.string(),
  /** Whom one wrote to before, or what of the own tenant it is. */
  kind: z.enum(["recent", "user", "alias", "group"]),
});
export type SuggestedPerson = z.infer<typeof SuggestedPerson>;

export const Signature = z.strictObject({
  id: z.uuid(),
  /** For oneself, to tell them apart. */
  name: z.string(),
  /** Hostile like any HTML: it goes through the sanitiser wherever it is shown or written. */
  html: z.string(),
  text: z.string(),
});
export type Signature = z.infer<typeof Signature>;

const fields = {
  name: singleLine().trim().min(1).max(60),
  html: z.string().max(100_000),
  text: z.string().max(20_000),
};

export const AddSignature = z.strictObject(fields);
export type AddSignature = z.infer<typeof AddSignature>;

/** What is given is changed, the rest stays. */
export const SetSignature = z.strictObject({ signatureId: z.uuid(), ...z.strictObject(fields).partial().shape });
export type SetSignature = z.infer<typeof SetSignature>;

export const SignatureRef = z.strictObject({ signatureId: z.uuid() });
export type SignatureRef = z.infer<typeof SignatureRef>;

/** What a composer has to know before one sees it. */
export const ComposingSetup = z.strictObject({
  identities: z.array(MailIdentity),
  signatures: z.array(Signature),
});
export type ComposingSetup = z.infer<typeof ComposingSetup>;
