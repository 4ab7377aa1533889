/** How the engine is told who wrote a draft, and as the how-manieth of theirs. */
export const authorOf = ({ writer, revision }: { writer: string; revision: number }): string => `${writer}/${revision}`;

/** The revision of a draft that `writer` wrote; `null` for a draft of anybody else. */
export function revisionBy(writer: string, author: string | null): number | null {
  const [by, revision = "0"] = (author ?? "").split("/");
  return by === writer ? Number(revision) || 0 : null;
}
