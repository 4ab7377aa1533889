import { locale } from "./catalogue";

/**
 * The page's language as the browser's owner writes it (24 hours in Britain, 12 in America), as a tag that every `Intl` formatter takes:
 * some browsers call theirs `en-US@posix`, at which `Intl` throws. `own`: what the browser says, empty on the server and while a page of
 * the server is taken over.
 */
export function languageTag(own: string): string {
  const [tag] = /^[a-z]{2}-[A-Z]{2}(?![\w-])/.exec(own) ?? [];
  return tag?.startsWith(locale()) ? tag : locale();
}
