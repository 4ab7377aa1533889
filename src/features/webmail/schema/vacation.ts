import { z } from "zod";
import { headerText } from "~/lib/single-line";

const day = z.iso.date();

const fields = {
  isEnabled: z.boolean(),
  /** The first and the last day of it, where the person is; null: from now on, until it is switched off. */
  fromDate: day.nullable(),
  untilDate: day.nullable(),
  /** Empty: `Auto:` and the subject of what is answered. */
  subject: headerText().max(400),
  text: z.string().max(20_000),
};

export const SetVacation = z
  .strictObject({
    ...fields,
    /** Offset from UTC where the person is, as `+0100`. */
    zone: z.string().regex(/^[+-](?:0\d|1[0-4])[0-5]\d$/),
  })
  .refine(({ isEnabled, text }) => !isEnabled || text.trim() !== "", { path: ["text"], message: "Say something." })
  .refine(({ fromDate, untilDate }) => !fromDate || !untilDate || fromDate <= untilDate, {
    path: ["untilDate"],
    message: "The last day is before the first.",
  });
export type SetVacation = z.infer<typeof SetVacation>;

export const Vacation = z.strictObject({
  ...fields,
  /** Whether the mail server does so already. */
  application: z.enum(["applied", "pending", "failed"]),
});
export type Vacation = z.infer<typeof Vacation>;
