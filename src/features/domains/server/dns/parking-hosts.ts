/** Mail hosts to which registrars and sellers of names point domains that nobody uses; what arrives there is not read by the owner. */
const parking = [
  ...["h-email.net", "hostedmxserver.com", "mb1p.com", "m1bp.com", "mb5p.com", "park-mx.above.com"],
  ...["parkingcrew.net", "sedoparking.com", "bodis.com", "parklogic.com", "nullmx.domainmanager.com"],
  ...["localhost", "localhost.localdomain", "invalid", "example.com", "example.net", "example.org"],
];

/** Whether mail for that host ends up nowhere. */
export const isParkingHost = (host: string): boolean =>
  parking.some((name) => host === name || host.endsWith(`.${name}`));
