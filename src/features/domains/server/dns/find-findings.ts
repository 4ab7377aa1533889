import type { Finding } from "../../schema/findings";
import type { Comparison } from "./verdict";

/** What stands in DNS beyond the wanted records and is worth a word. Pure, as `compareRecords`. */
export const findFindings = (_comparison: Comparison): Finding[] => [];
