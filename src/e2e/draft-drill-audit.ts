import type { DrillWorld } from "./domain-drill-world";
import type { Written } from "./draft-drill-writers";

type Row = { subject: string; text: string };

/** What is wrong with the drafts after the drill, as the mail server shows them to their writers; empty: nothing. */
export async function auditDrafts(world: DrillWorld, all: readonly Written[], password: string): Promise<string[]> {
  const faults: string[] = [];
  for (const address of new Set(all.map((written) => written.address))) {
    const rows = await draftsOf(world, address, password);
    const own = all.filter((written) => written.address === address);
    for (const written of own) faults.push(...faultsOf(written, rows));
    const known = new Set(own.map(({ draftKey }) => draftKey));
    for (const { subject } of rows)
      if (!known.has(subject)) faults.push(`${address} has a draft that nobody wrote: ${subject}`);
  }
  return faults;
}

function faultsOf({ draftKey, acknowledged, unanswered, conflicts }: Written, rows: Row[]): string[] {
  const texts = rows.filter(({ subject }) => subject === draftKey).map(({ text }) => text);
  const mayBe = [acknowledged, ...unanswered];
  const faults: string[] = [];
  if (texts.length !== 1) faults.push(`draft ${draftKey} is there ${texts.length} times`);
  for (const text of texts)
    if (!mayBe.includes(text)) faults.push(`draft ${draftKey} says "${text}", saved was "${acknowledged}"`);
  if (conflicts > 0) faults.push(`draft ${draftKey} was said to be changed elsewhere, which it was not`);
  return faults;
}

/** Everything in Drafts, asked of the mail server itself. */
async function draftsOf({ engineUrl }: DrillWorld, address: string, password: string): Promise<Row[]> {
  const authorization = `Basic ${Buffer.from(`${address}:${password}`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/json" };
  const { primaryAccounts } = (await (await fetch(`${engineUrl}/.well-known/jmap`, { headers })).json()) as {
    primaryAccounts: Record<string, string>;
  };
  const accountId = primaryAccounts["urn:ietf:params:jmap:mail"];
  const using = ["urn:ietf:params:jmap:core", "urn:ietf:params:jmap:mail"];
  const ask = async (methodCalls: unknown[]) => {
    const response = await fetch(`${engineUrl}/jmap/`, {
      method: "POST",
      headers,
      body: JSON.stringify({ using, methodCalls }),
    });
    return ((await response.json()) as { methodResponses: [string, { list?: unknown[]; ids?: string[] }, string][] })
      .methodResponses;
  };
  const rows: Row[] = [];
  for (let position = 0; ; position += 200) {
    const responses = await ask([
      ["Email/query", { accountId, filter: { hasKeyword: "$draft" }, position, limit: 200 }, "q"],
      [
        "Email/get",
        {
          ...{ accountId, "#ids": { resultOf: "q", name: "Email/query", path: "/ids" } },
          ...{ properties: ["subject", "bodyValues", "textBody"], fetchTextBodyValues: true },
        },
        "g",
      ],
    ]);
    const list = (responses[1]?.[1].list ?? []) as { subject: string; bodyValues: Record<string, { value: string }> }[];
    for (const { subject, bodyValues } of list)
      rows.push({ subject, text: Object.values(bodyValues)[0]?.value.trim() ?? "" });
    if (list.length < 200) return rows;
  }
}
