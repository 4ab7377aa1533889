/** Drafts that are open on this page, by their id, with what brings each forward. */
const open = new Map<string, () => void>();

/** Says that a draft is open, until the returned function is called. */
export function showOpenDraft(id: string, show: () => void): () => void {
  open.set(id, show);
  return () => {
    if (open.get(id) === show) open.delete(id);
  };
}

/** Brings a draft forward that is open already; false when it is not. */
export function findOpenDraft(id: string): boolean {
  const show = open.get(id);
  show?.();
  return show !== undefined;
}
