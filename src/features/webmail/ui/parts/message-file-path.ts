/** Where a message is had as a file: as it came, or all that is attached to it. */
export const messageFilePath = (id: string, file: "message.eml" | "attachments.zip"): string =>
  `/mail/messages/${encodeURIComponent(id)}/${file}`;
