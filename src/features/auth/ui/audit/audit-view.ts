import type { AuditView } from "./queries";

const names = ["actor", "action", "subject", "from", "to", "after"] as const;

/** What the address of the page asks for; what it cannot mean is left out, so that an old link still shows the log. */
export function viewOf(params: Record<string, unknown>): AuditView {
  const text = (name: string) => (typeof params[name] === "string" && params[name] !== "" ? params[name] : undefined);
  const view: AuditView = { text: text("q")?.slice(0, 100) };
  for (const name of names) view[name] = text(name);
  for (const name of ["from", "to"] as const) if (Number.isNaN(Date.parse(view[name] ?? ""))) view[name] = undefined;
  if (!/^[a-z_]{1,30}(?:\.[a-z_]{1,30})*$/.test(view.action ?? "")) view.action = undefined;
  if (!/^(?:member|token|mailbox|job|script):[\w.: -]{1,100}$/.test(view.actor ?? "")) view.actor = undefined;
  if (!/^[0-9a-f-]{36} \d{1,16}$/.test(view.after ?? "")) view.after = undefined;
  if (!/^[a-z_]{1,40}:[\w.-]{1,100}$/.test(view.subject ?? "")) view.subject = undefined;
  return view;
}

/** `view` as the query of an address, for a link to it or to its file. */
export function queryOf({ text, ...view }: AuditView, textName = "q"): string {
  const params = Object.entries({ [textName]: text, ...view }).filter((entry): entry is [string, string] => !!entry[1]);
  return params.length > 0 ? `?${new URLSearchParams(params)}` : "";
}

export const isFiltered = ({ after: _, ...filter }: AuditView): boolean => Object.values(filter).some(Boolean);
