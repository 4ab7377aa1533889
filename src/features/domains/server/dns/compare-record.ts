import { besideAlias } from "./beside-alias";
import { besideWildcard } from "./beside-wildcard";
import { compareAlias } from "./compare-alias";
import { compareDkim } from "./compare-dkim";
import { compareDmarc } from "./compare-dmarc";
import { compareMx } from "./compare-mx";
import { compareMtaSts, compareTlsRpt } from "./compare-policy-notices";
import { compareProof } from "./compare-proof";
import { compareService } from "./compare-service";
import { compareSpf } from "./compare-spf";
import type { RecordPurpose, WantedRecord } from "./record-set";
import type { Comparison, Verdict } from "./verdict";

const comparisons = {
  proof: compareProof,
  mx: compareMx,
  spf: compareSpf,
  dkim: compareDkim,
  dmarc: compareDmarc,
  autoconfig: compareAlias,
  service: compareService,
  tls_rpt: compareTlsRpt,
  mta_sts: (wanted, comparison) =>
    wanted.type === "CNAME" ? compareAlias(wanted, comparison) : compareMtaSts(wanted, comparison),
} satisfies Record<RecordPurpose, (wanted: WantedRecord, comparison: Comparison) => Verdict>;

/** The verdict on one wanted record. Pure: looks only at what `comparison.ask` already knows. */
export const compareRecord = (wanted: WantedRecord, comparison: Comparison): Verdict =>
  besideAlias(wanted, besideWildcard(wanted, comparisons[wanted.purpose](wanted, comparison), comparison), comparison);
