import type { MemberRole } from "../../../../../db/schema/enums";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";

/** What a role is called in a notice. */
export const roleWord = (role: MemberRole, locale: string): string =>
  (locale.startsWith("de") ? de : en).auth[`role_${role}`];
