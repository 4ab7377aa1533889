import { AppError } from "~/lib/errors";
import { type FileEncoding, type ImportField, mostRows, type Separator } from "../../schema/imports";
import { decodeFile, guessEncoding } from "./decode-file";
import { guessByContent, guessColumns, looksLikeHead } from "./guess-columns";
import { guessSeparator, readTable, type TableRow } from "./read-table";

type Wishes = {
  encoding?: FileEncoding;
  separator?: Separator;
  hasHead?: boolean;
  mapping?: readonly (ImportField | null)[];
};
export type ReadFile = {
  encoding: FileEncoding;
  separator: Separator;
  hasHead: boolean;
  head: string[];
  mapping: (ImportField | null)[];
  rows: TableRow[];
};

const mostColumns = 100;

/**
 * Reads a file of mailbox users; what is not wished for is guessed. `atMost` lines for a look at its begin, which may end within one.
 * Throws `import.unreadable`, `import.empty`.
 */
export function readImport(bytes: Uint8Array, wishes: Wishes, atMost?: number): ReadFile {
  const encoding = wishes.encoding ?? guessEncoding(bytes, atMost !== undefined);
  const text = decodeFile(bytes, encoding).replaceAll("\0", "");
  const separator = wishes.separator ?? guessSeparator(text);
  // One more than may be, and the head: enough to see that there are too many.
  const table = readTable(text, separator, atMost ?? mostRows + 2);
  const [first, ...rest] = table;
  if (!first) throw new AppError("import.empty");
  if (table.some(({ cells }) => cells.length > mostColumns))
    throw new AppError("import.unreadable", { reason: `It has more than ${mostColumns} columns.`, max: first.line });
  const hasHead = wishes.hasHead ?? looksLikeHead(first.cells);
  const head = hasHead ? first.cells : first.cells.map(() => "");
  const rows = hasHead ? rest : table;
  const guessed = hasHead ? guessColumns(head) : guessByContent(rows.slice(0, 20).map(({ cells }) => cells));
  return { encoding, separator, hasHead, head, mapping: [...(wishes.mapping ?? guessed)], rows };
}
