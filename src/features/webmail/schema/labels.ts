import { z } from "zod";
import { singleLine } from "~/lib/single-line";

/** Names of hues; the page has a shade of each for day and night. */
export const labelColours = ["grey", "red", "orange", "green", "teal", "blue", "purple", "pink"] as const;
export const LabelColour = z.enum(labelColours);
export type LabelColour = z.infer<typeof LabelColour>;

/** A keyword that every mail server and IMAP program can keep (RFC 8621 section 4.1.1, RFC 9051 section 9). */
export const LabelKeyword = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/);

/** What a keyword is called by the person whose mailbox it is. */
export const Label = z.strictObject({
  id: z.uuid(),
  keyword: z.string(),
  name: z.string(),
  colour: LabelColour.catch("grey"),
});
export type Label = z.infer<typeof Label>;

export const Labels = z.strictObject({ labels: z.array(Label) });
export type Labels = z.infer<typeof Labels>;

const name = singleLine().trim().min(1).max(60);

export const CreateLabel = z.strictObject({ name, colour: LabelColour.default("grey") });
export type CreateLabel = z.infer<typeof CreateLabel>;

const labelId = z.uuid();
export const LabelRef = z.strictObject({ labelId });
export type LabelRef = z.infer<typeof LabelRef>;

/** What is given is changed, the rest stays. */
export const UpdateLabel = z.strictObject({ labelId, name: name.optional(), colour: LabelColour.optional() });
export type UpdateLabel = z.infer<typeof UpdateLabel>;
