import { type Accessor, createContext, useContext } from "solid-js";
import type { DomainRecord } from "../schema";
import { otherProvider, type ProviderForm } from "./provider/provider-form";

type RecordsInView = {
  form: Accessor<ProviderForm>;
  /** Names as they are seen from outside, not as they are typed. */
  isFullName: Accessor<boolean>;
  /** The zone that names are counted from when they are typed. */
  zone: Accessor<string>;
  /** Absent for who may not decide it. */
  ignore?: (record: DomainRecord, isIgnored: boolean) => void;
};

/** How the records of a page are shown, and what may be done to them. */
export const RecordsContext = createContext<RecordsInView>({
  form: () => otherProvider,
  isFullName: () => false,
  zone: () => "",
});
export const useRecords = (): RecordsInView => useContext(RecordsContext);
