import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import type { AuditEntry } from "../../schema/audit";

/** The sentence under a key that is made of data; `otherwise` when nobody has written one yet. */
function wordOr(key: string, otherwise: string): string {
  const full = `audit.${key}`;
  const word = t(full as "audit.title");
  return word === full || word === "" ? otherwise : word;
}

/** `quotaBytes` and `set_role` as people write: "Quota bytes", "Set role". */
const spaced = (name: string) => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const areas = [
  ...(["session", "auth", "access", "member", "invitation", "tenant", "token", "webhook", "identity"] as const),
  ...(["domain", "dkim", "user", "group", "message", "audit"] as const),
] as const;

export const actionText = (action: string): string =>
  action.includes(".") ? wordOr(`act_${action.replaceAll(".", "_")}`, spaced(action)) : areaText(action);
export const areaText = (area: string): string => wordOr(`area_${area}`, spaced(area));
export const kindText = (kind: string): string => wordOr(`kind_${kind}`, spaced(kind));
export const fieldText = (field: string): string => wordOr(`field_${field}`, spaced(field));

/** Jobs that stand for visitors: of some no more is known than that they came, of others that they hold a link that was mailed. */
const visitors = new Set(["sign-in", "auth.reset-link"]);
const linkHolders = new Set(["confirm", "reset", "invitation", "tenant.reopen"]);

/** Who did it, by name. */
export function actorText({ kind, id, label }: AuditEntry["actor"]): string {
  if (kind === "job" && linkHolders.has(id)) return t("audit.linkHolder");
  if (kind === "job") return t(visitors.has(id) ? "audit.somebody" : "audit.platform");
  if (kind === "script") return t("audit.operator");
  return kind === "token" ? t("audit.token", { name: label }) : label;
}

/** What it was done to, by its name, or what kind of thing it is. */
export const subjectText = ({ type, label }: AuditEntry["subject"]): string => label ?? kindText(type);

type Value = NonNullable<AuditEntry["after"]>[string] | undefined;

/** A recorded value as text; never as markup. */
export function valueText(field: string, value: Value): string {
  if (value === null || value === undefined || value === "") return t("audit.nothing");
  if (typeof value === "boolean") return value ? t("audit.yes") : t("audit.no");
  if (typeof value === "number") return field.endsWith("Bytes") ? formatBytes(value, locale()) : String(value);
  if (typeof value === "string")
    return field === "reason" ? wordOr(`reason_${value.replaceAll(".", "_")}`, value) : value;
  return Array.isArray(value) && value.every((item) => typeof item !== "object")
    ? value.join(", ")
    : JSON.stringify(value);
}

export type Change = { field: string; before: string; after: string };

/** What a row says changed, field by field; `before` and `after` of what is there now only are empty. */
export function changesOf({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const side = (values: AuditEntry["after"], field: string) => (values ? valueText(field, values[field]) : "");
  return fields.map((field) => ({ field, before: side(before, field), after: side(after, field) }));
}
