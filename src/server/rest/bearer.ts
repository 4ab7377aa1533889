/** What a request carries as `Authorization: Bearer` (RFC 6750, section 2.1); undefined when it is another scheme or none. */
export const bearerOf = (request: Request): string | undefined =>
  /^bearer +(\S*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
