const words: Record<string, string> = {
  ETIMEOUT: "the server did not answer in time",
  ECONNREFUSED: "nothing listens at the server's address",
  EUNREACHABLE: "the server cannot be reached",
  EBADRESP: "the server's answer cannot be read",
  UNSIGNED: "the answer is not signed, so it is not known whether the change was made",
  BADSIG: "the signatures do not agree: the secret is another one there",
  BADKEY: "the server does not know the key, or not with this algorithm",
  BADTIME: "the clocks are more than five minutes apart",
  FORMERR: "the server did not understand the request",
  SERVFAIL: "the server failed",
  NOTIMP: "the server takes no changes",
  REFUSED: "the server does not allow this change",
  NOTAUTH: "the server is not the primary server of the zone, or does not accept the key",
  NOTZONE: "a name is not in the zone",
  YXRRSET: "an alias stands where a key should be published",
  YXDOMAIN: "a name is there that should not be",
  NXRRSET: "a record is missing that should be there",
  NXDOMAIN: "a name is missing that should be there",
};

/** A zone could not be changed; `reason` is a code of DNS or of the connection, `message` says it in words. */
export class DnsUpdateError extends Error {
  constructor(readonly reason: string) {
    super(`the zone was not changed: ${words[reason] ?? reason}`);
    this.name = "DnsUpdateError";
  }
}
