const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as it may stand in an element or an attribute; what XML 1.0 cannot hold is left out. */
export const xmlText = (text: string): string =>
  text.replaceAll(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/g, "").replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "");

/** Lines of XML with every value escaped that stands in `${…}`; a value that is markup already comes from this function too. */
export class Xml {
  constructor(readonly text: string) {}
}

export const xml = (parts: TemplateStringsArray, ...values: (string | number | Xml | Xml[])[]): Xml =>
  new Xml(parts.reduce((whole, part, index) => `${whole}${markup(values[index - 1] ?? "")}${part}`));

const markup = (value: string | number | Xml | Xml[]): string => {
  if (Array.isArray(value)) return value.map(({ text }) => text).join("");
  return value instanceof Xml ? value.text : xmlText(String(value));
};
