import type { NavSection } from "../shell-nav";
import { Palette } from "./palette";

export type PagesListProps = { nav: readonly NavSection[]; onClose: () => void };

/** The pages of a shell. */
export default function PagesList(props: PagesListProps) {
  const entries = () => props.nav.flatMap(({ items }) => items.map(({ href, label }) => ({ id: href, label, href })));
  return <Palette entries={entries()} onClose={props.onClose} />;
}
