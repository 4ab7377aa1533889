/** How a report names a signing key: the same words for the same key at the same stage, on either side. */
export const nameOfKey = (
  domainName: string,
  { selector, algorithm, stage }: { selector: string; algorithm: string; stage: string },
): string => `${domainName} ${selector} ${algorithm} ${stage}`;
