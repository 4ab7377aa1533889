import type { JsonSchema, Parameter } from "./openapi-types";

/** What a field means wherever it stands, for those whose name does not say all. */
const fieldTexts: Record<string, string> = {
  after: "The `next` of the page before.",
  limit: "Rows on a page.",
  domainId: "Of one domain.",
  domainIds: "The domains of a `domain_admin`; for other roles left out.",
  search: "Part of an address or a name.",
  is: "Only those for whom all of this holds. Deleted ones are listed alone.",
  inactiveDays: "Only those who have not signed in for so many days.",
  sort: "What the list is sorted by.",
  order: "`asc` or `desc`; without it as people expect of that sort.",
  mailboxId: "Of one folder; in a list, the inbox without it.",
  role: "What somebody may do, or what a folder is for.",
  localPart: "What stands before the `@`.",
  displayName: "The name that recipients see.",
  perHour: "Recipients within an hour at most; null is what the plan says.",
  perDay: "Recipients within a day at most; null is what the plan says.",
  quotaBytes: "How much mail may be kept, in octets.",
  password: "A new one has at least 10 characters and is hard to guess.",
  posting: "Who may write to a group; what the rule does not let pass is held, never lost.",
  isModerated: "Whether every post waits until somebody has decided.",
  receives: "Whether posts are passed on to this member.",
  mayPost: "Whether this member may write where posting is for those who are `named`.",
  note: "For the team; an empty note is none.",
  company: "The name of the tenant.",
  replyToId: "The message that is answered: both become one conversation.",
  idempotencyKey: "For browsers; programs send the header `Idempotency-Key` instead.",
  actor: "Who did it: `member:<id>`, `token:<id>`, `mailbox:<id>`.",
  subject: "In mail its subject; in the audit log what was acted on, such as `domain:<id>`.",
  action: "One action such as `domain.add`, or a whole area such as `domain`.",
  from: "Not before this moment.",
  to: "In mail the recipients; in a list before this moment.",
  token: "What stands behind the `#` of the link in the mail.",
  code: "Six digits of an authenticator app, or a recovery code.",
};

/** Parameters with what they mean. */
export const describeParameters = (parameters: Parameter[]): Parameter[] =>
  parameters.map((parameter) => {
    const description = parameter.description ?? fieldTexts[parameter.name];
    return description ? { ...parameter, description } : parameter;
  });

/** The schema of a body with what its fields mean. */
export function describeFields(schema: JsonSchema): JsonSchema {
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([name, field]): [string, JsonSchema] => {
    const description = field.description ?? fieldTexts[name];
    return [name, description && !field.$ref ? { ...field, description } : field];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
