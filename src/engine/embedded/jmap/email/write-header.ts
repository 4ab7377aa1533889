import { z } from "zod";
import { encodePhrase, encodeText } from "../../mail/compose/encode-word";
import { parseHeaderProperty } from "../../mail/mime/header-forms";
import { invalidProperties } from "../set-error";

const safeText = z
  .string()
  .max(50_000)
  .refine((text) => !/[\r\n\0]/.test(text), "line breaks are not allowed");
const Address = z.object({ name: safeText.nullish(), email: safeText.refine((text) => !/[<>]/.test(text)) });
const Addresses = z.array(Address).max(5000);
const Groups = z.array(z.object({ name: safeText.nullish(), addresses: Addresses })).max(500);
const MessageIds = z.array(safeText.refine((id) => !/[\s<>]/.test(id))).max(1000);

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An RFC 3339 date as RFC 5322 writes it, in its own offset. */
export function formatHeaderDate(text: string): string {
  const at = new Date(text).getTime();
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(text);
  const minutes = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === "-" ? -1 : 1) : 0;
  const local = new Date(at + minutes * 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(":");
  const offset = zone ? `${zone[1]}${zone[2]}${zone[3]}` : "+0000";
  const day = `${days[local.getUTCDay()]}, ${two(local.getUTCDate())} ${months[local.getUTCMonth()]}`;
  return `${day} ${local.getUTCFullYear()} ${clock} ${offset}`;
}

const writeAddress = ({ name, email }: z.infer<typeof Address>) => (name ? `${encodePhrase(name)} <${email}>` : email);
const writeAddresses = (list: z.infer<typeof Addresses>) => list.map(writeAddress).join(", ");

const writers = {
  asRaw: z
    .string()
    .max(100_000)
    .refine((raw) => !/\r?\n(?![ \t])|\r(?!\n)|\0/.test(raw), "bad folding")
    .transform((raw) => raw.trim()),
  asText: safeText.transform(encodeText),
  asAddresses: Addresses.transform(writeAddresses),
  asGroupedAddresses: Groups.transform((groups) =>
    groups
      .map(({ name, addresses }) =>
        name ? `${encodePhrase(name)}: ${writeAddresses(addresses)};` : writeAddresses(addresses),
      )
      .join(", "),
  ),
  asMessageIds: MessageIds.transform((ids) => ids.map((id) => `<${id}>`).join(" ")),
  asDate: z.iso.datetime({ offset: true }).transform(formatHeaderDate),
  asURLs: MessageIds.transform((urls) => urls.map((url) => `<${url}>`).join(", ")),
} satisfies Record<string, z.ZodType<string>>;

const convenience: Record<string, [header: string, form: keyof typeof writers] | undefined> = {
  messageId: ["Message-ID", "asMessageIds"],
  inReplyTo: ["In-Reply-To", "asMessageIds"],
  references: ["References", "asMessageIds"],
  sender: ["Sender", "asAddresses"],
  from: ["From", "asAddresses"],
  to: ["To", "asAddresses"],
  cc: ["Cc", "asAddresses"],
  bcc: ["Bcc", "asAddresses"],
  replyTo: ["Reply-To", "asAddresses"],
  subject: ["Subject", "asText"],
  sentAt: ["Date", "asDate"],
};

/** Whether a property of an Email to be created describes a header field. */
export const isHeaderProperty = (property: string): boolean =>
  property.startsWith("header:") || property in convenience;

/**
 * The header lines of one property of an Email to be created (RFC 8621 section 4.6): name and raw value, several for `:all`, none for
 * `null`. Throws `invalidProperties`, also for anything that would break out of its line.
 */
export function writeHeaderProperty(property: string, value: unknown): [name: string, value: string][] {
  const parsed = parseHeaderProperty(property);
  const [name, form] = convenience[property] ?? [parsed?.name, parsed?.form];
  if (!name || !form || (parsed && /^content-transfer-encoding$/i.test(name))) throw invalidProperties([property]);
  if (value === null) return [];
  const values = parsed?.all ? z.array(z.unknown()).max(100).safeParse(value).data : [value];
  if (!values) throw invalidProperties([property]);
  return values.map((single) => {
    const written = writers[form].safeParse(single);
    if (!written.success) throw invalidProperties([property], written.error.issues[0]?.message);
    return [name, written.data];
  });
}
