import { type Accessor, createContext, useContext } from "solid-js";
import type { DomainDetail } from "../schema";

export type DomainInView = { domain: Accessor<DomainDetail>; canEdit: Accessor<boolean> };

/** The domain whose pages are open. */
export const DomainContext = createContext<DomainInView>();

/** The domain that the page is about; only below its frame. */
export function useDomain(): DomainInView {
  const found = useContext(DomainContext);
  if (!found) throw new Error("no domain is in view");
  return found;
}
