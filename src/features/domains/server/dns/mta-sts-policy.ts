import { createHash } from "node:crypto";

export type MtaStsMode = "none" | "testing" | "enforce";

/** What senders are told about encrypted delivery to a domain (RFC 8461 section 3.2). */
export type MtaStsPolicy = {
  mode: MtaStsMode;
  /** Patterns of host names; only the leftmost label may be `*`. */
  mx: string[];
  maxAgeSeconds: number;
};

/** About a year (RFC 8461 section 3.2). */
const longestAge = 31_557_600;
const largestBody = 65_536;
const modes = ["none", "testing", "enforce"];
const isMode = (value: string | undefined): value is MtaStsMode => value !== undefined && modes.includes(value);
const pattern = /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i;

/** The policy in a file; `undefined` when senders would not take it. Of fields that are there twice, but `mx`, the first counts. */
export function parseMtaStsPolicy(body: string): MtaStsPolicy | undefined {
  if (body.length > largestBody) return undefined;
  const fields = new Map<string, string[]>();
  for (const line of body.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const at = line.indexOf(":");
    const name = line.slice(0, Math.max(at, 0));
    if (!/^[a-z0-9][a-z0-9_.-]{0,31}$/i.test(name)) return undefined;
    fields.set(name, [...(fields.get(name) ?? []), line.slice(at + 1).trim()]);
  }
  const first = (name: string) => fields.get(name)?.[0];
  const [mode, age, mx = []] = [first("mode"), first("max_age") ?? "", fields.get("mx")];
  const maxAgeSeconds = /^\d{1,10}$/.test(age) ? Number(age) : Number.NaN;
  const isUsable = first("version") === "STSv1" && isMode(mode) && maxAgeSeconds <= longestAge;
  if (!isUsable || !mx.every((host) => pattern.test(host)) || (mode !== "none" && mx.length === 0)) return undefined;
  return { mode, mx: mx.map((host) => host.toLowerCase().replace(/\.$/, "")), maxAgeSeconds };
}

/** What a sender makes of the answer to its request: anything but a plain file at the very address counts for nothing (RFC 8461 section 3.3). */
export const readMtaStsAnswer = (answer: { status: number; contentType: string; body: string }) =>
  answer.status === 200 && /^text\/plain\s*(?:;|$)/i.test(answer.contentType.trim())
    ? parseMtaStsPolicy(answer.body)
    : undefined;

/** Whether mail may be delivered to `host`; `*` stands for exactly one label (RFC 8461 section 4.1). */
export function allowsHost({ mx }: MtaStsPolicy, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  const above = name.slice(name.indexOf("."));
  return mx.some((allowed) =>
    allowed.startsWith("*.") ? above === allowed.slice(1) && above !== name : name === allowed,
  );
}

const day = 86_400;
const ages: Record<MtaStsMode, number> = { none: day, testing: day, enforce: 7 * day };

/** The policy of every domain that is hosted here. */
export const ourMtaStsPolicy = (mxHosts: string[], mode: MtaStsMode): MtaStsPolicy => ({
  mode,
  mx: mxHosts,
  maxAgeSeconds: ages[mode],
});

/** As a file, with the line ends of RFC 8461 section 3.2. */
export const writeMtaStsPolicy = ({ mode, mx, maxAgeSeconds }: MtaStsPolicy): string =>
  ["version: STSv1", `mode: ${mode}`, ...mx.map((host) => `mx: ${host}`), `max_age: ${maxAgeSeconds}`, ""].join("\r\n");

/** The id under which the policy is announced: it changes with the policy and with nothing else (RFC 8461 section 3.1). */
export const mtaStsIdOf = (policy: MtaStsPolicy): string =>
  createHash("sha256").update(writeMtaStsPolicy(policy)).digest("hex").slice(0, 20);
