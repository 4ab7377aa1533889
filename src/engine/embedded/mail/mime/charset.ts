const aliases: Record<string, string> = {
  "cp-850": "ibm850",
  cp1252: "windows-1252",
  "iso-8859-1-windows": "windows-1252",
  "ks_c_5601-1987": "euc-kr",
  "x-unknown": "utf-8",
  unknown: "utf-8",
  "unknown-8bit": "utf-8",
  "utf-7": "utf-8",
  utf7: "utf-8",
  cp932: "shift_jis",
  ms936: "gbk",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
};

const decoders = new Map<string, TextDecoder | null>();

function decoderOf(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(aliases[label] ?? label);
  } catch {
    decoder = null;
  }
  // The labels come from strangers: the cache must not grow with them.
  if (decoders.size < 200) decoders.set(label, decoder);
  return decoder;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

/**
 * Decodes text by its declared charset. Without one, or with US-ASCII, 8-bit text is read as UTF-8 if it is valid, else as windows-1252.
 * `problem` tells that the charset is unknown or bytes did not fit it (RFC 8621 `isEncodingProblem`).
 */
export function decodeText(bytes: Uint8Array, charset: string | null): { text: string; problem: boolean } {
  const label = (charset ?? "").trim().toLowerCase();
  const guess = label === "" || label === "us-ascii" || label === "ascii";
  if (guess || label === "utf-8" || label === "utf8") {
    try {
      return { text: strictUtf8.decode(bytes), problem: false };
    } catch {
      return guess
        ? { text: western.decode(bytes), problem: true }
        : { text: new TextDecoder().decode(bytes), problem: true };
    }
  }
  const decoder = decoderOf(label);
  if (!decoder) return { text: decodeText(bytes, null).text, problem: true };
  const text = decoder.decode(bytes);
  return { text, problem: text.includes("\uFFFD") };
}
