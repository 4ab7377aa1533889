import { z } from "zod";
import type { Mail, MailWrite } from "../../mail/mail";
import { typeState } from "../../mail/read-changes";
import { parseArguments, SetArguments, UtcDate } from "../arguments";
import { getMethod } from "../get-method";
import type { MethodFactory } from "../jmap";
import { insertObject, listObjects, updateObject } from "../object-store";
import { applyPatch } from "../patch";
import { invalidProperties, SetError } from "../set-error";
import { setObjects } from "../set-objects";

const bytes = (max: number) => z.string().refine((text) => Buffer.byteLength(text) <= max, `at most ${max} bytes`);

/** Stalwart's limits: subject below 512 bytes, bodies below 2,048. */
const VacationResponse = z.strictObject({
  isEnabled: z
    .boolean()
    .nullish()
    .transform((on) => on ?? false),
  fromDate: UtcDate.nullish().transform((date) => date ?? null),
  toDate: UtcDate.nullish().transform((date) => date ?? null),
  subject: bytes(511)
    .nullish()
    .transform((text) => text ?? null),
  textBody: bytes(2047)
    .nullish()
    .transform((text) => text ?? null),
  htmlBody: bytes(2047)
    .nullish()
    .transform((text) => text ?? null),
});
export type VacationResponse = z.infer<typeof VacationResponse>;

const none: VacationResponse = {
  isEnabled: false,
  fromDate: null,
  toDate: null,
  subject: null,
  textBody: null,
  htmlBody: null,
};
const known = ["id", ...Object.keys(none)];

/** The vacation response of an account; the empty one when it was never set. */
export function readVacationResponse(mail: Mail, accountId: string): VacationResponse {
  return listObjects<VacationResponse>(mail, accountId, "VacationResponse")[0]?.value ?? none;
}

/** Writes it, under whatever row it has. */
export function writeVacationResponse(write: MailWrite, value: VacationResponse): void {
  const [stored] = listObjects<VacationResponse>(write, write.accountId, "VacationResponse");
  if (stored) updateObject(write, "VacationResponse", stored.id, value);
  else insertObject(write, "VacationResponse", value);
}

/** VacationResponse/get (RFC 8621 section 8.1). */
export const vacationGet = getMethod(known, ({ mail }, accountId) => ({
  state: typeState(mail, accountId, "VacationResponse"),
  all: () => ["singleton"],
  find: (id) => (id === "singleton" ? { id, ...readVacationResponse(mail, accountId) } : null),
}));

const singleton = () => {
  throw new SetError("singleton", "There is exactly one vacation response.");
};

/** VacationResponse/set (RFC 8621 section 8.2). */
export const vacationSet: MethodFactory =
  ({ mail }) =>
  async (call, args) =>
    setObjects(mail, call, "VacationResponse", parseArguments(SetArguments, args), {
      create: singleton,
      destroy: singleton,
      update(write, id, patch) {
        if (id !== "singleton") throw new SetError("notFound");
        const parsed = VacationResponse.safeParse(applyPatch(readVacationResponse(write, write.accountId), patch));
        if (!parsed.success) {
          const [issue] = parsed.error.issues;
          const keys = issue?.code === "unrecognized_keys" ? issue.keys : [String(issue?.path[0] ?? "")];
          throw invalidProperties(keys, issue?.message);
        }
        writeVacationResponse(write, parsed.data);
        return null;
      },
    });
