/**
 * What a spreadsheet would take for the begin of a formula, a full-width form or blanks before it included, and the apostrophe itself;
 * also a tab or a line break, which some cut off first.
 */
const risky = /^(?:[\t\r\n']|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/**
 * One cell, always in quotes (RFC 4180 section 2). A cell that a spreadsheet could run begins with an apostrophe, and so does one that
 * began with an apostrophe itself: whoever reads the file takes one apostrophe off where there is one, and has the text as it was.
 */
export const csvCell = (text: string): string => `"${(risky.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One line with its end (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Tells spreadsheets that the text is UTF-8; readers of CSV leave it out. */
const byteOrderMark = "\ufeff";

/**
 * A CSV file whose lines are made while it is read: one batch at a time, and none before it is asked for. If a batch fails the file breaks
 * off with an error, so that nobody takes a part for the whole; whoever stops reading stops the making.
 */
export function csvStream(
  head: readonly string[],
  batches: AsyncIterator<string[][], void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isBegun = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!isBegun) {
          isBegun = true;
          return controller.enqueue(encoder.encode(byteOrderMark + csvLine(head)));
        }
        const batch = await batches.next();
        if (batch.done) return controller.close();
        controller.enqueue(encoder.encode(batch.value.map(csvLine).join("")));
      },
      async cancel() {
        await batches.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
