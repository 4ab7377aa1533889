import type { Operation } from "./openapi-types";

const parameter = (name: string, description: string) =>
  ({ name, in: "path", required: true, description, schema: { type: "string" } }) as const;
const error = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** The one path that answers with something else than JSON, and so has no procedure. */
export const attachmentOperation: Operation = {
  ...{ operationId: "webmailAttachment", summary: "Download an attachment", tags: ["webmail"] },
  security: [{ mailboxSession: [] }],
  parameters: [
    parameter("messageId", "Of the message."),
    parameter("blobId", "From the message's list of attachments."),
  ],
  responses: {
    "200": {
      description: "The file as it came, as a download under its own name.",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    ...{ "401": error("Unauthorized"), "404": error("NotFound"), "429": error("TooMany"), "503": error("Unavailable") },
  },
};
