import { decodeEncodedWords } from "./encoded-words";
import { unfold } from "./header-text";

/** RFC 8621 EmailAddress. `name` is decoded; `email` is kept as it was written. */
export type EmailAddress = { name: string | null; email: string };
/** RFC 8621 EmailAddressGroup; `name` is `null` for addresses outside a group. */
export type EmailAddressGroup = { name: string | null; addresses: EmailAddress[] };

const maxAddresses = 5000;

type Token = { kind: "text" | "quoted" | "comment" | "angle" | "mark"; text: string };

const quotable: Record<string, { end: string; kind: Token["kind"] } | undefined> = {
  '"': { end: '"', kind: "quoted" },
  "(": { end: ")", kind: "comment" },
  "<": { end: ">", kind: "angle" },
};

function tokenize(value: string): Token[] {
  const tokens: Token[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text });
    text = "";
  };
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? "";
    const quote = quotable[letter];
    if (quote) {
      flush();
      let content = "";
      let depth = 1;
      let inner = at + 1;
      for (; inner < value.length; inner++) {
        const next = value[inner] ?? "";
        if (next === "\\" && quote.kind !== "angle") content += value[++inner] ?? "";
        else if (quote.kind === "comment" && next === "(") depth++;
        else if (next === quote.end && --depth === 0) break;
        else content += next;
      }
      tokens.push({ kind: quote.kind, text: content });
      at = inner;
    } else if (letter === "," || letter === ";" || letter === ":") {
      flush();
      tokens.push({ kind: "mark", text: letter });
    } else text += letter;
  }
  flush();
  return tokens;
}

const clean = (text: string) => text.replace(/\s+/g, " ").trim();

function toAddress(tokens: Token[]): EmailAddress | null {
  const angle = tokens.find((token) => token.kind === "angle");
  const words = tokens.filter((token) => token.kind === "text" || token.kind === "quoted");
  const comment = tokens.find((token) => token.kind === "comment");
  const phrase = clean(words.map((word) => decodeEncodedWords(word.text)).join(""));
  const remark = comment ? clean(decodeEncodedWords(comment.text)) : "";
  if (angle) {
    const route = angle.text.lastIndexOf(":");
    const spec = angle.text.startsWith("@") && route > 0 ? angle.text.slice(route + 1) : angle.text;
    return { name: phrase || remark || null, email: spec.trim() };
  }
  const raw = words.map((word) => (word.kind === "quoted" ? `"${word.text}"` : word.text)).join("");
  const email = raw.trim();
  if (email === "") return null;
  if (email.includes("@") && /\s/.test(email)) {
    const spec = email.split(/\s+/).find((word) => word.includes("@")) ?? email;
    return { name: clean(email.replace(spec, "")) || remark || null, email: spec };
  }
  return { name: remark || null, email };
}

/** Parses an address list with groups (RFC 5322 section 3.4, obsolete routes accepted). Never throws; what is no address is kept as `email`. */
export function asGroupedAddresses(raw: string): EmailAddressGroup[] {
  const groups: EmailAddressGroup[] = [];
  let loose: EmailAddressGroup | null = null;
  let named: EmailAddressGroup | null = null;
  let pending: Token[] = [];
  let count = 0;
  const flush = () => {
    const address = pending.length > 0 && count < maxAddresses ? toAddress(pending) : null;
    pending = [];
    if (!address) return;
    count++;
    if (named) named.addresses.push(address);
    else {
      if (!loose) groups.push((loose = { name: null, addresses: [] }));
      loose.addresses.push(address);
    }
  };
  for (const token of tokenize(unfold(raw))) {
    if (token.kind !== "mark") pending.push(token);
    else if (token.text === ":" && !named) {
      const name = clean(pending.map((word) => decodeEncodedWords(word.text)).join(""));
      pending = [];
      loose = null;
      groups.push((named = { name: name || null, addresses: [] }));
    } else if (token.text === ":") pending.push({ kind: "text", text: ":" });
    else {
      flush();
      if (token.text === ";") named = null;
    }
  }
  flush();
  return groups;
}

/** The Addresses form of RFC 8621 section 4.1.2.3: groups are flattened. */
export const asAddresses = (raw: string): EmailAddress[] => asGroupedAddresses(raw).flatMap((group) => group.addresses);
