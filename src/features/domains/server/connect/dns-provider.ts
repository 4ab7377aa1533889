/** A record as it stands in a zone at its provider: `value` in presentation form, as `DnsAnswer` has it; a provider's own "automatic" TTL is kept as its number. */
export type ProviderRecord = {
  id: string;
  name: string;
  type: string;
  value: string;
  ttlSeconds: number;
  isProxied?: boolean;
  comment?: string;
};

export type ProviderZone = { id: string; name: string };
export type NewRecord = Omit<ProviderRecord, "id">;

export type ProviderFailure =
  /** The token is wrong, has run out, or may not do this. */
  | "refused"
  /** There is no such zone, or the token does not reach it. */
  | "zone_not_found"
  /** The account has the zone, but the domain's name servers lead elsewhere: what is changed there is seen by nobody. */
  | "zone_inactive"
  /** There is no such record any more. */
  | "record_gone"
  /** Something else stands where the record was to go. */
  | "in_the_way"
  /** The provider does not take the record as it is. */
  | "not_taken"
  | "too_many"
  | "unavailable";

/** Why a provider did not do something. `message` is for a log and holds no secret. */
export class ProviderError extends Error {
  constructor(
    readonly failure: ProviderFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "ProviderError";
  }
}

/** A way into the zones of one account at a provider. Everything throws `ProviderError`, and `unavailable` where nobody knows what became of it. */
export type DnsProvider = {
  /** The zone that a domain lies in, which the account may change. */
  findZone(domain: string): Promise<ProviderZone>;
  listRecords(zone: ProviderZone): Promise<ProviderRecord[]>;
  /** Resolves to the id of the new record. */
  create(zone: ProviderZone, record: NewRecord): Promise<string>;
  /** Puts another value in the place of one, at once: there is no moment without. */
  replace(zone: ProviderZone, id: string, record: NewRecord): Promise<void>;
  remove(zone: ProviderZone, id: string): Promise<void>;
};
