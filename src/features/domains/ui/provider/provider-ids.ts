import type { DnsProviderId } from "../../schema/provider";
import { providerForms } from "./provider-form";

/** All of them, by the alphabet of their names. */
export const DnsProviderIds = (Object.keys(providerForms) as DnsProviderId[]).toSorted((one, other) =>
  providerForms[one].name.localeCompare(providerForms[other].name),
);
