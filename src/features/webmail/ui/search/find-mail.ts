import { query } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { SuggestedPerson } from "../../schema/composing";
import type { SearchPage } from "../../schema/search";
import { type Failed, hasFailed, pageData } from "../page-data";

const pageSize = 30;
const nothing: SearchPage = { hits: [], total: 0 };
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

let going: { abort: AbortController; key: string } | undefined;

/** The first hits of a search. A search that another one follows is broken off. */
export const foundMail = query(async (text: string): Promise<SearchPage | Failed> => {
  if (!text.trim()) return nothing;
  const own = { abort: new AbortController(), key: foundMail.keyFor(text) };
  if (going && going.key !== own.key) going.abort.abort();
  going = own;
  const read = await pageData(() =>
    trpc.webmail.search.find.query(
      { query: text, timeZone: timeZone(), limit: pageSize },
      { signal: own.abort.signal },
    ),
  );
  // What was broken off is no answer for when the same is typed again.
  if (hasFailed(read)) setTimeout(() => query.delete(own.key));
  return read;
}, "webmail.found");

/** Hits after those of another page; `after` is its `next`. */
export const furtherMail = query(
  (text: string, after: string) =>
    pageData(() => trpc.webmail.search.find.query({ query: text, timeZone: timeZone(), limit: pageSize, after })),
  "webmail.found.further",
);

/** People whom a search may be about. What cannot be had is no reason to say anything. */
export const suggestedPeople = query(
  (text: string | undefined): Promise<SuggestedPerson[]> =>
    text ? trpc.webmail.composing.suggest.query({ text }).catch(() => []) : Promise.resolve([]),
  "webmail.suggested",
);
