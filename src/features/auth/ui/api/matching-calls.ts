import type { ApiReference } from "../../schema/reference";

/** The groups with those calls in which all words of `search` are found; groups without any are left out. */
export function matchingCalls(groups: ApiReference["groups"], search: string): ApiReference["groups"] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups.flatMap((group) => {
    const calls = group.calls.filter(({ method, path, summary, description, id }) => {
      const text = `${method} ${path} ${summary} ${description} ${id} ${group.name}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return calls.length > 0 ? [{ ...group, calls }] : [];
  });
}
