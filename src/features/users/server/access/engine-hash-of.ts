import type { MailUserRow } from "../mail-user-view";
import { unknownHash } from "./unknown-hash";

/**
 * The password hash that the engine gets of a mailbox user. With a second factor on, none that anybody knows: a program cannot be asked for
 * a code, so it signs in with an app password of its own.
 */
export const engineHashOf = ({
  id,
  passwordHash,
  totpConfirmedAt,
}: Pick<MailUserRow, "id" | "passwordHash" | "totpConfirmedAt">): string =>
  totpConfirmedAt ? unknownHash(id) : passwordHash;
