import type { Contract } from "./contract.ts";
export function directoryContract(_: Contract) {}
