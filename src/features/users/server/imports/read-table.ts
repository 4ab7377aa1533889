import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "~/lib/errors";
import type { Separator } from "../../schema/imports";

/** `line` is where the record begins in the file, from 1. */
export type TableRow = { line: number; cells: string[] };

/** More than any export of users has in one cell; characters. */
const longestRecord = 20_000;
const separators: Separator[] = [",", ";", "\t", "|"];

type Parsed = { record: string[]; info: { lines: number } }[];

const read = (text: string, delimiter: string, to?: number): Parsed =>
  parse(text, {
    ...{ delimiter, to, info: true, trim: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true, skip_records_with_empty_values: true },
    max_record_size: longestRecord,
  }) as unknown as Parsed;

/** How many cells the first lines have in common, which is highest for the character that the file was written with. */
function widthBy(text: string, separator: Separator): number {
  try {
    const widths = read(text, separator, 10).map(({ record }) => record.length);
    return widths.length === 0 ? 0 : Math.min(...widths);
  } catch {
    // A quote that is never closed: then the first line alone tells.
    return (text.split(/[\r\n]/, 1)[0] ?? "").split(separator).length;
  }
}

/** What stands between the cells, told from the first lines; a comma when there is nothing to tell. */
export function guessSeparator(text: string): Separator {
  const noted = separators.find((separator) => text.slice(0, 5).toLowerCase() === `sep=${separator}`);
  if (noted) return noted;
  const begin = text.slice(0, 20_000);
  const widths = separators.map((separator) => widthBy(begin, separator));
  return separators[widths.indexOf(Math.max(...widths))] ?? ",";
}

const breaksIn = (cells: string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/**
 * The lines of a CSV file (RFC 4180, and what programs write instead): blank lines and lines of nothing but separators are left out, as is
 * the note `sep=;` that one spreadsheet puts first. Throws `import.unreadable` with the line when a quote is never closed or a record is endless.
 */
export function readTable(text: string, separator: Separator, atMost?: number): TableRow[] {
  // The library counts a CRLF within quotes as two lines.
  const lines = text.replaceAll(/\r\n?/g, "\n");
  const isNoted = /^sep=.\n/i.test(lines);
  try {
    return read(isNoted ? lines.slice(lines.indexOf("\n") + 1) : lines, separator, atMost).map(({ record, info }) => ({
      line: info.lines - breaksIn(record) + (isNoted ? 1 : 0),
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error["lines"] ?? 0);
    throw new AppError("import.unreadable", { reason: `The trouble begins near line ${line}.`, max: line });
  }
}
