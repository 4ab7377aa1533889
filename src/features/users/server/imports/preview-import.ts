import { type Ctx, requireRole } from "~/server/context";
import type { ImportPreview, PreviewImport } from "../../schema/imports";
import { isPasswordColumn } from "./guess-columns";
import { readImport } from "./read-import";

const shownRows = 5;
const shownText = 60;
const short = (text: string) => (text.length > shownText ? `${text.slice(0, shownText - 1)}…` : text);

/** The begin of a file as it would be understood. Passwords in clear text are not shown again. Throws what `readImport` throws, and `auth.role_too_low`. */
export async function previewImport(ctx: Ctx, { content, ...wishes }: PreviewImport): Promise<ImportPreview> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { rows, head, ...read } = readImport(Buffer.from(content, "base64"), wishes, shownRows + 1);
  const isSecret = head.map((name, at) => isPasswordColumn(name) || read.mapping[at] === "passwordHash");
  return {
    ...read,
    head: head.map(short),
    rows: rows
      .slice(0, shownRows)
      .map(({ cells }) => cells.map((cell, at) => (isSecret[at] && cell ? "•••" : short(cell)))),
    hasPasswords: head.some(isPasswordColumn),
  };
}
